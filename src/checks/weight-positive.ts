// 分值为正: every indicator that is scored carries points.
// Basis: weight > 0 is a blocking check of running provincial systems (published).
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { ZERO, compare } from "../numbers/number.ts";

export const weightPositive = defineCheck({
  id: "weight-positive",
  title: label("分值为正", "Positive weight"),
  why: label("分值为 0 的指标无论完成多少都不影响结果。", "An indicator of weight 0 changes nothing, whatever is achieved."),
  mend: label("给指标分值，或删去该指标。", "Give the indicator points, or remove it."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "指标分值大于 0", status: "published" },
  codes: ["weight-not-positive"],
  blocking: true,
  framework({ leaves }, report) {
    for (const leaf of leaves) if (compare(leaf.weight, ZERO) <= 0) report("weight-not-positive", { indicator: leaf.name }, leaf.place("weight"));
  },
});
