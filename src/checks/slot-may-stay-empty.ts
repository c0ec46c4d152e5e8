// 个性指标可不填，分值落空: a slot that carries a weight of its own must be filled.
// Example: { name: 投资控制, weight: 8, slot: { min: 0 } } → a finding at min: left empty, its 8 points cannot be earned.
// A slot without a weight of its own shares that of its group and may stay empty.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";
import { compare, exact, ZERO } from "../numbers/number.ts";

export const slotMayStayEmpty = defineCheck({
  id: "slot-may-stay-empty",
  title: label("个性指标可不填，分值落空", "Weighted slot may stay empty"),
  why: label("有分值的位置允许一项不填时，不填的项目永远得不到这部分分值，与填报的项目不可比。", "A project that leaves the slot empty can never earn its points and does not compare with others."),
  mend: label("把 min 改为 1；确实可有可无的，不写 weight，由上级分组统一分配分值。", "Set min to 1; where it is truly optional, give the weight to the group above."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "下级分值合计等于上级分值", status: "published" },
  codes: ["slot-may-stay-empty"],
  framework({ framework }, report) {
    for (const { node, path } of writtenIn(framework)) {
      const { slot, weight, combine } = node;
      if (slot === undefined || weight === undefined || compare(exact(weight), ZERO) === 0 || Number(slot.min) > 0) continue;
      if (typeof combine === "object" && combine.kind === "pool" && Number(combine["min"]) > 0) continue;
      report("slot-may-stay-empty", { group: node.name ?? node.id ?? "", weight }, placeIn(framework, [...path, "slot", "min"]));
    }
  },
});
