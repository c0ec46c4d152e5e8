// 区间: whether a list of intervals covers a domain, each value once. Faults come with a witness value and with the
// intervals on either side of it.
import type { Interval } from "./method.ts";
import { compare, type Exact, ZERO } from "../numbers/number.ts";
import { between, type End, intersect, isEmpty, NOTHING, type NumberSet, type Stretch, union, witness, without } from "../numbers/sets.ts";

export interface IntervalFault {
  readonly kind: "gap" | "overlap" | "empty";
  /** a value that no interval, or more than one, takes in */
  readonly witness: Exact;
  /** the intervals concerned, as written */
  readonly between: string;
  /** where it is reported; undefined where nothing lies above a gap */
  readonly index: number | undefined;
  /** every interval concerned */
  readonly indices: readonly number[];
}

/** Every gap, overlap and empty interval. */
export function gapsAndOverlaps(intervals: readonly Interval[], domain: Interval): readonly IntervalFault[] {
  const sorted = intervals.map((interval, index) => ({ interval, index, set: between(interval.low, interval.high) })).sort((a, b) => byLow(a.interval.low, b.interval.low));
  const empty = sorted.filter(({ set }) => isEmpty(set));
  if (empty.length > 0) return empty.map(({ interval, index }): IntervalFault => ({ kind: "empty", witness: interval.low?.value ?? ZERO, between: interval.text, index, indices: [] }));

  const faults: IntervalFault[] = [];
  const words = (...those: readonly (typeof sorted)[number][]): string => those.map(({ interval }) => interval.text).join(" 与 ");
  sorted.forEach((one, at) => {
    const before = sorted.slice(0, at).reverse().find(({ set }) => !isEmpty(intersect(set, one.set)));
    if (before === undefined) return;
    const shared = intersect(before.set, one.set);
    faults.push({ kind: "overlap", witness: figureIn(shared), between: words(before, one), index: one.index, indices: [before.index, one.index] });
  });
  const covered = sorted.reduce<NumberSet>((all, { set }) => union(all, set), NOTHING);
  for (const gap of without(between(domain.low, domain.high), covered)) {
    const below = sorted.filter(({ interval }) => gap.low !== undefined && interval.high !== undefined && compare(interval.high.value, gap.low.value) <= 0).at(-1);
    const above = sorted.find(({ interval }) => gap.high !== undefined && interval.low !== undefined && compare(interval.low.value, gap.high.value) >= 0 && interval !== below?.interval);
    const those = [below, above].filter((one) => one !== undefined);
    faults.push({ kind: "gap", witness: figureIn([gap]), between: words(...those), index: above?.index, indices: those.map(({ index }) => index) });
  }
  return faults;
}

/** A value of the set, short where there is a short one. */
const figureIn = (set: NumberSet): Exact => witness(set) ?? endOf(set[0]);
const endOf = (one: Stretch | undefined): Exact => one?.low?.value ?? one?.high?.value ?? ZERO;

function byLow(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a.value, b.value) || Number(b.closed) - Number(a.closed);
}
