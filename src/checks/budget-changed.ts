// 预算变动没有说明: the budget an evaluation was executed against is not the one the objectives were approved with.
// Basis: a mid-year change of the budget needs an explanation (published review rules).
// Example: budget: 1200万元 in the objectives, adjusted-budget: 1100 without an explanation → a finding there.
import { defineCheck } from "../check/check.ts";
import { executedBudgetOf, valuePlace } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, show } from "../numbers/number.ts";
import { inUnit, readQuantity } from "../numbers/quantity.ts";

export const budgetChanged = defineCheck({
  id: "budget-changed",
  title: label("预算变动没有说明", "Budget changed without explanation"),
  why: label("预算变了而目标没有相应调整，目标与资金不再匹配，完成率也失去意义。", "When the budget changes and the targets do not, they no longer match and completion means little."),
  mend: label("在预算执行率下写 explanation 说明调整原因，或核对预算数。", "Explain the change beside the execution rate, or check the budget."),
  basis: { document: "已公布的自评复核要求", clause: "年中预算调整的应说明原因", status: "published" },
  codes: ["budget-changed"],
  actuals({ program: { linked }, actuals, results }, report) {
    const text = linked.objectives?.data.budget;
    const approved = text === undefined ? undefined : readQuantity(text);
    for (const result of results) {
      const { leaf } = result.leaf;
      const budget = executedBudgetOf(result);
      const due = approved && budget && inUnit(approved, budget.unit);
      if (text === undefined || budget === undefined || budget.name === "received-funds" || typeof due !== "object") continue;
      if (compare(due, budget.value) === 0 || result.entry.explanation !== undefined) continue;
      report("budget-changed", { indicator: leaf.name, of: budget.label, found: `${show(budget.value)}${budget.unit}`, budget: text }, valuePlace(actuals, leaf, budget.name));
    }
  },
});
