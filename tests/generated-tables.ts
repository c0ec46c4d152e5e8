// Generated self-evaluation tables: sound ones in every layout, way of scoring and rounding habit, and the same tables
// with one cell changed. Points are computed here, with fractions of their own, and not by the library.
import type { Short } from "./tables.ts";

// ---- chance and fractions --------------------------------------------------------------------------------------

export interface Chance {
  below(limit: number): number;
  pick<T>(list: readonly T[]): T;
  often(percent: number): boolean;
  /** 1, 2, 3 … */
  serial(): number;
}
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  let count = 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)] as (typeof list)[number], often: (percent) => next() * 100 < percent, serial: () => ++count };
}

/** A fraction; the denominator is positive. */
export type F = readonly [n: bigint, d: bigint];
export const f = (n: number | bigint, d: number | bigint = 1): F => [BigInt(n), BigInt(d)];
const plus = ([a, b]: F, [c, d]: F): F => [a * d + c * b, b * d];
const minus = (a: F, [c, d]: F): F => plus(a, [-c, d]);
const times = ([a, b]: F, [c, d]: F): F => [a * c, b * d];
const over = ([a, b]: F, [c, d]: F): F => (c < 0n ? [-a * d, b * -c] : [a * d, b * c]);
export const order = ([a, b]: F, [c, d]: F): number => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const least = (a: F, b: F): F => (order(a, b) <= 0 ? a : b);
const most = (a: F, b: F): F => (order(a, b) >= 0 ? a : b);
const ZERO = f(0);

export interface Rounding {
  readonly places: number;
  readonly down: boolean;
}
export function rounded([n, d]: F, { places, down }: Rounding): F {
  const scale = 10n ** BigInt(places);
  const whole = (n * scale) / d;
  const rest = (n * scale) % d;
  return [!down && rest * 2n >= d ? whole + 1n : whole, scale];
}
/** Decimal text; with `padded` decimals at least, else as short as it goes. */
export function text([n, d]: F, padded = 0): string {
  for (let places = padded; places <= 12; places++) {
    const scale = 10n ** BigInt(places);
    if ((n * scale) % d !== 0n) continue;
    const digits = ((n < 0n ? -n : n) * scale) / d;
    const all = digits.toString().padStart(places + 1, "0");
    return `${n < 0n ? "-" : ""}${all.slice(0, all.length - places)}${places === 0 ? "" : `.${all.slice(all.length - places)}`}`;
  }
  throw new Error("does not end");
}

// ---- a table -----------------------------------------------------------------------------------------------------

/** A row as made: what is printed, and how its points follow from its actual value. */
export interface MadeRow {
  readonly kind: string;
  readonly weight: F;
  points: F;
  cells: Record<string, unknown>;
  /** a missed target whose points round to full marks; and one whose points show how this table rounds */
  readonly roundsUp?: boolean;
  readonly shows?: boolean;
  /** rows with a figure: the points of another actual value, as this table scores and rounds */
  readonly rescore?: (actual: F) => F;
  readonly actual?: F;
  readonly target?: F;
  readonly unit?: string;
  readonly sign?: "≥" | "≤" | "=";
  readonly parts?: readonly MadeRow[];
}
export interface Made {
  readonly short: Short;
  readonly rows: readonly MadeRow[];
  readonly options: { readonly place?: string };
  /** what was drawn, for the list of what the experiment covers */
  readonly traits: readonly string[];
  readonly totalRounded: boolean;
  readonly habit: Rounding;
}

interface Style {
  readonly habit: Rounding;
  readonly quotient: boolean;
  readonly bands: boolean;
  readonly step: "floor" | "linear" | "ceil";
  readonly grades: { readonly partial: number };
  readonly rateFirst: Rounding | undefined;
  readonly columns: boolean;
  readonly padded: number;
  readonly local: boolean;
}

