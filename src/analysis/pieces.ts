// 分段: an expression over one value as pieces, each over an interval and each monotone there. Everything the static
// analysis says is read off the pieces: which branches are taken, what is scored, where the direction breaks.
//
// Conditions are decided over sets of values, in the order of the cases. What is of no form that is solved here
// (a product of two roundings, a quadratic) makes the whole undefined: nothing is guessed.
import type { Case, Choice, Condition, Expression, Outcome } from "../expression/expression.ts";
import { type Exact, ZERO } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import { EVERYTHING, intersect, isEmpty, NOTHING, type NumberSet, satisfying, type Stretch, union, without } from "../numbers/sets.ts";
import { constantly, constantOf, type Course, IDENTITY, isConstant, reaching, roundedCourse, smoothParts } from "./course.ts";
import { overRatio, plusRatio, type Ratio, timesRatio } from "./ratio.ts";

export interface Piece {
  readonly over: Stretch;
  /** what the expression is there: a monotone course, or no number */
  readonly value: Course | Outcome["state"];
  /** ids of the branches taken, outermost first */
  readonly taken: readonly string[];
}

export interface Solving {
  /** the one input that is free; none where the others decide alone */
  readonly variable: string | undefined;
  /** values of the other inputs */
  readonly known?: ((name: string) => Exact | undefined) | undefined;
  readonly domain?: NumberSet | undefined;
  /** a case on other values than the variable (a divisor of zero, where the variable itself has no value): never taken here */
  readonly aside?: ((one: Case) => boolean) | undefined;
  /** told of every branch of every choice that some value takes, with those values */
  readonly taken?: ((choice: Choice, index: number, set: NumberSet) => void) | undefined;
}

/** What cannot be solved is thrown inside this file, and caught at its door. */
const UNSOLVED = Symbol("unsolved");
function solved<T>(given: T | undefined): T {
  if (given === undefined) throw UNSOLVED;
  return given;
}
function attempt<T>(solve: () => T): T | undefined {
  try {
    return solve();
  } catch (reason) {
    if (reason === UNSOLVED) return undefined;
    throw reason;
  }
}

/** The pieces of an expression over the values of one input, in ascending order; undefined where it cannot be solved. */
export const piecesOf = (expression: Expression, solving: Solving): readonly Piece[] | undefined => attempt(() => [...solver(solving).find(expression, solving.domain ?? EVERYTHING)].sort(byPlace));

/** Every value at which a condition holds; undefined where it cannot be solved. */
export const holding = (condition: Condition, solving: Solving): NumberSet | undefined => attempt(() => solver(solving).holds(condition, solving.domain ?? EVERYTHING));

/** Every value at which the expression is a number of the set; undefined where it cannot be solved. */
export function preimage(expression: Expression, set: NumberSet, solving: Solving): NumberSet | undefined {
  const pieces = piecesOf(expression, solving);
  return pieces && reachingPieces(pieces, set);
}

/** Every value at which pieces lie in a set. */
export const reachingPieces = (pieces: readonly Piece[], set: NumberSet): NumberSet => union(...pieces.map(({ over, value }) => (typeof value === "string" ? NOTHING : intersect([over], reaching(value, set)))));

const byPlace = ({ over: a }: Piece, { over: b }: Piece): number => {
  if (a.low === undefined || b.low === undefined) return a.low === b.low ? 0 : a.low === undefined ? -1 : 1;
  const [x, y] = [a.low.value.n * b.low.value.d, b.low.value.n * a.low.value.d];
  return x < y ? -1 : x > y ? 1 : Number(b.low.closed) - Number(a.low.closed);
};

interface Solver {
  readonly find: (one: Expression, domain: NumberSet) => readonly Piece[];
  readonly holds: (condition: Condition, domain: NumberSet) => NumberSet;
}

