// 走势: a function of one value that is monotone wherever it has no pole: a ratio of linear terms, taken of the value
// itself or of a rounding of such a function (every 5 percentage points below → whole steps → points).
//
// Ends of intervals are looked at from inside: a value together with the side from which it is approached. So the
// limit of a rounded function at an open end is exact, and no small number has to be chosen.
import { add, compare, type Exact, round, type RoundingMode, subtract } from "../numbers/number.ts";
import { between, intersect, type NumberSet, type Stretch, union } from "../numbers/sets.ts";
import { defined, fixed, inverse, isFixed, type Ratio, sign, slope, VALUE, valueAt } from "./ratio.ts";
import { merged, type Run, runsOf } from "./runs.ts";

export interface Course {
  readonly ratio: Ratio;
  /** what the ratio is taken of; the value itself where absent */
  readonly of: Rounded | undefined;
}

interface Rounded {
  readonly course: Course;
  readonly places: number;
  readonly mode: RoundingMode;
}

export const IDENTITY: Course = { ratio: VALUE, of: undefined };
export const constantly = (value: Exact): Course => ({ ratio: fixed(value), of: undefined });
export const isConstant = ({ ratio }: Course): boolean => isFixed(ratio);
export const constantOf = ({ ratio }: Course): Exact => ({ n: ratio.b, d: ratio.d });

/** The rounded course; of a constant the constant. */
export function roundedCourse(course: Course, places: number, mode: RoundingMode): Course {
  if (isConstant(course)) return constantly(round(constantOf(course), places, mode));
  return { ratio: VALUE, of: { course, places, mode } };
}

/** 1 where it never falls, -1 where it never rises, 0 where it stays. */
export const directionOf = ({ ratio, of }: Course): number => slope(ratio) * (of === undefined ? 1 : directionOf(of.course));

/** Every value at which the course lies in a set. */
export const reaching = ({ ratio, of }: Course, set: NumberSet): NumberSet => through(of, inverse(ratio, set));
const through = (of: Rounded | undefined, set: NumberSet): NumberSet => (of === undefined ? set : reaching(of.course, unrounded(set, of.places, of.mode)));

/** Where the course has a value, cut at its pole: within each part it is monotone. */
export function smoothParts({ ratio, of }: Course, domain: NumberSet): NumberSet {
  if (ratio.c === 0n) return domain;
  return defined(ratio).flatMap((side) => intersect(domain, through(of, [side])));
}

const stepOf = (places: number): Exact => ({ n: 1n, d: 10n ** BigInt(places) });
const halfOf = (places: number): Exact => ({ n: 1n, d: 2n * 10n ** BigInt(places) });

/** The numbers that round to one figure of the grid. */
function cell(figure: Exact, places: number, mode: RoundingMode): Stretch {
  const [step, half] = [stepOf(places), halfOf(places)];
  const side = sign(figure.n);
  const ends = (below: Exact | undefined, above: Exact | undefined, low: boolean, high: boolean): Stretch => ({
    low: { value: below === undefined ? figure : subtract(figure, below), closed: low },
    high: { value: above === undefined ? figure : add(figure, above), closed: high },
  });
  switch (mode) {
    case "half-up":
      return ends(half, half, side > 0, side < 0);
    case "half-even": {
      const even = ((figure.n * step.d) / figure.d) % 2n === 0n;
      return ends(half, half, even, even);
    }
    case "down":
      return ends(side > 0 ? undefined : step, side < 0 ? undefined : step, side > 0, side < 0);
    case "up":
      return ends(side > 0 ? step : undefined, side < 0 ? step : undefined, side <= 0, side >= 0);
    case "floor":
      return ends(undefined, step, true, false);
    case "ceiling":
      return ends(step, undefined, false, true);
  }
}

/** The numbers that round into a set. */
export function unrounded(set: NumberSet, places: number, mode: RoundingMode): NumberSet {
  const step = stepOf(places);
  return union(
    ...set.map(({ low, high }) => {
      const first = low && near(low.value, low.closed, round(low.value, places, "ceiling"), step, add);
      const last = high && near(high.value, high.closed, round(high.value, places, "floor"), step, subtract);
      if (first !== undefined && last !== undefined && compare(first, last) > 0) return [];
      return between(first && cell(first, places, mode).low, last && cell(last, places, mode).high);
    }),
  );
}
/** The first figure of the grid inside an end. */
const near = (end: Exact, closed: boolean, found: Exact, step: Exact, on: typeof add): Exact => (!closed && compare(found, end) === 0 ? on(found, step) : found);

// ---- values at ends --------------------------------------------------------------------------------------------

/** A number and the side from which it is approached (0: it itself), or an infinity. */
interface Approach {
  readonly value: Exact | "-∞" | "+∞";
  readonly side: number;
}

