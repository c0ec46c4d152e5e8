// 分式: (a·v + b) ÷ (c·v + d) with integers, the form to which everything between two roundings comes down. Sums,
// products and quotients of such forms are taken as polynomials and shortened; what then stays above the first
// degree is of no form that is solved here, and is said to be so.
import { type Exact, ZERO } from "../numbers/number.ts";
import { complement, contains, EVERYTHING, intersect, NOTHING, type NumberSet, point, satisfying, union } from "../numbers/sets.ts";

export interface Ratio {
  readonly a: bigint;
  readonly b: bigint;
  readonly c: bigint;
  readonly d: bigint;
}

/** Coefficients, lowest power first. */
type Polynomial = readonly bigint[];

export const VALUE: Ratio = { a: 1n, b: 0n, c: 0n, d: 1n };
export const fixed = ({ n, d }: Exact): Ratio => shortened({ a: 0n, b: n, c: 0n, d });
export const isFixed = ({ a, c }: Ratio): boolean => a === 0n && c === 0n;

/** 1 where the form rises, -1 where it falls, 0 where it stays: on either side of its pole. */
export const slope = ({ a, b, c, d }: Ratio): -1 | 0 | 1 => sign(a * d - b * c);
export const sign = (value: bigint): -1 | 0 | 1 => (value < 0n ? -1 : value > 0n ? 1 : 0);

