// Integers in doubles, kept exact: the parts the fast evaluator is put together from.
//
// A ratio is  coefficient × numerator ÷ denominator : the coefficient is an exact constant (all powers of
// ten, weights and unit factors meet there and cancel when compiling), numerator and denominator are integer
// functions of the slots. Every integer that can occur states its bound; the compiler finds the largest
// slot value for which all of them stay below 2^53, and a record beyond it is scored by the exact evaluator.
import type { Exact, RoundingMode } from "../numbers/number.ts";
import { reduce } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";

/** One scaled integer per input of a record; index 0 is the flag «leave it to the exact evaluator». */
export type Slots = Float64Array;
export type Integer = (slots: Slots) => number;
type Bound = (limit: number) => number;

/** An integer function of the slots, with the largest absolute value it takes when no slot exceeds `limit`. */
export interface Whole {
  readonly run: Integer;
  readonly bound: Bound;
  readonly constant?: number;
  /** where it is  factor × one slot + offset : slot 0 stands for none */
  readonly line?: Line;
  /** where it is the plain sum of slots */
  readonly slots?: readonly number[];
  /** where it is a line ÷ divisor, rounded by name */
  readonly piece?: Piece;
}

export interface Line {
  readonly slot: number;
  readonly factor: number;
  readonly offset: number;
}

export interface Piece extends Line {
  readonly divisor: number;
  readonly mode: RoundingMode;
}

/** A condition; `line` is left − right where that is a line of one slot. */
export interface Test {
  readonly run: (slots: Slots) => boolean;
  readonly is: Comparator;
  readonly line: Line | undefined;
}

export interface Ratio {
  readonly coefficient: Exact;
  readonly numerator: Whole;
  readonly denominator: Whole;
}

export const whole = (value: number): Whole => ({ run: () => value, bound: () => Math.abs(value), constant: value, line: { slot: 0, factor: 0, offset: value } });
export const UNIT: Whole = whole(1);
export const slotAt = (slot: number): Whole => onLine({ slot, factor: 1, offset: 0 });

function onLine(line: Line): Whole {
  const { slot, factor, offset } = line;
  if (slot === 0 || factor === 0) return whole(offset);
  const bound: Bound = (limit) => Math.abs(factor) * limit + Math.abs(offset);
  if (offset !== 0) return { run: (slots) => (slots[slot] as number) * factor + offset, bound, line };
  return factor === 1 ? { run: (slots) => slots[slot] as number, bound, line, slots: [slot] } : { run: (slots) => (slots[slot] as number) * factor, bound, line };
}

export function times(a: Whole, b: Whole): Whole {
  if (a.constant === 1) return b;
  if (b.constant === 1) return a;
  if (b.constant !== undefined && a.constant === undefined) return times(b, a);
  if (a.constant !== undefined && b.line !== undefined) return onLine({ slot: b.line.slot, factor: a.constant * b.line.factor, offset: a.constant * b.line.offset });
  return { run: (slots) => a.run(slots) * b.run(slots), bound: (limit) => a.bound(limit) * b.bound(limit) };
}

export function plus(a: Whole, b: Whole): Whole {
  if (a.constant === 0) return b;
  if (b.constant === 0) return a;
  if (a.line !== undefined && b.line !== undefined && (a.line.slot === b.line.slot || a.line.slot === 0 || b.line.slot === 0)) {
    return onLine({ slot: a.line.slot || b.line.slot, factor: a.line.factor + b.line.factor, offset: a.line.offset + b.line.offset });
  }
  const bound: Bound = (limit) => a.bound(limit) + b.bound(limit);
  if (a.slots === undefined || b.slots === undefined) return { run: (slots) => a.run(slots) + b.run(slots), bound };
  const added = [...a.slots, ...b.slots];
  const run: Integer = (slots) => {
    let sum = 0;
    for (let index = 0; index < added.length; index++) sum += slots[added[index] as number] as number;
    return sum;
  };
  return { run, bound, slots: added };
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
};

export function multiplied(a: Ratio, b: Ratio): Ratio {
  return {
    coefficient: reduce({ n: a.coefficient.n * b.coefficient.n, d: a.coefficient.d * b.coefficient.d }),
    numerator: times(a.numerator, b.numerator),
    denominator: times(a.denominator, b.denominator),
  };
}

/** a ÷ b; the guard against a zero divisor has been taken before it runs. */
export function divided(a: Ratio, b: Ratio): Ratio | undefined {
  if (b.coefficient.n === 0n || b.numerator.constant === 0) return undefined;
  const sign = b.coefficient.n < 0n ? -1n : 1n;
  const inverse = { n: sign * b.coefficient.d, d: sign * b.coefficient.n };
  return multiplied(a, { coefficient: inverse, numerator: b.denominator, denominator: b.numerator });
}

export function added(a: Ratio, b: Ratio): Ratio {
  const common = (a.coefficient.d * b.coefficient.d) / gcd(a.coefficient.d, b.coefficient.d);
  const left = (a.coefficient.n * common) / a.coefficient.d;
  const right = (b.coefficient.n * common) / b.coefficient.d;
  const divisor = gcd(left, right);
  const same = a.denominator === b.denominator || (a.denominator.constant === 1 && b.denominator.constant === 1);
  const cross = (one: Ratio, factor: bigint, other: Ratio): Whole =>
    times(whole(Number(factor / divisor)), same ? one.numerator : times(one.numerator, other.denominator));
  return {
    coefficient: reduce({ n: divisor, d: common }),
    numerator: plus(cross(a, left, b), cross(b, right, a)),
    denominator: same ? a.denominator : times(a.denominator, b.denominator),
  };
}