const LAYOUTS = {
  "execution-10": { execution: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 10 },
  "execution-10-cost": { execution: 10, 成本指标: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 10 },
  "execution-10-no-satisfaction": { execution: 10, 产出指标: 50, 效益指标: 40 },
  "execution-20": { execution: 20, 产出指标: 40, 效益指标: 20, 满意度指标: 20 },
  "execution-10-free": { execution: 10, 产出指标: 60, 效益指标: 20, 满意度指标: 10 },
  "execution-20-free": { execution: 20, 产出指标: 50, 效益指标: 20, 满意度指标: 10 },
  "among-indicators": { 产出指标: 60, 效益指标: 25, 满意度指标: 15 },
} as const;
const SECOND: Readonly<Record<string, readonly string[]>> = {
  成本指标: ["经济成本指标", "社会成本指标"],
  产出指标: ["数量指标", "质量指标", "时效指标"],
  效益指标: ["经济效益指标", "社会效益指标", "可持续影响指标"],
  满意度指标: ["服务对象满意度指标"],
};
const UNITS = ["个", "户", "人次", "公里", "亩", "场", "台", "万元"];

/**
 * Draws a table. One whose only sign of fewer decimals is full marks for a missed target contradicts itself as far as
 * anyone can see: it is drawn again.
 */
export function generate(seed: number): Made {
  const made = draw(seed);
  const all = made.rows.flatMap((one) => [one, ...(one.parts ?? [])]);
  return all.some((one) => one.roundsUp === true) && !all.some((one) => one.shows === true) ? generate(seed + 1_000_003) : made;
}

function draw(seed: number): Made {
  const it = chance(seed);
  const name = it.pick(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[]);
  const { execution, ...parts } = { execution: undefined, ...LAYOUTS[name] } as { execution: number | undefined } & Record<string, number>;
  const style: Style = {
    habit: it.pick([{ places: 2, down: false }, { places: 2, down: false }, { places: 0, down: true }, { places: 0, down: false }, { places: 1, down: false }, { places: 2, down: true }]),
    quotient: it.often(50), bands: it.often(25), step: it.pick(["floor", "linear", "ceil"]), grades: { partial: it.pick([60, 50]) },
    rateFirst: it.often(25) ? { places: it.pick([0, 1, 2]), down: false } : undefined,
    columns: it.often(30), padded: it.pick([0, 0, 2]), local: it.often(15) && (name === "execution-20" || name === "among-indicators"),
  };
  const rows: MadeRow[] = [];
  for (const [part, whole] of Object.entries(parts)) {
    const labelled = it.often(30) ? `${part}${it.pick([`(${whole}分)`, `（${whole}分）`, `（${whole} 分）`])}` : part;
    for (const weight of split(it, f(whole), part === "满意度指标" ? 1 + it.below(2) : 2 + it.below(4))) {
      const second = it.pick(SECOND[part] ?? []);
      rows.push(withGroups(makeRow(it, part, weight, style), [labelled, second], it, style));
    }
  }
  const traits = [name, `rounding ${style.habit.places}${style.habit.down ? " down" : ""}`, style.quotient ? "reverse quotient" : "reverse linear", ...rows.flatMap((one) => [one.kind, ...(one.parts === undefined ? [] : ["parts"])])];
  const first = rows[0];
  const among = execution === undefined && first !== undefined && first.parts === undefined && it.often(40);
  const money = execution === undefined && !among ? undefined : makeMoney(it, among ? first.weight : f(execution ?? 0), style);
  if (money !== undefined) traits.push(money.trait);
  if (among && money !== undefined) {
    // The rate is one of the indicators, and the money block only lists amounts.
    const { points, rate, reason } = money.cells;
    rows[0] = { kind: "execution", weight: first.weight, points: money.points, cells: { groups: first.cells["groups"], name: "预算执行率", weight: text(first.weight, style.padded), target: "100%", actual: rate, points, reason } };
    delete money.cells["weight"];
    delete money.cells["points"];
    traits.push("execution among indicators");
  }
  const total = rows.reduce((sum, one) => plus(sum, one.points), among ? ZERO : (money?.points ?? ZERO));
  const totalRounded = it.often(5) && (total[0] * 10n) % total[1] !== 0n;
  if (totalRounded) traits.push("total rounded");
  const printedTotal = totalRounded ? text(rounded(total, { places: 1, down: false })) : text(total, style.padded);
  return {
    rows, traits, totalRounded, habit: style.habit,
    options: style.local ? { place: "常州市" } : {},
    short: {
      category: "project", year: "2023", ...(style.local ? { place: "江苏省常州市" } : {}),
      ...(money === undefined ? {} : { money: [money.cells, ...money.parts] }),
      rows: rows.flatMap((one) => [one.cells, ...(one.parts ?? []).map((part) => part.cells)]),
      ...(it.often(85) ? { totalWeight: "100" } : {}),
      ...(it.often(95) ? { total: printedTotal } : {}),
    },
  };
}

