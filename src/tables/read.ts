// 读取表格：every self-evaluation table in a file.
import { csvGrid } from "../csv/cells.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import type { Grid } from "../types/grid.ts";
import type { Table } from "../types/table.ts";
import { readWorkbook } from "../xlsx/workbook.ts";
import { csvPlace, type Input, limitsOf, openInput, type ReadOptions } from "./input.ts";
import { recognise } from "./recognise.ts";

export interface TablesRead {
  readonly tables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the tables of a file: XLSX or CSV as bytes, CSV also as text. Sheets are read one after another, hidden
 * ones only by name. A workbook needs the package fflate.
 */
export async function readTables(input: Uint8Array | string, options: ReadOptions = {}): Promise<TablesRead> {
  const opened = openInput(input, options);
  const { grids, diagnostics } = await gridsOf(opened.input, options);
  const found = grids.map((grid) => recognise(grid, options.name));
  const damaged = diagnostics.some(({ code }) => code === "text-lost" || code === "text-misread");
  const tables = found.flatMap((one) => one.tables);
  // Beside a sheet with tables, one without is nothing unusual: instructions, lists of words.
  const said = found.flatMap((one) => one.diagnostics).map((one): Diagnostic => (one.code === "sheet-without-table" && tables.length > 0 ? { ...one, severity: "info" } : one));
  return { tables: damaged ? tables.map((table) => ({ ...table, damaged })) : tables, diagnostics: [...opened.diagnostics, ...diagnostics, ...said] };
}

async function gridsOf(input: Input, options: ReadOptions): Promise<{ readonly grids: readonly Grid[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { name: file, delimiter, sheet } = options;
  switch (input.kind) {
    case "xlsx":
      return readWorkbook(input.bytes, { file, sheet, limits: limitsOf(options) });
    case "text": {
      const { grid, diagnostics } = csvGrid(input.text, { file, place: csvPlace(file), delimiter, limits: limitsOf(options) });
      const empty = grid.rows.every((row) => row.length === 0);
      return { grids: [grid], diagnostics: empty && diagnostics.length === 0 ? [diagnose("file-empty", {}, { file })] : diagnostics };
    }
    case "json":
      return { grids: [], diagnostics: [diagnose("file-other-format", { format: " JSON", formatEn: "JSON" }, { file })] };
    case "none":
      return { grids: [], diagnostics: [] };
  }
}
