// 读回填报: a filled form, or a file with one evaluation a row, becomes the entries that scoring takes. They are read as
// a batch reads them.
import { unknownHeadings } from "../batch/columns.ts";
import { readyRecord, headsOf } from "../batch/ready.ts";
import type { BatchRecord, BatchSubject } from "../batch/record.ts";
import { rowRecords } from "../batch/rows.ts";
import type { Sheet } from "../batch/sheet.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import type { Scorer } from "../scorer.ts";
import type { ReadOptions } from "../tables/input.ts";
import type { ActualsDocument } from "../types/types.ts";

export { identifyForm } from "../batch/forms.ts";
export type { FormIdentity } from "../batch/record.ts";

export interface Collected {
  /** where it stands: the form, or its row */
  readonly at: string;
  readonly actuals: ActualsDocument;
  /** what was written about the subject */
  readonly subject: BatchSubject;
  readonly diagnostics: readonly Diagnostic[];
}
export interface CollectedRead {
  readonly evaluations: readonly Collected[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads back what was filled into a form or a file of rows for a scorer; what has no place there is said with its cell. */
export async function readCollected(scorer: Scorer, input: Uint8Array | string, options: ReadOptions = {}): Promise<CollectedRead> {
  const evaluations: Collected[] = [];
  const diagnostics: Diagnostic[] = [];
  let sheet: Sheet | undefined;
  for await (const record of rowRecords(input, options, [])) {
    if (record.row === undefined) {
      diagnostics.push(...(record.diagnostics ?? []).filter(({ code }) => code !== "sheet-hidden"));
      continue;
    }
    if (record.row.sheet !== sheet) {
      sheet = record.row.sheet;
      const { diagnostics: faults, unknown, scores } = sheet.columns(scorer);
      diagnostics.push(...faults, ...(record.form === undefined ? unknownHeadings(sheet.headings, unknown, scorer, options.name) : []));
      if (!scores) diagnostics.push(diagnose("batch-no-columns", { expected: scorer.indicators.slice(0, 3).map(({ name }) => name).join("、") }, { file: options.name }));
    }
    evaluations.push(collectedOf(scorer, record));
  }
  return { evaluations, diagnostics };
}

/** The entries of one record, as an actuals document. */
export function collectedOf(scorer: Scorer, record: BatchRecord): Collected & { readonly place: BatchRecord["place"] } {
  const { at, id, objectives = scorer.subject, asOf = "", subject, values = {}, facts, diagnostics, place } = readyRecord(record, headsOf(record, undefined), scorer);
  const actuals: ActualsDocument = { kind: "actuals", ...(id === undefined ? {} : { id }), objectives, "as-of": asOf, ...(facts === undefined ? {} : { facts }), values };
  return { at, actuals, subject, diagnostics, place };
}