/** A whole in so many weights: whole, halves or hundredths. */
function split(it: Chance, whole: F, count: number): readonly F[] {
  const grain = it.pick([1, 1, 2, 100].filter((one) => (whole[0] * BigInt(one)) % whole[1] === 0n));
  const units = Number((whole[0] * BigInt(grain)) / whole[1]);
  const least_ = 2 * grain;
  const list = Array.from({ length: count }, () => least_);
  for (let left = units - least_ * count; left > 0; ) {
    const more = Math.min(left, 1 + it.below(Math.max(1, units >> 1)));
    const at = it.below(count);
    list[at] = (list[at] ?? 0) + more;
    left -= more;
  }
  return list.map((one) => f(one, grain));
}

function withGroups(row: MadeRow, groups: readonly string[], it: Chance, style: Style): MadeRow {
  const made: MadeRow = { ...row, cells: { groups, ...row.cells } };
  if (row.kind !== "higher" || row.rescore === undefined || !it.often(12) || order(row.weight, f(6)) < 0) return made;
  // A group row and its parts: the group repeats what its parts score.
  const weights = split(it, row.weight, 2);
  const parts = weights.map((weight) => {
    const part = makeRow(it, "产出指标", weight, style, "higher");
    return { ...part, cells: { groups, ...part.cells, kind: "part" } };
  });
  const points = parts.reduce((sum, one) => plus(sum, one.points), ZERO);
  // Its own target is reached; what it scores is what its parts score.
  const { rescore: _, ...rest } = made;
  const actual = plus(made.target ?? ZERO, f(1 + it.below(2)));
  const shown = `${text(actual)}${String(made.cells["actual"]).endsWith(made.unit ?? "%") ? made.unit : ""}`;
  return { ...rest, points, parts, actual, cells: { ...made.cells, kind: "group", actual: shown, points: text(points, style.padded), reason: "" } };
}

