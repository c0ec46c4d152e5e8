// 达到目标而未得满分: the actual value reaches the target, yet points are missing.n// Example: target ≥100%, actual 100%, weight 10, points 7 → 10.
import { label } from "../expression/expression.ts";
import { defineFinding, reportPoints } from "../recheck/finding.ts";

export const metTargetPartialPoints = defineFinding({
  code: "met-target-partial-points",
  title: label("达到目标而未得满分", "Target met, points missing"),
  rule: label("达到年度指标值的得满分", "a target that is reached earns full marks"),
  find: (recheck, report) => reportPoints(recheck, "met-partial", report),
});
