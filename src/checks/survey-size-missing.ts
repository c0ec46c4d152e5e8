// 没有样本量: a satisfaction without the number of people asked and of valid questionnaires.
// Basis: a satisfied rate alone, without n, cannot be relied on (Changzhou asks for tiers of the sample).
// Example: satisfaction: 96% → a finding; { value: 96%, population: 5200, valid-responses: 400 } is none, nor is an
// explanation (a published civic survey).
import { defineCheck } from "../check/check.ts";
import { entryPlace } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { endingOf, plainName, wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const surveySizeMissing = defineCheck<{ tags: string[]; endings: string[]; unless: string[] }>({
  id: "survey-size-missing",
  title: label("没有样本量", "Survey size missing"),
  why: label("不知道问了多少人，满意度无法核实，样本量是否达标也无从判断。", "Without the number of people asked nobody can verify the result."),
  mend: label("写 population（总体人数）和 valid-responses（有效问卷数）；采用外部调查的，写 explanation。", "Enter population and valid-responses; for a survey of others, an explanation."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "服务对象样本量分档设计", status: "published" },
  codes: ["survey-size-missing"],
  options: { tags: phrases("问卷调查的标签"), endings: phrases("问卷调查的指标名称的末尾"), unless: phrases("名称含有时不看，如 购买主体") },
  actuals({ actuals, results }, report, { tags, endings, unless }) {
    for (const { leaf: { leaf }, entry, state } of results) {
      const name = plainName(leaf.name);
      const asked = leaf.tags.some((tag) => tags.includes(tag)) || (endingOf(name, endings) !== undefined && wordIn(name, unless) === undefined);
      const sized = entry.entered["population"] !== undefined && entry.entered["valid-responses"] !== undefined;
      if (asked && state === "scored" && !sized && entry.explanation === undefined) report("survey-size-missing", { indicator: leaf.name }, entryPlace(actuals, leaf));
    }
  },
});
