// 总分：the row with the sums, and signs of targets in words.
import type { GridCell } from "../types/grid.ts";
import type { Column } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { fieldOf } from "./fields.ts";
import { SUBTOTALS, TOTALS } from "./headings.ts";
import { labelFinder } from "./labels.ts";
import type { View } from "./view.ts";

const totalOf = labelFinder<"total" | "subtotal">({ total: TOTALS, subtotal: SUBTOTALS });
const GRADE = /^(?:优秀?|良好?|中|差|一般|较差|合格|不合格)$/;
const NUMBER = /^[^\d]{0,4}\d[\d,.]*\s*分?$/;
/** 合计 100 in one cell. */
const WITH_NUMBER = /^(总分|合计|总计|总得分|自评总分|自评得分)\s*[:：]?\s*(\d[\d.]*\s*分?)$/;

const SIGN = /^(?:[<>=≤≥≦≧＜＞＝═﹦≠]{1,2}|大于等于|小于等于|大于|小于|等于|不低于|不少于|不高于|不超过)$/;
/** Whether a text is nothing but the sign of a comparison. */
export const isSign = (text: string): boolean => SIGN.test(text.trim());

export interface TotalColumns {
  readonly levels: readonly Column<unknown>[];
  readonly weight: Column<unknown> | undefined;
  readonly points: Column<unknown> | undefined;
}

/** Reads the row of the sums. `fields`: it only labels them (总分 | 总分值 | 总得分), the fields say the rest. */
export function readTotals(view: View, row: number, draft: Draft, { levels, weight, points }: TotalColumns): "read" | "fields" | "none" {
  const cells = view.open(row);
  const [first] = cells;
  const named = cells.find((cell) => totalOf(cell.text) !== undefined && cell.column <= (levels.at(-1)?.right ?? Infinity));
  const inline = first === undefined ? null : WITH_NUMBER.exec(first.text.trim());
  if (first === undefined || (named === undefined && inline === null)) return "none";
  if (named !== undefined && named !== first) return "none";
  const within = (column: Column<unknown> | undefined): GridCell | undefined => (column === undefined ? undefined : cells.find((cell) => cell !== first && cell.column >= column.left && cell.column <= column.right));
  const subtotal = totalOf(first.text) === "subtotal";
  if (subtotal) {
    view.label(first);
    for (const cell of cells.slice(1)) draft.others.push(view.labelled(cell, first.text));
    return "read";
  }
  if (cells.slice(1).some((cell) => fieldOf(cell.text) !== undefined)) {
    view.label(first);
    draft.closed = true;
    return "fields";
  }
  let [sum, total] = [within(weight), within(points)];
  const figures = cells.slice(1).filter((cell) => cell !== sum && cell !== total && NUMBER.test(cell.text.trim()));
  if (total === undefined && figures.length > 0) total = figures.pop();
  if (sum === undefined && weight !== undefined && figures.length > 0) sum = figures.pop();
  if (inline !== null) draft.total ??= view.value(first, inline[2]);
  else view.label(first);
  if (sum !== undefined) draft.totalWeight ??= view.value(sum);
  if (total !== undefined) draft.total ??= view.value(total);
  for (const cell of view.open(row)) {
    if (GRADE.test(cell.text.trim()) && draft.grade === undefined) draft.grade = view.value(cell);
    // Sums of other columns: the weights of the groups, for one.
    else if (cell !== first && NUMBER.test(cell.text.trim())) draft.others.push(view.labelled(cell, first.text));
  }
  draft.closed = true;
  return "read";
}
