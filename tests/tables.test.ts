// Real layouts: each sheet of fixtures/tables, written as XLSX and as CSV, must be read as the table that stands
// below it — to the last cell and its place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tables as messages } from "../src/messages/tables.ts";
import { recognise } from "../src/tables/recognise.ts";
import { type Diagnostic, readTables, writeCsv, writeWorkbook } from "../src/tables/index.ts";
import { readWorkbook } from "../src/xlsx/workbook.ts";
import { LIMITS } from "../src/text/limits.ts";
import { placeOf } from "../src/types/grid.ts";
import { ENCODERS } from "./helpers/encode.ts";
import { cellsIn, cellsOf, expectedTables, shownRows, type TableFixture, tableFixtures, workbookModel } from "./helpers/table-fixtures.ts";

const fixtures = tableFixtures();
const facts = (list: readonly Diagnostic[]): readonly object[] => list.map(({ code, facts: all }) => ({ code, ...all }));
const bytesOf = async (fixture: TableFixture): Promise<Uint8Array> => (await writeWorkbook(workbookModel(fixture))).bytes ?? new Uint8Array();

describe.each(fixtures)("$name", (fixture) => {
  test("as a workbook", async () => {
    const read = await readTables(await bytesOf(fixture), { name: "表.xlsx" });
    expect(read.tables).toEqual(expectedTables(fixture, `${fixture.sheet}!`, { file: "表.xlsx", sheet: fixture.sheet }));
    expect(facts(read.diagnostics)).toEqual(fixture.diagnostics);
  });

  const rows = shownRows(fixture);
  const [width] = rows.map((row) => row.length).sort((a, b) => b - a);
  const padded = rows.map((row) => Array.from({ length: width ?? 0 }, (_, i) => row[i]));
  const inCsv = fixture.diagnostics.filter(({ code }) => code !== "number-format-rounds").map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, value.replaceAll(`${fixture.sheet}!`, "表.csv!")])));

  test.each(Object.keys(ENCODERS).flatMap((encoding) => ([",", "\t", ";"] as const).map((delimiter) => ({ encoding, delimiter }))))("as CSV, $encoding, delimiter «$delimiter»", async ({ encoding, delimiter }) => {
    const text = writeCsv(padded, { delimiter, mark: false, guard: false });
    const read = await readTables(ENCODERS[encoding]?.(text) ?? new Uint8Array(), { name: "某处/表.csv" });
    expect(read.tables).toEqual(expectedTables(fixture, "表.csv!", { file: "某处/表.csv" }, false));
    expect(facts(read.diagnostics)).toEqual(inCsv);
  });

  test("every cell is a value, a label, or reported", async () => {
    const { grids } = await readWorkbook(await bytesOf(fixture), { limits: LIMITS });
    for (const grid of grids) {
      const { tables, labels, diagnostics } = recognise(grid);
      const values = tables.flatMap(cellsIn).map(({ at }) => at);
      const reported = diagnostics.map((one) => one.facts.cell ?? "");
      const all = cellsOf(fixture).map(([at]) => `${fixture.sheet}!${at}`);
      expect(all.filter((at) => !values.includes(at) && !labels.includes(at) && !reported.includes(at))).toEqual([]);
      expect(grid.rows.flat().map((cell) => placeOf(grid, cell))).toEqual(all);
      // The share of labels is known for the form: a value may not hide among them.
      const figures = cellsOf(fixture).filter(([at, value]) => labels.includes(`${fixture.sheet}!${at}`) && !values.includes(`${fixture.sheet}!${at}`) && typeof value === "number");
      expect(figures).toEqual([]);
    }
  });
});

test("a file full of one fault is reported in part", async () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => `${i},\uFFFD`).join("\n");
  const { diagnostics } = await readTables(rows, { name: "a.csv" });
  expect(diagnostics).toHaveLength(202);
  expect(facts(diagnostics.slice(199))).toEqual([
    { code: "text-lost", cell: "a.csv!B200", found: "\uFFFD", expected: "" },
    { code: "more-of-a-kind", kind: "text-lost", count: "800", limit: "200" },
    { code: "sheet-without-table", sheet: "a.csv", count: "2000" },
  ]);
  expect(diagnostics[200]).toMatchObject({ severity: "warning", facts: { kind: "text-lost" } });
});

test("every code of table files is asserted by a test", () => {
  const own = ["tables", "csv", "xlsx", "package"].map((name) => readFileSync(join("tests", `${name}.test.ts`), "utf8")).join("") + fixtures.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => `"${code}"`)).join("");
  expect(Object.keys(messages).filter((code) => !own.includes(`"${code}"`) && !own.includes(`"${code} `))).toEqual([]);
});

test("their words name the cell and what should be, in both languages", () => {
  for (const [code, { zh, en }] of Object.entries(messages)) {
    const facts = { cell: "Sheet1!F12", found: "甲", limit: "9", sheet: "S", count: "3", package: "p", purpose: "读", part: "xl/a.xml", reason: "缺失", reasonEn: "is missing", format: "F", formatEn: "F", line: "7", expected: "乙", stored: "1", range: "A1:B2", first: "A1", other: "丙", guess: "丁", limitEn: "9", kind: "text-lost" };
    for (const text of [zh(facts), en(facts)]) {
      expect(text, code).not.toMatch(/undefined|null/);
      expect(text.length, code).toBeGreaterThan(10);
    }
    if (/^(?:cell-|text-|csv-|header-)/.test(code)) expect([zh(facts), en(facts)].every((text) => text.startsWith("Sheet1!F12 ")), code).toBe(true);
  }
});
