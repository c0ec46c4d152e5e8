// 等级界限: the names of the grades and where each begins.
// Basis: 优 90、良 80、中 60、差 0 (all central departments, published); 90/80/70 and 80/70/60 elsewhere.
// Example: 中 from 70 where 60 is required → breach at its `from`.
import { label } from "../expression/expression.ts";
import { compare, exact, show } from "../numbers/number.ts";
import { defineRule, rankAll, rankBound, ruleIdentity } from "../model/rule.ts";
import { points, text, z } from "../source/shape.ts";

const names = (grades: readonly { readonly name: string }[]): string => grades.map((one) => one.name).join("、");
const shown = (grades: readonly { readonly name: string; readonly from: string }[]): string => grades.map((one) => `${one.name} ${one.from}`).join("、");

export const gradeBands = defineRule({
  kind: "grade-bands",
  title: label("等级界限", "Grade bands"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("grade-bands"),
      grades: z.array(z.strictObject({ name: text("等级"), from: points("下限（含）") })).min(1).max(10).describe("等级，由高到低"),
    })
    .describe("等级界限：等级名称和下限"),
  sentence: ({ grades }) => label(`等级：${grades.map((one) => `${one.name} ${one.from} 分起`).join("，")}。`, `Grades: ${grades.map((one) => `${one.name} from ${one.from}`).join(", ")}.`),
  rank(higher, lower) {
    if (names(higher.grades) !== names(lower.grades)) return "different";
    return rankAll(higher.grades.map((one, index) => rankBound("floor", one.from, lower.grades[index]?.from)));
  },
  demands: ({ grades }) => [[{ about: "grades", subject: "", is: grades.map((one) => `${one.name} ${show(exact(one.from))}`).join("、") }]],
  check({ grades }, { linked, place, breach }) {
    const found = linked.framework.data.grades;
    const facts = { found: shown(found), expected: shown(grades) };
    if (names(found) !== names(grades)) return breach("grade-bands-other", facts, place("grades"));
    const index = found.findIndex((one, at) => compare(exact(one.from), exact(grades[at]?.from ?? "0")) !== 0);
    if (index >= 0) breach("grade-bands-other", facts, place("grades", index, "from"));
  },
});
