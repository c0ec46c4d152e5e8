// The door of jixiao/report: one evaluation, or a batch of them, as pages to print and as lines of data. Re-exports only.
export { reportPage } from "./report.ts";
export type { ReportOptions } from "./report.ts";
export { batchPage } from "./batch-page.ts";
export type { BatchPageOptions } from "./batch-page.ts";
export { batchMarkdown } from "./batch-markdown.ts";
export type { BatchMarkdownOptions } from "./batch-markdown.ts";
export { batchCsv } from "./batch-csv.ts";
export type { BatchCsvOptions } from "./batch-csv.ts";
export type { BatchOptions, Dimension, Unscored } from "./figures/types.ts";
export type { RankMode } from "../numbers/ranks.ts";
export type { Written } from "../manuals/index.ts";
