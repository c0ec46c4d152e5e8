// 没有满意度指标: services for the public are judged by those they are for.
// Example: a framework for government-purchased services without any indicator or group of 满意度 → a finding at `indicators`.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { frameworkList, missingIn, type Required, required } from "../check/framework-view.ts";
import { sector, z } from "../source/shape.ts";
import type { Sector } from "../types/types.ts";

export const satisfactionMissing = defineCheck<Required & { sectors: Sector[] }>({
  id: "satisfaction-missing",
  title: label("没有满意度指标", "Satisfaction missing"),
  why: label("公共服务花了多少钱、做了多少事都评了，服务对象是否满意却没有评。", "What was spent and done is judged, but not whether those it was for are content."),
  mend: label("设服务对象满意度指标，打上社会评价的标签。", "Set an indicator of the recipients' satisfaction and tag it."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "社会评价指标权重，公共服务类项目不得低于15分，经济发展类、社会保障类项目不得低于10分", status: "published" },
  codes: ["satisfaction-missing"],
  options: { ...required, sectors: z.array(sector).describe("指标体系声明为这些支出领域的，不论类别也适用") },
  framework(linked, report, { sectors, ...options }) {
    const { category, sector: of } = linked.framework.data;
    const declared = [of ?? []].flat().some((one) => sectors.includes(one));
    for (const name of missingIn(linked, declared ? { ...options, categories: [category] } : options)) report("satisfaction-missing", { name }, frameworkList(linked));
  },
});
