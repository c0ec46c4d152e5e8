// One corruption of a generated table: a cell changed so that the table contradicts itself, and the cells at which a
// recheck may say so — the cell itself, its row, and the sums that it enters.
import { chance, type Chance, f, type F, type Made, type MadeRow, order, rounded, text } from "./generated-tables.ts";
import { changed, type Short } from "./tables.ts";

export interface Corruption {
  readonly kind: string;
  readonly what: string;
  readonly short: Short;
  /** where it may be found; an empty text is the table as a whole */
  readonly at: readonly string[];
}
interface Place {
  readonly row: MadeRow;
  readonly index: number;
  readonly group: number | undefined;
}
type Kind = (made: Made, places: readonly Place[], it: Chance) => Omit<Corruption, "kind" | "short"> & { readonly change: Record<string, unknown> } | undefined;

const cellOf = ({ index }: Place, key: string): string => `rows[${index}].${key}`;
const printed = (place: Place, key: string): string => String(place.row.cells[key]);
const ownRow = (place: Place): string[] => ["target", "actual", "points", "weight"].map((key) => cellOf(place, key));
const labelsOf = (places: readonly Place[]): string[] => places.map((one) => cellOf(one, "groups[0]"));
/** Where budget execution is one of the indicators, its row rests on the money block. */
const executionRow = (places: readonly Place[]): string[] => places.filter(({ row }) => row.kind === "execution").flatMap(ownRow);
const choose = (places: readonly Place[], it: Chance, test: (row: MadeRow) => boolean): Place | undefined => {
  const fit = places.filter(({ row }) => test(row));
  return fit.length === 0 ? undefined : it.pick(fit);
};
const one = (place: Place, key: string, value: string, at: readonly string[] = []): ReturnType<Kind> => ({
  what: `${printed(place, "name")} ${key}: ${printed(place, key)} → ${value}`,
  change: { [cellOf(place, key)]: value },
  at: [...ownRow(place), ...at],
});
/** A figure that differs by at least `step` and stays above zero. */
function moved(value: F, step: number, it: Chance, limit?: F): F {
  for (;;) {
    const by = f(step * (1 + it.below(4)));
    const next: F = it.often(50) ? [value[0] * by[1] + by[0] * value[1], value[1] * by[1]] : [value[0] * by[1] - by[0] * value[1], value[1] * by[1]];
    if (next[0] > 0n && (limit === undefined || order(next, limit) <= 0)) return next;
  }
}

