// 评分表: the sheet people see — the official table, its points, total and grade taken from the calculation sheet.
import { parseAddress } from "../types/grid.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { show } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import type { IndicatorScore } from "../types/scorecard-types.ts";
import type { CellModel, SheetModel } from "../xlsx/model.ts";
import type { Calculation } from "./calculation.ts";
import { contentOf, entryOf, noteOf } from "./filled.ts";
import { calc, shownPoints, stored, type TableContent } from "./content.ts";
import { CENTRED, ENTRY_TEXT, entryStyle, HEADING, PLAIN, pointsFormat, validationOf } from "./looks.ts";
import { onSheet, quotedText, SHEETS, STATE } from "./names.ts";
import { type Pen, newPen, widthOf, WIDTHS } from "./pen.ts";
import { COLUMN, type IndicatorLine } from "./plan.ts";
import { bottom, conditions, head } from "./surroundings.ts";
import { isPercent, type Slot } from "./slots.ts";



export function tableSheet(content: TableContent): SheetModel {
  const { plan } = content;
  const { pen, done } = newPen();
  head(content, pen);
  if (plan.fundsHead !== undefined) fundsTable(content, plan.fundsHead, pen);
  indicatorTable(content, pen);
  conditions(content, pen);
  bottom(content, pen);
  return { name: SHEETS.table, ...done(), widths: WIDTHS, protection: {}, page: { orientation: "portrait", titleRows: `${plan.indicatorHead + 1}:${plan.indicatorHead + 1}` }, gridLines: false };
}

function indicatorTable(content: TableContent, pen: Pen): void {
  const { plan: { indicatorHead, indicators }, program } = content;
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"].forEach((text, column) => pen.put(indicatorHead, column, { text, style: HEADING }));
  for (const line of indicators) indicatorLine(content, line, pen);
  // Groups stand beside all of their lines; what lies deeper than two levels stands in the second column.
  for (const [level, column] of [[0, COLUMN.level1], [1, COLUMN.level2]] as const) {
    const keyOf = ({ groups }: IndicatorLine): string | undefined => (level === 0 ? groups[0]?.path : groups.length > 1 ? groups.at(-1)?.path : undefined);
    let from = 0;
    indicators.forEach((line, index) => {
      const key = keyOf(line);
      const next = indicators[index + 1];
      if (key !== undefined && next !== undefined && keyOf(next) === key) return;
      const top = indicators[from]?.row ?? line.row;
      from = index + 1;
      if (key === undefined) return;
      const weight = program.groups.find((one) => one.group.path === key)?.group.weight;
      const name = level === 0 ? (line.groups[0]?.name ?? "") : line.groups.slice(1).map((one) => one.name).join("／");
      const text = weight === undefined || weight.n === 0n ? name : `${name}\n（${show(weight)} 分）`;
      const rows = line.row - top + 1;
      pen.wide(top, column, column, { text, style: CENTRED }, rows);
      // What the lines beside it do not give it in height is added to the last.
      if (rows === 1) pen.height(top, [[text, widthOf(column)]]);
    });
  }
}

function fundsTable(content: TableContent, at: number, pen: Pen): void {
  const { plan, calculation, actuals } = content;
  const { put, wide } = pen;
  const unit = plan.funds[0]?.leaf.inputs[0]?.unit;
  const adjusted = plan.funds.flatMap(({ leaf }) => leaf.inputs).find(({ name }) => name !== "executed" && name !== "initial-budget");
  const rows = plan.funds.reduce((sum, { noteRow }) => sum + (noteRow === undefined ? 1 : 2), 1);
  wide(at, 0, 0, { text: `项目资金${unit === undefined ? "" : `（${unit}）`}`, style: HEADING }, rows);
  ["", "年初预算数", adjusted?.label.zh ?? "全年预算数", "全年执行数", "分值", "执行率", "得分"].forEach((text, index) => put(at, index + 1, { text, style: HEADING }));
  for (const { leaf, row, alone, noteRow } of plan.funds) {
    const label = plan.funds.length === 1 ? "年度资金总额" : leaf.leaf.name;
    put(row, COLUMN.level2, { text: label, style: CENTRED });
    pen.height(row, [[label, widthOf(COLUMN.level2)]]);
    for (const column of [COLUMN.level3, COLUMN.target]) put(row, column, { text: "—", style: CENTRED });
    slotsIn(content, leaf, pen);
    const rate = calc(calculation.leaves.get(leaf)?.measured ?? "");
    put(row, COLUMN.weight, { ...(alone ? { number: show(leaf.leaf.weight) } : { text: "—" }), style: CENTRED });
    put(row, COLUMN.points, { formula: `IF(ISNUMBER(${rate}),${rate},"")`, text: "", style: { ...CENTRED, format: "0.00%" } });
    put(row, COLUMN.reason, alone ? pointsCell(content, leaf) : { text: "见下表", style: CENTRED });
    if (noteRow === undefined) continue;
    const note = noteOf(entryOf(actuals, leaf), "explanation");
    put(noteRow, COLUMN.level2, { text: "偏差原因", style: CENTRED });
    wide(noteRow, COLUMN.level3, COLUMN.reason, { ...note, style: ENTRY_TEXT });
    pen.height(noteRow, [[note.text ?? "", widthOf(COLUMN.level3, COLUMN.reason)]]);
  }
}

