// 数集: finite unions of intervals of exact numbers, with open, closed and infinite ends. Pure arithmetic of sets,
// and witnesses: a value in a set, written as short as it can be.
//
// An interval lies between two cuts; a cut falls just before or just after a number. `[80, 90)` begins just before
// 80 and ends just before 90, so that the union with `[90, 100]` leaves no seam.
import { add, compare, type Exact, reduce, round, subtract, ZERO } from "./number.ts";
import type { Comparator } from "./quantity.ts";

/** An end of an interval; `closed` says whether the number itself belongs to it. */
export interface End {
  readonly value: Exact;
  readonly closed: boolean;
}

/** An interval; an end that is absent lies at infinity. */
export interface Stretch {
  readonly low: End | undefined;
  readonly high: End | undefined;
}

/** Apart from each other, in ascending order, none empty. */
export type NumberSet = readonly Stretch[];

/** Just before (0) or just after (1) a number; -∞ and +∞ at the outside. */
type Cut = { readonly value: Exact; readonly after: 0 | 1 } | "start" | "end";

export const NOTHING: NumberSet = [];
export const EVERYTHING: NumberSet = [{ low: undefined, high: undefined }];
export const point = (value: Exact): NumberSet => [{ low: { value, closed: true }, high: { value, closed: true } }];

/** The numbers between two ends; nothing where the ends cross. */
export function between(low: End | undefined, high: End | undefined): NumberSet {
  if (low === undefined || high === undefined) return [{ low, high }];
  const order = compare(low.value, high.value);
  return order < 0 || (order === 0 && low.closed && high.closed) ? [{ low, high }] : NOTHING;
}

/** The numbers that stand in this relation to `value`. */
export function satisfying(is: Comparator, value: Exact): NumberSet {
  if (is === "=") return point(value);
  const end: End = { value, closed: is === "<=" || is === ">=" };
  return is.startsWith("<") ? [{ low: undefined, high: end }] : [{ low: end, high: undefined }];
}

const startOf = ({ low }: Stretch): Cut => (low === undefined ? "start" : { value: low.value, after: low.closed ? 0 : 1 });
const endOf = ({ high }: Stretch): Cut => (high === undefined ? "end" : { value: high.value, after: high.closed ? 1 : 0 });
const stretch = (from: Cut, to: Cut): Stretch => ({
  low: typeof from === "string" ? undefined : { value: from.value, closed: from.after === 0 },
  high: typeof to === "string" ? undefined : { value: to.value, closed: to.after === 1 },
});

function order(a: Cut, b: Cut): number {
  if (a === b) return 0;
  if (a === "start" || b === "end") return -1;
  if (a === "end" || b === "start") return 1;
  return compare(a.value, b.value) || a.after - b.after;
}

/** Walks over the cuts of both sets; `keep` decides on the stretch before the next cut. */
function sweep(a: NumberSet, b: NumberSet, keep: (inA: boolean, inB: boolean) => boolean): NumberSet {
  const found: Stretch[] = [];
  let from: Cut = "start";
  let open: Cut | undefined;
  let [i, j] = [0, 0];
  const next = (set: NumberSet, at: number): Cut => {
    const one = set[at >> 1];
    return one === undefined ? "end" : at % 2 === 0 ? startOf(one) : endOf(one);
  };
  for (;;) {
    while (i < a.length * 2 && order(next(a, i), from) <= 0) i++;
    while (j < b.length * 2 && order(next(b, j), from) <= 0) j++;
    const kept = keep(i % 2 === 1, j % 2 === 1);
    if (kept) open ??= from;
    else if (open !== undefined) {
      found.push(stretch(open, from));
      open = undefined;
    }
    const [inA, inB] = [next(a, i), next(b, j)];
    const to: Cut = order(inA, inB) < 0 ? inA : inB;
    if (to === "end") break;
    from = to;
  }
  if (open !== undefined) found.push(stretch(open, "end"));
  return found;
}

