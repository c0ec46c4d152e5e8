// 未引用指标库: an indicator of a framework that is written out word for word as the library has it.
// Example: 资金到位率 copied from the library into a framework → a finding that asks for `use`.
import { defineCheck } from "../check/check.ts";
import { copiesIn } from "../check/copies.ts";
import { label } from "../expression/expression.ts";

export const libraryNotUsed = defineCheck({
  id: "library-not-used",
  title: label("未引用指标库", "Library not used"),
  why: label("照抄的指标不随指标库修订，库改了它不改。", "A copy does not follow when the library is revised."),
  mend: label("改为 use 引用，只写分值。", "Use the library's indicator and write only its weight."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "建立指标库", status: "published" },
  codes: ["library-not-used"],
  corpus(corpus, report) {
    for (const { leaf, entry, differs } of copiesIn(corpus)) {
      // Objectives have no `use`: there a faithful copy is the best there is.
      if (differs.length > 0 || leaf.own) continue;
      report("library-not-used", { indicator: leaf.name, id: entry.node.id ?? "", library: entry.library.data.title }, leaf.place("name"), { related: [entry.place("name")] });
    }
  },
});
