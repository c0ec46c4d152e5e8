// 习惯: which rounding, and which way of scoring in each family of rows, explains most of a table. One consistent
// habit that explains every row is no error; it is said.
import { compare, type Exact, round } from "../number.ts";
import type { Habit, Way } from "./ways.ts";

/** A row whose printed points should follow from one of the ways in which it may have been scored. */
export interface Question {
  readonly family: string;
  readonly ways: readonly Way[];
  readonly weight: Exact;
  readonly printed: Exact;
}

export interface Habits {
  readonly points: Habit;
  /** the way taken in a family, by its key */
  readonly ways: ReadonlyMap<string, string>;
}

export const keyOf = ({ id, rate }: Way): string => `${id} ${typeof rate === "string" ? rate : `${rate.places}-${rate.mode}`}`;

/** What a way pays: full marks as they are, anything else rounded. */
export const paid = (way: Way, weight: Exact, habit: Habit): Exact => (compare(way.points, weight) === 0 ? weight : round(way.points, habit.places, habit.mode));

/** The rounding and the ways that explain most questions; among equals the usual ones, which come first. */
export function infer(questions: readonly Question[], habits: readonly [Habit, ...Habit[]], rate: Habit | undefined): Habits {
  const families = new Map<string, Question[]>();
  for (const one of questions) families.set(one.family, [...(families.get(one.family) ?? []), one]);
  let best: { explained: number; cost: number; found: Habits } | undefined;
  for (const [rank, points] of habits.entries()) {
    const ways = new Map<string, string>();
    let [explained, cost] = [0, rank];
    for (const [family, members] of families) {
      const keys = [...new Set(members.flatMap((one) => one.ways.filter((way) => rate === undefined || sameRate(way, rate)).map(keyOf)))];
      const counts = keys.map((key) => members.filter((one) => one.ways.some((way) => keyOf(way) === key && compare(paid(way, one.weight, points), one.printed) === 0)).length);
      const most = Math.max(0, ...counts);
      const first = Math.max(0, counts.indexOf(most));
      const key = keys[first];
      if (key !== undefined) ways.set(family, key);
      explained += most;
      cost += first;
    }
    if (best === undefined || explained > best.explained || (explained === best.explained && cost < best.cost)) best = { explained, cost, found: { points, ways } };
  }
  return best?.found ?? { points: habits[0], ways: new Map() };
}

const sameRate = ({ rate }: Way, wanted: Habit): boolean => typeof rate === "object" && rate.places === wanted.places && rate.mode === wanted.mode;
