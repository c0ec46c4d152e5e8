// One indicator: the direction and its proof or counter-example, the least and the most it can score, the rows that no
// value reaches, and what its zeros come to.
import type { IndicatorAnalysis, Monotony, Witness } from "../types/analysis-types.ts";
import { compare, exact, type Exact, show } from "../numbers/number.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { branchesReached } from "./branches.ts";
import { scoredEntry, valueBeside, valueIn } from "./entered.ts";
import { type Breach, type Scoring, verdictOf } from "./monotony.ts";
import { checkPointsOf, enteredFor, figureOf, figuresOfPoints } from "./points.ts";
import type { Run } from "./runs.ts";
import { enteredAt, type View, viewsOf } from "./views.ts";
import { zeroPathsOf } from "./zero-paths.ts";

/** An indicator with what is worked out of it once. */
export interface Worked {
  readonly program: LeafProgram;
  readonly views: readonly View[] | undefined;
  readonly runs: readonly Run[] | undefined;
}

/** Of a faulty indicator nothing is worked out. */
export function workedOut(program: LeafProgram, rounding: Program["rounding"]): Worked {
  if (program.faulty) return { program, views: undefined, runs: undefined };
  const views = viewsOf(program.expression, insideOf(program));
  return { program, views, runs: figuresOfPoints(program.expression, views, rounding) };
}

/** What a derived actual value is, before its name and its rounding: the first to try as the one value. */
function insideOf({ measure }: LeafProgram): LeafProgram["measure"] {
  let inside = measure;
  while (inside !== undefined && (inside.op === "named" || inside.op === "round")) inside = inside.of;
  return inside;
}

const DECLARED = /^over-completion-(?!explained)/;

export function indicatorOf({ program, views, runs }: Worked, rounding: Program["rounding"], isRule: (id: string) => boolean, standIn: boolean): IndicatorAnalysis {
  const { leaf, expression } = program;
  const points = checkPointsOf(expression);
  const verdict = views === undefined || points !== undefined ? undefined : verdictOf(program, views, (id) => DECLARED.test(id) || isRule(id));
  const solved = !program.faulty && runs !== undefined && runs.length > 0 && (points !== undefined || verdict !== undefined);
  const ends = solved ? [runs.at(0)?.from, runs.at(-1)?.to] : [];
  const [lowest = null, highest = null] = ends.map((end) => (end === undefined ? null : (scoredEntry(program, enteredFor(expression, views, figureOf(end, rounding.places)), rounding) ?? null)));
  const monotony: Monotony | null = points !== undefined ? { proved: points.every((one) => one.points.n >= 0n), exceptions: [] } : verdict === undefined ? null : monotonyOf(program, verdict.breach, verdict.exceptions, rounding);
  return {
    path: leaf.path,
    id: leaf.id,
    name: leaf.name,
    weight: show(leaf.weight),
    method: leaf.method.kind,
    ...(leaf.target === undefined ? {} : { target: leaf.target.text }),
    standIn,
    solved,
    // Where words are chosen (yes or no, a grade), nothing is higher or lower.
    direction: views?.some(({ stands }) => stands !== undefined) === true ? (verdict?.direction ?? null) : null,
    directionAssumed: verdict?.assumed === true && verdict.direction !== undefined,
    monotony: solved ? monotony : null,
    lowest,
    highest,
    ...(solved ? branchesReached(program, views, insideOf(program), ({ id }) => isRule(id)) : { reached: [], unreachable: [] }),
    zeroPaths: program.faulty ? [] : zeroPathsOf(program, rounding),
  };
}

function monotonyOf(program: LeafProgram, breach: Breach | undefined, exceptions: readonly string[], rounding: Program["rounding"]): Monotony | null {
  if (breach === undefined) return { proved: true, exceptions };
  const found = breachWitnesses(program, breach, rounding);
  // Without actual values that show it, nothing is said.
  return found === undefined ? null : { proved: false, counterexample: found, exceptions };
}

/** Two actual values close to each other, of which the better one scores less. */
function breachWitnesses(program: LeafProgram, { worse, better }: Breach, rounding: Program["rounding"]): { readonly worse: Witness; readonly better: Witness } | undefined {
  const beside = ({ set, view }: Scoring, other: Exact | undefined): Exact | undefined => other && valueBeside(set, other, view);
  const near = beside(better, valueIn(worse.set, worse.view));
  const entered = ({ view }: Scoring, value: Exact | undefined): ReadonlyMap<string, Exact> | undefined => (view.stands === undefined ? view.setting : value && enteredAt(view, value));
  const [low, high] = [scoredEntry(program, entered(worse, beside(worse, near)), rounding), scoredEntry(program, entered(better, near), rounding)];
  return low === undefined || high === undefined || compare(exact(low.points), exact(high.points)) <= 0 ? undefined : { worse: low, better: high };
}
