// 定性指标占比过高: how much of the project's own points rests on a grade or a yes.
// Basis: targets are to be as specific, quantified and measurable as possible (Changzhou); the bound is an option.
// Example: own indicators of 40 points, 24 of them graded, with `above: 50%` → 60% → a finding.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { add, compare, divide, HUNDRED, multiply, show, ZERO } from "../numbers/number.ts";
import { isQualitative, listPlace, ownOf } from "../link/objective-leaves.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { percent } from "../source/shape.ts";

export const judgedShareHigh = defineCheck<{ above: string }>({
  id: "judged-share-high",
  title: label("定性指标占比过高", "High share of judgement"),
  why: label("得分多半取决于评价人的判断，结果难以复核，项目之间也不可比。", "Where most points are judged, results can hardly be checked or compared."),
  mend: label("把能计量的改为定量指标，或减少定性指标的分值。", "Measure what can be measured, or give judgement fewer points."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "绩效目标应尽可能具体、量化、可衡量", status: "published" },
  codes: ["judged-share-high"],
  options: { above: percent("个性指标分值中定性指标所占比例高于此值（不含）") },
  framework(linked, report, { above }) {
    const weigh = (leaves: ReturnType<typeof ownOf>) => leaves.reduce((sum, leaf) => add(sum, leaf.weight), ZERO);
    const own = ownOf(linked);
    const [all, judged] = [weigh(own), weigh(own.filter(isQualitative))];
    const share = divide(judged, all);
    if (share !== undefined && compare(share, ratioOf(above)) > 0) report("judged-share-high", { all: show(all), judged: show(judged), share: `${show(multiply(share, HUNDRED), 2)}%`, most: above }, listPlace(linked));
  },
});
