// 权重统一: frameworks of one category and purpose have the same level-1 weights, up to a declared tolerance.
// Basis: Changzhou – 同一类别的指标权重基本统一，便于比较.
// Example: two project self-evaluations with output 50 and 40, tolerance 5 → breach at the second, pointing to the first.
import { label } from "../expression/expression.ts";
import { firsts } from "../text/firsts.ts";
import type { Linked } from "../model/linked.ts";
import { compare, exact, show, subtract } from "../numbers/number.ts";
import { defineRule, rankBound, ruleIdentity } from "../model/rule.ts";
import { points, z } from "../source/shape.ts";

const kindOf = ({ framework }: Linked): string => `${framework.data.category} ${framework.data.purpose}`;

export const uniformWeights = defineRule({
  kind: "uniform-weights",
  title: label("权重统一", "Uniform weights"),
  params: z
    .strictObject({ ...ruleIdentity, kind: z.literal("uniform-weights"), tolerance: points("同一一级指标分值之差不超过（含）") })
    .describe("权重统一：同一类别、同一用途的指标体系一级指标分值一致"),
  sentence: ({ tolerance }) => label(`同一类别、同一用途的指标体系，一级指标一致，分值相差不超过 ${tolerance} 分。`, `Frameworks of one category and purpose have the same level-1 groups; their weights differ by at most ${tolerance}.`),
  rank: (higher, lower) => rankBound("ceiling", higher.tolerance, lower.tolerance),
  together({ tolerance }, { frameworks, breach }) {
    const firstElsewhere = firsts<Linked>();
    for (const one of frameworks) {
      const first = firstElsewhere(kindOf(one), one.framework.data.id, one);
      if (first === undefined) continue;
      const names = (of: Linked): string => of.root.map((node) => node.name).join("、");
      const ids = (of: Linked): string => of.root.map((node) => node.id).sort().join();
      const title = first.framework.data.title;
      const [here, there] = [one.root[0], first.root[0]];
      if (ids(one) !== ids(first) && here !== undefined && there !== undefined) {
        breach("level-groups-not-uniform", { found: names(one), expected: names(first), framework: title }, here.place("id"), there.place("id"));
        continue;
      }
      for (const node of one.root) {
        const other = first.root.find((each) => each.id === node.id) ?? node;
        const gap = subtract(node.weight, other.weight);
        if (compare(gap.n < 0n ? { n: -gap.n, d: gap.d } : gap, exact(tolerance)) <= 0) continue;
        const facts = { group: node.name, weight: show(node.weight), other: show(other.weight), framework: title, tolerance };
        breach("level-weight-not-uniform", facts, node.place("weight"), other.place("weight"));
      }
    }
  },
});
