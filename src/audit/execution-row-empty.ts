// 预算执行一行未填: amounts without points, or points without amounts.
// Example: 338.31 of 329.77 spent, rate 102.59%, points empty → a finding at the points.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { compare, divide, HUNDRED, multiply } from "../numbers/number.ts";
import { valueOf } from "../recheck/amount.ts";

export const executionRowEmpty = defineFinding({
  code: "execution-row-empty",
  title: label("预算执行一行未填", "Budget execution not filled in"),
  rule: label("预算执行一行填写金额、执行率和得分", "the budget execution row holds amounts, rate and points"),
  find({ view: { money, counted }, table, rate }, report, say) {
    // Scored as one of the indicators, the block only lists the money.
    if (money === undefined || table.targetsOnly === true || counted.some((one) => one.execution && one.points.state === "figure")) return;
    const row = money.row.name?.text ?? say("预算执行", "budget execution");
    const amounts = [money.initial, money.adjusted, money.executed, money.rate];
    const filled = amounts.some((one) => one.state === "figure");
    if (money.points.state === "blank" && (filled || money.weight.state === "figure")) {
      const [weight, percent] = [valueOf(money.weight), rate?.computed ?? rate?.printed];
      const capped = percent !== undefined && compare(percent, HUNDRED) > 0 ? HUNDRED : percent;
      const should = weight === undefined || capped === undefined ? undefined : divide(multiply(weight, capped), HUNDRED);
      report({ row, cell: money.points.cell, expected: should === undefined ? say("得分", "points") : figure(should), facts: { has: filled ? say("有金额或执行率", "amounts or a rate") : say("有分值", "a weight"), lacks: say("得分", "points") } });
    }
    if (money.points.state === "figure" && money.points.value.n !== 0n && amounts.some((one) => one.state !== "absent") && amounts.every((one) => one.state === "blank" || one.state === "absent")) {
      report({ row, cell: money.points.cell, expected: say("金额和执行率", "amounts and a rate"), facts: { has: say("有得分", "points"), lacks: say("金额和执行率", "amounts or a rate") } });
    }
  },
});
