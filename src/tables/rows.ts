// 批量数据：files with one evaluation a row. The first row names the columns; rows come one after another, so that a
// CSV file of any length needs no more memory than a short one.
import { cellMaker, dialectOf } from "../csv/cells.ts";
import { decoder } from "../csv/encoding.ts";
import { csvReader } from "../csv/parse.ts";
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import { address, type GridCell } from "../grid.ts";
import type { Cell } from "../table.ts";
import { openWorkbook } from "../xlsx/workbook.ts";
import { contentOf } from "./content.ts";
import { chosenEncoding, csvPlace, limitsOf, openInput, type ReadOptions } from "./input.ts";

export interface RowRecord {
  /** the row as people find it: `batch.csv!3`, `Sheet1!3` */
  readonly at: string;
  /** in the order of the headings; undefined where there is nothing. Empty in a record that only has something to say. */
  readonly cells: readonly (Cell | undefined)[];
  /** what is wrong with this row; a bad one never stops the rest */
  readonly diagnostics: readonly Diagnostic[];
}
export interface RowsRead {
  readonly headings: readonly Cell[];
  readonly records: AsyncIterable<RowRecord>;
  /** known before the first record */
  readonly diagnostics: readonly Diagnostic[];
}
/** A file as bytes or text, or its pieces as they come (a stream of Node, a web stream). */
export type RowsInput = Uint8Array | string | AsyncIterable<Uint8Array | string>;

