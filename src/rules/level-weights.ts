// 一级指标分值: the weights of the level-1 groups by id, fixed or within a range; one of several sets must fit.
// Basis: 单位自评 预算执行率 10、产出 50、效益 30、满意度 10 (财预〔2020〕10号, unverified); with cost indicators
// 成本 20、产出 40、效益 20 (财预〔2021〕101号, unverified).
// Example: benefit 25 where 30 is fixed → breach at the weight of benefit.
import { label } from "../expression/expression.ts";
import { compare, exact, show } from "../numbers/number.ts";
import { defineRule, rankAll, type Ranking, rankBound, ruleIdentity } from "../model/rule.ts";
import { identifier, points, z } from "../source/shape.ts";

const weight = z.union([points("分值"), z.strictObject({ from: points("不低于（含）"), to: points("不高于（含）") })]).describe("固定分值，或范围");
type Weights = Readonly<Record<string, z.infer<typeof weight>>>;

const rangeOf = (one: z.infer<typeof weight>) => (typeof one === "string" ? { from: one, to: one } : one);
const shown = (one: z.infer<typeof weight>): string => (typeof one === "string" ? one : `${one.from}–${one.to}`);

/** A set against the set it replaces: each group bound there must stay within its range. */
function rankSet(higher: Weights, lower: Weights): Ranking {
  const ids = [...new Set([...Object.keys(higher), ...Object.keys(lower)])];
  return rankAll(
    ids.flatMap((id): Ranking[] => {
      const [above, below] = [higher[id], lower[id]];
      if (above === undefined) return ["stricter"];
      if (below === undefined) return ["looser"];
      return [rankBound("floor", rangeOf(above).from, rangeOf(below).from), rankBound("ceiling", rangeOf(above).to, rangeOf(below).to)];
    }),
  );
}

export const levelWeights = defineRule({
  kind: "level-weights",
  title: label("一级指标分值", "Level-1 weights"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("level-weights"),
      "one-of": z.array(z.record(identifier("一级指标编号"), weight)).min(1).max(20).describe("若干组一级指标分值，符合其中一组即可"),
    })
    .describe("一级指标分值：固定或在范围之内"),
  sentence(params) {
    const sets = params["one-of"].map((set) => Object.entries(set).map(([id, one]) => `${id} ${shown(one)}`).join("、"));
    return label(`一级指标分值：${sets.join("；或 ")}。`, `Level-1 weights: ${sets.join("; or ")}.`);
  },
  rank(higher, lower) {
    const best = lower["one-of"].map((set) => {
      const all = higher["one-of"].map((other) => rankSet(other, set));
      return (["equal", "stricter"] as const).find((one) => all.includes(one)) ?? "looser";
    });
    const fewer = lower["one-of"].length < higher["one-of"].length ? "stricter" : "equal";
    return rankAll([...best, fewer]);
  },
  demands: (params, { group }) =>
    params["one-of"].map((set) =>
      Object.entries(set).map(([id, one]) => {
        const { from, to } = rangeOf(one);
        return { about: "weight", subject: id, parts: group(id), low: { value: exact(from), closed: true }, high: { value: exact(to), closed: true } };
      }),
    ),
  check(params, { linked, place, breach }) {
    const faults = params["one-of"].map((set) =>
      Object.entries(set).flatMap(([id, allowed]) => {
        const node = linked.root.find((one) => one.id === id);
        const { from, to } = rangeOf(allowed);
        if (node !== undefined && compare(node.weight, exact(from)) >= 0 && compare(node.weight, exact(to)) <= 0) return [];
        if (node === undefined && compare(exact(from), exact("0")) === 0) return [];
        return [{ node, id, expected: shown(allowed) }];
      }),
    );
    // Of several sets, the breach is told against the one that is missed least.
    const [nearest = []] = [...faults].sort((a, b) => a.length - b.length);
    for (const { node, id, expected } of nearest) {
      if (node === undefined) breach("level-weight-missing", { group: id, expected }, place("indicators"));
      else breach("level-weight-other", { group: node.name, weight: show(node.weight), expected }, node.place("weight"));
    }
  },
});
