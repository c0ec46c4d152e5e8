// 完成率畸高: a completion so far above the target that the target was too low, or a figure is wrong.
// Basis: targets clearly too low are to be adjusted by the deviation (财预〔2020〕10号, unverified).
// Example: target ">= 400户", actual 1250户 → 312.5% → a finding. Lower-is-better indicators are left out: far below
// a limit is no fault. What is beyond `up-to` is a slip of the unit and told by another check.
import { defineCheck } from "../check/check.ts";
import { completionOf, valuePlace } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, divide, HUNDRED, show } from "../numbers/number.ts";
import { directionOf } from "../link/objective-leaves.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { percent } from "../source/shape.ts";

export const overCompletionExtreme = defineCheck<{ above: string; "up-to": string }>({
  id: "over-completion-extreme",
  title: label("完成率畸高", "Extreme over-completion"),
  why: label("完成率成倍超过目标，说明目标定得过低，或实际值填错，满分没有意义。", "When the target is exceeded several times over, it was too low or the value is wrong; full marks mean nothing."),
  mend: label("核对实际完成值；属实的，下期按实际水平提高目标值。", "Check the value; if it is right, raise the target next time."),
  basis: { document: "财预〔2020〕10号", clause: "目标值明显偏低造成的超额完成，按偏离度适度调减分值", status: "unverified" },
  codes: ["over-completion-extreme"],
  options: { above: percent("完成率高于此值（不含）"), "up-to": percent("完成率高于此值的视为计量单位有误，由 scale-slip 提示") },
  actuals({ actuals, results }, report, options) {
    for (const result of results) {
      const { leaf } = result.leaf;
      const completion = completionOf(result);
      const ratio = completion && divide(completion, HUNDRED);
      if (ratio === undefined || completion === undefined || directionOf(leaf) !== "higher") continue;
      if (compare(ratio, ratioOf(options.above)) <= 0 || compare(ratio, ratioOf(options["up-to"])) > 0) continue;
      report("over-completion-extreme", { indicator: leaf.name, completion: `${show(completion, 2)}%`, above: options.above, target: leaf.target?.text ?? "" }, valuePlace(actuals, leaf));
    }
  },
});
