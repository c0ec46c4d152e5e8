// 指标过少: how many level-3 indicators stand beside the budget execution rate.
// Basis: at least three level-3 indicators (published review rule).
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { listPlace } from "../link/objective-leaves.ts";
import { count } from "../source/shape.ts";

export const tooFewIndicators = defineCheck<{ "at-least": string }>({
  id: "too-few-indicators",
  title: label("指标过少", "Too few indicators"),
  why: label("一两项指标承担全部分值，一项的偶然结果就决定等级。", "When one or two indicators carry all points, a single accident decides the grade."),
  mend: label("按产出、效益、满意度补充指标。", "Add indicators for outputs, benefits and satisfaction."),
  basis: { document: "所见绩效目标审核规则", clause: "三级指标不少于规定项数", status: "published" },
  codes: ["too-few-indicators"],
  options: { "at-least": count("至少几项（不计预算执行率）") },
  framework(linked, report, options) {
    const found = linked.leaves.filter((leaf) => leaf.method.kind !== "budget-execution").length;
    if (linked.objectives !== undefined && found < Number(options["at-least"])) report("too-few-indicators", { count: String(found), least: options["at-least"] }, listPlace(linked));
  },
});
