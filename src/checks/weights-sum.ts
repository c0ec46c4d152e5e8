// 权重合计: the weights of the children make up the weight of their group, and level 1 makes up the total.
// Basis: both sums are checked by running provincial systems (published).
// Example: groups 50 + 30 + 8 + 10 = 98 against a total of 100 → error at `total`.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { leavesOf, type LinkedGroup, type LinkedLeaf, type LinkedNode } from "../model/linked.ts";
import { groupMethodOf } from "../methods/index.ts";
import { add, compare, exact, show, ZERO } from "../numbers/number.ts";

const ruleOf = (group: LinkedGroup): string => (group.combine === undefined ? "sum" : (groupMethodOf(group.combine.kind)?.weights(group.combine, group.children.length) ?? "sum"));
/** A group without a weight of its own has the sum of what is below, which an open slot leaves open. */
const known = (node: LinkedNode): boolean => node.type === "leaf" || node.filled || compare(node.weight, ZERO) > 0;
const outside = (node: LinkedNode): boolean => node.type === "group" && ruleOf(node) === "outside";

export const weightsSum = defineCheck({
  id: "weights-sum",
  title: label("权重合计", "Weights sum"),
  why: label("分值合计不等于上级分值时，满分评不到或会超过。", "When weights do not add up, full marks cannot be reached or are exceeded."),
  mend: label("调整分值，使每级合计等于上级分值，一级合计等于满分。", "Make the weights of every level add up to the level above, and level 1 to the total."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "三级指标分值合计等于上级分值，一级合计等于满分", status: "published" },
  codes: ["weights-sum-total", "weights-sum-group"],
  blocking: true,
  framework(linked, report) {
    const { framework, root } = linked;
    const total = exact(framework.data.total);
    const top = root.filter((one) => !outside(one)).reduce((sum, one) => add(sum, one.weight), ZERO);
    if (linked.whole && root.every(known) && compare(top, total) !== 0) report("weights-sum-total", { sum: show(top), total: framework.data.total }, placeIn(framework, ["total"]));
    const visit = (node: LinkedNode): void => {
      if (node.type === "leaf") return;
      node.children.forEach(visit);
      if (node.children.length === 0 || !node.whole || !node.children.every(known) || outside(node) || ruleOf(node) === "split") return;
      if (ruleOf(node) === "each") {
        const other = node.children.find((one) => compare(one.weight, node.weight) !== 0);
        if (other) report("weights-sum-group", { sum: show(other.weight), weight: show(node.weight), group: node.name }, other.place("weight"));
        return;
      }
      const sum = node.children.reduce((whole, one) => add(whole, one.weight), ZERO);
      if (compare(sum, node.weight) === 0) return;
      const own = leavesOf(node).find((one): one is LinkedLeaf => one.own);
      const facts = { sum: show(sum), weight: show(node.weight), group: node.name };
      // Where objectives fill the group, theirs are the weights to change.
      report("weights-sum-group", facts, (own ?? node).place("weight"), own && { related: [node.place("weight")] });
    };
    root.forEach(visit);
  },
});
