// 截止日期不在期间内: values as of a day before the period, or long after it.
// Basis: actual values belong to the period of the objectives; self-evaluation follows in the next year.
// Example: period: 2024, as-of: 2023-12-31 → a finding at the date. A period without a year (年份不详) is not looked at.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { periodOf, yearOf } from "../numbers/period.ts";
import { count } from "../source/shape.ts";

export const asOfOutsidePeriod = defineCheck<{ "years-after": string }>({
  id: "as-of-outside-period",
  title: label("截止日期不在期间内", "Date outside the period"),
  why: label("用别的年度的数据评本年度的目标，结果张冠李戴。", "Values of another year do not tell whether this year's targets were met."),
  mend: label("核对 as-of 和绩效目标表的 period。", "Check as-of and the period of the objectives."),
  basis: { document: "由绩效目标表的期间推得", clause: "实际完成值应为本期的完成情况", status: "illustrative" },
  codes: ["as-of-outside-period"],
  options: { "years-after": count("期间结束后几年内的截止日期仍算本期") },
  actuals({ program: { linked }, actuals }, report, options) {
    const text = linked.objectives?.data.period;
    const period = text === undefined ? undefined : periodOf(text);
    const day = actuals.data["as-of"];
    if (text === undefined || period === undefined) return;
    const early = yearOf(day) < period.from;
    if (early || yearOf(day) > period.to + Number(options["years-after"])) report("as-of-outside-period", { day, period: text, side: early ? "before" : "after" }, placeIn(actuals, ["as-of"]));
  },
});
