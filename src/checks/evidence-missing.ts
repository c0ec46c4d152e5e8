// 缺数据来源: an indicator of the framework says where its actual value comes from.
// Example: { id: rate, name: 实际完成率, definition: …, method: … } without evidence → a finding at its name. What the
// objectives fill into slots is not looked at here.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";

export const evidenceMissing = defineCheck({
  id: "evidence-missing",
  title: label("缺数据来源", "Evidence missing"),
  why: label("没有数据来源，填报数无从核实，评价时只能采信自报。", "Without a source of the data nobody can verify what was filled in."),
  mend: label("写 evidence：凭什么材料取得、核对实际完成值。", "Write evidence: the material that the actual value is taken from."),
  basis: { document: "所见各地已公布的评价指标体系", clause: "三级指标列数据来源（佐证材料）", status: "published" },
  codes: ["evidence-missing"],
  framework({ leaves }, report) {
    for (const leaf of leaves) if (!leaf.own && leaf.evidence === undefined) report("evidence-missing", { indicator: leaf.name }, leaf.place("name"));
  },
});
