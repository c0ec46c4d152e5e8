// 评分办法的方向与名称不符: what should be low is not scored the higher the better, nor the other way round.
// Example: 投诉率 scored by linear from 0% to 100%, full marks at 100% → a finding at the method. The direction is read
// from the method alone; where the target has a sign, it and the method must agree anyhow. 无故障率, 投诉处理率 and the
// like are told apart by the word before and by the ending.
import { defineCheck } from "../check/check.ts";
import { label } from "../expression/expression.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { compare, type Exact } from "../numbers/number.ts";
import { readQuantity } from "../numbers/quantity.ts";
import { phrases } from "../source/shape.ts";

type Direction = "higher" | "lower";
const BY_METHOD: Readonly<Record<string, Direction>> = { accumulation: "higher", reverse: "lower", satisfaction: "higher" };

function directionOf({ method }: LinkedLeaf): Direction | undefined {
  if (method.kind === "proportional" && method["direction"] !== "equal") return method["direction"] as Direction | undefined;
  if (method.kind === "deduction") return method["per"] === "count" || method["direction"] === "above" ? "lower" : "higher";
  if (method.kind !== "linear") return BY_METHOD[method.kind];
  const [from, to] = ["from", "to"].map((end) => readQuantity((method[end] as { at: string }).at));
  return from === undefined || to === undefined || from.unit !== to.unit ? undefined : rising(from.value, to.value);
}
const rising = (from: Exact, to: Exact): Direction => (compare(to, from) > 0 ? "higher" : "lower");

export const methodContradictsName = defineCheck<{ higher: string[]; lower: string[]; negations: string[] }>({
  id: "method-contradicts-name",
  title: label("评分办法的方向与名称不符", "Method contradicts the name"),
  why: label("方向写反时，做得越差得分越高。", "With the direction turned round, the worse is scored the better."),
  mend: label("越低越好的指标用反向或扣分的办法，越高越好的用正向的办法。", "Score what should be low by a reverse method or by deduction, what should be high the other way."),
  basis: { document: "已运行的省级系统的强制性审核", clause: "指标性质与评分办法一致", status: "published" },
  codes: ["method-contradicts-name"],
  options: { higher: phrases("越高越好的指标名称的末尾，如 合格率"), lower: phrases("越低越好的指标名称的末尾，如 差错率"), negations: phrases("写在末尾用词之前即改变意思的字，如 无、不、未") },
  framework({ leaves }, report, { higher, lower, negations }) {
    const endings = [...higher.map((word) => ({ word, means: "higher" })), ...lower.map((word) => ({ word, means: "lower" }))];
    for (const leaf of leaves) {
      const direction = directionOf(leaf);
      if (direction === undefined || leaf.target?.is !== undefined) continue;
      // The longest ending decides: 不合格率 before 合格率.
      const [ending] = endings.filter(({ word }) => leaf.name.endsWith(word)).sort((a, b) => b.word.length - a.word.length);
      if (ending === undefined || ending.means === direction) continue;
      const before = leaf.name.slice(0, leaf.name.length - ending.word.length);
      if (negations.some((one) => before.endsWith(one))) continue;
      report("method-contradicts-name", { indicator: leaf.name, method: leaf.method.kind, direction, expected: ending.means }, leaf.place("method"));
    }
  },
});
