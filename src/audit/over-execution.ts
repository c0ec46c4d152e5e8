// 超预算执行: more was spent than the full-year budget.
// Example: 338.31 of 329.77 → 102.59%, a finding at the rate.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { compare, HUNDRED, round } from "../numbers/number.ts";

export const overExecution = defineFinding({
  code: "over-execution",
  title: label("超预算执行", "Over-execution"),
  rule: label("全年执行数不超过全年预算数", "no more is spent than the full-year budget"),
  find({ rate, view: { money }, executions }, report) {
    // What counts is the full-year budget, whatever the rate is taken over.
    const percent = rate?.over === "adjusted-budget" ? (rate.computed ?? rate.printed) : undefined;
    if (percent !== undefined && compare(percent, HUNDRED) > 0) {
      const facts = { rate: `${figure(round(percent, 2, "half-up"))}%` };
      report({ row: money?.row.name?.text, cell: money?.rate.state === "figure" ? money.rate.cell : (money?.row.executed ?? money?.row.rate), expected: "≤100%", facts });
      return;
    }
    for (const { entry, rate: own } of executions) {
      if (entry !== undefined && own?.printed !== undefined && compare(own.printed, HUNDRED) > 0) report({ row: entry.row.name.text, cell: entry.row.actual, expected: "≤100%", facts: { rate: `${figure(own.printed)}%` } });
    }
  },
});
