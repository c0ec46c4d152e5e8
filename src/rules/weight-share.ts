// 权重占比: what chosen level-1 groups weigh together, as a share of the full marks.
// Basis: 财预〔2020〕10号 – 产出和效益指标的权重之和原则上不低于 60% (unverified).
// Example: output 25 + benefit 20 of 100 → 45 %, below 60 % → breach at the weight of the first of them.
import { label } from "../expression/expression.ts";
import { add, compare, exact, multiply, show, ZERO } from "../numbers/number.ts";
import { defineRule, needs, rankAll, rankBound, ruleIdentity } from "../model/rule.ts";
import { identifier, percent, z } from "../source/shape.ts";
import { ratioOf } from "../numbers/quantity.ts";

export const weightShare = defineRule({
  kind: "weight-share",
  title: label("权重占比", "Weight share"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("weight-share"),
      groups: z.array(identifier("一级指标编号")).min(1).max(20).describe("合并计算的一级指标；没有的不计"),
      "at-least": percent("占满分的比例不低于（含）").optional(),
      "at-most": percent("占满分的比例不高于（含）").optional(),
    })
    .superRefine(needs("at-least", "at-most"))
    .describe("权重占比：所选一级指标分值合计占满分的比例"),
  sentence({ groups, "at-least": least, "at-most": most }) {
    const zh = [...(least === undefined ? [] : [`不低于满分的 ${least}`]), ...(most === undefined ? [] : [`不高于满分的 ${most}`])];
    const en = [...(least === undefined ? [] : [`at least ${least}`]), ...(most === undefined ? [] : [`at most ${most}`])];
    return label(`${groups.join("、")}分值合计${zh.join("，")}。`, `${groups.join(", ")} together weigh ${en.join(" and ")} of the full marks.`);
  },
  rank(higher, lower) {
    const same = [...higher.groups].sort().join() === [...lower.groups].sort().join();
    return rankAll([same ? "equal" : "different", rankBound("floor", higher["at-least"], lower["at-least"]), rankBound("ceiling", higher["at-most"], lower["at-most"])]);
  },
  demands({ groups, "at-least": least, "at-most": most }, { total, group }) {
    const limit = (share: string | undefined) => (share === undefined ? undefined : { value: total === undefined ? ratioOf(share) : multiply(ratioOf(share), total), closed: true });
    return [[{ about: total === undefined ? "share" : "weight", subject: groups.join(" + "), parts: groups.flatMap(group), low: limit(least), high: limit(most) }]];
  },
  check(params, { linked, breach }) {
    const chosen = linked.root.filter((node) => params.groups.includes(node.id));
    const weight = chosen.reduce((sum, node) => add(sum, node.weight), ZERO);
    const { total } = linked.framework.data;
    const facts = { groups: chosen.map((node) => node.name).join("、") || params.groups.join("、"), weight: show(weight), total };
    const at = chosen[0]?.place("weight");
    const { "at-least": least, "at-most": most } = params;
    const bound = (share: string) => multiply(ratioOf(share), exact(total));
    if (least !== undefined && compare(weight, bound(least)) < 0) breach("weight-share-low", { ...facts, share: least, bound: show(bound(least)) }, at);
    if (most !== undefined && compare(weight, bound(most)) > 0) breach("weight-share-high", { ...facts, share: most, bound: show(bound(most)) }, at);
  },
});
