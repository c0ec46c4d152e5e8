// 数量: what a figure in a document says. `92.5%`, `>= 400 户`, `[80%, 90%)`.
//
// One strict grammar for frameworks, objectives and actuals; the words of a bound stand in bounds.ts. Nothing is
// guessed: a bare number where the unit is % is refused, because 0.95 and 95 are both common ways to write it.
import { plainBounds } from "./bounds.ts";
import { conversion, parseUnit } from "./units.ts";
import { divide, type Exact, HUNDRED, multiply, parseExact, ZERO } from "./number.ts";

export type Comparator = "<" | "<=" | "=" | ">=" | ">";

/** A number as written, with the unit word after it where there is one. */
export interface Quantity {
  readonly value: Exact;
  readonly unit: string | undefined;
}

/** A bound of an interval; `closed` says whether the end itself belongs to it. */
export interface Bound {
  readonly quantity: Quantity;
  readonly closed: boolean;
}

export interface IntervalText {
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
}

const QUANTITY = /^(-?\d+(?:\.\d+)?)[ ]?([^\d\s.,，<>=≤≥[\]()][^\d,，<>=≤≥[\]()]{0,19})?$/;
const COMPARISON = /^(>=|<=|>|<|=)?\s*(\S.*)$/;
const INTERVAL = /^([[(])\s*([^,]+?)\s*,\s*([^,]+?)\s*([\])])$/;

/** Reads a number with an optional unit; undefined where the text is not one. */
export function readQuantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text.trim());
  const value = match?.[1] === undefined ? undefined : parseExact(match[1]);
  return value === undefined ? undefined : { value, unit: match?.[2]?.trim() };
}

/** A target: its sign, its figure, and the text of the figure. */
export interface Comparison {
  /** undefined without a sign: the method must say the direction */
  readonly is: Comparator | undefined;
  readonly quantity: Quantity;
  readonly figure: string;
}

/** Reads a target such as `>= 92%`, `92%` or `不低于 92%`. */
export function readComparison(text: string): Comparison | undefined {
  const match = COMPARISON.exec((plainBounds(text) ?? text).trim());
  const figure = match?.[2];
  const quantity = figure === undefined ? undefined : readQuantity(figure);
  if (match === null || figure === undefined || quantity === undefined) return undefined;
  return { is: match[1] as Comparator | undefined, quantity, figure };
}

/** Reads `[80%, 90%)`, `>= 90%`, `< 60%` or `= 0`, and their words; a round bracket leaves the end out, a square one takes it in. */
export function readInterval(text: string): IntervalText | undefined {
  const match = INTERVAL.exec((plainBounds(text) ?? text).trim());
  if (match !== null) {
    const low = readQuantity(match[2] ?? "");
    const high = readQuantity(match[3] ?? "");
    if (low === undefined || high === undefined) return undefined;
    return { low: { quantity: low, closed: match[1] === "[" }, high: { quantity: high, closed: match[4] === "]" } };
  }
  const comparison = readComparison(text);
  if (comparison?.is === undefined) return undefined;
  const { is, quantity } = comparison;
  const bound = { quantity, closed: is !== "<" && is !== ">" };
  return { low: is.startsWith("<") ? undefined : bound, high: is.startsWith(">") ? undefined : bound };
}

/** Why a quantity cannot stand in a place that has a unit. */
export type UnitProblem = "unit-missing" | "unit-mismatch";

/**
 * The value in the unit of its place. A bare number takes that unit, except where the unit is a percentage:
 * there the sign must be written.
 */
export function inUnit(quantity: Quantity, unit: string | undefined): Exact | UnitProblem {
  const place = parseUnit(unit);
  if (quantity.unit === undefined) {
    return unit !== undefined && place.dimensions.size === 0 && unit !== "倍" ? "unit-missing" : quantity.value;
  }
  const factor = conversion(parseUnit(quantity.unit), place);
  return factor === undefined ? "unit-mismatch" : multiply(quantity.value, factor);
}

/** `130%` as the number 1.3. */
export const ratioOf = (percent: string): Exact => divide(parseExact(percent.slice(0, -1)) ?? ZERO, HUNDRED) ?? ZERO;
