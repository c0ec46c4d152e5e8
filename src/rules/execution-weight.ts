// 预算执行率分值: budget execution carries one of the declared weights.
// Basis: 10 分 in most places (published forms), 20 分 in one provincial system (published).
// Example: budget execution 15 where 10 is required → breach at its weight.
import { exactly, selectionText } from "../model/demands.ts";
import { label } from "../expression/expression.ts";
import { add, compare, exact, show, ZERO } from "../numbers/number.ts";
import { defineRule, rankAll, ruleIdentity, sameSelection, selection, selects } from "../model/rule.ts";
import { points, z } from "../source/shape.ts";

export const executionWeight = defineRule({
  kind: "execution-weight",
  title: label("预算执行率分值", "Weight of budget execution"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("execution-weight"),
      of: selection,
      "one-of": z.array(points("分值")).min(1).max(10).describe("可用的分值"),
    })
    .describe("预算执行率分值：须为所列分值之一"),
  sentence: (params, selected) => {
    const { zh, en } = selected(params.of);
    return label(`${zh}，分值为 ${params["one-of"].join(" 或 ")} 分。`, `${en}: the weight is ${params["one-of"].join(" or ")}.`);
  },
  rank(higher, lower) {
    const within = (value: string, list: readonly string[]): boolean => list.some((one) => compare(exact(one), exact(value)) === 0);
    const outside = lower["one-of"].some((one) => !within(one, higher["one-of"]));
    const fewer = higher["one-of"].some((one) => !within(one, lower["one-of"]));
    return rankAll([sameSelection(higher.of, lower.of) ? "equal" : "different", outside ? "looser" : fewer ? "stricter" : "equal"]);
  },
  demands(params, { selected }) {
    const known = selected(params.of);
    if (known === undefined) return [[]];
    return params["one-of"].map((one) => {
      const { low, high } = exactly(exact(one));
      return [{ about: "weight", subject: selectionText(params.of), parts: known.parts, low, high: known.exactly ? high : undefined }];
    });
  },
  check(params, { linked, breach }) {
    const selected = linked.leaves.filter((leaf) => selects(params.of, leaf));
    const weight = selected.reduce((sum, leaf) => add(sum, leaf.weight), ZERO);
    if (params["one-of"].some((one) => compare(weight, exact(one)) === 0)) return;
    breach("execution-weight-other", { weight: show(weight), expected: params["one-of"].join("、") }, selected[0]?.place("weight"));
  },
});
