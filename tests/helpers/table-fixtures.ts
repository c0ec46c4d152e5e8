// The sheets of fixtures/tables: rows as an analyst writes them, and the tables that must be read from them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { address, parseRange } from "../../src/types/grid.ts";
import type { Cell, LabelledCell, Table, TableRow } from "../../src/types/table.ts";
import type { CellModel, SheetModel, WorkbookModel } from "../../src/xlsx/model.ts";

export const FOLDER = join("fixtures", "tables");

type Written = string | number | null;
type Expected = Readonly<Record<string, unknown>>;
interface SheetFixture {
  readonly sheet: string;
  readonly rows: Readonly<Record<string, readonly Written[]>>;
  readonly merges?: readonly string[];
  /** number formats by range */
  readonly formats?: Readonly<Record<string, string>>;
  readonly formulas?: Readonly<Record<string, string>>;
  /** cells pushed in by their alignment */
  readonly indents?: Readonly<Record<string, number>>;
}
export interface TableFixture extends SheetFixture {
  readonly name: string;
  readonly tables: readonly Expected[];
  /** columns whose empty cells are read as such, but for those under a merged range */
  readonly columns: Readonly<Record<string, string>>;
  readonly moneyColumns?: Readonly<Record<string, string>>;
  readonly covered?: readonly string[];
  readonly diagnostics: readonly Readonly<Record<string, string>>[];
}

export const tableFixtures = (): readonly TableFixture[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => {
      const { expect, ...sheet } = parse(readFileSync(join(FOLDER, file), "utf8")) as SheetFixture & { expect: Omit<TableFixture, keyof SheetFixture | "name"> };
      return { name: file.replace(/\.yaml$/, ""), ...sheet, ...expect };
    });

/** Every cell with its address, in the order of the sheet. */
export function cellsOf(fixture: SheetFixture): readonly (readonly [at: string, value: string | number])[] {
  return Object.entries(fixture.rows)
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([row, values]) => values.flatMap((value, column) => (value === null ? [] : [[address(Number(row) - 1, column), value] as const])));
}

export function sheetModel(fixture: SheetFixture): SheetModel {
  const formats = Object.entries(fixture.formats ?? {}).flatMap(([range, format]) => inside(range).map((at) => [at, format] as const));
  const formatOf = new Map(formats);
  const cells = cellsOf(fixture).map(([at, value]): CellModel => {
    const [format, formula, indent] = [formatOf.get(at), fixture.formulas?.[at], fixture.indents?.[at]];
    return {
      at,
      ...(typeof value === "number" ? { number: String(value) } : { text: value }),
      ...(formula === undefined ? {} : { formula }),
      ...(format === undefined && indent === undefined ? {} : { style: { ...(format === undefined ? {} : { format }), ...(indent === undefined ? {} : { indent }) } }),
    };
  });
  return { name: fixture.sheet, cells, merges: fixture.merges ?? [] };
}
export const workbookModel = (fixture: SheetFixture): WorkbookModel => ({ sheets: [sheetModel(fixture)] });

function inside(range: string): string[] {
  const { top, left, bottom, right } = parseRange(range) ?? { top: 0, left: 0, bottom: -1, right: -1 };
  const found: string[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) found.push(address(row, column));
  return found;
}

/** `改造户数 @D14` as a cell; YAML may have read the text as a number. */
function cell(text: unknown, place: string): Cell {
  const match = /^([^]*) @([A-Z]+\d+)$/.exec(String(text));
  if (match === null) throw new Error(`not «text @address»: ${String(text)}`);
  return { text: match[1] ?? "", at: `${place}${match[2]}` };
}

const PLAIN = new Set(["file", "sheet", "title", "category", "year", "truncated", "damaged", "targetsOnly", "kind"]);
const labelled = (list: unknown, place: string): LabelledCell[] => (list as { label: string; cell: string }[]).map((one) => ({ label: one.label, ...cell(one.cell, place) }));

function rowOf(row: Expected, place: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (key === "groups" || key === "groupWeights") return [key, (value as (string | null)[]).map((one) => (one === null ? undefined : cell(one, place)))];
      if (key === "others") return [key, labelled(value, place)];
      return [key, PLAIN.has(key) ? value : cell(value, place)];
    }),
  );
}

/** A row with the empty cells of its columns. */
function withEmpty(row: Record<string, unknown>, columns: Readonly<Record<string, string>>, covered: readonly string[], place: string): Record<string, unknown> {
  const line = Object.values(row).flatMap((value) => (typeof value === "object" && value !== null && "at" in value ? /\d+$/.exec(String(value.at))?.[0] ?? [] : []))[0];
  const empty = Object.entries(columns).flatMap(([role, column]) => (role in row || covered.includes(`${column}${line}`) ? [] : [[role, { text: "", at: `${place}${column}${line}` }] as const]));
  return { ...row, ...Object.fromEntries(empty) };
}

/** The expected tables with full addresses; `place` is what stands before them. A text file has no merged ranges. */
export function expectedTables(fixture: TableFixture, place: string, around: { readonly file?: string; readonly sheet?: string }, merged = true): readonly Table[] {
  const covered = merged ? (fixture.covered ?? []) : [];
  return fixture.tables.map((expected): Table => {
    const { money = [], rows = [], notes = [], others, ...rest } = expected as Record<string, unknown> & { money?: Expected[]; rows?: Expected[]; notes?: string[]; others?: unknown };
    return {
      ...around,
      ...rowOf(rest, place),
      truncated: false,
      money: money.map((row) => withEmpty(rowOf(row, place), fixture.moneyColumns ?? {}, covered, place)),
      rows: rows.map((row) => ({ kind: "indicator", ...withEmpty(rowOf(row, place), fixture.columns, covered, place) }) as unknown as TableRow),
      notes: notes.map((one) => cell(one, place)),
      ...(others === undefined ? {} : { others: labelled(others, place) }),
    };
  });
}

/** Every cell that a table holds. */
export function cellsIn(table: Table): readonly Cell[] {
  const found: Cell[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) {
      if ("at" in value && "text" in value) found.push(value as Cell);
      else Object.values(value).forEach(visit);
    }
  };
  visit(table);
  return found;
}

/** The sheet as rows of text, as a spreadsheet exports them: what is shown, without merges. */
export function shownRows(fixture: TableFixture): readonly (readonly (string | undefined)[])[] {
  const shown = new Map(expectedTables(fixture, "", {}).flatMap(cellsIn).filter(({ text }) => text !== "").map(({ text, at }) => [at, text]));
  const rows: (string | undefined)[][] = [];
  for (const [at, value] of cellsOf(fixture)) {
    const { top: row, left: column } = parseRange(at) ?? { top: 0, left: 0 };
    while (rows.length <= row) rows.push([]);
    const line = rows[row] ?? [];
    while (line.length < column) line.push(undefined);
    // A text that holds its value within more words, or spaces before it, is exported whole.
    line[column] = typeof value === "number" ? (shown.get(at) ?? String(value)) : value;
  }
  return rows;
}
