// 解释重复名称: a definition says more than the name.
// Example: name 实际完成率, definition “实际完成率。” → a finding at the definition.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

/** Letters and digits only. */
const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");

export const definitionRepeatsName = defineCheck({
  id: "definition-repeats-name",
  title: label("解释重复名称", "Definition repeats the name"),
  why: label("把名称抄作解释，等于没有解释。", "A definition that repeats the name explains nothing."),
  mend: label("写明考核什么、包括什么、不包括什么、怎样计算。", "Say what is measured, what is included and how it is computed."),
  basis: { document: "所见各地已公布的评价指标体系", clause: "三级指标均有指标解释和评分标准", status: "published" },
  codes: ["definition-repeats-name"],
  framework({ leaves }, report) {
    for (const leaf of leaves) {
      if (!leaf.own && leaf.definition !== undefined && bare(leaf.definition) === bare(leaf.name)) report("definition-repeats-name", { indicator: leaf.name, definition: leaf.definition }, leaf.place("definition"));
    }
  },
});
