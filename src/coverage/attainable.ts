// 可达等级: where every indicator can score only a few figures (yes or no, tiers, check points), some grades may lie
// between the totals that come about. Such a grade is nobody's task to test.
import { samplesOf } from "./branches.ts";
import { evaluate } from "../expression/exact.ts";
import { children, type Expression, type Input } from "../expression/expression.ts";
import { add, type Exact, reduce, ZERO } from "../number.ts";
import type { LeafProgram, Program } from "../program.ts";

const MOST = 20_000;

/** Indices of the grades that some total reaches; undefined where the totals are too many to list. */
export function attainableGrades({ leaves, groups, knockOuts, grade, linked }: Program): ReadonlySet<number> | undefined {
  if (knockOuts.length > 0 || groups.some(({ group }) => group.combine !== undefined)) return undefined;
  let totals: readonly Exact[] = [ZERO];
  for (const leaf of leaves) {
    const points = pointsOf(leaf, linked.framework.data.missing === "zero");
    if (points === undefined || points.length * totals.length > MOST) return undefined;
    totals = unique(totals.flatMap((total) => points.map((one) => add(total, one))));
  }
  const reached = totals.map((total) => evaluate(grade, () => total));
  return new Set(reached.flatMap((one) => (typeof one === "string" ? [] : [Number(one.n / one.d)])));
}

/** Every figure an indicator can score; undefined where it scores by a formula over a figure that was entered. */
function pointsOf({ leaf, expression, factor }: LeafProgram, zeroWhenMissing: boolean): readonly Exact[] | undefined {
  if (factor !== undefined || leaf.notApplicable !== "forbid") return undefined;
  const inputs = resultInputs(expression);
  if (inputs.some((one) => one.options === undefined)) return undefined;
  const samples = samplesOf(expression, inputs);
  if (samples === undefined || samples.points.length > MOST) return undefined;
  const found = samples.points.map((point) => evaluate(samples.placed, point)).filter((one) => typeof one === "object");
  return found.length === 0 ? undefined : unique(zeroWhenMissing ? [...found, ZERO] : found);
}

/** Inputs that the result is made of, beside those that only decide. */
function resultInputs(one: Expression): readonly Input[] {
  if (one.op === "input") return [one];
  if (one.op === "choice") return [...one.cases, one.otherwise].flatMap(({ then }) => resultInputs(then));
  return children(one).flatMap(resultInputs);
}

const unique = (values: readonly Exact[]): readonly Exact[] => [...new Map(values.map((one) => [`${reduce(one).n}/${reduce(one).d}`, one])).values()];
