// 评不到的等级: a grade that no total reaches, because the indicators can only score a few figures.
// Example: two yes-or-no indicators of 50 points and a grade from 60 to 90 → totals are 0, 50 and 100.
// Nothing is said where what does not apply rescales the total, or where a rule is of a form that is not solved.
import { placeIn } from "../link/link.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const gradeNotAttained = defineCheck({
  id: "grade-not-attained",
  title: label("评不到的等级", "Grade not attained"),
  why: label("没有一个总分落在等级之内时，这个等级永远评不到，等级界限与评分办法不配套。", "Where no total falls into a grade it is never given: the bands do not fit the methods."),
  mend: label("调整等级下限，或使指标能够得到其间的分数。", "Move the bounds of the grade, or let the indicators score what lies between."),
  basis: { document: "本库的静态分析", clause: "每个等级都有能够达到的总分", status: "illustrative" },
  codes: ["grade-not-attained"],
  program(_draft, report, _options, analysed) {
    const { analysis, linked } = analysed();
    const { grades } = linked.framework.data;
    for (const { grade, from, below, above } of analysis.total?.unreachableGrades ?? []) {
      const index = grades.findIndex((one) => one.name === grade);
      const beside = grades.slice(0, index).at(-1);
      const facts = { grade, from, below: below ?? "", above: above ?? "", ...(beside === undefined ? {} : { to: beside.from }) };
      report("grade-not-attained", facts, placeIn(linked.framework, ["grades", index, "from"]), { related: beside === undefined ? [] : [placeIn(linked.framework, ["grades", index - 1, "from"])] });
    }
  },
});
