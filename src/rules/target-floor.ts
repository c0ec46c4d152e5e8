// 目标值下限: the target of the selected indicators must lie above a value.
// Basis: Changzhou – 目标值要高于 90 分. Taken literally «高于» leaves 90 itself out; because practice also
// writes ≥90, a target of exactly the value is a warning that explains the literal reading.
import { label } from "../expression/expression.ts";
import { compare, exact, show } from "../numbers/number.ts";
import { defineRule, rankAll, rankBound, ruleIdentity, sameSelection, selection, selects } from "../model/rule.ts";
import { decimal, z } from "../source/shape.ts";

export const targetFloor = defineRule({
  kind: "target-floor",
  title: label("目标值下限", "Target floor"),
  params: z
    .strictObject({ ...ruleIdentity, kind: z.literal("target-floor"), of: selection, above: decimal("目标值须高于此值（按指标的计量单位，% 或 分）") })
    .describe("目标值下限：所选指标的目标值须高于此值"),
  sentence: ({ of, above }, selected) => label(`${selected(of).zh}，目标值须高于 ${above}。`, `${selected(of).en}: the target must lie above ${above}.`),
  check(params, { linked, breach }) {
    for (const leaf of linked.leaves) {
      if (!selects(params.of, leaf) || leaf.target === undefined) continue;
      const order = compare(leaf.target.value, exact(params.above));
      const facts = { indicator: leaf.name, target: `${show(leaf.target.value)}${leaf.unit ?? ""}`, above: `${params.above}${leaf.unit ?? ""}` };
      if (order < 0) breach("target-below-floor", facts, leaf.place("target"));
      if (order === 0) breach("target-at-floor", facts, leaf.place("target"), "warning");
    }
  },
  // An actual value that reaches its target must earn points; where less is better, a floor says nothing of the kind.
  demands: (params, { each }) => [
    each(params.of).flatMap(({ subject, falling }) => (falling ? [] : [{ about: "actual" as const, subject, low: { value: exact(params.above), closed: false } }])),
  ],
  rank: (higher, lower) => rankAll([sameSelection(higher.of, lower.of) ? "equal" : "different", rankBound("floor", higher.above, lower.above)]),
});
