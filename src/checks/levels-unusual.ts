// 层级过少或过多: the field knows level 1, 2 and 3, some tables a level 4.
// Example: all indicators stand at level 1 → a finding at `indicators`; a fifth level → one at the group that opens it.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isPartial, nodesOf } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";
import { count } from "../source/shape.ts";

export const levelsUnusual = defineCheck<{ "at-least": string; "at-most": string }>({
  id: "levels-unusual",
  title: label("层级过少或过多", "Levels unusual"),
  why: label("没有分级，看不出产出、效益各占多少；层级过多，表格难以填报，分值也难以核对。", "Without levels nobody sees what outputs and benefits weigh; with too many the table is hard to fill in and to add up."),
  mend: label("按一级、二级、三级指标组织。", "Arrange the indicators in levels 1, 2 and 3."),
  basis: { document: "已公布的各类评价指标体系", clause: "一级、二级、三级指标，少数设四级", status: "published" },
  codes: ["levels-unusual"],
  options: { "at-least": count("至少几级"), "at-most": count("至多几级") },
  framework(linked, report, options) {
    const nodes = nodesOf(linked.root);
    // A group that is still empty will hold one level more.
    const levels = nodes.map(({ node, above }) => above.length + (node.type === "group" && node.children.length === 0 ? 2 : 1));
    const found = Math.max(0, ...levels);
    const facts = { least: options["at-least"], most: options["at-most"] };
    if (found < Number(options["at-least"]) && !isPartial(linked)) report("levels-unusual", { ...facts, levels: String(found) }, placeIn(linked.framework, ["indicators"], "key"));
    for (const { node, above } of nodes) {
      if (node.type === "group" && above.length + 1 === Number(options["at-most"])) report("levels-unusual", { ...facts, levels: String(found), group: node.name }, node.place("name"));
    }
  },
});