const NAMES = ["培训", "改造", "巡查", "补助发放", "设备购置", "宣传活动", "检测", "养护"];
function makeRow(it: Chance, part: string, weight: F, style: Style, forced?: string): MadeRow {
  const kind = forced ?? (part === "满意度指标" ? "satisfaction" : it.pick(part === "成本指标" ? ["lower", "lower", "deviation"] : ["higher", "higher", "higher", "lower", "equal", "percent", "percent", "words", "yes-no", "date", "step", "tiers", "zero", "range"]));
  const name = `${it.pick(NAMES)}${part === "满意度指标" ? "对象满意度" : ""}${it.serial()}`;
  const base = { name, weight: text(weight, style.padded) };
  const missed = it.often(38);
  const row = (points: F, cells: Record<string, unknown>, more: Partial<MadeRow> = {}): MadeRow => ({ kind, weight, points, ...more, cells: { ...base, ...cells, points: text(points, style.padded) } });
  switch (kind) {
    case "words": {
      const level = it.pick(["full", "full", "full", "partial", "none"] as const);
      const share = (low: number, high: number): F => rounded(times(weight, f(low + it.below(high - low + 1), 100)), { places: style.habit.places, down: false });
      if (level === "full") {
        const word = it.pick(["效果明显", "显著提升", "达成预期指标", "健全"]);
        const points = it.often(70) ? weight : least(weight, most(share(85, 100), rounded(plus(times(weight, f(4, 5)), f(99, 100)), { places: 0, down: true })));
        return row(points, { target: word, actual: word, reason: "" });
      }
      const [low, high] = level === "partial" ? [style.grades.partial, 79] : [0, style.grades.partial - 1];
      const points = share(low, high);
      const inside = order(points, times(weight, f(high + 1, 100))) < 0 && order(points, rounded(times(weight, f(low, 100)), { places: 2, down: false })) >= 0;
      const safe = inside ? points : rounded(times(weight, f(low + high + 1, 200)), { places: 2, down: true });
      return row(safe, { target: "达成预期指标", actual: level === "partial" ? "部分达成预期指标并具有一定效果" : "未达成预期指标且效果较差", reason: "组织不力" });
    }
    case "yes-no":
      return missed && it.often(40) ? row(ZERO, { target: "是", actual: "否", reason: "未按时办理" }) : row(weight, { target: "是", actual: "是", reason: "" });
    case "date": {
      const month = 6 + it.below(7);
      const target = it.pick([`2023年${month}月`, `2023年${month}月底前`, `${month}月底前`, `2023年${month}月31日`]);
      const done = it.pick([`2023年${1 + it.below(month)}月`, `2023年${month - 1}月`]);
      return row(weight, { target: target.includes("31日") ? `2023年${month}月底` : target, actual: done, reason: "" });
    }
    case "range":
      return row(weight, { target: it.pick(["90%-100%", "90%～100%", "90-100%"]), actual: `${90 + it.below(11)}%`, reason: "" });
    case "deviation":
      return row(weight, { target: it.pick(["±10%", "±10%以内"]), actual: it.pick(["8%", "-9.5%", "±3%", "0%"]), reason: "" });
    case "zero": {
      const bad = missed && it.often(50);
      return row(bad ? ZERO : weight, { target: it.pick(["≤0次", "=0次"]), actual: bad ? `${1 + it.below(4)}次` : "0次", reason: bad ? "管理不到位" : "" });
    }
    case "step": {
      const below = it.often(50);
      const each = it.pick([1, 2, 5]);
      const cost = f(it.pick([1, 2, 4]), 4);
      const points = (actual: F): F => {
        const excess = below ? minus(f(100), actual) : minus(actual, f(100));
        if (excess[0] <= 0n) return weight;
        const steps = over(excess, f(each));
        const counted = style.step === "linear" ? steps : style.step === "floor" ? rounded(steps, { places: 0, down: true }) : order(rounded(steps, { places: 0, down: true }), steps) === 0 ? steps : plus(rounded(steps, { places: 0, down: true }), f(1));
        return most(ZERO, minus(weight, times(counted, cost)));
      };
      const actual = f(missed ? (below ? 10000 - 50 - it.below(900) : 10000 + 50 + it.below(900)) : below ? 10000 : 10000 - it.below(900), 100);
      const target = below ? `100%计满分,每低于${each}%扣${text(cost)}分,扣完为止` : `≤100%(计${text(weight)}分;每超过${each === 1 ? "一" : each}个百分点扣${text(cost)}分,扣完为止)`;
      return figured(row, weight, points, actual, f(100), { target, unit: "%", reason: missed ? "人员变动" : "" }, style, undefined);
    }
    case "tiers": {
      const award = [weight, rounded(times(weight, f(3, 4)), { places: 1, down: true }), rounded(times(weight, f(1, 2)), { places: 1, down: true })] as const;
      const points = (actual: F): F => (actual[0] === 0n ? award[0] : order(actual, f(10)) <= 0 ? award[1] : order(actual, f(20)) <= 0 ? award[2] : ZERO);
      const target = `0计${text(award[0])}分;0-10%(含)计${text(award[1])}分;10-20%(含)计${text(award[2])}分;大于20%不得分`;
      const actual = missed ? f(it.pick([500, 1000, 1001, 1575, 2000, 2300]), 100) : ZERO;
      // Points of a tier are as the rule prints them, whatever the habit.
      return { ...figured(row, weight, points, actual, ZERO, { target, unit: "%", reason: missed ? "追加预算" : "" }, { ...style, habit: { places: 2, down: false } }, undefined), kind };
    }
    default:
      return numeric(it, kind, weight, style, missed, row);
  }
}

type RowMaker = (points: F, cells: Record<string, unknown>, more?: Partial<MadeRow>) => MadeRow;

const paidOf = (exact: F, weight: F, habit: Rounding): F => (order(exact, weight) >= 0 ? weight : least(weight, rounded(exact, habit)));

function figured(row: RowMaker, weight: F, points: (actual: F) => F, actual: F, target: F, cells: { target: string; unit: string; reason: string } & Record<string, unknown>, style: Style, sign: MadeRow["sign"]): MadeRow {
  const rescore = (one: F): F => paidOf(points(one), weight, style.habit);
  const exact = points(actual);
  const missed = order(exact, weight) < 0;
  const roundsUp = missed && order(rescore(actual), weight) === 0;
  const shows = missed && !roundsUp && order(rescore(actual), rounded(exact, { places: 2, down: false })) !== 0;
  const { unit, ...rest } = cells;
  const shown = style.columns && sign !== undefined ? text(actual) : `${text(actual)}${unit}`;
  return row(rescore(actual), { ...rest, actual: shown }, { rescore, actual, target, unit, roundsUp, shows, ...(sign === undefined ? {} : { sign }) });
}

