// 指标过多: how many indicators one framework holds, with those that the objectives fill in.
// Example: 58 level-3 indicators where at most 40 are allowed → a finding at `indicators`; where only the objectives
// lead beyond it, at theirs.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { count } from "../source/shape.ts";

export const tooManyIndicators = defineCheck<{ "at-most": string }>({
  id: "too-many-indicators",
  title: label("指标过多", "Too many indicators"),
  why: label("指标过多时，每项分值很小，重点被淹没，填报和评分的负担却成倍增加。", "With very many indicators each weighs little, the essential drowns, and filling them in is a burden."),
  mend: label("保留能反映核心职责和成效的指标，其余合并或删去。", "Keep the indicators that show the core of the work; merge or drop the others."),
  basis: { document: "绩效指标审核的常见意见", clause: "三级指标一般不超过 40 项左右", status: "unverified" },
  codes: ["too-many-indicators"],
  options: { "at-most": count("三级指标至多几项") },
  framework({ framework, objectives, leaves }, report, options) {
    const most = Number(options["at-most"]);
    const own = leaves.filter((leaf) => leaf.own).length;
    if (leaves.length <= most) return;
    const place = objectives === undefined || leaves.length - own > most ? placeIn(framework, ["indicators"], "key") : placeIn(objectives, ["indicators"], "key");
    report("too-many-indicators", { count: String(leaves.length), most: options["at-most"] }, place);
  },
});
