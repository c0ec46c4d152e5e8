// 绩效目标表和指标库的改动: the subject's own indicators, targets and choices; the shared indicators of a library.
import type { IndicatorNode, LibraryDocument, ObjectiveIndicator, ObjectivesDocument } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";
import { fieldChanges } from "./fields.ts";
import { recordIndicators } from "./indicators.ts";
import type { MethodData } from "./methods.ts";
import { ordered, placed, reordered } from "./lists.ts";
import { same } from "./shown.ts";
import { type Pair, type Recorder, recorder, type Said, setTop, type Step } from "./steps.ts";
import { type Fields, matchTrees } from "./tree.ts";
import { recordTop } from "./top.ts";

const LIBRARY: Readonly<Record<Exclude<keyof LibraryDocument, "kind" | "indicators">, ChangeCode>> = {
  $schema: "schema-changed",
  id: "document-id-changed",
  version: "version-changed",
  title: "title-changed",
  basis: "basis-changed",
};

const NONE = { now: () => undefined, next: () => undefined };

/** A method that the framework of the objectives declares, by its name. */
export type MethodOf = (side: "old" | "next", name: string) => MethodData | undefined;

export function librarySteps(pair: Pair<LibraryDocument>, nameOf: (node: IndicatorNode) => string): readonly Step[] {
  const { before, after } = pair;
  const match = matchTrees(before.indicators, after.indicators);
  const { indicators: _, ...top } = before;
  const into = recorder(pair, { top: top as unknown as Fields, tree: match.branches });
  recordTop(before, after, LIBRARY, into);
  recordIndicators(match, { added: "library-indicator-added", removed: "library-indicator-removed", named: NONE, nameOf }, into);
  return into.steps;
}

const OBJECTIVES: Readonly<Record<Exclude<keyof ObjectivesDocument, "kind" | "subject" | "indicators" | "targets" | "previous" | "choose">, ChangeCode>> = {
  $schema: "schema-changed",
  id: "document-id-changed",
  framework: "framework-reference-changed",
  basis: "basis-changed",
  period: "period-changed",
  budget: "budget-changed",
  statement: "statement-changed",
};

export function objectivesSteps(pair: Pair<ObjectivesDocument>, methodOf: MethodOf): readonly Step[] {
  const { before, after } = pair;
  const into = recorder(pair, { top: before as unknown as Fields, tree: undefined });
  recordTop(before, after, OBJECTIVES, into);
  recordSubject(before.subject, after.subject, into);
  recordOwn(before.indicators ?? [], after.indicators ?? [], methodOf, into);
  recordEntries("targets", "target-changed", before.targets ?? {}, after.targets ?? {}, into);
  recordEntries("previous", "previous-changed", before.previous ?? {}, after.previous ?? {}, into);
  recordEntries("choose", "choice-changed", before.choose ?? {}, after.choose ?? {}, into);
  return into.steps;
}

function recordSubject(old: ObjectivesDocument["subject"], next: ObjectivesDocument["subject"], into: Recorder): void {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])] as (keyof typeof old)[];
  let now = old;
  for (const key of keys.filter((one) => !same(old[one], next[one]))) {
    const { [key]: _, ...others } = now;
    now = (next[key] === undefined ? others : { ...now, [key]: next[key] }) as typeof old;
    into.record(key === "sector" ? "sector-changed" : "subject-changed", { field: `subject/${key}`, before: old[key], after: next[key], old: ["subject", key], new: ["subject", key] }, setTop("subject", now));
  }
}

type Own = ObjectiveIndicator & { readonly id?: string | undefined };

