// 同级名称重复: groups that stand side by side have different names.
// Example: two level-1 groups named 产出指标 → a finding at the second, pointing to the first; 数量指标 may stand in two
// different groups, and a group may share its name with the indicator in it. Indicators of one name are told elsewhere.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { groupsOf, type LinkedNode } from "../model/linked.ts";

const plain = ({ name }: LinkedNode): string => name.replace(/\s+/gu, "");

export const groupNameRepeated = defineCheck({
  id: "group-name-repeated",
  title: label("同级名称重复", "Group name repeated"),
  why: label("同级分组名称相同，评分表和报告中分不清，填报时也不知道该填到哪一组。", "Groups of one name side by side cannot be told apart in tables, reports and objectives."),
  mend: label("并为一组，或把名称写得能够区分。", "Merge them, or let the names say how they differ."),
  basis: { document: "绩效指标审核的常见意见", clause: "同级指标不得重名", status: "unverified" },
  codes: ["group-name-repeated"],
  framework({ root }, report) {
    for (const level of [root, ...groupsOf(root).map((group) => group.children)]) {
      level.forEach((node, index) => {
        const first = level.slice(0, index).find((one) => plain(one) === plain(node));
        if (first === undefined || (first.type === "leaf" && node.type === "leaf")) return;
        report("group-name-repeated", { name: node.name, path: node.path, other: first.path }, node.place("name"), { related: [first.place("name")] });
      });
    }
  },
});
