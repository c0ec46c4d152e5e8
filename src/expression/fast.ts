// The fast evaluator: the same expression over scaled integers in a Float64Array, as closures, without any
// code made from strings. It says how large a slot may be for every product to stay exact (below 2^53);
// whatever lies outside, or turns out not to be a plain number, is left to the exact evaluator.
import { bind } from "./bind.ts";
import type { Condition, Expression } from "./expression.ts";
import {
  added,
  comparison,
  divided,
  type Integer,
  multiplied,
  negated,
  type Ratio,
  roundedInteger,
  slotAt,
  type Test,
  UNIT,
} from "./integers.ts";
import { type Branches, compileSegments, type Segments } from "./segments.ts";

/** Where an input lies: its slot and the number of decimals its integer carries. */
export interface Place {
  readonly slot: number;
  readonly scale: number;
}

export interface Fast {
  /** the value × 10^places as an integer; sets slots[0] when the exact evaluator must decide */
  readonly run: Integer;
  /** the largest absolute slot value for which every intermediate integer is exact */
  readonly limit: number;
  /** the same as a table over one slot, where it is one */
  readonly segments: Segments | undefined;
}

/** A ratio, or a way to choose between several: choices are lifted out of the arithmetic. */
type Decision = { readonly ratio: Ratio } | { readonly test: Test; readonly yes: Decision; readonly no: Decision } | "exact";

const MAX_PIECES = 64;
const SMALLEST_USEFUL_LIMIT = 1e4;

/** Compiles an expression whose outermost value is rounded; undefined when it has no fast form. */
export function compileFast(expression: Expression, place: (name: string) => Place | undefined, places: number): Fast | undefined {
  const bounds: ((limit: number) => number)[] = [];
  const note = (bound: (limit: number) => number): void => void bounds.push(bound);
  let pieces = 0;
  const known = new Map<Expression, Decision>();

  const reading = (one: Expression): Decision => {
    const before = known.get(one);
    if (before !== undefined) return before;
    const decision = read(one);
    known.set(one, decision);
    return decision;
  };
  const read = (one: Expression): Decision => {
    switch (one.op) {
      case "constant":
        return { ratio: { coefficient: one.value, numerator: UNIT, denominator: UNIT } };
      case "input": {
        const where = place(one.name);
        if (where === undefined) return "exact";
        return { ratio: { coefficient: { n: 1n, d: 10n ** BigInt(where.scale) }, numerator: slotAt(where.slot), denominator: UNIT } };
      }
      case "outcome":
        return "exact";
      case "named":
        return reading(one.of);
      case "sum":
        return one.of.map(reading).reduce((a, b) => both(a, b, added));
      case "product":
        return one.of.map(reading).reduce((a, b) => both(a, b, multiplied));
      case "difference":
        return both(reading(one.left), reading(one.right), (a, b) => added(a, negated(b)));
      case "quotient":
        return both(reading(one.left), reading(one.right), divided);
      case "min":
        return one.of.map(reading).reduce((a, b) => pick(a, "<=", b));
      case "max":
        return one.of.map(reading).reduce((a, b) => pick(a, ">=", b));
      case "round":
        return each(reading(one.of), (ratio) => {
          const numerator = roundedInteger(ratio, one.places, one.mode, note);
          if (numerator.constant !== undefined && !Number.isSafeInteger(numerator.constant)) return undefined;
          const coefficient = { n: 1n, d: 10n ** BigInt(one.places) };
          return numerator.constant === undefined
            ? { coefficient, numerator, denominator: UNIT }
            : { coefficient: { n: BigInt(numerator.constant), d: coefficient.d }, numerator: UNIT, denominator: UNIT };
        });
      case "choice":
        return one.cases.reduceRight<Decision>((no, each) => branch(each.when, reading(each.then), no), reading(one.otherwise.then));
    }
  };
  const each = (decision: Decision, of: (ratio: Ratio) => Ratio | undefined): Decision => {
    if (decision === "exact" || ++pieces > MAX_PIECES) return "exact";
    if ("ratio" in decision) {
      const ratio = of(decision.ratio);
      return ratio === undefined ? "exact" : { ratio };
    }
    return { test: decision.test, yes: each(decision.yes, of), no: each(decision.no, of) };
  };
  const both = (a: Decision, b: Decision, of: (a: Ratio, b: Ratio) => Ratio | undefined): Decision => {
    if (a === "exact" || b === "exact") return "exact";
    if ("ratio" in b) return each(a, (left) => of(left, b.ratio));
    return { test: b.test, yes: both(a, b.yes, of), no: both(a, b.no, of) };
  };
  const pick = (a: Decision, is: "<=" | ">=", b: Decision): Decision => {
    if (a === "exact" || b === "exact" || ++pieces > MAX_PIECES) return "exact";
    if (!("ratio" in a)) return { test: a.test, yes: pick(a.yes, is, b), no: pick(a.no, is, b) };
    if (!("ratio" in b)) return { test: b.test, yes: pick(a, is, b.yes), no: pick(a, is, b.no) };
    return { test: comparison(a.ratio, is, b.ratio, note), yes: a, no: b };
  };
  /** A condition as nested tests: its operands may themselves be choices. */
  const branch = (when: Condition, yes: Decision, no: Decision): Decision => {
    if (when.op !== "compare") {
      return when.op === "all"
        ? when.of.reduceRight((then, one) => branch(one, then, no), yes)
        : when.of.reduceRight((then, one) => branch(one, yes, then), no);
    }
    const { is } = when;
    const compareSides = (left: Decision, right: Decision): Decision => {
      if (left === "exact" || right === "exact" || ++pieces > MAX_PIECES) return "exact";
      if (!("ratio" in left)) return { test: left.test, yes: compareSides(left.yes, right), no: compareSides(left.no, right) };
      if (!("ratio" in right)) return { test: right.test, yes: compareSides(left, right.yes), no: compareSides(left, right.no) };
      return { test: comparison(left.ratio, is, right.ratio, note), yes, no };
    };
    return compareSides(reading(when.left), reading(when.right));
  };

  const decision = reading(bind(expression, () => undefined));
  const branches = pieces > MAX_PIECES ? undefined : toBranches(decision, places, note);
  if (branches === undefined) return undefined;
  const limit = largestLimit(bounds);
  return limit < SMALLEST_USEFUL_LIMIT ? undefined : { run: toRun(branches), limit, segments: compileSegments(branches) };
}

