// 指标体系的改动: top-level keys, grades, declared methods, the tree of indicators; methods that go leave last, when
// nothing uses them any more.
import type { FrameworkDocument, IndicatorNode } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";
import { inField, lessCertain } from "./fields.ts";
import { recordIndicators } from "./indicators.ts";
import { ordered, placed, reordered } from "./lists.ts";
import { methodChanges, type MethodData } from "./methods.ts";
import { same, sameFigures } from "./shown.ts";
import { type Pair, type Recorder, recorder, type Said, setTop, type Step, type Working } from "./steps.ts";
import { type Fields, matchTrees, type Spot } from "./tree.ts";
import { recordTop } from "./top.ts";

type Grade = FrameworkDocument["grades"][number];

/** Keys of a framework that hold one value each. */
const TOP: Readonly<Record<Exclude<keyof FrameworkDocument, "kind" | "packs" | "grades" | "methods" | "indicators">, ChangeCode>> = {
  $schema: "schema-changed",
  id: "document-id-changed",
  version: "version-changed",
  category: "category-changed",
  purpose: "purpose-changed",
  sector: "sector-changed",
  title: "title-changed",
  description: "description-changed",
  basis: "basis-changed",
  effective: "effective-changed",
  total: "total-changed",
  maximum: "maximum-changed",
  rounding: "rounding-changed",
  "not-applicable": "not-applicable-changed",
  missing: "missing-changed",
};

export function frameworkSteps(pair: Pair<FrameworkDocument>, nameOf: (node: IndicatorNode) => string): readonly Step[] {
  const { before, after } = pair;
  const match = matchTrees(before.indicators, after.indicators);
  const { indicators: _, ...top } = before;
  const start: Working = { top: top as unknown as Fields, tree: match.branches };
  const into = recorder(pair, start);
  recordTop(before, after, TOP, into);
  recordPacks(before.packs, after.packs, into);
  recordGrades(before.grades, after.grades, into);
  const slots = [...match.old, ...match.next].some(({ node }) => node.slot !== undefined);
  recordMethods(before, after, slots, into);
  const methodsNow = (): FrameworkDocument["methods"] => into.now().top["methods"] as FrameworkDocument["methods"];
  const named = { now: (name: string) => own(methodsNow(), name), next: (name: string) => own(after.methods, name) };
  const free = before.packs.length + after.packs.length === 0 ? { free: true as const } : {};
  recordIndicators(match, { added: "indicator-added", removed: "indicator-removed", named, nameOf, ...free }, into);
  recordGoneMethods(before, after, match.old, into);
  return into.steps;
}

const own = (methods: FrameworkDocument["methods"], name: string): MethodData | undefined => (methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined);

function recordPacks(old: readonly string[], next: readonly string[], into: Recorder): void {
  const list = (): readonly string[] => into.now().top["packs"] as readonly string[];
  const keyOf = (id: string): string => id;
  const said = (id: string): Said => ({
    name: id,
    field: "packs",
    ...(old.includes(id) ? { old: ["packs", old.indexOf(id)] } : {}),
    ...(next.includes(id) ? { new: ["packs", next.indexOf(id)] } : {}),
  });
  for (const id of next) if (!old.includes(id)) into.record("pack-added", said(id), setTop("packs", placed(list(), id, next, keyOf)));
  for (const id of old) if (!next.includes(id)) into.record("pack-removed", said(id), setTop("packs", list().filter((one) => one !== id)));
  if (reordered(list(), next)) into.record("order-changed", { field: "packs", before: list(), after: next, old: ["packs"], new: ["packs"] }, setTop("packs", ordered(list(), next, keyOf)));
  if (!same(list(), next)) into.record("order-changed", { field: "packs", before: list(), after: next, old: ["packs"], new: ["packs"] }, setTop("packs", next));
}

