// 反向扣减法: reverse indicators in the two published forms.
//
//   linear    full up to the target, then linearly down to nothing at `zero-at` times the target:
//             (1 − (actual − target) ÷ ((zero-at − 1) × target)) × weight
//   quotient  weight × target ÷ actual
//
// Basis: linear with zero-at 2 is what running provincial systems compute (published); quotient is the
// rule printed on published self-evaluation forms (得分 = 权重 × A/B, published).
// Example: linear, zero-at 2, weight 10, target 10, actual 12 → (1 − 2 ÷ 10) × 10 = 8.
import { choice, compare, constant, difference, label, named, product, quotient } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { onZeroTarget, positiveTarget, reached, reachedCase, zeroPoints } from "../model/method-parts.ts";
import { compare as order, exact, ONE, subtract } from "../numbers/number.ts";
import { decimal, z, zeroTarget } from "../source/shape.ts";

export const reverse = defineMethod({
  kind: "reverse",
  title: label("反向扣减法", "Reverse"),
  params: z
    .strictObject({
      kind: z.literal("reverse"),
      form: z.enum(["linear", "quotient"]).describe("形式：linear 超过目标值线性扣减；quotient 分值 × 目标值 ÷ 实际值"),
      "zero-at": decimal("线性扣减到 0 分时实际值为目标值的倍数，大于 1；仅用于 linear").optional(),
      "zero-target": zeroTarget.optional(),
    })
    .describe("反向扣减法：不超过目标值得满分，超过则扣减"),
  target: "required",
  build: (params, context) => {
    const { measure, target, weight } = context;
    if (target === undefined || !positiveTarget(target, context)) return zeroPoints;
    if (target.is === ">" || target.is === ">=") context.problem("direction-contradiction", { declared: "lower", sign: target.is });
    if (target.value.n === 0n) return onZeroTarget(params["zero-target"], reached(measure, target, "<="), context);
    const full = reachedCase(measure, target, "<=", weight.expression);
    if (params.form === "quotient") {
      if (params["zero-at"] !== undefined) context.problem("parameter-unused", { parameter: "zero-at" }, ["zero-at"]);
      const completion = named("completion-rate", label("完成率", "completion"), quotient(target.expression, measure));
      return choice([full], "in-proportion", label("按目标值与实际值之比得分", "in proportion"), product(completion, weight.expression));
    }
    const multiple = exact(params["zero-at"] ?? "0");
    if (order(multiple, ONE) <= 0) {
      context.problem("zero-at-range", { value: params["zero-at"] ?? "" }, params["zero-at"] === undefined ? [] : ["zero-at"]);
      return zeroPoints;
    }
    const limit = product(constant(multiple), target.expression);
    const room = order(multiple, exact("2")) === 0 ? target.expression : product(constant(subtract(multiple, ONE)), target.expression);
    const excess = named("excess-rate", label("超出率", "excess"), quotient(difference(measure, target.expression), room));
    return choice(
      [full, { id: "zero-line", label: label(`达到目标值的 ${params["zero-at"]} 倍`, `${params["zero-at"]} times the target`), when: compare(measure, ">=", limit), then: zeroPoints }],
      "excess-deducted",
      label("超出部分线性扣减", "excess deducted linearly"),
      product(difference(constant(ONE), excess), weight.expression),
    );
  },
  better: () => "lower",
});
