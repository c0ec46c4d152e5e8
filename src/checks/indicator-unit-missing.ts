// 缺计量单位: a measured indicator of the project says in what it counts.
// Basis: the target is a number and its unit stands apart (published systems); a missing unit is a usual remark.
// Example: { name: 烘干设备, target: "= 550" } without a unit → a finding; nobody can tell sets from square metres.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isMeasured, ownOf } from "../link/objective-leaves.ts";

export const indicatorUnitMissing = defineCheck({
  id: "indicator-unit-missing",
  title: label("缺计量单位", "Unit missing"),
  why: label("没有计量单位，550 是台、套还是平方米无从判断；比率不写 % 时，0.95 与 95 也分不清。", "Without a unit nobody can tell sets from square metres, or 0.95 from 95 %."),
  mend: label("写 unit，如 人、公里、%；没有量纲的倍数写 倍。", "Write the unit; a plain ratio is written 倍."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "指标值为数值，计量单位另列", status: "published" },
  codes: ["indicator-unit-missing"],
  framework(linked, report) {
    for (const leaf of ownOf(linked)) if (isMeasured(leaf) && leaf.unit === undefined) report("indicator-unit-missing", { indicator: leaf.name }, leaf.place("name"));
  },
});