/** By name; a grade under another name at the same bound was renamed. */
function recordGrades(old: readonly Grade[], next: readonly Grade[], into: Recorder): void {
  const list = (): readonly Grade[] => into.now().top["grades"] as readonly Grade[];
  const keyOf = ({ name }: Grade): string => name;
  const names = next.map(keyOf);
  const had = (name: string): boolean => old.some((one) => one.name === name);
  const renamed = new Map(old.flatMap((one) => {
    const other = names.includes(one.name) ? undefined : next.find(({ name, from }) => !had(name) && sameFigures(from, one.from));
    return other === undefined ? [] : [[one.name, other] as const];
  }));
  const replace = (name: string, value: Grade): readonly Grade[] => list().map((one) => (one.name === name ? value : one));
  old.forEach((one, index) => {
    const target = renamed.get(one.name) ?? next.find(({ name }) => name === one.name);
    if (target === undefined) return;
    const at = next.indexOf(target);
    const place = (key: string) => ({ old: ["grades", index, key], new: ["grades", at, key] });
    if (one.name !== target.name) into.record("grade-renamed", { name: target.name, field: "grades", before: one.name, after: target.name, ...place("name") }, setTop("grades", replace(one.name, { ...one, name: target.name })));
    if (one.from !== target.from) into.record("grade-bound-changed", { name: target.name, field: "grades", before: one.from, after: target.from, ...place("from") }, setTop("grades", replace(target.name, { ...one, name: target.name, from: target.from })));
    if (!same(one.basis, target.basis)) into.record("basis-changed", { name: target.name, field: "grades", before: one.basis, after: target.basis, ...place("basis"), graver: lessCertain(one.basis, target.basis) }, setTop("grades", replace(target.name, target)));
  });
  for (const one of next) {
    if (had(one.name) || [...renamed.values()].includes(one)) continue;
    into.record("grade-added", { name: one.name, field: "grades", after: one.from, new: ["grades", next.indexOf(one)] }, setTop("grades", placed(list(), one, names, keyOf)));
  }
  old.forEach((one, index) => {
    if (names.includes(one.name) || renamed.has(one.name)) return;
    into.record("grade-removed", { name: one.name, field: "grades", before: one.from, old: ["grades", index] }, setTop("grades", list().filter(({ name }) => name !== one.name)));
  });
  if (reordered(list().map(keyOf), names)) {
    into.record("order-changed", { field: "grades", before: list().map(keyOf), after: names, old: ["grades"], new: ["grades"] }, setTop("grades", ordered(list(), names, keyOf)));
  }
}

/** What can be said of a declared method where a slot is open to indicators that may use it: only its spelling is no matter. */
function recordMethods({ methods: old = {} }: FrameworkDocument, { methods: next = {} }: FrameworkDocument, slots: boolean, into: Recorder): void {
  const put = (name: string, value: unknown) => setTop("methods", { ...(into.now().top["methods"] as object | undefined), [name]: value });
  for (const [name, method] of Object.entries(next)) {
    const before = own(old, name);
    if (before === undefined) into.record("method-added", { name, field: `methods/${name}`, after: method, new: ["methods", name] }, put(name, method));
    else {
      for (const change of methodChanges(before, method)) {
        const { code, old: from, next: to, field, before: a, after: b, edit } = inField(change, ["methods", name]);
        const floor = slots && !sameFigures(a, b) && code !== "tier-renamed" && code !== "check-point-renamed" ? { floor: "may" as const } : {};
        into.record(code, { name, field, before: a, after: b, old: from, new: to, ...floor }, ({ top, tree }) => ({ top: edit(top), tree }));
      }
    }
  }
}

/** A declared method that is gone: objectives may have used it as long as there was a slot. */
function recordGoneMethods({ methods: old = {} }: FrameworkDocument, { methods: next = {} }: FrameworkDocument, spots: readonly Spot[], into: Recorder): void {
  const open = spots.some(({ node }) => node.slot !== undefined);

  for (const [name, method] of Object.entries(old).filter(([key]) => !Object.hasOwn(next, key))) {
    const others = Object.entries((into.now().top["methods"] ?? {}) as object).filter(([key]) => key !== name);
    const said: Said = { name, field: `methods/${name}`, before: method, old: ["methods", name], ...(open ? { floor: "scores", breaks: true } : {}) };
    into.record("method-removed", said, setTop("methods", others.length === 0 ? undefined : Object.fromEntries(others)));
  }
}
