// 计算公式重复: two indicators under different names that compute the same from the same figures.
// Basis: the same result counts once (published review rules on duplicate indicators).
// Example: 设备使用率 = 在用 ÷ 全部 and 设备利用率 = 在用 ÷ 全部 → a finding at the later one. Same names are found
// by another check.
import { defineCheck } from "../check/check.ts";
import { children, type Expression, label } from "../expression/expression.ts";

/** A formula in the names of its figures; their ids do not count. */
const written = (one: Expression): string =>
  one.op === "input" ? `“${one.label.zh}”` : one.op === "constant" ? `${one.value.n}/${one.value.d}` : `${one.op}(${children(one).map(written).join(", ")})`;

export const duplicateMeasure = defineCheck({
  id: "duplicate-measure",
  title: label("计算公式重复", "Duplicate measure"),
  why: label("同一结果换个名称再计一次分，等于加大了它的分值。", "The same result scored under two names has twice the weight."),
  mend: label("只保留一项，把分值并入。", "Keep one of them with the points of both."),
  basis: { document: "所见绩效目标审核规则", clause: "指标不得重复", status: "published" },
  codes: ["duplicate-measure"],
  program({ linked, leaves }, report) {
    if (linked.objectives === undefined) return;
    const computed = leaves.flatMap(({ leaf, measure }) => (leaf.measure === undefined || measure === undefined ? [] : [{ leaf, formula: written(measure) }]));
    computed.forEach(({ leaf, formula }, index) => {
      const earlier = computed.slice(0, index).find((one) => one.formula === formula)?.leaf;
      if (earlier === undefined || !(leaf.own || earlier.own) || leaf.name === earlier.name) return;
      const [here, there] = leaf.own ? [leaf, earlier] : [earlier, leaf];
      report("duplicate-measure", { indicator: here.name, other: there.name }, here.place("measure"), { related: [there.place("measure")] });
    });
  },
});
