// 逐行判断: what the points of a row should be, and how the printed ones relate to that. Verdicts only; the findings
// make words of them.
import type { AssumptionId } from "../messages/assumptions.ts";
import { compare, divide, type Exact, exact, HUNDRED, multiply, round, ZERO } from "../numbers/number.ts";
import { readInterval } from "../numbers/quantity.ts";
import { readTarget } from "../reading/index.ts";
import type { PrintedMethod } from "../reading/types.ts";
import type { Basis, FormDocument, FormScoring } from "../types/types.ts";
import { type Compared, compareReadings, type Hints } from "./compare.ts";
import type { Question } from "./habit.ts";
import type { Norms } from "./norms.ts";
import type { Entry, View } from "./view.ts";
import { pointsBy, type Way, waysOf } from "./ways.ts";

export type Verdict = "open" | "fine" | "missed-full" | "met-partial" | "differs";

/** A row on which one can say something: compared, and where needed with a question to the table's habits. */
export interface Asked {
  readonly entry: Entry;
  readonly compared: Compared;
  readonly weight: Exact | undefined;
  readonly points: Exact | undefined;
  /** decided by the row alone */
  readonly verdict: Verdict | "ask";
  readonly question?: Question;
  /** points in words where there is no one figure: 8–10 */
  readonly expected?: Exact | readonly [low: Exact, high: Exact];
  readonly assumed?: AssumptionId;
  readonly basis?: Basis;
}

/** Words in a name or unit by which more is worse, or time by which nobody can say. */
const WORSE = /事故|投诉|死亡|发病|患病|受害|成灾|违规|违纪|失误|差错|流失|返贫|超支|超标|误差|中断|故障|排放|能耗|损失|欠薪|逾期|空置|闲置|结余|结转/;
const TIME = /^(?:小时|分钟|秒|天|日|个?工作日|个?月|周)$/;

export function hintsOf({ row, role, target }: Entry, year: string | undefined): Hints {
  const labels = row.groups.map((one) => one.text).join(" ");
  const unit = target?.kind === "number" ? (target.figure.unit ?? row.unit?.text ?? "") : "";
  const unsure = WORSE.test(row.name.text) || TIME.test(unit) || labels.includes("时效");
  return { assumed: unsure ? undefined : role === "cost" || labels.includes("成本") ? "lower" : "higher", year };
}

/** What a row alone says about its points. */
export function ask(entry: Entry, view: View, form: FormDocument | undefined, norms: Norms): Asked {
  const compared = compareReadings(entry.target, entry.actual, hintsOf(entry, view.table.year));
  const weight = entry.weight.state === "figure" ? entry.weight.value : undefined;
  const points = entry.points.state === "figure" ? entry.points.value : undefined;
  const base = { entry, compared, weight, points, ...(compared.assumed === undefined ? {} : { assumed: compared.assumed }) };
  if (weight === undefined || points === undefined || compare(points, weight) > 0 || entry.execution) return { ...base, verdict: "open" };
  const full = compare(points, weight) === 0;
  const line = entry.role === "satisfaction" ? zeroLine(compared, norms) : undefined;
  if (line !== undefined) return { ...base, verdict: points.n === 0n ? "fine" : "differs", expected: ZERO, basis: line };
  const rule = entry.target?.rule ?? (entry.standard === undefined ? undefined : readTarget(entry.standard).rule);
  // A rule beside the target that says more than is understood leaves the usual ways open, but for what it denies.
  if (entry.target?.rule !== undefined || rule?.method !== undefined) return byRule({ entry, compared, weight, points }, rule?.method, weight, points);
  if (points.n === 0n && entry.standard !== undefined && entry.standard.includes("不得分")) return { ...base, verdict: "open" };
  if (compared.level !== undefined) return byLevel(base, compared.level, weight, points, form);
  const { figures, outcome, assumed } = compared;
  if (outcome === "open") return { ...base, verdict: "open" };
  if (outcome === "met") {
    // Without a sign, less than full marks may mean that less was wanted.
    if (full) return { ...base, verdict: "fine" };
    return assumed === "direction-assumed" ? { ...base, verdict: "open" } : { ...base, verdict: "met-partial", expected: weight };
  }
  if (figures === undefined) return { ...base, verdict: full ? "missed-full" : "open" };
  const { direction } = figures;
  if (direction === undefined) return { ...base, verdict: "open" };
  const family = entry.role === "satisfaction" && direction !== "lower" ? "satisfaction" : direction;
  const scorings: readonly FormScoring[] = form?.scoring[family] ?? [];
  const strict = figures.is === ">" || figures.is === "<" ? figures.is : undefined;
  const all = waysOf(scorings, weight, { is: strict, value: figures.target }, figures.actual, figures.unit);
  // Of a missed target, no way may say that it earns full marks but by rounding.
  const ways = all.filter((one) => compare(one.points, weight) < 0);
  return { ...base, verdict: ways.length === 0 ? (full ? "missed-full" : "open") : "ask", question: { family, ways, weight, printed: points, ...(full ? { silent: true } : {}) } };
}

