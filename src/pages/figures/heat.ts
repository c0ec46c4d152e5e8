// 热力图: indicators × evaluations of one framework, by the share of the weight that was reached. An indicator that
// fewer than half of the evaluations have (个性指标) is taken together with the others of its group.
import { add, compare, divide, type Exact, exact, HUNDRED, multiply, round, toText, ZERO } from "../../numbers/number.ts";
import type { IndicatorScore, Scorecard } from "../../types/scorecard-types.ts";
import { figure, quotient } from "./sums.ts";
import type { BatchRow, HeatCell, HeatCounts, HeatMap, HeatRow } from "./types.ts";

/** Beyond so many evaluations a heat map counts them instead of showing each. */
export const MOST_COLUMNS = 60;
/** Lower bounds (inclusive) of the shares that are counted together, in percent; below the last, 0 stands apart. */
const BOUNDS = ["100", "90", "80", "60"].map(exact);
export const HEAT_BANDS = ["100%", "90%–100%", "80%–90%", "60%–80%", "0–60%", "0"] as const;

interface Line extends HeatRow {
  readonly of: ReadonlyMap<Scorecard, readonly IndicatorScore[]>;
}

export function heatMap(rows: readonly BatchRow[], cards: readonly Scorecard[]): HeatMap | undefined {
  const shown = rows.map((row) => cards[row.index]).filter((card) => card !== undefined);
  const [first] = shown;
  if (first === undefined) return undefined;
  const lines = linesOf(shown);
  const cells = lines.map(({ of }) => shown.map((card) => cellOf(of.get(card) ?? [])));
  return {
    framework: { id: first.framework.id, version: first.framework.version, title: first.framework.title },
    rows: lines.map(({ path, names, own }) => ({ path, names, own })),
    columns: rows.map((one) => one.number),
    ...(rows.length > MOST_COLUMNS ? {} : { cells: cells.map((row) => row.map(({ share, state }): HeatCell => (share === undefined ? { state } : { share: toText(round(share, 0, "down"), 0) }))) }),
    counts: cells.map(countsOf),
  };
}

/** The lines in the order of the framework: what follows something in one evaluation follows it here. */
function linesOf(cards: readonly Scorecard[]): readonly Line[] {
  const frequency = new Map<string, number>();
  for (const { path } of cards.flatMap((card) => card.indicators)) frequency.set(path, (frequency.get(path) ?? 0) + 1);
  const isCommon = (path: string): boolean => (frequency.get(path) ?? 0) * 2 >= cards.length || !path.includes("/");
  const order: string[] = [];
  const lines = new Map<string, { path: string; names: readonly string[]; own: boolean; of: Map<Scorecard, IndicatorScore[]> }>();
  for (const card of cards) {
    let after = -1;
    for (const one of card.indicators) {
      const own = !isCommon(one.path);
      const path = own ? one.path.slice(0, one.path.lastIndexOf("/")) : one.path;
      const id = `${own ? "own" : "one"} ${path}`;
      let line = lines.get(id);
      if (line === undefined) {
        line = { path, names: own ? one.groups : [...one.groups, one.name], own, of: new Map() };
        lines.set(id, line);
        order.splice(after + 1, 0, id);
      }
      after = order.indexOf(id);
      line.of.set(card, [...(line.of.get(card) ?? []), one]);
    }
  }
  return order.flatMap((id) => lines.get(id) ?? []);
}

type Reached = { readonly share: Exact; readonly state?: undefined } | { readonly share?: undefined; readonly state: "not-applicable" | "missing" | "pending" | "absent" };

/** Points of the weight in percent; indicators that do not apply do not count, an open one leaves the share open. */
function cellOf(indicators: readonly IndicatorScore[]): Reached {
  if (indicators.length === 0) return { state: "absent" };
  const open = indicators.find((one) => one.points === undefined);
  if (open !== undefined) return { state: open.state === "pending" ? "pending" : "missing" };
  const scored = indicators.filter((one) => one.lost !== undefined);
  if (scored.length === 0) return { state: "not-applicable" };
  if (scored.every((one) => !/[1-9]/.test(one.lost ?? ""))) return { share: HUNDRED };
  const sum = (text: (one: IndicatorScore) => string): Exact => scored.map((one) => figure(text(one))).reduce(add, ZERO);
  const share = divide(multiply(sum((one) => one.points ?? "0"), HUNDRED), sum((one) => one.effectiveWeight ?? one.weight));
  return share === undefined ? { state: "not-applicable" } : { share };
}

function countsOf(cells: readonly Reached[]): HeatCounts {
  const shares = cells.flatMap(({ share }) => share ?? []);
  const band = (share: Exact): number => {
    const at = BOUNDS.findIndex((from) => compare(share, from) >= 0);
    return at >= 0 ? at : BOUNDS.length + (compare(share, ZERO) > 0 ? 0 : 1);
  };
  const mean = quotient(shares.reduce(add, ZERO), { n: BigInt(shares.length), d: 1n });
  return {
    counts: HEAT_BANDS.map((_, at) => shares.filter((share) => band(share) === at).length),
    notApplicable: cells.filter(({ state }) => state === "not-applicable").length,
    open: cells.filter(({ state }) => state === "missing" || state === "pending").length,
    ...(mean === undefined ? {} : { average: mean }),
  };
}
