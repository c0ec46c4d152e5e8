// 名称过长: a name fits a cell of the table; what it means stands in the definition.
// Example: a name of 45 characters where at most 30 are allowed → a finding at the name.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { nodesOf } from "../check/framework-view.ts";
import { count } from "../source/shape.ts";

export const nameTooLong = defineCheck<{ "at-most": string }>({
  id: "name-too-long",
  title: label("名称过长", "Name too long"),
  why: label("名称过长，评分表放不下，也往往是把解释和要求写进了名称。", "A long name does not fit the table, and usually holds what belongs into the definition."),
  mend: label("名称写成短语，解释写到 definition。", "Shorten the name and move the rest into the definition."),
  basis: { document: "绩效指标审核的常见意见", clause: "指标名称应简明", status: "unverified" },
  codes: ["name-too-long"],
  options: { "at-most": count("名称至多几个字") },
  framework({ root }, report, options) {
    for (const { node } of nodesOf(root)) {
      const length = [...node.name].length;
      if (length > Number(options["at-most"])) report("name-too-long", { name: node.name, length: String(length), most: options["at-most"] }, node.place("name"));
    }
  },
});
