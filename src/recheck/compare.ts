// 目标与实际: whether a target is reached, by what is written in both cells — or why that cannot be said.
import { compare, type Exact, HUNDRED, multiply, ONE, ZERO } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import { satisfies } from "../expression/exact.ts";
import { exactOf, unitFactor } from "../reading/figure.ts";
import type { Direction, Figure, Level, Reading, When } from "../reading/types.ts";
import type { AssumptionId } from "../messages/assumptions.ts";

export interface Figures {
  /** both in the unit of the target */
  readonly target: Exact;
  readonly actual: Exact;
  readonly is: Comparator | undefined;
  readonly unit: string | undefined;
  /** as written, or as assumed where nothing says it; undefined where nobody can say */
  readonly direction: Direction | undefined;
}

export interface Compared {
  readonly outcome: "met" | "missed" | "open";
  readonly figures?: Figures;
  /** what words or a yes or no amount to */
  readonly level?: Level;
  readonly assumed?: AssumptionId;
  /** why a figure and a figure, or a figure and words, do not compare */
  readonly problem?: "unit" | "no-figure" | "no-target" | "no-actual";
}

/** What a row says besides its two cells. */
export interface Hints {
  /** the direction when no sign is written */
  readonly assumed: "higher" | "lower" | undefined;
  readonly year: string | undefined;
}

/** 部分达成 is a grade of the form; 基本健全 is praise, and says little about points. */
const GRADE = /达成|达标|达到|完成|实现/;
const OPEN: Compared = { outcome: "open" };
const nothing = (one: Reading | undefined): boolean => one === undefined || (one.kind === "none" && (one.reason === "empty" || one.reason === "placeholder"));

export function compareReadings(target: Reading | undefined, actual: Reading | undefined, hints: Hints): Compared {
  if (nothing(target)) return { ...OPEN, problem: "no-target" };
  if (nothing(actual)) return { ...OPEN, problem: "no-actual" };
  if (target === undefined || actual === undefined) return OPEN;
  switch (target.kind) {
    case "number":
      return compareNumber(target, actual, hints);
    case "range": {
      const [low, high] = [against(target.low, actual), against(target.high, actual)];
      if (low === undefined || high === undefined) return OPEN;
      if (low === "unit" || high === "unit") return { ...OPEN, problem: "unit" };
      return compare(low.actual, low.target) < 0 ? { outcome: "missed" } : compare(high.actual, high.target) <= 0 ? { outcome: "met" } : OPEN;
    }
    case "deviation": {
      const pair = against(target.within, actual.kind === "deviation" ? { ...actual, kind: "number", figure: actual.within } : actual);
      if (typeof pair !== "object") return pair === "unit" ? { ...OPEN, problem: "unit" } : OPEN;
      const size = pair.actual.n < 0n ? { n: -pair.actual.n, d: pair.actual.d } : pair.actual;
      return { outcome: compare(size, pair.target) <= 0 ? "met" : "missed" };
    }
    case "date":
      return actual.kind === "date" ? { outcome: compareDates(target.when, actual.when, hints.year) } : OPEN;
    case "words":
      if (actual.kind === "words") return actual.word === target.word ? { outcome: "met", level: "full" } : byLevel(actual.level === "partial" && !GRADE.test(actual.word) ? undefined : actual.level);
      return actual.kind === "yes-no" ? byLevel(actual.yes ? "full" : "none") : OPEN;
    case "yes-no":
      return actual.kind === "yes-no" ? byLevel(actual.yes === target.yes ? "full" : "none") : actual.kind === "words" ? byLevel(actual.level) : OPEN;
    default:
      return OPEN;
  }
}

const byLevel = (level: Level | undefined): Compared => (level === undefined ? OPEN : { outcome: level === "full" ? "met" : "missed", level });

