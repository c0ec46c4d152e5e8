// 值域: a range that surely holds every value of an expression, whatever its inputs are.
import type { Expression } from "../expression/expression.ts";
import { add, compare, divide, type Exact, multiply, ONE, round, subtract } from "../numbers/number.ts";
import { between, EVERYTHING, type NumberSet } from "../numbers/sets.ts";

/** Ends that are open towards infinity are absent. */
interface Range {
  readonly low?: Exact | undefined;
  readonly high?: Exact | undefined;
}

/** A set that surely holds every value of an expression over any inputs. */
export function valuesOf(one: Expression): NumberSet {
  const { low, high } = rangeOf(one);
  const ends = [low, high].map((value) => value && { value, closed: true });
  return low === undefined && high === undefined ? EVERYTHING : between(ends[0], ends[1]);
}

function rangeOf(one: Expression): Range {
  switch (one.op) {
    case "constant":
      return { low: one.value, high: one.value };
    case "named":
      return rangeOf(one.of);
    case "round": {
      const { low, high } = rangeOf(one.of);
      return { low: low && round(low, one.places, one.mode), high: high && round(high, one.places, one.mode) };
    }
    case "sum":
      return one.of.map(rangeOf).reduce((a, b) => ({ low: a.low && b.low && add(a.low, b.low), high: a.high && b.high && add(a.high, b.high) }));
    case "difference": {
      const [a, b] = [rangeOf(one.left), rangeOf(one.right)];
      return { low: a.low && b.high && subtract(a.low, b.high), high: a.high && b.low && subtract(a.high, b.low) };
    }
    case "product":
      return one.of.map(rangeOf).reduce(scaled);
    case "quotient": {
      const by = rangeOf(one.right);
      const factor = by.low && by.high && compare(by.low, by.high) === 0 ? divide(ONE, by.low) : undefined;
      return factor === undefined ? {} : scaled(rangeOf(one.left), { low: factor, high: factor });
    }
    case "min":
    case "max":
      return one.of.map(rangeOf).reduce((a, b) => (one.op === "min" ? { low: both(a.low, b.low, -1), high: either(a.high, b.high, -1) } : { low: either(a.low, b.low, 1), high: both(a.high, b.high, 1) }));
    default:
      return {};
  }
}

const pick = (a: Exact, b: Exact, sign: number): Exact => (compare(a, b) === sign ? a : b);
const both = (a: Exact | undefined, b: Exact | undefined, sign: number): Exact | undefined => a && b && pick(a, b, sign);
const either = (a: Exact | undefined, b: Exact | undefined, sign: number): Exact | undefined => (a && b ? pick(a, b, sign) : (a ?? b));

/** A range times a fixed factor; of two that both vary nothing is said. */
function scaled(a: Range, b: Range): Range {
  const fixed = [a, b].find((one) => one.low && one.high && compare(one.low, one.high) === 0);
  const other = fixed === a ? b : a;
  if (fixed?.low === undefined) return {};
  const by = (end: Exact | undefined): Exact | undefined => end && multiply(end, fixed.low ?? ONE);
  return fixed.low.n < 0n ? { low: by(other.high), high: by(other.low) } : { low: by(other.low), high: by(other.high) };
}
