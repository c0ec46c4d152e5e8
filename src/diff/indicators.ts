// 指标树的改动: fields first, then ids, then what is new, moved and gone, and at last the order.
import type { Loaded } from "../types/loaded.ts";
import type { IndicatorNode } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";
import { type FieldChange, fieldChanges, type Named, slotChanges } from "./fields.ts";
import { ordered, placed, reordered } from "./lists.ts";
import { sameFigures } from "./shown.ts";
import type { Edit, Recorder, Said } from "./steps.ts";
import { type Branch, branchOf, edited, flat, found, isGroup, type Match, type Spot, withChildren, without } from "./tree.ts";

/** What differs between a framework's tree and a library's list. */
export interface Manner {
  readonly added: "indicator-added" | "library-indicator-added";
  readonly removed: "indicator-removed" | "library-indicator-removed";
  readonly named: Named;
  /** no pack can select an indicator by its tags */
  readonly free?: true;
  /** the name of an indicator that takes it from the library */
  nameOf(node: IndicatorNode): string;
}

const onTree =
  (edit: (tree: readonly Branch[]) => readonly Branch[]): Edit =>
  ({ top, tree }) => ({ top, tree: edit(tree ?? []) });

export function recordIndicators(match: Match, manner: Manner, into: Recorder): void {
  const { partner, number } = match;
  const name = (spot: Spot): string => manner.nameOf(spot.node);
  const pairs = match.old.flatMap((old) => {
    const next = partner(old);
    return next === undefined ? [] : [{ old, next }];
  });
  const recordField = (change: FieldChange, old: Spot, next: Spot): void =>
    into.record(change.code, fieldSaid(change, old, next, name(next), manner), onTree((tree) => edited(tree, number(old), (branch) => ({ ...branch, fields: change.edit(branch.fields) }))));
  for (const { old, next } of pairs) {
    for (const change of fieldChanges(old.node, next.node, manner.named)) recordField(change, old, next);
  }
  for (const { old, next } of pairs) recordId(old, next, name(next), into, number(old));
  for (const spot of match.next.filter((one) => partner(one) === undefined && (one.parent === undefined || partner(one.parent) !== undefined))) recordAdded(spot, match, manner, into);
  // A group that was a slot now has indicators, or the other way round: what comes is there before what goes.
  for (const { old, next } of pairs) for (const change of slotChanges(old.node, next.node)) recordField(change, old, next);
  for (const { old, next } of inTreeOrder(pairs, match)) recordMove(old, next, match, name(next), into);
  recordOrder(undefined, match, into);
  for (const { next } of pairs) if (next.children.length > 0) recordOrder(next, match, into);
  // Last, when nothing else happens to the document any more: what goes may go once nobody stands on it.
  for (const spot of match.old.filter((one) => partner(one) === undefined && (one.parent === undefined || partner(one.parent) !== undefined))) recordRemoved(spot, match, manner, into);
}

function fieldSaid(change: FieldChange, old: Spot, next: Spot, name: string, { free }: Manner): Said {
  const { field, before, after, graver } = change;
  // Objectives fill a group's slots up to its weight: with another weight they no longer add up.
  const filled = change.code === "weight-changed" && !sameFigures(before, after) && flat([next]).some(({ node }) => node.slot !== undefined);
  const { floor, breaks } = filled ? { floor: "scores" as const, breaks: true } : free && change.code === "tags-changed" ? { floor: "text" as const, breaks: undefined } : change;
  return {
    path: next.ids, name, field, before, after,
    old: [...old.at, ...change.old], new: [...next.at, ...change.next],
    ...(floor === undefined ? {} : { floor }), ...(breaks === undefined ? {} : { breaks }), ...(graver === undefined ? {} : { graver }),
  };
}

/** A node without an id of its own goes by the library's: there the id is written or taken away, and nothing else. */
function recordId(old: Spot, next: Spot, name: string, into: Recorder, number: number): void {
  if (old.node.id === next.node.id) return;
  const group = isGroup(next.node);
  // Objectives name a slot by its path; nothing else does by that of a group.
  const named = group && flat([old]).some(({ node }) => node.slot !== undefined);
  const code: ChangeCode = group ? "group-id-changed" : "indicator-id-changed";
  const spelt: Said = old.id === next.id ? { floor: "text", breaks: false } : named ? { floor: "scores", breaks: true } : {};
  into.record(code, { path: next.ids, name, field: "id", before: old.id, after: next.id, old: [...old.at, "id"], new: [...next.at, "id"], ...spelt }, onTree((tree) =>
    edited(tree, number, (branch) => {
      const { id: _, ...others } = branch.fields;
      return { ...branch, fields: next.node.id === undefined ? others : { ...others, id: next.node.id } };
    }),
  ));
}

/** Names of the indicators that a node holds, itself where it is one. */
const leafNames = (spot: Spot, manner: Manner, keep: (one: Spot) => boolean): string =>
  flat([spot]).filter((one) => keep(one) && !isGroup(one.node)).map((one) => manner.nameOf(one.node)).join("、");