function toBranches(decision: Decision, places: number, note: (bound: (limit: number) => number) => void): Branches {
  if (decision === "exact") return "exact";
  if ("ratio" in decision) return roundedInteger(decision.ratio, places, "half-up", note);
  return { test: decision.test, yes: toBranches(decision.yes, places, note), no: toBranches(decision.no, places, note) };
}

function toRun(branches: Branches): Integer {
  if (branches === "exact") return (slots) => (slots[0] = 1);
  if (!("test" in branches)) return branches.run;
  const yes = toRun(branches.yes);
  const no = toRun(branches.no);
  const { run: test } = branches.test;
  return (slots) => (test(slots) ? yes(slots) : no(slots));
}

function largestLimit(bounds: readonly ((limit: number) => number)[]): number {
  let limit = 1e15;
  while (limit >= 1 && bounds.some((bound) => !(bound(limit) < Number.MAX_SAFE_INTEGER))) limit /= 10;
  return limit;
}

/**
 * Reads decimal text into an integer at `scale` decimals; NaN where the text is not plain decimal text or
 * needs more decimals. `unit` may follow the number, and must when `unitRequired`.
 */
export function parseScaled(text: string, scale: number, unit: string, unitRequired: boolean): number {
  const length = unit.length;
  let end = text.length;
  if (length === 1 ? text.charCodeAt(end - 1) === unit.charCodeAt(0) : length > 0 && text.endsWith(unit)) end -= length;
  else if (unitRequired) return Number.NaN;
  const first = text.charCodeAt(0);
  const start = first === 45 ? 1 : 0;
  if (end - start > 15 || start >= end) return Number.NaN;
  let value = 0;
  let at = start;
  for (; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (digit === -2) break;
    else return Number.NaN;
  }
  const whole = at - start;
  if (whole === 0 || (whole > 1 && text.charCodeAt(start) === 48)) return Number.NaN;
  let missing = scale;
  if (at < end) {
    missing -= end - ++at;
    if (missing < 0 || missing === scale) return Number.NaN;
    for (; at < end; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) return Number.NaN;
      value = value * 10 + digit;
    }
  }
  const scaled = value * (POWERS[missing] as number);
  return start === 1 ? -scaled : scaled;
}

const POWERS: readonly number[] = Array.from({ length: 13 }, (_, power) => 10 ** power);
