// 情形: what rules are read against when their demands are compared — a framework, or none yet.
import type { Whole } from "../model/contradiction.ts";
import { selectionText, type Situation } from "../model/demands.ts";
import { groupsOf, leavesOf, type Linked, type LinkedLeaf, type LinkedNode } from "../model/linked.ts";
import { groupMethodOf } from "../methods/index.ts";
import { exact } from "../numbers/number.ts";
import { sectorsOf, selects } from "../model/rule.ts";
import type { Sector } from "../types/types.ts";

/** No framework at hand: what has the same name is the same. */
export const unseen = (sectors: readonly Sector[]): Situation => ({
  total: undefined,
  sectors,
  group: (id) => [`id ${id}`],
  selected: (of) => ({ parts: [of.tag === undefined ? `id ${of.indicator ?? ""}` : `tag ${selectionText(of)}`], exactly: true }),
  each: (of) => [{ subject: selectionText(of), falling: false }],
});

/** Weights add up to the group's, all the way down. */
const plain = (node: LinkedNode): boolean => node.type === "leaf" || (node.combine === undefined && node.children.every(plain));
const open = (node: LinkedNode): boolean => node.type === "group" && !node.filled;
const outside = (node: LinkedNode): boolean => node.type === "group" && node.combine !== undefined && groupMethodOf(node.combine.kind)?.weights(node.combine, node.children.length) === "outside";

/** What a level-1 node is made of: its indicators, and what an open slot may still bring. Where weights do not add up, itself alone. */
const partsOf = (node: LinkedNode): readonly string[] => (plain(node) ? [...leavesOf(node).map((leaf) => leaf.path), ...(open(node) ? [`${node.path}/*`] : [])] : [node.path]);

/** A framework, with its objectives where there are any. */
export function seen(linked: Linked): { readonly situation: Situation; readonly whole: Whole | undefined } {
  const { root, leaves, framework } = linked;
  const total = exact(framework.data.total);
  const topOf = (leaf: LinkedLeaf): LinkedNode | undefined => root.find((node) => node.path === leaf.path.split("/")[0]);
  const situation: Situation = {
    total,
    sectors: sectorsOf(linked),
    // A group that is not there would stand beside the others.
    group: (id) => root.filter((node) => node.id === id).map(partsOf)[0] ?? [`${id}/*`],
    selected(of) {
      if (groupsOf(root).some((group) => group.id === of.indicator)) return undefined;
      const chosen = leaves.filter((leaf) => selects(of, leaf));
      // The project's own indicators may carry the tag, or be the one that is meant.
      const growing = of.tag !== undefined || chosen.length === 0 ? root.filter(open) : [];
      const tops = [...chosen.map(topOf), ...growing];
      if (tops.length === 0 || !tops.every((node) => node !== undefined && plain(node))) return undefined;
      return { parts: [...chosen.map((leaf) => leaf.path), ...growing.map((node) => `${node.path}/*`)], exactly: growing.length === 0 };
    },
    each: (of) => leaves.filter((leaf) => selects(of, leaf)).map((leaf) => ({ subject: leaf.id, falling: leaf.target?.is?.startsWith("<") === true })),
  };
  return { situation, whole: linked.whole ? { parts: root.filter((node) => !outside(node)).flatMap(partsOf), total } : undefined };
}
