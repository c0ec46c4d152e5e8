// 分级: what every step does to scores. After each, whatever depends on it is compiled again and compared with what it was
// before; a step after which something cannot be compiled is judged together with the next ones.
import { fromData } from "../documents/document.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import type { Data } from "../source/source.ts";
import type { FrameworkDocument } from "../types/types.ts";
import { kindOf } from "./codes.ts";
import { compareMeanings, type Verdict } from "./compare.ts";
import { normaliser } from "./normal.ts";
import type { Plan } from "./plan.ts";
import { sameFigures } from "./shown.ts";
import type { Step } from "./steps.ts";
import { frameworkSubject, librarySubjects, meaningOf, meaningsOf, methodsSubject, ruleSubjects, type State, type Subject, type Surroundings } from "./subjects.ts";
import { uses } from "./uses.ts";
import type { Affected, ChangeClass, ChangeWitness } from "./types.ts";

export interface Judged {
  readonly class: ChangeClass;
  readonly witness?: ChangeWitness;
  readonly affects: readonly Affected[];
  /** indices of the steps that only compile together */
  readonly together: readonly number[];
}

/** The documents before the first step, and after each. */
export function statesOf({ matches, steps }: Plan): readonly State[] {
  let state: State = new Map(matches.flatMap(({ key, old }) => (old === undefined ? [] : [[key, old] as const])));
  const files = new Map(matches.map(({ key, next, old }) => [key, next ?? old]));
  return [
    state,
    ...steps.map(({ key, data, draft }): State => {
      const others = new Map([...state].filter(([one]) => one !== key));
      state = data === undefined ? others : new Map([...state, [key, words(draft.code) ? kept(state.get(key), data) : made(data, files.get(key))]]);
      return state;
    }),
  ];
}

const words = (code: Step["draft"]["code"]): boolean => kindOf(code).nature === "text";
/** A change of words leaves the shape as it was. */
const kept = (before: Loaded | undefined, data: unknown): Loaded => (before?.data === undefined ? made(data, before) : { ...before, data: data as NonNullable<Loaded["data"]> });
const made = (data: unknown, like: Loaded | undefined): Loaded => fromData(data as Data, () => undefined, like?.file);

const WORST: readonly ChangeClass[] = ["text", "may", "scores"];
const worse = (a: ChangeClass, b: ChangeClass): ChangeClass => (WORST.indexOf(a) >= WORST.indexOf(b) ? a : b);

/** A subject with the steps that touch it. */
export interface Touched {
  readonly subject: Subject;
  readonly steps: readonly number[];
}

/** Frameworks that are compared or that draw on what is, alone and with objectives; and probes: each with the steps that touch it. */
export const touchedBy = (plan: Plan, around: Surroundings): readonly Touched[] =>
  subjectsOf(plan, around)
    .map((subject) => ({ subject, steps: plan.steps.flatMap((step, index) => (!words(step.draft.code) && subject.depends(step) ? [index] : [])) }))
    .filter(({ steps }) => steps.length > 0);

export function classify({ steps }: Plan, states: readonly State[], touched: readonly Touched[]): readonly Judged[] {
  const normal = normaliser();
  const verdicts: { readonly subject: Subject; readonly group: readonly number[]; readonly verdict: Verdict }[] = [];
  for (const { subject, steps: touching } of touched) {
    const first = states[0] ?? new Map();
    const start = meaningOf(subject, first);
    let last = start && { state: first, meaning: start };
    let open: number[] = [];
    for (const index of touching) {
      open.push(index);
      const state = states[index + 1] ?? new Map();
      const alone = last === undefined ? meaningOf(subject, state) : undefined;
      const both = last === undefined ? undefined : meaningsOf(subject, last, state);
      const now = both?.after ?? alone;
      if (now === undefined) continue;
      verdicts.push({ subject, group: open, verdict: both === undefined ? { class: "may", indicators: [] } : compareMeanings(both.before, both.after, normal, subject.partly === true) });
      [last, open] = [{ state, meaning: now }, []];
    }
    if (open.length > 0) verdicts.push({ subject, group: open, verdict: { class: "may", indicators: [] } });
  }
  return steps.map((step, index) => judge(step, index, verdicts.filter(({ group }) => group.includes(index))));
}

