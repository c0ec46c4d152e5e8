// 得分不符: the target is missed, and the points are none that a usual way of scoring and rounding gives.n// Example: target 100%, actual 98%, weight 10, points 9.5 → 9.8.
import { label } from "../expression/expression.ts";
import { defineFinding, reportPoints } from "../recheck/finding.ts";

export const pointsDiffer = defineFinding({
  code: "points-differ",
  title: label("得分不符", "Points differ"),
  rule: label("未达到年度指标值的按评分办法得分", "a target that is missed scores by the method"),
  find: (recheck, report) => reportPoints(recheck, "differs", report),
});
