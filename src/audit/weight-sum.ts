// 分值合计不符: the printed weights against their printed total, or against full marks.
// Example: indicators 100 and budget execution 10, total printed 100 → the weights sum to 110.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { compare, exact } from "../numbers/number.ts";
import { absentExecution } from "../recheck/layout.ts";
import { executionOutside } from "../recheck/total.ts";

export const weightSum = defineFinding({
  code: "weight-sum",
  title: label("分值合计不符", "Weights do not add up"),
  rule: label("各项分值合计等于满分", "the weights add up to full marks"),
  find({ sums, table, outlier, form, full }, report, say) {
    const { weights, scale, scalePrinted, weightsComplete, items, executionWeight, indicatorWeights } = sums;
    if (outlier !== undefined || items.length === 0) return;
    const printed = scalePrinted ? table.totalWeight?.text : undefined;
    const parts = executionWeight === undefined ? "" : say(`指标 ${figure(indicatorWeights)}，预算执行 ${figure(executionWeight)}`, `indicators ${figure(indicatorWeights)}, budget execution ${figure(executionWeight)}`);
    const sum = figure(weights);
    const facts = { sum, parts, total: printed ?? "", full };
    // A printed total is what does not hold; without one, the sum is held against full marks, which nobody printed.
    const differs = (): void =>
      printed === undefined ? report({ printed: sum, expected: full, facts, assumption: { id: "total-assumed", facts: { total: full } } }) : report({ cell: table.totalWeight, expected: sum, facts });
    const outside = executionOutside(sums, full);
    const order = compare(weights, scale);
    const missing = (of: typeof sums): boolean => absentExecution(form, of) === undefined;
    if (order > 0 && !outside && items.some((one) => one.weight !== undefined)) differs();
    if (table.truncated || !weightsComplete) return;
    if (order < 0 && missing(sums)) differs();
    // A printed total that agrees with the weights and is still no full mark.
    if (order === 0 && printed !== undefined && compare(scale, exact(full)) !== 0 && !outside && missing({ ...sums, scale: exact(full) })) {
      report({ cell: table.totalWeight, expected: full, facts, assumption: { id: "total-assumed", facts: { total: full } } });
    }
  },
});
