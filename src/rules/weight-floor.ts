// 权重下限: the weight of the selected indicators together, by sector.
// Basis: Changzhou – 社会评价指标权重，公共服务类不得低于 15 分，经济发展类、社会保障类不得低于 10 分.
import { selectionText } from "../model/demands.ts";
import { type Label, label } from "../expression/expression.ts";
import { groupsOf, type LinkedGroup, type LinkedLeaf } from "../model/linked.ts";
import { add, compare, exact, type Exact, show, ZERO } from "../numbers/number.ts";
import { defineRule, rankAll, rankBound, type Ranking, ruleIdentity, sameSelection, sectorsOf, selection, selects } from "../model/rule.ts";
import { points, sector, z } from "../source/shape.ts";
import type { Sector } from "../types/types.ts";

const SECTORS: Readonly<Record<string, Label>> = {
  "public-service": label("公共服务类", "public service"),
  "economic-development": label("经济发展类", "economic development"),
  "social-security": label("社会保障类", "social security"),
};

const parentOf = (path: string): string => path.split("/").slice(0, -1).join("/");
/** A slot in the group that an indicator stands in may bring more of its kind. */
const besides = (group: LinkedGroup, leaf: LinkedLeaf): boolean => {
  const parent = parentOf(leaf.path);
  return parent !== "" && (group.path === parent || parentOf(group.path) === parent);
};
/** The floor for an item of some sectors, and the floors it was chosen from. */
function floorFor(params: { readonly "at-least": { readonly [one in Sector]?: string | undefined }; readonly mixed?: "highest" | "lowest" | undefined }, sectors: readonly Sector[]) {
  const ascending = sectors.flatMap((one) => params["at-least"][one] ?? []).sort((a, b) => compare(exact(a), exact(b)));
  return { floor: params.mixed === "lowest" ? ascending[0] : ascending.at(-1), ascending };
}
const strictness = (of: string | undefined, strict: string): Ranking & ("stricter" | "looser") => (of === strict ? "stricter" : "looser");
const rankChoice = (higher: string | undefined, lower: string | undefined, strict: string): Ranking => (strictness(higher, strict) === strictness(lower, strict) ? "equal" : strictness(lower, strict));

export const weightFloor = defineRule({
  kind: "weight-floor",
  title: label("权重下限", "Weight floor"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("weight-floor"),
      of: selection,
      "at-least": z.partialRecord(sector, points("下限（含）")).describe("各支出领域的分值下限"),
      counts: z.enum(["together", "each"]).optional().describe("together 所选指标合计不低于下限（不写即为合计）；each 每一项都不低于下限"),
      mixed: z.enum(["highest", "lowest"]).optional().describe("跨领域的项目：highest 取最高的下限；lowest 取最低的下限"),
    })
    .describe("权重下限：所选指标分值合计不低于下限"),
  sentence: (params, selected) => {
    const floors = Object.entries(params["at-least"]);
    const zh = floors.map(([one, floor]) => `${SECTORS[one]?.zh ?? one}不低于 ${floor} 分`).join("，");
    const en = floors.map(([one, floor]) => `${SECTORS[one]?.en ?? one} at least ${floor}`).join(", ");
    return label(`${selected(params.of).zh}，分值合计：${zh}。`, `${selected(params.of).en}, weights together: ${en}.`);
  },
  demands(params, { sectors, selected }) {
    const { floor } = floorFor(params, sectors);
    const known = selected(params.of);
    if (floor === undefined || known === undefined) return [[]];
    return [[{ about: "weight", subject: selectionText(params.of), parts: known.parts, low: { value: exact(floor), closed: true } }]];
  },
  check(params, { linked, breach, place }) {
    const { floor, ascending } = floorFor(params, sectorsOf(linked));
    if (floor === undefined) return;
    if (params.mixed === undefined && ascending[0] !== floor) breach("mixed-sectors-undeclared", { sector: sectorsOf(linked).join("、") }, place("packs"));
    const selected = linked.leaves.filter((leaf) => selects(params.of, leaf));
    const heavy = (weight: Exact): boolean => compare(weight, exact(floor)) >= 0;
    const fail = (weight: Exact, leaf: LinkedLeaf | undefined): void => {
      const facts = { weight: show(weight), floor, sector: sectorsOf(linked).join("、"), of: params.of.tag ?? params.of.indicator ?? "", indicator: leaf?.name ?? "" };
      breach("weight-below-floor", facts, leaf?.place("weight"));
    };
    if (params.counts === "each") {
      for (const leaf of selected) if (!heavy(leaf.weight)) fail(leaf.weight, leaf);
      if (selected.length > 0) return;
    }
    // While a slot beside the selected indicators stands open for want of objectives, their weight is not known yet.
    const open = groupsOf(linked.root).filter((group) => !group.whole);
    if (selected.length === 0 ? open.length > 0 : open.some((group) => selected.some((leaf) => besides(group, leaf)))) return;
    const weight = selected.reduce((sum, leaf) => add(sum, leaf.weight), ZERO);
    if (!heavy(weight)) fail(weight, selected[0]);
  },
  rank(higher, lower) {
    const floors = sector.options.map((one) => rankBound("floor", higher["at-least"][one], lower["at-least"][one]));
    return rankAll([sameSelection(higher.of, lower.of) ? "equal" : "different", rankChoice(higher.counts, lower.counts, "each"), rankChoice(higher.mixed, lower.mixed, "highest"), ...floors]);
  },
});
