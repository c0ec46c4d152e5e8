// 否决条件无效: the condition of a knock-out that no actual value can fulfil, or that every one fulfils. It is judged
// over the values of each indicator that the rule selects; a rule that can fire for one of them is sound.
// Example: domain [0%, 100%], when { actual-below: 0 } → never; when { actual-at-most: 100 } → always.
import { rulePlace } from "../analysis/places.ts";
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const knockOutNever = defineCheck({
  id: "knock-out-never",
  title: label("否决条件无效", "Knock-out that never or always holds"),
  why: label("永不触发的否决形同虚设，总是触发的否决使指标没有意义；往往是界限或计量单位写错了。", "A knock-out that never fires guards nothing, one that always fires leaves the indicator without meaning; mostly a bound or a unit is wrong."),
  mend: label("核对条件的界限、指标的取值范围和计量单位。", "Check the bound of the condition, the domain and the unit of the indicator."),
  basis: { document: "本库的静态分析", clause: "否决条件在取值范围内既能触发也能不触发", status: "illustrative" },
  codes: ["knock-out-never"],
  program(_draft, report, _options, analysed) {
    const { analysis, linked } = analysed();
    for (const one of analysis.knockOuts) {
      const leaf = linked.leaves.find(({ path }) => path === one.indicator);
      const dead = one.holds === "never" && analysis.knockOuts.every(({ rule, holds }) => rule !== one.rule || holds === "never");
      if (leaf === undefined || (!dead && one.holds !== "always")) continue;
      const facts = { rule: one.rule, indicator: leaf.name, path: leaf.path, holds: one.holds, actual: (one.holds === "always" ? one.fires : one.spares) ?? "", ...(leaf.domain === undefined ? {} : { domain: leaf.domain }) };
      report("knock-out-never", facts, rulePlace(linked, one.rule, "when"), { related: [leaf.place(leaf.domain === undefined ? "name" : "domain")] });
    }
  },
});
