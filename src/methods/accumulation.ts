// 按数累加法: every item achieved adds its points, up to the weight.
// Basis: 按数累加法, one of six methods named in a published local rule; its cap at the weight follows from
// «得分不得突破权重总额» of published forms.
// Example: weight 10, 2 points an item, 4 items → 8; 6 items → 10.
import { choice, compare, constant, label, min, product } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { zeroPoints } from "../model/method-parts.ts";
import { ZERO } from "../numbers/number.ts";
import { award, z } from "../source/shape.ts";

export const accumulation = defineMethod({
  kind: "accumulation",
  title: label("按数累加法", "Accumulation"),
  params: z.strictObject({ kind: z.literal("accumulation"), each: z.strictObject(award).describe("每项得分") }).describe("按数累加法：每完成一项得若干分，满分为止"),
  target: "optional",
  build: ({ each }, context) => {
    const gain = constant(context.award(each, ["each"]).value, { label: label("每项得分", "points each") });
    return choice(
      [{ id: "none", label: label("没有完成项", "none achieved"), when: compare(context.measure, "<=", constant(ZERO)), then: zeroPoints }],
      "accumulated",
      label("按项累加", "added up"),
      min(context.weight.expression, product(context.measure, gain)),
    );
  },
  better: () => "higher",
});
