// 分值离群: one weight ten times too large or too small.
// Example: budget execution prints the weight 100 and the points 10 at a rate of 100% → 10.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";

export const weightOutlier = defineFinding({
  code: "weight-outlier",
  title: label("分值离群", "Weight off by a factor of ten"),
  rule: label("各项分值合计等于满分，得分与分值相称", "the weights add up, and points go with their weight"),
  find({ outlier, sums, table, view }, report, say) {
    if (outlier === undefined) return;
    const { item, meant } = outlier;
    const why = item.entry === undefined && (table.truncated || !sums.weightsComplete) ? say("与得分、执行率相符", "it agrees with the points and the rate") : say("分值合计为满分", "the weights add up");
    report({ row: item.entry?.row.name.text ?? view.money?.row.name?.text ?? say("预算执行", "budget execution"), cell: item.weightCell, expected: figure(meant), facts: { why } });
  },
});
