// 有效期重叠: versions of one framework or pack, given together, are in force on the same day.
// Example: 1.0.0 without an end, 2.0.0 from 2024-01-01 → a finding at the second: 2024-01-01—.
import { defineCheck } from "../check/check.ts";
import { successions } from "../check/corpus.ts";
import { daysIn, daysText, earlierEnd } from "../numbers/days.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

export const effectiveOverlap = defineCheck({
  id: "effective-overlap",
  title: label("有效期重叠", "Versions overlap"),
  why: label("两个版本同日有效时，适用哪一个没有规定，结果取决于读取的次序。", "When two versions hold on one day, which of them applies depends on the order in which they are read."),
  mend: label("给旧版写失效日期 to，为新版施行日期的前一日；不再用的版本不放在一起。", "End the old version (to) on the day before the new one begins; do not keep versions together that are no longer used."),
  basis: { document: "本库文档的约定", clause: "有效期自 from 起，至 to 止（含当日）", status: "illustrative" },
  codes: ["effective-overlap"],
  corpus(corpus, report) {
    for (const { next, days, before, last } of successions(corpus)) {
      // The same version twice is another finding.
      if ((last !== undefined && days.first > last) || before.data.version === next.data.version) continue;
      const common = { first: days.first, last: earlierEnd(last, days.last) };
      const facts = { id: next.data.id, before: before.data.version, version: next.data.version, days: daysText(common), count: String(daysIn(common) ?? "") };
      report("effective-overlap", facts, placeIn(next, ["effective", "from"]), { related: [placeIn(before, ["effective"])] });
    }
  },
});
