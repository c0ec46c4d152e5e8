// CSV 单元格：from fields to cells with a place, and what is wrong with them.
import { collector } from "../types/collector.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { address, type Grid, type GridCell } from "../types/grid.ts";
import type { Limits } from "../text/limits.ts";
import { damageFinder } from "./damage.ts";
import { type CsvReader, type CsvRecord, csvReader, delimiterOf } from "./parse.ts";

export interface CsvOptions {
  readonly file?: string | undefined;
  /** what stands before an address: `self.csv!` */
  readonly place: string;
  readonly delimiter?: string | undefined;
  readonly limits: Limits;
}

/** `sep=;` on a line of its own tells Excel the delimiter and is no row. */
const DECLARED = /^\uFEFF?sep=(.)(?:\r\n?|\n)/;
const SAMPLE = 64 * 1024;

/** The delimiter, and where the first row begins. */
export function dialectOf(text: string, chosen?: string): { readonly delimiter: string; readonly from: number } {
  const declared = DECLARED.exec(text);
  return { delimiter: chosen ?? declared?.[1] ?? delimiterOf(text.slice(0, SAMPLE)), from: declared?.[0].length ?? 0 };
}

/** The texts of one record after another, by column; undefined where there is nothing. Diagnostics go to `say`. */
export function textMaker(options: CsvOptions, say: (diagnostic: Diagnostic) => void): (record: CsvRecord, row: number) => (string | undefined)[] {
  const { file, place, limits } = options;
  const damageOf = damageFinder();
  return ({ fields, faults }, row) => {
    const at = (column: number): string => `${place}${address(row, column)}`;
    for (const { kind, column } of faults) say(diagnose(`csv-quote-${kind}`, { cell: at(column) }, { file }));
    const texts: (string | undefined)[] = [];
    for (let column = 0; column < fields.length; column++) {
      const field = fields[column] as string;
      if (field.trim() === "") {
        if (column < limits.columns) texts.push(undefined);
        continue;
      }
      if (column >= limits.columns) {
        say(diagnose("too-many-columns", { cell: at(column), limit: String(limits.columns) }, { file }));
        break;
      }
      if (field.length > limits.cellLength) say(diagnose("cell-too-long", { cell: at(column), limit: String(limits.cellLength) }, { file }));
      const text = field.length > limits.cellLength ? field.slice(0, limits.cellLength) : field;
      const damage = MAY_BE_DAMAGED.test(text) ? damageOf(text) : undefined;
      if (damage !== undefined) say(diagnose(`text-${damage.kind}`, { cell: at(column), found: excerpt(text), expected: excerpt(damage.meant ?? "") }, { file }));
      texts.push(text);
    }
    return texts;
  };
}

/** Plain figures are not looked at twice. */
const MAY_BE_DAMAGED = /[^\0-\x7f]|\?\?/;

/** The same as cells; those without text are left out. */
export function cellMaker(options: CsvOptions, say: (diagnostic: Diagnostic) => void): (record: CsvRecord, row: number) => GridCell[] {
  const textsOf = textMaker(options, say);
  return (record, row) => textsOf(record, row).flatMap((text, column): GridCell[] => (text === undefined ? [] : [{ row, column, text }]));
}

const excerpt = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A whole text as one grid. */
export function csvGrid(text: string, options: CsvOptions): { readonly grid: Grid; readonly diagnostics: readonly Diagnostic[] } {
  const { file, limits } = options;
  const { say, list } = collector(file);
  const { delimiter, from } = dialectOf(text, options.delimiter);
  const cellsOf = cellMaker(options, say);
  const rows: GridCell[][] = [];
  let count = 0;
  for (const record of recordsOf(text, from, csvReader(delimiter, limits.columns))) {
    if (rows.length >= limits.rows) {
      say(diagnose("too-many-rows", { sheet: options.place.slice(0, -1), limit: String(limits.rows) }, { file }));
      break;
    }
    if (count > limits.cells) {
      say(diagnose("too-many-cells", { limit: String(limits.cells) }, { file }));
      break;
    }
    const cells = cellsOf(record, rows.length);
    count += cells.length;
    rows.push(cells);
  }
  return { grid: { place: options.place, rows, merges: [] }, diagnostics: list() };
}

/** Read in pieces, so that a limit ends the reading too. */
function* recordsOf(text: string, from: number, reader: CsvReader): Generator<CsvRecord> {
  for (let at = from; at < text.length; at += SAMPLE) yield* reader.push(text.slice(at, at + SAMPLE));
  yield* reader.end();
}
