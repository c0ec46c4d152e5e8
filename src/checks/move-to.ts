// 分值转移: points of what does not apply move to a level-1 group that exists and is another one.
// Basis: «没有满意度指标的，效益指标相应增加 10 分» (财预〔2021〕101号, unverified).
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const moveTo = defineCheck({
  id: "move-to",
  title: label("分值转移", "Move to"),
  why: label("转移目标不存在或就是本组时，不适用指标的分值会丢失。", "When the receiving group does not exist or is the own one, the points of what does not apply are lost."),
  mend: label("写另一个一级指标的编号。", "Name another level-1 group."),
  basis: { document: "财预〔2021〕101号", clause: "没有满意度指标的，效益指标相应增加 10 分", status: "unverified" },
  codes: ["move-to-unknown"],
  blocking: true,
  framework({ leaves, root }, report) {
    for (const leaf of leaves) {
      if (typeof leaf.notApplicable !== "object") continue;
      const to = leaf.notApplicable["move-to"];
      const top = leaf.path.split("/")[0];
      if (to !== top && root.some((one) => one.path === to)) continue;
      report("move-to-unknown", { to, expected: root.map((one) => one.path).filter((path) => path !== top).join("、") }, leaf.place("not-applicable"));
    }
  },
});