export const negated = (a: Ratio): Ratio => ({ ...a, coefficient: { n: -a.coefficient.n, d: a.coefficient.d } });

/** Marks the record for the exact evaluator: a denominator turned out not to be positive. */
function refuse(slots: Slots): number {
  slots[0] = 1;
  return 0;
}

/** The ratio × 10^places, rounded by name, as an integer. `note` collects the bounds that must hold. */
export function roundedInteger(ratio: Ratio, places: number, mode: RoundingMode, note: (bound: Bound) => void): Whole {
  const factor = reduce({ n: ratio.coefficient.n * 10n ** BigInt(places), d: ratio.coefficient.d });
  const top = times(whole(Number(factor.n)), ratio.numerator);
  const bottom = times(whole(Number(factor.d)), ratio.denominator);
  note((limit) => 2 * top.bound(limit) + 2 * bottom.bound(limit));
  if (bottom.constant === 1) return top;
  if (top.constant !== undefined && bottom.constant !== undefined) return whole(quotient(top.constant, bottom.constant, mode));
  const bound: Bound = (limit) => top.bound(limit) + 1;
  const { run: n } = top;
  const { run: d, constant } = bottom;
  if (constant !== undefined) return { run: (slots) => quotient(n(slots), constant, mode), bound, ...(top.line && { piece: { ...top.line, divisor: constant, mode } }) };
  const run: Integer = (slots) => {
    const divisor = d(slots);
    return divisor > 0 ? quotient(n(slots), divisor, mode) : refuse(slots);
  };
  return { run, bound };
}

/** n ÷ d rounded by name; exact for safe integers, d > 0. */
export function quotient(n: number, d: number, mode: RoundingMode): number {
  if (mode === "half-up") return halfUp(n, d);
  if (n < 0) return -quotient(-n, d, mode === "floor" ? "ceiling" : mode === "ceiling" ? "floor" : mode);
  const q = wholePart(n, d);
  const rest = n - q * d;
  if (mode === "half-even") return 2 * rest > d || (2 * rest === d && q % 2 === 1) ? q + 1 : q;
  return rest > 0 && (mode === "up" || mode === "ceiling") ? q + 1 : q;
}

export function halfUp(n: number, d: number): number {
  if (n < 0) return -halfUp(-n, d);
  const q = wholePart(n, d);
  return 2 * (n - q * d) >= d ? q + 1 : q;
}

/** Rounding n ÷ d to a double may lift it to the next integer, and never drops it below one. */
function wholePart(n: number, d: number): number {
  const q = Math.floor(n / d);
  return q * d > n ? q - 1 : q;
}

/** Compares two ratios by cross-multiplication; no division, no rounding. */
export function comparison(a: Ratio, is: Comparator, b: Ratio, note: (bound: Bound) => void): Test {
  const leftFactor = a.coefficient.n * b.coefficient.d;
  const rightFactor = b.coefficient.n * a.coefficient.d;
  const divisor = gcd(leftFactor, rightFactor);
  const left = times(whole(Number(leftFactor / divisor)), times(a.numerator, b.denominator));
  const right = times(whole(Number(rightFactor / divisor)), times(b.numerator, a.denominator));
  note(left.bound);
  note(right.bound);
  const test = signTest(is, left, right);
  const divisors = [a.denominator, b.denominator].filter((one) => one.constant === undefined);
  if (divisors.length === 0) return { run: test, is, line: plus(left, times(whole(-1), right)).line };
  const [{ run: first, line: single } = UNIT, { run: second } = UNIT] = divisors;
  if (divisors.length === 1 && single?.factor === 1 && single.offset === 0) {
    const { slot } = single;
    return { run: (slots) => ((slots[slot] as number) > 0 ? test(slots) : refuse(slots) > 0), is, line: undefined };
  }
  return { run: (slots) => (first(slots) > 0 && second(slots) > 0 ? test(slots) : refuse(slots) > 0), is, line: undefined };
}

function signTest(is: Comparator, { run: l, line: a }: Whole, { run: r, line: b }: Whole): (slots: Slots) => boolean {
  if (a !== undefined && b !== undefined) return lineTest(is, a, b);
  switch (is) {
    case "<":
      return (slots) => l(slots) < r(slots);
    case "<=":
      return (slots) => l(slots) <= r(slots);
    case "=":
      return (slots) => l(slots) === r(slots);
    case ">=":
      return (slots) => l(slots) >= r(slots);
    case ">":
      return (slots) => l(slots) > r(slots);
  }
}

/** The same without calls; slot 0 is 0 while nothing was refused, and a constant has the factor 0. */
function lineTest(is: Comparator, { slot: i, factor: f, offset: u }: Line, { slot: j, factor: g, offset: v }: Line): (slots: Slots) => boolean {
  switch (is) {
    case "<":
      return (slots) => (slots[i] as number) * f + u < (slots[j] as number) * g + v;
    case "<=":
      return (slots) => (slots[i] as number) * f + u <= (slots[j] as number) * g + v;
    case "=":
      return (slots) => (slots[i] as number) * f + u === (slots[j] as number) * g + v;
    case ">=":
      return (slots) => (slots[i] as number) * f + u >= (slots[j] as number) * g + v;
    case ">":
      return (slots) => (slots[i] as number) * f + u > (slots[j] as number) * g + v;
  }
}
