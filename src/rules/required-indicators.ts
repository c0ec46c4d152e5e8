// 必设指标: indicators that must be there, by id or by tag.
// Basis: Changzhou – 部门整体支出指标体系设置资产配置匹配度、资产管理规范性、资产利用率，并设置整改及时性.
// Example: a department framework without `rectification-timeliness` → breach at its indicators. A tag that the
// project's own indicators may still bring is not missed while slots stand open for want of objectives.
import { label } from "../expression/expression.ts";
import { usedBy } from "../model/directory.ts";
import type { LinkedNode } from "../model/linked.ts";
import { ZERO } from "../numbers/number.ts";
import { defineRule, needs, type Ranking, ruleIdentity } from "../model/rule.ts";
import { identifier, text, z } from "../source/shape.ts";

const idsOf = (node: LinkedNode): readonly string[] => (node.type === "leaf" ? [node.id] : [node.id, ...node.children.flatMap(idsOf)]);

export const requiredIndicators = defineRule({
  kind: "required-indicators",
  title: label("必设指标", "Required indicators"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("required-indicators"),
      indicators: z.record(identifier("指标编号"), text("指标名称")).optional().describe("必设的指标：编号和名称"),
      tags: z.array(identifier("标签")).max(50).optional().describe("每个标签至少有一项指标"),
    })
    .superRefine(needs("indicators", "tags"))
    .describe("必设指标：按编号或标签"),
  sentence({ indicators = {}, tags = [] }) {
    const zh = [...Object.values(indicators), ...tags.map((tag) => `标签为 ${tag} 的指标`)];
    const en = [...Object.values(indicators), ...tags.map((tag) => `an indicator tagged ${tag}`)];
    return label(`必须设置：${zh.join("、")}。`, `Required: ${en.join(", ")}.`);
  },
  rank(higher, lower) {
    const all = (one: typeof higher): readonly string[] => [...Object.keys(one.indicators ?? {}).map((id) => `id ${id}`), ...(one.tags ?? []).map((tag) => `tag ${tag}`)];
    const [above, below] = [all(higher), all(lower)];
    const ranking: Ranking = above.some((one) => !below.includes(one)) ? "looser" : below.length > above.length ? "stricter" : "equal";
    return ranking;
  },
  demands: ({ indicators = {} }, { selected }) => [
    Object.keys(indicators).flatMap((id) => {
      const known = selected({ indicator: id });
      return known === undefined ? [] : [{ about: "weight" as const, subject: id, parts: known.parts, low: { value: ZERO, closed: false } }];
    }),
  ],
  check(params, { linked, place, breach }) {
    // What could not be drawn from a library is there all the same.
    const ids = [...linked.root.flatMap(idsOf), ...usedBy(linked.framework.data.indicators)];
    for (const [id, name] of Object.entries(params.indicators ?? {})) {
      if (!ids.includes(id)) breach("required-indicator-missing", { id, name }, place("indicators"));
    }
    for (const tag of linked.complete ? (params.tags ?? []) : []) {
      if (!linked.leaves.some((leaf) => leaf.tags.includes(tag))) breach("required-tag-missing", { tag }, place("indicators"));
    }
  },
});