export const lowEnd = ({ low }: Stretch): Approach => (low === undefined ? { value: "-∞", side: 1 } : { value: low.value, side: low.closed ? 0 : 1 });
export const highEnd = ({ high }: Stretch): Approach => (high === undefined ? { value: "+∞", side: -1 } : { value: high.value, side: high.closed ? 0 : -1 });

/** The value that a course takes, or approaches, there. */
export function approached({ ratio, of }: Course, at: Approach): Approach {
  return ratioAt(ratio, of === undefined ? at : roundedAt(of, approached(of.course, at)));
}

const infinity = (positive: boolean): Approach => (positive ? { value: "+∞", side: -1 } : { value: "-∞", side: 1 });

function ratioAt(ratio: Ratio, { value, side }: Approach): Approach {
  const { a, b, c, d } = ratio;
  if (isFixed(ratio)) return { value: { n: b, d }, side: 0 };
  if (typeof value === "string") {
    const far = value === "+∞" ? 1 : -1;
    if (c === 0n) return infinity(sign(a) * sign(d) * far > 0);
    return { value: c > 0n ? { n: a, d: c } : { n: -a, d: -c }, side: -slope(ratio) * far };
  }
  const found = valueAt(ratio, value);
  if (found !== undefined) return { value: found, side: side * slope(ratio) };
  // At the pole: the sign of the numerator there, over the sign of a denominator just beside zero.
  return infinity(sign(a * value.n + b * value.d) * sign(c) * side > 0);
}

function roundedAt({ places, mode }: Rounded, { value, side }: Approach): Approach {
  if (typeof value === "string") return { value, side };
  const found = round(value, places, mode);
  const { low, high } = cell(found, places, mode);
  const leaves = (side < 0 && low !== undefined && compare(value, low.value) === 0) || (side > 0 && high !== undefined && compare(value, high.value) === 0);
  return { value: leaves ? (side < 0 ? subtract : add)(found, stepOf(places)) : found, side: 0 };
}

// ---- what rounded courses score --------------------------------------------------------------------------------

const MOST = 200_000n; // figures of an inner rounding that are followed one by one

/** Every figure that a rounded course takes over an interval without pole; undefined where there is no end to them. */
export function figuresOf({ course, places, mode }: Rounded, over: Stretch): readonly Run[] | undefined {
  const scaled = (value: Exact): bigint => round(value, places, mode).n;
  if (isConstant(course)) {
    const only = scaled(constantOf(course));
    return [{ from: only, to: only }];
  }
  const { of } = course;
  if (of === undefined) {
    const ends = [lowEnd(over), highEnd(over)].map((end) => roundedAt({ course, places, mode }, approached(course, end)).value);
    const [first, last] = ends.map((end) => (end === undefined || typeof end === "string" ? undefined : scaled(end)));
    if (first === undefined || last === undefined) return undefined;
    return [first <= last ? { from: first, to: last } : { from: last, to: first }];
  }
  const runs = figuresOf(of, over)?.map((run) => figuresAlong(course.ratio, of.places, run, places, mode));
  return runs?.every((one) => one !== undefined) === true ? merged(runs.flat()) : undefined;
}

/** The figures that a ratio of neighbouring figures rounds to. */
function figuresAlong(ratio: Ratio, inner: number, { from, to }: Run, places: number, mode: RoundingMode): readonly Run[] | undefined {
  const at = (figure: bigint): Exact => ({ n: figure, d: 10n ** BigInt(inner) });
  const scaled = (figure: bigint): bigint[] => {
    const value = valueAt(ratio, at(figure));
    return value === undefined ? [] : [round(value, places, mode).n];
  };
  const [first, last] = [scaled(from)[0], scaled(to)[0]];
  // Where a step inside moves the outcome by at most a step outside, no figure between the ends is left out.
  const fine = first !== undefined && last !== undefined && [from, to].every((figure) => stepsWithin(ratio, at(figure), inner, places, mode));
  if (fine && (mode !== "up" || (first >= 0n && last >= 0n))) return [first <= last ? { from: first, to: last } : { from: last, to: first }];
  if (to - from > MOST) return undefined;
  return runsOf(Array.from({ length: Number(to - from) + 1 }, (_, index) => scaled(from + BigInt(index))).flat());
}

/** Whether |slope| × step inside ≤ step outside at a value; between two such values of one side of the pole it is so everywhere. */
function stepsWithin({ a, b, c, d }: Ratio, { n, d: m }: Exact, inner: number, places: number, mode: RoundingMode): boolean {
  const determinant = a * d - b * c;
  const below = c * n + d * m;
  const [slope, bound] = [(determinant < 0n ? -determinant : determinant) * m * m * 10n ** BigInt(places), below * below * 10n ** BigInt(inner)];
  return mode === "half-even" ? slope < bound : slope <= bound;
}
