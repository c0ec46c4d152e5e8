// 没有产出或效益: a project is judged by what it produces and by what that brings about.
// Example: a project evaluation of 决策 and 过程 and 产出 only → a finding at `indicators` for 效益.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { frameworkList, missingIn, type Required, required } from "../check/framework-view.ts";

export const outputBenefitMissing = defineCheck<Required>({
  id: "output-benefit-missing",
  title: label("没有产出或效益", "Output or benefit missing"),
  why: label("只评过程不评结果，钱花得合规而没有成效的项目也能得高分。", "Where only the process counts, money spent by the rules and without effect scores high."),
  mend: label("设产出指标和效益指标，或留它们的位置（slot）。", "Set indicators of output and of benefit, or slots for them."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "产出指标、效益指标各至少一项", status: "published" },
  codes: ["output-benefit-missing"],
  options: required,
  framework(linked, report, options) {
    for (const name of missingIn(linked, options)) report("output-benefit-missing", { name }, frameworkList(linked));
  },
});
