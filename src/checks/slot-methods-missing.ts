// 个性指标没有评分办法可选: a framework with slots declares the methods that objectives may choose.
// Example: slots, but no `methods` → a finding at the first slot: every project would invent its own method.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { writtenIn } from "../check/framework-view.ts";
import { placeIn } from "../link/link.ts";

export const slotMethodsMissing = defineCheck({
  id: "slot-methods-missing",
  title: label("个性指标没有评分办法可选", "No methods for slots"),
  why: label("指标体系不统一规定评分办法，各项目自定，同样的完成情况得分不同，项目之间不可比。", "When every project writes its own methods, the same achievement earns different points."),
  mend: label("在 methods 中声明可选用的评分办法，如 比例、反向、是否、定性。", "Declare the methods to choose from under methods."),
  basis: { document: "常州市《关于全面深化预算绩效管理的实施意见》", clause: "评分办法基本统一", status: "published" },
  codes: ["slot-methods-missing"],
  framework({ framework }, report) {
    if (Object.keys(framework.data.methods ?? {}).length > 0) return;
    const first = writtenIn(framework).find(({ node }) => node.slot !== undefined);
    if (first !== undefined) report("slot-methods-missing", { group: first.node.name ?? first.node.id ?? "" }, placeIn(framework, [...first.path, "slot"]));
  },
});
