// 表格文件：the door of jixiao/tables — self-evaluation tables and batch data from XLSX and CSV, and back. Re-exports only.
export { readTables } from "./read.ts";
export type { TablesRead } from "./read.ts";
export { readRows } from "./rows.ts";
export type { RowRecord, RowTexts, RowsInput, RowsRead } from "./rows.ts";
export type { ReadOptions } from "./input.ts";
export type { Limits } from "../text/limits.ts";
export { csvLine, writeCsv } from "../csv/write.ts";
export type { CsvWriteOptions } from "../csv/write.ts";
export { writeWorkbook } from "../xlsx/write.ts";
export type { WrittenWorkbook } from "../xlsx/write.ts";
export type * from "../xlsx/model.ts";
export type { Diagnostic } from "../types/diagnostics.ts";
export type * from "../types/table.ts";
