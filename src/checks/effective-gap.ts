// 有效期中断: versions of one framework or pack, given together, leave days on which none of them is in force.
// Example: 1.0.0 to 2023-06-30, 2.0.0 from 2023-08-01 → a finding at the second: 2023-07-01—2023-07-31, 31 days.
import { defineCheck } from "../check/check.ts";
import { successions } from "../check/corpus.ts";
import { daysIn, daysText } from "../numbers/days.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

export const effectiveGap = defineCheck({
  id: "effective-gap",
  title: label("有效期中断", "Gap between versions"),
  why: label("旧版失效、新版未施行的日子里没有规定可依，这些日子的评价不能评分。", "On days when the old version has ended and the new one has not begun nothing holds, and nothing can be scored."),
  mend: label("使新版的施行日期为旧版失效日期的次日。", "Let the new version begin on the day after the old one ends."),
  basis: { document: "本库文档的约定", clause: "有效期自 from 起，至 to 止（含当日）", status: "illustrative" },
  codes: ["effective-gap"],
  corpus(corpus, report) {
    for (const { next, days, before, last } of successions(corpus)) {
      if (last === undefined || days.first <= last + 1) continue;
      const gap = { first: last + 1, last: days.first - 1 };
      const facts = { id: next.data.id, before: before.data.version, version: next.data.version, days: daysText(gap), count: String(daysIn(gap)) };
      report("effective-gap", facts, placeIn(next, ["effective", "from"]), { related: [placeIn(before, ["effective", "to"])] });
    }
  },
});
