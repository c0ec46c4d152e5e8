// 评分办法的改动: two methods parameter by parameter; tiers and check points one by one.
import type { ChangeCode } from "./codes.ts";
import { ordered, placed, reordered, valueAt, withValue } from "./lists.ts";
import { canonical } from "../text/digest.ts";
import { same } from "./shown.ts";

export interface MethodData {
  readonly kind: string;
  readonly [parameter: string]: unknown;
}

export interface MethodChange {
  readonly code: ChangeCode;
  /** keys below the method, in the old and in the new one */
  readonly old: readonly (string | number)[];
  readonly next: readonly (string | number)[];
  readonly name?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  edit(method: unknown): unknown;
}

interface Tier {
  readonly when: string;
  readonly points?: string;
  readonly share?: string;
  readonly name?: string;
}
interface CheckPoint {
  readonly id: string;
  readonly name: string;
  readonly points?: string;
  readonly share?: string;
}

export function methodChanges(old: MethodData, next: MethodData): readonly MethodChange[] {
  if (old.kind !== next.kind) return [{ code: "method-changed", old: [], next: [], before: old, after: next, edit: () => next }];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])].filter((key) => !same(old[key], next[key]));
  return keys.flatMap((key): readonly MethodChange[] => {
    for (const path of [[key], [key, "tiers"]]) {
      const [a, b] = [valueAt(old, path), valueAt(next, path)];
      if (path.at(-1) === "tiers" && Array.isArray(a) && Array.isArray(b)) return tierChanges(a as readonly Tier[], b as readonly Tier[], path);
    }
    const [a, b] = [old[key], next[key]];
    if (key === "check-points" && Array.isArray(a) && Array.isArray(b)) return checkPointChanges(a as readonly CheckPoint[], b as readonly CheckPoint[]);
    return [{ code: "method-parameter-changed", old: [key], next: [key], before: a, after: b, edit: (method) => withValue(method, [key], b) }];
  });
}

const awardOf = ({ points, share }: { readonly points?: string; readonly share?: string }): string | undefined => points ?? share;
const line = (one: Tier): string => `${one.when}: ${awardOf(one) ?? ""}`;

function tierChanges(old: readonly Tier[], next: readonly Tier[], path: readonly string[]): readonly MethodChange[] {
  const at = (index: number) => ({ old: [...path, index], next: [...path, index] });
  const moved = old.flatMap((one, index) => (one.when === next[index]?.when ? [] : [index]));
  const bounds = (list: readonly Tier[]): string => moved.map((index) => list[index]?.when ?? "").join("; ");
  // A list of another length, in another order or with nothing in its place is told as a whole.
  const sorted = (list: readonly Tier[]): readonly string[] => list.map(canonical).sort();
  if (old.length !== next.length || same(sorted(old), sorted(next)) || (moved.length === old.length && old.length > 1)) {
    return [{ code: "tiers-changed", old: path, next: path, before: old.map(line).join("; "), after: next.map(line).join("; "), edit: (method) => withValue(method, path, next) }];
  }
  const changes: MethodChange[] = [];
  const set = (index: number, keys: readonly (keyof Tier)[]) => (method: unknown): unknown => keys.reduce<unknown>((inner, key) => withValue(inner, [...path, String(index), key], next[index]?.[key]), method);
  if (moved.length > 0) {
    changes.push({ code: "tier-bound-changed", ...at(moved[0] ?? 0), before: bounds(old), after: bounds(next), edit: (method) => moved.reduce<unknown>((inner, index) => set(index, ["when"])(inner), method) });
  }
  old.forEach((one, index) => {
    const other = next[index];
    if (other === undefined) return;
    if (!same([one.points, one.share], [other.points, other.share])) changes.push({ code: "tier-points-changed", ...at(index), before: line(one), after: line(other), edit: set(index, ["points", "share"]) });
    if (one.name !== other.name) changes.push({ code: "tier-renamed", ...at(index), before: one.name, after: other.name, edit: set(index, ["name"]) });
  });
  return changes;
}

function checkPointChanges(old: readonly CheckPoint[], next: readonly CheckPoint[]): readonly MethodChange[] {
  const key = "check-points";
  const ids = (list: readonly CheckPoint[]): readonly string[] => list.map((one) => one.id);
  const keyOf = (one: CheckPoint): string => one.id;
  const edit = (change: (list: readonly CheckPoint[]) => readonly CheckPoint[]) => (method: unknown): unknown => withValue(method, [key], change((valueAt(method, [key]) ?? []) as readonly CheckPoint[]));
  const within = (id: string, list: readonly CheckPoint[]): readonly (string | number)[] => [key, ...(ids(list).includes(id) ? [ids(list).indexOf(id)] : [])];
  const at = (id: string) => ({ old: within(id, old), next: within(id, next) });
  const line = (one: CheckPoint): string => `${one.name}: ${awardOf(one) ?? ""}`;
  const changes: MethodChange[] = [];
  for (const one of next) {
    const before = old.find(({ id }) => id === one.id);
    const put = (value: CheckPoint) => edit((list) => list.map((each) => (each.id === one.id ? value : each)));
    if (before === undefined) changes.push({ code: "check-point-added", ...at(one.id), after: line(one), edit: edit((list) => placed(list, one, ids(next), keyOf)) });
    else {
      if (!same([before.points, before.share], [one.points, one.share])) changes.push({ code: "check-point-points-changed", ...at(one.id), before: line(before), after: line({ ...one, name: before.name }), edit: put({ ...one, name: before.name }) });
      if (before.name !== one.name) changes.push({ code: "check-point-renamed", ...at(one.id), before: before.name, after: one.name, edit: put(one) });
    }
  }
  for (const one of old) if (!ids(next).includes(one.id)) changes.push({ code: "check-point-removed", ...at(one.id), before: line(one), edit: edit((list) => list.filter(({ id }) => id !== one.id)) });
  if (reordered(ids(old), ids(next))) changes.push({ code: "order-changed", old: [key], next: [key], before: ids(old), after: ids(next), edit: edit((list) => ordered(list, ids(next), keyOf)) });
  return changes;
}
