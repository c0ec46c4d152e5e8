// 满意度赋分: full at the target, nothing below the zero line, and between them the declared rule.
// Basis: Changzhou publishes the target (above 90) and the zero line (below 60 scores nothing; 60 itself does
// not), and nothing about the values between: `between` is therefore always declared. The zero line may stand
// here, or come from a rule pack as a knock-out.
// Example: weight 15, target 92%, zero-below 60%, proportional; 59.9% → 0, 60% → 60 ÷ 92 × 15 = 9.78.
import { type Case, choice, compare, constant, difference, type Expression, label, named, product, quotient } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { positiveTarget, reachedCase, tiers, zeroPoints } from "../model/method-parts.ts";
import { compare as order, subtract, ZERO } from "../numbers/number.ts";
import { quantity, tier, z } from "../source/shape.ts";

export const satisfaction = defineMethod({
  kind: "satisfaction",
  title: label("满意度赋分", "Satisfaction"),
  params: z
    .strictObject({
      kind: z.literal("satisfaction"),
      "zero-below": quantity("低于此值不得分（等于不算低于）").optional(),
      between: z
        .union([z.enum(["proportional", "linear"]), z.strictObject({ tiers: z.array(tier).min(1) })])
        .describe("零分线与目标值之间：proportional 按比例；linear 从零分线起线性；tiers 分档（须覆盖全部取值）"),
    })
    .describe("满意度：达到目标值得满分，低于零分线不得分，其间按声明的办法"),
  target: "required",
  build: (params, context) => {
    const { measure, target, unit, weight } = context;
    if (target === undefined || !positiveTarget(target, context)) return zeroPoints;
    if (target.is === "<" || target.is === "<=") context.problem("direction-contradiction", { declared: "higher", sign: target.is });
    const line = params["zero-below"] === undefined ? undefined : context.quantity(params["zero-below"], unit, ["zero-below"]);
    if (target.value.n === 0n || (line !== undefined && order(line, target.value) >= 0)) {
      context.problem("satisfaction-line", { line: params["zero-below"] ?? "0" });
      return zeroPoints;
    }
    const zero = constant(line ?? ZERO, { label: label("零分线", "zero line"), unit });
    const below: Case = { id: "below-zero-line", label: label(`低于 ${params["zero-below"]}，不得分`, `below ${params["zero-below"]} scores nothing`), when: compare(measure, "<", zero), then: zeroPoints };
    const zeroCases = line === undefined ? [{ ...below, id: "not-positive", label: label("实际完成值不大于 0", "actual not above 0"), when: compare(measure, "<=", zero) }] : [below];
    if (typeof params.between === "object") {
      return choice(line === undefined ? [] : [below], "by-tier", label("按满意度分档", "by tier"), tiers(measure, unit, params.between.tiers, context.domain, context, ["between", "tiers"]));
    }
    let share: Expression = named("completion-rate", label("完成率", "completion"), quotient(measure, target.expression));
    if (params.between === "linear") {
      if (line === undefined) context.problem("satisfaction-linear-needs-line", {}, ["between"]);
      share = named("position", label("内插系数", "position"), quotient(difference(measure, zero), constant(subtract(target.value, line ?? ZERO))));
    }
    const words = params.between === "linear" ? label("零分线与目标值之间，按声明线性计分", "between zero line and target, linear as declared") : label("零分线与目标值之间，按声明比例计分", "between zero line and target, in proportion as declared");
    return choice([reachedCase(measure, target, ">=", weight.expression), ...zeroCases], `between-${params.between}`, words, product(share, weight.expression));
  },
  better: () => "higher",
});