interface RawRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
  readonly diagnostics: readonly Diagnostic[];
}
interface Source {
  readonly place: string;
  readonly rows: AsyncIterator<RawRow>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a file of rows and reads its headings. Figures of a workbook are given with all their digits. */
export async function readRows(input: RowsInput, options: ReadOptions = {}): Promise<RowsRead> {
  const source = await openRows(input, options);
  const before: Diagnostic[] = [...source.diagnostics];
  let first = await source.rows.next();
  while (first.done !== true && first.value.cells.length === 0) {
    before.push(...first.value.diagnostics);
    first = await source.rows.next();
  }
  if (first.done === true) {
    if (before.length === 0) before.push(diagnose("file-empty", {}, { file: options.name }));
    return { headings: [], records: noRecords(), diagnostics: before };
  }
  const made = headingsOf(first.value, source.place, options.name);
  return { headings: made.headings, records: recordsOf(source, made.columns, options.name), diagnostics: [...before, ...first.value.diagnostics, ...made.diagnostics] };
}

async function* noRecords(): AsyncGenerator<RowRecord> {}

function headingsOf({ cells }: RawRow, place: string, file: string | undefined): { readonly headings: readonly Cell[]; readonly columns: readonly number[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const seen = new Map<string, Cell>();
  const headings = cells.map((cell): Cell => {
    const heading = { text: cell.text.trim(), at: place + address(cell.row, cell.column) };
    const first = seen.get(heading.text);
    if (first === undefined) seen.set(heading.text, heading);
    else diagnostics.push(diagnose("header-twice", { cell: heading.at, found: heading.text, first: first.at, other: first.text }, { file }));
    return heading;
  });
  return { headings, columns: cells.map(({ column }) => column), diagnostics };
}

async function* recordsOf(source: Source, columns: readonly number[], file: string | undefined): AsyncGenerator<RowRecord> {
  const index = new Map(columns.map((column, i) => [column, i]));
  for (let step = await source.rows.next(); step.done !== true; step = await source.rows.next()) {
    const { row, cells, diagnostics } = step.value;
    if (cells.length === 0 && diagnostics.length === 0) continue;
    const found: (Cell | undefined)[] = cells.length === 0 ? [] : columns.map(() => undefined);
    const problems = [...diagnostics];
    for (const { column, text, stored } of cells) {
      const i = index.get(column);
      const at = source.place + address(row, column);
      if (i === undefined) problems.push(diagnose("cell-without-heading", { cell: at }, { file }));
      else found[i] = { text: (stored ?? text).trim(), at };
    }
    yield { at: `${source.place}${row + 1}`, cells: found, diagnostics: problems };
  }
}

async function openRows(input: RowsInput, options: ReadOptions): Promise<Source> {
  const place = csvPlace(options.name);
  if (typeof input === "string" || input instanceof Uint8Array) {
    const { input: opened, diagnostics } = openInput(input, options);
    if (opened.kind === "xlsx") return sheetSource(opened.bytes, diagnostics, options);
    return { place, diagnostics, rows: opened.kind === "none" ? noRows() : textRows(onePiece(opened.text), options, limitsOf(options).rows) };
  }
  const pieces = input[Symbol.asyncIterator]();
  const start = await pieces.next();
  const head = start.done === true ? new Uint8Array(0) : start.value;
  if (typeof head === "string") return { place, diagnostics: [], rows: textRows(rejoined(head, pieces), options, options.limits?.rows) };
  const chosen = chosenEncoding(options);
  if ("problem" in chosen) return { place, diagnostics: [chosen.problem], rows: noRows() };
  if (contentOf(head, chosen.encoding?.startsWith("utf-16")) === "text") return { place, diagnostics: [], rows: textRows(rejoined(head, pieces), options, options.limits?.rows) };
  // A workbook, or nothing that is read: it is taken whole.
  const whole = await gathered(head, pieces, limitsOf(options).fileBytes + 1);
  return openRows(whole, options);
}

async function* noRows(): AsyncGenerator<RawRow> {}
async function* onePiece(text: string): AsyncGenerator<string> {
  yield text;
}
async function* rejoined<T>(head: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield head;
  for (let step = await rest.next(); step.done !== true; step = await rest.next()) yield step.value;
}

async function gathered(head: Uint8Array, rest: AsyncIterator<Uint8Array | string>, most: number): Promise<Uint8Array> {
  const pieces = [head];
  let length = head.length;
  for (let step = await rest.next(); step.done !== true && length < most; step = await rest.next()) {
    const piece = typeof step.value === "string" ? new TextEncoder().encode(step.value) : step.value;
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}

/** Enough of the text to tell the delimiter. */
const SAMPLE = 64 * 1024;

async function* textRows(pieces: AsyncIterable<Uint8Array | string>, options: ReadOptions, mostRows: number | undefined): AsyncGenerator<RawRow> {
  const { name: file } = options;
  let said: Diagnostic[] = [];
  const chosen = chosenEncoding(options);
  const bytes = decoder("problem" in chosen ? undefined : chosen.encoding);
  const cellsOf = cellMaker({ file, place: csvPlace(file), limits: limitsOf(options) }, (one) => said.push(one));
  let reader: ReturnType<typeof csvReader> | undefined;
  let waiting = "";
  let row = 0;
  let full = false;
  function* rowsOf(text: string, last: boolean): Generator<RawRow> {
    waiting += text;
    if (reader === undefined && waiting.length < SAMPLE && !last) return;
    if (reader === undefined) {
      const { delimiter, from } = dialectOf(waiting, options.delimiter);
      reader = csvReader(delimiter);
      waiting = waiting.slice(from);
    }
    const records = reader.push(waiting);
    waiting = "";
    for (const record of last ? [...records, ...reader.end()] : records) {
      if (row === mostRows) {
        full = true;
        yield { row, cells: [], diagnostics: [diagnose("too-many-rows", { sheet: csvPlace(file).slice(0, -1), limit: String(mostRows) }, { file })] };
        return;
      }
      const cells = cellsOf(record, row);
      yield { row, cells, diagnostics: said };
      said = [];
      row++;
    }
  }
  for await (const piece of pieces) {
    yield* rowsOf(typeof piece === "string" ? piece : bytes.push(piece), false);
    if (full) return;
  }
  yield* rowsOf(bytes.end(), true);
  if (bytes.failedAt !== undefined) yield { row, cells: [], diagnostics: [diagnose("encoding-undecodable", { line: String(bytes.failedAt) }, { file })] };
}

async function sheetSource(bytes: Uint8Array, diagnostics: readonly Diagnostic[], options: ReadOptions): Promise<Source> {
  let said: Diagnostic[] = [];
  const opened = await openWorkbook(bytes, { file: options.name, sheet: options.sheet, limits: limitsOf(options) }, (one) => said.push(one));
  const [first, ...rest] = opened.sheets;
  const unread = rest.map(({ name }) => diagnose("sheet-not-read", { sheet: name, first: first?.name ?? "" }, { file: options.name }));
  async function* rows(): AsyncGenerator<RawRow> {
    let row = 0;
    for (const one of first?.rows() ?? []) {
      row = one.row + 1;
      const problems = said;
      said = [];
      yield { ...one, diagnostics: problems };
    }
    if (said.length > 0) yield { row, cells: [], diagnostics: said };
  }
  return { place: `${first?.name ?? ""}!`, diagnostics: [...diagnostics, ...opened.diagnostics, ...unread], rows: rows() };
}
