// 不适用的分值无处可去: what an indicator gives up when it does not apply is taken over by another.
// Example: not-applicable: spread on the only indicator of its group; rescale-group where the level-1 group holds nothing
// else, or at level 1 → a finding at the indicator: 不适用 would be refused once it is entered.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { standingLeaves } from "../check/framework-view.ts";
import { leavesOf } from "../model/linked.ts";

export const notApplicableNowhere = defineCheck({
  id: "not-applicable-nowhere",
  title: label("不适用的分值无处可去", "Points with nowhere to go"),
  why: label("没有可以接收分值的指标，填报“不适用”时才发现不能计分。", "With no indicator to take over the points, an entry of 不适用 is refused when it is made."),
  mend: label("改用 rescale-total、full-marks 或 move-to，或不允许不适用（forbid）。", "Use rescale-total, full-marks or move-to, or forbid it."),
  basis: { document: "已公布的评价规则", clause: "不适用项的分值均摊到同组其他指标，或在一级指标内折算", status: "published" },
  codes: ["not-applicable-nowhere"],
  framework(linked, report) {
    for (const { node: leaf, above } of standingLeaves(linked)) {
      const [top] = above;
      const parent = above.at(-1);
      if (parent?.combine !== undefined) continue;
      const siblings = parent === undefined ? linked.root : parent.children;
      const alone = (parent?.whole ?? linked.whole) && siblings.every((one) => one === leaf || one.type === "group");
      const only = top === undefined || (top.filled && leavesOf(top).length === 1);
      const policy = leaf.notApplicable;
      if ((policy === "spread" && alone) || (policy === "rescale-group" && only)) report("not-applicable-nowhere", { indicator: leaf.name, policy }, leaf.place("not-applicable"));
    }
  },
});
