// 政策缺退出、总目标指标: a policy is judged by whether it ends when it should, and by how far its overall objective came.
// Example: a policy evaluation without any indicator of 期限 or 退出 → a finding at `indicators`.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { frameworkList, missingIn, type Required, required } from "../check/framework-view.ts";

export const policyIndicatorsMissing = defineCheck<Required>({
  id: "policy-indicators-missing",
  title: label("政策缺退出、总目标指标", "Policy indicators missing"),
  why: label("只评当年，看不出政策离总目标还有多远，也没有人问它是否到期、该不该退出。", "A single year shows neither how far the policy has come nor whether it should end."),
  mend: label("设政策期限与退出机制、总目标推进程度指标，指标库中有可引用的。", "Set indicators of term and exit and of progress towards the overall objective; the library has some."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "不仅要评价年度目标的实现程度，还要反映绩效总目标的推进程度；退出机制见中发〔2018〕34号，未核对原文", status: "published" },
  codes: ["policy-indicators-missing"],
  options: required,
  framework(linked, report, options) {
    for (const name of missingIn(linked, options)) report("policy-indicators-missing", { name }, frameworkList(linked));
  },
});
