// 配对与次序: which document is the new version of which, and the steps that lead from one side to the other — what is
// new first, then libraries, packs, frameworks and objectives, and what goes last.
import { versionOf } from "../model/directory.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { compareText } from "../text/text.ts";
import type { DocumentKind } from "../types/types.ts";
import { frameworkSteps } from "./framework.ts";
import { libraryNames } from "./indicators.ts";
import { librarySteps, type MethodOf, objectivesSteps } from "./objectives.ts";
import { packSteps } from "./pack.ts";
import { same } from "./shown.ts";
import { draftOf, type Pair, type Step } from "./steps.ts";
import { drawnOn } from "./drawn.ts";
import type { DiffSide } from "./types.ts";

/** A document as one side or both have it. */
export interface Match {
  readonly key: string;
  readonly kind: DocumentKind;
  readonly old: Loaded | undefined;
  readonly next: Loaded | undefined;
}

export interface Plan {
  readonly matches: readonly Match[];
  readonly steps: readonly Step[];
}

export const idIn = (one: Loaded): string => (one.data as { id?: string } | undefined)?.id ?? (one.file ?? "").replace(/^.*[/\\:]/, "");

/** What others stand on comes first; any other kind comes last. */
const KINDS: readonly DocumentKind[] = ["indicator-library", "pack", "framework", "objectives", "actuals"];
const rankOf = (kind: DocumentKind): number => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);

export function planOf(old: DiffSide, next: DiffSide): Plan {
  const [olds, nexts] = [[...old.documents, ...drawnOn(old)], [...next.documents, ...drawnOn(next)]].map((all) => all.filter((one) => one.data !== undefined));
  const drawn = new Set([...drawnOn(old), ...drawnOn(next)]);
  const kinds = [...new Set([...(olds ?? []), ...(nexts ?? [])].flatMap(({ kind }) => kind ?? []))].sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
  const all = kinds.flatMap((kind) => matchKind(kind, (olds ?? []).filter((one) => one.kind === kind), (nexts ?? []).filter((one) => one.kind === kind)));
  // What is only drawn on is compared where both sides have it; nobody asked what else lies around.
  const matches = all.filter(({ old: a, next: b }) => (a !== undefined && b !== undefined) || ![a, b].some((one) => one !== undefined && drawn.has(one)));
  const libraries = [...old.documents, ...next.documents, ...(next.known ?? []), ...(old.known ?? [])];
  const nameOf = libraryNames(libraries);
  const inside = matches.flatMap((match) => withRest(match, stepsOf(match, matches, nameOf)));
  const isLast = ({ draft: { code, document } }: Step): boolean => code === "library-indicator-removed" || (code === "document-changed" && document.kind === "indicator-library");
  return {
    matches,
    steps: [...matches.flatMap(addedStep), ...inside.filter((one) => !isLast(one)), ...inside.filter(isLast), ...[...matches].reverse().flatMap(removedStep)],
  };
}

/** By id; the only one of its kind on either side, or one of the same title, was given a new id. */
function matchKind(kind: DocumentKind, olds: readonly Loaded[], nexts: readonly Loaded[]): readonly Match[] {
  const taken = new Set<Loaded>();
  const take = (one: Loaded | undefined): Loaded | undefined => {
    if (one !== undefined) taken.add(one);
    return one;
  };
  const free = (one: Loaded): boolean => !taken.has(one);
  const titleOf = (one: Loaded): unknown => (one.data as { title?: unknown }).title;
  // Of several documents of one id, each is first matched with what has not changed, then with its own version.
  const closer: readonly ((one: Loaded, other: Loaded) => boolean)[] = [(one, other) => same(one.data, other.data), (one, other) => versionOf(one) === versionOf(other), () => true];
  const byId = new Map<Loaded, Loaded | undefined>();
  for (const close of closer) for (const one of olds) byId.set(one, byId.get(one) ?? take(nexts.find((other) => free(other) && idIn(other) === idIn(one) && close(one, other))));
  const alone = olds.length === 1 && nexts.length === 1;
  const isNew = (other: Loaded): boolean => free(other) && !olds.some((one) => idIn(one) === idIn(other));
  const paired = olds.map((one) => ({ old: one, next: byId.get(one) ?? take(nexts.find((other) => isNew(other) && (alone || (titleOf(one) !== undefined && titleOf(other) === titleOf(one))))) }));
  const matches = [...paired, ...nexts.filter(free).map((one) => ({ old: undefined, next: one }))];
  const counts = new Map<string, number>();
  return matches.map(({ old, next }) => {
    const id = `${kind} ${old === undefined ? (next === undefined ? "" : idIn(next)) : idIn(old)}`;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    return { key: `${id} ${counts.get(id) ?? 1}`, kind, old, next };
  });
}

