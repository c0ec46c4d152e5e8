// 一级指标未写分值: a level-1 group states its weight, so that the total can be seen, and checked before slots are filled.
// Example: { id: output, name: 产出指标, indicators: [… slots …] } without a weight → a finding at its name. A bonus
// group has its cap instead.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";

export const levelWeightUndeclared = defineCheck({
  id: "level-weight-undeclared",
  title: label("一级指标未写分值", "Level-1 weight undeclared"),
  why: label("一级指标没有分值时，读表的人看不出各部分的比重；有个性指标待填的，也要到填报之后才知道合计是否等于满分。", "Without level-1 weights a reader cannot see the proportions, and while slots are open nobody knows whether they make up the total."),
  mend: label("给一级指标写 weight。", "Give the level-1 group a weight."),
  basis: { document: "已公布的各类评价指标体系", clause: "一级指标均列分值", status: "published" },
  codes: ["level-weight-undeclared"],
  framework({ framework }, report) {
    for (const { node, path } of writtenIn(framework)) {
      const group = path.length === 2 && (node.indicators !== undefined || node.slot !== undefined);
      const bonus = typeof node.combine === "object" && node.combine.kind === "bonus";
      if (group && node.weight === undefined && !bonus) report("level-weight-undeclared", { group: node.name ?? node.id ?? "" }, placeIn(framework, [...path, "name"]));
    }
  },
});
