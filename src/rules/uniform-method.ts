// 评分办法统一: an indicator that several frameworks use, known by its id, is scored in one way.
// Basis: Changzhou – 共性指标的评分办法基本统一.
// Example: 资金到位率 proportional in one framework and in tiers in another → breach at the second. The project's
// own indicators (个性指标) are not compared.
import { label } from "../expression/expression.ts";
import type { LinkedLeaf } from "../linked.ts";
import { defineRule, ruleIdentity } from "../rule.ts";
import { z } from "../shape.ts";

/** The same text for the same data, whatever the order of its keys. */
function canonical(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonical).join()}]`;
  if (typeof data !== "object" || data === null) return JSON.stringify(data) ?? "";
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).sort().join()}}`;
}

const wayOf = ({ method, measure, unit }: LinkedLeaf): string => canonical([method, measure ?? null, unit ?? null]);

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
    frameworks.forEach((one, index) => {
      const { data } = one.framework;
      const before = frameworks.slice(0, index).filter(({ framework }) => framework.data.id !== data.id && (within === "all" || framework.data.category === data.category));
      for (const leaf of one.leaves.filter((each) => !each.own)) {
        const found = before.flatMap((linked) => linked.leaves.filter((each) => !each.own && each.id === leaf.id).map((other) => ({ linked, other }))).at(0);
        if (found === undefined || wayOf(found.other) === wayOf(leaf)) continue;
        const facts = { indicator: leaf.name, method: leaf.method.kind, other: found.other.method.kind, framework: found.linked.framework.data.title };
        breach("method-not-uniform", facts, leaf.place("method"), found.other.place("method"));
      }
    });
  },
});
