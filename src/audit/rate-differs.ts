// 执行率不符: a printed rate against the amounts beside it, and a printed result against its own calculation.
// Example: 31.69 ÷ 32.4, printed 98.70% → 97.81%; 136/143=95.11% → 95.1%.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { type Exact, HUNDRED, multiply, round } from "../numbers/number.ts";
import { exactOf } from "../reading/figure.ts";
import { type Rate, rateOf } from "../recheck/execution.ts";
import type { Cell } from "../types/table.ts";

export const rateDiffers = defineFinding({
  code: "rate-differs",
  title: label("执行率不符", "Rate differs"),
  rule: label("执行率 = 全年执行数 ÷ 预算数；算式的结果由算式得出", "a rate is executed ÷ budget; the result of a calculation follows from it"),
  find({ view: { money, moneyParts, entries }, executions }, report, say) {
    const percent = (value: Exact, places: number): string => `${figure(round(value, Math.max(places, 2), "half-up"))}%`;
    const check = (rate: Rate | undefined, row: string, cell: Cell | undefined): void => {
      if (rate?.agrees === "no" && rate.computed !== undefined) report({ row, cell, expected: percent(rate.computed, 2) });
    };
    for (const one of money === undefined ? [] : [money, ...moneyParts]) check(rateOf(one), one.row.name?.text ?? say("执行率", "rate"), one.row.rate);
    for (const { entry, rate } of executions) if (entry !== undefined) check(rate, entry.row.name.text, entry.row.actual);
    for (const { row, actual } of entries) {
      if (actual?.kind !== "formula" || actual.holds !== false || actual.result === undefined) continue;
      const value = exactOf(actual.value);
      const places = (actual.result.decimal ?? "").split(".")[1]?.length ?? 0;
      report({ row: row.name.text, cell: row.actual, expected: actual.result.unit === "%" ? percent(multiply(value, HUNDRED), places) : figure(round(value, Math.max(places, 2), "half-up")) });
    }
  },
});
