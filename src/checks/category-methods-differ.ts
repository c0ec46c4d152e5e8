// 同一指标评分办法不一: an indicator that several frameworks have, known by its id (or by the library's, where it is
// taken from there under another one), is scored in one way. Where a pack says so itself (uniform-method), its rule speaks.
// Example: 资金到位率 proportional in one framework and in tiers in another → a finding at the second.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { wayOf } from "../model/linked.ts";
import { comparePeers, sharedRules } from "../check/peers.ts";
import { z } from "../source/shape.ts";

export const categoryMethodsDiffer = defineCheck({
  id: "category-methods-differ",
  title: label("同一指标评分办法不一", "One indicator scored in different ways"),
  why: label("同一指标在不同指标体系中评分办法不一时，同样的完成情况得分不同，指标失去共性。", "When one indicator is scored in different ways, the same achievement earns different points, and the indicator is no longer a common one."),
  mend: label("把该指标写入指标库，各指标体系以 use 引用；确实不同的，另用编号。", "Put the indicator into the library and use it from there; if it is another indicator, give it another id."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "共性指标的评分办法基本统一", status: "published" },
  codes: ["category-methods-differ"],
  options: { within: z.enum(["category", "all"]).describe("比较的范围：category 同一类别；all 各类别之间") },
  corpus(corpus, report, { within }) {
    comparePeers(
      corpus,
      ({ framework, leaves }) => leaves.filter((leaf) => !leaf.own).map((leaf) => [`${within === "all" ? "" : framework.data.category} ${leaf.use ?? leaf.id}`, leaf] as const),
      ({ linked: one, item: leaf }, { linked: other, item: twin }) => {
        if (leaf.method === twin.method || wayOf(leaf) === wayOf(twin)) return;
        const spoken = sharedRules(one, other, "uniform-method").some(({ rule }) => rule["within"] === "all" || one.framework.data.category === other.framework.data.category);
        if (spoken && leaf.id === twin.id) return;
        const facts = { indicator: leaf.name, method: leaf.method.kind, other: twin.method.kind, framework: other.framework.data.title };
        report("category-methods-differ", facts, leaf.place("method"), { related: [twin.place("method")] });
      },
    );
  },
});
