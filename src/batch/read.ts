// 批量数据: the records of a file of evaluations, one after another — rows of CSV or XLSX, lines of JSON — and of
// documents. A file is read as it comes; a workbook is taken whole.
import type { Loaded } from "../types/loaded.ts";
import type { ReadOptions } from "../tables/input.ts";
import type { RowsInput } from "../tables/rows.ts";
import { lineRecords } from "./lines.ts";
import type { BatchRecord } from "./record.ts";
import { rowRecords } from "./rows.ts";

export interface BatchReadOptions extends ReadOptions {
  /** `rows`: CSV or XLSX; `lines`: NDJSON. By the name of the file, else by how it begins. */
  readonly format?: "rows" | "lines";
  /** headings of columns that are handed on with the results, in the words of the file */
  readonly labels?: readonly string[];
}

/** Reads evaluations from a file. Content never throws; what is wrong with it stands in the records. */
export async function* readRecords(input: RowsInput, options: BatchReadOptions = {}): AsyncGenerator<BatchRecord> {
  const { format = formatOf(options.name), labels = [], ...read } = options;
  if (format !== undefined) return yield* format === "lines" ? lineRecords(input, read, labels) : rowRecords(input, read, labels);
  if (typeof input === "string" || input instanceof Uint8Array) return yield* beginsLine(input) ? lineRecords(input, read, labels) : rowRecords(input, read, labels);
  const pieces = input[Symbol.asyncIterator]();
  const start = await pieces.next();
  if (start.done === true) return yield* rowRecords("", read, labels);
  const whole = rejoined(start.value, pieces);
  yield* beginsLine(start.value) ? lineRecords(whole, read, labels) : rowRecords(whole, read, labels);
}

/** An evaluation that is a document of its own. */
export const documentRecord = (document: Loaded): BatchRecord => ({ at: document.file ?? "-", file: document.file, document, diagnostics: [] });

const formatOf = (name: string | undefined): "rows" | "lines" | undefined => (/\.(?:ndjson|jsonl)$/i.test(name ?? "") ? "lines" : /\.(?:csv|tsv|txt|xlsx|xlsm)$/i.test(name ?? "") ? "rows" : undefined);

function beginsLine(piece: Uint8Array | string): boolean {
  const text = typeof piece === "string" ? piece.slice(0, 64) : new TextDecoder().decode(piece.subarray(0, 64));
  return text.replace(/^\uFEFF/, "").trimStart().startsWith("{");
}

async function* rejoined<T>(head: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield head;
  for (let step = await rest.next(); step.done !== true; step = await rest.next()) yield step.value;
}
