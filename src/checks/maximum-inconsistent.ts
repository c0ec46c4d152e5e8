// 最高分与加分不符: the maximum lies between the full marks and what the bonus items can add.
// Example: total 100, bonus cap 5, maximum 110 → a finding at the maximum: 105 is the most that can be reached; and
// maximum 95 is below the full marks.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { groupsOf } from "../model/linked.ts";
import { add, compare, exact, show } from "../numbers/number.ts";

export const maximumInconsistent = defineCheck({
  id: "maximum-inconsistent",
  title: label("最高分与加分不符", "Maximum inconsistent"),
  why: label("声明的最高分评不到，或低于满分，等级和分数都会被误读。", "A maximum that cannot be reached, or below the full marks, misleads everyone who reads a score."),
  mend: label("maximum 写为满分加各加分上限之内的数；没有加分项的不写。", "Set the maximum between the total and the total plus the bonus caps; leave it out without bonus items."),
  basis: { document: "已公布的自评规则", clause: "满分 100 分，加分项另设上限", status: "published" },
  codes: ["maximum-inconsistent"],
  framework({ framework, root }, report) {
    const { total, maximum } = framework.data;
    if (maximum === undefined) return;
    const caps = groupsOf(root).flatMap(({ combine }) => (combine?.kind === "bonus" ? [exact(String(combine["cap"]))] : []));
    const most = caps.reduce(add, exact(total));
    const facts = { maximum, total, most: show(most) };
    if (compare(exact(maximum), exact(total)) < 0 || compare(exact(maximum), most) > 0) report("maximum-inconsistent", facts, placeIn(framework, ["maximum"]));
  },
});
