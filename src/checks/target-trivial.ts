// 目标总能达到: at least nothing, or at most everything.
// Basis: derived from the ratio rule – a target that every actual value meets decides no points.
// Example: 培训人数 ">= 0人" → a finding; 差错率 "<= 100%" too. 人均收入增长率 ">= 0%" is none: it may fall.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compare, HUNDRED, ZERO } from "../numbers/number.ts";
import { directionOf, inPercent } from "../link/objective-leaves.ts";
import { endingOf, plainName, wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const targetTrivial = defineCheck<{ changes: string[]; shares: string[] }>({
  id: "target-trivial",
  title: label("目标总能达到", "Trivial target"),
  why: label("无论完成多少都达到的目标，不影响任何得分。", "A target that is always met decides nothing."),
  mend: label("写有约束的目标值。", "Set a target that can be missed."),
  basis: { document: "按完成比例赋分的通行办法推得", clause: "达到目标值得满分", status: "illustrative" },
  codes: ["target-trivial"],
  options: { changes: phrases("可以为负的变动，名称含有时不看，如 增长、变动"), shares: phrases("不会超过 100% 的比率名称的末尾，如 差错率") },
  framework({ leaves }, report, { changes, shares }) {
    for (const leaf of leaves) {
      const { target } = leaf;
      const name = plainName(leaf.name);
      if (target === undefined) continue;
      const percent = inPercent(leaf, target.value);
      const floor = compare(target.value, ZERO);
      const nothing = directionOf(leaf) === "higher" && (floor < 0 || (floor === 0 && target.is !== ">")) && wordIn(name, changes) === undefined;
      const everything = directionOf(leaf) === "lower" && percent !== undefined && compare(percent, HUNDRED) >= 0 && target.is !== "<" && endingOf(name, shares) !== undefined;
      if (nothing || everything) report("target-trivial", { indicator: leaf.name, target: target.text }, leaf.place("target"));
    }
  },
});
