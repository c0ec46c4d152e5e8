// 满分不合惯例: the full marks are those that the field uses.
// Example: total: 90, because the 10 points of budget execution were forgotten → a finding at the total.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { placeIn } from "../link/link.ts";
import { compare, exact } from "../numbers/number.ts";
import { points, z } from "../source/shape.ts";

export const totalUnusual = defineCheck<{ "one-of": string[] }>({
  id: "total-unusual",
  title: label("满分不合惯例", "Total unusual"),
  why: label("等级、规则都按百分制写；满分为 90 分的，多半是漏了预算执行率的 10 分。", "Grades and rules are written for full marks of 100; a total of 90 usually lacks the 10 points of budget execution."),
  mend: label("补齐指标，使满分为 100 分；确实另有规定的，在配置中写明可用的满分。", "Complete the indicators; where other full marks are prescribed, say so in the configuration."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "三级指标分值合计为 100 分", status: "published" },
  codes: ["total-unusual"],
  options: { "one-of": z.array(points("满分")).min(1).max(10).describe("可用的满分") },
  framework({ framework }, report, options) {
    const { total } = framework.data;
    const allowed = options["one-of"];
    if (!allowed.some((one) => compare(exact(one), exact(total)) === 0)) report("total-unusual", { total, expected: allowed.join("、") }, placeIn(framework, ["total"]));
  },
});
