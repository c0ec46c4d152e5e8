// 加分上限达不到: the items of a bonus group can together earn its cap.
// Example: cap 5 over items of 2 and 2 → a finding at the cap: 4 is the most.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { groupsOf } from "../model/linked.ts";
import { add, compare, exact, show, ZERO } from "../numbers/number.ts";

export const bonusCapUnreachable = defineCheck({
  id: "bonus-cap-unreachable",
  title: label("加分上限达不到", "Bonus cap unreachable"),
  why: label("各加分项全部得满也达不到上限，上限成为虚设，往往是漏了加分项或写错了分值。", "When all items together stay below the cap, an item or a weight was probably forgotten."),
  mend: label("调低上限，或补齐加分项。", "Lower the cap, or complete the items."),
  basis: { document: "已公布的地方资产管理绩效考核办法", clause: "附加指标另计，设上限", status: "published" },
  codes: ["bonus-cap-unreachable"],
  framework({ root }, report) {
    for (const group of groupsOf(root)) {
      if (group.combine?.kind !== "bonus" || !group.filled || group.children.length === 0) continue;
      const cap = String(group.combine["cap"]);
      const sum = group.children.reduce((whole, one) => add(whole, one.weight), ZERO);
      if (compare(sum, exact(cap)) < 0) report("bonus-cap-unreachable", { group: group.name, cap, sum: show(sum) }, group.place("combine", "cap"));
    }
  },
});
