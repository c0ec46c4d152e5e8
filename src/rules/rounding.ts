// 舍入: how many decimals points keep, and the named way to round.
// Basis: 保留小数点后两位、四舍五入, the convention of all published tables and running systems seen (unverified).
// Example: places 1 where 2 are required → breach at `rounding`.
import { label } from "../expression/expression.ts";
import { defineRule, ruleIdentity } from "../model/rule.ts";
import { rounding as declared, z } from "../source/shape.ts";

export const rounding = defineRule({
  kind: "rounding",
  title: label("舍入", "Rounding"),
  params: z.strictObject({ ...ruleIdentity, kind: z.literal("rounding"), rounding: declared }).describe("舍入：小数位数和舍入方式"),
  sentence: ({ rounding: { places, mode } }) => label(`得分保留 ${places} 位小数（${mode}）。`, `Points keep ${places} decimals (${mode}).`),
  rank: ({ rounding: a }, { rounding: b }) => (a.places === b.places && a.mode === b.mode ? "equal" : "different"),
  demands: ({ rounding: { places, mode } }) => [[{ about: "places", subject: "", is: places }, { about: "mode", subject: "", is: mode }]],
  check({ rounding: { places, mode } }, { linked, place, breach }) {
    const found = linked.framework.data.rounding;
    for (const [key, expected] of [["places", places], ["mode", mode]] as const) {
      if (found[key] !== expected) breach("rounding-other", { key, found: found[key], expected }, place("rounding", key));
    }
  },
});
