// 否决重复: a knock-out that changes nothing, because another one always decides first or at least as hard.
// Example: below 60% scores nothing, below 50% scores nothing → the second never decides.
import { rulePlace } from "../analysis/places.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const knockOutShadowed = defineCheck({
  id: "knock-out-shadowed",
  title: label("否决重复", "Knock-out shadowed"),
  why: label("被另一条规则完全盖住的规则不起作用，读者会以为它另有后果。", "A rule that another one covers does nothing, while readers expect something of it."),
  mend: label("删去不起作用的规则，或改正两条规则的界限。", "Remove the rule, or correct the bounds of the two."),
  basis: { document: "本库的静态分析", clause: "每条否决规则都有自己的作用", status: "illustrative" },
  codes: ["knock-out-shadowed"],
  program(_draft, report, _options, analysed) {
    const { analysis, linked } = analysed();
    for (const { rule, indicator, fact, fires, shadowedBy } of analysis.knockOuts) {
      // A rule that selects several indicators does something where it is not covered.
      if (shadowedBy === undefined || analysis.knockOuts.some((other) => other.rule === rule && other.shadowedBy === undefined)) continue;
      const leaf = linked.leaves.find(({ path }) => path === indicator);
      const facts = { rule, other: shadowedBy, indicator: leaf?.name ?? "", ...(leaf === undefined ? {} : { path: leaf.path }), fact: fact ?? "", actual: fires ?? "" };
      report("knock-out-shadowed", facts, rulePlace(linked, rule, "when"), { related: [rulePlace(linked, shadowedBy, "when")] });
    }
  },
});
