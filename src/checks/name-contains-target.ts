// 名称含指标值: a name says what is measured, the target says how much.
// Example: 培训人数≥500人, 合格率达到98%, 不少于3次的巡查 → a finding at the name. PM2.5, 5G, 65岁以上老年人 are names; of
// what stands in brackets, only figures behind a sign are values.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { plainName } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

const SIGN = /[≥≤≧≦＞＜＝<>=]\s*\p{Nd}/u;
const PERCENT = /\p{Nd}\s*[%％‰]/u;
const startsWithFigure = /^\s*\p{Nd}/u;
const before = (name: string, word: string): boolean => name.split(word).slice(1).some((rest) => startsWithFigure.test(rest));

export const nameContainsTarget = defineCheck<{ words: string[] }>({
  id: "name-contains-target",
  title: label("名称含指标值", "Name contains the target"),
  why: label("指标值写在名称里，换一年就要改名，历年和各项目之间对不上；也容易与目标值栏矛盾。", "With the value in the name, the name changes every year and may contradict the target."),
  mend: label("名称只写考核什么，数值写到 target。", "Let the name say what is measured, and write the value as the target."),
  basis: { document: "绩效指标审核的常见意见", clause: "指标名称不应包含指标值", status: "unverified" },
  codes: ["name-contains-target"],
  options: { words: phrases("后面跟着数字即为指标值的用词，如 不低于") },
  framework({ leaves }, report, { words }) {
    for (const { name, place } of leaves) {
      const outside = plainName(name);
      if (SIGN.test(name) || PERCENT.test(outside) || words.some((word) => before(outside, word))) report("name-contains-target", { indicator: name }, place("name"));
    }
  },
});
