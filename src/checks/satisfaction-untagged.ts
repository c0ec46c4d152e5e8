// 满意度没有标签: an indicator of satisfaction bears the tag by which the rules that a framework obeys find it.
// Example: { name: 群众满意度, method: satisfaction } without the tag, in a framework with packs: [changzhou] → a finding at
// the name: weight floor, target and zero line would not reach it. The purchaser's satisfaction is none of these.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isSatisfaction, placeHere } from "../check/framework-view.ts";
import { rulesInForce } from "../check/inheritance.ts";
import { wordIn } from "../text/phrases.ts";
import { identifier, phrases } from "../source/shape.ts";

type Selecting = { readonly tag?: string } | undefined;

export const satisfactionUntagged = defineCheck<{ tag: string; words: string[]; unless: string[] }>({
  id: "satisfaction-untagged",
  title: label("满意度没有标签", "Satisfaction untagged"),
  why: label("规则按标签选取社会评价指标；没有标签的满意度指标，权重下限、目标值下限和零分线都管不到它。", "Rules find these indicators by their tag; without it no weight floor, target floor or zero line applies."),
  mend: label("在 tags 中写上规则所用的标签；不属于社会评价的，在配置的 unless 中写明。", "Add the tag; where it is no social evaluation, name it under unless in the configuration."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "社会评价指标的权重、目标值和不得分线", status: "published" },
  codes: ["satisfaction-untagged"],
  options: { tag: identifier("社会评价的标签"), words: phrases("满意度指标名称的用词"), unless: phrases("名称含有时不属于社会评价，如 购买主体") },
  framework(linked, report, { tag, words, unless }) {
    const obeyed = rulesInForce(linked.packs).some(({ rule }) => [rule["of"], rule["when"]].some((one) => (one as Selecting)?.tag === tag));
    for (const leaf of obeyed ? linked.leaves : []) {
      if (isSatisfaction(leaf, { tags: [], words }) && !leaf.tags.includes(tag) && wordIn(leaf.name, unless) === undefined) report("satisfaction-untagged", { indicator: leaf.name, tag }, placeHere(leaf, "name"));
    }
  },
});
