// 比率超过 100%: a share of a whole cannot exceed it, neither as a target nor as an actual value.
// Basis: usual review remark (unverified).
// Example: 验收合格率 with target ">= 105%" → a finding at the target. 增长率, 完成率 and the like are no shares.
import { defineCheck } from "../check/check.ts";
import { entryPlace, measuredOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { compare, type Exact, HUNDRED, show } from "../numbers/number.ts";
import { inPercent } from "../link/objective-leaves.ts";
import { endingOf, plainName } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

const beyond = (leaf: LinkedLeaf, value: Exact, endings: readonly string[]): boolean => {
  const percent = inPercent(leaf, value);
  return percent !== undefined && compare(percent, HUNDRED) > 0 && endingOf(plainName(leaf.name), endings) !== undefined;
};

export const rateAboveHundred = defineCheck<{ endings: string[] }>({
  id: "rate-above-hundred",
  title: label("比率超过 100%", "Rate above 100 %"),
  why: label("合格率、覆盖率这类比率是部分与全部之比，超过 100% 说明分子分母取错或抄错。", "A part cannot exceed the whole: a figure above 100 % was miscounted or mistyped."),
  mend: label("核对分子、分母和小数点；允许超过的改用完成率、增长率等名称。", "Check numerator, denominator and decimal point, or name the rate for what it is."),
  basis: { document: "绩效目标审核的常见意见", clause: "不可能超过 100% 的比率，目标值不应大于 100%", status: "unverified" },
  codes: ["rate-above-hundred"],
  options: { endings: phrases("不会超过 100% 的比率名称的末尾，如 合格率") },
  framework({ leaves }, report, { endings }) {
    for (const leaf of leaves) if (leaf.target && beyond(leaf, leaf.target.value, endings)) report("rate-above-hundred", { indicator: leaf.name, found: leaf.target.text, what: "target" }, leaf.place("target"));
  },
  actuals({ actuals, results }, report, { endings }) {
    for (const result of results) {
      const { leaf } = result.leaf;
      const actual = measuredOf(result);
      if (actual !== undefined && beyond(leaf, actual, endings)) report("rate-above-hundred", { indicator: leaf.name, found: `${show(actual, 2)}${leaf.unit ?? ""}`, what: "actual" }, entryPlace(actuals, leaf));
    }
  },
});
