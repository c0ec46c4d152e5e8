// 超预算执行: more was spent than there was.
// Basis: derived – spending without budget is not allowed; seen in a published table (338.31 of 329.77).
// Example: { adjusted-budget: 329.77, executed: 338.31 } without an explanation → a finding at `executed`.
import { defineCheck } from "../check/check.ts";
import { executedBudgetOf, executionOf, valuePlace } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, HUNDRED, show } from "../numbers/number.ts";

export const overExecution = defineCheck({
  id: "over-execution",
  title: label("超预算执行", "Spent beyond the budget"),
  why: label("执行数大于预算数，不是超预算支出，就是漏了追加或填错。", "Spending above the budget is unlawful, or an addition to the budget was left out, or a figure is wrong."),
  mend: label("核对预算数（含追加）和执行数；属实的写 explanation。", "Check budget, additions and spending; if right, explain it."),
  basis: { document: "已公布的自评表", clause: "执行数大于全年预算数（实例）", status: "published" },
  codes: ["over-execution"],
  actuals({ actuals, results }, report) {
    for (const result of results) {
      const { leaf } = result.leaf;
      const rate = executionOf(result);
      const budget = executedBudgetOf(result);
      const executed = result.entry.values.get("executed");
      if (rate === undefined || budget === undefined || typeof executed !== "object" || compare(rate, HUNDRED) <= 0 || result.entry.explanation !== undefined) continue;
      report("over-execution", { indicator: leaf.name, rate: `${show(rate, 2)}%`, of: budget.label, budget: `${show(budget.value)}${budget.unit}`, executed: `${show(executed)}${budget.unit}` }, valuePlace(actuals, leaf, "executed"));
    }
  },
});
