// 比率没有公式: a measured share of the project says what is divided by what.
// Basis: quantitative indicators must state their formula (published review rules).
// Example: { name: 参训率, unit: "%", target: ">= 95%" } without measure and without definition → a finding.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { inPercent, isMeasured, ownOf } from "../link/objective-leaves.ts";
import { ZERO } from "../numbers/number.ts";

export const formulaMissing = defineCheck({
  id: "formula-missing",
  title: label("比率没有公式", "Formula missing"),
  why: label("分子、分母没有说明，同一名称的比率可以算出不同的结果，也无法复核。", "Without numerator and denominator the same name gives different rates, and nobody can recompute them."),
  mend: label("写 measure（公式和各项），或在 definition 中说明分子和分母。", "Write a measure with its formula, or name numerator and denominator in the definition."),
  basis: { document: "所见绩效目标审核规则", clause: "定量指标应写明计算公式", status: "published" },
  codes: ["formula-missing"],
  framework(linked, report) {
    for (const leaf of ownOf(linked)) {
      const open = leaf.measure === undefined && leaf.definition === undefined;
      if (open && isMeasured(leaf) && inPercent(leaf, ZERO) !== undefined) report("formula-missing", { indicator: leaf.name }, leaf.place("name"));
    }
  },
});
