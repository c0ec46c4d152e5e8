// 预算执行重复计分: points in the money block, and again as one of the indicators.
// Example: money block 10 points, indicator 预算执行率 5 points → a finding at the indicator.
import { label } from "../expression/expression.ts";
import { defineFinding, shown } from "../recheck/finding.ts";

export const executionScoredTwice = defineFinding({
  code: "execution-scored-twice",
  title: label("预算执行重复计分", "Budget execution scored twice"),
  rule: label("预算执行只计一次分", "budget execution is scored once"),
  find({ view: { money, counted } }, report, say) {
    if (money?.points.state !== "figure") return;
    for (const { execution, points, row } of counted) {
      if (execution && points.state === "figure") report({ row: row.name.text, cell: points.cell, expected: say("不再计分", "not scored again"), facts: { block: shown(money.points) } });
    }
  },
});
