// 静态分析: everything that is proved of a framework's rules before anyone is scored by them, as plain data.
import type { Analysis, IndicatorAnalysis, Monotony, TotalAnalysis, UnreachableGrade, Witness } from "../analysis-types.ts";
import type { Analysed } from "../analysed.ts";
import { compileProgram } from "../compile/index.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import { compare, exact, type Exact, ONE, show, toText, ZERO } from "../number.ts";
import { type Draft, type LeafProgram, pointsName, type Program } from "../program.ts";
import { branchesReached } from "./branches.ts";
import { enteredAt, type View, viewsOf } from "./views.ts";
import { scoredEntry, valueBeside, valueIn } from "./entered.ts";
import { knockOutsOf } from "./knock-outs.ts";
import { risesWithPoints } from "./monotone-total.ts";
import { type Breach, type Scoring, verdictOf } from "./monotony.ts";
import { checkPointsOf, enteredFor, figureOf, figuresOfPoints, scaledAt } from "./points.ts";
import type { Run } from "./runs.ts";
import { standIns } from "./stand-ins.ts";
import { attainableTotals, gradesOf } from "./totals.ts";
import { zeroPathsOf } from "./zero-paths.ts";

/** An indicator with everything that is worked out of it once. */
interface Worked {
  readonly program: LeafProgram;
  readonly views: readonly View[] | undefined;
  readonly runs: readonly Run[] | undefined;
}

/** Looks at a draft; one that is open is filled with stand-ins first. */
export function analyseDraft(given: Draft): Analysed {
  const { linked } = given;
  const made = standIns(linked);
  const draft = made === undefined ? given : (compileProgram({ framework: linked.framework, objectives: made, libraries: linked.libraries, packs: linked.packs }).draft ?? given);
  const { places } = draft.rounding;
  const worked = draft.leaves.map((program): Worked => {
    const views = program.faulty ? undefined : viewsOf(program.expression, insideOf(program));
    return { program, views, runs: program.faulty ? undefined : figuresOfPoints(program.expression, views, places) };
  });
  const isRule = (id: string): boolean => draft.knockOuts.some(({ rule }) => rule === id);
  const open = new Set(linked.leaves.filter(({ target }) => target === undefined).map(({ path }) => path));
  const before = new Set(linked.leaves.map(({ path }) => path));
  const { framework, objectives } = linked;
  const indicators = worked.map((one) => indicatorOf(one, draft.rounding, isRule, made !== undefined && (!before.has(one.program.leaf.path) || (open.has(one.program.leaf.path) && one.program.leaf.target !== undefined))));
  const analysis: Analysis = {
    kind: "analysis",
    framework: { id: framework.data.id, version: framework.data.version, title: framework.data.title },
    ...(objectives === undefined ? {} : { objectives: objectives.data.id }),
    standIns: made !== undefined,
    indicators,
    knockOuts: knockOutsOf(draft, (program) => worked.find((one) => one.program === program)?.views),
    total: draft.program === undefined ? null : totalOf(draft.program, worked, indicators),
  };
  const alone = linked.objectives === undefined ? undefined : once(() => aloneOf(linked));
  return { analysis, linked: draft.linked, draft, alone };
}

/** The framework without the objectives that it is bound to. */
function aloneOf({ framework, libraries, packs }: Draft["linked"]): Analysed | undefined {
  const { draft } = compileProgram({ framework, libraries, packs });
  return draft && analyseDraft(draft);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What a derived actual value is, before its name and its rounding: the first to try as the one value. */
function insideOf({ measure }: LeafProgram): LeafProgram["measure"] {
  let inside = measure;
  while (inside !== undefined && (inside.op === "named" || inside.op === "round")) inside = inside.of;
  return inside;
}

const DECLARED = /^over-completion-(?!explained)/;

function indicatorOf({ program, views, runs }: Worked, rounding: Program["rounding"], isRule: (id: string) => boolean, standIn: boolean): IndicatorAnalysis {
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

function totalOf(program: Program, worked: readonly Worked[], indicators: readonly IndicatorAnalysis[]): TotalAnalysis {
  const { places } = program.rounding;
  const at = (which: "lowest" | "highest"): TotalAnalysis["lowest"] => {
    const points = new Map<string, Exact>();
    for (const { program: leaf, runs } of worked) {
      const figure = which === "lowest" ? runs?.at(0)?.from : runs?.at(-1)?.to;
      if (figure === undefined) return null;
      points.set(pointsName(leaf.leaf), figureOf(figure, places));
    }
    const known = (name: string): Value => points.get(name) ?? (name.startsWith("applies ") ? ONE : ZERO);
    const total = evaluate(program.total, known);
    if (typeof total === "string") return null;
    const grade = evaluate(program.grade, (name) => (name === "total" ? total : known(name)));
    const actuals = Object.fromEntries(indicators.flatMap((one) => (one[which] === null ? [] : [[one.id, one[which].actual]])));
    return { points: toText(total, places), grade: typeof grade === "string" ? "" : (program.grades[Number(grade.n / grade.d)] ?? ""), actuals };
  };
  const totals = attainableTotals(program, ({ leaf }) => worked.find((one) => one.program.leaf === leaf)?.runs);
  const reached = totals && gradesOf(program, totals);
  return {
    full: program.linked.framework.data.total,
    lowest: at("lowest"),
    highest: at("highest"),
    monotone: risesWithPoints(program.total),
    unreachableGrades: reached === undefined || totals === undefined ? null : program.linked.framework.data.grades.flatMap((grade, index) => (reached.has(index) ? [] : [unreachableGrade(grade, totals, places)])),
  };
}

function unreachableGrade({ name, from }: { readonly name: string; readonly from: string }, totals: readonly Run[], places: number): UnreachableGrade {
  const start = scaledAt(exact(from), places);
  const text = (figure: bigint | undefined): string | undefined => (figure === undefined ? undefined : toText(figureOf(figure, places), places));
  const below = text(totals.filter((one) => one.from < start).at(-1)?.to);
  const above = text(totals.find((one) => one.from >= start)?.from);
  return { grade: name, from, ...(below === undefined ? {} : { below }), ...(above === undefined ? {} : { above }) };
}
