// 产出不全: outputs that are arranged by 数量, 质量, 时效 have a place for each.
// Example: 产出指标 with the groups 数量指标 and 质量指标 only → a finding at 产出指标 for 时效. Outputs that are not
// arranged in this way at all are not looked at.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { concerns, isPartial, nodesOf, type Scope, scope } from "../check/framework-view.ts";
import { wordIn } from "../text/phrases.ts";
import { phrases, text, z } from "../source/shape.ts";

export const outputDimensionsMissing = defineCheck<Scope & { groups: string[]; dimensions: Record<string, string[]> }>({
  id: "output-dimensions-missing",
  title: label("产出不全", "Output dimensions missing"),
  why: label("缺了质量或时效，做得差、做得晚也能得满分。", "Without quality or timeliness, work done badly or late still earns full marks."),
  mend: label("在产出指标下补设该类指标，或留位置（slot）。", "Add indicators of that kind below the outputs, or a slot for them."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "数量、质量、时效指标各至少一项", status: "published" },
  codes: ["output-dimensions-missing"],
  options: {
    ...scope,
    groups: phrases("产出类一级指标名称的用词"),
    dimensions: z.record(text("维度"), phrases("名称用词")).describe("产出应有的维度，以及认出它的名称用词"),
  },
  framework(linked, report, { groups, dimensions, ...within }) {
    if (!concerns(linked, within) || isPartial(linked)) return;
    for (const output of linked.root) {
      if (output.type === "leaf" || wordIn(output.name, groups) === undefined) continue;
      const below = nodesOf(output.children).map(({ node }) => node);
      const named = (words: readonly string[], among: readonly { readonly name: string }[]): boolean => among.some(({ name }) => wordIn(name, words) !== undefined);
      const arranged = Object.values(dimensions).some((words) => named(words, output.children.filter((one) => one.type === "group")));
      for (const [dimension, words] of arranged ? Object.entries(dimensions) : []) {
        if (!named(words, below)) report("output-dimensions-missing", { group: output.name, dimension }, output.place("name"));
      }
    }
  },
});