/** Whatever no other step makes: items of one id that stand twice, empty lists. Nothing is left over. */
function withRest({ key, kind, old, next }: Match, steps: readonly Step[]): readonly Step[] {
  const last = steps.length === 0 ? old?.data : steps.at(-1)?.data;
  if (old === undefined || next === undefined || same(last, next.data)) return steps;
  const words = same(withoutEmpty(last), withoutEmpty(next.data)) ? { floor: "text" as const, settled: true as const } : {};
  return [...steps, { draft: draftOf("document-changed", { kind, id: idIn(next) }, { name: nameOfDocument(next), old: [], new: [], ...words }, { old, next }), key, data: next.data }];
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, one]) => [key, withoutEmpty(one)] as const).filter(([, one]) => one !== undefined);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

const pairOf = <K extends DocumentKind>(key: string, kind: K, old: Document<K>, next: Document<K>): Pair<Document<K>["data"]> => ({ key, kind, id: idIn(next), old, next, before: old.data, after: next.data });

function stepsOf({ key, kind, old, next }: Match, matches: readonly Match[], nameOf: ReturnType<typeof libraryNames>): readonly Step[] {
  if (old === undefined || next === undefined || same(old.data, next.data)) return [];
  if (isKind(old, "framework") && isKind(next, "framework")) return frameworkSteps(pairOf(key, "framework", old, next), nameOf);
  if (isKind(old, "indicator-library") && isKind(next, "indicator-library")) return librarySteps(pairOf(key, "indicator-library", old, next), nameOf);
  if (isKind(old, "pack") && isKind(next, "pack")) return packSteps(pairOf(key, "pack", old, next));
  if (isKind(old, "objectives") && isKind(next, "objectives")) {
    // Frameworks come before objectives: their declared methods are those of the new version by then.
    const methodsOf = (side: "old" | "next", { data }: Document<"objectives">) => {
      const framework = matches.map((one) => one[side]).find((one) => isKind(one, "framework") && one.data.id === data.framework.split("@")[0]);
      return isKind(framework, "framework") ? (framework.data.methods ?? {}) : {};
    };
    const [before, after] = [methodsOf("old", old), methodsOf("next", next)];
    const own = (methods: typeof before, name: string) => (Object.hasOwn(methods, name) ? methods[name] : undefined);
    const methodOf: MethodOf = (side, name) => own(after, name) ?? (side === "old" ? own(before, name) : undefined);
    return objectivesSteps(pairOf(key, "objectives", old, next), methodOf);
  }
  // Of other kinds it is only told whether they have changed.
  const grave = KINDS.includes(kind) ? ("may" as const) : ("text" as const);
  return [{ draft: draftOf("document-changed", { kind, id: idIn(next) }, { name: nameOfDocument(next), old: [], new: [], floor: grave, settled: true }, { old, next }), key, data: next.data }];
}

const nameOfDocument = (one: Loaded): string => (one.data as { title?: string; subject?: { name: string } }).title ?? (one.data as { subject?: { name: string } }).subject?.name ?? idIn(one);

function addedStep({ key, kind, old, next }: Match): readonly Step[] {
  if (old !== undefined || next === undefined) return [];
  return [{ draft: draftOf("document-added", { kind, id: idIn(next) }, { name: nameOfDocument(next), after: idIn(next), new: [] }, { next }), key, data: next.data }];
}

function removedStep({ key, kind, old, next }: Match): readonly Step[] {
  if (old === undefined || next !== undefined) return [];
  const words = !KINDS.includes(kind);
  return [{ draft: draftOf("document-removed", { kind, id: idIn(old) }, { name: nameOfDocument(old), before: idIn(old), old: [], ...(words ? { floor: "text" as const, breaks: false } : {}) }, { old }), key, data: undefined }];
}
