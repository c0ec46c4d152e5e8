// 表格行: one evaluation a row of a CSV file or of the first sheet of a workbook. A workbook that is a form holds one.
import type { ReadOptions } from "../tables/input.ts";
import { readRows, type RowsInput, type RowsRead, type RowTexts } from "../tables/rows.ts";
import { gatherWorkbook } from "../tables/whole.ts";
import { formRecord } from "./forms.ts";
import type { BatchRecord } from "./record.ts";
import { type Sheet, sheetOf } from "./sheet.ts";

/** `labels`: headings of columns that are handed on. */
export async function* rowRecords(given: RowsInput, options: ReadOptions, labels: readonly string[]): AsyncGenerator<BatchRecord> {
  const whole = await gatherWorkbook(given, options);
  const input = "problem" in whole ? "" : whole.input;
  const form = input instanceof Uint8Array && options.sheet === undefined ? await formRecord(input, options) : undefined;
  if (form !== undefined) return yield form;
  if ("problem" in whole) return yield { at: options.name ?? "CSV", file: options.name, note: true, diagnostics: [whole.problem] };
  const read = await readRows(input, options);
  const { name: file } = options;
  // What two columns of one name mean is said where it is known what they are.
  const before = read.diagnostics.filter(({ code }) => code !== "header-twice");
  if (before.length > 0) yield { at: file ?? "CSV", file, note: true, diagnostics: before };
  if (read.headings.length === 0) return;
  const sheet = sheetOf(read.headings, file, labels, false);
  if (sheet.diagnostics.length > 0) yield { at: file ?? "CSV", file, note: true, diagnostics: sheet.diagnostics };
  for await (const piece of read.pieces) for (const one of piece) yield recordOf(one, sheet, read.place, file);
}

function recordOf({ row, texts, diagnostics }: RowTexts, sheet: Sheet, place: RowsRead["place"], file: string | undefined): BatchRecord {
  const at = place(row);
  if (texts.length === 0) return { at, file, note: true, diagnostics };
  return { at, file, row: { sheet, texts, at: (heading) => place(row, heading) }, diagnostics };
}
