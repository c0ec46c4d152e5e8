// 没有预算执行率: a self-evaluation scores how the budget was executed.
// Example: a self-evaluation of 产出, 效益 and 满意度 that make up 100 → a finding at `indicators`.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { frameworkList, missingIn, type Required, required } from "../check/framework-view.ts";

export const budgetExecutionMissing = defineCheck<Required>({
  id: "budget-execution-missing",
  title: label("没有预算执行率", "Budget execution missing"),
  why: label("自评表都有预算执行率一行；指标体系没有，评出的分数与通用格式对不上。", "Every form of self-evaluation has a row for budget execution; without it the points do not fit the form."),
  mend: label("引用指标库中的 budget-execution-rate，并给分值。", "Use budget-execution-rate of the library and give it a weight."),
  basis: { document: "各地单位自评表通用格式", clause: "预算执行率 10 分", status: "published" },
  codes: ["budget-execution-missing"],
  options: required,
  framework(linked, report, options) {
    if (linked.leaves.some((leaf) => leaf.method.kind === "budget-execution")) return;
    for (const name of missingIn(linked, options)) report("budget-execution-missing", { name }, frameworkList(linked));
  },
});
