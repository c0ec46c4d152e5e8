// 权重下限: the weight of the selected indicators together, by sector.
// Basis: Changzhou – 社会评价指标权重，公共服务类不得低于 15 分，经济发展类、社会保障类不得低于 10 分.
import { type Label, label } from "../expression/expression.ts";
import { add, compare, exact, show, ZERO } from "../number.ts";
import { defineRule, rankAll, rankBound, ruleIdentity, sameSelection, sectorOf, selection, selects } from "../rule.ts";
import { points, sector, z } from "../shape.ts";

const SECTORS: Readonly<Record<string, Label>> = {
  "public-service": label("公共服务类", "public service"),
  "economic-development": label("经济发展类", "economic development"),
  "social-security": label("社会保障类", "social security"),
};

export const weightFloor = defineRule({
  kind: "weight-floor",
  title: label("权重下限", "Weight floor"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("weight-floor"),
      of: selection,
      "at-least": z.partialRecord(sector, points("下限（含）")).describe("各支出领域的分值下限"),
    })
    .describe("权重下限：所选指标分值合计不低于下限"),
  sentence: (params, selected) => {
    const floors = Object.entries(params["at-least"]);
    const zh = floors.map(([one, floor]) => `${SECTORS[one]?.zh ?? one}不低于 ${floor} 分`).join("，");
    const en = floors.map(([one, floor]) => `${SECTORS[one]?.en ?? one} at least ${floor}`).join(", ");
    return label(`${selected(params.of).zh}，分值合计：${zh}。`, `${selected(params.of).en}, weights together: ${en}.`);
  },
  check(params, { linked, breach }) {
    const within = sectorOf(linked);
    const floor = within === undefined ? undefined : params["at-least"][within];
    if (floor === undefined) return;
    const selected = linked.leaves.filter((leaf) => selects(params.of, leaf));
    // While a slot beside the selected indicators stands open for want of objectives, their weight is not known yet.
    const open = linked.root.filter((node) => node.type === "group" && !node.filled);
    if (selected.length === 0 ? open.length > 0 : open.some((node) => selected.some((leaf) => leaf.path.startsWith(`${node.path}/`)))) return;
    const weight = selected.reduce((sum, leaf) => add(sum, leaf.weight), ZERO);
    if (compare(weight, exact(floor)) >= 0) return;
    const facts = { weight: show(weight), floor, sector: within ?? "", of: params.of.tag ?? params.of.indicator ?? "", indicator: selected[0]?.name ?? "" };
    breach("weight-below-floor", facts, selected[0]?.place("weight"));
  },
  rank(higher, lower) {
    const floors = sector.options.map((one) => rankBound("floor", higher["at-least"][one], lower["at-least"][one]));
    return rankAll([sameSelection(higher.of, lower.of) ? "equal" : "different", ...floors]);
  },
});
