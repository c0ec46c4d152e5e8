// 质量与效益混淆: quality is how well the work was done, benefit what it brings about.
// Example: 工程验收合格率 under 社会效益指标, or 受益人数 under 质量指标 → a finding at the name. 水质达标率 and 学生体质健康合格率
// are benefits.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isUnder, placeHere, standingLeaves } from "../check/framework-view.ts";
import { wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

type Options = {
  readonly "quality-groups": string[];
  readonly "quality-words": string[];
  readonly "benefit-groups": string[];
  readonly "mixed-groups": string[];
  readonly "benefit-words": string[];
  readonly unless: string[];
};

export const qualityBenefitMixed = defineCheck<Options>({
  id: "quality-benefit-mixed",
  title: label("质量与效益混淆", "Quality and benefit mixed up"),
  why: label("合格率、故障率说的是做得好不好，放在效益下，效益就没有评；受益、就业等效益放在质量下，也是如此。", "A pass rate shows how well the work was done; filed under benefit, the benefit is not judged, and the other way round."),
  mend: label("把指标移到它所属的分组。", "Move the indicator to the group where it belongs."),
  basis: { document: "所见绩效目标审核意见", clause: "质量指标与效益指标混淆：故障率、合格率属质量，治愈率等属效益", status: "published" },
  codes: ["quality-benefit-mixed"],
  options: {
    "quality-groups": phrases("质量分组名称的用词"),
    "quality-words": phrases("质量指标名称的用词"),
    "benefit-groups": phrases("效益分组名称的用词"),
    "mixed-groups": phrases("分组名称含有时不算效益分组，如 产出（产出与效益）"),
    "benefit-words": phrases("效益（满意度）指标名称的用词"),
    unless: phrases("名称含有时不看，如 水质、体质"),
  },
  framework(linked, report, options) {
    for (const { node, above } of standingLeaves(linked)) {
      if (wordIn(node.name, options.unless) !== undefined) continue;
      const benefit = isUnder(above.filter(({ name }) => wordIn(name, options["mixed-groups"]) === undefined), options["benefit-groups"]);
      const quality = !benefit && isUnder(above, options["quality-groups"]);
      const word = benefit ? wordIn(node.name, options["quality-words"]) : quality ? wordIn(node.name, options["benefit-words"]) : undefined;
      if (word !== undefined) report("quality-benefit-mixed", { indicator: node.name, word, group: above.at(-1)?.name ?? "", belongs: benefit ? "quality" : "benefit" }, placeHere(node, "name"));
    }
  },
});
