// 指标各项的改动: two versions of one indicator or group, key by key.
import type { Path } from "../types/diagnostics.ts";
import type { Basis, IndicatorNode } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";
import { valueAt, withValue } from "./lists.ts";
import { type MethodChange, methodChanges, type MethodData } from "./methods.ts";
import { same } from "./shown.ts";
import { type Fields, isGroup } from "./tree.ts";
import type { ChangeClass } from "./types.ts";

export interface FieldChange {
  readonly code: ChangeCode;
  /** keys below the indicator, in the old and in the new document */
  readonly old: Path;
  readonly next: Path;
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly floor?: ChangeClass;
  readonly breaks?: boolean;
  readonly graver?: boolean;
  edit(fields: Fields): Fields;
}

/** The methods that a framework declares by name: as they stand now, and in the new version. */
export interface Named {
  now(name: string): MethodData | undefined;
  next(name: string): MethodData | undefined;
}

const CODES: Readonly<Record<Exclude<keyof IndicatorNode, "id" | "indicators" | "method" | "measure" | "slot" | "name">, ChangeCode>> = {
  use: "library-indicator-changed",
  weight: "weight-changed",
  target: "target-changed",
  unit: "unit-changed",
  domain: "domain-changed",
  definition: "definition-changed",
  evidence: "evidence-changed",
  tags: "tags-changed",
  basis: "basis-changed",
  "not-applicable": "not-applicable-changed",
  combine: "combine-changed",
};

const edited = (fields: Fields, path: readonly string[], value: unknown): Fields => withValue(fields, path, value) as Fields;
const one = (code: ChangeCode, path: readonly string[], before: unknown, after: unknown, more: Partial<FieldChange> = {}): FieldChange => ({
  code, old: path, next: path, field: path.join("/"), before, after, edit: (fields) => edited(fields, path, after), ...more,
});

export function fieldChanges(old: IndicatorNode, next: IndicatorNode, named: Named): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const rename = isGroup(next) ? "group-renamed" : "indicator-renamed";
  if (old.name !== next.name) changes.push(one(rename, ["name"], old.name, next.name));
  for (const [key, code] of Object.entries(CODES) as [keyof typeof CODES, ChangeCode][]) {
    if (same(old[key], next[key])) continue;
    changes.push(one(code, [key], old[key], next[key], moreOf(code, old, next)));
  }
  if (old.slot !== undefined && next.slot !== undefined && !same(old.slot, next.slot)) changes.push(one("slot-changed", ["slot"], old.slot, next.slot));
  changes.push(...measureChanges(old, next), ...methodFieldChanges(old, next, named));
  return changes;
}

function moreOf(code: ChangeCode, old: IndicatorNode, next: IndicatorNode): Partial<FieldChange> {
  if (code === "basis-changed") return { graver: lessCertain(old.basis, next.basis) };
  // A target that objectives now have to give, or no longer need to.
  return code === "target-changed" && (old.target === undefined || next.target === undefined) ? { floor: "may" } : {};
}

const CERTAINTY: readonly (Basis["status"] | undefined)[] = [undefined, "illustrative", "unverified", "published"];
/** A basis that has become less certain is no mere matter of words. */
export const lessCertain = (old: Basis | undefined, next: Basis | undefined): boolean => CERTAINTY.indexOf(next?.status) < CERTAINTY.indexOf(old?.status);

/** Whether a group is filled by objectives at all. */
export function slotChanges({ slot: old }: IndicatorNode, { slot: next }: IndicatorNode): readonly FieldChange[] {
  if ((old === undefined) === (next === undefined)) return [];
  if (old !== undefined) return [one("slot-removed", ["slot"], old, undefined)];
  return [one("slot-added", ["slot"], undefined, next, next?.min === "0" ? {} : { floor: "scores", breaks: true })];
}

function measureChanges({ measure: old }: IndicatorNode, { measure: next }: IndicatorNode): readonly FieldChange[] {
  if (same(old, next)) return [];
  if (old === undefined || next === undefined) return [one("measure-changed", ["measure"], old, next)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])] as (keyof typeof old)[];
  return keys.filter((key) => !same(old[key], next[key])).map((key) => one("measure-changed", ["measure", key], old[key], next[key]));
}

/** A method that is now written elsewhere (declared by name, or in place) is told apart from what changes in it. */
function methodFieldChanges({ method: old }: IndicatorNode, { method: next }: IndicatorNode, named: Named): readonly FieldChange[] {
  if (same(old, next)) return [];
  const path = ["method"];
  const [from, to] = [typeof old === "string" ? named.now(old) : old, typeof next === "string" ? named.next(next) : next];
  if (from === undefined || to === undefined) return [one("method-changed", path, old, next)];
  const inside = methodChanges(from, to).map((each) => inField(each, path));
  if (typeof old === "object" && typeof next === "object") return inside;
  const kept = (value: unknown): FieldChange => one("method-reference-changed", path, old, next, { edit: (fields) => edited(fields, path, value) });
  if (inside.length === 0) return [kept(next)];
  const [only] = inside;
  if (inside.length === 1 && only?.code === "method-changed") return [one("method-changed", path, old, next)];
  // First the old method in place, then what changes in it; the last change brings the new way of writing.
  return [kept(from), ...inside.map((each, index) => (index < inside.length - 1 ? each : { ...each, edit: (fields: Fields) => edited(fields, path, next) }))];
}

export function inField(change: MethodChange, path: readonly string[]): FieldChange {
  const { code, old, next, before, after } = change;
  const keys = old.length >= next.length ? old : next;
  return {
    code,
    old: [...path, ...old],
    next: [...path, ...next],
    field: [...path, ...keys.map((key) => (typeof key === "number" ? key + 1 : key))].join("/"),
    before,
    after,
    edit: (fields) => edited(fields, path, change.edit(valueAt(fields, path))),
  };
}
