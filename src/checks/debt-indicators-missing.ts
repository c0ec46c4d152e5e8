// 专项债券缺融资与偿债指标: the evaluation of a special-bond project asks what the bond costs and whether it is repaid.
// Example: title 专项债券项目绩效评价指标体系 without any indicator of 融资成本 → a finding at the title.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { missingOf, type Wanted, wanted } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";
import { wordIn } from "../text/phrases.ts";
import { phrases, purpose, z } from "../source/shape.ts";
import type { Purpose } from "../types/types.ts";

export const debtIndicatorsMissing = defineCheck<{ titles: string[]; purposes: Purpose[]; wanted: Wanted }>({
  id: "debt-indicators-missing",
  title: label("专项债券缺融资与偿债指标", "Debt indicators missing"),
  why: label("专项债券要还本付息，只评建设和服务、不评融资成本和偿债风险，评价不出最大的风险。", "A bond must be repaid; without cost and risk of the debt the greatest danger is not judged."),
  mend: label("设融资成本、偿债风险指标，指标库中有可引用的。", "Set indicators of financing cost and of debt-service risk; the library has some."),
  basis: { document: "财预〔2021〕61号", clause: "绩效目标应反映预期产出、融资成本、偿债风险", status: "published" },
  codes: ["debt-indicators-missing"],
  options: { titles: phrases("指标体系名称含有时适用，如 专项债"), purposes: z.array(purpose).describe("适用的用途"), wanted },
  framework(linked, report, { titles, purposes, wanted: all }) {
    const { title, purpose: to } = linked.framework.data;
    if (!purposes.includes(to) || wordIn(title, titles) === undefined) return;
    for (const name of missingOf(linked, all)) report("debt-indicators-missing", { name, title }, placeIn(linked.framework, ["title"]));
  },
});
