// 全部满分而无佐证: every indicator at full marks, and not for each of them is said where that comes from.
// Basis: self-evaluations of 100 points without evidence are to be questioned (published).
// The budget execution rate is left out: its evidence is the accounts.
// Example: ten indicators at full marks, four of them without evidence and without explanation → a hint at `values`.
import { defineCheck } from "../check/check.ts";
import { lossOf } from "../link/entered.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

export const allFullMarks = defineCheck({
  id: "all-full-marks",
  title: label("全部满分而无佐证", "All full marks without evidence"),
  why: label("样样满分又没有佐证的自评，多半是目标定得低或没有如实填报。", "A self-evaluation with full marks throughout and no evidence mostly has low targets or was not filled in truthfully."),
  mend: label("给没有佐证的指标写 evidence（数据来源），或在实际值中写 explanation。", "Write the evidence of the indicators named, or an explanation beside their values."),
  basis: { document: "已公布的自评复核要求", clause: "自评满分或全部指标满分而没有佐证的，应予复核", status: "published" },
  codes: ["all-full-marks"],
  actuals({ actuals, results, scorecard }, report) {
    const applied = results.filter(({ state, leaf: { leaf } }) => state !== "not-applicable" && leaf.method.kind !== "budget-execution");
    if (applied.length === 0 || applied.some(({ leaf: { leaf } }) => lossOf(scorecard, leaf) !== false)) return;
    const lacking = applied.filter(({ leaf: { leaf }, entry }) => leaf.evidence === undefined && entry.explanation === undefined).map(({ leaf: { leaf } }) => leaf.name);
    if (lacking.length > 0) report("all-full-marks", { count: String(applied.length), lacking: String(lacking.length), indicators: lacking.join("、") }, placeIn(actuals, ["values"], "key"));
  },
});
