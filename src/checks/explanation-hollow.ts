// 说明没有内容: points were lost, or the target far exceeded, and the reason given is 无.
// Basis: every form has a column for the reasons of deviations (published), and published tables write 无 there.
// Example: { value: 320, explanation: 无 } with a target of 400户 → a finding. Beside full marks 无 is in order.
import { defineCheck } from "../check/check.ts";
import { completionOf, entryPlace, lossOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, divide, HUNDRED } from "../numbers/number.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { percent, phrases } from "../source/shape.ts";

export const explanationHollow = defineCheck<{ words: string[]; above: string }>({
  id: "explanation-hollow",
  title: label("说明没有内容", "Hollow explanation"),
  why: label("“无”占着偏差原因一栏，须说明原因的规定就落空了，问题也不会改进。", "With “none” in place of the reason, the rule that asks for one is void and nothing improves."),
  mend: label("写具体原因和改进措施。", "Write the reason and what will be done."),
  basis: { document: "各地单位自评表通用格式", clause: "偏差原因分析及改进措施一栏", status: "published" },
  codes: ["explanation-hollow"],
  options: { words: phrases("没有内容的说明，如 无、/"), above: percent("完成率高于此值的，满分也要说明") },
  actuals({ actuals, results, scorecard }, report, { words, above }) {
    for (const result of results) {
      const { leaf } = result.leaf;
      const text = result.entry.explanation?.trim();
      if (text === undefined || (text !== "" && !words.includes(text))) continue;
      const completion = completionOf(result);
      const ratio = completion && divide(completion, HUNDRED);
      const far = ratio !== undefined && compare(ratio, ratioOf(above)) > 0;
      if (far || lossOf(scorecard, leaf) === true) report("explanation-hollow", { indicator: leaf.name, found: text }, entryPlace(actuals, leaf, "explanation"));
    }
  },
});
