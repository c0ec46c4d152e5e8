// 评分办法统一: an indicator that several frameworks use, known by its id, is scored in one way.
// Basis: Changzhou – 共性指标的评分办法基本统一.
// Example: 资金到位率 proportional in one framework and in tiers in another → breach at the second. The project's
// own indicators (个性指标) are not compared.
import { label } from "../expression/expression.ts";
import { firsts } from "../text/firsts.ts";
import { type Linked, type LinkedLeaf, wayOf } from "../model/linked.ts";
import { defineRule, ruleIdentity } from "../model/rule.ts";
import { z } from "../source/shape.ts";

export const uniformMethod = defineRule({
  kind: "uniform-method",
  title: label("评分办法统一", "Uniform method"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("uniform-method"),
      within: z.enum(["category", "all"]).describe("比较的范围：category 同一类别的指标体系；all 全部指标体系"),
    })
    .describe("评分办法统一：同一编号的共性指标在各指标体系中评分办法一致"),
  sentence: ({ within }) =>
    within === "category"
      ? label("同一类别的指标体系中，同一共性指标的评分办法一致。", "Within a category, a common indicator is scored in one way.")
      : label("各指标体系中，同一共性指标的评分办法一致。", "A common indicator is scored in one way in every framework."),
  rank: (higher, lower) => (higher.within === lower.within ? "equal" : lower.within === "all" ? "stricter" : "looser"),
  together({ within }, { frameworks, breach }) {
    const firstElsewhere = firsts<{ readonly linked: Linked; readonly leaf: LinkedLeaf }>();
    for (const linked of frameworks) {
      const { data } = linked.framework;
      for (const leaf of linked.leaves.filter((each) => !each.own)) {
        const found = firstElsewhere(`${within === "all" ? "" : data.category} ${leaf.id}`, data.id, { linked, leaf });
        if (found === undefined || wayOf(found.leaf) === wayOf(leaf)) continue;
        const facts = { indicator: leaf.name, method: leaf.method.kind, other: found.leaf.method.kind, framework: found.linked.framework.data.title };
        breach("method-not-uniform", facts, leaf.place("method"), found.leaf.place("method"));
      }
    }
  },
});
