// 数值：exact fractions of bigints, and the only gate to decimal.js.
//
// A value stays a fraction from its text to its declared rounding, so no digit is ever lost on the
// way; decimal.js stands at the edges, where decimal text becomes an integer and a scale and back.
// High precision alone would not do: (13 ÷ 12) × 7.5 is exactly 8.125, but dividing first gives
// 8.12499… at any precision and the wrong cent after rounding.
import { Decimal } from "decimal.js";

/** An exact rational number. `d` is always positive; the fraction need not be reduced. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** Named rounding. `half-up` rounds a tie away from zero (四舍五入), `down` cuts off, `up` rounds away from zero. */
export const ROUNDING_MODES = ["half-up", "half-even", "down", "up", "floor", "ceiling"] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** Plain decimal text: at most 18 integer and 12 fraction digits, no exponent, no separators, no leading zeros. */
export const DECIMAL_TEXT = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?$/;

// A frozen clone of our own: Decimal.set() of a host cannot reach it. 200 digits hold every product here.
const D = Object.freeze(Decimal.clone({ defaults: true, precision: 200, toExpNeg: -9e15, toExpPos: 9e15 }));

const D0 = new D(0);

export const ZERO: Exact = { n: 0n, d: 1n };
export const ONE: Exact = { n: 1n, d: 1n };
export const HUNDRED: Exact = { n: 100n, d: 1n };

/** Reads plain decimal text; undefined where the text is not one (`1e3`, `１０`, `1,000`, `NaN`). */
export function parseExact(text: string): Exact | undefined {
  if (!DECIMAL_TEXT.test(text)) return undefined;
  const point = text.indexOf(".");
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: powerOfTen(text.length - point - 1) };
}

const POWERS: readonly bigint[] = Array.from({ length: 40 }, (_, places) => 10n ** BigInt(places));
const powerOfTen = (places: number): bigint => POWERS[places] ?? 10n ** BigInt(places);

/** Reads a constant that is known to be decimal text; anything else is a fault of ours. */
export function exact(text: string): Exact {
  const value = parseExact(text);
  if (value === undefined) throw new TypeError(`not decimal text: ${text}`);
  return value;
}

export const add = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const subtract = (a: Exact, b: Exact): Exact => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, d: a.d * b.d });

/** a ÷ b; undefined when b is zero, never an exception. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (b.n === 0n) return undefined;
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: a.d * -b.n };
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounds once, to `places` decimals, in the named way. */
export function round(value: Exact, places: number, mode: RoundingMode): Exact {
  const scale = powerOfTen(places);
  return { n: roundedQuotient(value.n * scale, value.d, mode), d: scale };
}

function roundedQuotient(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const quotient = n / d;
  const rest = n % d;
  if (rest === 0n) return quotient;
  const away = n < 0n ? quotient - 1n : quotient + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  switch (mode) {
    case "half-up":
      return twice >= d ? away : quotient;
    case "half-even":
      return twice > d || (twice === d && quotient % 2n !== 0n) ? away : quotient;
    case "down":
      return quotient;
    case "up":
      return away;
    case "floor":
      return n < 0n ? away : quotient;
    case "ceiling":
      return n < 0n ? quotient : away;
  }
}

/** Lowest terms. */
export function reduce(value: Exact): Exact {
  let a = value.n < 0n ? -value.n : value.n;
  let b = value.d;
  while (b !== 0n) [a, b] = [b, a % b];
  return a <= 1n ? value : { n: value.n / a, d: value.d / a };
}

/** Decimals needed to write the value out in full; undefined when it never ends (1/3) or takes more than 40. */
export function decimalPlaces(value: Exact): number | undefined {
  const { d } = reduce(value);
  const places = POWERS.findIndex((power) => power % d === 0n);
  return places < 0 ? undefined : places;
}

/** Decimal text with exactly `places` decimals; the value must not need more (round it first). */
export function toText(value: Exact, places: number): string {
  const scaled = value.d === powerOfTen(places) ? value.n : round(value, places, "down").n;
  return scaled === 0n ? D0.toFixed(places) : new D(`${scaled}e-${places}`).toFixed(places);
}

/** The value in full where it ends within 12 decimals (`0.925`), else `undefined`. */
export function toPlainText(value: Exact): string | undefined {
  const places = decimalPlaces(value);
  return places === undefined || places > 12 ? undefined : toText(value, places);
}

/** For a reader: the value in full, or cut off after `places` decimals with an ellipsis (`0.947368…`). */
export function show(value: Exact, places = 8): string {
  const needed = decimalPlaces(value);
  return needed !== undefined && needed <= places ? toText(value, needed) : `${toText(value, places)}…`;
}
