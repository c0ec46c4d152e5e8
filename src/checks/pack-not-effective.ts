// 规则包不在有效期: days on which a framework is in force and a pack that it obeys, in none of its versions, is not.
// Example: a framework from 2019-07-01, its pack from 2020-01-01 → a finding: 2019-07-01—2019-12-31.
import { defineCheck } from "../check/check.ts";
import { entryOf, frameworksOf, packDays } from "../check/corpus.ts";
import { daysOf, daysText, uncovered } from "../numbers/days.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

export const packNotEffective = defineCheck({
  id: "pack-not-effective",
  title: label("规则包不在有效期", "Pack not in force"),
  why: label("指标体系有效而规则包无效的日子里不能评分：须遵守的规定尚未施行或已经失效。", "On days when the framework holds and its pack does not, nothing can be scored: what it must obey has not begun or has ended."),
  mend: label("使指标体系的有效期在规则包的有效期之内，或一并给出规则包的其他版本。", "Keep the framework within its packs' days, or give the other versions of the pack too."),
  basis: { document: "本库文档的约定", clause: "评分之日，指标体系和规则包均须有效", status: "illustrative" },
  codes: ["pack-not-effective"],
  corpus(corpus, report) {
    for (const linked of frameworksOf(corpus)) {
      const { framework, packs } = linked;
      for (const pack of packs) {
        const open = uncovered(daysOf(framework.data.effective), packDays(pack.data.id, corpus));
        if (open.length === 0) continue;
        const facts = { framework: framework.data.title, pack: pack.data.id, days: open.map(daysText).join("、") };
        report("pack-not-effective", facts, placeIn(framework, ["packs", entryOf(linked, pack)]), { related: [placeIn(pack, ["effective"])] });
      }
    }
  },
});