/** Replaces what a slot's cell was before: the cells of a sheet are written in order, the last one stays. */
function slotsIn({ plan, calculation, actuals }: TableContent, leaf: LeafProgram, { put, validate }: Pen): void {
  const slots = plan.slots.leaves.get(leaf) ?? [];
  const precisions = calculation.precisions.get(leaf) ?? [];
  const given = entryOf(actuals, leaf);
  slots.forEach((slot, index) => {
    const precision = precisions[index];
    if (slot.sheet !== SHEETS.table || precision === undefined) return;
    const { row, column } = placeIn(slot);
    put(row, column, { ...contentOf(given, slot, slots.length === 1, index === 0), style: entryStyle(slot) });
    validate(validationOf(slot, precision, leaf));
  });
}

const placeIn = ({ at }: Pick<Slot, "at">): { readonly row: number; readonly column: number } => parseAddress(at) ?? { row: 0, column: 0 };

function indicatorLine(content: TableContent, { leaf, row, groups }: IndicatorLine, pen: Pen): void {
  const { put, wide, height } = pen;
  const { plan, calculation, actuals } = content;
  const { leaf: one } = leaf;
  const first = groups.length === 0 ? COLUMN.level1 : groups.length === 1 ? COLUMN.level2 : COLUMN.level3;
  wide(row, first, COLUMN.level3, { text: one.name, style: { ...PLAIN, align: "left" } });
  const target = targetText(one);
  put(row, COLUMN.target, { text: target, style: CENTRED });
  const slots = plan.slots.leaves.get(leaf) ?? [];
  if (slots.length === 1 && slots[0]?.sheet === SHEETS.table) slotsIn(content, leaf, pen);
  else put(row, COLUMN.actual, { ...actualFormula(leaf, slots, calculation), ...stored(scoreOf(content, leaf)?.actual), style: { ...CENTRED, ...(leaf.measure !== undefined && slots[0] !== undefined && one.unit === "%" ? { format: "0.00%" } : leaf.leaf.method.kind === "budget-execution" ? { format: "0.00%" } : {}) } });
  put(row, COLUMN.weight, { number: show(one.weight), style: CENTRED });
  put(row, COLUMN.points, pointsCell(content, leaf));
  put(row, COLUMN.reason, { ...noteOf(entryOf(actuals, leaf), "explanation"), style: ENTRY_TEXT });
  const explanation = noteOf(entryOf(actuals, leaf), "explanation").text ?? "";
  const width = widthOf(first, COLUMN.level3);
  height(row, [[one.name, width], [target, widthOf(COLUMN.target)], [explanation, widthOf(COLUMN.reason)]]);
}

const scoreOf = ({ scorecard }: TableContent, { leaf }: LeafProgram): IndicatorScore | undefined => scorecard?.indicators.find((one) => one.path === leaf.path);

/** ≥92% as the official table prints it. */
function targetText({ target }: LinkedLeaf): string {
  if (target === undefined) return "—";
  const sign = target.is === undefined ? "" : { ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "=" }[target.is];
  return `${sign}${target.text.replace(/^(?:>=|<=|[<>=≥≤])\s*/, "")}`;
}

/** What several entries come to: the measure, the share of yes, or the entries one after another. */
function actualFormula(leaf: LeafProgram, slots: readonly Slot[], { leaves }: Calculation): { readonly formula: string } {
  const cells = leaves.get(leaf);
  const elsewhere = leaf.leaf.method.kind === "budget-execution" ? "见项目资金" : `见${SHEETS.parts}`;
  if (cells?.measured !== undefined) {
    const [measured, outcome] = [calc(cells.measured), calc(cells.outcome)];
    return { formula: `IF(ISNUMBER(${measured}),${measured},IF(OR(${outcome}=${quotedText(STATE.gone)},${outcome}=${quotedText(STATE.pending)}),${outcome},${quotedText(elsewhere)}))` };
  }
  const refs = slots.map((slot) => onSheet(slot.sheet, slot.at));
  const yes = slots.every(({ input }) => input.options?.length === 2);
  const [first = '""'] = refs;
  const joined = yes
    ? `${refs.map((ref, index) => `IF(EXACT(${ref},${quotedText(slots[index]?.input.options?.[1] ?? "")}),1,0)`).join("+")}&"/${refs.length} 项符合"`
    : slots.map(({ input }, index) => `${index === 0 ? "" : "，"}${input.label.zh} `).map((words, index) => `${quotedText(words)}&${refs[index] ?? '""'}${isPercent(slots[index]?.input as Slot["input"]) ? "*100&\"%\"" : ""}`).join("&");
  const state = slots[0]?.states.map((word) => `EXACT(${first},${quotedText(word)})`) ?? [];
  const told = state.length === 0 ? joined : `IF(OR(${state.join(",")}),${first},${joined})`;
  return { formula: `IF(COUNTA(${refs.join(",")})=0,${quotedText(elsewhere)},${told})` };
}

function pointsCell(content: TableContent, leaf: LeafProgram): Omit<CellModel, "at"> {
  const { calculation, program } = content;
  const { places } = program.rounding;
  const cells = calculation.leaves.get(leaf);
  const [points, outcome] = [calc(cells?.points ?? ""), calc(cells?.outcome ?? "")];
  return {
    formula: `IF(ISNUMBER(${points}),${shownPoints(points, calculation.decimals, places)},IF(${outcome}=${quotedText(STATE.wrong)},"填写有误",IF(${outcome}=${quotedText(STATE.stuck)},${outcome},"")))`,
    ...stored(scoreOf(content, leaf)?.points),
    style: { ...CENTRED, format: pointsFormat(places) },
  };
}
