// 得分超过分值: the most that an indicator can score is more than its weight.
// Example: weight 5, a tier with 6 points → 90% scores 6.00 of 5.
import { absolute, enteredFact, factsOf, findings } from "../analysis/findings.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compare, exact } from "../numbers/number.ts";

export const pointsAboveWeight = defineCheck({
  id: "points-above-weight",
  title: label("得分超过分值", "Points above the weight"),
  why: label("一项指标得分超过分值时，总分可能超过满分，其他指标的扣分被抵销。", "Where an indicator scores more than its weight, the total may exceed full marks and make up for losses elsewhere."),
  mend: label("把得分改为不超过分值，或调整分值；加分另设加分项。", "Keep the points within the weight; give bonus points in a bonus group."),
  basis: { document: "已公布的表格填报要求", clause: "得分不得突破权重总额", status: "published" },
  codes: ["points-above-weight"],
  program(_draft, report, _options, analysed) {
    const placed = findings(analysed(), (one, leaf) =>
      one.highest === null || compare(exact(one.highest.points), exact(one.weight)) <= 0 || (one.standIn && absolute(leaf))
        ? []
        : [{ branch: one.highest.branch, also: [leaf.place("weight")], facts: { ...factsOf(one), actual: one.highest.text, points: one.highest.points, entered: enteredFact(one.highest.actual) } }],
    );
    for (const { facts, place, related } of placed) report("points-above-weight", facts, place, { related });
  },
});
