// 预算执行率: executed ÷ a declared denominator; full marks at 100 %, otherwise in proportion or by tiers.
// Basis: rate × 10, capped at 10 (published); the denominator differs from place to place (年初预算数,
// 全年预算数（调整后）, 到位资金), so it must be declared, as must a budget of zero.
// Example: weight 10, executed 31.69, full-year budget 32.4 → 31.69 ÷ 32.4 × 10 = 9.7808… → 9.78.
import { type Case, choice, compare, constant, type Input, label, named, product, quotient, rounded } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { outcomeOnZero, overCases, tiers, zeroPoints } from "../model/method-parts.ts";
import { HUNDRED, ZERO } from "../numbers/number.ts";
import { overCompletion, percent, rounding, text, tier, z, zeroDenominator } from "../source/shape.ts";

const DENOMINATORS = {
  "initial-budget": label("年初预算数", "initial budget"),
  "adjusted-budget": label("全年预算数", "full-year budget"),
  "received-funds": label("到位资金", "funds received"),
};
const RATE = label("预算执行率", "execution rate");

export const budgetExecution = defineMethod({
  kind: "budget-execution",
  title: label("预算执行率", "Budget execution"),
  params: z
    .strictObject({
      kind: z.literal("budget-execution"),
      denominator: z.enum(["initial-budget", "adjusted-budget", "received-funds"]).describe("分母：initial-budget 年初预算数；adjusted-budget 全年（调整后）预算数；received-funds 到位资金"),
      unit: text("金额单位，如 万元"),
      "zero-denominator": zeroDenominator,
      "rate-rounding": rounding.optional().describe("先对执行率（百分数）舍入再乘分值；不写则只在得分处舍入一次"),
      over: overCompletion.optional(),
      pass: percent("执行率低于此值不得分").optional(),
      tiers: z.array(tier).min(1).optional().describe("按执行率分档；不能与 over、pass 同用"),
    })
    .describe("预算执行率：执行数 ÷ 声明的分母"),
  target: "none",
  inputs: "own",
  build: (params, context) => {
    const { weight } = context;
    const executed: Input = { op: "input", name: "executed", label: label("全年执行数", "executed"), unit: params.unit };
    const budget: Input = { op: "input", name: params.denominator, label: DENOMINATORS[params.denominator], unit: params.unit };
    const ratio = product(quotient(executed, budget), constant(HUNDRED));
    const round = params["rate-rounding"];
    const percentage = named("execution-rate", RATE, round ? rounded(ratio, Number(round.places), round.mode) : ratio, "%");
    const zero = outcomeOnZero(params["zero-denominator"], weight.expression);
    const cases: Case[] = [{ id: "zero-denominator", label: label(`${budget.label.zh}为 0`, `${budget.label.en} is 0`), when: compare(budget, "=", constant(ZERO)), then: zero }];
    if (params.tiers !== undefined) {
      if (params.over !== undefined || params.pass !== undefined) context.problem("budget-execution-shape", {}, ["tiers"]);
      const all = { low: undefined, high: undefined, text: "" };
      return choice(cases, "by-tier", label("按执行率分档", "by tier"), tiers(percentage, "%", params.tiers, all, context, ["tiers"]));
    }
    if (params.over === undefined) {
      context.problem("budget-execution-shape", {});
      return zeroPoints;
    }
    const full = constant(HUNDRED, { unit: "%" });
    cases.push(...overCases(params.over, percentage, full, weight.expression));
    cases.push({ id: "fully-executed", label: label("执行率达到 100%", "fully executed"), when: compare(percentage, ">=", full), then: weight.expression });
    cases.push({ id: "not-positive", label: label("没有执行", "nothing executed"), when: compare(percentage, "<=", constant(ZERO)), then: zeroPoints });
    if (params.pass !== undefined) {
      const line = constant(context.quantity(params.pass, "%", ["pass"]), { unit: "%" });
      cases.push({ id: "below-pass", label: label(`执行率低于 ${params.pass}`, `rate below ${params.pass}`), when: compare(percentage, "<", line), then: zeroPoints });
    }
    const rate = round ? quotient(percentage, constant(HUNDRED)) : quotient(executed, budget);
    return choice(cases, "in-proportion", label("按执行率得分", "in proportion to the rate"), product(rate, weight.expression));
  },
  better: () => "higher",
});
