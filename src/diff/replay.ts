// 重评: real evaluations scored under both sides, and under every step between them, so that each change is told what it
// did to the total. Versions and ranges of validity are compared, not enforced.
import { companyOf, packsAbove } from "../model/company.ts";
import { compileProgram } from "../compile/index.ts";
import { describe, type Diagnostic } from "../types/diagnostics.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { exact, type Exact, show, subtract } from "../numbers/number.ts";
import type { Program } from "../model/program.ts";
import { scoreProgram } from "../scoring/score.ts";
import type { IndicatorScore, Scorecard } from "../types/scorecard-types.ts";
import type { Label } from "../types/types.ts";
import { compileVerified } from "../verify/verified.ts";
import { examine, type Examined } from "./diff.ts";
import { idIn } from "./plan.ts";
import type { ReplayPart, PointsChange, Replay, ReplayedEvaluation, ReplayStanding } from "./replay-types.ts";
import { balanced, bound, type State } from "./subjects.ts";
import { summaryOf } from "./summary.ts";
import type { DiffSide } from "./types.ts";

type Actuals = Document<"actuals">;

/**
 * Compares two versions and scores evaluations under both. Their objectives are looked up among the compared documents,
 * then among the known ones; those that are not actuals, or could not be read, are left out.
 */
export function replay(old: DiffSide, next: DiffSide, evaluations: readonly Loaded[]): Replay {
  const examined = examine(old, next);
  const scorer = scorerOver(examined);
  const replayed = evaluations.filter((one): one is Actuals => isKind(one, "actuals")).map((one) => replayOne(one, examined, scorer));
  return { kind: "replay-report", version: 1, diff: examined.diff, summary: summaryOf(replayed), evaluations: replayed };
}

interface Scored {
  readonly card: Scorecard | undefined;
  readonly reasons: readonly Label[];
}
type Scorer = (actuals: Actuals, bindings: Bound, at: number, enforced: boolean) => Scored;

/** Which documents an evaluation stands on, followed from one moment to the next by what they became. */
interface Bound {
  framework(at: number): Loaded | undefined;
  objectives(at: number): Loaded | undefined;
  readonly named: string;
}

/** As scoring finds them among the old documents; what is not there, among the new ones. Objectives may come to name another framework. */
function boundTo(actuals: Actuals, { states, around, plan }: Examined): Bound {
  const at = (index: number, objectives = actuals.data.objectives) => companyOf({ ...actuals, data: { ...actuals.data, objectives } }, around.at(states[index] ?? new Map()));
  const [first, last] = [at(0), at(states.length - 1)];
  const follow = (one: Loaded | undefined) => {
    const key = plan.matches.find(({ old, next }) => one !== undefined && (old === one || next === one))?.key ?? keyIn(states.at(-1), one);
    return (index: number): Loaded | undefined => (key === undefined ? one : states[index]?.get(key));
  };
  const [framework, objectives] = [follow(first.framework ?? last.framework), follow(first.objectives ?? last.objectives)];
  const named = referenceOf(first.objectives ?? last.objectives);
  const moved = (index: number): Loaded | undefined => {
    const own = objectives(index);
    return own === undefined || referenceOf(own) === named ? undefined : at(index, idIn(own)).framework;
  };
  return { framework: (index) => moved(index) ?? framework(index), objectives, named: first.named ?? "" };
}

const referenceOf = (one: Loaded | undefined): string | undefined => (isKind(one, "objectives") ? one.data.framework : undefined);
const keyIn = (state: State | undefined, one: Loaded | undefined): string | undefined => [...(state ?? [])].find(([, each]) => each === one)?.[0];

