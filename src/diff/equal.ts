// 等值证明: whether two expressions surely have the same value, whatever is entered.
//
// Their conditions cut the values of each variable into points and open ranges within which nothing changes. On every
// such part both reduce to expressions without choices; these must be one form or one ratio. What cannot be cut is not
// proved, which says nothing of a difference.
import { holds, satisfies } from "../expression/exact.ts";
import { children, type Condition, constant, type Expression, inputsOf, operands } from "../expression/expression.ts";
import { add, compare, divide, type Exact, ONE, subtract, ZERO } from "../numbers/number.ts";
import type { Normaliser } from "./normal.ts";
import { breaksIn, ratioKey, sameRatio } from "./ratios.ts";
import { replaced } from "../expression/rebuild.ts";

type Comparison = Extract<Condition, { op: "compare" }>;

/** What a comparison depends on: an input, or an expression over several that is compared with a constant; by a key of its ratio. */
interface Variable {
  readonly key: string;
  readonly parts: readonly Part[];
}
type Assignment = ReadonlyMap<string, Part>;
interface Part {
  /** a value of the part: its only one, or one that stands for all */
  readonly value: Exact;
  readonly single: boolean;
}

const MOST = 4000; // parts of all variables together

/** `a` and `b` are in their forms. */
export function provedEqual(a: Expression, b: Expression, normal: Normaliser): boolean {
  if (a === b || sameRatio(a, b, normal)) return true;
  const variables = variablesOf([...comparisonsOf(a), ...comparisonsOf(b)], normal);
  if (variables === undefined || variables.length === 0) return false;
  let all: Assignment[] = [new Map()];
  for (const { key, parts } of variables) {
    if (all.length * parts.length > MOST) return false;
    all = all.flatMap((one) => parts.map((part) => new Map([...one, [key, part]])));
  }
  return all.every((assignment) => {
    const [x, y] = [reduced(a, assignment, normal), reduced(b, assignment, normal)];
    return x === y || sameRatio(x, y, normal);
  });
}

export function comparisonsOf(expression: Expression): readonly Comparison[] {
  const found: Comparison[] = [];
  const seen = new Set<Expression>();
  const collect = (one: Condition): void => void (one.op === "compare" ? found.push(one) : one.of.forEach(collect));
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "choice") one.cases.forEach((each) => collect(each.when));
    children(one).forEach(visit);
  };
  visit(expression);
  return found;
}

/** The input that a comparison depends on, where it can be solved for it; else the side that is compared with a constant. */
function subjectOf(one: Comparison, normal: Normaliser): Expression | undefined {
  const inputs = [...new Set(operands(one).flatMap(inputsOf))];
  const [only] = inputs;
  if (inputs.length === 1 && only !== undefined && (only.options !== undefined || breaksIn(one.left, one.right, only, normal) !== undefined)) return only;
  return one.left.op === "constant" ? one.right : one.right.op === "constant" ? one.left : undefined;
}

function variablesOf(comparisons: readonly Comparison[], normal: Normaliser): readonly Variable[] | undefined {
  const bySubject = new Map<string, { readonly of: Expression; readonly own: Comparison[] }>();
  for (const one of comparisons) {
    const of = subjectOf(one, normal);
    if (of === undefined) return undefined;
    const key = ratioKey(of, normal);
    bySubject.set(key, { of, own: [...(bySubject.get(key)?.own ?? []), one] });
  }
  return [...bySubject].map(([key, { of, own }]) => ({
    key,
    parts: of.op === "input" && of.options !== undefined ? of.options.map((_, index) => ({ value: { n: BigInt(index), d: 1n }, single: true })) : partsOf(of, own, normal),
  }));
}

const TWO: Exact = { n: 2n, d: 1n };

function partsOf(of: Expression, comparisons: readonly Comparison[], normal: Normaliser): readonly Part[] {
  const breaks = of.op === "input" ? comparisons.flatMap(({ left, right }) => breaksIn(left, right, of, normal) ?? []) : comparisons.flatMap(operands).flatMap((side) => (side.op === "constant" ? [side.value] : []));
  const sorted = [...breaks].sort(compare).filter((one, index, list) => index === 0 || compare(list[index - 1] ?? one, one) !== 0);
  const [first, last] = [sorted[0] ?? ZERO, sorted.at(-1) ?? ZERO];
  const between = sorted.slice(1).map((one, index) => divide(add(one, sorted[index] ?? one), TWO) ?? one);
  return [...sorted.map((value) => ({ value, single: true })), ...[subtract(first, ONE), ...between, add(last, ONE)].map((value) => ({ value, single: false }))];
}

/** The expression on one part: every choice decided, and an input of one value put in. */
function reduced(expression: Expression, assignment: Assignment, normal: Normaliser): Expression {
  const decide = (one: Condition): boolean => (one.op === "compare" ? decided(one, assignment, normal) : one.op === "all" ? one.of.every(decide) : one.of.some(decide));
  const replace = (one: Expression): Expression | undefined => {
    if (one.op === "choice") return replaced((one.cases.find((each) => decide(each.when)) ?? one.otherwise).then, replace);
    const part = one.op === "input" ? assignment.get(ratioKey(one, normal)) : undefined;
    return part?.single === true ? constant(part.value) : undefined;
  };
  return normal(replaced(expression, replace));
}

function decided(one: Comparison, assignment: Assignment, normal: Normaliser): boolean {
  const subject = subjectOf(one, normal);
  const value = subject === undefined ? undefined : assignment.get(ratioKey(subject, normal))?.value;
  if (subject === undefined || value === undefined) return false;
  if (subject.op === "input") return holds(one, () => value) === true;
  return one.left === subject ? satisfies(compare(value, (one.right as { readonly value: Exact }).value), one.is) : satisfies(compare((one.left as { readonly value: Exact }).value, value), one.is);
}
