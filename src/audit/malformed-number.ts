// 数字写错: a cell that should hold a number holds `7,00.0,77` or words.
// Example: weight 1O → a finding at the weight.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";
import type { Amount } from "../recheck/amount.ts";
import type { Reading } from "../reading/types.ts";
import type { Cell } from "../types/table.ts";

export const malformedNumber = defineFinding({
  code: "malformed-number",
  title: label("数字写错", "Malformed number"),
  rule: label("分值、得分、金额、执行率是十进制数，千分位逗号每三位一个", "weights, points, amounts and rates are decimal numbers, with separators every three digits only"),
  find({ view: { entries, money, moneyParts, total, totalWeight } }, report, say) {
    const check = (amount: Amount, row: string, column: string): void => {
      if (amount.state === "malformed") report({ row, cell: amount.cell, expected: say("数值", "a number"), facts: { column } });
    };
    const text = (reading: Reading | undefined, cell: Cell | undefined, row: string, column: string): void => {
      if (reading?.kind === "none" && (reading.reason === "malformed-number" || reading.reason === "number-too-long")) report({ row, cell, expected: say("数值", "a number"), facts: { column } });
    };
    for (const one of money === undefined ? [] : [money, ...moneyParts]) {
      const row = one.row.name?.text ?? say("预算执行", "budget execution");
      check(one.initial, row, say("年初预算数", "initial budget"));
      check(one.adjusted, row, say("全年预算数", "full-year budget"));
      check(one.executed, row, say("全年执行数", "executed"));
      check(one.rate, row, say("执行率", "rate"));
      check(one.weight, row, say("分值", "weight"));
      check(one.points, row, say("得分", "points"));
    }
    for (const { row, target, actual, weight, points } of entries) {
      text(target, row.target, row.name.text, say("年度指标值", "target"));
      text(actual, row.actual, row.name.text, say("实际完成值", "actual"));
      check(weight, row.name.text, say("分值", "weight"));
      check(points, row.name.text, say("得分", "points"));
    }
    check(totalWeight, say("合计", "total"), say("分值", "weight"));
    check(total, say("合计", "total"), say("得分", "points"));
  },
});
