// 方向与名称不符: what is to be high has «at most», what is to be low has «at least».
// Basis: operator and direction must agree (published systems check it); seen in published tables.
// Example: 验收合格率 "<= 98%" → a finding, it should be >=. 不合格率, 差错率下降幅度 and the like are not looked at.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { directionOf } from "../link/objective-leaves.ts";
import { endingOf, plainName, wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const directionContradictsName = defineCheck<{ higher: string[]; lower: string[]; unless: string[] }>({
  id: "direction-contradicts-name",
  title: label("方向与名称不符", "Direction contradicts the name"),
  why: label("符号写反时，做得越差得分越高。", "With the sign turned round, the worse is scored the better."),
  mend: label("越高越好的用 >=，越低越好的用 <=，并核对评分办法的方向。", "Use >= for what should be high, <= for what should be low, and see that the method agrees."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "指标性质与指标值的符号一致", status: "published" },
  codes: ["direction-contradicts-name"],
  options: {
    higher: phrases("越高越好的指标名称的末尾，如 合格率、满意度"),
    lower: phrases("越低越好的指标名称的末尾，如 差错率、投诉次数"),
    unless: phrases("名称含有时不看，如 不、降低、节约"),
  },
  framework({ leaves }, report, { higher, lower, unless }) {
    for (const leaf of leaves) {
      const name = plainName(leaf.name);
      const direction = directionOf(leaf);
      if (leaf.target?.is === undefined || wordIn(name, unless) !== undefined) continue;
      const expected = endingOf(name, higher) !== undefined && direction === "lower" ? ">=" : endingOf(name, lower) !== undefined && direction === "higher" ? "<=" : undefined;
      if (expected !== undefined) report("direction-contradicts-name", { indicator: leaf.name, target: leaf.target.text, expected }, leaf.place("target"));
    }
  },
});
