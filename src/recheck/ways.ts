// 评分办法的可能: what a row would score in every way it may have been scored, by the expressions of the methods
// themselves. A way is a method and, before it multiplies by the weight, a rounding of the rate.
import { compileLeaf } from "../compile/leaf.ts";
import { evaluate } from "../expression/exact.ts";
import { type Expression, rounded } from "../expression/expression.ts";
import { rebuild } from "../expression/rebuild.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { type Exact, HUNDRED, type RoundingMode } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import type { Basis, FormScoring } from "../types/types.ts";

export interface Habit {
  readonly places: number;
  readonly mode: RoundingMode;
}

/** One way of scoring a row. Rows of one family are scored the same way in one table. */
export interface Way {
  readonly id: string;
  readonly title: string;
  readonly basis: Basis | undefined;
  /** `printed`: with the rate as it is printed */
  readonly rate: Habit | "exact" | "printed";
  /** before the rounding of points */
  readonly points: Exact;
  /** points that a rule prints: nothing is rounded */
  readonly fixed?: true;
}

/** Roundings of a rate in percent, the usual first. */
export const RATE_ROUNDINGS: readonly Habit[] = (["half-up", "down"] as const).flatMap((mode) => [2, 1, 0].map((places) => ({ places, mode })));

const NAMED_SHARES = new Set(["completion-rate", "excess-rate", "position"]);
const BASIS: Basis = { document: "", status: "illustrative" };

interface Given {
  readonly unit?: string | undefined;
  readonly domain?: string;
  readonly target?: { readonly is: Comparator | undefined; readonly value: Exact };
}

/** A method on one row: the points of its inputs, unrounded, also with its rate rounded first; undefined where it cannot be used. */
function scorerOf(method: LinkedLeaf["method"], weight: Exact, { unit, domain, target }: Given): ((inputs: Readonly<Record<string, Exact>>, rate?: Habit) => Exact | undefined) | undefined {
  const leaf: LinkedLeaf = {
    type: "leaf", path: "", id: "", name: "", use: undefined, weight, unit, domain, target: target && { text: "", ...target },
    targetFaulty: false, method, measure: undefined, tags: [], definition: undefined, evidence: undefined, basis: BASIS, notApplicable: "zero", own: true,
    place: () => ({ path: [] }),
  };
  let refused = false;
  const program = compileLeaf(leaf, { places: 0, mode: "half-up" }, undefined, [], (one) => void (refused ||= one.severity === "error"));
  if (program === undefined || refused) return undefined;
  return (inputs, rate) => {
    const shares = rate === undefined ? program.unrounded : rebuild(program.unrounded, (one) => rateRounded(one, rate));
    const points = evaluate(shares, (name) => inputs[name] ?? "missing");
    return typeof points === "string" ? undefined : points;
  };
}

/** The points of a method for a row, unrounded; undefined where the method cannot be used on it. */
export const pointsBy = (method: LinkedLeaf["method"], weight: Exact, inputs: Readonly<Record<string, Exact>>, given: Given = {}): Exact | undefined => scorerOf(method, weight, given)?.(inputs);

/** A share of one is rounded as a percentage: two places more. */
const rateRounded = (one: Expression, { places, mode }: Habit): Expression => (one.op === "named" && NAMED_SHARES.has(one.id) ? { ...one, of: rounded(one.of, places + 2, mode) } : one);

/** Every way of a list of scorings for a target and an actual value. */
export function waysOf(scorings: readonly FormScoring[], weight: Exact, target: { readonly is: Comparator | undefined; readonly value: Exact }, value: Exact, unit: string | undefined): readonly Way[] {
  return scorings.flatMap(({ title, method, basis }, index) => {
    const scorer = scorerOf(method, weight, { unit, target });
    return [undefined, ...RATE_ROUNDINGS].flatMap((rate): Way[] => {
      const points = scorer?.({ value }, rate);
      return points === undefined ? [] : [{ id: `${index}`, title, basis, rate: rate ?? "exact", points }];
    });
  });
}

/** Every way of scoring the execution of a budget, from amounts where they are printed and from the rate. */
export function executionWays(scorings: readonly FormScoring[], weight: Exact, amounts: { readonly initial?: Exact | undefined; readonly adjusted?: Exact | undefined; readonly executed?: Exact | undefined }, rate: Exact | undefined): readonly Way[] {
  const fromAmounts = scorings.flatMap(({ title, method, basis }, index) =>
    [undefined, ...RATE_ROUNDINGS].flatMap((habit): Way[] => {
      const { executed, adjusted, initial } = amounts;
      const budget = method["denominator"] === "initial-budget" ? initial : adjusted;
      // Nothing says what a budget of nothing scores.
      if (executed === undefined || budget === undefined || budget.n === 0n) return [];
      const rounding = habit && { "rate-rounding": { places: String(habit.places), mode: habit.mode } };
      const points = pointsBy({ ...method, ...rounding }, weight, { executed, [String(method["denominator"])]: budget });
      return points === undefined ? [] : [{ id: `${index}`, title, basis, rate: habit ?? "exact", points }];
    }),
  );
  const [first] = scorings;
  if (first === undefined || rate === undefined) return fromAmounts;
  const points = pointsBy(first.method, weight, { executed: rate, [String(first.method["denominator"])]: HUNDRED });
  const printed: Way[] = points === undefined ? [] : [{ id: "0", title: first.title, basis: first.basis, rate: "printed", points }];
  // From the exact rate first, then as printed, then rounded in other ways.
  return [...fromAmounts.slice(0, 1), ...printed, ...fromAmounts.slice(1)];
}

