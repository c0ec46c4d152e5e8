// 总分不符: the printed total against the printed points; of a table cut off, against what can still be reached; and a
// group row against its parts.
// Example: points add up to 110, printed 100 → 110. Visible points 67.93 and 30 points hidden: a total of 98 cannot be.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { compare } from "../numbers/number.ts";
import { valueOf } from "../recheck/amount.ts";
import { partPoints, repeated } from "../recheck/total.ts";

export const totalMismatch = defineFinding({
  code: "total-mismatch",
  title: label("总分不符", "Total differs"),
  rule: label("总分等于各项得分之和，组行得分等于其分项之和", "the total is the sum of the points, a group the sum of its parts"),
  find({ view, total, table }, report, say) {
    for (const group of repeated(view)) {
      const [points, sum] = [valueOf(group.points), partPoints(group)];
      if (points === undefined || compare(points, sum) === 0) continue;
      report({ row: group.row.name.text, cell: group.row.points, expected: sum, facts: { what: say(`“${group.row.name.text}”的得分`, `“${group.row.name.text}”`), how: say(`各分项合计应为 ${figure(sum)}`, `its parts add up to ${figure(sum)}`) } });
    }
    if (total.kind !== "mismatch") return;
    const [low, high] = [figure(total.low), figure(total.high)];
    const exactly = compare(total.low, total.high) === 0;
    const printed = valueOf(view.total);
    const above = printed !== undefined && compare(printed, total.high) > 0;
    const how = exactly ? say(`各项得分合计应为 ${low}`, `the points add up to ${low}`) : above ? say(`按可见部分最多只能为 ${high}`, `by what is visible it is at most ${high}`) : say(`按可见部分至少应为 ${low}`, `by what is visible it is at least ${low}`);
    const expected = exactly ? low : above ? `≤${high}` : `≥${low}`;
    report({ cell: table.total, expected, facts: { what: say("总分", "the total"), how }, assumption: table.damaged === true ? { id: "damaged" } : undefined });
  },
});
