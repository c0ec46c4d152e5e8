// 执行率低而产出全满分: little of the money was spent, yet every output is at full marks.
// Basis: a gap between what was achieved and what was spent is to be warned of (published monitoring rules); the
// bound is an option.
// Example: execution 45%, every indicator below output at full marks, no explanation → a finding at the execution.
import { defineCheck } from "../check/check.ts";
import { entryPlace, executionOf, lossOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { compare, divide, HUNDRED, show } from "../numbers/number.ts";
import { ratioOf } from "../numbers/quantity.ts";
import { percent, phrases } from "../source/shape.ts";

export const executionLowOutputsFull = defineCheck<{ below: string; groups: string[] }>({
  id: "execution-low-outputs-full",
  title: label("执行率低而产出全满分", "Low execution, full outputs"),
  why: label("钱没有花出去而事情全部做完，要么预算编得过大，要么产出没有如实填报。", "When the money is unspent and all is done, the budget was too large or the outputs are not true."),
  mend: label("在预算执行率下写 explanation 说明结余原因，或核对产出的实际值。", "Explain the unspent money beside the execution rate, or check the outputs."),
  basis: { document: "已公布的绩效运行监控规则（文号未录）", clause: "绩效目标实现程度与预算执行进度差距过大的，予以预警", status: "published" },
  codes: ["execution-low-outputs-full"],
  options: { below: percent("预算执行率低于此值（不含）"), groups: phrases("产出的分组编号") },
  actuals({ actuals, results, scorecard }, report, { below, groups }) {
    const outputs = results.filter(({ leaf: { leaf }, state }) => state !== "not-applicable" && leaf.path.split("/").slice(0, -1).some((id) => groups.includes(id)));
    if (outputs.length === 0 || outputs.some(({ leaf: { leaf } }) => lossOf(scorecard, leaf) !== false)) return;
    for (const result of results) {
      const { leaf } = result.leaf;
      const rate = executionOf(result);
      const ratio = rate && divide(rate, HUNDRED);
      if (rate === undefined || ratio === undefined || compare(ratio, ratioOf(below)) >= 0 || result.entry.explanation !== undefined) continue;
      report("execution-low-outputs-full", { indicator: leaf.name, rate: `${show(rate, 2)}%`, below, count: String(outputs.length) }, entryPlace(actuals, leaf));
    }
  },
});