function compareNumber(target: Reading & { kind: "number" }, actual: Reading, hints: Hints): Compared {
  if (actual.kind === "words" || actual.kind === "yes-no" || actual.kind === "date") return { ...OPEN, problem: "no-figure" };
  const pair = against(target.figure, actual);
  if (pair === undefined) return OPEN;
  if (pair === "unit") return { ...OPEN, problem: "unit" };
  const late = target.when !== undefined && actual.kind === "number" && actual.when !== undefined ? compareDates(target.when, actual.when, hints.year) : undefined;
  const { is } = target;
  const order = compare(pair.actual, pair.target);
  const written = target.direction ?? undefined;
  const direction = written ?? hints.assumed;
  const figures: Figures = { target: pair.target, actual: pair.actual, is, unit: target.figure.unit, direction };
  const assumed = pair.assumed ?? (written === undefined && order !== 0 && direction !== undefined ? "direction-assumed" : undefined);
  const with_ = (outcome: Compared["outcome"]): Compared => ({ outcome, figures, ...(assumed === undefined ? {} : { assumed }) });
  if (late === "missed") return with_("missed");
  // An actual value that is itself a bound (≥266米) says no more than the bound.
  const bound = actual.kind === "number" ? actual.is : undefined;
  if (bound !== undefined && bound !== "=" && direction !== undefined && direction !== "equal" && bound.startsWith("<") !== (direction === "lower")) return { ...OPEN, figures };
  if (order === 0) return with_(is === undefined || satisfies(0, is) ? "met" : "missed");
  switch (direction) {
    case undefined:
      return { outcome: "open", figures };
    case "equal":
      // Going beyond is no fault by the published formulas.
      return with_(order > 0 && pair.target.n !== 0n ? "met" : "missed");
    case "higher":
      return with_(order > 0 ? "met" : "missed");
    case "lower":
      return with_(order < 0 ? "met" : "missed");
  }
}

interface Pair {
  readonly target: Exact;
  readonly actual: Exact;
  readonly assumed?: AssumptionId;
}

/** From here on, a bare figure of at most 1 beside a percentage can only be a ratio; below, nobody can say. */
const SURELY_PERCENT: Exact = { n: 50n, d: 1n };

/** Both in the unit of the target, which a bare figure takes. */
function against(target: Figure, actual: Reading): Pair | "unit" | undefined {
  const figure = actual.kind === "number" ? actual.figure : actual.kind === "formula" ? (actual.result ?? actual.value) : undefined;
  if (figure === undefined) return undefined;
  const [goal, value] = [exactOf(target), exactOf(figure)];
  const computed = actual.kind === "formula" && actual.result === undefined;
  if (target.unit === "%" && computed) return { target: goal, actual: multiply(value, HUNDRED) };
  if (target.unit !== undefined && figure.unit !== undefined) {
    const factor = unitFactor(figure.unit, target.unit);
    return factor === undefined ? "unit" : { target: goal, actual: multiply(value, factor) };
  }
  const small = (one: Exact): boolean => compare(one, ZERO) > 0 && compare(one, ONE) <= 0;
  if (target.unit === "%" && figure.unit === undefined && small(value) && !small(goal)) {
    return compare(goal, SURELY_PERCENT) < 0 ? undefined : { target: goal, actual: multiply(value, HUNDRED), assumed: "ratio-as-percent" };
  }
  if (target.unit === undefined && figure.unit === "%" && small(goal) && !small(value)) {
    return compare(value, SURELY_PERCENT) < 0 ? undefined : { target: multiply(goal, HUNDRED), actual: value, assumed: "ratio-as-percent" };
  }
  return { target: goal, actual: value };
}

/** A date against a deadline, at the coarser precision of the two; `open` where the border is not said or the year is not known. */
export function compareDates(due: When, done: When, year: string | undefined): Compared["outcome"] {
  const known = (one: When, other: When): number | undefined => one.year ?? (other.year === undefined ? 0 : year === undefined ? undefined : Number(year));
  const [dueYear, doneYear] = [known(due, done), known(done, due)];
  if (dueYear === undefined || doneYear === undefined) return "open";
  const parts = [[doneYear, dueYear], [done.month, due.month], [done.day, due.day]] as const;
  for (const [is, limit] of parts) {
    if (limit === undefined) return due.limit === "before" ? "open" : "met";
    if (is === undefined) return "open";
    if (is !== limit) return is < limit ? "met" : "missed";
  }
  return due.limit === "before" ? "open" : "met";
}
