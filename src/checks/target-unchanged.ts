// 目标与上年实际相同: whether there is room to do better.
// Basis: targets are to be set strictly (财预〔2021〕101号, unverified). What cannot be bettered is left out: a
// share that is at 100 %, a lower-is-better indicator that is at 0.
// Example: previous: { units: 400户 }, target ">= 400户" → a hint.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { compare, HUNDRED, ZERO } from "../numbers/number.ts";
import { directionOf, inPercent } from "../link/objective-leaves.ts";

export const targetUnchanged = defineCheck({
  id: "target-unchanged",
  title: label("目标与上年实际相同", "Target equals last year's actual"),
  why: label("目标照抄上年结果，看不出本年资金要带来什么变化。", "A target copied from last year does not show what this year's money is to change."),
  mend: label("核对是否有提高的余地；确属保持性任务的，可以不改。", "See whether there is room to do better; a task of upkeep may stay as it is."),
  basis: { document: "财预〔2021〕101号", clause: "目标值应从严、从高设定", status: "unverified" },
  codes: ["target-unchanged"],
  framework({ leaves, previous }, report) {
    for (const leaf of leaves) {
      const before = previous.get(leaf.path);
      const direction = directionOf(leaf);
      if (before === undefined || leaf.target === undefined || direction === undefined || compare(leaf.target.value, before.value) !== 0) continue;
      const percent = inPercent(leaf, leaf.target.value);
      const best = direction === "lower" ? compare(leaf.target.value, ZERO) <= 0 : percent !== undefined && compare(percent, HUNDRED) >= 0;
      if (!best && direction !== "equal") report("target-unchanged", { indicator: leaf.name, target: leaf.target.text, previous: before.text }, leaf.place("target"), { related: [before.place] });
    }
  },
});
