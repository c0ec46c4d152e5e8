// 分值过于分散: no indicator carries so little that its result changes nothing.
// Example: total 100, an indicator of 0.5 where 1 % is the least → a finding at its weight.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { countedLeaves, placeHere } from "../check/framework-view.ts";
import { compare, exact, multiply, show, ZERO } from "../numbers/number.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { percent } from "../source/shape.ts";

export const weightScattered = defineCheck<{ below: string }>({
  id: "weight-scattered",
  title: label("分值过于分散", "Weight scattered"),
  why: label("分值过小的指标，得分与不得分对总分几乎没有影响，却同样要填报、取证和评分。", "An indicator of very little weight changes nothing, yet has to be filled in, evidenced and scored."),
  mend: label("与相近的指标合并，或提高分值。", "Merge it with a related indicator, or give it more weight."),
  basis: { document: "绩效指标审核的常见意见", clause: "分值过于分散，单项不足一分", status: "unverified" },
  codes: ["weight-scattered"],
  options: { below: percent("一项指标的分值低于满分的这一比例即提示") },
  framework(linked, report, { below }) {
    const { total } = linked.framework.data;
    const least = multiply(ratioOf(below), exact(total));
    for (const leaf of countedLeaves(linked)) {
      if (compare(leaf.weight, ZERO) > 0 && compare(leaf.weight, least) < 0) report("weight-scattered", { indicator: leaf.name, weight: show(leaf.weight), total, below, least: show(least) }, placeHere(leaf, "weight"));
    }
  },
});