function judge({ draft }: Step, index: number, verdicts: readonly { readonly subject: Subject; readonly group: readonly number[]; readonly verdict: Verdict }[]): Judged {
  const { nature } = kindOf(draft.code);
  const own = verdicts.filter(({ subject }) => subject.probe !== true);
  const together = own.map(({ group }) => group).sort((a, b) => b.length - a.length)[0] ?? [];
  const measured = !draft.settled && (nature === "measured" || nature === "may");
  // What nobody could look at stays open, except where only the spelling of a figure differs.
  const unseen: ChangeClass = nature === "measured" && !(draft.before !== undefined && draft.after !== undefined && sameFigures(draft.before, draft.after)) ? "may" : "text";
  const found = verdicts.map(({ verdict }) => verdict.class).reduce(worse, verdicts.length === 0 ? unseen : "text");
  const grave = measured ? worse(draft.floor, found) : draft.floor;
  const shows = [...own, ...verdicts.filter(({ subject }) => subject.probe === true)].map(({ verdict }) => verdict);
  const best = [...shows].sort((a, b) => Number(b.witness?.objectives !== undefined) - Number(a.witness?.objectives !== undefined)).find(({ witness }) => witness !== undefined);
  const elsewhere = draft.document.kind === "indicator-library" || draft.document.kind === "pack";
  const affects = own.flatMap(({ subject, verdict }): Affected[] =>
    !elsewhere || verdict.class === "text" || subject.framework === undefined
      ? []
      : [{ framework: subject.framework, ...(subject.objectives === undefined ? {} : { objectives: subject.objectives }), indicators: verdict.indicators }],
  );
  return { class: grave, ...(best?.witness === undefined || !measured ? {} : { witness: best.witness }), affects, together: together.length > 1 ? together : [index] };
}

function subjectsOf({ matches, steps }: Plan, around: Surroundings): readonly Subject[] {
  const both = matches.filter(({ old, next }) => old !== undefined && next !== undefined);
  const packs = [...matches.flatMap(({ old, next }) => [old, next]), ...around.known].filter((one) => one?.kind === "pack") as readonly Loaded[];
  const objectivesOf = (id: string): readonly Parameters<typeof frameworkSubject>[5][] => {
    const names = (one: Loaded | undefined): boolean => isKind(one, "objectives") && one.data.framework.split("@")[0] === id;
    const compared = both.filter(({ old }) => names(old)).map(({ key, old }) => ({ key, id: idOf(old), find: (state: State) => state.get(key) }));
    const ids = new Set(both.flatMap(({ old }) => (isKind(old, "objectives") ? [old.data.id] : [])));
    const known = around.known.filter((one) => names(one) && !ids.has(idOf(one))).map((one) => ({ key: undefined, id: idOf(one), find: () => one }));
    return [...compared, ...known];
  };
  const compared = both.flatMap(({ key, old, next }) => (isKind(old, "framework") && isKind(next, "framework") ? [{ key, versions: [old.data, next.data], find: (state: State) => state.get(key) }] : []));
  const ids = new Set(compared.flatMap(({ versions }) => versions.map(({ id }) => id)));
  const beside = around.known.flatMap((one) => (isKind(one, "framework") && !ids.has(one.data.id) ? [{ key: undefined, versions: [one.data], find: () => one }] : []));
  const frameworks = [...compared, ...beside].flatMap(({ key, versions, find }) =>
    [undefined, ...objectivesOf(versions[0]?.id ?? "")].flatMap((objectives) => {
      const subject = frameworkSubject(find, key, versions, packs, around, objectives);
      return objectives === undefined && hasUses(versions) ? [subject, methodsSubject(subject)] : [subject];
    }),
  );
  const touched = new Set(steps.filter(({ draft }) => draft.document.kind === "indicator-library" && !words(draft.code)).map(({ key, draft }) => JSON.stringify([key, draft.path])));
  const libraries = [...touched].map((one) => JSON.parse(one) as [string, string]).filter(([, path]) => path !== "").flatMap(([key, path]) => librarySubjects(key, path));
  const rules = both.flatMap(({ key, kind, old, next }) => (isKind(old, "pack") && isKind(next, "pack") && kind === "pack" ? ruleSubjects({ key, kind, id: next.data.id, old, next, before: old.data, after: next.data }) : []));
  return [...frameworks, ...libraries, ...rules];
}

/** Whether objectives may use a method that the framework declares. */
const hasUses = (versions: readonly FrameworkDocument[]): boolean => versions.every((one) => uses(one).length > 0);
const idOf = (one: Loaded | undefined): string => (one?.data as { id?: string } | undefined)?.id ?? "";
