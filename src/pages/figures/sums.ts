// 汇总的数: sums, quotients and orders of the decimal strings of scorecards, exactly.
import { add, compare, divide, type Exact, exact, multiply, reduce, round, toText, ZERO } from "../../numbers/number.ts";
import type { Average } from "./types.ts";

const CUT = /…$/;

/** The figure of a scorecard; where it never ends, as far as it is written. */
export const figure = (text: string): Exact => exact(text.replace(CUT, ""));
export const placesOf = (text: string): number => text.replace(CUT, "").split(".")[1]?.length ?? 0;

/** The sum of decimal strings, with as many places as the longest of them. */
export function sumText(texts: readonly string[]): string {
  return toText(texts.map(figure).reduce(add, ZERO), Math.max(0, ...texts.map(placesOf)));
}

/** The difference with its sign: `+1.20`, `-0.35`, `0.00`. */
export function signed(value: Exact, places: number): string {
  const text = toText(value, places);
  return compare(value, ZERO) > 0 ? `+${text}` : text;
}

/** Averages are rounded half up, to at least two places. */
export const AVERAGE_PLACES = 2;

/** A quotient as text, half up where it does not end within the places. */
export function quotient(of: Exact, by: Exact, places = AVERAGE_PLACES): Average | undefined {
  const value = divide(of, by);
  if (value === undefined) return undefined;
  const shown = round(value, places, "half-up");
  return { text: toText(shown, places), rounded: compare(value, shown) !== 0 };
}

export function average(texts: readonly string[]): Average | undefined {
  const places = Math.max(AVERAGE_PLACES, ...texts.map(placesOf));
  return quotient(texts.map(figure).reduce(add, ZERO), { n: BigInt(texts.length), d: 1n }, places);
}

/** The largest whole number of steps that does not go beyond the value, which is not negative. */
export function wholeSteps(value: Exact, step: Exact): bigint {
  const { n, d } = reduce(divide(value, step) ?? ZERO);
  return n / d;
}

export const times = (step: Exact, count: bigint | number): Exact => multiply(step, { n: BigInt(count), d: 1n });

/** Order from the greatest to the least. */
export const descending = (a: string, b: string): number => compare(figure(b), figure(a));
