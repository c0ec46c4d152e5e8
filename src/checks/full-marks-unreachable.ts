// 得不到满分: the most that an indicator can score is less than its weight.
// Example: weight 5, the best tier 4 points → whatever is achieved, one point is lost.
import { absolute, enteredFact, factsOf, findings } from "../analysis/findings.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compare, exact } from "../numbers/number.ts";

export const fullMarksUnreachable = defineCheck({
  id: "full-marks-unreachable",
  title: label("得不到满分", "Full marks unreachable"),
  why: label("怎样完成都得不到满分时，名义分值与实际分值不同，总分到不了满分。", "Where full marks cannot be had, the weight says more than the indicator is worth, and the total never reaches its maximum."),
  mend: label("使最好的情形得满分，或把分值改为最高得分。", "Let the best case score full marks, or lower the weight to the highest score."),
  basis: { document: "本库的静态分析", clause: "最高档得满分", status: "illustrative" },
  codes: ["full-marks-unreachable"],
  program(_draft, report, _options, analysed) {
    const placed = findings(analysed(), (one, leaf) =>
      one.highest === null || compare(exact(one.highest.points), exact(one.weight)) >= 0 || (one.standIn && absolute(leaf))
        ? []
        : [{ branch: one.highest.branch, also: [leaf.place("weight")], facts: { ...factsOf(one), actual: one.highest.text, points: one.highest.points, entered: enteredFact(one.highest.actual) } }],
    );
    for (const { facts, place, related } of placed) report("full-marks-unreachable", facts, place, { related });
  },
});
