// 个性指标项数自相矛盾: what a slot asks for can be given.
// Example: slot: { min: 3, max: 2 } → a finding at max; max: 0 takes none; a pool of at least 3 with max: 2 likewise.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";

export const slotBounds = defineCheck({
  id: "slot-bounds",
  title: label("个性指标项数自相矛盾", "Slot bounds"),
  why: label("至少的项数多于至多的项数，绩效目标表怎样填报都不合格。", "Where the least is more than the most, no objectives document can ever be right."),
  mend: label("改正 min 和 max，使至多不少于至少，且至少能填一项。", "Mend min and max: the most is at least the least, and at least one."),
  basis: { document: "本库指标体系的约定", clause: "个性指标至少、至多几项", status: "illustrative" },
  codes: ["slot-bounds"],
  framework({ framework }, report) {
    for (const { node: { name, id, slot, combine }, path } of writtenIn(framework)) {
      if (slot?.max === undefined) continue;
      const chosen = typeof combine === "object" && combine.kind === "pool" ? Number(combine["min"]) : 0;
      const least = Math.max(1, Number(slot.min), chosen);
      if (Number(slot.max) < least) report("slot-bounds", { group: name ?? id ?? "", least: String(least), most: slot.max }, placeIn(framework, [...path, "slot", "max"]));
    }
  },
});
