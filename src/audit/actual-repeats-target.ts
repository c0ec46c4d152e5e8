// 实际值照抄目标: an actual value that is a bound (≥266米) says nothing about what was achieved.
// Example: target ≥95%, actual ≥95% → a finding at the actual value; =100% and 100% is a figure, and none.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";
import { compare } from "../numbers/number.ts";
import { exactOf } from "../reading/figure.ts";
import type { Reading } from "../reading/types.ts";

/** A bound, a range or a tolerance in words that two cells can share. */
function boundOf(one: Reading | undefined): string | undefined {
  if (one?.kind === "range") return `${one.low.fraction}–${one.high.fraction}`;
  if (one?.kind === "deviation") return `±${one.within.fraction}`;
  return one?.kind === "number" && one.is !== undefined && one.is !== "=" ? one.is : undefined;
}

export const actualRepeatsTarget = defineFinding({
  code: "actual-repeats-target",
  title: label("实际值照抄目标", "Actual repeats the target"),
  rule: label("实际完成值是实际达到的数值，不是目标的界线", "an actual value is what was achieved, not the bound of the target"),
  find({ view: { entries }, table }, report, say) {
    if (table.damaged === true) return;
    for (const { row, target, actual } of entries) {
      const bound = boundOf(actual);
      if (bound === undefined || bound !== boundOf(target)) continue;
      if (actual?.kind === "number" && target?.kind === "number" && compare(exactOf(actual.figure), exactOf(target.figure)) !== 0) continue;
      report({ row: row.name.text, cell: row.actual, expected: say("实际达到的数值", "what was achieved") });
    }
  },
});
