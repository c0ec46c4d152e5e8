// 比对: two versions of documents in, a list of changes out, each with what it does to scores.
import { describe, type Diagnostic, type Severity } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import type { Label } from "../types/types.ts";
import { compileVerified } from "../verify/verified.ts";
import { bumpFor, compareVersions, highest, leastVersion } from "./advice.ts";
import { classify, type Judged, statesOf, type Touched, touchedBy } from "./classify.ts";
import { idIn, type Match, type Plan, planOf } from "./plan.ts";
import { type Draft, draftOf } from "./steps.ts";
import { type State, surroundings, type Surroundings } from "./subjects.ts";
import type { ChangeClass, Diff, DiffChange, DiffedDocument, DiffSide } from "./types.ts";
import { describeChange } from "./words.ts";

/** What a comparison finds on the way, for whoever scores evaluations under every step of it. */
export interface Examined {
  readonly diff: Diff;
  readonly plan: Plan;
  readonly states: readonly State[];
  readonly judged: readonly Judged[];
  readonly around: Surroundings;
}

type OwnOf = (match: Match) => readonly DiffChange[];

/** Compares two versions. Documents that could not be read are left out: their own diagnostics say why. */
export const diff = (old: DiffSide, next: DiffSide): Diff => examine(old, next).diff;

export function examine(old: DiffSide, next: DiffSide): Examined {
  const plan = planOf(old, next);
  const compared = new Set(plan.matches.flatMap(({ old: a, next: b }) => [a, b]));
  const known = [...(next.known ?? []), ...(old.known ?? []), ...next.documents, ...old.documents].filter((one) => one.data !== undefined && !compared.has(one));
  const around = surroundings(unrepeated(known), [...compared].flatMap((one) => one ?? []));
  const states = statesOf(plan);
  const touched = touchedBy(plan, around);
  const judged = classify(plan, states, touched);
  const changes = plan.steps.map(({ draft }, index) => changeOf(draft, index + 1, judged[index]));
  const numbered = (drafts: readonly Draft[], before: readonly DiffChange[]): readonly DiffChange[] => [...before, ...drafts.map((draft, index) => changeOf(draft, before.length + index + 1, undefined))];
  const scored = numbered(refusals(plan, states, touched), changes);
  /** Of several documents of one id, each has its own changes. */
  const ownOf: OwnOf = ({ key, kind, old: a, next: b }) =>
    scored.filter(({ number, document }) => document.kind === kind && [a, b].some((one) => one !== undefined && idIn(one) === document.id) && (plan.steps[number - 1]?.key ?? key) === key);
  const all = numbered(bumps(plan.matches, ownOf), scored);
  const given = new Set([...old.documents, ...next.documents]);
  // What is only stood on, and is the same, nobody asked about.
  const told = plan.matches.filter((one) => [one.old, one.next].some((each) => each !== undefined && given.has(each)) || ownOf(one).some((each) => !isAboutScoring(each)));
  const documents = told.flatMap((one): DiffedDocument[] => documentOf(one, ownOf));
  const counts = { scores: 0, may: 0, text: 0 };
  for (const one of all) counts[one.class]++;
  return { diff: { kind: "diff-report", version: 1, documents, changes: all, counts, bump: highest(all.map((one) => (isAboutVersion(one) ? "none" : bumpFor(one)))) }, plan, states, judged, around };
}

const isAboutVersion = ({ code }: Pick<DiffChange, "code">): boolean => code === "version-not-bumped" || code === "version-lowered" || code === "version-changed";

/** Of several known documents of one kind and id, the first is meant. */
const unrepeated = (known: readonly Loaded[]): readonly Loaded[] => [...new Map([...known].reverse().map((one) => [`${one.kind} ${idIn(one)}`, one])).values()].reverse();
const isAboutScoring = ({ code }: Pick<DiffChange, "code">): boolean => code === "scoring-refused" || code === "scoring-restored";

const GRAVITY: Readonly<Record<ChangeClass, Severity>> = { scores: "error", may: "warning", text: "info" };

function changeOf(draft: Draft, number: number, judged: Judged | undefined): DiffChange {
  const { code, document, path, name, field, before, after, old, new: next, floor, breaks, graver } = draft;
  const grave = judged?.class ?? floor;
  const together = (judged?.together ?? []).map((index) => index + 1);
  const told = {
    number, code, class: grave, severity: graver && grave === "text" ? ("warning" as const) : GRAVITY[grave], breaks,
    document: { kind: document.kind, id: document.id }, path, name, field,
    ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), ...(old === undefined ? {} : { old }), ...(next === undefined ? {} : { new: next }),
    ...(draft.reason === undefined ? {} : { reason: draft.reason }),
    ...(judged?.witness === undefined ? {} : { witness: judged.witness }),
    ...(judged === undefined || judged.affects.length === 0 ? {} : { affects: judged.affects }),
    ...(together.length < 2 ? {} : { together }),
  };
  return { ...told, message: describeChange(told, "zh-CN") };
}

