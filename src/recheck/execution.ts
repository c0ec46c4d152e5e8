// 预算执行: the printed rate against the amounts, and the ways in which the row may have been scored.
import { compare, divide, type Exact, HUNDRED, multiply, ONE, round } from "../numbers/number.ts";
import type { Reading } from "../reading/types.ts";
import { exactOf } from "../reading/figure.ts";
import type { FormScoring } from "../types/types.ts";
import { type Amount, valueOf } from "./amount.ts";
import type { MoneyView } from "./view.ts";
import { executionWays, type Way } from "./ways.ts";

export type Denominator = "adjusted-budget" | "initial-budget";

export interface Rate {
  /** in percent, from the amounts; over the full-year budget, or the initial one where that is what the table prints */
  readonly computed: Exact | undefined;
  readonly over: Denominator;
  /** in percent, as printed */
  readonly printed: Exact | undefined;
  /** `natural`: to its digits; `cut`, `fewer`: by a habit; `capped`: 100 % where more was spent */
  readonly agrees: "natural" | "cut" | "fewer" | "capped" | "no" | "unknown";
}

const percentOf = (executed: Exact | undefined, budget: Exact | undefined): Exact | undefined => {
  const ratio = executed === undefined || budget === undefined ? undefined : divide(executed, budget);
  return ratio && multiply(ratio, HUNDRED);
};

export function rateOf({ executed, adjusted, initial, rate }: MoneyView): Rate {
  const [byAdjusted, byInitial] = [percentOf(valueOf(executed), valueOf(adjusted)), percentOf(valueOf(executed), valueOf(initial))];
  const agreement = (computed: Exact | undefined) => agreementOf(rate, computed);
  const first = { computed: byAdjusted ?? byInitial, over: byAdjusted === undefined && byInitial !== undefined ? "initial-budget" : "adjusted-budget", ...agreement(byAdjusted ?? byInitial) } as const;
  if (first.agrees !== "no" || byAdjusted === undefined || byInitial === undefined) return first;
  const second = agreement(byInitial);
  return second.agrees === "natural" ? { computed: byInitial, over: "initial-budget", ...second } : first;
}

/** A printed rate against what it should be. Without a sign, a figure of at most 1 is a ratio where that is nearer. */
export function agreementOf(rate: Amount, computed: Exact | undefined): Pick<Rate, "printed" | "agrees"> {
  if (rate.state !== "figure") return { printed: undefined, agrees: "unknown" };
  const ratio = rate.unit === undefined && compare(rate.value, ONE) <= 0 && (computed === undefined || compare(computed, ONE) > 0);
  const printed = ratio ? multiply(rate.value, HUNDRED) : rate.value;
  const places = ratio ? Math.max(0, rate.places - 2) : rate.places;
  if (computed === undefined) return { printed, agrees: "unknown" };
  const is = (at: number, mode: "half-up" | "down"): boolean => compare(round(computed, at, mode), printed) === 0;
  if (is(places, "half-up")) return { printed, agrees: "natural" };
  if (is(places, "down")) return { printed, agrees: "cut" };
  if (places > 0 && is(places - 1, "half-up")) return { printed, agrees: "fewer" };
  const capped = compare(printed, HUNDRED) === 0 && compare(computed, HUNDRED) > 0;
  return { printed, agrees: capped ? "capped" : "no" };
}

/** The ways of scoring the row of the money block. */
export const moneyWays = (scorings: readonly FormScoring[], weight: Exact, money: MoneyView, rate: Rate): readonly Way[] =>
  executionWays(scorings, weight, { initial: valueOf(money.initial), adjusted: valueOf(money.adjusted), executed: valueOf(money.executed) }, rate.printed);

/** The rate that an indicator row prints as its actual value, in percent. */
export function rateIn(actual: Reading | undefined): Exact | undefined {
  const figure = actual?.kind === "number" ? actual.figure : actual?.kind === "formula" ? actual.result : undefined;
  if (figure === undefined || (figure.unit !== undefined && figure.unit !== "%")) return undefined;
  const value = exactOf(figure);
  return figure.unit === undefined && compare(value, ONE) <= 0 ? multiply(value, HUNDRED) : value;
}
