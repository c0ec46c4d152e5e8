// 规定已失效: on the day asked about, no version of a pack is in force any more. Told at the pack where it is given,
// else at the frameworks in force that obey it. Without a day (--as-of) nothing is said.
import { defineCheck } from "../check/check.ts";
import { dateOf, dayOf, lastDay } from "../numbers/days.ts";
import { label } from "../expression/expression.ts";
import { normsInUse } from "../check/norms.ts";

export const normExpired = defineCheck({
  id: "norm-expired",
  title: label("规定已失效", "Norm expired"),
  why: label("规则包已经失效时，仍按它编制的指标体系没有依据，当日的评价不能评分。", "When a pack has expired, a framework that still obeys it stands on nothing, and nothing can be scored on that day."),
  mend: label("改用现行的规则包，或给出延续的版本。", "Obey the pack now in force, or give the version that continues it."),
  basis: { document: "本库文档的约定", clause: "评分之日，指标体系和规则包均须有效", status: "illustrative" },
  codes: ["norm-expired"],
  corpus(corpus, report) {
    for (const { id, ranges, endings } of normsInUse(corpus)) {
      const { asOf = "" } = corpus;
      const last = lastDay(ranges);
      if (last === undefined || dayOf(asOf) <= last) continue;
      for (const { place, related } of endings(last)) report("norm-expired", { pack: id, to: dateOf(last), day: asOf, count: String(dayOf(asOf) - last) }, place, { related });
    }
  },
});
