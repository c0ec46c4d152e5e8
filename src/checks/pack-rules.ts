// 规则包: a framework obeys every requirement of the packs it names; each breach quotes the rule's basis.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { quoted, rulesInForce } from "../check/inheritance.ts";
import { placeIn } from "../link/link.ts";
import { appliesTo } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";

export const packRules = defineCheck({
  id: "pack-rules",
  title: label("遵守规则包", "Obeys its packs"),
  why: label("指标体系违反所声明的规定时，评价结果没有依据。", "A framework that breaks the norms it names has no basis for its results."),
  mend: label("按提示所引的条款改正指标体系。", "Mend the framework as the quoted clause requires."),
  basis: { document: "各规则包所列的文件", clause: "以每条提示所引的条款为准", status: "published" },
  codes: [
    "bonus-above-cap", "bonus-forbidden", "execution-weight-other", "grade-bands-other", "level-weight-missing", "level-weight-other", "mixed-sectors-undeclared",
    "required-indicator-missing", "required-tag-missing", "rounding-other", "target-at-floor", "target-below-floor", "weight-below-floor", "weight-share-high", "weight-share-low",
  ],
  blocking: true,
  framework(linked, report) {
    const { framework } = linked;
    for (const one of rulesInForce(linked.packs)) {
      if (!appliesTo(one.rule, linked)) continue;
      ruleOf(one.rule.kind)?.check?.(one.rule, {
        linked,
        place: (...path) => placeIn(framework, path),
        breach: (code, facts, at, severity) =>
          report(code, { ...facts, ...quoted(one) }, at ?? placeIn(framework, ["packs"]), { related: [placeIn(one.pack, ["rules", one.index])], basis: one.rule.basis, severity: severity ?? one.rule.severity }),
      });
    }
  },
});
