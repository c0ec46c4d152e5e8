// 指标体系的构成: what checks of a framework ask of it — its nodes with the groups above them, as linked and as written,
// and which of the things that should be there it lacks. The words that are looked for stand in configurations.
import type { Path } from "../types/diagnostics.ts";
import { rulesInForce } from "./inheritance.ts";
import { placeIn } from "../link/link.ts";
import { leavesOf, type Linked, type LinkedGroup, type LinkedLeaf, type LinkedNode, type Place } from "../model/linked.ts";
import type { Document } from "../types/loaded.ts";
import { wordIn } from "../text/phrases.ts";
import { appliesTo } from "../model/rule.ts";
import { category, identifier, phrases, purpose, text, z } from "../source/shape.ts";
import type { Category, IndicatorNode, PackRule, Purpose } from "../types/types.ts";

/** A node and the groups it stands in, level 1 first. */
export interface Standing<Node extends LinkedNode = LinkedNode> {
  readonly node: Node;
  readonly above: readonly LinkedGroup[];
}

/** Every node, each before what is in it. */
export const nodesOf = (nodes: readonly LinkedNode[], above: readonly LinkedGroup[] = []): readonly Standing[] =>
  nodes.flatMap((node) => [{ node, above }, ...(node.type === "group" ? nodesOf(node.children, [...above, node]) : [])]);

const isLeaf = (one: Standing): one is Standing<LinkedLeaf> => one.node.type === "leaf";
/** The indicators that are scored, each with the groups it stands in. */
export const standingLeaves = ({ root }: Linked): readonly Standing<LinkedLeaf>[] => nodesOf(root).filter(isLeaf);

/** The indicators below groups that are not a bonus: their weights make up the total. */
export const countedLeaves = (linked: Linked): readonly LinkedLeaf[] => standingLeaves(linked).filter(({ above }) => above.every((one) => one.combine?.kind !== "bonus")).map(({ node }) => node);

/** A node as the framework writes it, and where. */
export interface Written {
  readonly node: IndicatorNode;
  readonly path: Path;
}

/** Every node of a framework as it is written, each before what is in it. */
export function writtenIn({ data }: Document<"framework">): readonly Written[] {
  const below = (nodes: readonly IndicatorNode[], at: Path): readonly Written[] => nodes.flatMap((node, index) => [{ node, path: [...at, index] }, ...below(node.indicators ?? [], [...at, index, "indicators"])]);
  return below(data.indicators, ["indicators"]);
}

/** Some indicator was refused for a fault: what the framework holds is not fully known. */
export const isPartial = ({ framework, leaves }: Linked): boolean => writtenIn(framework).filter(({ node }) => node.indicators === undefined && node.slot === undefined).length > leaves.filter((leaf) => !leaf.own).length;

/** Whether one of the groups above is named by one of the words. */
export const isUnder = (above: readonly LinkedGroup[], words: readonly string[]): boolean => above.some(({ name }) => wordIn(name, words) !== undefined);

/** How an indicator is recognised: by a tag, or by a word in its name or in that of its group. */
export interface Signs {
  readonly tags: readonly string[];
  readonly words: readonly string[];
}
export const bears = ({ tags, words }: Signs, node: LinkedNode): boolean => wordIn(node.name, words) !== undefined || (node.type === "leaf" && node.tags.some((tag) => tags.includes(tag)));

/** Where something about an indicator is changed for this framework alone: what is drawn from a library, where it is used. */
export function placeHere(leaf: LinkedLeaf, field: string): Place {
  const [whole, at] = [leaf.place(""), leaf.place(field)];
  return at.file === whole.file && whole.path.every((step, index) => at.path[index] === step) ? at : leaf.place("use");
}

/** What a framework should hold: by name, and how it is recognised. */
export type Wanted = Record<string, { tags: string[]; words: string[] }>;
export const wanted = z
  .record(text("应有的内容"), z.strictObject({ tags: z.array(identifier("标签")).max(20).describe("有其中一个标签即可"), words: phrases("指标或分组的名称含有其中一个词即可") }))
  .describe("应有的内容，以及认出它的标签和名称用词");

/** For which frameworks something is said. */
export interface Scope {
  categories: Category[];
  purposes: Purpose[];
}
export const scope = { categories: z.array(category).max(6).describe("适用的类别"), purposes: z.array(purpose).max(6).describe("适用的用途") };
export const concerns = ({ framework: { data } }: Linked, { categories, purposes }: Scope): boolean => categories.includes(data.category) && purposes.includes(data.purpose);

/** A rule that the framework obeys asks for it already, and says so itself. */
function isAsked(linked: Linked, { tags, words }: Signs): boolean {
  const asks = (rule: PackRule): boolean => {
    const names = Object.values((rule["indicators"] ?? {}) as Readonly<Record<string, string>>);
    return names.some((name) => wordIn(name, words) !== undefined) || ((rule["tags"] ?? []) as readonly string[]).some((tag) => tags.includes(tag));
  };
  return rulesInForce(linked.packs).some(({ rule }) => rule.kind === "required-indicators" && appliesTo(rule, linked) && asks(rule));
}

/** What of the wanted the framework has no place for: neither an indicator nor a group; nothing while that is not fully known. */
export function missingOf(linked: Linked, all: Wanted): readonly string[] {
  if (isPartial(linked)) return [];
  const nodes = nodesOf(linked.root);
  return Object.entries(all).flatMap(([name, signs]) => (nodes.some(({ node }) => bears(signs, node)) || isAsked(linked, signs) ? [] : [name]));
}

/** A check of what should be there: its options, and what a framework in its scope lacks. */
export type Required = Scope & { wanted: Wanted };
export const required = { ...scope, wanted };
export const missingIn = (linked: Linked, options: Required): readonly string[] => (concerns(linked, options) ? missingOf(linked, options.wanted) : []);
/** Where something is missing: the list of the framework's indicators. */
export const frameworkList = ({ framework }: Linked): Place => placeIn(framework, ["indicators"], "key");

/** 满意度 by its method, its tag or its name. */
export const isSatisfaction = (node: LinkedNode, signs: Signs): boolean => (node.type === "leaf" && node.method.kind === "satisfaction") || bears(signs, node);

/** A group that holds indicators, and nothing but those. */
export const holdsOnly = (group: LinkedGroup, is: (leaf: LinkedLeaf) => boolean): boolean => group.filled && leavesOf(group).length > 0 && leavesOf(group).every(is);
