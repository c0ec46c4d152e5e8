// 按评判等级赋分（定性）: a grade, and within its interval the points that the evaluator gives.
// The grade alone decides nothing: either the evaluator gives points inside the interval (checked), or the
// framework declares a fixed share for the grade.
// Basis: 达成/部分达成/未达成 with [80%, 100%], [60%, 80%), [0%, 60%) (published); another published set
// has 80–50 and 50–0. The bounds are rounded like points, as published systems do.
// Example: weight 10, 部分达成: 7.99 is valid, 8.00 is not.
import { type Case, choice, compare, constant, type Expression, integer, label, outcome, product, rounded } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { gapsAndOverlaps } from "../model/interval.ts";
import { noteFault } from "../model/method-parts.ts";
import { divide, HUNDRED, ZERO } from "../numbers/number.ts";
import { interval, percent, text, z } from "../source/shape.ts";
import { ratioOf } from "../numbers/quantity.ts";

export const graded = defineMethod({
  kind: "graded",
  title: label("按评判等级赋分（定性）", "Graded (qualitative)"),
  params: z
    .strictObject({
      kind: z.literal("graded"),
      grades: z
        .array(z.strictObject({ name: text("等级名称"), share: z.union([percent("固定比例"), interval("比例区间，区间内由评价人打分")]) }))
        .min(2)
        .max(10)
        .describe("各等级占分值的比例"),
    })
    .describe("定性指标：按等级在规定区间内打分，或按固定比例得分"),
  target: "optional",
  judged: true,
  inputs: "own",
  build: ({ grades }, context) => {
    const names = grades.map((one) => one.name);
    const grade: Expression = { op: "input", name: "grade", label: label("评判等级", "grade"), options: names };
    const points: Expression = { op: "input", name: "points", label: label("评价人打分", "points given"), unit: "分" };
    const { places, mode } = context.rounding;
    const ranges = grades.flatMap((one, index) => (/^[\d.]+%$/.test(one.share) ? [] : [context.interval(one.share, "%", ["grades", index, "share"])]));
    if (ranges.length > 0 && ranges.length < grades.length) context.problem("graded-mixed", {}, ["grades"]);
    if (ranges.length === grades.length) {
      const domain = { low: { value: ZERO, closed: true }, high: { value: HUNDRED, closed: true }, text: "[0%, 100%]" };
      for (const fault of gapsAndOverlaps(ranges, domain)) noteFault(fault, "%", context, ["grades"], fault.indices.map((index) => ["grades", index, "share"]));
    }
    names.forEach((name, index) => {
      if (names.indexOf(name) < index) context.problem("duplicate-id", { id: name }, ["grades", index, "name"]);
    });
    const cases: Case[] = grades.map((one, index) => {
      const is = compare(grade, "=", { ...integer(index), shown: one.name, label: label(one.name, one.name) });
      const words = label(`评判等级为“${one.name}”`, `grade ${one.name}`);
      const range = ranges[index];
      if (range === undefined) {
        return { id: `grade-${index + 1}`, label: words, when: is, then: product(constant(ratioOf(one.share), { shown: one.share }), context.weight.expression) };
      }
      const bound = (percentage: NonNullable<typeof range.low>): Expression =>
        rounded(product(constant(divide(percentage.value, HUNDRED) ?? ZERO), context.weight.expression), places, mode);
      // What is compared is what is shown: points with more decimals are rounded first.
      const given = rounded(points, places, mode);
      const sides = [
        ...(range.low ? [compare(given, range.low.closed ? ">=" : ">", bound(range.low))] : []),
        ...(range.high ? [compare(given, range.high.closed ? "<=" : "<", bound(range.high))] : []),
      ];
      return { id: `grade-${index + 1}`, label: words, when: { op: "all", of: [is, ...sides] }, then: points };
    });
    if (ranges.length > 0) return choice(cases, "points-outside-grade", label("打分不在等级区间内", "points outside the grade's interval"), outcome("missing"));
    const last = cases.pop();
    return last === undefined ? outcome("missing") : choice(cases, last.id, last.label, last.then);
  },
  better: () => "higher",
});
