// 上下级规则包: no pack that a framework obeys is looser than the one it extends.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compareWithHigher } from "../check/inheritance.ts";

export const packLevels = defineCheck({
  id: "pack-levels",
  title: label("上下级规则包", "Levels of packs"),
  why: label("下级规则宽于上级规则时，按下级规则合格的指标体系仍违反上级规定。", "Where a lower rule is looser, a framework that obeys it still breaks the higher one."),
  mend: label("下级规则只能更严；要另立规则，另用编号。", "A lower rule may only be stricter; for another rule use another id."),
  basis: { document: "本库规则包的继承约定", clause: "下级可以更严，不得更宽", status: "illustrative" },
  codes: ["pack-cycle", "rule-looser", "rule-different"],
  blocking: true,
  framework({ packs }, report) {
    for (const pack of packs) compareWithHigher(pack, packs, report);
  },
});