/** By id; one under another id with the same name in the same place, or the same content, was given a new id. */
function recordOwn(old: readonly Own[], next: readonly Own[], methodOf: MethodOf, into: Recorder): void {
  const list = (): readonly Own[] => (into.now().top["indicators"] ?? []) as readonly Own[];
  const set = (value: readonly Own[]) => setTop("indicators", value.length === 0 ? undefined : value);
  const keyOf = ({ id }: Own): string => id ?? "";
  const byId = (among: readonly Own[], one: Own): Own | undefined => among.find(({ id }) => id === one.id);
  const taken = new Set<Own>();
  const pairs = old.flatMap((one) => {
    const other = byId(next, one) ?? next.find((each) => !taken.has(each) && byId(old, each) === undefined && each.under === one.under && (each.name === one.name || same({ ...each, id: "" }, { ...one, id: "" })));
    if (other !== undefined) taken.add(other);
    return other === undefined ? [] : [{ one, other }];
  });
  const named = { now: (name: string) => methodOf("old", name), next: (name: string) => methodOf("next", name) };
  for (const { one, other } of pairs) {
    const at = (key: string | number, ...more: readonly (string | number)[]) => ({ old: ["indicators", old.indexOf(one), key, ...more], new: ["indicators", next.indexOf(other), key, ...more] });
    const path = `${other.under}/${other.id}`;
    const said = { path, name: other.name ?? "" };
    const edit = (change: (own: Own) => Own) => set(list().map((each) => (each.id === one.id ? change(each) : each)));
    for (const change of fieldChanges(one as IndicatorNode, other as IndicatorNode, named)) {
      const { code, field, before, after, floor, breaks, graver } = change;
      const [from, to] = [change.old, change.next].map((keys, side) => ["indicators", side === 0 ? old.indexOf(one) : next.indexOf(other), ...keys]);
      const more: Said = { ...(floor === undefined ? {} : { floor }), ...(breaks === undefined ? {} : { breaks }), ...(graver === undefined ? {} : { graver }) };
      into.record(code, { ...said, field, before, after, old: from, new: to, ...more }, edit((own) => change.edit(own as unknown as Fields) as unknown as Own));
    }
    if (one.under !== other.under) into.record("indicator-moved", { ...said, field: "under", before: `${one.under}/${one.id}`, after: path, ...at("under") }, edit((own) => ({ ...own, under: other.under })));
    if (one.id !== other.id) into.record("indicator-id-changed", { ...said, field: "id", before: one.id, after: other.id, ...at("id") }, edit((own) => ({ ...own, id: other.id })));
  }
  const order = next.map(keyOf);
  for (const one of next) if (!taken.has(one)) into.record("indicator-added", { path: `${one.under}/${one.id}`, name: one.name ?? "", after: one.weight, new: ["indicators", next.indexOf(one)] }, set(placed(list(), one, order, keyOf)));
  for (const one of old) if (!pairs.some((pair) => pair.one === one)) into.record("indicator-removed", { path: `${one.under}/${one.id}`, name: one.name ?? "", before: one.weight, old: ["indicators", old.indexOf(one)] }, set(list().filter(({ id }) => id !== one.id)));
  if (reordered(list().map(keyOf), order)) into.record("order-changed", { field: "indicators", before: list().map(keyOf), after: order, old: ["indicators"], new: ["indicators"] }, set(ordered(list(), order, keyOf)));
}

function recordEntries(key: "targets" | "previous" | "choose", code: "target-changed" | "previous-changed" | "choice-changed", old: Readonly<Record<string, string>>, next: Readonly<Record<string, string>>, into: Recorder): void {
  const own = (entries: Readonly<Record<string, string>>, id: string): string | undefined => (Object.hasOwn(entries, id) ? entries[id] : undefined);
  for (const id of new Set([...Object.keys(old), ...Object.keys(next)])) {
    const [a, b] = [own(old, id), own(next, id)];
    if (a === b) continue;
    const { [id]: _, ...others } = (into.now().top[key] ?? {}) as Readonly<Record<string, string>>;
    const value = b === undefined ? others : { ...others, [id]: b };
    into.record(code, { path: id, name: id, field: `${key}/${id}`, before: a, after: b, old: [key, id], new: [key, id] }, setTop(key, Object.keys(value).length === 0 ? undefined : value));
  }
}
