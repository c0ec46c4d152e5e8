// 计算公式重复: two indicators under different names that compute the same from the same figures.
// Basis: the same result counts once (published review rules on duplicate indicators).
// Example: 设备使用率 = 在用 ÷ 全部 and 设备利用率 = 在用 ÷ 全部 → a finding at the later one. Same names are found
// by another check.
import { defineCheck } from "../check.ts";
import { label } from "../expression/expression.ts";
import type { LinkedLeaf } from "../linked.ts";

/** The formula with the names of its figures in place of their ids. */
function written({ measure }: LinkedLeaf): string | undefined {
  if (measure === undefined) return undefined;
  const named = measure.formula.replace(/[\p{L}\p{N}_.-]*\p{L}[\p{L}\p{N}_.-]*/gu, (id) => (Object.hasOwn(measure.inputs, id) ? `“${measure.inputs[id]?.name ?? id}”` : id));
  return named.replace(/\s+/g, "").replaceAll("*", "×").replaceAll("/", "÷").replaceAll("-", "−");
}

export const duplicateMeasure = defineCheck({
  id: "duplicate-measure",
  title: label("计算公式重复", "Duplicate measure"),
  why: label("同一结果换个名称再计一次分，等于加大了它的分值。", "The same result scored under two names has twice the weight."),
  mend: label("只保留一项，把分值并入。", "Keep one of them with the points of both."),
  basis: { document: "所见绩效目标审核规则", clause: "指标不得重复", status: "published" },
  codes: ["duplicate-measure"],
  framework({ leaves, objectives }, report) {
    if (objectives === undefined) return;
    leaves.forEach((leaf, index) => {
      const own = written(leaf);
      const earlier = own === undefined ? undefined : leaves.slice(0, index).find((one) => written(one) === own);
      if (earlier === undefined || !(leaf.own || earlier.own) || leaf.name === earlier.name) return;
      const [here, there] = leaf.own ? [leaf, earlier] : [earlier, leaf];
      report("duplicate-measure", { indicator: here.name, other: there.name }, here.place("measure"), { related: [there.place("measure")] });
    });
  },
});
