// 等级覆盖: grades fall from the best to the worst, the last begins at 0, none begins above the maximum.
// Basis: bands such as 80–89 leave 89.5 without a grade once totals carry decimals (published tables).
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { compare, exact, ZERO } from "../numbers/number.ts";

export const gradesCover = defineCheck({
  id: "grades-cover",
  title: label("等级覆盖", "Grades cover"),
  why: label("等级之间有空缺、次序颠倒或超出最高分时，有的总分没有等级，或等级永远评不到。", "With a gap, a wrong order or a bound above the maximum, some totals have no grade or some grade no total."),
  mend: label("等级由高到低写，最低一级从 0 分起，各级下限不高于最高分。", "Write grades from the best to the worst, the last from 0, none above the maximum."),
  basis: { document: "面向各中央部门的评价等级规定（文号未录）", clause: "80—89、90—100 等整数界限使 89.5 分没有等级", status: "published" },
  codes: ["grades-order", "grade-unreachable", "grades-gap", "duplicate-id"],
  blocking: true,
  framework({ framework }, report) {
    const { grades, total, maximum } = framework.data;
    const at = (index: number) => placeIn(framework, ["grades", index, "from"]);
    grades.forEach(({ name, from }, index) => {
      const before = grades[index - 1];
      if (before !== undefined && compare(exact(before.from), exact(from)) <= 0) report("grades-order", { grade: name, from, before: before.name, above: before.from }, at(index), { related: [at(index - 1)] });
      if (compare(exact(from), exact(maximum ?? total)) > 0) report("grade-unreachable", { grade: name, from, maximum: maximum ?? total }, at(index));
      if (grades.findIndex((one) => one.name === name) < index) report("duplicate-id", { id: name }, placeIn(framework, ["grades", index, "name"]));
    });
    const last = grades.at(-1);
    if (last !== undefined && compare(exact(last.from), ZERO) !== 0) report("grades-gap", { grade: last.name, from: last.from }, at(grades.length - 1));
  },
});
