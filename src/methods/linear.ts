// 功效系数法（两点间线性内插）: points rise or fall linearly between two declared points of the scale.
// Basis: the efficacy-coefficient method in general use (illustrative where a framework gives no document).
// Example: weight 10, from 60% → 0, to 90% → 10; 75% → 0 + (75 − 60) ÷ (90 − 60) × (10 − 0) = 5.
import { choice, compare, constant, difference, label, named, product, quotient, sum } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { compare as order, subtract } from "../numbers/number.ts";
import { award, quantity, z } from "../source/shape.ts";

export const linear = defineMethod({
  kind: "linear",
  title: label("功效系数法", "Linear between two points"),
  params: z
    .strictObject({
      kind: z.literal("linear"),
      from: z.strictObject({ at: quantity("起点（不允许值）"), ...award }).describe("起点及得分"),
      to: z.strictObject({ at: z.union([z.literal("target"), quantity("终点（满意值）")]), ...award }).describe("终点及得分；target 表示年度指标值"),
      before: z.enum(["zero", "hold"]).describe("未到起点时：zero 不得分；hold 得起点分"),
    })
    .describe("功效系数法：起点与终点之间线性内插"),
  target: "optional",
  build: (params, context) => {
    const { measure, target, unit } = context;
    const from = context.quantity(params.from.at, unit, ["from", "at"]);
    if (params.to.at === "target" && target === undefined) {
      context.problem("target-missing", {});
      return zeroPoints;
    }
    const to = params.to.at === "target" ? (target?.value ?? from) : context.quantity(params.to.at, unit, ["to", "at"]);
    const first = context.award(params.from, ["from"]);
    const last = context.award(params.to, ["to"]);
    const rising = order(to, from);
    if (rising === 0) {
      context.problem("linear-same-ends", { at: params.from.at }, ["to", "at"]);
      return zeroPoints;
    }
    const start = constant(from, { label: label("起点", "start"), unit });
    const end = constant(to, { label: label("终点", "end"), unit });
    const position = named("position", label("功效系数", "position"), quotient(difference(measure, start), constant(subtract(to, from))));
    return choice(
      [
        { id: "end-reached", label: label("达到终点", "end reached"), when: compare(measure, rising > 0 ? ">=" : "<=", end), then: last },
        { id: "before-start", label: label("未到起点", "before the start"), when: compare(measure, rising > 0 ? "<" : ">", start), then: params.before === "zero" ? zeroPoints : first },
      ],
      "between",
      label("两点之间线性内插", "linear between the two points"),
      sum(first, product(position, constant(subtract(last.value, first.value)))),
    );
  },
  better: (params, { quantity, target, unit }) => {
    const to = params.to.at === "target" ? target?.value : quantity(params.to.at, unit, ["to", "at"]);
    return to && (order(to, quantity(params.from.at, unit, ["from", "at"])) < 0 ? "lower" : "higher");
  },
});
