// 没有满意度指标: nothing among the visible weights is satisfaction, and no room is left for it.
// Example: one cost indicator of 90 points and budget execution of 10 → a remark. Where a floor holds for the place,
// the floor speaks; a known layout without satisfaction is in order.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";
import { compare, subtract, ZERO } from "../numbers/number.ts";
import { executionWeights } from "../recheck/layout.ts";

export const satisfactionAbsent = defineFinding({
  code: "satisfaction-absent",
  title: label("没有满意度指标", "No satisfaction indicator"),
  rule: label("自评设满意度指标，条件不具备的除外", "a self-evaluation has a satisfaction indicator where conditions allow"),
  find({ view, sums, layout, form, norms, table }, report, say) {
    if (view.counted.length === 0 || view.counted.some((one) => one.role === "satisfaction") || layout?.weights.satisfaction === "0") return;
    if (norms.floors.length > 0 && sums.weightsComplete && !table.truncated) return;
    // Of a table cut off, only full weights leave no room: with the execution row, or without it where it is not visible.
    const left = subtract(sums.scale, sums.weights);
    const execution = sums.executionWeight === undefined ? executionWeights(form) : [];
    if (table.truncated && (!sums.weightsComplete || !(compare(left, ZERO) === 0 || execution.some((one) => compare(one, left) === 0)))) return;
    report({ expected: say("满意度指标", "a satisfaction indicator") });
  },
});