const KINDS: Readonly<Record<string, Kind>> = {
  points(_, places, it) {
    const place = it.pick(places);
    const group = place.group === undefined ? [] : [`rows[${place.group}].points`];
    return one(place, "points", text(moved(place.row.points, 1, it)), ["total", ...group]);
  },
  "money points"(made, _, it) {
    const row = made.short.money?.[0];
    if (row?.["points"] === undefined) return undefined;
    const value = text(moved(decimal(row["points"]), 1, it));
    return { what: `money points: ${row["points"]} → ${value}`, change: { "money[0].points": value }, at: ["money[0].points", "total"] };
  },
  weight(_, places, it) {
    const place = it.pick(places);
    const group = place.group === undefined ? [] : [`rows[${place.group}].weight`];
    return one(place, "weight", text(moved(place.row.weight, 1, it)), ["totalWeight", "", ...labelsOf(places), ...group]);
  },
  "weight × 10"(_, places, it) {
    const place = choose(places, it, (row) => row.cells["kind"] !== "part");
    return place && one(place, "weight", text([place.row.weight[0] * 10n, place.row.weight[1]]), ["totalWeight", ""]);
  },
  total(made, _, it) {
    if (made.short["total"] === undefined) return undefined;
    const value = text(moved(decimal(String(made.short["total"])), 1, it));
    return { what: `total: ${String(made.short["total"])} → ${value}`, change: { total: value }, at: ["total"] };
  },
  "total weight"(made, _, it) {
    if (made.short["totalWeight"] === undefined) return undefined;
    const value = text(moved(f(100), 1, it));
    return { what: `total weight → ${value}`, change: { totalWeight: value }, at: ["totalWeight"] };
  },
  rate(made, places, it) {
    const row = made.short.money?.[0];
    if (row === undefined || row === null) return undefined;
    const value = `${text(moved(decimal(row["rate"]?.replace("%", "") ?? ""), 2, it, f(99)))}%`;
    return { what: `rate: ${row["rate"]} → ${value}`, change: { "money[0].rate": value }, at: ["money[0].rate", "money[0].points", ...executionRow(places)] };
  },
  executed(made, places, it) {
    const row = made.short.money?.[0];
    if (row === undefined || row === null) return undefined;
    const value = text(rounded([decimal(row["executed"] ?? "")[0] * BigInt(it.pick([50, 80, 90, 112, 130])), decimal(row["executed"] ?? "")[1] * 100n], { places: 2, down: false }), 2);
    return { what: `executed: ${row["executed"]} → ${value}`, change: { "money[0].executed": value }, at: [...["executed", "rate", "points"].map((key) => `money[0].${key}`), ...executionRow(places)] };
  },
  budget(made, places, it) {
    const row = made.short.money?.[0];
    if (row === undefined || row === null) return undefined;
    const value = text(rounded([decimal(row["adjusted"] ?? "")[0] * BigInt(it.pick([70, 120, 200])), decimal(row["adjusted"] ?? "")[1] * 100n], { places: 2, down: false }), 2);
    return { what: `budget: ${row["adjusted"]} → ${value}`, change: { "money[0].adjusted": value, "money[0].initial": value }, at: [...["adjusted", "executed", "rate", "points"].map((key) => `money[0].${key}`), ...executionRow(places)] };
  },
  actual(_, places, it) {
    for (let tries = 0; tries < 40; tries++) {
      const place = choose(places, it, (row) => row.rescore !== undefined && row.actual !== undefined && row.actual[0] !== 0n);
      const { rescore, actual, unit } = place?.row ?? {};
      if (place === undefined || rescore === undefined || actual === undefined) return undefined;
      const value = rounded([actual[0] * BigInt(60 + it.below(90)), actual[1] * 100n], { places: 2, down: false });
      // The points that the table itself would give for the new value must be others than those printed.
      if (order(rescore(value), place.row.points) !== 0) return one(place, "actual", `${text(value)}${printed(place, "actual").endsWith(unit ?? "%") ? unit : ""}`);
    }
    return undefined;
  },
  "target sign"(_, places, it) {
    const place = choose(places, it, ({ sign, actual, target, cells }) => (sign === "≥" || sign === "≤") && cells["sign"] === undefined && actual !== undefined && target !== undefined && order(actual, target) !== 0);
    if (place === undefined) return undefined;
    const figure = `${text(place.row.target ?? f(0))}${place.row.unit}`;
    return one(place, "target", `${place.row.sign === "≥" ? "≤" : "≥"}${figure}`);
  },
  "sign column"(_, places, it) {
    const place = choose(places, it, ({ cells }) => cells["sign"] === "大于等于" || cells["sign"] === "小于等于");
    return place && one(place, "sign", place.row.cells["sign"] === "大于等于" ? "小于等于" : "大于等于", [cellOf(place, "sign")]);
  },
  "actual unit"(_, places, it) {
    const place = choose(places, it, ({ actual, unit, cells }) => actual !== undefined && unit !== undefined && String(cells["actual"]).endsWith(unit));
    if (place === undefined) return undefined;
    const unit = it.pick(["公里", "亩", "万元", "人次", "%"].filter((other) => other !== place.row.unit));
    return one(place, "actual", `${text(place.row.actual ?? f(0))}${unit}`);
  },
  "actual empty"(_, places, it) {
    const place = choose(places, it, ({ points, parts, cells, kind }) => points[0] > 0n && parts === undefined && kind !== "execution" && !String(cells["target"]).includes("扣") && !String(cells["target"]).includes("计"));
    return place && one(place, "actual", it.pick(["", "/", "—"]));
  },
  "actual in words"(_, places, it) {
    const place = choose(places, it, ({ sign, target, points }) => sign !== undefined && points[0] > 0n && target !== undefined && order(target, f(100)) !== 0);
    return place && one(place, "actual", it.pick(["完成", "已完成", "达标"]));
  },
  "malformed number"(_, places, it) {
    const place = it.pick(places);
    const key = it.pick(["weight", "points"]);
    return one(place, key, it.pick(["7,00.0,77", "1O", "9..5", "1.2.3"]), ["total", "totalWeight", ""]);
  },
  "late date"(_, places, it) {
    const place = choose(places, it, ({ kind }) => kind === "date");
    return place && one(place, "actual", "2024年2月");
  },
  "worse word"(_, places, it) {
    const place = choose(places, it, ({ kind, cells, points, weight }) => kind === "words" && order(points, weight) === 0 && cells["target"] === cells["actual"]);
    return place && one(place, "actual", it.pick(["部分达成预期指标并具有一定效果", "未达成预期指标且效果较差"]));
  },
  "no for yes"(_, places, it) {
    const place = choose(places, it, ({ kind, points }) => kind === "yes-no" && points[0] > 0n);
    return place && one(place, "actual", "否");
  },
  "out of range"(_, places, it) {
    const place = choose(places, it, ({ kind }) => kind === "range" || kind === "deviation");
    return place && one(place, "actual", place.row.kind === "range" ? "81%" : "-14%");
  },
  "section label"(_, places, it) {
    const labelled = places.filter(({ row }) => /\d/.test(String((row.cells["groups"] as string[])[0])));
    if (labelled.length === 0) return undefined;
    const place = it.pick(labelled);
    const label = String((place.row.cells["groups"] as string[])[0]);
    const wrong = label.replace(/\d+/, (figure) => String(Number(figure) + 5));
    const all = places.filter(({ row }) => (row.cells["groups"] as string[])[0] === label);
    return { what: `label: ${label} → ${wrong}`, change: Object.fromEntries(all.map((each) => [cellOf(each, "groups[0]"), wrong])), at: labelsOf(all) };
  },
  nature(_, places, it) {
    const place = choose(places, it, ({ cells }) => (cells["nature"] === "正向" && cells["sign"] === "大于等于") || cells["nature"] === "反向");
    return place && one(place, "nature", place.row.cells["nature"] === "正向" ? "反向" : "正向", [cellOf(place, "sign")]);
  },
};
export const CORRUPTIONS = Object.keys(KINDS);

function decimal(written: string): F {
  const [whole = "0", rest = ""] = written.split(".");
  return [BigInt(whole + rest), 10n ** BigInt(rest.length)];
}

/** A corruption of the table, of a kind drawn by chance. */
export function corrupt(made: Made, seed: number): Corruption {
  const it = chance(seed);
  let index = 0;
  const places = made.rows.flatMap((row): Place[] => {
    const group = index++;
    return [{ row, index: group, group: undefined }, ...(row.parts ?? []).map((part) => ({ row: part, index: index++, group }))];
  });
  for (;;) {
    const kind = it.pick(CORRUPTIONS);
    const found = KINDS[kind]?.(made, places, it);
    if (found !== undefined) return { kind, what: found.what, short: changed(made.short, found.change), at: found.at };
  }
}
