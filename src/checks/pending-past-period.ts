// 到期仍写尚未到期: `pending` as of a day on which the period is over.
// Basis: derived – what is due at the end of the period is due then; a pending value keeps the total open.
// Example: period: 2024, as-of: 2024-12-31, units: pending → a finding at the entry.
import { defineCheck } from "../check/check.ts";
import { entryPlace } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { isOver, periodOf } from "../numbers/period.ts";

export const pendingPastPeriod = defineCheck({
  id: "pending-past-period",
  title: label("到期仍写尚未到期", "Pending after the period"),
  why: label("期末仍不填实际值，总分只能是区间，等级定不下来。", "With a value still pending at the end, the total stays open and there is no grade."),
  mend: label("填实际完成值；没有完成的按实际填，不适用的写 not-applicable。", "Enter what was achieved, or not-applicable."),
  basis: { document: "由绩效目标表的期间推得", clause: "期末应填报全部实际完成值", status: "illustrative" },
  codes: ["pending-past-period"],
  actuals({ program: { linked }, actuals, results }, report) {
    const text = linked.objectives?.data.period;
    const period = text === undefined ? undefined : periodOf(text);
    const day = actuals.data["as-of"];
    if (text === undefined || period === undefined || !isOver(period, day)) return;
    for (const { leaf: { leaf }, state } of results) if (state === "pending") report("pending-past-period", { indicator: leaf.name, day, period: text }, entryPlace(actuals, leaf));
  },
});
