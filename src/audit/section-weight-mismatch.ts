// 分组分值不符: 产出指标(50分), 投入16 against the rows below; the layout that the table prints in its notes, or a
// declared one, against the weights of its parts.
// Example: 产出指标(50分) over rows of 10 + 10 + 20 → 40, a finding at the label.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { compare, exact } from "../numbers/number.ts";
import { partsOf, PARTS } from "../recheck/layout.ts";
import { valueOf } from "../recheck/amount.ts";
import { sectionsOf } from "../recheck/sections.ts";
import { sumOf } from "../recheck/sums.ts";
import { wholeGroups } from "../recheck/total.ts";
import type { Basis, FormWeights } from "../types/types.ts";

const PART_NAMES = {
  execution: label("预算执行", "budget execution"), cost: label("成本指标", "cost"), output: label("产出指标", "output"), benefit: label("效益指标", "benefit"),
  satisfaction: label("满意度指标", "satisfaction"), "benefit-and-satisfaction": label("效益指标和满意度指标", "benefit and satisfaction"), indicators: label("各项指标", "indicators"),
};

export const sectionWeightMismatch = defineFinding({
  code: "section-weight-mismatch",
  title: label("分组分值不符", "Weights of a section differ"),
  rule: label("各行分值之和等于所在分组、组行的分值", "the rows of a section or group add up to its weight"),
  find({ view, sums, table, outlier, layout, declared, ownWeights }, report, say) {
    for (const { cell, printed, sum, complete, entries } of sectionsOf(view)) {
      if (outlier?.item.entry !== undefined && entries.includes(outlier.item.entry)) continue;
      const order = compare(sum, printed);
      const beyond = table.truncated || !complete;
      if (order > 0 || (order < 0 && !beyond)) report({ cell, expected: figure(sum), facts: { label: cell.text, sum: figure(sum), should: figure(printed), limit: beyond ? "visible" : "" } });
    }
    for (const { row, weight, parts } of wholeGroups(view)) {
      const weights = parts.map((one) => valueOf(one.weight));
      if (weight.state !== "figure" || !weights.every((one) => one !== undefined)) continue;
      const sum = sumOf(weights);
      if (compare(sum, weight.value) !== 0) report({ row: row.name.text, cell: row.weight, expected: sum, facts: { label: row.name.text, sum: figure(sum), should: figure(weight.value), limit: "" } });
    }
    if (outlier !== undefined) return;
    const parts = partsOf(sums);
    const against = (weights: FormWeights, basis: Basis | undefined, severity?: "info"): void => {
      for (const part of PARTS) {
        const wanted = weights[part];
        const order = wanted === undefined ? 0 : compare(parts[part], exact(wanted));
        const beyond = table.truncated || !sums.weightsComplete;
        if (wanted === undefined || order === 0 || (order < 0 && beyond) || (part === "execution" && sums.executionWeight === undefined)) continue;
        const { zh, en } = PART_NAMES[part];
        const first = part === "execution" ? undefined : view.counted.find((one) => one.role === part);
        const cell = part === "execution" ? view.money?.row.weight : first?.row.groups[0];
        const facts = { label: say(zh, en), sum: figure(parts[part]), should: wanted, limit: beyond ? "visible" : "" };
        report({ cell, ...(cell === undefined ? { printed: figure(parts[part]) } : {}), expected: wanted, facts, basis, severity });
      }
    };
    if (ownWeights !== undefined) against(ownWeights.weights, undefined, ownWeights.strict ? undefined : "info");
    if (declared && layout !== undefined) against(layout.weights, layout.basis);
  },
});
