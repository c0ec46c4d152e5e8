// 缺年度总体目标: the statement that the indicators break down.
// Basis: every published form has a row for it; each indicator must belong to a target of it (published).
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";

export const statementMissing = defineCheck({
  id: "statement-missing",
  title: label("缺年度总体目标", "Statement missing"),
  why: label("没有总体目标，看不出各项指标为何而设，也无从判断有没有遗漏。", "Without it nobody can tell what the indicators are for, or whether one is wanting."),
  mend: label("写 statement：本年度用这笔资金做什么、做到什么程度、带来什么效果。", "Write a statement: what the money does this year, how far, and to what effect."),
  basis: { document: "各地绩效目标表通用格式", clause: "年度总体目标一栏", status: "published" },
  codes: ["statement-missing"],
  framework({ objectives }, report) {
    if (objectives !== undefined && objectives.data.statement === undefined) report("statement-missing", {}, placeIn(objectives, ["id"]));
  },
});
