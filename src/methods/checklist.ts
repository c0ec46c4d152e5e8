// 评价要点法: check points, each met or not, each with its own points; together they make up the weight.
// Basis: the check points (评价要点) of 财预〔2020〕10号; splits such as 1+1+1 in published local tables.
// Example: weight 3 = 1 + 1 + 1, two of three met → 2.
import { type Expression, label, product, sum } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { add, compare, show, ZERO } from "../numbers/number.ts";
import { award, identifier, text, z } from "../source/shape.ts";

export const checklist = defineMethod({
  kind: "checklist",
  title: label("评价要点法", "Checklist"),
  params: z
    .strictObject({
      kind: z.literal("checklist"),
      "check-points": z
        .array(z.strictObject({ id: identifier("要点编号"), name: text("评价要点"), ...award }))
        .min(1)
        .max(30)
        .describe("评价要点；分数合计应等于指标分值"),
    })
    .describe("评价要点法：符合的要点得分之和"),
  target: "none",
  judged: true,
  inputs: "own",
  build: ({ "check-points": list }, context) => {
    const parts = list.map((one, index): { points: Expression & { op: "constant" }; met: Expression } => ({
      points: context.award(one, ["check-points", index]),
      met: { op: "input", name: one.id, label: label(one.name, one.name), options: ["否", "是"] },
    }));
    const total = parts.reduce((whole, one) => add(whole, one.points.value), ZERO);
    if (compare(total, context.weight.value) !== 0) context.problem("check-points-sum", { sum: show(total), weight: show(context.weight.value) }, ["check-points"]);
    const names = list.map((one) => one.id);
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) context.problem("duplicate-id", { id: name }, ["check-points", index, "id"]);
    });
    return sum(...parts.map((one) => product(one.met, one.points)));
  },
  better: () => "higher",
});
