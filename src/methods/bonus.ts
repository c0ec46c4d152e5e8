// 加分项: points on top of the full marks, with a cap of their own.
// Basis: bonus items for innovation and use of results (Changzhou, in the government's comprehensive appraisal);
// some published settings forbid bonus items inside self-evaluation, so a framework must declare the maximum.
// Example: cap 5; items score 3 and 4 → 5.
import { constant, label, min, sum } from "../expression/expression.ts";
import { defineGroupMethod } from "../model/method.ts";
import { exact } from "../numbers/number.ts";
import { points, z } from "../source/shape.ts";

export const bonus = defineGroupMethod({
  kind: "bonus",
  title: label("加分项", "Bonus"),
  params: z.strictObject({ kind: z.literal("bonus"), cap: points("加分上限") }).describe("加分项：不计入满分，合计不超过上限"),
  sentence: ({ cap }) => label(`加分项，不计入满分；各项得分之和最高 ${cap} 分`, `bonus on top of the full marks, ${cap} points at most`),
  weights: () => "outside",
  build: ({ cap }, { children }) => min(constant(exact(cap), { label: label("加分上限", "bonus cap") }), sum(...children.map((one) => one.points))),
});
