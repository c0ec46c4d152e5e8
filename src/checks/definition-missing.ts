// 缺指标解释: an indicator says what it measures.
// Example: { id: units, name: 完成数量, weight: 20, method: proportional } without a definition → a finding at it.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const definitionMissing = defineCheck({
  id: "definition-missing",
  title: label("缺指标解释", "Definition missing"),
  why: label("没有指标解释时，填报人和评价人各有各的理解，同一指标在不同项目之间不可比。", "Without a definition everyone reads the indicator in their own way, and results cannot be compared."),
  mend: label("写 definition：指标考核什么、包括什么、不包括什么。", "Write a definition: what is measured, what is included and what is not."),
  basis: { document: "所见各地已公布的评价指标体系", clause: "三级指标均有指标解释和评分标准", status: "published" },
  codes: ["definition-missing"],
  framework({ leaves }, report) {
    for (const leaf of leaves) if (!leaf.own && leaf.definition === undefined) report("definition-missing", { indicator: leaf.name }, leaf.place("name"));
  },
});
