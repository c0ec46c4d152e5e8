// 两端法: the nearer to the standard value, the more points; both sides count alike.
// Basis: published asset rules (离标准值越近得分越高) and published cost rules such as
// «±10%以内 5 分，±10–15% 3 分，±15–20% 1 分，以外不得分».
// Example: weight 5, target 100, relative tiers [0%, 10%] → 5, (10%, 15%] → 3 …; actual 88 → 12% → 3.
import { choice, compare, constant, difference, type Expression, label, max, named, product, quotient } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { positiveTarget, tiers, zeroPoints } from "../model/method-parts.ts";
import { compare as order, HUNDRED, ONE, subtract, ZERO } from "../numbers/number.ts";
import { quantity, tier, z } from "../source/shape.ts";

export const twoSided = defineMethod({
  kind: "two-sided",
  title: label("两端法", "Two-sided"),
  params: z
    .strictObject({
      kind: z.literal("two-sided"),
      difference: z.enum(["relative", "absolute"]).describe("差异：relative 相对目标值的百分比；absolute 绝对值"),
      "full-within": quantity("差异不超过此值得满分").optional(),
      "zero-at": quantity("差异达到此值不得分，其间线性递减").optional(),
      tiers: z.array(tier).min(1).optional().describe("按差异分档；与 full-within、zero-at 二选一"),
    })
    .describe("两端法：离标准值越近得分越高"),
  target: "required",
  build: (params, context) => {
    const { measure, target, weight } = context;
    if (target === undefined || !positiveTarget(target, context)) return zeroPoints;
    const relative = params.difference === "relative";
    if (relative && target.value.n === 0n) {
      context.problem("zero-target-undeclared", {});
      return zeroPoints;
    }
    const unit = relative ? "%" : context.unit;
    const distance = max(difference(measure, target.expression), difference(target.expression, measure));
    const share: Expression = relative ? product(quotient(distance, target.expression), constant(HUNDRED)) : distance;
    const gap = named("difference", label("差异", "difference"), share, unit);
    const { tiers: list, "full-within": fullWithin, "zero-at": zeroAt } = params;
    if (list !== undefined) {
      if (fullWithin !== undefined || zeroAt !== undefined) context.problem("two-sided-shape", {});
      return tiers(gap, unit, list, { low: { value: ZERO, closed: true }, high: undefined, text: ">= 0" }, context, ["tiers"]);
    }
    if (fullWithin === undefined || zeroAt === undefined) {
      context.problem("two-sided-shape", {});
      return zeroPoints;
    }
    const inner = context.quantity(fullWithin, unit, ["full-within"]);
    const outer = context.quantity(zeroAt, unit, ["zero-at"]);
    if (order(outer, inner) <= 0) {
      context.problem("linear-same-ends", { at: zeroAt }, ["zero-at"]);
      return zeroPoints;
    }
    const decline = named("decline", label("递减率", "decline"), quotient(difference(gap, constant(inner)), constant(subtract(outer, inner))));
    return choice(
      [
        { id: "near", label: label(`差异不超过 ${fullWithin}`, `difference within ${fullWithin}`), when: compare(gap, "<=", constant(inner, { unit })), then: weight.expression },
        { id: "far", label: label(`差异达到 ${zeroAt}`, `difference of ${zeroAt} or more`), when: compare(gap, ">=", constant(outer, { unit })), then: zeroPoints },
      ],
      "declining",
      label("随差异线性递减", "declining with the difference"),
      product(difference(constant(ONE), decline), weight.expression),
    );
  },
  better: () => "nearer",
});
