// Where conditions on one variable can change: the zeros and poles of what they compare, exactly; and the range
// of a value that is put together from others.
import { evaluate } from "../expression/exact.ts";
import { type Condition, type Expression, inputsOf } from "../expression/expression.ts";
import { add, compare, divide, type Exact, multiply, ONE, round, subtract, ZERO } from "../number.ts";

/** Coefficients, lowest power first. */
type Polynomial = readonly Exact[];
interface Ratio {
  readonly n: Polynomial;
  readonly d: Polynomial;
}

const MOST = 64; // alternatives of min and max that are followed

/** The break points of all conditions; undefined where one is not of a form that can be solved exactly. */
export function breaksOf(conditions: readonly Condition[], variable: string): readonly Exact[] | undefined {
  const found: Exact[] = [];
  const solve = (condition: Condition): boolean => {
    if (condition.op !== "compare") return condition.of.every(solve);
    if ([condition.left, condition.right].some((side) => side.op === "input" && side.options !== undefined)) return true;
    const left = ratiosOf(condition.left, variable);
    const right = ratiosOf(condition.right, variable);
    if (left === undefined || right === undefined || left.length * right.length > MOST) return false;
    return left.every((a) =>
      right.every((b) => [plus(times(a.n, b.d), times(b.n, a.d), subtract), a.d, b.d].every((polynomial) => {
        const [low = ZERO, slope = ZERO, ...more] = polynomial;
        if (more.some((one) => one.n !== 0n)) return false;
        const zero = divide(subtract(ZERO, low), slope);
        if (zero !== undefined) found.push(zero);
        return true;
      })),
    );
  };
  return conditions.every(solve) ? found : undefined;
}

/** What an expression may be: one ratio, or several where a min or max decides. */
function ratiosOf(one: Expression, variable: string): readonly Ratio[] | undefined {
  const each = (parts: readonly Expression[], join: (a: Ratio, b: Ratio) => Ratio): readonly Ratio[] | undefined => {
    let all: readonly Ratio[] | undefined;
    for (const part of parts) {
      const next = ratiosOf(part, variable);
      if (next === undefined) return undefined;
      all = all === undefined ? next : all.flatMap((a) => next.map((b) => join(a, b)));
      if (all.length > MOST) return undefined;
    }
    return all;
  };
  switch (one.op) {
    case "constant":
      return [{ n: [one.value], d: [ONE] }];
    case "input":
      return one.name === variable ? [{ n: [ZERO, ONE], d: [ONE] }] : undefined;
    case "named":
      return ratiosOf(one.of, variable);
    case "sum":
      return each(one.of, (a, b) => ({ n: plus(times(a.n, b.d), times(b.n, a.d), add), d: times(a.d, b.d) }));
    case "difference":
      return each([one.left, one.right], (a, b) => ({ n: plus(times(a.n, b.d), times(b.n, a.d), subtract), d: times(a.d, b.d) }));
    case "product":
      return each(one.of, (a, b) => ({ n: times(a.n, b.n), d: times(a.d, b.d) }));
    case "quotient":
      return each([one.left, one.right], (a, b) => ({ n: times(a.n, b.d), d: times(a.d, b.n) }));
    case "min":
    case "max": {
      const parts = one.of.map((part) => ratiosOf(part, variable));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case "round": {
      if (inputsOf(one).length > 0) return ratiosOf(one.of, variable)?.flatMap((ratio) => offsetsOf(one.places).map((by) => ({ n: plus(ratio.n, times([by], ratio.d), add), d: ratio.d })));
      const value = evaluate(one, () => "missing");
      return typeof value === "string" ? undefined : [{ n: [value], d: [ONE] }];
    }
    case "choice":
    case "outcome":
      return undefined;
  }
}

/** A rounded value reaches a constant where the value itself is there, half a unit or a whole unit away. */
const offsetsOf = (places: number): readonly Exact[] => [-2n, -1n, 0n, 1n, 2n].map((halves) => ({ n: halves, d: 2n * 10n ** BigInt(places) }));

const plus = (a: Polynomial, b: Polynomial, join: (x: Exact, y: Exact) => Exact): Polynomial =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, power) => join(a[power] ?? ZERO, b[power] ?? ZERO));

function times(a: Polynomial, b: Polynomial): Polynomial {
  const product: Exact[] = Array.from({ length: a.length + b.length - 1 }, () => ZERO);
  a.forEach((x, i) => b.forEach((y, j) => (product[i + j] = add(product[i + j] ?? ZERO, multiply(x, y)))));
  return product;
}

/** Ends that are open towards infinity are absent. */
export interface Range {
  readonly low?: Exact | undefined;
  readonly high?: Exact | undefined;
}

/** A range that surely holds every value of an expression over any inputs. */
export function rangeOf(one: Expression): Range {
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