function solver({ variable, known, aside, taken }: Solving): Solver {
  /** Courses over the same rounded course are over the same value. */
  const bases = new Map<string, Course["of"]>();
  const based = (course: Course): Course => {
    if (course.of === undefined) return course;
    const text = courseText(course);
    const of = bases.get(text) ?? course.of;
    bases.set(text, of);
    return { ...course, of };
  };

  const join = (x: Course, y: Course, by: (x: Ratio, y: Ratio) => Ratio | undefined): Course => {
    const of = isConstant(x) ? y.of : x.of;
    if (!isConstant(x) && !isConstant(y) && x.of !== y.of) throw UNSOLVED;
    const ratio = solved(by(x.ratio, y.ratio));
    const made: Course = { ratio, of };
    return isConstant(made) ? constantly(constantOf(made)) : made;
  };

  /** Both sides over the parts that they share. */
  const paired = (left: readonly Piece[], right: readonly Piece[], each: (over: NumberSet, x: Course, y: Course, ids: readonly string[]) => readonly Piece[]): readonly Piece[] =>
    left.flatMap((a) =>
      typeof a.value === "string"
        ? [a]
        : right.flatMap((b): readonly Piece[] => {
            const over = intersect([a.over], [b.over]);
            if (isEmpty(over) || typeof a.value === "string") return [];
            const ids = [...a.taken, ...b.taken];
            return typeof b.value === "string" ? over.map((part) => ({ over: part, value: b.value, taken: ids })) : each(over, a.value, b.value, ids);
          }),
    );

  const combined = (of: readonly Expression[], domain: NumberSet, by: (x: Ratio, y: Ratio) => Ratio | undefined): readonly Piece[] => {
    const [first = [], ...rest] = of.map((one) => find(one, domain));
    return rest.reduce(
      (a, b) => paired(a, b, (over, x, y, ids) => {
        const value = join(x, y, by);
        return smoothParts(value, over).map((part) => ({ over: part, value, taken: ids }));
      }),
      first,
    );
  };

  const extreme = (of: readonly Expression[], domain: NumberSet, is: Comparator): readonly Piece[] => {
    const [first = [], ...rest] = of.map((one) => find(one, domain));
    return rest.reduce(
      (a, b) => paired(a, b, (over, x, y, ids) => {
        const left = intersect(over, standing(x, is, y));
        const piece = (value: Course) => (part: Stretch): Piece => ({ over: part, value, taken: ids });
        return [...left.map(piece(x)), ...without(over, left).map(piece(y))];
      }),
      first,
    );
  };

  /** Where one course stands in a relation to another. */
  const standing = (x: Course, is: Comparator, y: Course): NumberSet => reaching(join(x, y, (p, q) => plusRatio(p, q, -1n)), satisfying(is, ZERO));

  const holds = (condition: Condition, domain: NumberSet): NumberSet => {
    if (isEmpty(domain)) return NOTHING;
    if (condition.op === "compare") {
      const found: NumberSet[] = [];
      paired(find(condition.left, domain), find(condition.right, domain), (over, x, y) => {
        found.push(intersect(over, standing(x, condition.is, y)));
        return [];
      }).forEach(() => {
        throw UNSOLVED; // a side that is no number
      });
      return union(...found);
    }
    if (condition.op === "any") return union(...condition.of.map((one) => holds(one, domain)));
    return condition.of.reduce((left, one) => holds(one, left), domain);
  };

  const choose = (one: Choice, domain: NumberSet): readonly Piece[] => {
    let rest = domain;
    const found: Piece[] = [];
    const take = (index: number, id: string, then: Expression, set: NumberSet): void => {
      if (isEmpty(set)) return;
      taken?.(one, index, set);
      for (const piece of find(then, set)) found.push({ ...piece, taken: [id, ...piece.taken] });
    };
    one.cases.forEach((each, index) => {
      const { id, when, then } = each;
      if (aside?.(each) === true) return taken?.(one, index, rest);
      const set = holds(when, rest);
      rest = without(rest, set);
      take(index, id, then, set);
    });
    take(one.cases.length, one.otherwise.id, one.otherwise.then, rest);
    return found;
  };

  const plain = (value: Piece["value"], domain: NumberSet): readonly Piece[] => domain.map((over) => ({ over, value, taken: [] }));

  const find = (one: Expression, domain: NumberSet): readonly Piece[] => {
    if (isEmpty(domain)) return [];
    switch (one.op) {
      case "constant":
        return plain(constantly(one.value), domain);
      case "outcome":
        return plain(one.state, domain);
      case "input":
        return plain(one.name === variable ? IDENTITY : constantly(solved(known?.(one.name))), domain);
      case "named":
        return find(one.of, domain);
      case "round":
        return find(one.of, domain).map((piece) => (typeof piece.value === "string" ? piece : { ...piece, value: based(roundedCourse(piece.value, one.places, one.mode)) }));
      case "sum":
        return combined(one.of, domain, (x, y) => plusRatio(x, y, 1n));
      case "difference":
        return combined([one.left, one.right], domain, (x, y) => plusRatio(x, y, -1n));
      case "product":
        return combined(one.of, domain, timesRatio);
      case "quotient":
        return combined([one.left, one.right], domain, overRatio);
      case "min":
        return extreme(one.of, domain, "<=");
      case "max":
        return extreme(one.of, domain, ">=");
      case "choice":
        return choose(one, domain);
    }
  };
  return { find, holds };
}

const courseText = ({ ratio: { a, b, c, d }, of }: Course): string => `${a} ${b} ${c} ${d}${of === undefined ? "" : ` ${of.places} ${of.mode} (${courseText(of.course)})`}`;
