// 方向相反: 正向 with 小于等于, or the sign column against the sign in the target.
// Example: 正向 小于等于 1个 → a finding at the target.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";

export const directionContradiction = defineFinding({
  code: "direction-contradiction",
  title: label("指标方向相反", "Contradicting directions"),
  rule: label("指标性质、指标方向与年度指标值的符号应一致", "nature, direction and the sign of the target agree"),
  find({ view: { entries } }, report, say) {
    for (const { row, target } of entries) {
      if (target?.conflict !== "nature-sign" && target?.conflict !== "sign-sign") continue;
      const signs = target.conflict === "sign-sign";
      const facts = { one: signs ? say("指标方向", "the sign column") : say("指标性质", "its nature"), other: signs ? say("年度指标值的符号", "the sign of the target") : say("指标方向", "its direction") };
      const expected = signs ? say("与目标值的符号一致", "the sign of the target") : target.direction === "lower" ? say("反向，或大于等于", "lower is better, or ≥") : say("正向，或小于等于", "higher is better, or ≤");
      report({ row: row.name.text, cell: row.sign ?? row.target, expected, facts });
    }
  },
});
