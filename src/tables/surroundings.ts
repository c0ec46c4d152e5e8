// 表题与附注：what stands above and below a table — its title, the year, remarks, rules printed on the form.
import type { Draft } from "./draft.ts";
import { labelKeys } from "./labels.ts";
import type { View } from "./view.ts";

const TITLE = /(?:自评表|自评报告表|评价表|评分表|得分表|目标表|申报表|复核表|绩效表|指标表|监控表|情况表|评价指标体系|绩效自评|绩效评价)/;
const LONGEST_TITLE = 80;
const YEAR_ALONE = /^[（(]?\s*((?:19|20)\d{2})\s*年度?\s*[)）]?$/;
/** `附件2`, `附表3-1：` above the title; the year of the form without a figure: `（    年度）`. */
const NUMBER_OF_TABLE = /^(?:附件|附表|附|表)\s*[\d一二三四五六七八九十]{0,3}(?:[-－.]\d{1,2})?\s*[:：]?$|^公开\s*\d{1,2}\s*表$|^[A-Z]{1,4}\d{1,3}(?:-\d{1,2})?表?$/;
const YEAR_OPEN = /^[（(]?\s*年\s*度?\s*[)）]?$/;
const MONEY_UNIT = /^[（(]?\s*(?:金额)?单位\s*[:：]\s*((?:人民币)?\s*(?:元|千元|万元|百万元|亿元))\s*[)）]?$/;

/** A title stands alone in its row. `begin` gives the draft it belongs to. */
export function readTitle(view: View, row: number, draft: Draft, begin: () => Draft): boolean {
  const cells = view.open(row);
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) return false;
  const text = cell.text.replace(/\s+/g, " ").trim();
  if (text.length > LONGEST_TITLE || !TITLE.test(text) || /[。；：:]/.test(text.replace(/^[^：:]{1,8}[：:]/, ""))) return false;
  if (draft.title !== undefined && draft.subject === undefined && draft.rows.length === 0 && draft.money.length === 0) return false;
  const owner = begin();
  owner.title = text;
  view.label(cell);
  return true;
}

/** Lines above a table that say its year, its number, the unit of money — one in a cell, or several with spaces between. */
export function readAside(view: View, row: number, draft: Draft): void {
  for (const cell of view.open(row)) {
    const parts = cell.text.trim().split(/\s{2,}/).map((text) => ({ text, year: YEAR_ALONE.exec(text)?.[1], unit: MONEY_UNIT.exec(text)?.[1] }));
    if (!parts.every(({ text, year, unit }) => year !== undefined || unit !== undefined || NUMBER_OF_TABLE.test(text) || YEAR_OPEN.test(text))) continue;
    for (const { year, unit } of parts) {
      if (year !== undefined) draft.year ??= year;
      if (unit !== undefined) draft.others.push(view.labelled(cell, "金额单位", unit));
    }
    view.label(cell);
  }
}

const NOTES = new Set(["注", "备注", "说明", "填表说明", "填报说明", "注意事项"]);
const isNoteLabel = (text: string): boolean => labelKeys(text).some((key) => NOTES.has(key));
const BEGINS_NOTE = /^[（(【]?(?:注|备注|说明|填表说明|填报说明|注意事项)\s*[:：]?/;

/** Whether a row is a remark by its first cell: 注：… alone, or 备注 with the text beside it. */
export function beginsNote(view: View, row: number): boolean {
  const [first, second] = view.open(row);
  return first !== undefined && (second === undefined ? /^[（(【]?(?:注|备注|说明|填表说明|填报说明|注意事项)\s*[:：\d]/.test(first.text.trim()) : isNoteLabel(first.text));
}

/** Remarks: begun by 注 or 备注 or numbered below one; below the sums, whatever stands alone in its row. */
export function readNotes(view: View, row: number, draft: Draft): boolean {
  const cells = view.open(row);
  const [first, ...rest] = cells;
  if (first === undefined) return false;
  const text = first.text.trim();
  if (rest.length > 0) {
    if (!isNoteLabel(text)) return false;
    view.label(first);
    for (const cell of rest) draft.notes.push(view.value(cell));
    return true;
  }
  const follows = draft.notes.length > 0 && /^[（(]?[\d一二三四五六七八九十①-⑳]/.test(text);
  if (!BEGINS_NOTE.test(text) && !follows && !draft.closed && text.length <= LONGEST_TITLE) return false;
  if (isNoteLabel(text)) view.label(first);
  else draft.notes.push(view.value(first));
  return true;
}
