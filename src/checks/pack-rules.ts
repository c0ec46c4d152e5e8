// 规则包: a framework obeys every requirement of the packs it names; each breach quotes the rule's basis.
import { defineCheck } from "../check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link.ts";
import { ruleOf } from "../rules/index.ts";

export const packRules = defineCheck({
  id: "pack-rules",
  title: label("遵守规则包", "Obeys its packs"),
  run(linked, report) {
    for (const pack of linked.packs) {
      pack.data.rules.forEach((rule, index) => {
        const where = placeIn(pack, ["rules", index]);
        ruleOf(rule.kind)?.check?.(rule, {
          linked,
          breach: (code, facts, leaf, field, severity) => {
            const place = leaf === undefined ? placeIn(linked.framework, ["packs"]) : leaf.place(field ?? "");
            const more = { ...facts, indicator: leaf?.name ?? "", rule: `${pack.data.id}/${rule.id}`, clause: rule.basis.clause ?? "", document: rule.basis.document };
            report(code, more, place, [where], rule.basis, severity);
          },
        });
      });
    }
  },
});
