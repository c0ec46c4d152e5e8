// 单位不同: target in 亩, actual in 万元; or a unit in the target that the unit column contradicts.
// Example: target ≥500亩, actual 20万元 → a finding at the actual value.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";

export const unitMismatch = defineFinding({
  code: "unit-mismatch",
  title: label("单位不同", "Units do not compare"),
  rule: label("年度指标值与实际完成值用可以换算的单位", "target and actual value have units that convert"),
  find({ view: { entries }, rows }, report, say) {
    const target = say("年度指标值", "the target");
    for (const { row, target: reading } of entries) {
      if (reading?.conflict === "unit-unit") report({ row: row.name.text, cell: row.unit ?? row.target, expected: reading.kind === "number" ? (reading.figure.unit ?? "") : "", facts: { one: say("度量单位", "the unit column"), other: target } });
    }
    for (const { entry, compared } of rows) {
      if (compared.problem !== "unit") continue;
      const { row, target: reading } = entry;
      const unit = reading?.kind === "number" ? reading.figure.unit : reading?.kind === "range" ? reading.high.unit : undefined;
      report({ row: row.name.text, cell: row.actual, expected: unit ?? "", facts: { one: say("实际完成值", "the actual value"), other: target } });
    }
  },
});
