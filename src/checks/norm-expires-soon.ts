// 规定将失效: within so many days from the day asked about, a pack ends and no version continues it.
import { defineCheck } from "../check/check.ts";
import { contains, dateOf, dayOf, heldUntil } from "../numbers/days.ts";
import { label } from "../expression/expression.ts";
import { normsInUse } from "../check/norms.ts";
import { count } from "../source/shape.ts";

export const normExpiresSoon = defineCheck({
  id: "norm-expires-soon",
  title: label("规定将失效", "Norm expires soon"),
  why: label("规则包失效前没有接续的版本，失效次日起的评价就不能评分。", "When no version continues a pack, nothing can be scored from the day after it ends."),
  mend: label("及早编写接续的版本。", "Write the version that continues it in time."),
  basis: { document: "本库文档的约定", clause: "评分之日，指标体系和规则包均须有效", status: "illustrative" },
  codes: ["norm-expires-soon"],
  options: { days: count("提前多少天提示") },
  corpus(corpus, report, { days }) {
    for (const { id, ranges, endings } of normsInUse(corpus)) {
      const { asOf = "" } = corpus;
      const today = dayOf(asOf);
      const until = ranges.some((range) => contains(range, today)) ? heldUntil(today, ranges) : undefined;
      if (until === undefined || until - today > Number(days)) continue;
      for (const { place, related } of endings(until)) report("norm-expires-soon", { pack: id, to: dateOf(until), day: asOf, count: String(until - today) }, place, { related });
    }
  },
});
