// 工作簿：the door of jixiao/workbook — evaluations as workbooks whose formulas score, empty forms for collecting, and
// reading them back. Re-exports only.
export { collectionForm, collectionRows, scoreWorkbook } from "./written.ts";
export { modelWorkbook } from "./score-workbook.ts";
export type { EntryRange, ModelledWorkbook, ScoreWorkbookOptions } from "./score-workbook.ts";
export type { ScoreWorkbook } from "./written.ts";
export { identifyForm, readCollected } from "./collected.ts";
export type { Collected, CollectedRead, FormIdentity } from "./collected.ts";
export type { ReadOptions } from "../tables/input.ts";
export type { Limits } from "../text/limits.ts";
export type * from "../xlsx/model.ts";
export type { Diagnostic } from "../types/diagnostics.ts";