function recordAdded(spot: Spot, match: Match, manner: Manner, into: Recorder): void {
  const isNew = (one: Spot): boolean => match.partner(one) === undefined;
  const group = isGroup(spot.node);
  const inside = flat([spot]).filter(isNew);
  const scores = inside.some(({ node }) => !isGroup(node) || (node.slot !== undefined && node.slot.min !== "0"));
  const branch = branchOf(spot, match.number, isNew);
  const said: Said = { path: spot.ids, name: manner.nameOf(spot.node), new: spot.at, after: group ? leafNames(spot, manner, isNew) || undefined : spot.node.weight };
  into.record(group ? "group-added" : manner.added, { ...said, ...(group && scores ? { floor: "scores" as const, breaks: true } : {}) }, onTree((tree) => inserted(tree, branch, spot, match)));
}

function recordRemoved(spot: Spot, match: Match, manner: Manner, into: Recorder): void {
  const isGone = (one: Spot): boolean => match.partner(one) === undefined;
  const group = isGroup(spot.node);
  const scores = flat([spot]).some((one) => isGone(one) && (!isGroup(one.node) || one.node.slot !== undefined));
  const said: Said = { path: spot.ids, name: manner.nameOf(spot.node), old: spot.at, before: group ? leafNames(spot, manner, isGone) || undefined : spot.node.weight };
  into.record(group ? "group-removed" : manner.removed, { ...said, ...(group && scores ? { floor: "scores" as const, breaks: true } : {}) }, onTree((tree) => settled(without(tree, match.number(spot)), match)));
}

/** A group that has become a slot has no list of indicators any more. */
function settled(tree: readonly Branch[], match: Match): readonly Branch[] {
  const isSlot = ({ number }: Branch): boolean => match.next.some((one) => match.number(one) === number && one.node.indicators === undefined);
  return tree.map((one) => (one.children === undefined ? one : { ...one, children: one.children.length === 0 && isSlot(one) ? undefined : settled(one.children, match) }));
}

function recordMove(old: Spot, next: Spot, match: Match, name: string, into: Recorder): void {
  const [from, to] = [old.parent === undefined ? undefined : match.number(old.parent), next.parent === undefined ? undefined : match.number(next.parent)];
  if (from === to) return;
  into.record(isGroup(next.node) ? "group-moved" : "indicator-moved", { path: next.ids, name, before: old.ids, after: next.ids, old: old.at, new: next.at }, onTree((tree) => {
    const moving = found(tree, match.number(old));
    return moving === undefined ? tree : inserted(settled(without(tree, moving.number), match), moving, next, match);
  }));
}

/** Parents come to rest before what is moved into them. */
const inTreeOrder = (pairs: readonly { readonly old: Spot; readonly next: Spot }[], match: Match) => [...pairs].sort((a, b) => match.next.indexOf(a.next) - match.next.indexOf(b.next));

const siblings = (spot: Spot | undefined, match: Match): readonly Spot[] => spot?.children ?? match.next.filter((one) => one.parent === undefined);
const keyOf = (branch: Branch): string => String(branch.number);

function inserted(tree: readonly Branch[], branch: Branch, spot: Spot, match: Match): readonly Branch[] {
  const order = siblings(spot.parent, match).map((one) => String(match.number(one)));
  return withChildren(tree, spot.parent && match.number(spot.parent), (children) => placed(children, branch, order, keyOf));
}

function recordOrder(parent: Spot | undefined, match: Match, into: Recorder): void {
  const list = siblings(parent, match);
  const order = list.map((one) => String(match.number(one)));
  const tree = into.now().tree ?? [];
  const children = parent === undefined ? tree : (found(tree, match.number(parent))?.children ?? []);
  if (!reordered(children.map(keyOf), order)) return;
  const idOf = (key: string): string => list[order.indexOf(key)]?.id ?? "";
  const old = parent === undefined ? undefined : match.partner(parent);
  const said: Said = { path: parent?.ids ?? "", name: parent?.node.name ?? "", field: "indicators", before: children.map(keyOf).filter((one) => order.includes(one)).map(idOf), after: order.map(idOf), old: [...(old?.at ?? []), "indicators"], new: [...(parent?.at ?? []), "indicators"] };
  into.record("order-changed", said, onTree((all) => withChildren(all, parent && match.number(parent), (each) => ordered(each, order, keyOf))));
}

/** The library name of every `use`. */
export function libraryNames(libraries: readonly Loaded[]): (node: IndicatorNode) => string {
  const names = new Map(libraries.flatMap((one) => (one.kind === "indicator-library" ? ((one.data as { indicators: readonly IndicatorNode[] } | undefined)?.indicators ?? []) : [])).map((one) => [one.id, one.name]));
  return (node) => node.name ?? names.get(node.use) ?? node.id ?? node.use ?? "";
}
