// 代数恒等: two expressions without choices as ratios of polynomials over what they are made of. 本年 ÷ 上年 − 1 and
// (本年 − 上年) ÷ 上年 are one ratio, though not one form.
import type { Expression } from "../expression/expression.ts";
import { add, divide, type Exact, multiply, ONE, reduce, subtract, ZERO } from "../numbers/number.ts";
import type { Normaliser } from "./normal.ts";

/** Coefficients by monomial; a monomial is the sorted numbers of its factors. */
type Polynomial = ReadonlyMap<string, Exact>;
interface Ratio {
  readonly n: Polynomial;
  readonly d: Polynomial;
}

const MOST = 400; // terms that are multiplied out

/** Whether both are surely the same ratio; both stand in their forms. */
export function sameRatio(a: Expression, b: Expression, normal: Normaliser): boolean {
  const [x, y] = [ratioOf(a, normal), ratioOf(b, normal)];
  if (x === undefined || y === undefined) return false;
  const [left, right] = [times(x.n, y.d), times(y.n, x.d)];
  return left !== undefined && right !== undefined && equal(left, right);
}

/** A text that is the same for two expressions of one ratio, as far as no factor has to be cancelled. */
export function ratioKey(expression: Expression, normal: Normaliser): string {
  const ratio = ratioOf(expression, normal);
  if (ratio === undefined) return String(normal.number(expression));
  const terms = (polynomial: Polynomial): [string, Exact][] => [...polynomial].filter(([, { n }]) => n !== 0n).sort(([a], [b]) => (a < b ? -1 : 1));
  const leading = terms(ratio.d)[0]?.[1] ?? ONE;
  const text = (polynomial: Polynomial): string => terms(polynomial).map(([key, value]) => `${show(divide(value, leading) ?? value)} ${key}`).join(" + ");
  return `${text(ratio.n)} / ${text(ratio.d)}`;
}

const show = (value: Exact): string => {
  const { n, d } = reduce(value);
  return `${n}/${d}`;
};

/**
 * Where a comparison over one input may change: the zeros and poles of the difference of its sides; undefined where
 * these are not of the first degree.
 */
export function breaksIn(left: Expression, right: Expression, input: Expression, normal: Normaliser): readonly Exact[] | undefined {
  const [a, b] = [ratioOf(left, normal), ratioOf(right, normal)];
  const [x, y, d] = a && b ? [times(a.n, b.d), times(b.n, a.d), times(a.d, b.d)] : [];
  if (x === undefined || y === undefined || d === undefined) return undefined;
  const zeros = [plus(x, times(y, one("", { n: -1n, d: 1n })) ?? y), d].map((polynomial) => zeroOf(polynomial, String(normal.number(input))));
  return zeros.includes(undefined) ? undefined : zeros.flatMap((zero) => zero ?? []);
}

/** None for a constant; undefined for a higher degree, or another unknown. */
function zeroOf(polynomial: Polynomial, unknown: string): readonly Exact[] | undefined {
  const terms = [...polynomial].filter(([, value]) => value.n !== 0n);
  if (terms.some(([key]) => key !== "" && key !== unknown)) return undefined;
  const zero = divide(subtract(ZERO, polynomial.get("") ?? ZERO), polynomial.get(unknown) ?? ZERO);
  return zero === undefined ? [] : [zero];
}

const one = (key: string, value: Exact): Polynomial => new Map([[key, value]]);
const UNITY = one("", ONE);

function ratioOf(expression: Expression, normal: Normaliser): Ratio | undefined {
  switch (expression.op) {
    case "constant":
      return { n: one("", expression.value), d: UNITY };
    case "sum":
      return combined(expression.of, normal, (a, b) => {
        const [left, right, d] = [times(a.n, b.d), times(b.n, a.d), times(a.d, b.d)];
        return left && right && d && { n: plus(left, right), d };
      });
    case "product":
      return combined(expression.of, normal, (a, b) => over(times(a.n, b.n), times(a.d, b.d)));
    case "quotient":
      return combined([expression.left, expression.right], normal, (a, b) => over(times(a.n, b.d), times(a.d, b.n)));
    case "outcome":
      return undefined;
    default:
      return { n: one(unknownOf(expression, normal), ONE), d: UNITY };
  }
}

/** Inputs, and what is no ratio but is made of some (a rounding, a minimum): one unknown each. */
function unknownOf(expression: Expression, normal: Normaliser): string {
  if (expression.op === "round") return `${normal.token(`round ${expression.places} ${expression.mode} ${ratioKey(expression.of, normal)}`)}r`;
  if (expression.op === "min" || expression.op === "max") return `${normal.token(`${expression.op} ${expression.of.map((each) => ratioKey(each, normal)).sort().join("; ")}`)}m`;
  return String(normal.number(expression));
}

const over = (n: Polynomial | undefined, d: Polynomial | undefined): Ratio | undefined => n && d && { n, d };

function combined(of: readonly Expression[], normal: Normaliser, join: (a: Ratio, b: Ratio) => Ratio | undefined): Ratio | undefined {
  const [first, ...rest] = of.map((each) => ratioOf(each, normal));
  return rest.reduce((a, b) => a && b && join(a, b), first);
}

function plus(a: Polynomial, b: Polynomial): Polynomial {
  const sum = new Map(a);
  for (const [key, value] of b) sum.set(key, add(sum.get(key) ?? ZERO, value));
  return sum;
}

function times(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (a.size * b.size > MOST) return undefined;
  const product = new Map<string, Exact>();
  for (const [x, p] of a) {
    for (const [y, q] of b) {
      const key = [...x.split(" "), ...y.split(" ")].filter((factor) => factor !== "").sort().join(" ");
      product.set(key, add(product.get(key) ?? ZERO, multiply(p, q)));
    }
  }
  return product;
}

const equal = (a: Polynomial, b: Polynomial): boolean => [...new Set([...a.keys(), ...b.keys()])].every((key) => {
  const [x, y] = [a.get(key) ?? ZERO, b.get(key) ?? ZERO];
  return x.n * y.d === y.n * x.d;
});
