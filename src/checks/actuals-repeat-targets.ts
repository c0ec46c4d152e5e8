// 实际值照抄目标值: not one measured value differs from its target.
// Basis: derived from published tables in which the actual column repeats the target column.
// Left out are targets that cannot be exceeded (100%) and targets of zero: to meet them exactly is normal.
import { defineCheck } from "../check/check.ts";
import { measuredOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { compare, HUNDRED, ZERO } from "../numbers/number.ts";
import { inPercent } from "../link/objective-leaves.ts";
import { count } from "../source/shape.ts";

export const actualsRepeatTargets = defineCheck<{ from: string }>({
  id: "actuals-repeat-targets",
  title: label("实际值照抄目标值", "Actuals repeat the targets"),
  why: label("多项指标分毫不差地等于目标值，多半是照抄，没有统计实际完成情况。", "Where several values equal their targets to the digit, nothing was counted."),
  mend: label("按统计资料填报实际完成值。", "Enter what the records say."),
  basis: { document: "已公布的自评表", clause: "实际完成值逐项照抄年度指标值（实例）", status: "published" },
  codes: ["actuals-repeat-targets"],
  options: { from: count("可比的指标不少于几项时才看") },
  actuals({ actuals, results }, report, { from }) {
    const compared = results.flatMap((result) => {
      const { leaf } = result.leaf;
      const actual = measuredOf(result);
      if (result.state !== "scored" || leaf.target === undefined || actual === undefined || compare(leaf.target.value, ZERO) <= 0) return [];
      const percent = inPercent(leaf, leaf.target.value);
      return percent !== undefined && compare(percent, HUNDRED) >= 0 ? [] : [compare(actual, leaf.target.value) === 0];
    });
    if (compared.length >= Number(from) && compared.every((same) => same)) report("actuals-repeat-targets", { count: String(compared.length) }, placeIn(actuals, ["values"], "key"));
  },
});
