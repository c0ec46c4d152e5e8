// 未达到目标而得满分: the actual value falls short of the target, yet the row scores in full.n// Example: target ≥550, actual 20, weight 9.3, points 9.3 → 0.34.
import { label } from "../expression/expression.ts";
import { defineFinding, reportPoints } from "../recheck/finding.ts";

export const missedTargetFullPoints = defineFinding({
  code: "missed-target-full-points",
  title: label("未达到目标而得满分", "Target missed, full points"),
  rule: label("未达到年度指标值的不得满分", "a target that is missed does not earn full marks"),
  find: (recheck, report) => reportPoints(recheck, "missed-full", report),
});
