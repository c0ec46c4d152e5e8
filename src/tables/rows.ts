// 批量数据：files with one evaluation a row. The first row names the columns; rows come one after another, so that a
// CSV file of any length needs no more memory than a short one.
import { dialectOf, textMaker } from "../csv/cells.ts";
import { decoder } from "../csv/encoding.ts";
import { csvReader } from "../csv/parse.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { address, type GridCell } from "../types/grid.ts";
import type { Cell } from "../types/table.ts";
import { openWorkbook } from "../xlsx/workbook.ts";
import { chosenEncoding, csvPlace, limitsOf, openInput, type ReadOptions } from "./input.ts";
import { gatherWorkbook, type RowsInput } from "./whole.ts";

export interface RowRecord {
  /** the row as people find it: `batch.csv!3`, `Sheet1!3` */
  readonly at: string;
  /** in the order of the headings; undefined where there is nothing. Empty in a record that only has something to say. */
  readonly cells: readonly (Cell | undefined)[];
  /** what is wrong with this row; a bad one never stops the rest */
  readonly diagnostics: readonly Diagnostic[];
}
/** The same without places, for long files: `RowsRead.place` tells them. */
export interface RowTexts {
  /** the number of the row, from 1 */
  readonly row: number;
  readonly texts: readonly (string | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}
export interface RowsRead {
  readonly headings: readonly Cell[];
  readonly records: AsyncIterable<RowRecord>;
  /** the same records, several at a time as they come. Read these or `records`, not both. */
  readonly pieces: AsyncIterable<readonly RowTexts[]>;
  /** where a row stands, or its cell under a heading: `batch.csv!3`, `batch.csv!F3` */
  readonly place: (row: number, heading?: number) => string;
  /** known before the first record */
  readonly diagnostics: readonly Diagnostic[];
}
export type { RowsInput };

interface RawRow {
  readonly row: number;
  /** by column; undefined where there is nothing */
  readonly texts: readonly (string | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}
interface Source {
  readonly place: string;
  readonly rows: AsyncIterator<readonly RawRow[]>;
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: readonly Diagnostic[] = [];
const isEmpty = ({ texts }: RawRow): boolean => texts.every((text) => text === undefined);

/** Opens a file of rows and reads its headings. Figures of a workbook are given with all their digits. */
export async function readRows(input: RowsInput, options: ReadOptions = {}): Promise<RowsRead> {
  const source = await openRows(input, options);
  const before: Diagnostic[] = [...source.diagnostics];
  for (let step = await source.rows.next(); step.done !== true; step = await source.rows.next()) {
    const first = step.value.findIndex((row) => !isEmpty(row));
    const heading = step.value[first];
    for (const { diagnostics } of step.value.slice(0, first < 0 ? undefined : first + 1)) before.push(...diagnostics);
    if (heading === undefined) continue;
    const made = headingsOf(heading, source.place, options.name);
    const pieces = recordsOf(source, step.value.slice(first + 1), made.columns, options.name);
    const place = (row: number, index?: number): string => (index === undefined ? `${source.place}${row}` : source.place + address(row - 1, made.columns[index] ?? 0));
    return { headings: made.headings, pieces, place, records: withPlaces(pieces, place), diagnostics: [...before, ...made.diagnostics] };
  }
  if (before.length === 0) before.push(diagnose("file-empty", {}, { file: options.name }));
  return { headings: [], pieces: nothing(), records: nothing(), place: (row) => `${source.place}${row}`, diagnostics: before };
}

async function* nothing(): AsyncGenerator<never> {}
async function* withPlaces(pieces: AsyncIterable<readonly RowTexts[]>, place: RowsRead["place"]): AsyncGenerator<RowRecord> {
  for await (const piece of pieces) {
    for (const { row, texts, diagnostics } of piece) yield { at: place(row), cells: texts.map((text, index) => (text === undefined ? undefined : { text, at: place(row, index) })), diagnostics };
  }
}

function headingsOf({ row, texts }: RawRow, place: string, file: string | undefined): { readonly headings: readonly Cell[]; readonly columns: readonly number[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, Cell>();
  const columns = texts.flatMap((text, column) => (text === undefined ? [] : [column]));
  const headings = columns.map((column): Cell => {
    const heading = { text: texts[column]?.trim() ?? "", at: place + address(row, column) };
    const first = seen.get(heading.text);
    if (first === undefined) seen.set(heading.text, heading);
    else diagnostics.push(diagnose("header-twice", { cell: heading.at, found: heading.text, first: first.at, other: first.text }, { file }));
    return heading;
  });
  return { headings, columns, diagnostics };
}

async function* recordsOf(source: Source, first: readonly RawRow[], columns: readonly number[], file: string | undefined): AsyncGenerator<readonly RowTexts[]> {
  const { place } = source;
  const indexOf: number[] = []; // of a column among the headings
  columns.forEach((column, index) => (indexOf[column] = index));
  const rowOf = ({ row, texts, diagnostics }: RawRow): RowTexts => {
    const found = new Array<string | undefined>(columns.length).fill(undefined);
    let problems = diagnostics;
    let empty = true;
    for (let column = 0; column < texts.length; column++) {
      const text = texts[column];
      if (text === undefined) continue;
      empty = false;
      const index = indexOf[column];
      if (index === undefined) problems = [...problems, diagnose("cell-without-heading", { cell: place + address(row, column) }, { file })];
      else found[index] = text.trim();
    }
    return { row: row + 1, texts: empty ? [] : found, diagnostics: problems };
  };
  const piece = (rows: readonly RawRow[]): readonly RowTexts[] => rows.filter((one) => one.diagnostics.length > 0 || !isEmpty(one)).map(rowOf);
  yield piece(first);
  for (let step = await source.rows.next(); step.done !== true; step = await source.rows.next()) yield piece(step.value);
}

async function openRows(given: RowsInput, options: ReadOptions): Promise<Source> {
  const place = csvPlace(options.name);
  const whole = await gatherWorkbook(given, options);
  if ("problem" in whole) return { place, diagnostics: [whole.problem], rows: nothing() };
  const { input } = whole;
  if (typeof input !== "string" && !(input instanceof Uint8Array)) return { place, diagnostics: [], rows: textRows(input, options, options.limits?.rows) };
  const { input: opened, diagnostics } = openInput(input, options);
  if (opened.kind === "xlsx") return sheetSource(opened.bytes, diagnostics, options);
  return { place, diagnostics, rows: opened.kind === "none" ? nothing() : textRows(onePiece(opened.text), options, limitsOf(options).rows) };
}

async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}

/** Enough of the text to tell the delimiter. */
const SAMPLE = 64 * 1024;

async function* textRows(pieces: AsyncIterable<Uint8Array | string>, options: ReadOptions, mostRows: number | undefined): AsyncGenerator<readonly RawRow[]> {
  const { name: file } = options;
  let said: Diagnostic[] = [];
  const chosen = chosenEncoding(options);
  const bytes = decoder("problem" in chosen ? undefined : chosen.encoding);
  const textsOf = textMaker({ file, place: csvPlace(file), limits: limitsOf(options) }, (one) => said.push(one));
  let reader: ReturnType<typeof csvReader> | undefined;
  let waiting = "";
  let row = 0;
  let full = false;
  const rowsOf = (text: string, last: boolean): readonly RawRow[] => {
    waiting += text;
    if (reader === undefined && waiting.length < SAMPLE && !last) return [];
    if (reader === undefined) {
      const { delimiter, from } = dialectOf(waiting, options.delimiter);
      reader = csvReader(delimiter);
      waiting = waiting.slice(from);
    }
    const records = reader.push(waiting);
    waiting = "";
    const rows: RawRow[] = [];
    for (const record of last ? [...records, ...reader.end()] : records) {
      full = row === mostRows;
      if (full) {
        rows.push({ row, texts: [], diagnostics: [diagnose("too-many-rows", { sheet: csvPlace(file).slice(0, -1), limit: String(mostRows) }, { file })] });
        break;
      }
      const texts = textsOf(record, row);
      rows.push({ row, texts, diagnostics: said.length > 0 ? said : NONE });
      if (said.length > 0) said = [];
      row++;
    }
    return rows;
  };
  for await (const piece of pieces) {
    yield rowsOf(typeof piece === "string" ? piece : bytes.push(piece), false);
    if (full) return;
  }
  yield rowsOf(bytes.end(), true);
  if (bytes.failedAt !== undefined) yield [{ row, texts: [], diagnostics: [diagnose("encoding-undecodable", { line: String(bytes.failedAt) }, { file })] }];
}

/** Rows of a sheet that are handed on together. */
const PIECE = 256;

async function sheetSource(bytes: Uint8Array, diagnostics: readonly Diagnostic[], options: ReadOptions): Promise<Source> {
  let said: Diagnostic[] = [];
  const opened = await openWorkbook(bytes, { file: options.name, sheet: options.sheet, limits: limitsOf(options) }, (one) => said.push(one));
  const [first, ...rest] = opened.sheets;
  const unread = rest.map(({ name }) => diagnose("sheet-not-read", { sheet: name, first: first?.name ?? "" }, { file: options.name }));
  async function* rows(): AsyncGenerator<readonly RawRow[]> {
    let row = 0;
    let piece: RawRow[] = [];
    for (const one of first?.rows() ?? []) {
      row = one.row + 1;
      piece.push({ row: one.row, texts: byColumn(one.cells), diagnostics: said });
      said = [];
      if (piece.length < PIECE) continue;
      yield piece;
      piece = [];
    }
    yield said.length > 0 ? [...piece, { row, texts: [], diagnostics: said }] : piece;
  }
  return { place: `${first?.name ?? ""}!`, diagnostics: [...diagnostics, ...opened.diagnostics, ...unread], rows: rows() };
}

function byColumn(cells: readonly GridCell[]): readonly (string | undefined)[] {
  const texts: (string | undefined)[] = [];
  for (const { column, text, stored } of cells) {
    while (texts.length < column) texts.push(undefined);
    texts[column] = stored ?? text;
  }
  return texts;
}
