// 二级指标错位: 经济效益指标 under 产出指标, 数量指标 under 效益指标.
// Example: 产出指标 / 经济效益指标 → a finding at the level-2 label.
import { label } from "../expression/expression.ts";
import { defineFinding } from "../recheck/finding.ts";

/** Which level-1 indicator a level-2 indicator belongs to, by its name. */
const HOME: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^(?:数量|质量|时效)指标/, /产出/, "产出指标"],
  [/^(?:经济|社会|生态|环境)效益|^可持续影响/, /效益|效果/, "效益指标"],
];
const ALL = /产出|效益|效果|满意/;

export const groupMisplaced = defineFinding({
  code: "group-misplaced",
  title: label("二级指标错位", "Level-2 indicator misplaced"),
  rule: label("数量、质量、时效属于产出，经济、社会、生态效益和可持续影响属于效益", "quantity, quality and timeliness are outputs; economic, social, ecological and sustainable ones are benefits"),
  find({ view: { counted } }, report) {
    const said = new Set<string>();
    for (const { row } of counted) {
      const [top, second] = row.groups;
      if (top === undefined || second === undefined || said.has(`${top.text} ${second.text}`)) continue;
      const home = HOME.find(([name]) => name.test(second.text));
      if (home === undefined || home[1].test(top.text) || !ALL.test(top.text)) continue;
      said.add(`${top.text} ${second.text}`);
      report({ row: row.name.text, cell: second, expected: home[2], facts: { top: top.text } });
    }
  },
});
