// 层级: the tree of a scorecard — total, groups, indicators — as its paths tell it, and what was lost where.
import { add, compare, type Exact, exact, subtract, toText, ZERO } from "../numbers/number.ts";
import type { GroupScore, IndicatorScore, Scorecard } from "../types/scorecard-types.ts";
import { figure, placesOf, signed, sumText } from "./figures/sums.ts";

export interface GroupNode {
  readonly type: "group";
  readonly group: GroupScore;
  readonly children: readonly ScoreNode[];
}
export interface LeafNode {
  readonly type: "leaf";
  readonly one: IndicatorScore;
}
export type ScoreNode = GroupNode | LeafNode;

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** The nodes of level 1, in the order of the framework. Groups without any indicator are left out. */
export function nodesOf(card: Scorecard): readonly ScoreNode[] {
  const groups = new Map(card.groups.map((one) => [one.path, one]));
  const top: ScoreNode[] = [];
  const lists = new Map<string, ScoreNode[]>();
  const listOf = (path: string): ScoreNode[] => {
    const group = groups.get(path);
    if (group === undefined) return path === "" ? top : listOf(parentOf(path));
    const known = lists.get(path);
    if (known !== undefined) return known;
    const list: ScoreNode[] = [];
    lists.set(path, list);
    listOf(parentOf(path)).push({ type: "group", group, children: list });
    return list;
  };
  for (const one of card.indicators) listOf(parentOf(one.path)).push({ type: "leaf", one });
  return top;
}

export const leavesBelow = (node: ScoreNode): readonly IndicatorScore[] => (node.type === "leaf" ? [node.one] : node.children.flatMap(leavesBelow));

/** The weight that counts. */
export const weightOf = (one: IndicatorScore): string => one.effectiveWeight ?? one.weight;
export const isBonus = (node: ScoreNode): boolean => node.type === "group" && node.group.combine?.kind === "bonus";
const isPositive = (text: string | undefined): text is string => text !== undefined && compare(figure(text), ZERO) > 0;

/** Points lost at one place: by an indicator, or by a group that counts one of several. */
export interface Loss {
  readonly path: string;
  readonly names: readonly string[];
  readonly weight: string;
  readonly points: string;
  readonly lost: string;
}

/** What was lost below a node, in the order of the framework; nothing is lost of a bonus. */
export function lossesBelow(node: ScoreNode, above: readonly string[] = []): readonly Loss[] {
  if (node.type === "leaf") {
    const { path, name, points, lost } = node.one;
    return isPositive(lost) ? [{ path, names: [...above, name], weight: weightOf(node.one), points: points ?? "", lost }] : [];
  }
  const { group, children } = node;
  const names = [...above, group.name];
  if (isBonus(node)) return [];
  if (group.combine?.kind !== "either-of") return children.flatMap((one) => lossesBelow(one, names));
  if (group.points === undefined || group.notApplicable) return [];
  const places = Math.max(placesOf(group.points), placesOf(group.weight));
  const lost = toText(subtract(figure(group.weight), figure(group.points)), places);
  return isPositive(lost) ? [{ path: group.path, names, weight: group.weight, points: group.points, lost }] : [];
}

/** A bar of the way from full marks to the total: `from` and `to` are what stands before and after it. */
export interface Stage {
  readonly name: string | undefined;
  readonly kind: "lost" | "bonus" | "other";
  /** with its sign */
  readonly change: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The way from full marks to the total: what each node of level 1 lost, what a bonus brought, and the rest. The stages
 * add up to the difference to the last digit; undefined while there is no total.
 */
export function stagesOf(card: Scorecard): readonly Stage[] | undefined {
  const { full, points } = card.total;
  if (points === undefined) return undefined;
  const changes: { name: string | undefined; kind: Stage["kind"]; value: Exact; places: number }[] = nodesOf(card).map((node) => {
    const name = node.type === "leaf" ? node.one.name : node.group.name;
    if (node.type === "group" && isBonus(node)) return { name, kind: "bonus" as const, value: figure(node.group.points ?? "0"), places: placesOf(points) };
    const lost = sumText(lossesBelow(node).map((one) => one.lost));
    return { name, kind: "lost" as const, value: subtract(ZERO, figure(lost)), places: Math.max(placesOf(points), placesOf(lost)) };
  });
  const reached = changes.reduce((sum, one) => add(sum, one.value), exact(full));
  const rest = subtract(figure(points), reached);
  if (compare(rest, ZERO) !== 0) changes.push({ name: undefined, kind: "other", value: rest, places: Math.max(placesOf(points), ...changes.map((one) => one.places)) });
  let at = exact(full);
  return changes
    .filter(({ value }) => compare(value, ZERO) !== 0)
    .map(({ name, kind, value, places }) => {
      const from = at;
      at = add(at, value);
      return { name, kind, change: signed(value, places), from: toText(from, Math.max(places, placesOf(full))), to: toText(at, Math.max(places, placesOf(full))) };
    });
}