export const union = (...sets: readonly NumberSet[]): NumberSet => sets.reduce((a, b) => (a.length === 0 ? b : b.length === 0 ? a : sweep(a, b, (x, y) => x || y)), NOTHING);
export const intersect = (a: NumberSet, b: NumberSet): NumberSet => (a.length === 0 || b.length === 0 ? NOTHING : sweep(a, b, (x, y) => x && y));
export const without = (a: NumberSet, b: NumberSet): NumberSet => (a.length === 0 || b.length === 0 ? a : sweep(a, b, (x, y) => x && !y));
export const complement = (a: NumberSet): NumberSet => without(EVERYTHING, a);
export const isEmpty = (set: NumberSet): boolean => set.length === 0;

export const contains = (set: NumberSet, value: Exact): boolean => set.some((one) => within(one, value));
function within({ low, high }: Stretch, value: Exact): boolean {
  const above = low === undefined ? 1 : compare(value, low.value);
  const below = high === undefined ? -1 : compare(value, high.value);
  return (above > 0 || (above === 0 && low?.closed === true)) && (below < 0 || (below === 0 && high?.closed === true));
}

export const isSubset = (a: NumberSet, b: NumberSet): boolean => isEmpty(without(a, b));

/** Decimals an entered figure may have. */
export const MOST_PLACES = 12;

const unitOf = (places: number): Exact => ({ n: 1n, d: 10n ** BigInt(places) });

/** The first figure with so many decimals that lies in an interval, from below or from above. */
function onGrid(one: Stretch, places: number, from: "low" | "high"): Exact | undefined {
  const end = one[from];
  if (end === undefined) return undefined;
  const up = from === "low";
  const near = round(end.value, places, up ? "ceiling" : "floor");
  const inside = compare(near, end.value) !== 0 || end.closed ? near : (up ? add : subtract)(near, unitOf(places));
  return within(one, inside) ? inside : undefined;
}

/** A figure of the set with as few decimals as can be; undefined where none ends within twelve. */
export function witness(set: NumberSet): Exact | undefined {
  for (let places = 0; places <= MOST_PLACES; places++) {
    for (const one of set) {
      const found = one.low === undefined && one.high === undefined ? ZERO : (onGrid(one, places, "low") ?? onGrid(one, places, "high"));
      if (found !== undefined) return reduce(found);
    }
  }
  return undefined;
}

/** The nearer to a value comes first; of two as near, the higher. */
function byDistance(value: Exact): (a: Exact, b: Exact) => number {
  const distance = (one: Exact): Exact => (compare(one, value) < 0 ? subtract(value, one) : subtract(one, value));
  return (a, b) => compare(distance(a), distance(b)) || compare(b, a);
}

/** The figure of the set with at most so many decimals that lies nearest to a value; of two, the higher. */
export function nearest(set: NumberSet, value: Exact, places: number): Exact | undefined {
  const around = [round(value, places, "floor"), round(value, places, "ceiling")];
  const found = set.flatMap((one) => [...around.filter((each) => within(one, each)), onGrid(one, places, "low"), onGrid(one, places, "high")]);
  const [best] = found.filter((one) => one !== undefined).sort(byDistance(value));
  return best && reduce(best);
}

/** The end of the set that lies nearest to a value; of two, the higher one. */
export function threshold(set: NumberSet, value: Exact): End | undefined {
  const ends = set.flatMap(({ low, high }) => [low, high]).filter((one) => one !== undefined);
  const nearer = byDistance(value);
  return ends.sort((a, b) => nearer(a.value, b.value))[0];
}

/** Numbers that lie apart from all others of the set, and that no figure of twelve decimals writes: never entered. */
export const writable = (set: NumberSet): NumberSet => set.filter((one) => one.low === undefined || one.high === undefined || compare(one.low.value, one.high.value) !== 0 || witness([one]) !== undefined);
