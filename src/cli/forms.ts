// Filled forms among the arguments: evaluations like documents of actual values, each with the cells it was read from.
import { readFileSync } from "node:fs";
import { formRecord } from "../batch/forms.ts";
import { headsOf } from "../batch/ready.ts";
import type { BatchRecord } from "../batch/record.ts";
import { asking } from "../batch/scorers.ts";
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { fromData } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import type { Scorer } from "../scorer.ts";
import type { Data } from "../source/source.ts";
import { collectedOf } from "../workbook/collected.ts";
import { nearName } from "./inputs.ts";

export const isWorkbook = (name: string): boolean => /\.(?:xlsx|xlsm)$/i.test(name);

/** The forms among files, by the names that were given; what cannot be read is none, and said by whoever reads it. */
export async function formsAmong(names: readonly string[]): Promise<ReadonlyMap<string, BatchRecord>> {
  const forms = new Map<string, BatchRecord>();
  for (const name of names) {
    const bytes = isWorkbook(name) ? bytesOf(name) : undefined;
    const form = bytes === undefined ? undefined : await formRecord(bytes, { name: nearName(name) });
    if (form !== undefined) forms.set(name, form);
  }
  return forms;
}

function bytesOf(name: string): Uint8Array | undefined {
  try {
    return readFileSync(name);
  } catch {
    return undefined;
  }
}

/** What it says of the documents it stands on. */
export const askedBy = (form: BatchRecord): Loaded => asking(form.objectives ?? "", headsOf(form, undefined).asOf);

/** Its entries for a scorer; no document where they could not be read. */
export function entriesOf(form: BatchRecord, scorer: Scorer): { readonly document: Loaded | undefined; readonly diagnostics: readonly Diagnostic[]; place(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] } {
  const { actuals, diagnostics: found, place } = collectedOf(scorer, form);
  const undated = actuals["as-of"] === "" ? [diagnose("batch-as-of-missing", {}, { file: form.file, path: ["as-of"] })] : [];
  const diagnostics = [...found, ...undated];
  const readable = !diagnostics.some(({ severity }) => severity === "error");
  return {
    document: readable ? fromData(actuals as unknown as Data, () => undefined, form.file) : undefined,
    diagnostics,
    // Where a document has lines, a form has cells.
    place: (all) => all.map((one) => (one.span !== undefined ? one : { ...one, file: one.facts["cell"] ?? (one.path === undefined ? undefined : place?.(one.path)) ?? form.file ?? "-" })),
  };
}
