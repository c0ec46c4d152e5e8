// 加分项: bonus items are forbidden, or allowed up to a cap.
// Basis: a provincial system forbids bonus items in self-evaluation (published); elsewhere additional indicators
// exist and need a cap of their own.
// Example: a bonus group with cap 5 where bonus items are forbidden → breach at the group.
import { label } from "../expression/expression.ts";
import { add, compare, exact, show, ZERO } from "../numbers/number.ts";
import { defineRule, rankBound, ruleIdentity } from "../model/rule.ts";
import { points, z } from "../source/shape.ts";

export const bonus = defineRule({
  kind: "bonus",
  title: label("加分项", "Bonus items"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("bonus"),
      allow: z.union([z.literal("none"), z.strictObject({ "at-most": points("加分合计上限（含）") })]).describe("none 不允许加分项；at-most 允许，合计不超过"),
    })
    .describe("加分项：允许与否及上限"),
  sentence: ({ allow }) => (allow === "none" ? label("不设加分项。", "There are no bonus items.") : label(`加分合计不超过 ${allow["at-most"]} 分。`, `Bonus items add at most ${allow["at-most"]} points.`)),
  rank(higher, lower) {
    const most = (one: typeof higher): string => (one.allow === "none" ? "0" : one.allow["at-most"]);
    return rankBound("ceiling", most(higher), most(lower));
  },
  check({ allow }, { linked, breach }) {
    const groups = linked.root.flatMap((node) => (node.type === "group" && node.combine?.kind === "bonus" ? [{ node, cap: exact(String(node.combine["cap"])) }] : []));
    if (allow === "none") {
      for (const { node, cap } of groups) breach("bonus-forbidden", { group: node.name, cap: show(cap) }, node.place("combine"));
      return;
    }
    const sum = groups.reduce((whole, { cap }) => add(whole, cap), ZERO);
    if (compare(sum, exact(allow["at-most"])) > 0) breach("bonus-above-cap", { sum: show(sum), cap: allow["at-most"] }, groups[0]?.node.place("combine", "cap"));
  },
});
