// 产出没有量化: outputs are counted or measured, not judged.
// Basis: output indicators must all be quantified (published review rules). Costs are looked at elsewhere.
// Example: { under: output/quantity, name: 开展培训, method: qualitative } → a finding at the method.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isQualitative, ownOf } from "../link/objective-leaves.ts";
import { phrases } from "../source/shape.ts";

export const outputNotQuantified = defineCheck<{ groups: string[]; except: string[] }>({
  id: "output-not-quantified",
  title: label("产出没有量化", "Output not quantified"),
  why: label("产出是做了多少事，用等级或是否评分就看不出完成了多少。", "An output is how much was done; a grade or a yes cannot show it."),
  mend: label("改写为有计量单位和目标值的指标，如“培训人数 ≥ 500 人”。", "Give it a unit and a target, such as people trained ≥ 500."),
  basis: { document: "所见绩效目标审核规则", clause: "产出指标应全部量化", status: "published" },
  codes: ["output-not-quantified"],
  options: { groups: phrases("产出的分组编号"), except: phrases("其中不看的分组编号，如成本") },
  framework(linked, report, { groups, except }) {
    for (const leaf of ownOf(linked)) {
      const above = leaf.path.split("/").slice(0, -1);
      if (isQualitative(leaf) && above.some((id) => groups.includes(id)) && !above.some((id) => except.includes(id))) report("output-not-quantified", { indicator: leaf.name }, leaf.place("method"));
    }
  },
});