/** Frameworks, alone and with their objectives, that could be scored and no longer can, or the other way round. */
function refusals({ matches }: Plan, states: readonly State[], touched: readonly Touched[]): readonly Draft[] {
  const [first, last] = [states[0] ?? new Map(), withSources(states.at(-1), matches)];
  const refused = new Set<string>();
  return touched.flatMap(({ subject: { probe, framework, parts } }): Draft[] => {
    const [old, next] = [parts(first), parts(last)];
    if (probe === true || framework === undefined || old === undefined || next === undefined || refused.has(framework)) return [];
    const [before, after] = [old, next].map((one) => compileVerified(one).diagnostics.filter(({ severity }) => severity === "error"));
    if (before === undefined || after === undefined || (before.length > 0) === (after.length > 0)) return [];
    // What a framework cannot do alone, it cannot do with objectives either.
    if (next.objectives === undefined) refused.add(framework);
    const own = next.objectives ?? next.framework;
    const sides = { old: old.objectives ?? old.framework, next: own };
    const document = { kind: next.objectives === undefined ? ("framework" as const) : ("objectives" as const), id: idIn(own) };
    const [fault] = after;
    if (fault === undefined) return [{ ...draftOf("scoring-restored", document, { new: [] }, sides), reason: told(before) }];
    const { file, path = [], span } = fault;
    return [{ ...draftOf("scoring-refused", document, {}, sides), reason: told(after), new: { path, ...(file === undefined ? {} : { file }), ...(span === undefined ? {} : { span }) } }];
  });
}

/** The first of some faults in words, and how many there are. */
function told(faults: readonly Diagnostic[]): Label {
  const [first] = faults;
  const [zh, en] = first === undefined ? ["", ""] : [describe(first, "zh-CN"), describe(first, "en")];
  return faults.length > 1 ? { zh: `${zh}（共 ${faults.length} 个错误）`, en: `${en} (${faults.length} errors)` } : { zh, en };
}

/** The last state with the documents as they were read, which know where everything stands. */
const withSources = (state: State | undefined, matches: readonly Match[]): State => new Map([...(state ?? [])].map(([key, one]) => [key, matches.find((match) => match.key === key)?.next ?? one]));

const versionOf = (one: Loaded | undefined): string | undefined => (one?.data as { version?: string } | undefined)?.version;

/** What the changes of a document ask of its version; the version's own change asks nothing. */
function adviceOf(match: Match, ownOf: OwnOf): DiffedDocument["advice"] & { readonly from: string; readonly to: string } | undefined {
  const { old, next } = match;
  const [from, to] = [versionOf(old), versionOf(next)];
  if (from === undefined || to === undefined || next === undefined) return undefined;
  const own = ownOf(match).filter((one) => !isAboutVersion(one));
  // What others have done to it is not for its version to say.
  const bump = own.every(isAboutScoring) ? "none" : highest(own.map(bumpFor));
  const version = leastVersion(from, bump);
  return { bump, version, enough: compareVersions(to, version) >= 0, from, to };
}

function bumps(matches: readonly Match[], ownOf: OwnOf): readonly Draft[] {
  return matches.flatMap((match): Draft[] => {
    const advice = adviceOf(match, ownOf);
    if (advice === undefined || match.next === undefined) return [];
    const { from, to, version, enough } = advice;
    const document = { kind: match.kind, id: idIn(match.next) };
    const said = { field: "version", before: from, old: ["version"], new: ["version"] };
    if (compareVersions(to, from) < 0) return [draftOf("version-lowered", document, { ...said, after: to }, { old: match.old, next: match.next })];
    return enough ? [] : [{ ...draftOf("version-not-bumped", document, { ...said, after: to }, { old: match.old, next: match.next }), reason: { zh: `应不低于 ${version}`, en: `should be at least ${version}` } }];
  });
}

function documentOf(match: Match, ownOf: OwnOf): DiffedDocument[] {
  const { kind, old, next } = match;
  const one = next ?? old;
  if (one === undefined) return [];
  const side = (loaded: Loaded) => ({ ...(loaded.file === undefined ? {} : { file: loaded.file }), ...(versionOf(loaded) === undefined ? {} : { version: versionOf(loaded) ?? "" }) });
  const advice = adviceOf(match, ownOf);
  const changed = ownOf(match).some((each) => !isAboutScoring(each));
  const status = old === undefined ? "added" : next === undefined ? "removed" : changed ? "changed" : "same";
  return [{
    kind, id: idIn(one), status,
    ...(old === undefined ? {} : { old: side(old) }), ...(next === undefined ? {} : { new: side(next) }),
    ...(advice === undefined ? {} : { advice: { bump: advice.bump, version: advice.version, enough: advice.enough } }),
  }];
}
