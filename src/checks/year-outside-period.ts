// 写着别的年度: the statement or a name speaks of a year that the period does not take in.
// Basis: indicators belong to the period they are filed in, annual and overall not mixed (published).
// Example: period: 2024, statement «2023年完成改造 4200 户» → a finding, left over from last year's table. Clauses
// that compare (较2023年, 2020年以来) are not looked at: their words are options.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import type { Place } from "../model/linked.ts";
import { ownOf } from "../link/objective-leaves.ts";
import { periodOf, yearsIn } from "../numbers/period.ts";
import { clausesOf, wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const yearOutsidePeriod = defineCheck<{ unless: string[] }>({
  id: "year-outside-period",
  title: label("写着别的年度", "Year outside the period"),
  why: label("从上年的表抄来的年份没有改，或把总目标写进了年度目标，评价时不知按哪一年核对。", "A year left over from last year's table, or an overall target among annual ones, cannot be evaluated."),
  mend: label("改为本期的内容；总目标另编跨年度的绩效目标表。", "Write what belongs to this period; overall targets stand in objectives of their own."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "年度指标与总体指标不混填", status: "published" },
  codes: ["year-outside-period"],
  options: { unless: phrases("句中含有时不看，如 较、以来、结转") },
  framework(linked, report, { unless }) {
    const { objectives } = linked;
    const period = objectives && periodOf(objectives.data.period);
    if (objectives === undefined || period === undefined) return;
    const look = (text: string, indicator: string, place: Place): void => {
      const years = clausesOf(text).filter((clause) => wordIn(clause, unless) === undefined).flatMap(yearsIn);
      const other = years.find((year) => year < period.from || year > period.to);
      if (other !== undefined) report("year-outside-period", { indicator, year: String(other), period: objectives.data.period }, place);
    };
    if (objectives.data.statement !== undefined) look(objectives.data.statement, "", placeIn(objectives, ["statement"]));
    for (const leaf of ownOf(linked)) look(leaf.name, leaf.name, leaf.place("name"));
  },
});