/** Programs are shared by the evaluations of one objectives document. */
function scorerOver({ states, around }: Examined): Scorer {
  const programs = new Map<string, { readonly program: Program | undefined; readonly diagnostics: readonly Diagnostic[] }>();
  const numbers = new Map<Loaded, number>();
  const number = (one: Loaded | undefined): number => {
    if (one !== undefined && !numbers.has(one)) numbers.set(one, numbers.size);
    return one === undefined ? -1 : (numbers.get(one) ?? -1);
  };
  return (actuals, bindings, at, enforced) => {
    const [framework, objectives] = [bindings.framework(at), bindings.objectives(at)];
    if (!isKind(framework, "framework")) return { card: undefined, reasons: [{ zh: `没有编号为 ${bindings.named} 的指标体系`, en: `there is no framework ${bindings.named}` }] };
    const own = isKind(objectives, "objectives") ? objectives : undefined;
    const directory = around.at(states[at] ?? new Map());
    const { libraries } = companyOf(framework, directory);
    const packs = packsAbove(framework.data.packs, directory, actuals.data["as-of"]);
    const key = [enforced, ...[framework, own, ...libraries, ...packs].map(number)].join(" ");
    const compiled = programs.get(key) ?? compiledOf(framework, own, libraries, packs, enforced);
    programs.set(key, compiled);
    if (compiled.program === undefined) return { card: undefined, reasons: errors(compiled.diagnostics) };
    const subject = own?.data.id ?? framework.data.id;
    const { scorecard, diagnostics } = scoreProgram(compiled.program, { ...actuals, data: { ...actuals.data, objectives: subject } });
    if (scorecard === undefined) return { card: undefined, reasons: errors(diagnostics) };
    return scorecard.total.points === undefined ? { card: undefined, reasons: scorecard.wanting.map((id) => ({ zh: `尚缺 ${id}`, en: `${id} is wanting` })) } : { card: scorecard, reasons: [] };
  };
}

function compiledOf(framework: Document<"framework">, objectives: Document<"objectives"> | undefined, libraries: readonly Loaded[], packs: readonly Loaded[], enforced: boolean) {
  const parts = { framework: enforced ? framework : balanced(framework), ...(objectives === undefined ? {} : { objectives: bound(objectives, framework) }), libraries, packs };
  // The two sides are scored as they are; what lies between need not add up.
  const { program, diagnostics } = enforced ? compileVerified(parts) : compileProgram(parts);
  return { program: program && timeless(program), diagnostics };
}

const errors = (list: readonly Diagnostic[]): readonly Label[] => list.filter(({ severity }) => severity === "error").map((one) => ({ zh: describe(one, "zh-CN"), en: describe(one, "en") }));

/** Ranges of validity do not stand in the way of a replay. */
function timeless(program: Program): Program {
  const effective = { from: "0001-01-01" };
  const { linked } = program;
  const framework = { ...linked.framework, data: { ...linked.framework.data, effective } };
  return { ...program, linked: { ...linked, framework, packs: linked.packs.map((pack) => ({ ...pack, data: { ...pack.data, effective } })) } };
}

function replayOne(actuals: Actuals, examined: Examined, scorer: Scorer): ReplayedEvaluation {
  const last = examined.states.length - 1;
  const bindings = boundTo(actuals, examined);
  const [before, after] = [scorer(actuals, bindings, 0, true), scorer(actuals, bindings, last, true)];
  const framework = bindings.framework(0) ?? bindings.framework(last);
  const objectives = [bindings.objectives(0), bindings.objectives(last)].find((one) => isKind(one, "objectives"));
  const [a, b] = [before.card, after.card];
  const about = {
    ...(actuals.file === undefined ? {} : { file: actuals.file }),
    id: actuals.data.id ?? idIn(actuals),
    framework: framework === undefined ? actuals.data.objectives : idIn(framework),
    ...(isKind(objectives, "objectives") ? { objectives: objectives.data.id } : {}),
    subject: isKind(objectives, "objectives") ? objectives.data.subject.name : "",
    asOf: actuals.data["as-of"],
    ...(a === undefined ? {} : { old: standingOf(a) }),
    ...(b === undefined ? {} : { new: standingOf(b) }),
    reasons: { ...(a === undefined ? { old: before.reasons } : {}), ...(b === undefined ? { new: after.reasons } : {}) },
  };
  if (a === undefined || b === undefined) return { ...about, status: a !== undefined ? "only-old" : b !== undefined ? "only-new" : "neither", indicators: [], parts: [] };
  const indicators = pointsChanges(a, b);
  const difference = between(a, b);
  const parts = partsOf(actuals, bindings, examined, scorer, a, b);
  const changed = indicators.length > 0 || difference !== "0" || a.grade !== b.grade || a.rejected !== b.rejected;
  return { ...about, status: changed ? "changed" : "same", difference, grade: gradeMove(a, b, gradesOf(framework), gradesOf(bindings.framework(last))), indicators, parts };
}

