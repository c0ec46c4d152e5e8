// 分值为正: every indicator that is scored carries points.
// Basis: weight > 0 is a blocking check of running provincial systems (published).
import { defineCheck } from "../check.ts";
import { label } from "../expression/expression.ts";
import { ZERO, compare } from "../number.ts";

export const weightPositive = defineCheck({
  id: "weight-positive",
  title: label("分值为正", "Positive weight"),
  run({ leaves }, report) {
    for (const leaf of leaves) if (compare(leaf.weight, ZERO) <= 0) report("weight-not-positive", { indicator: leaf.name }, leaf.place("weight"));
  },
});
