// 分项填报: the sheet for indicators with several entries, a line for each.
import { address } from "../types/grid.ts";
import type { CellModel, SheetModel, ValidationModel } from "../xlsx/model.ts";
import type { TableContent } from "./content.ts";
import { contentOf, entryOf, noteOf } from "./filled.ts";
import { CENTRED, ENTRY, ENTRY_TEXT, entryStyle, heightFor, HEADING, PLAIN, SMALL, span, TITLE, validationOf } from "./looks.ts";
import { SHEETS } from "./names.ts";
import { FIRST_PART_ROW, PART_COLUMN, type PartLine } from "./plan.ts";

const WIDTHS = [26, 44, 10, 20, 34];

/** Undefined where every indicator has one entry, which stands in the table itself. */
export function partsSheet(content: TableContent): SheetModel | undefined {
  const { plan, calculation, actuals } = content;
  if (plan.parts.length === 0) return undefined;
  const cells = new Map<string, CellModel>();
  const merges: string[] = [];
  const heights: Record<string, number> = {};
  const validations: ValidationModel[] = [];
  const put = (row: number, column: number, cell: Omit<CellModel, "at">): void => void cells.set(address(row, column), { at: address(row, column), ...cell });
  const wide = (row: number, from: number, to: number, cell: Omit<CellModel, "at">, rows = 1): void => {
    const made = span(row, from, to, cell, rows);
    for (const one of made.cells) cells.set(one.at, one);
    if (from !== to || rows > 1) merges.push(made.merge);
  };
  wide(0, 0, PART_COLUMN.hint, { text: "分项填报", style: TITLE });
  wide(1, 0, PART_COLUMN.hint, { text: "需要分项填写的指标在此填报，结果自动汇入评分表。黄色单元格为填报处。", style: SMALL });
  ["指标", "填报项", "计量单位", "填报内容", "填报说明"].forEach((text, column) => put(FIRST_PART_ROW - 1, column, { text, style: HEADING }));
  plan.parts.forEach((line, index) => {
    const { leaf, row, label, input, note } = line;
    if (plan.parts[index - 1]?.leaf !== leaf) wide(row, 0, 0, { text: leaf.leaf.name, style: { ...PLAIN, align: "left" } }, plan.parts.filter((one) => one.leaf === leaf).length);
    put(row, PART_COLUMN.label, { text: label, style: PLAIN });
    put(row, PART_COLUMN.unit, { text: input?.options === undefined ? (input?.unit ?? "") : "", style: CENTRED });
    const slots = plan.slots.leaves.get(leaf) ?? [];
    const at = slots.findIndex((slot) => slot.input === input);
    const slot = slots[at];
    const precision = calculation.precisions.get(leaf)?.[at];
    const given = entryOf(actuals, leaf);
    if (slot !== undefined && precision !== undefined) {
      put(row, PART_COLUMN.value, { ...contentOf(given, slot, slots.length === 1, at === 0), style: entryStyle(slot) });
      validations.push(validationOf(slot, precision, leaf));
    } else put(row, PART_COLUMN.value, { ...noteOf(given, note ?? ""), style: note === "explanation" ? ENTRY_TEXT : ENTRY });
    const hint = hintOf(line, at === 0 ? (slot?.states ?? []) : []);
    put(row, PART_COLUMN.hint, { text: hint, style: { ...PLAIN, size: 9 } });
    heights[String(row + 1)] = heightFor([[label, WIDTHS[PART_COLUMN.label] ?? 40], [hint, (WIDTHS[PART_COLUMN.hint] ?? 30) * 1.2]]);
  });
  return { name: SHEETS.parts, cells: [...cells.values()], merges, widths: WIDTHS, heights, validations, protection: {}, page: { orientation: "landscape", titleRows: `${FIRST_PART_ROW}:${FIRST_PART_ROW}` }, freeze: { rows: FIRST_PART_ROW }, gridLines: false };
}

function hintOf({ input, note }: PartLine, states: readonly string[]): string {
  const words = states.length === 0 ? "" : `；整个指标${states.map((state) => `“${state}”`).join("或")}的，填在此格`;
  if (note !== undefined) return note === "explanation" ? "有偏差的，说明原因和改进措施" : "调查样本情况，不影响得分";
  return (input?.options === undefined ? "填数" : `从列表中选择：${input.options.join("、")}`) + words;
}

