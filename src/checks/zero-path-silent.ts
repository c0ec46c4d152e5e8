// 零值得满分: a divisor or a target of zero that yields full marks without a word. That no complaint at all scores full
// marks is a rule, and is said where the indicator is defined. A target of zero that scores full marks however far it is
// exceeded is none (a target of zero for what should be high is told as trivial).
// Example: 投诉处理率 with zero-denominator: full-marks, and neither definition nor clause says 满分.
import { enteredFact, factsOf, type Finding, findings } from "../analysis/findings.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { text, z } from "../source/shape.ts";

interface Options {
  readonly words: readonly string[];
}

export const zeroPathSilent = defineCheck<Options>({
  id: "zero-path-silent",
  title: label("零值得满分", "Full marks from a zero"),
  why: label("分母或目标值为 0 时不声不响得满分，等于没有考核；看评分表的人看不出来。", "Full marks from a zero divisor or target mean that nothing was measured, and the scorecard does not show it."),
  mend: label("在指标解释或依据中写明何时得满分，或另作规定。", "Say in the definition or the clause when full marks are given, or declare another rule."),
  basis: { document: "部门整体支出评价表的通行写法", clause: "没有相应事项的按满分计算，须在评分标准中写明", status: "unverified" },
  codes: ["zero-path-silent"],
  options: { words: z.array(text("写明得满分的用词")).min(1) as z.ZodType<readonly string[]> },
  program(_draft, report, { words }, analysed) {
    const placed = findings(analysed(), (one, leaf) => {
      const said = words.some((word) => leaf.definition?.includes(word) === true || leaf.basis.clause?.includes(word) === true);
      return one.zeroPaths.flatMap(({ of, label: part, rule, actual, text: shown }): readonly Finding[] => {
        const facts = { ...factsOf(one), of, part: part.zh, partEn: part.en, actual: shown ?? "", rule, ...(actual === undefined ? {} : { entered: enteredFact(actual) }) };
        if (of === "denominator") return rule === "full-marks" && !said ? [{ branch: "zero-denominator", also: leaf.measure === undefined ? [] : [leaf.place("measure", "formula")], facts }] : [];
        return leaf.target?.value.n === 0n && rule === "full-marks" && !said ? [{ also: [leaf.place("target")], facts }] : [];
      });
    });
    for (const { facts, place, related } of placed) report("zero-path-silent", facts, place, { related });
  },
});
