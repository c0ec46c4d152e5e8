// 预算执行得分不符: the points of the execution row against weight × rate, in every usual way of rounding.
// Example: weight 6, rate 94%, points 4.2 → 5.64.
import { label } from "../expression/expression.ts";
import { defineFinding, figure, shown } from "../recheck/finding.ts";
import { round } from "../numbers/number.ts";

export const executionPointsDiffer = defineFinding({
  code: "execution-points-differ",
  title: label("预算执行得分不符", "Points of budget execution differ"),
  rule: label("预算执行得分 = 执行率 × 分值，不超过分值", "budget execution scores rate × weight, at most the weight"),
  find({ executions, declared, view }, report) {
    for (const { entry, rate, fine, expected, way } of executions) {
      if (fine || expected === undefined) continue;
      const row = entry?.row ?? view.money?.row;
      const percent = rate?.computed ?? rate?.printed;
      const facts = { rate: percent === undefined ? "" : `${figure(round(percent, 2, "half-up"))}%`, weight: shown(row?.weight) };
      const assumption = declared ? undefined : { id: "scoring-assumed" as const, facts: { titles: way?.title ?? "" } };
      report({ row: entry?.row.name.text ?? view.money?.row.name?.text, cell: row?.points, expected, facts, basis: way?.basis, assumption });
    }
  },
});
