// 重评: real evaluations scored under both sides, and under every step between them, so that each change is told what it
// did to the total. Versions and ranges of validity are compared, not enforced.
import { compileProgram } from "../compile/index.ts";
import { describe, type Diagnostic } from "../diagnostics.ts";
import { type Document, isKind, type Loaded } from "../loaded.ts";
import { exact, type Exact, show, subtract } from "../number.ts";
import type { Program } from "../program.ts";
import { scoreProgram } from "../score.ts";
import type { IndicatorScore, Scorecard } from "../scorecard-types.ts";
import type { Label } from "../types.ts";
import { compileVerified } from "../verified.ts";
import { examine, type Examined } from "./diff.ts";
import { idIn } from "./plan.ts";
import type { ReplayPart, PointsChange, Replay, ReplayedEvaluation, ReplayStanding } from "./replay-types.ts";
import { balanced, bound, ofKindIn, type State } from "./subjects.ts";
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
type Scorer = (actuals: Actuals, at: number, enforced: boolean) => Scored;

/** Programs are shared by the evaluations of one objectives document. */
function scorerOver({ states, company }: Examined): Scorer {
  const programs = new Map<string, { readonly program: Program | undefined; readonly diagnostics: readonly Diagnostic[] }>();
  const numbers = new Map<Loaded, number>();
  const number = (one: Loaded | undefined): number => {
    if (one !== undefined && !numbers.has(one)) numbers.set(one, numbers.size);
    return one === undefined ? -1 : (numbers.get(one) ?? -1);
  };
  return (actuals, at, enforced) => {
    const state = states[at] ?? new Map();
    const { framework, objectives, named } = companyIn(actuals, state, company.known);
    if (!isKind(framework, "framework")) return { card: undefined, reasons: [{ zh: `没有编号为 ${named} 的指标体系`, en: `there is no framework ${named}` }] };
    const key = [enforced, framework, objectives, ...["indicator-library", "pack"].flatMap((kind) => [...state.values()].filter((one) => one.kind === kind))].map((one) => (typeof one === "object" ? number(one) : String(one))).join(" ");
    const compiled = programs.get(key) ?? compiledOf(framework, objectives, state, company.known, enforced);
    programs.set(key, compiled);
    if (compiled.program === undefined) return { card: undefined, reasons: errors(compiled.diagnostics) };
    const subject = objectives?.data.id ?? framework.data.id;
    const { scorecard, diagnostics } = scoreProgram(compiled.program, { ...actuals, data: { ...actuals.data, objectives: subject } });
    if (scorecard === undefined) return { card: undefined, reasons: errors(diagnostics) };
    return scorecard.total.points === undefined ? { card: undefined, reasons: scorecard.wanting.map((id) => ({ zh: `尚缺 ${id}`, en: `${id} is wanting` })) } : { card: scorecard, reasons: [] };
  };
}

function compiledOf(framework: Document<"framework">, objectives: Document<"objectives"> | undefined, state: State, known: readonly Loaded[], enforced: boolean) {
  const parts = {
    framework: enforced ? framework : balanced(framework),
    ...(objectives === undefined ? {} : { objectives: bound(objectives, framework) }),
    libraries: ofKindIn(state, { known }, "indicator-library"),
    packs: ofKindIn(state, { known }, "pack"),
  };
  // The two sides are scored as they are; what lies between need not add up.
  const { program, diagnostics } = enforced ? compileVerified(parts) : compileProgram(parts);
  return { program: program && timeless(program), diagnostics };
}

const errors = (list: readonly Diagnostic[]): readonly Label[] => list.filter(({ severity }) => severity === "error").map((one) => ({ zh: describe(one, "zh-CN"), en: describe(one, "en") }));

/** The framework and objectives that actuals stand on at one moment. A framework that was given another id is still meant. */
function companyIn(actuals: Actuals, state: State, known: readonly Loaded[]) {
  const all = [...state.values(), ...known];
  const named = actuals.data.objectives;
  const byKey = (kind: string, id: string): Loaded | undefined => state.get(`${kind} ${id} 1`) ?? all.find((one) => one.kind === kind && idIn(one) === id);
  const objectives = byKey("objectives", named);
  const id = isKind(objectives, "objectives") ? (objectives.data.framework.split("@")[0] ?? "") : named;
  return { framework: byKey("framework", id), objectives: isKind(objectives, "objectives") ? objectives : undefined, named: id };
}

/** Ranges of validity do not stand in the way of a replay. */
function timeless(program: Program): Program {
  const effective = { from: "0001-01-01" };
  const { linked } = program;
  const framework = { ...linked.framework, data: { ...linked.framework.data, effective } };
  return { ...program, linked: { ...linked, framework, packs: linked.packs.map((pack) => ({ ...pack, data: { ...pack.data, effective } })) } };
}

function replayOne(actuals: Actuals, examined: Examined, scorer: Scorer): ReplayedEvaluation {
  const { states, company } = examined;
  const last = states.length - 1;
  const [before, after] = [scorer(actuals, 0, true), scorer(actuals, last, true)];
  const { framework, objectives } = companyIn(actuals, states[0] ?? new Map(), company.known);
  const [a, b] = [before.card, after.card];
  const about = {
    ...(actuals.file === undefined ? {} : { file: actuals.file }),
    id: actuals.data.id ?? idIn(actuals),
    framework: framework === undefined ? actuals.data.objectives : idIn(framework),
    ...(objectives === undefined ? {} : { objectives: objectives.data.id }),
    subject: objectives?.data.subject.name ?? "",
    asOf: actuals.data["as-of"],
    ...(a === undefined ? {} : { old: standingOf(a) }),
    ...(b === undefined ? {} : { new: standingOf(b) }),
    reasons: { ...(a === undefined ? { old: before.reasons } : {}), ...(b === undefined ? { new: after.reasons } : {}) },
  };
  if (a === undefined || b === undefined) return { ...about, status: a !== undefined ? "only-old" : b !== undefined ? "only-new" : "neither", indicators: [], parts: [] };
  const indicators = pointsChanges(a, b);
  const difference = between(a, b);
  const parts = partsOf(actuals, examined, scorer, a, b);
  const changed = indicators.length > 0 || difference !== "0" || a.grade !== b.grade || a.rejected !== b.rejected;
  return { ...about, status: changed ? "changed" : "same", difference, grade: gradeMove(a, b, gradesOf(framework), gradesOf(companyIn(actuals, states[last] ?? new Map(), company.known).framework)), indicators, parts };
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
function partsOf(actuals: Actuals, { judged, plan }: Examined, scorer: Scorer, first: Scorecard, end: Scorecard): readonly ReplayPart[] {
  const parts: ReplayPart[] = [];
  let last = first;
  let open: number[] = [];
  const steps = plan.steps.map((_, index) => index).filter((index) => judged[index]?.class !== "text");
  for (const index of steps) {
    open.push(index + 1);
    const now = index === steps.at(-1) ? end : scorer(actuals, index + 1, false).card;
    if (now === undefined) continue;
    const grade = last.grade === now.grade ? {} : { grade: { before: last.grade, after: now.grade } };
    const difference = between(last, now);
    if (difference !== "0" || last.grade !== now.grade) parts.push({ changes: open, difference, ...grade });
    [last, open] = [now, []];
  }
  return parts;
}
