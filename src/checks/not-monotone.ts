// 得分不单调: a better actual value that scores less, in a rule that is not a list of tiers. Declared exceptions
// (over-completion that scores nothing or less, knock-outs of a pack) are no findings.
// Example: linear from 60% → 8 points to 90% → 5 points: 60% scores 8, and the better 90% only 5.
import { counterexample } from "../analysis/findings.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const notMonotone = defineCheck({
  id: "not-monotone",
  title: label("得分不单调", "Not monotone"),
  why: label("完成得越好得分越低时，结果不公，也会诱导少完成。", "Where doing better scores less, the result is unjust and rewards doing less."),
  mend: label("按所举的两个实际值改正评分办法的参数或方向。", "Correct the parameters or the direction of the method by the two actual values given."),
  basis: { document: "本库的静态分析", clause: "实际完成值越好，得分不降低（否决与超额完成的规定除外）", status: "illustrative" },
  codes: ["not-monotone"],
  program(_draft, report, _options, analysed) {
    for (const { facts, place, related } of counterexample(analysed(), false)) report("not-monotone", facts, place, { related });
  },
});
