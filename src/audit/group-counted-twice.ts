// 组行重复计入: a group row and its parts print the same points; together they count twice.
// Example: group 15 = parts 5 + 5 + 5; a total that holds both is 15 too high. Where no total is visible, a reminder
// at the group row.
import { label } from "../expression/expression.ts";
import { defineFinding, figure, shown } from "../recheck/finding.ts";
import { compare } from "../numbers/number.ts";
import { valueOf } from "../recheck/amount.ts";
import { partPoints, repeated } from "../recheck/total.ts";

export const groupCountedTwice = defineFinding({
  code: "group-counted-twice",
  title: label("组行与分项重复计入", "Groups counted twice"),
  rule: label("组行的得分已含其分项，合计时只计一次", "the points of a group hold those of its parts and count once"),
  find({ view, total }, report) {
    if (total.kind === "twice") report({ cell: view.table.total, expected: total.sum, facts: { total: shown(view.table.total) } });
    if (view.table.total !== undefined && view.table.total.text.trim() !== "") return;
    for (const group of repeated(view)) {
      const points = valueOf(group.points);
      if (points === undefined || compare(partPoints(group), points) !== 0) continue;
      report({ row: group.row.name.text, cell: group.row.points, expected: figure(points), facts: { total: "" }, severity: "info" });
    }
  },
});
