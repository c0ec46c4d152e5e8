// 分组下没有指标: a group with an empty list of indicators holds points that nobody can earn.
// Example: { id: benefit, name: 效益指标, weight: 30, indicators: [] } → a finding at the list.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";

export const indicatorsEmpty = defineCheck({
  id: "indicators-empty",
  title: label("分组下没有指标", "Group without indicators"),
  why: label("分组有分值而没有指标，这部分分值谁也得不到，满分评不到。", "The points of a group without indicators cannot be earned; full marks are out of reach."),
  mend: label("在 indicators 中写下级指标；由绩效目标表填报的，改写 slot；多余的分组删去。", "Write its indicators; make it a slot where the objectives fill it in; or drop the group."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "下级分值合计等于上级分值", status: "published" },
  codes: ["indicators-empty"],
  framework({ framework }, report) {
    for (const { node, path } of writtenIn(framework)) {
      if (node.indicators?.length === 0) report("indicators-empty", { group: node.name ?? node.id ?? "" }, placeIn(framework, [...path, "indicators"]));
    }
  },
});
