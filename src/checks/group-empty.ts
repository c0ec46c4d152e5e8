// 分组没有指标: the groups that every objectives document fills.
// Basis: published review rules ask for at least one indicator under 产出, 效益, 数量, 质量, 时效 and 满意度 each.
// Example: output/quality with slot { min: 0 } and no indicator under it → a finding at the list of indicators.
// A group that a framework does not have is not missed; of groups inside each other the outermost is told.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { groupsOf, leavesOf } from "../model/linked.ts";
import { listPlace } from "../link/objective-leaves.ts";
import { phrases } from "../source/shape.ts";

export const groupEmpty = defineCheck<{ groups: string[] }>({
  id: "group-empty",
  title: label("分组没有指标", "Group empty"),
  why: label("只报数量不报质量、时效，或没有效益，项目的成效就看不全。", "Without quality, timeliness or benefit, only part of what the money did is seen."),
  mend: label("在该分组下至少设一项指标；确实不适用的，在配置中去掉该分组。", "Set at least one indicator there, or take the group out of the configuration where it cannot apply."),
  basis: { document: "所见绩效目标审核规则", clause: "产出、效益及数量、质量、时效、满意度各至少一项", status: "published" },
  codes: ["group-empty"],
  options: { groups: phrases("应有指标的分组编号") },
  framework(linked, report, { groups }) {
    if (linked.objectives === undefined) return;
    const empty = groupsOf(linked.root).filter((group) => groups.includes(group.id) && group.whole && leavesOf(group).length === 0);
    for (const group of empty) {
      if (!empty.some((outer) => group.path.startsWith(`${outer.path}/`))) report("group-empty", { group: group.name, path: group.path }, listPlace(linked));
    }
  },
});