type Base = Omit<Asked, "verdict">;

function zeroLine({ figures }: Compared, { zeroLines }: Norms): Basis | undefined {
  if (figures === undefined || (figures.unit !== undefined && figures.unit !== "%" && figures.unit !== "分")) return undefined;
  return zeroLines.find(({ below }) => compare(figures.actual, exact(below)) < 0)?.basis;
}

/** A rule printed in the target cell: in every way in which a started step may count. */
function byRule(base: Base, method: PrintedMethod | undefined, weight: Exact, points: Exact): Asked {
  const { figures } = base.compared;
  if (method === undefined || figures === undefined) return { ...base, verdict: "open" };
  const inputs = { value: figures.actual };
  const way = (id: string, title: string, found: Exact | undefined, fixed?: true): Way[] => (found === undefined ? [] : [{ id, title, basis: undefined, rate: "exact", points: found, ...(fixed === undefined ? {} : { fixed }) }]);
  const ways =
    method.kind === "tiered"
      ? way("tiered", "tiered", pointsBy({ kind: "tiered", tiers: method.tiers }, weight, inputs, { unit: method.unit, domain: `>= 0${method.unit}` }), true)
      : (["floor", "linear", "ceil"] as const).flatMap((step) => {
          const { from, direction, each } = method;
          return way(step, step, pointsBy({ kind: "deduction", per: "unit", from, direction, each, deduct: { points: method.points }, step }, weight, inputs, { unit: "%" }));
        });
  return ways.length === 0 ? { ...base, verdict: "open" } : { ...base, verdict: "ask", question: { family: `rule-${method.kind}`, ways, weight, printed: points } };
}

/** 定性: the points must lie in the interval of the grade, in one of the known sets of intervals. */
function byLevel(base: Base, level: "full" | "partial" | "none", weight: Exact, points: Exact, form: FormDocument | undefined): Asked {
  const full = compare(points, weight) === 0;
  const sets = form?.qualitative ?? [];
  const bounds = sets.flatMap((set) => {
    const range = readInterval(set[level]);
    const end = (bound: NonNullable<typeof range>["low"]) => bound && { closed: bound.closed, at: round(multiply(divide(bound.quantity.value, HUNDRED) ?? ZERO, weight), 2, "half-up") };
    return range === undefined ? [] : [{ low: end(range.low), high: end(range.high) }];
  });
  const inside = bounds.some(({ low, high }) => (low === undefined || compare(points, low.at) >= (low.closed ? 0 : 1)) && (high === undefined || compare(points, high.at) <= (high.closed ? 0 : -1)));
  const [first] = bounds;
  const expected = first && ([first.low?.at ?? ZERO, first.high?.at ?? weight] as const);
  const judged = { ...base, assumed: base.assumed ?? ("qualitative-bands" as const), ...(expected === undefined ? {} : { expected }) };
  if (level === "full") return full ? { ...base, verdict: "fine" } : bounds.length === 0 ? { ...base, verdict: "open" } : { ...judged, verdict: inside ? "fine" : "met-partial" };
  if (full && weight.n !== 0n) return { ...judged, verdict: "missed-full" };
  return { ...judged, verdict: bounds.length === 0 ? "open" : inside ? "fine" : "differs" };
}
