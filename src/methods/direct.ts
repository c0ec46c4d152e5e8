// 直接赋分（是否评分法）: yes scores the full weight, no scores nothing.
// Basis: the yes/no method of published local rules (是否评分法) and 直接赋分 of the national guide.
// Example: weight 2, actual 是 → 2.
import { choice, compare, integer, label } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { z } from "../source/shape.ts";

const MET = label("是否符合", "met or not");

export const direct = defineMethod({
  kind: "direct",
  title: label("直接赋分（是否）", "Direct (yes or no)"),
  params: z.strictObject({ kind: z.literal("direct") }).describe("直接赋分：是得满分，否不得分"),
  target: "none",
  inputs: "own",
  build: (_, { weight }) =>
    choice(
      [
        {
          id: "yes",
          label: label("符合", "met"),
          when: compare({ op: "input", name: "value", label: MET, options: ["否", "是"] }, "=", { ...integer(1), shown: "是", label: label("是", "yes") }),
          then: weight.expression,
        },
      ],
      "no",
      label("不符合", "not met"),
      zeroPoints,
    ),
  better: () => "higher",
});
