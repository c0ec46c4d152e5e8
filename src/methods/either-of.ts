// 择一法（二者择其一）: of several indicators one counts, the best or the declared one.
// Basis: «二者择其一进行考核» in a published department table. Every alternative carries the group's weight.
// Example: 20 points, 结转结余率 scores 15, 变动率 scores 20 → best is 20.
import { label, max, product } from "../expression/expression.ts";
import { defineGroupMethod } from "../model/method.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { z } from "../source/shape.ts";

export const eitherOf = defineGroupMethod({
  kind: "either-of",
  title: label("择一法", "Either of"),
  params: z
    .strictObject({ kind: z.literal("either-of"), choose: z.enum(["best", "declared"]).describe("best 取得分最高的；declared 由绩效目标表在 choose 中声明") })
    .describe("择一法：下级指标二者（多者）择其一"),
  sentence: ({ choose }) =>
    choose === "best" ? label("下级指标择一计分，取得分最高的一项", "one of the indicators counts, the one that scores most") : label("下级指标择一计分，取绩效目标表选定的一项", "one of the indicators counts, the one that the objectives choose"),
  weights: () => "each",
  build: ({ choose }, { children, chosen }) => {
    const counted = choose === "best" ? children : children.filter((one) => one.id === chosen);
    const points = counted.map((one) => product(one.points, one.applies));
    return points.length > 1 ? max(...points) : (points[0] ?? zeroPoints);
  },
});