const standingOf = ({ total, grade, rejected }: Scorecard): ReplayStanding => ({ total: total.points ?? "", grade, rejected });
const totalOf = (card: Scorecard): Exact => exact(card.total.points ?? "0");
const signed = (value: Exact): string => (value.n > 0n ? `+${show(value, 12)}` : show(value, 12));
const between = (a: Scorecard, b: Scorecard): string => signed(subtract(totalOf(b), totalOf(a)));

const gradesOf = (framework: Loaded | undefined): readonly string[] => (isKind(framework, "framework") ? framework.data.grades.map(({ name }) => name) : []);

function gradeMove(a: Scorecard, b: Scorecard, old: readonly string[], next: readonly string[]): NonNullable<ReplayedEvaluation["grade"]> {
  if (a.grade === b.grade) return "same";
  // A rejection stands below the lowest grade; a grade that is no longer known, where it stood.
  const rank = ({ grade }: Scorecard, grades: readonly string[]): number => (grade === null ? Infinity : grades.indexOf(grade));
  const [x, y] = [rank(a, next.includes(a.grade ?? "") ? next : old), rank(b, next)];
  if (x === y) return "renamed";
  return y < x ? "up" : "down";
}

function pointsChanges(a: Scorecard, b: Scorecard): readonly PointsChange[] {
  const shown = (one: IndicatorScore | undefined): string | undefined => (one === undefined ? undefined : one.state === "scored" ? (one.points ?? one.state) : one.state);
  const ids = [...new Set([...a.indicators, ...b.indicators].map(({ id }) => id))];
  return ids.flatMap((id): PointsChange[] => {
    const [x, y] = [a.indicators.find((one) => one.id === id), b.indicators.find((one) => one.id === id)];
    const [before, after] = [shown(x), shown(y)];
    const figures = x?.state === "scored" && y?.state === "scored" && x.points !== undefined && y.points !== undefined ? subtract(exact(y.points), exact(x.points)) : undefined;
    if (before === after || figures?.n === 0n) return [];
    const one = y ?? x;
    return [{ path: one?.path ?? id, name: one?.name ?? id, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...(figures === undefined ? {} : { difference: signed(figures) }) }];
  });
}

/** One change after another, from the old documents to the new ones. After a change that cannot be scored, the next one is told together with it. */
function partsOf(actuals: Actuals, bindings: Bound, { judged, plan }: Examined, scorer: Scorer, first: Scorecard, end: Scorecard): readonly ReplayPart[] {
  const parts: ReplayPart[] = [];
  let last = first;
  let open: number[] = [];
  const steps = plan.steps.map((_, index) => index).filter((index) => judged[index]?.class !== "text");
  for (const index of steps) {
    open.push(index + 1);
    const now = index === steps.at(-1) ? end : scorer(actuals, bindings, index + 1, false).card;
    if (now === undefined) continue;
    const grade = last.grade === now.grade ? {} : { grade: { before: last.grade, after: now.grade } };
    const difference = between(last, now);
    if (difference !== "0" || last.grade !== now.grade) parts.push({ changes: open, difference, ...grade });
    [last, open] = [now, []];
  }
  return parts;
}
