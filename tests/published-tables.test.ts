// The published cases as sheets of their places: what is read from XLSX and from CSV is what the JSON says.
import { describe, expect, test } from "vitest";
import { address } from "../src/types/grid.ts";
import { type Diagnostic, readTables, writeCsv, writeWorkbook } from "../src/tables/index.ts";
import { type Case, cases, printedBy, printedIn, sheetOf } from "./helpers/published-sheets.ts";

const cellsOf = (rows: readonly (readonly string[])[]) => rows.flatMap((line, row) => line.flatMap((text, column) => (text === "" ? [] : [{ at: address(row, column), text }])));
const workbookOf = async (one: Case): Promise<Uint8Array> => {
  const { rows, merges } = sheetOf(one);
  return (await writeWorkbook({ sheets: [{ name: one.id, cells: cellsOf(rows), merges }] })).bytes ?? new Uint8Array();
};

/** What stands in a case and is nothing a table says: a label cut off by whoever copied it. */
const REPORTED: Readonly<Record<string, readonly string[]>> = { "table-25": ["B21"] };
const reported = (one: Case, place: string): string[] => (REPORTED[one.id] ?? []).map((at) => `cell-not-understood ${place}!${at}`);
const said = (list: readonly Diagnostic[]): string[] => list.map(({ code, facts }) => `${code} ${facts.cell}`);

test("there are fifteen", () => expect(cases().map(({ id }) => id)).toHaveLength(15));

describe.each(cases())("$id", (one) => {
  const expected = printedIn(one);
  test("as a workbook", async () => {
    const { tables, diagnostics } = await readTables(await workbookOf(one), { name: `${one.id}.xlsx` });
    expect(tables.map(printedBy)).toEqual([expected]);
    expect(said(diagnostics)).toEqual(reported(one, one.id));
    expect(tables[0]).toMatchObject({ category: one.category, ...(/^\d{4}$/.test(one.year) ? { year: one.year } : {}) });
  });
  test("as CSV", async () => {
    const { tables, diagnostics } = await readTables(writeCsv(sheetOf(one).rows, { guard: false }), { name: `${one.id}.csv` });
    expect(tables.map(printedBy)).toEqual([expected]);
    expect(said(diagnostics)).toEqual(reported(one, `${one.id}.csv`));
  });
});
