// 扣分法（扣完为止）: full points, less a deduction per unit over a line or per case, never below zero.
//
//   per: unit    each started (ceil), whole (floor) or fractional (linear) unit beyond the line costs `deduct`
//   per: count   the actual value is the number of cases; each costs `deduct`
//
// Basis: published local tables (每超过一个百分点扣 0.5 分，扣完为止). Whether a started unit counts is normally not
// said, so `step` must be declared; a published score of 7.75 under a «per 1 %» rule shows linear use.
// Example: weight 5, from 100%, each 1%, deduct 0.5; 103% → 3.5; 102.4% → 3.8 linear, 4.0 floor, 3.5 ceil.
import { choice, compare, constant, difference, type Expression, label, max, named, product, quotient, rounded } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { ZERO, compare as order, show } from "../numbers/number.ts";
import { award, quantity, z } from "../source/shape.ts";

const deduct = z.strictObject(award).describe("每次扣分：points 分数或 share 占分值的比例");

export const deduction = defineMethod({
  kind: "deduction",
  title: label("扣分法", "Deduction"),
  params: z
    .union([
      z.strictObject({
        kind: z.literal("deduction"),
        per: z.literal("unit").describe("按超出的幅度扣分"),
        from: z.union([z.literal("target"), quantity("不扣分的界线")]).describe("不扣分的界线；target 表示年度指标值"),
        direction: z.enum(["above", "below"]).describe("above 高于界线扣分；below 低于界线扣分"),
        each: quantity("每一幅度"),
        deduct,
        step: z.enum(["floor", "ceil", "linear"]).describe("不足一个幅度时：floor 不计；ceil 按一个计；linear 按比例计"),
      }),
      z.strictObject({ kind: z.literal("deduction"), per: z.literal("count").describe("按发生次数扣分，实际完成值为次数"), deduct }),
    ])
    .describe("扣分法：扣完为止"),
  target: "optional",
  build: (params, context) => {
    const { measure, weight, target, unit } = context;
    const each = context.award(params.deduct, ["deduct"]);
    const cost = constant(each.value, { label: label("每次扣分", "deduction each") });
    const left = (steps: Expression): Expression => max(zeroPoints, difference(weight.expression, product(steps, cost)));
    const none = label("无扣分情形", "nothing to deduct");
    if (params.per === "count") {
      return choice([{ id: "none", label: none, when: compare(measure, "<=", constant(ZERO)), then: weight.expression }], "deducted", label("按次数扣分", "deducted per case"), left(measure));
    }
    if (params.from === "target" && target === undefined) context.problem("target-missing", {});
    const line = params.from === "target" ? (target?.value ?? ZERO) : context.quantity(params.from, unit, ["from"]);
    const size = context.quantity(params.each, unit, ["each"]);
    if (order(size, ZERO) <= 0) {
      context.problem("each-not-positive", { each: show(size) }, ["each"]);
      return zeroPoints;
    }
    const above = params.direction === "above";
    const border = constant(line, { label: label("界线", "line"), unit });
    const excess = named("excess", above ? label("超出界线", "above the line") : label("低于界线", "below the line"), above ? difference(measure, border) : difference(border, measure));
    const units = quotient(excess, constant(size));
    const steps = named("deduction-steps", label("扣分次数", "deductions"), params.step === "linear" ? units : rounded(units, 0, params.step === "floor" ? "floor" : "ceiling"));
    return choice(
      [{ id: "none", label: above ? label("未超出界线", "not above the line") : label("未低于界线", "not below the line"), when: compare(measure, above ? "<=" : ">=", border), then: weight.expression }],
      "deducted",
      label("按幅度扣分，扣完为止", "deducted by extent, never below zero"),
      left(steps),
    );
  },
  better: (params) => (params.per === "unit" && params.direction === "below" ? "higher" : "lower"),
});
