// 够不到的档: tiers, pass lines and over-completion rows that no value takes, each with a value it is written for and
// the branch that decides on that value instead.
import type { BranchAnalysis, IndicatorAnalysis } from "../types/analysis-types.ts";
import { type Case, children, type Choice, type Expression } from "../expression/expression.ts";
import { withoutCases } from "../expression/rebuild.ts";
import type { Exact } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import { complement, contains, intersect, type NumberSet, union } from "../numbers/sets.ts";
import { entryOf, shownFigure, valueIn } from "./entered.ts";
import { holding } from "./pieces.ts";
import { enteredAt, type View, viewsOf } from "./views.ts";

/** Branches that a person wrote as a row or a line, and would miss. */
const WRITTEN = /^tier-\d+$|^grade-\d+$|^over-completion|^below-pass$|^below-zero-line$/;

/** `known` are the views of the whole expression, `first` what its variable may stand for; `isRule` tells the cases that a pack puts in front: a row that only a pack decides before is no fault of the row. */
export function branchesReached(program: LeafProgram, known: readonly View[] | undefined, first: Expression | undefined, isRule: (one: Case) => boolean): Pick<IndicatorAnalysis, "reached" | "unreachable"> {
  const { expression } = program;
  const rules = choicesIn(expression).some(({ cases }) => cases.some(isRule));
  const views = rules ? viewsOf(withoutCases(expression, isRule), first) : known;
  if (views === undefined) return { reached: [], unreachable: [] };
  const taken = new Set(views.flatMap((view) => view.taken.map(({ choice, index }) => branchOf(choice, index).id)));
  const found = new Map<string, BranchAnalysis>();
  for (const view of views) {
    const choices = choicesIn(view.expression);
    const labels = new Map(choices.flatMap(({ cases, otherwise }) => [...cases, otherwise]).map((one) => [one.id, one.label]));
    for (const choice of choices) {
      [...choice.cases, choice.otherwise].forEach(({ id, label }, index) => {
        if (taken.has(id) || found.has(id) || !WRITTEN.test(id)) return;
        const set = writtenFor(choice, index, view);
        const value = set && valueIn(set, view);
        const decided = value && view.pieces.find(({ over }) => contains([over], value))?.taken.at(-1);
        const words = decided === undefined ? undefined : labels.get(decided);
        found.set(id, { id, label, ...(value === undefined ? {} : { value: written(value, view, program) }), ...(decided === undefined || words === undefined ? {} : { decided: { id: decided, label: words } }) });
      });
    }
  }
  return { reached: [...taken], unreachable: [...found.values()] };
}

const branchOf = ({ cases, otherwise }: Choice, index: number): Case | Choice["otherwise"] => cases[index] ?? otherwise;

/** A value of the actual, or where the variable is another figure, the inputs that make it. */
function written(value: Exact, view: View, program: LeafProgram): string {
  const { stands } = view;
  if (program.measure !== undefined) return shownFigure(value, program.leaf.unit);
  if (stands?.op === "input") return shownFigure(value, stands.unit);
  const entered = enteredAt(view, value);
  return (entered && entryOf(program, entered)?.text) ?? shownFigure(value, undefined);
}

/** The values that a branch is written for, whatever stands before it. */
function writtenFor({ cases }: Choice, index: number, { solving }: View): NumberSet | undefined {
  if (solving.variable === undefined) return undefined;
  const own = cases[index];
  if (own !== undefined) return holding(own.when, solving);
  // The last branch takes what the others of its kind leave: the last of the tiers.
  const others = cases.filter(({ id }) => WRITTEN.test(id)).map(({ when }) => holding(when, solving));
  const left = others.every((one) => one !== undefined) ? complement(union(...others)) : undefined;
  return left && intersect(left, solving.domain ?? left);
}

function choicesIn(expression: Expression): readonly Choice[] {
  const found = new Set<Choice>();
  const seen = new Set<Expression>();
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "choice") found.add(one);
    children(one).forEach(visit);
  };
  visit(expression);
  return [...found];
}
