// 栏目：labels with a value — to the right, after a colon in the same cell, or below — 项目名称, 年度总体目标, 填表人.
import type { GridCell } from "../types/grid.ts";
import type { Draft } from "./draft.ts";
import { BLOCKS, type Field, FIELDS, TOTALS } from "./headings.ts";
import { labelFinder, labelKeys } from "./labels.ts";
import type { View } from "./view.ts";

export const fieldOf = labelFinder<Field>(FIELDS);
const blocks = labelFinder<"block">({ block: BLOCKS });
const totals = labelFinder<"total">({ total: TOTALS });
export const isBlock = (text: string): boolean => blocks(text) !== undefined;
export const isLabel = (text: string): boolean => fieldOf(text) !== undefined || isBlock(text);

/** Whether a row has a label of a field, alone in a cell or before a colon. */
export const hasField = (cells: readonly GridCell[]): boolean => cells.some(({ text }) => fieldOf(text) !== undefined || pairsIn(text).length > 0);

/** Whether a row names what the table is about: with it, a table begins. */
export const namesSubject = (cells: readonly GridCell[]): boolean => cells.some(({ text }) => fieldOf(text) === "subject" || pairsIn(text).some(({ role }) => role === "subject"));

/** Reads every field that is labelled in this row, and the values that stand below such labels. */
export function readFields(view: View, row: number, draft: Draft): void {
  const cells = view.open(row);
  for (const [index, cell] of cells.entries()) {
    if (!view.isOpen(cell)) continue;
    const pairs = pairsIn(cell.text);
    if (pairs.length > 0) {
      for (const { role, label, text } of pairs) if (text !== "") put(view, draft, role, label, cell, text);
      view.label(cell);
      // A pair without a value may have it in the next cell: `单位名称：` | `农业科`.
      const last = pairs.at(-1);
      if (last?.text === "") values(view, cells, index).forEach((value, i) => put(view, draft, i === 0 ? last.role : "other", last.label, value));
      continue;
    }
    const role = fieldOf(cell.text);
    if (role === undefined) {
      // 总分 may head a row of fields: 总分值, 总得分, 自评等级.
      if (isBlock(cell.text) || (index === 0 && totals(cell.text) !== undefined)) view.label(cell);
      continue;
    }
    const right = values(view, cells, index);
    const below = right.length > 0 ? [] : valuesBelow(view, cell);
    view.label(cell);
    [...right, ...below].forEach((value, i) => put(view, draft, i === 0 ? role : "other", cell.text, value));
  }
}

/** The cells after a label, up to the next label. */
function values(view: View, cells: readonly GridCell[], index: number): readonly GridCell[] {
  const found: GridCell[] = [];
  for (const cell of cells.slice(index + 1)) {
    if (!view.isOpen(cell) || isLabel(cell.text) || pairsIn(cell.text).length > 0) break;
    found.push(cell);
  }
  return found;
}

/** The cells right below a label, up to the next row that has a label. */
function valuesBelow(view: View, label: GridCell): readonly GridCell[] {
  const found: GridCell[] = [];
  const { bottom, left } = view.span(label);
  for (let row = bottom + 1; row < view.grid.rows.length; row++) {
    const below = view.at(row, left);
    if (below === undefined || !view.isOpen(below) || view.rowHas(row, isLabelled)) break;
    found.push(below);
  }
  return found;
}

const isLabelled = (cell: GridCell): boolean => isLabel(cell.text);

function put(view: View, draft: Draft, role: Field, written: string, cell: GridCell, text?: string): void {
  const label = written.replace(/[:：]\s*$/, "");
  if (role === "subject" || role === "department" || role === "unit" || role === "grade" || role === "total") {
    if (draft[role] === undefined) {
      if (role === "subject") draft.subjectLabel = label;
      draft[role] = view.value(cell, text);
      return;
    }
  } else if (role === "total-weight" && draft.totalWeight === undefined) {
    draft.totalWeight = view.value(cell, text);
    return;
  } else if (role === "reporting-unit" && draft.reportingUnit === undefined) {
    draft.reportingUnit = view.labelled(cell, label, text);
    return;
  }
  draft.others.push(view.labelled(cell, label, text));
}

interface Pair {
  readonly role: Field;
  readonly label: string;
  readonly text: string;
}

const NO_PAIRS: readonly Pair[] = [];
const PAIR = /([^\s:：，。；;,]{2,16})\s*[:：]/g;

/** `单位名称：农业科 填报日期：` as its pairs; none unless the cell begins with a known label and a colon. */
export function pairsIn(text: string): readonly Pair[] {
  if (!/[:：]/.test(text)) return NO_PAIRS;
  const starts = [...text.matchAll(PAIR)].flatMap((match) => {
    const label = (match[1] ?? "").replace(/^[）)]/, "");
    const role = labelKeys(label).length > 0 ? fieldOf(label) : undefined;
    return role === undefined ? [] : [{ role, label, from: match.index, to: match.index + match[0].length }];
  });
  if (starts[0] === undefined || text.slice(0, starts[0].from).trim() !== "") return [];
  return starts.map(({ role, label, to }, index) => ({ role, label, text: text.slice(to, starts[index + 1]?.from).trim() }));
}
