// 比率没有分子分母: a common indicator that is a rate says what is divided by what.
// Example: { name: 设备利用率, unit: "%", definition: 反映设备使用情况, method: … } without measure → a finding at the
// name. A definition such as «…与…的比率» or a survey says it in words; rates without any definition are told elsewhere.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { methodOf } from "../methods/index.ts";
import { endingOf, wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const rateFormulaMissing = defineCheck<{ endings: string[]; explained: string[] }>({
  id: "rate-formula-missing",
  title: label("比率没有分子分母", "Rate without a formula"),
  why: label("分子、分母没有写明，各单位按有利的口径计算，同名的比率不可比，也无法复核。", "Where numerator and denominator are open, everyone computes what suits them."),
  mend: label("写 measure（formula 和 inputs），或在 definition 中写明“…与…的比率”。", "Write a measure, or name numerator and denominator in the definition."),
  basis: { document: "所见绩效目标审核规则", clause: "定量指标应写明计算公式", status: "published" },
  codes: ["rate-formula-missing"],
  options: { endings: phrases("比率名称的末尾，如 率、比例"), explained: phrases("解释中含有其中一个词即已写明，如 比率、占") },
  framework({ leaves }, report, { endings, explained }) {
    for (const leaf of leaves) {
      const { own, name, unit, measure, definition, method } = leaf;
      if (own || unit !== "%" || measure !== undefined || definition === undefined || methodOf(method.kind)?.inputs === "own") continue;
      if (endingOf(name, endings) !== undefined && wordIn(definition, explained) === undefined) report("rate-formula-missing", { indicator: name }, leaf.place("name"));
    }
  },
});
