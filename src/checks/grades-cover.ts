// 等级覆盖: grades fall from the best to the worst, the last begins at 0, none begins above the maximum.
// Basis: bands such as 80–89 leave 89.5 without a grade once totals carry decimals (published tables).
import { defineCheck } from "../check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link.ts";
import { compare, exact, ZERO } from "../number.ts";

export const gradesCover = defineCheck({
  id: "grades-cover",
  title: label("等级覆盖", "Grades cover"),
  run({ framework }, report) {
    const { grades, total, maximum } = framework.data;
    const at = (index: number) => placeIn(framework, ["grades", index, "from"]);
    grades.forEach(({ name, from }, index) => {
      const before = grades[index - 1];
      if (before !== undefined && compare(exact(before.from), exact(from)) <= 0) report("grades-order", { grade: name, from, before: before.name, above: before.from }, at(index), [at(index - 1)]);
      if (compare(exact(from), exact(maximum ?? total)) > 0) report("grade-unreachable", { grade: name, from, maximum: maximum ?? total }, at(index));
      if (grades.findIndex((one) => one.name === name) < index) report("duplicate-id", { id: name }, placeIn(framework, ["grades", index, "name"]));
    });
    const last = grades.at(-1);
    if (last !== undefined && compare(exact(last.from), ZERO) !== 0) report("grades-gap", { grade: last.name, from: last.from }, at(grades.length - 1));
  },
});
