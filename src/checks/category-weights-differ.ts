// 同类权重不一: frameworks of one category and purpose with the same level-1 groups weigh them alike. Where a pack
// says so itself (rule kind uniform-weights), its rule speaks; where different rules fix the weights, none is at fault.
// Example: two project self-evaluations of one city with output 50 and 40, tolerance 5 → a finding at the second.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compare, exact, show, subtract, ZERO } from "../numbers/number.ts";
import { comparePeers, sharedRules, underSameRules } from "../check/peers.ts";
import { points } from "../source/shape.ts";

export const categoryWeightsDiffer = defineCheck({
  id: "category-weights-differ",
  title: label("同类指标体系权重不一", "Weights differ within a category"),
  why: label("同类指标体系的权重不一时，同样的完成情况得分不同，项目之间、部门之间不可比。", "Where frameworks of one category weigh differently, the same achievement earns different points, and results cannot be compared."),
  mend: label("统一一级指标的分值；确有不同依据的，由规则包（level-weights）写明。", "Weigh the level-1 groups alike; where a norm asks for something else, let a pack (level-weights) say so."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "同一类别指标体系的权重基本统一，便于比较", status: "published" },
  codes: ["category-weights-differ"],
  options: { tolerance: points("同一一级指标分值之差不超过（含）") },
  corpus(corpus, report, { tolerance }) {
    comparePeers(
      corpus,
      ({ framework: { data }, root, whole }) => (whole ? [[JSON.stringify([data.category, data.purpose, root.map((one) => one.id).sort()]), undefined]] : []),
      ({ linked: one }, { linked: other }) => {
        if (sharedRules(one, other, "uniform-weights").length > 0 || !underSameRules(one, other, "level-weights")) return;
        for (const node of one.root) {
          const twin = other.root.find((each) => each.id === node.id);
          if (twin === undefined || ![node, twin].every((each) => compare(each.weight, ZERO) > 0)) continue;
          const gap = subtract(node.weight, twin.weight);
          if (compare(gap.n < 0n ? { n: -gap.n, d: gap.d } : gap, exact(tolerance)) <= 0) continue;
          const facts = { group: node.name, weight: show(node.weight), other: show(twin.weight), framework: other.framework.data.title, tolerance };
          report("category-weights-differ", facts, node.place("weight"), { related: [twin.place("weight")] });
        }
      },
    );
  },
});
