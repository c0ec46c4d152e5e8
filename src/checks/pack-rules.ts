// 规则包: a framework obeys every requirement of the packs it names; each breach quotes the rule's basis.
import { defineCheck } from "../check.ts";
import { label } from "../expression/expression.ts";
import { quoted, rulesInForce } from "../inheritance.ts";
import { placeIn } from "../link.ts";
import { appliesTo } from "../rule.ts";
import { ruleOf } from "../rules/index.ts";

export const packRules = defineCheck({
  id: "pack-rules",
  title: label("遵守规则包", "Obeys its packs"),
  run(linked, report) {
    const { framework } = linked;
    for (const one of rulesInForce(linked.packs)) {
      if (!appliesTo(one.rule, linked)) continue;
      ruleOf(one.rule.kind)?.check?.(one.rule, {
        linked,
        place: (...path) => placeIn(framework, path),
        breach: (code, facts, at, severity) =>
          report(code, { ...facts, ...quoted(one) }, at ?? placeIn(framework, ["packs"]), [placeIn(one.pack, ["rules", one.index])], one.rule.basis, severity ?? one.rule.severity),
      });
    }
  },
});
