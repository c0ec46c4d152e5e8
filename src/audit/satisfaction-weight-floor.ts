// 满意度分值下限: where a rule pack holds for the place, or is declared. While the sector is not known, the lowest floor.
// Example: 常州, 公共服务类, satisfaction 10 → at least 15.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { add, compare, type Exact, exact, ZERO } from "../numbers/number.ts";

export const satisfactionWeightFloor = defineFinding({
  code: "satisfaction-weight-floor",
  title: label("满意度分值低于下限", "Satisfaction weight below its floor"),
  rule: label("满意度指标分值合计不低于下限", "satisfaction weighs no less than its floor"),
  find({ view, sums, norms: { floors }, options: { sector }, table }, report) {
    const rows = view.counted.filter((one) => one.role === "satisfaction");
    const weights = sums.items.filter((one) => one.entry?.role === "satisfaction").map((one) => one.weight);
    if (table.truncated || weights.some((one) => one === undefined) || !sums.weightsComplete) return;
    const weight = weights.reduce<Exact>((sum, one) => add(sum, one ?? ZERO), ZERO);
    for (const norm of floors) {
      const all = Object.values(norm.atLeast).map(exact).sort(compare);
      const floor = sector === undefined ? all[0] : norm.atLeast[sector] === undefined ? undefined : exact(norm.atLeast[sector]);
      if (floor === undefined || compare(weight, floor) >= 0) continue;
      const severity = norm.rule.severity ?? "error";
      report({ row: rows[0]?.row.name.text, cell: rows[0]?.row.weight, printed: figure(weight), expected: `≥${figure(floor)}`, facts: { floor: figure(floor) }, basis: norm.basis, severity });
    }
  },
});
