// 执行率低而产出全部完成: little of the money was spent, yet every visible output is complete.
// Example: 30 of 278.4449 spent (10.77%), all outputs reached → a finding at the rate.
import { label } from "../expression/expression.ts";
import { defineFinding, figure } from "../recheck/finding.ts";
import { compare, HUNDRED, multiply, round } from "../numbers/number.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { valueOf } from "../recheck/amount.ts";

export const lowExecutionFullOutputs = defineFinding({
  code: "low-execution-full-outputs",
  title: label("执行率低而产出全部完成", "Little spent, every output complete"),
  rule: label("产出的完成程度与预算执行率应大致相当，相差悬殊的应核实", "what was achieved and what was spent go together; a wide gap needs checking"),
  find({ form, rate, rows, view, table }, report) {
    const low = form?.["low-execution"];
    const percent = rate?.computed ?? rate?.printed;
    if (low === undefined || percent === undefined || table.damaged === true || compare(percent, multiply(ratioOf(low.below), HUNDRED)) >= 0) return;
    const outputs = rows.filter(({ entry }) => entry.role === "output" && entry.points.state === "figure");
    const complete = outputs.every(({ entry, compared }) => {
      const [weight, points] = [valueOf(entry.weight), valueOf(entry.points)];
      return weight === undefined || points === undefined ? compared.outcome === "met" : compare(points, weight) >= 0;
    });
    if (outputs.length === 0 || !complete) return;
    const shown = `${figure(round(percent, 2, "half-up"))}%`;
    const printed = view.money?.rate.state === "figure";
    report({ row: view.money?.row.name?.text, cell: printed ? view.money?.row.rate : view.money?.row.executed, expected: `≥${low.below}`, facts: { rate: shown }, basis: low.basis });
  },
});
