// 指标树: two trees of indicators laid over each other. A node keeps its number through every edit, so that it can be
// found wherever it has moved to and whatever its id has become.
import type { Path } from "../types/diagnostics.ts";
import { same } from "./shown.ts";
import type { IndicatorNode } from "../types/types.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** A node while it is edited: its own keys, and what is below it. */
export interface Branch {
  readonly number: number;
  readonly fields: Fields;
  readonly children: readonly Branch[] | undefined;
}

/** A node where it stands in its document. */
export interface Spot {
  readonly node: IndicatorNode;
  readonly at: Path;
  /** ids from the top */
  readonly ids: string;
  readonly id: string;
  readonly parent: Spot | undefined;
  readonly children: readonly Spot[];
}

/** Two trees: the old one as branches, and for every node of either its partner where it has one. */
export interface Match {
  readonly branches: readonly Branch[];
  readonly old: readonly Spot[];
  readonly next: readonly Spot[];
  partner(spot: Spot): Spot | undefined;
  number(spot: Spot): number;
}

export const idOfNode = (node: IndicatorNode): string => node.id ?? node.use ?? "";
export const isGroup = (node: IndicatorNode): boolean => node.indicators !== undefined || node.slot !== undefined;

export function spotsOf(nodes: readonly IndicatorNode[], at: Path, parent?: Spot): readonly Spot[] {
  return nodes.map((node, index) => {
    const id = idOfNode(node);
    const children: Spot[] = [];
    const spot: Spot = { node, at: [...at, index], ids: parent === undefined ? id : `${parent.ids}/${id}`, id, parent, children };
    children.push(...spotsOf(node.indicators ?? [], [...at, index, "indicators"], spot));
    return spot;
  });
}

export const flat = (spots: readonly Spot[]): readonly Spot[] => spots.flatMap((one) => [one, ...flat(one.children)]);

/** The same place first, then the same id elsewhere (moved), then the same content under another id. */
export function matchTrees(oldNodes: readonly IndicatorNode[], nextNodes: readonly IndicatorNode[]): Match {
  const old = spotsOf(oldNodes, ["indicators"]);
  const next = spotsOf(nextNodes, ["indicators"]);
  const [allOld, allNext] = [flat(old), flat(next)];
  const pairs = new Map<Spot, Spot>();
  const free = (spot: Spot): boolean => !pairs.has(spot);
  const kin = (a: Spot, b: Spot): boolean => isGroup(a.node) === isGroup(b.node);
  const stays = (spot: Spot, among: readonly Spot[]): boolean => among.some((one) => one.id === spot.id && kin(one, spot));

  const pair = (a: Spot, b: Spot): void => {
    pairs.set(a, b);
    pairs.set(b, a);
    level(a.children, b.children);
  };
  const level = (olds: readonly Spot[], nexts: readonly Spot[]): void => {
    for (const a of olds.filter(free)) {
      const b = nexts.find((one) => free(one) && one.id === a.id && kin(a, one));
      if (b !== undefined) pair(a, b);
    }
    for (const a of olds.filter((one) => free(one) && !stays(one, allNext))) {
      const candidates = nexts.filter((one) => free(one) && kin(a, one) && !stays(one, allOld));
      const b = candidates.find((one) => sameContent(a, one)) ?? candidates.find((one) => one.node.name !== undefined && one.node.name === a.node.name);
      if (b !== undefined) pair(a, b);
    }
  };
  level(old, next);
  for (const a of allOld) {
    const b = free(a) ? allNext.find((one) => free(one) && one.id === a.id && kin(a, one)) : undefined;
    if (b !== undefined) pair(a, b);
  }
  for (const a of allOld) {
    const b = free(a) && !stays(a, allNext) ? allNext.find((one) => free(one) && kin(a, one) && !stays(one, allOld) && sameContent(a, one)) : undefined;
    if (b !== undefined) pair(a, b);
  }

  const numbers = new Map<Spot, number>();
  for (const spot of [...allOld, ...allNext]) numbers.set(spot, numbers.get(pairs.get(spot) ?? spot) ?? numbers.size);
  const number = (spot: Spot): number => numbers.get(spot) ?? -1;
  return { branches: old.map((one) => branchOf(one, number)), old: allOld, next: allNext, partner: (spot) => pairs.get(spot), number };
}

/** Everything but the id and the weight. */
const sameContent = (a: Spot, b: Spot): boolean => same({ ...a.node, id: "", weight: "" }, { ...b.node, id: "", weight: "" });

export function branchOf(spot: Spot, number: (spot: Spot) => number, keep: (child: Spot) => boolean = () => true): Branch {
  const { indicators, ...fields } = spot.node;
  return { number: number(spot), fields, children: indicators === undefined ? undefined : spot.children.filter(keep).map((one) => branchOf(one, number, keep)) };
}

export const nodesOf = (branches: readonly Branch[]): readonly Fields[] => branches.map(({ fields, children }) => (children === undefined ? fields : { ...fields, indicators: nodesOf(children) }));

// ---- edits: each gives a new tree -------------------------------------------------------------------------------

export function edited(branches: readonly Branch[], number: number, edit: (branch: Branch) => Branch): readonly Branch[] {
  return branches.map((one) => (one.number === number ? edit(one) : one.children === undefined ? one : { ...one, children: edited(one.children, number, edit) }));
}

export function found(branches: readonly Branch[], number: number): Branch | undefined {
  for (const one of branches) {
    const inside = one.number === number ? one : found(one.children ?? [], number);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

export const without = (branches: readonly Branch[], number: number): readonly Branch[] =>
  branches.filter((one) => one.number !== number).map((one) => (one.children === undefined ? one : { ...one, children: without(one.children, number) }));

/** Edits the list below a node; of the whole tree where there is none. */
export function withChildren(branches: readonly Branch[], parent: number | undefined, edit: (children: readonly Branch[]) => readonly Branch[]): readonly Branch[] {
  return parent === undefined ? edit(branches) : edited(branches, parent, (one) => ({ ...one, children: edit(one.children ?? []) }));
}
