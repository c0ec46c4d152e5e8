// 以满意度代替效益: a benefit group holds more than satisfaction.
// Example: level 1 效益指标 30 with nothing but 服务对象满意度 → a finding at the group, or at the first indicator that the
// objectives filled in. While a slot of the group stands open nothing is said.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { holdsOnly, isSatisfaction } from "../check/framework-view.ts";
import { leavesOf } from "../model/linked.ts";
import { wordIn } from "../text/phrases.ts";
import { identifier, phrases, z } from "../source/shape.ts";

export const satisfactionAsBenefit = defineCheck<{ groups: string[]; unless: string[]; tags: string[]; words: string[] }>({
  id: "satisfaction-as-benefit",
  title: label("以满意度代替效益", "Satisfaction in place of benefit"),
  why: label("满意不等于有效益：经济、社会、生态上带来什么变化没有评价。", "That people are content does not show what changed economically, socially or for the environment."),
  mend: label("另设反映实施效果的效益指标，满意度单列。", "Set indicators of what the project brings about, and let satisfaction stand beside them."),
  basis: { document: "所见绩效目标审核意见", clause: "以满意度代替效益指标", status: "published" },
  codes: ["satisfaction-as-benefit"],
  options: {
    groups: phrases("效益类一级指标名称的用词"),
    unless: phrases("名称含有时不是效益类，如 满意度、社会评价"),
    tags: z.array(identifier("标签")).max(20).describe("满意度指标的标签"),
    words: phrases("满意度指标名称的用词"),
  },
  framework({ root }, report, { groups, unless, ...signs }) {
    for (const group of root) {
      if (group.type === "leaf" || wordIn(group.name, groups) === undefined || wordIn(group.name, unless) !== undefined) continue;
      if (!holdsOnly(group, (leaf) => isSatisfaction(leaf, signs))) continue;
      const own = leavesOf(group).find((leaf) => leaf.own);
      report("satisfaction-as-benefit", { group: group.name }, (own ?? group).place("name"));
    }
  },
});