/** The value of the form; undefined at its pole. */
export function valueAt({ a, b, c, d }: Ratio, { n, d: m }: Exact): Exact | undefined {
  const below = c * n + d * m;
  if (below === 0n) return undefined;
  const above = a * n + b * m;
  return below < 0n ? { n: -above, d: -below } : { n: above, d: below };
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

function shortened({ a, b, c, d }: Ratio): Ratio {
  const by = [a, b, c, d].reduce(gcd);
  // The higher of the two coefficients below is positive: one way of writing for one form.
  const signed = c < 0n || (c === 0n && d < 0n) ? -by : by;
  return { a: a / signed, b: b / signed, c: c / signed, d: d / signed };
}

// ---- arithmetic ------------------------------------------------------------------------------------------------

const above = ({ a, b }: Ratio): Polynomial => [b, a];
const below = ({ c, d }: Ratio): Polynomial => [d, c];

function times(x: Polynomial, y: Polynomial): Polynomial {
  const product: bigint[] = Array.from({ length: x.length + y.length - 1 }, () => 0n);
  x.forEach((p, i) => y.forEach((q, j) => (product[i + j] = (product[i + j] ?? 0n) + p * q)));
  return product;
}
const plus = (x: Polynomial, y: Polynomial, factor: bigint): Polynomial => Array.from({ length: Math.max(x.length, y.length) }, (_, power) => (x[power] ?? 0n) + factor * (y[power] ?? 0n));
function trimmed(x: Polynomial): Polynomial {
  let length = x.length;
  while (length > 0 && x[length - 1] === 0n) length--;
  return x.slice(0, length);
}

/** The greatest common divisor of two polynomials, by Euclid with whole coefficients. */
function common(x: Polynomial, y: Polynomial): Polynomial {
  let [f, g] = [trimmed(x), trimmed(y)];
  while (g.length > 0) [f, g] = [g, remainder(f, g)];
  return primitive(f);
}

function primitive(x: Polynomial): Polynomial {
  const by = x.reduce(gcd, 0n);
  return by === 0n ? x : x.map((one) => one / by);
}

/** What is left of f after division by g, times a whole number. */
function remainder(f: Polynomial, g: Polynomial): Polynomial {
  let rest = trimmed(f);
  const lead = g.at(-1) ?? 1n;
  while (rest.length >= g.length) {
    const shift = [...Array.from({ length: rest.length - g.length }, () => 0n), ...g];
    rest = trimmed(plus(rest.map((one) => one * lead), shift, -(rest.at(-1) ?? 0n)));
  }
  return primitive(rest);
}

/** f ÷ g where g divides f, times a whole number that is handed out with it. */
function divided(f: Polynomial, g: Polynomial): { readonly by: bigint; readonly of: Polynomial } {
  const lead = g.at(-1) ?? 1n;
  let [rest, by] = [trimmed(f), 1n];
  const quotient: bigint[] = Array.from({ length: Math.max(rest.length - g.length + 1, 0) }, () => 0n);
  for (let power = quotient.length - 1; power >= 0; power--) {
    const top = rest[power + g.length - 1] ?? 0n;
    rest = plus(rest.map((one) => one * lead), [...Array.from({ length: power }, () => 0n), ...g], -top);
    by *= lead;
    for (let at = power + 1; at < quotient.length; at++) quotient[at] = (quotient[at] ?? 0n) * lead;
    quotient[power] = top;
  }
  return { by, of: quotient };
}

/** n ÷ d as a form of the first degree; undefined where it is none, or where d is zero throughout. */
function ratio(n: Polynomial, d: Polynomial): Ratio | undefined {
  if (trimmed(d).length === 0) return undefined;
  if (trimmed(n).length === 0) return fixed(ZERO);
  let [x, y] = [trimmed(n), trimmed(d)];
  const shared = common(x, y);
  if (shared.length > 1) {
    const [p, q] = [divided(x, shared), divided(y, shared)];
    [x, y] = [p.of.map((one) => one * q.by), q.of.map((one) => one * p.by)];
  }
  [x, y] = [trimmed(x), trimmed(y)];
  if (x.length > 2 || y.length > 2) return undefined;
  return shortened({ a: x[1] ?? 0n, b: x[0] ?? 0n, c: y[1] ?? 0n, d: y[0] ?? 0n });
}

/** x + factor × y; without poles nothing has to be taken as polynomials. */
export function plusRatio(x: Ratio, y: Ratio, factor: 1n | -1n): Ratio | undefined {
  if (x.c === 0n && y.c === 0n) return shortened({ a: x.a * y.d + factor * y.a * x.d, b: x.b * y.d + factor * y.b * x.d, c: 0n, d: x.d * y.d });
  return ratio(plus(times(above(x), below(y)), times(above(y), below(x)), factor), times(below(x), below(y)));
}

export function timesRatio(x: Ratio, y: Ratio): Ratio | undefined {
  if (isFixed(y)) return y.b === 0n ? fixed(ZERO) : shortened({ a: x.a * y.b, b: x.b * y.b, c: x.c * y.d, d: x.d * y.d });
  return isFixed(x) ? timesRatio(y, x) : ratio(times(above(x), above(y)), times(below(x), below(y)));
}

export function overRatio(x: Ratio, y: Ratio): Ratio | undefined {
  if (isFixed(y)) return y.b === 0n ? undefined : timesRatio(x, fixed(y.b > 0n ? { n: y.d, d: y.b } : { n: -y.d, d: -y.b }));
  return ratio(times(above(x), below(y)), times(below(x), above(y)));
}

// ---- where the form takes values of a set ----------------------------------------------------------------------

/** Where p·v + q is positive, or not negative. */
function positive(p: bigint, q: bigint, orZero: boolean): NumberSet {
  if (p === 0n) return q > 0n || (orZero && q === 0n) ? EVERYTHING : NOTHING;
  const zero: Exact = p > 0n ? { n: -q, d: p } : { n: q, d: -p };
  return satisfying(p > 0n ? (orZero ? ">=" : ">") : orZero ? "<=" : "<", zero);
}

/** Where the form has a value at all. */
export function defined({ c, d }: Ratio): NumberSet {
  if (c === 0n) return d === 0n ? NOTHING : EVERYTHING;
  return complement(point(c > 0n ? { n: -d, d: c } : { n: d, d: -c }));
}

/** Where the form is above a value, or at least there. */
function atLeast({ a, b, c, d }: Ratio, { n, d: m }: Exact, orEqual: boolean): NumberSet {
  const [p, q] = [a * m - n * c, b * m - n * d];
  return union(intersect(positive(p, q, orEqual), positive(c, d, false)), intersect(positive(-p, -q, orEqual), positive(-c, -d, false)));
}

/** Every v at which the form takes a value of the set. */
export function inverse(form: Ratio, set: NumberSet): NumberSet {
  if (isFixed(form)) return contains(set, { n: form.b, d: form.d }) ? EVERYTHING : NOTHING;
  const negated: Ratio = { ...form, a: -form.a, b: -form.b };
  return union(
    ...set.map(({ low, high }) => {
      const from = low === undefined ? defined(form) : atLeast(form, low.value, low.closed);
      const to = high === undefined ? defined(form) : atLeast(negated, { n: -high.value.n, d: high.value.d }, high.closed);
      return intersect(from, to);
    }),
  );
}
