// 偏离指标库: an indicator that is written out under the id or the name of a library's, and says something else. One
// that carries a basis of its own (basis:) departs from the library knowingly, and is left alone.
// Example: 资金到位率 written out with other tiers than the library's → a finding at its method.
import { defineCheck } from "../check/check.ts";
import { copiesIn } from "../check/copies.ts";
import { label } from "../expression/expression.ts";

export const libraryDrift = defineCheck({
  id: "library-drift",
  title: label("偏离指标库", "Drift from the library"),
  why: label("共性指标各写一份，日久各不相同：同名的指标在不同指标体系中含义、公式、评分办法不一。", "When a common indicator is written out again and again, its copies come to differ, and one name means different things."),
  mend: label("以 use 引用指标库；确有不同依据的，在指标上写 basis 注明；是另一项指标的，另取编号和名称。", "Use the library's; where a norm asks for something else, give the indicator a basis of its own; if it is another indicator, give it another id and name."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "共性指标的评分办法基本统一；建立指标库", status: "published" },
  codes: ["library-drift"],
  corpus(corpus, report) {
    for (const { leaf, entry, differs } of copiesIn(corpus)) {
      const [first] = differs;
      if (first === undefined) continue;
      const facts = { indicator: leaf.name, id: entry.node.id ?? "", name: entry.node.name ?? "", library: entry.library.data.title, keys: differs.join("、"), own: leaf.own ? "yes" : "" };
      report("library-drift", facts, leaf.place(first), { related: [entry.place(first)] });
    }
  },
});
