// 共享分值法（可选项）: the chosen optional indicators share the points of their group.
// Basis: «(可选项)» benefit indicators sharing 40 points in a published framework; equal shares are cut to the
// framework's decimals and the last one takes the rest, as in a published table: 26 = 3.71 × 6 + 3.74.
// Example: 40 points over three chosen indicators → 13.33, 13.33, 13.34.
import { label, sum } from "../expression/expression.ts";
import { defineGroupMethod } from "../model/method.ts";
import { count, z } from "../source/shape.ts";

export const pool = defineGroupMethod({
  kind: "pool",
  title: label("共享分值法", "Pool"),
  params: z
    .strictObject({
      kind: z.literal("pool"),
      min: count("至少选用几项"),
      split: z.enum(["equal", "given"]).describe("equal 所选指标平均分配，余数归最后一项；given 由绩效目标表给出各项分值"),
    })
    .describe("共享分值法：所选指标共享该组分值"),
  sentence: ({ min, split }) =>
    split === "equal"
      ? label(`至少选用 ${min} 项，所选指标平均分配该组分值，余数归最后一项`, `at least ${min} chosen; they share the group's points equally, the last takes the rest`)
      : label(`至少选用 ${min} 项，所选指标共享该组分值，各项分值由绩效目标表给出`, `at least ${min} chosen; they share the group's points as the objectives say`),
  weights: ({ split }) => (split === "equal" ? "split" : "sum"),
  build: (_, { children }) => sum(...children.map((one) => one.points)),
});
