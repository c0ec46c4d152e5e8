// 得分高于分值.
// Example: weight 10, points 12 → a finding at the points.
import { label } from "../expression/expression.ts";
import { defineFinding, shown } from "../recheck/finding.ts";
import { compare } from "../numbers/number.ts";
import type { Amount } from "../recheck/amount.ts";
import type { Item } from "../recheck/sums.ts";

export const pointsAboveWeight = defineFinding({
  code: "points-above-weight",
  title: label("得分高于分值", "Points above the weight"),
  rule: label("一项得分不超过该项分值", "no row scores more than its weight"),
  find({ view: { entries, money }, outlier }, report) {
    const meant = (entry: Item["entry"]): boolean => outlier !== undefined && outlier.item.entry === entry;
    const check = (weight: Amount, points: Amount, row: string | undefined): void => {
      if (weight.state === "figure" && points.state === "figure" && compare(points.value, weight.value) > 0) report({ row, cell: points.cell, expected: `≤${shown(weight)}`, facts: { weight: shown(weight) } });
    };
    if (money !== undefined && !meant(undefined)) check(money.weight, money.points, money.row.name?.text ?? "预算执行");
    for (const one of entries) if (!meant(one)) check(one.weight, one.points, one.row.name.text);
  },
});
