// 档的次序: of two tiers, the better one never scores less. Which is better the method says, or the sign of the target;
// where nothing says it, the points themselves: rising, falling, or highest in the middle with both ends alike.
// Example: >= 90% → 4, [80%, 90%) → 5, < 80% → 0: 89% scores 5, and the better 90% only 4.
import { counterexample } from "../analysis/findings.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const tierDirection = defineCheck({
  id: "tier-direction",
  title: label("档的次序", "Tiers out of direction"),
  why: label("较好的档得分反而低时，完成得越好得分越低，被评价者会有意少完成。", "Where the better tier scores less, doing better costs points."),
  mend: label("改正档的得分或界限；两端都要扣分的，目标值写“= …”。", "Correct the points or the bounds; where both sides count, write the target with =."),
  basis: { document: "本库的静态分析", clause: "各档得分与声明的方向一致，最高档得满分", status: "illustrative" },
  codes: ["tier-direction"],
  program(_draft, report, _options, analysed) {
    for (const { facts, place, related } of counterexample(analysed(), true)) report("tier-direction", facts, place, { related });
  },
});
