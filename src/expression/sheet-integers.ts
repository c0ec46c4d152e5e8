// 表格公式中的整数: what the spreadsheet reading of an expression is put together from.
//
// A spreadsheet computes in doubles and compares to about 15 digits. Whole numbers below 10^15 it adds, multiplies
// and compares exactly, so nothing but whole numbers is ever computed with: a value is  coefficient × numerator ÷
// denominator, the coefficient an exact constant, the other two formulas for whole numbers. Each knows between which
// ends it lies, and how large anything becomes on the way to it.
import { type Exact, reduce } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";

/** A formula for a whole number. */
export interface Term {
  readonly text: string;
  /** how strongly the text holds together: 1 sum, 2 product, 3 atom */
  readonly strength: 1 | 2 | 3;
  readonly low: bigint;
  readonly high: bigint;
  /** the largest absolute value of the term and of every part of it */
  readonly size: bigint;
  readonly constant?: bigint;
  /** it is this cell and nothing else */
  readonly cell?: string;
}

/** The denominator is above 0 wherever the value is asked for. */
export interface Ratio {
  readonly coefficient: Exact;
  readonly numerator: Term;
  readonly denominator: Term;
}

export const largest = (...all: readonly bigint[]): bigint => all.reduce((a, b) => (b > a ? b : a), 0n);
const smallest = (all: readonly bigint[]): bigint => all.reduce((a, b) => (b < a ? b : a));
const greatest = (all: readonly bigint[]): bigint => all.reduce((a, b) => (b > a ? b : a));
export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

const made = (text: string, strength: Term["strength"], low: bigint, high: bigint, parts: readonly Term[]): Term => ({
  text,
  strength,
  low,
  high,
  size: largest(absolute(low), absolute(high), ...parts.map((one) => one.size)),
});

export const whole = (value: bigint): Term => ({ ...made(String(value), value < 0n ? 1 : 3, value, value, []), constant: value });
export const UNIT = whole(1n);
export const cellTerm = (cell: string, low: bigint, high: bigint): Term => ({ ...made(cell, 3, low, high, []), cell });
/** A call of a function, or anything else in brackets. */
export const call = (text: string, low: bigint, high: bigint, ...parts: readonly Term[]): Term => made(text, 3, low, high, parts);
/** A cell that is needed and not filled in: whatever needs it is #N/A too. */
export const MISSING: Term = call("NA()", 0n, 0n);

export const written = (one: Term, strength: number): string => (one.strength < strength ? `(${one.text})` : one.text);

export function times(a: Term, b: Term): Term {
  if (a.constant !== undefined && b.constant !== undefined) return whole(a.constant * b.constant);
  if (b.constant !== undefined) return times(b, a);
  if (a.constant === 1n) return b;
  const ends = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const first = a.constant === undefined ? written(a, 2) : a.text;
  return made(`${first}*${written(b, 2)}`, 2, smallest(ends), greatest(ends), [a, b]);
}

export function plus(a: Term, b: Term): Term {
  if (a.constant !== undefined && b.constant !== undefined) return whole(a.constant + b.constant);
  if (a.constant === 0n) return b;
  if (b.constant === 0n) return a;
  return made(`${a.text}${b.text.startsWith("-") ? "" : "+"}${b.text}`, 1, a.low + b.low, a.high + b.high, [a, b]);
}

/** MIN or MAX of several. */
export function extreme(name: "min" | "max", of: readonly Term[]): Term {
  const pick = name === "min" ? smallest : greatest;
  const texts = [...new Set(of.map((one) => one.text))];
  const [only] = of;
  if (texts.length === 1 && only !== undefined) return only;
  return made(`${name.toUpperCase()}(${texts.join(",")})`, 3, pick(of.map((one) => one.low)), pick(of.map((one) => one.high)), of);
}

export const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
};

export const fixed = (value: Exact): Ratio => ({ coefficient: value, numerator: UNIT, denominator: UNIT });
export const scaled = (one: Ratio, factor: Exact): Ratio => ({ ...one, coefficient: reduce({ n: one.coefficient.n * factor.n, d: one.coefficient.d * factor.d }) });

export const multiplied = (a: Ratio, b: Ratio): Ratio => ({
  ...scaled(a, b.coefficient),
  numerator: times(a.numerator, b.numerator),
  denominator: times(a.denominator, b.denominator),
});

/** Several ratios over one denominator: the coefficient and denominator they share, and the numerator of each. */
export function aligned(all: readonly Ratio[]): { readonly coefficient: Exact; readonly denominator: Term; readonly numerators: readonly Term[] } {
  const distinct = new Map(all.filter((one) => one.denominator.constant !== 1n).map((one) => [one.denominator.text, one.denominator]));
  const common = all.reduce((d, { coefficient }) => (d * coefficient.d) / gcd(d, coefficient.d), 1n);
  const factors = all.map(({ coefficient }) => (coefficient.n * common) / coefficient.d);
  const shared = factors.reduce(gcd, 0n);
  const numerators = all.map((one, index) => {
    const others = [...distinct].filter(([text]) => text !== one.denominator.text).map(([, term]) => term);
    return [...others, whole((factors[index] ?? 0n) / shared)].reduce((a, b) => times(b, a), one.numerator);
  });
  return { coefficient: reduce({ n: shared, d: common }), denominator: [...distinct.values()].reduce(times, UNIT), numerators };
}

/** left and right brought over one positive denominator, which then falls away. */
export function compared(left: Ratio, is: Comparator, right: Ratio): { readonly text: string; readonly size: bigint } {
  const [a, b] = aligned([left, right]).numerators;
  if (a === undefined || b === undefined) throw new Error("two sides of a comparison");
  return { text: `${a.text}${is}${b.text}`, size: largest(a.size, b.size) };
}
