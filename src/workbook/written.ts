// 写出: workbooks and forms as bytes or text. Workbooks need the optional packages hucre and fflate.
import type { Diagnostic } from "../types/diagnostics.ts";
import type { Scorer } from "../scorer.ts";
import { writeWorkbook } from "../xlsx/write.ts";
import { rowsCsv, rowsModel } from "./rows-template.ts";
import { type ModelledWorkbook, modelWorkbook, type ScoreWorkbookOptions } from "./score-workbook.ts";

export interface ScoreWorkbook extends Omit<ModelledWorkbook, "model"> {
  /** absent where the formulas would not be exact, an entry is faulty, or a package is missing: the diagnostics say which */
  readonly bytes?: Uint8Array;
}

/** One evaluation in the official table, with live formulas that give the points, total and grade of `score`. */
export async function scoreWorkbook(scorer: Scorer, options: ScoreWorkbookOptions = {}): Promise<ScoreWorkbook> {
  const { model, ranges, diagnostics } = modelWorkbook(scorer, options);
  if (model === undefined) return { ranges, diagnostics };
  const { bytes, diagnostics: writing } = await writeWorkbook(model);
  return { ...(bytes === undefined ? {} : { bytes }), ranges, diagnostics: [...diagnostics, ...writing] };
}

/** The same with nothing filled in: a form for one evaluation, read back by `readCollected`. */
export const collectionForm = (scorer: Scorer, options: Pick<ScoreWorkbookOptions, "title"> = {}): Promise<ScoreWorkbook> => scoreWorkbook(scorer, options);

/** A form for many evaluations, one a row. */
export async function collectionRows(scorer: Scorer, format: "csv" | "xlsx"): Promise<{ readonly text?: string; readonly bytes?: Uint8Array; readonly diagnostics: readonly Diagnostic[] }> {
  return format === "csv" ? { text: rowsCsv(scorer), diagnostics: [] } : writeWorkbook(rowsModel(scorer));
}