const WRITTEN = { "≥": ["≥", "≧", "不少于", ">="], "≤": ["≤", "≦", "不超过", "<="], "=": ["=", "═", "﹦"] } as const;

function numeric(it: Chance, kind: string, weight: F, style: Style, missed: boolean, row: RowMaker): MadeRow {
  const percent = kind === "percent" || kind === "satisfaction";
  const sign = kind === "lower" ? "≤" : kind === "equal" ? "=" : "≥";
  const target = kind === "satisfaction" ? f(style.local ? 92 : 90) : percent ? f(it.pick([80, 85, 90, 95, 96, 98])) : f(it.pick([3, 7, 12, 20, 50, 120, 365, 1500, 2400, 735]));
  const unit = percent ? "%" : it.pick(UNITS);
  const share = missed ? (kind === "lower" ? f(101 + it.below(70), 100) : f(62 + it.below(37), 100)) : kind === "lower" ? f(75 + it.below(26), 100) : kind === "equal" ? f(1) : f(100 + it.below(percent ? 3 : 28), 100);
  const raw = times(target, share);
  const places = percent || order(target, f(100)) < 0 ? it.pick([1, 2]) : 0;
  let actual = rounded(raw, { places, down: false });
  if (percent) actual = least(actual, f(100));
  const bandsOf = (one: F): F => (order(one, f(90)) >= 0 ? weight : times(weight, order(one, f(80)) >= 0 ? f(4, 5) : order(one, f(60)) >= 0 ? f(1, 2) : ZERO));
  const points = (one: F): F => {
    if (kind === "lower") {
      if (order(one, target) <= 0) return weight;
      if (style.quotient) return times(weight, over(target, one));
      return order(one, times(target, f(2))) >= 0 ? ZERO : times(weight, minus(f(1), over(minus(one, target), target)));
    }
    if (order(one, target) >= 0) return weight;
    if (kind === "satisfaction" && style.local && order(one, f(60)) < 0) return ZERO;
    if (kind === "satisfaction" && style.bands && !style.local) return bandsOf(one);
    return times(weight, over(one, target));
  };
  const reason = order(actual, target) === 0 || order(points(actual), weight) === 0 ? "" : "受疫情影响";
  const written = it.pick(WRITTEN[sign]);
  const columns = { target: text(target), nature: sign === "≤" ? "反向" : "正向", sign: { "≥": "大于等于", "≤": "小于等于", "=": "等于" }[sign] };
  const cells = style.columns ? { ...columns, unit, reason } : { target: `${written}${text(target)}${unit}`, unit, reason };
  const made = figured(row, weight, points, actual, target, cells, style, sign);
  return style.columns ? { ...made, cells: { ...made.cells, unit } } : made;
}

// ---- the money block -----------------------------------------------------------------------------------------------

function makeMoney(it: Chance, weight: F, style: Style): { cells: Record<string, string>; parts: Record<string, string>[]; points: F; trait: string } {
  const budget = f(1000 + it.below(900000), 100);
  const executed = it.often(35) ? budget : rounded(times(budget, f(70 + it.below(30), 100)), { places: 2, down: false });
  const rate = times(over(executed, budget), f(100));
  const shown = style.rateFirst ?? { places: it.pick([1, 2, 2]), down: it.often(15) };
  const printed = rounded(rate, shown);
  const used = style.rateFirst === undefined ? rate : printed;
  const points = paidOf(times(weight, over(used, f(100))), weight, style.habit);
  const reason = order(rate, f(90)) < 0 ? "项目跨年实施" : "";
  const amounts = (whole: F): string => text(whole, 2);
  const row = { name: "年度资金总额", initial: amounts(budget), adjusted: amounts(budget), executed: amounts(executed), weight: text(weight, style.padded), rate: `${text(printed, shown.places)}%`, points: text(points, style.padded), reason };
  const part = it.often(40) ? [{ name: "其中：财政拨款", initial: amounts(budget), adjusted: amounts(budget), executed: amounts(executed), rate: `${text(printed, shown.places)}%` }] : [];
  return { cells: row, parts: part, points, trait: style.rateFirst === undefined ? "rate exact" : `rate first ${shown.places}` };
}
