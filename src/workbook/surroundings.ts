// 表头与表尾: what stands above and below the indicators — who is evaluated, declared facts and knock-outs, total, grade.
import { address } from "../types/grid.ts";
import { show } from "../numbers/number.ts";
import type { KnockOut } from "../model/program.ts";
import type { CellStyleModel } from "../xlsx/model.ts";
import { calc, shownPoints, stored, type TableContent } from "./content.ts";
import { factContent } from "./filled.ts";
import { CENTRED, ENTRY, ENTRY_TEXT, HEADING, PLAIN, pointsFormat, SMALL, STRONG, TITLE, validationOf } from "./looks.ts";
import { quotedText } from "./names.ts";
import { type Pen, widthOf } from "./pen.ts";
import { COLUMN, LAST_COLUMN } from "./plan.ts";

const TITLE_ROW = 0;
const PERIOD_ROW = 1;
export const HEAD = [
  [{ label: "项目名称", key: "name" }, { label: "编号", key: "id" }],
  [{ label: "主管部门", key: "department" }, { label: "实施单位", key: "unit" }],
  [{ label: "截止日期", key: "as-of" }, { label: "绩效目标表", key: "objectives" }],
] as const;
export type HeadKey = (typeof HEAD)[number][number]["key"];
const HEAD_PLACES = [[1, 3], [5, LAST_COLUMN]] as const;
export const headAt = (key: HeadKey): string => {
  const line = HEAD.findIndex((pair) => pair.some((one) => one.key === key));
  return address(PERIOD_ROW + 1 + line, HEAD_PLACES[HEAD[line]?.[0].key === key ? 0 : 1][0]);
};

export function head({ program, plan, actuals, title }: TableContent, { put, wide, height, validate }: Pen): void {
  const { linked } = program;
  const objectives = linked.objectives?.data;
  wide(TITLE_ROW, 0, LAST_COLUMN, { text: title, style: TITLE });
  height(TITLE_ROW, [], 34);
  wide(PERIOD_ROW, 0, LAST_COLUMN, { text: objectives === undefined ? "（    年度）" : /^\d{4}$/.test(objectives.period) ? `（${objectives.period} 年度）` : `（${objectives.period}）`, style: { align: "center" } });
  const known: Readonly<Record<HeadKey, string | undefined>> = {
    name: objectives?.subject.name,
    department: objectives?.subject.department,
    unit: objectives?.subject.unit,
    objectives: objectives?.id ?? linked.framework.data.id,
    id: undefined,
    "as-of": undefined,
  };
  const given: Partial<Record<HeadKey, string | undefined>> = { id: actuals?.id, "as-of": actuals?.["as-of"] };
  HEAD.forEach((pair, line) =>
    pair.forEach(({ label, key }, side) => {
      const row = PERIOD_ROW + 1 + line;
      const [from, to] = HEAD_PLACES[side === 0 ? 0 : 1];
      put(row, from - 1, { text: label, style: HEADING });
      height(row, [[known[key] ?? "", widthOf(from, to)]], 22);
      const text = known[key] ?? given[key];
      wide(row, from, to, { ...(text === undefined ? {} : { text }), style: known[key] === undefined ? { ...ENTRY_TEXT, format: "@" } : PLAIN });
      if (key === "as-of") validate({ range: address(row, from), type: "custom", formula1: `AND(LEN(${address(row, from)})=10,MID(${address(row, from)},5,1)="-",MID(${address(row, from)},8,1)="-")`, inputTitle: label, inputMessage: "请按 2024-12-31 的样式填写", errorTitle: "填写有误", errorMessage: "请按 2024-12-31 的样式填写" });
    }),
  );
  if (plan.statement === undefined) return;
  put(plan.statement, 0, { text: "年度总体目标", style: HEADING });
  const statement = objectives?.statement ?? "";
  wide(plan.statement, 1, LAST_COLUMN, { text: statement, style: PLAIN });
  height(plan.statement, [[statement, widthOf(1, LAST_COLUMN)]]);
}

const EFFECTS: Readonly<Record<KnockOut["effect"]["kind"], string>> = { zero: "得 0 分", reject: "不通过", cap: "总分封顶", "cap-grade": "等级封顶", multiply: "总分乘以系数" };

