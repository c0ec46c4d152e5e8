// 没有成本指标: what a project or a service costs per piece of work is judged, not only whether the budget was spent.
// Example: a project self-evaluation with 数量、质量、时效 and no place for 成本 → a finding at `indicators`.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { frameworkList, missingIn, type Required, required } from "../check/framework-view.ts";

export const costMissing = defineCheck<Required>({
  id: "cost-missing",
  title: label("没有成本指标", "Cost missing"),
  why: label("只看预算花没花完，不看同样的事花了多少钱，节约与浪费得分相同。", "Where only spending the budget counts, thrift and waste score the same."),
  mend: label("设成本指标，或留成本指标的位置（slot）。", "Set an indicator of cost, or a slot for one."),
  basis: { document: "所见绩效目标审核规则", clause: "效益、成本、满意度指标各至少一项", status: "published" },
  codes: ["cost-missing"],
  options: required,
  framework(linked, report, options) {
    for (const name of missingIn(linked, options)) report("cost-missing", { name }, frameworkList(linked));
  },
});
