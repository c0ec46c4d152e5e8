// 区间: whether a list of intervals covers a domain, each value once. Faults come with a witness value.
import { add, compare, divide, type Exact, exact, ONE, subtract } from "./number.ts";
import type { Interval } from "./method.ts";

export interface IntervalFault {
  readonly kind: "gap" | "overlap" | "empty";
  /** a value that no interval, or more than one, takes in */
  readonly witness: Exact;
  /** the neighbours, as written */
  readonly between: string;
  readonly index: number | undefined;
}

type End = { readonly value: Exact; readonly closed: boolean } | undefined;
const TWO = exact("2");
const middle = (a: Exact, b: Exact): Exact => divide(add(a, b), TWO) ?? a;

/** Every gap, overlap and empty interval, in ascending order of the values. */
export function gapsAndOverlaps(intervals: readonly Interval[], domain: Interval): readonly IntervalFault[] {
  const faults: IntervalFault[] = [];
  const sorted = intervals.map((interval, index) => ({ interval, index })).sort((a, b) => byLow(a.interval.low, b.interval.low));
  for (const { interval, index } of sorted) {
    const { low, high, text } = interval;
    if (!low || !high) continue;
    const order = compare(low.value, high.value);
    if (order > 0 || (order === 0 && !(low.closed && high.closed))) faults.push({ kind: "empty", witness: low.value, between: text, index });
  }
  if (faults.length > 0) return faults;

  // `reach` is how far the values are covered; before the first interval that is the start of the domain.
  let reach: End | "start" | "everything" = "start";
  let before = "";
  for (const { interval, index } of sorted) {
    const { low, high, text } = interval;
    const between = before === "" ? text : `${before} 与 ${text}`;
    if (reach === "everything") {
      faults.push({ kind: "overlap", witness: low?.value ?? high?.value ?? ONE, between, index });
    } else if (reach === "start") {
      const gap = gapAtStart(domain.low, low);
      if (gap) faults.push({ kind: "gap", witness: gap, between, index });
    } else if (reach !== undefined) {
      const order = low ? compare(low.value, reach.value) : -1;
      if (low && (order > 0 || (order === 0 && !low.closed && !reach.closed))) {
        faults.push({ kind: "gap", witness: order === 0 ? low.value : witnessBetween(reach, low), between, index });
      } else if (!low || order < 0 || (low.closed && reach.closed)) {
        faults.push({ kind: "overlap", witness: order === 0 && low ? low.value : overlapWitness(low, reach, high), between, index });
      }
    }
    if (high === undefined) reach = "everything";
    else if (reach === "start" || (reach !== "everything" && byHigh(high, reach) > 0)) reach = high;
    before = text;
  }
  if (typeof reach === "object") {
    const { high } = domain;
    const order = high ? compare(high.value, reach.value) : 1;
    const open = high === undefined || order > 0 || (order === 0 && high.closed && !reach.closed);
    if (open) faults.push({ kind: "gap", witness: high ? (order === 0 ? high.value : witnessBetween(reach, high)) : reach.closed ? add(reach.value, ONE) : reach.value, between: before, index: undefined });
  }
  return faults;
}

function gapAtStart(start: End, low: End): Exact | undefined {
  if (low === undefined) return undefined;
  if (start === undefined) return low.closed ? subtract(low.value, ONE) : low.value;
  const order = compare(start.value, low.value);
  if (order === 0) return start.closed && !low.closed ? low.value : undefined;
  return order < 0 ? witnessBetween(start, low) : undefined;
}

/** An end that neither side takes in, else the middle. */
function witnessBetween(from: NonNullable<End>, to: NonNullable<End>): Exact {
  if (!from.closed) return from.value;
  return to.closed ? middle(from.value, to.value) : to.value;
}

function overlapWitness(low: End, reach: NonNullable<End>, high: End): Exact {
  const from = low?.value ?? subtract(reach.value, ONE);
  const to = high && compare(high.value, reach.value) < 0 ? high.value : reach.value;
  return middle(from, to);
}

function byLow(a: End, b: End): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a.value, b.value) || Number(b.closed) - Number(a.closed);
}

function byHigh(a: NonNullable<End>, b: End): number {
  return b === undefined ? -1 : compare(a.value, b.value) || Number(a.closed) - Number(b.closed);
}
