// 部门整体缺资产、整改指标: a department is judged by its assets and by whether it mends what was found, too.
// Example: a department evaluation without any indicator of 整改 → a finding at `indicators`. Where a rule pack asks for
// them, its own message stands.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { frameworkList, missingIn, type Required, required } from "../check/framework-view.ts";

export const departmentIndicatorsMissing = defineCheck<Required>({
  id: "department-indicators-missing",
  title: label("部门整体缺资产、整改指标", "Department indicators missing"),
  why: label("部门的家底管得怎样、审计和评价发现的问题改了没有，是部门整体绩效的一部分。", "How assets are kept and whether findings are mended is part of how a department performs."),
  mend: label("设资产管理指标和整改及时性指标，指标库中有可引用的。", "Set indicators of assets and of rectification; the library has some."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "部门整体支出设置资产配置匹配度、资产管理规范性、资产利用率，并将整改及时性纳入评价", status: "published" },
  codes: ["department-indicators-missing"],
  options: required,
  framework(linked, report, options) {
    for (const name of missingIn(linked, options)) report("department-indicators-missing", { name }, frameworkList(linked));
  },
});