export function conditions(content: TableContent, { put, wide, height, validate }: Pen): void {
  const { plan, calculation, actuals } = content;
  if (plan.factHead === undefined) return;
  wide(plan.factHead, 0, COLUMN.actual, { text: "一票否决与限制事项", style: HEADING });
  put(plan.factHead, COLUMN.weight, { text: "后果", style: HEADING });
  put(plan.factHead, COLUMN.points, { text: "情况", style: HEADING });
  put(plan.factHead, COLUMN.reason, { text: "依据", style: HEADING });
  plan.facts.forEach(({ input, row }, index) => {
    const slot = plan.slots.facts[index];
    const text = `须申报：${input.label.zh}`;
    wide(row, 0, COLUMN.actual, { text, style: PLAIN });
    put(row, COLUMN.weight, { text: "—", style: CENTRED });
    const given = actuals?.facts?.[input.name.slice("fact ".length)];
    put(row, COLUMN.points, { ...(given === undefined || slot === undefined ? {} : factContent(given, slot)), style: ENTRY });
    put(row, COLUMN.reason, { text: "", style: PLAIN });
    if (slot !== undefined) validate(validationOf(slot, { decimals: 4, digits: 8 }, undefined));
    height(row, [[text, widthOf(0, COLUMN.actual)]]);
  });
  const told = (content.scorecard?.knockOuts ?? []).map(({ holds }) => holds);
  for (const [index, { knockOut, row }] of plan.knockOuts.entries()) {
    const { label, effect, basis, leaf } = knockOut;
    const text = `${leaf === undefined ? "" : `${leaf.name}：`}${label.zh}`;
    wide(row, 0, COLUMN.actual, { text, style: PLAIN });
    const amount = "value" in effect ? ` ${show(effect.value)}` : "grade" in effect ? ` ${effect.grade}` : "";
    put(row, COLUMN.weight, { text: `${EFFECTS[effect.kind]}${amount}`, style: { ...CENTRED, size: 9 } });
    const cell = calc(calculation.knockOuts.get(knockOut) ?? "A1");
    put(row, COLUMN.points, { formula: `IF(ISNUMBER(${cell}),IF(${cell}=1,"触发","未触发"),"")`, text: told[index] === undefined ? "" : told[index] ? "触发" : "未触发", style: CENTRED });
    put(row, COLUMN.reason, { text: basis.document, style: { ...PLAIN, size: 9 } });
    height(row, [[text, widthOf(0, COLUMN.actual)], [basis.document, widthOf(COLUMN.reason) * 1.2]]);
  }
}

export function bottom({ plan: { totalRow }, calculation, program, scorecard }: TableContent, { put, wide, height }: Pen): void {
  const { places } = program.rounding;
  const points = scorecard?.total.points;
  const [wrong, open, unclear, total, grade, rejected] = [calculation.wrong, calculation.open, calculation.unclear, calculation.total, calculation.grade, calculation.rejected].map(calc);
  const told = (value: string): string => `IF(${wrong}>0,"填写有误",IF(${unclear}>0,"未填完",IF(ISNUMBER(${total}),${value},"不适用")))`;
  const line = (offset: number, text: string): void => {
    wide(totalRow + offset, 0, COLUMN.actual, { text, style: STRONG });
    height(totalRow + offset, [], 22);
  };
  const style = (format?: string): CellStyleModel => ({ ...STRONG, ...(format === undefined ? {} : { format }) });
  line(0, "总分");
  put(totalRow, COLUMN.weight, { number: program.linked.framework.data.total, style: style() });
  put(totalRow, COLUMN.points, { formula: told(shownPoints(total ?? "", calculation.totalDecimals, places)), ...stored(points ?? "未填完"), style: style(pointsFormat(places)) });
  put(totalRow, COLUMN.reason, { text: "", style: PLAIN });
  line(1, "评价等级");
  put(totalRow + 1, COLUMN.weight, { text: "—", style: CENTRED });
  put(totalRow + 1, COLUMN.points, { formula: `IF(${rejected},"否决",${told(`CHOOSE(${grade}+1,${program.grades.map(quotedText).join(",")})`)})`, ...stored(scorecard?.rejected === true ? "否决" : points === undefined ? "未填完" : (scorecard?.grade ?? "")), style: style() });
  put(totalRow + 1, COLUMN.reason, { text: "", style: PLAIN });
  line(2, "填报情况");
  const state = `IF(${wrong}>0,"有 "&${wrong}&" 项填写有误",IF(${unclear}>0,"尚缺 "&MAX(1,${open})&" 项","已填完"))`;
  wide(totalRow + 2, COLUMN.weight, LAST_COLUMN, { formula: state, text: points === undefined ? "未填完" : "已填完", style: CENTRED });
  const words = "黄色单元格为填报处，其余由公式计算并已保护（没有密码）。百分数填 95% 或 95；不适用的填“不适用”，尚未到期的填“尚未到期”。得分由“计算”表以整数逐步算出，与评分引擎一致；超出填报提示所示范围或小数位数的数，显示“填写有误”，不予计分。";
  wide(totalRow + 3, 0, LAST_COLUMN, { text: words, style: SMALL });
  height(totalRow + 3, [[words, 130]]);
}
