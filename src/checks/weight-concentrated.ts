// 分值过于集中: no single indicator carries more than a share of the full marks.
// Example: total 100, one indicator of 40 where at most a third may lie on one → a finding at its weight.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { countedLeaves, placeHere } from "../check/framework-view.ts";
import { compare, exact, multiply, show } from "../numbers/number.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { percent } from "../source/shape.ts";

export const weightConcentrated = defineCheck<{ above: string }>({
  id: "weight-concentrated",
  title: label("分值过于集中", "Weight concentrated"),
  why: label("一项指标占去很大分值时，等级几乎由它决定，其他指标评得好坏都看不出来。", "Where one indicator carries very much, it decides the grade and the others hardly count."),
  mend: label("把该指标拆成几项，或把部分分值分给其他指标。", "Split the indicator, or give part of its weight to others."),
  basis: { document: "绩效指标审核的常见意见", clause: "分值过于集中", status: "unverified" },
  codes: ["weight-concentrated"],
  options: { above: percent("一项指标的分值超过满分的这一比例即提示") },
  framework(linked, report, { above }) {
    const { total } = linked.framework.data;
    const most = multiply(ratioOf(above), exact(total));
    for (const leaf of countedLeaves(linked)) {
      if (compare(leaf.weight, most) > 0) report("weight-concentrated", { indicator: leaf.name, weight: show(leaf.weight), total, above, most: show(most) }, placeHere(leaf, "weight"));
    }
  },
});
