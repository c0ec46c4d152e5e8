// 识别：from a sheet as cells to the tables on it. Row by row, by what the labels say; where nothing is said, nothing
// is guessed: the cell is reported with its place.
import { collector } from "../types/collector.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { type Grid, type GridCell, placeOf } from "../types/grid.ts";
import type { Table } from "../types/table.ts";
import { indicatorHeader, moneyHeader } from "./columns.ts";
import { type Draft, finish, holdsTable, newDraft } from "./draft.ts";
import { fieldOf, hasField, isBlock, namesSubject, pairsIn, readFields } from "./fields.ts";
import { type IndicatorBlock, indicatorBlock } from "./indicators.ts";
import { type MoneyBlock, moneyBlock } from "./money.ts";
import { beginsNote, readAside, readNotes, readTitle } from "./surroundings.ts";
import { readTotals } from "./totals.ts";
import { type View, viewOf } from "./view.ts";

export interface Recognised {
  readonly tables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
  /** addresses of the cells that were taken as labels */
  readonly labels: readonly string[];
}

export function recognise(grid: Grid, file?: string): Recognised {
  const view = viewOf(grid);
  const { say, list } = collector(file);
  const drafts: Draft[] = [];
  readRows(view, drafts, say, file);
  const tables = drafts.filter(holdsTable).map((draft) => finish(draft, { file, sheet: grid.sheet }));
  const cells = grid.rows.flat();
  const left = cells.filter((cell) => view.isOpen(cell));
  if (tables.length === 0) {
    const none = diagnose("sheet-without-table", { sheet: grid.place.slice(0, -1), count: String(cells.length) }, { file });
    return { tables, diagnostics: cells.length > 0 ? [none] : [], labels: [] };
  }
  const lost = drafts.filter((draft) => !holdsTable(draft)).flatMap(valuesOf);
  for (const cell of left) say(notUnderstood(grid, cell, file));
  for (const { text, at } of lost) say(diagnose("cell-not-understood", { cell: at, found: text.slice(0, 40) }, { file }));
  const labels = cells.filter((cell) => view.accountOf(cell) === "label").map((cell) => placeOf(grid, cell));
  return { tables, diagnostics: list(), labels };
}

function notUnderstood(grid: Grid, cell: GridCell, file: string | undefined): Diagnostic {
  const text = cell.text.trim();
  const guess = text.length > 20 || text.length < 3 ? undefined : fieldOf.guess(text);
  return diagnose("cell-not-understood", { cell: placeOf(grid, cell), found: text.length > 40 ? `${text.slice(0, 40)}…` : text, ...(guess === undefined ? {} : { guess }) }, { file });
}

/** What was read of something that is no table after all. */
const valuesOf = ({ subject, department, unit, reportingUnit, grade, total, totalWeight, notes, others }: Draft): readonly { readonly text: string; readonly at: string }[] =>
  [subject, department, unit, reportingUnit, grade, total, totalWeight, ...notes, ...others].filter((cell) => cell !== undefined);

function readRows(view: View, drafts: Draft[], say: (diagnostic: Diagnostic) => void, file: string | undefined): void {
  let draft = newDraft();
  let money: MoneyBlock | undefined;
  let indicators: IndicatorBlock | undefined;
  const close = (): void => {
    indicators?.end();
    [indicators, money] = [undefined, undefined];
  };
  const next = (): void => {
    close();
    drafts.push(draft);
    draft = newDraft();
  };
  for (let row = 0; row < view.grid.rows.length; row++) {
    const cells = view.open(row);
    const [first] = cells;
    if (first === undefined) continue;
    if (readTitle(view, row, draft, () => (holdsTable(draft) || draft.subject !== undefined ? (next(), draft) : draft))) continue;
    const header = indicatorHeader(view, row);
    if (header !== undefined) {
      if (draft.closed) next();
      close();
      indicators = indicatorBlock(view, header, draft, say, file);
      row = header.bottom;
      continue;
    }
    const amounts = moneyHeader(view, row);
    if (amounts !== undefined) {
      if (draft.closed) next();
      close();
      money = moneyBlock(view, amounts, draft, say, file);
      row = amounts.bottom;
      continue;
    }
    if (indicators !== undefined && !endsBlock(view, row) && indicators.read(row)) {
      if (draft.closed) close();
      continue;
    }
    if (money !== undefined && !startsWithField(cells) && money.read(row)) continue;
    readAside(view, row, draft);
    const rest = view.open(row);
    if (rest.length === 0) continue;
    if (namesSubject(rest) && (holdsTable(draft) || draft.subject !== undefined)) next();
    if (hasField(rest)) {
      close();
      readFields(view, row, draft);
      continue;
    }
    if (!draft.closed && readTotals(view, row, draft, { levels: [], weight: undefined, points: undefined }) === "read") continue;
    if (readNotes(view, row, draft)) continue;
    for (const cell of rest) if (isBlock(cell.text)) view.label(cell);
  }
  next();
}

const startsWithField = ([first]: readonly GridCell[]): boolean => first !== undefined && (fieldOf(first.text) !== undefined || pairsIn(first.text).length > 0);

/** Notes and fields below the indicators end them: a note stands alone, a field label first in its row. */
function endsBlock(view: View, row: number): boolean {
  const cells = view.open(row);
  return beginsNote(view, row) || startsWithField(cells) && cells.length <= 4;
}
