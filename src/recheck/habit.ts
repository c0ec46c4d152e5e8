// 习惯: which rounding, and which way of scoring in each family of rows, explains most of a table. One consistent
// habit that explains every row is no error; it is said.
import { compare, type Exact, round } from "../numbers/number.ts";
import type { Habit, Way } from "./ways.ts";

/** A row whose printed points should follow from one of the ways in which it may have been scored. */
export interface Question {
  readonly family: string;
  readonly ways: readonly Way[];
  readonly weight: Exact;
  readonly printed: Exact;
  /** full marks for a missed target: a habit that other rows show may excuse them, but they are no sign of one */
  readonly silent?: true;
}

export interface Habits {
  readonly points: Habit;
  /** every rounding that explains as much */
  readonly equal: readonly Habit[];
  /** the way taken in a family, by its key */
  readonly ways: ReadonlyMap<string, string>;
}

export const keyOf = ({ id, rate }: Way): string => `${id} ${typeof rate === "string" ? rate : `${rate.places}-${rate.mode}`}`;

/** What a way pays: full marks and printed points as they are, anything else rounded, and never above the weight. */
export function paid({ points, fixed }: Way, weight: Exact, habit: Habit): Exact {
  const rounded = fixed === true || compare(points, weight) === 0 ? points : round(points, habit.places, habit.mode);
  return compare(rounded, weight) > 0 ? weight : rounded;
}

const explains = (key: string, { ways, weight, printed }: Question, habit: Habit): boolean => ways.some((way) => keyOf(way) === key && compare(paid(way, weight, habit), printed) === 0);

/** How well a rounding of points explains the table, with the best way in each family. */
interface Candidate {
  readonly points: Habit;
  readonly ways: ReadonlyMap<string, string>;
  readonly explained: number;
  readonly excused: number;
  readonly cost: number;
}

function candidate(points: Habit, rank: number, families: ReadonlyMap<string, readonly Question[]>, rate: Habit | undefined): Candidate {
  const ways = new Map<string, string>();
  let [explained, excused, cost] = [0, 0, rank];
  for (const [family, members] of families) {
    const keys = [...new Set(members.flatMap((one) => one.ways.filter((way) => rate === undefined || sameRate(way, rate)).map(keyOf)))];
    const scored = keys.map((key, order) => {
      const held = members.filter((one) => explains(key, one, points));
      const speaking = held.filter((one) => one.silent !== true).length;
      return { key, order, speaking, silent: held.length - speaking };
    });
    const [best] = scored.sort((a, b) => b.speaking - a.speaking || b.silent - a.silent || a.order - b.order);
    if (best === undefined) continue;
    ways.set(family, best.key);
    explained += best.speaking;
    excused += best.silent;
    cost += best.order;
  }
  return { points, ways, explained, excused, cost };
}

/**
 * The rounding and the ways that explain most questions. Where the usual rounding, which comes first, does as well as
 * any, it is taken; among others, the one that also accounts for full marks, then the one nearest to what is usual.
 */
export function infer(questions: readonly Question[], habits: readonly [Habit, ...Habit[]], rate: Habit | undefined): Habits {
  const families = new Map<string, Question[]>();
  for (const one of questions) families.set(one.family, [...(families.get(one.family) ?? []), one]);
  const all = habits.map((points, rank) => candidate(points, rank, families, rate));
  const most = Math.max(...all.map((one) => one.explained));
  const best = all.filter((one) => one.explained === most);
  const usual = best.find((one) => one.points === habits[0]);
  const [chosen] = usual === undefined ? [...best].sort((a, b) => b.excused - a.excused || a.cost - b.cost) : [usual];
  return { points: chosen?.points ?? habits[0], ways: chosen?.ways ?? new Map(), equal: best.map((one) => one.points) };
}

/** Whether another rounding, of which the table shows neither sign nor contrary, would pay full marks. */
export const mayBeFull = ({ ways, weight }: Question, { equal }: Habits): boolean => equal.some((habit) => ways.some((way) => compare(paid(way, weight, habit), weight) === 0));

const sameRate = ({ rate }: Way, wanted: Habit): boolean => typeof rate === "object" && rate.places === wanted.places && rate.mode === wanted.mode;
