// 成本照抄预算: a cost target that is the budget itself measures the budget a second time.
// Basis: seen in published forms (项目总成本 ≤ 90 万元, the budget being 90 万元) and refused by reviewers.
// Example: budget: 90万元 and { name: 项目总成本, unit: 万元, target: "<= 90万元" } → a finding at the target; an
// evaluation whose full-year budget is 90万元 tells it too where the objectives state no budget.
import { defineCheck, type Report } from "../check/check.ts";
import { executedBudgetOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import type { Linked } from "../model/linked.ts";
import { compare, type Exact, multiply, ONE } from "../numbers/number.ts";
import { directionOf, inYuan, ownOf } from "../link/objective-leaves.ts";
import { inUnit, readQuantity } from "../numbers/quantity.ts";

function repeats(linked: Linked, yuan: Exact, text: string, report: Report): void {
  for (const leaf of ownOf(linked)) {
    const value = leaf.target && inYuan(leaf, leaf.target.value);
    if (value !== undefined && directionOf(leaf) !== "higher" && compare(value, yuan) === 0) report("cost-repeats-budget", { indicator: leaf.name, target: leaf.target?.text ?? "", budget: text }, leaf.place("target"));
  }
}

export const costRepeatsBudget = defineCheck({
  id: "cost-repeats-budget",
  title: label("成本照抄预算", "Cost repeats the budget"),
  why: label("支出不会超过预算，这样的成本指标总能满分，也与预算执行率重复。", "Spending cannot exceed the budget, so such an indicator always scores and repeats the execution rate."),
  mend: label("改用单位成本、分项成本或成本节约率。", "Use a unit cost, the cost of a part, or a saving."),
  basis: { document: "已公布的绩效目标表", clause: "项目总成本不高于预算数（照抄预算的实例）", status: "published" },
  codes: ["cost-repeats-budget"],
  framework(linked, report) {
    const text = linked.objectives?.data.budget;
    const quantity = text === undefined ? undefined : readQuantity(text);
    const yuan = quantity && inUnit(quantity, "元");
    if (text !== undefined && typeof yuan === "object") repeats(linked, yuan, text, report);
  },
  actuals({ program: { linked }, results, scorecard }, report) {
    if (linked.objectives?.data.budget !== undefined) return;
    for (const result of results) {
      const budget = executedBudgetOf(result);
      const factor = budget && inUnit({ value: ONE, unit: budget.unit }, "元");
      const text = budget && scorecard.indicators.find((one) => one.path === result.leaf.leaf.path)?.entered[budget.name];
      if (budget !== undefined && typeof factor === "object") repeats(linked, multiply(budget.value, factor), `${text ?? ""}${readQuantity(text ?? "")?.unit === undefined ? budget.unit : ""}`, report);
    }
  },
});
