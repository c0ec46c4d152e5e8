// 样本量不足: fewer valid questionnaires than the tier of the population asks for.
// Basis: sample sizes are set in tiers (Changzhou; the tiers are not published). The figures are options: the
// largest tier that does not exceed the population decides.
// Example: tiers { population: 1000, sample: 278 }; population 1200, 150 valid → a finding at the responses.
import { defineCheck } from "../check/check.ts";
import { entryPlace, sizeOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, exact, show } from "../numbers/number.ts";
import { decimal, z } from "../source/shape.ts";

interface Tier {
  readonly population: string;
  readonly sample: string;
}

export const sampleTooSmall = defineCheck<{ tiers: Tier[] }>({
  id: "sample-too-small",
  title: label("样本量不足", "Sample too small"),
  why: label("问卷太少时，满意度由几份答卷决定，既不可靠，也容易挑选。", "With few questionnaires a handful of answers decides, and they can be picked."),
  mend: label("按总体人数补足有效问卷；确有困难的说明原因。", "Collect as many valid questionnaires as the population asks for."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "服务对象样本量分档设计（各档没有公布）", status: "published" },
  codes: ["sample-too-small"],
  options: {
    tiers: z.array(z.strictObject({ population: decimal("总体人数从几人起"), sample: decimal("有效问卷至少几份") })).min(1).max(100).describe("样本量分档"),
  },
  actuals({ actuals, results }, report, { tiers }) {
    for (const result of results) {
      const [population, responses] = [sizeOf(result, "population"), sizeOf(result, "valid-responses")];
      if (population === undefined || responses === undefined || result.entry.explanation !== undefined) continue;
      const [tier] = tiers.filter((one) => compare(exact(one.population), population) <= 0).sort((a, b) => compare(exact(b.population), exact(a.population)));
      if (tier === undefined || compare(responses, exact(tier.sample)) >= 0) continue;
      const { leaf } = result.leaf;
      report("sample-too-small", { indicator: leaf.name, population: show(population), responses: show(responses), sample: tier.sample, from: tier.population }, entryPlace(actuals, leaf, "valid-responses"));
    }
  },
});
