// 定性指标没有标准: a graded or yes-and-no indicator of the project says what counts.
// Basis: qualitative indicators must define their grades (published review rules).
// Example: { name: 改善居住条件, method: qualitative } without a definition, or with its name as definition → a finding.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isQualitative, ownOf } from "../link/objective-leaves.ts";
import { plainName } from "../text/phrases.ts";

export const qualitativeUndefined = defineCheck({
  id: "qualitative-undefined",
  title: label("定性指标没有标准", "Qualitative indicator undefined"),
  why: label("不写明什么算达成，评价人只能凭印象定等级，两位评价人会给出不同的分数。", "When nothing says what counts as met, two evaluators will give different points."),
  mend: label("写 definition：看什么、达到什么程度算达成、部分达成、未达成；能计量的改为定量指标。", "Write a definition: what is looked at and what counts as met, partly met and not met; or measure it."),
  basis: { document: "所见绩效目标审核规则", clause: "定性指标应分级分档说明", status: "published" },
  codes: ["qualitative-undefined"],
  framework(linked, report) {
    for (const leaf of ownOf(linked)) {
      if (!isQualitative(leaf)) continue;
      const repeats = leaf.definition !== undefined && plainName(leaf.definition) === plainName(leaf.name);
      if (leaf.definition === undefined || repeats) report("qualitative-undefined", { indicator: leaf.name, ...(repeats ? { definition: leaf.definition } : {}) }, leaf.place(repeats ? "definition" : "name"));
    }
  },
});
