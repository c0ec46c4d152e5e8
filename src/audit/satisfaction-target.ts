// 满意度目标值: where a rule pack wants the target above a value. Only where it holds for the place, or is declared.
// Example: 常州, target ≥90% → must be above 90.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";
import { compare, exact } from "../numbers/number.ts";
import { exactOf } from "../reading/figure.ts";

export const satisfactionTarget = defineFinding({
  code: "satisfaction-target",
  title: label("满意度目标值偏低", "Satisfaction target too low"),
  rule: label("满意度目标值高于规定的值", "the target of satisfaction lies above the required value"),
  find({ view: { entries }, norms: { targets } }, report) {
    for (const { row, role, target } of entries) {
      if (role !== "satisfaction" || target?.kind !== "number") continue;
      const { unit } = target.figure;
      for (const norm of targets) {
        const order = compare(exactOf(target.figure), exact(norm.above));
        if (order > 0 || (unit !== undefined && unit !== "%" && unit !== "分")) continue;
        // Read to the letter, 高于 leaves the value itself out; practice also writes ≥90.
        report({ row: row.name.text, cell: row.target, expected: `>${norm.above}${unit ?? ""}`, facts: { above: `${norm.above}${unit ?? ""}` }, basis: norm.basis, severity: order === 0 ? "warning" : undefined });
      }
    }
  },
});
