// 批量评分: the door of jixiao/batch — evaluations from files, scored one after another, ranked and summed up. Re-exports only.
export { scoreBatch } from "./score-batch.ts";
export type { ScoreBatchOptions } from "./score-batch.ts";
export { documentRecord, readRecords } from "./read.ts";
export type { BatchReadOptions } from "./read.ts";
export { scorersOf } from "./scorers.ts";
export type { BatchScorers, Chosen } from "./scorers.ts";
export { batchHeadings } from "./headings.ts";
export type { BatchHeading } from "./headings.ts";
export { ranking } from "./ranking.ts";
export type { Rank, Ranking } from "./ranking.ts";
export type { RankMode } from "../numbers/ranks.ts";
export { summary } from "./summary.ts";
export type { Summary, SummaryRow } from "./summary.ts";
export { batchTable, batchWorkbook, mostLines, placedText, summaryTable, tooManyLines } from "./table.ts";
export type { BatchColumn, BatchLine, BatchTable, SheetContent, TableOptions } from "./table.ts";
export type * from "./record.ts";
export type { Sheet } from "./sheet.ts";
