// 以投入作产出: what was put in – money, staff, progress of payments – is no output and no benefit.
// Example: 资金投入额 under 产出指标 → a finding at the name. 带动社会资金投入 is a benefit, and what stands under 成本 is cost.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import { isUnder, placeHere, standingLeaves } from "../check/framework-view.ts";
import { wordIn } from "../text/phrases.ts";
import { phrases } from "../source/shape.ts";

export const inputsAsOutput = defineCheck<{ groups: string[]; except: string[]; words: string[]; unless: string[] }>({
  id: "inputs-as-output",
  title: label("以投入作产出", "Inputs as output"),
  why: label("花了多少钱、用了多少人是投入，不是成效；这样的指标只要把钱花出去就能得分。", "Money spent and staff employed are inputs; such an indicator scores as soon as the money is gone."),
  mend: label("改为花钱办成了什么事；资金执行情况由预算执行率反映。", "Measure what was done with it; how the money was spent is what budget execution shows."),
  basis: { document: "所见绩效目标审核规则", clause: "投入（资金、人员、物资数量）不作为绩效指标", status: "published" },
  codes: ["inputs-as-output"],
  options: { groups: phrases("产出、效益分组名称的用词"), except: phrases("其中不看的分组名称的用词，如 成本"), words: phrases("投入类指标名称的用词"), unless: phrases("名称含有时不是投入，如 带动、引导") },
  framework(linked, report, { groups, except, words, unless }) {
    for (const { node, above } of standingLeaves(linked)) {
      if (!isUnder(above, groups) || isUnder(above, except) || wordIn(node.name, unless) !== undefined) continue;
      const word = wordIn(node.name, words);
      if (word !== undefined) report("inputs-as-output", { indicator: node.name, word, group: above.at(-1)?.name ?? "" }, placeHere(node, "name"));
    }
  },
});
