// 填报表: a workbook with the form of one evaluation. A hidden sheet lists its entries by heading and cell, so that it is
// read as one row whose cells stand anywhere.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { parseAddress } from "../types/grid.ts";
import type { Scorer } from "../scorer.ts";
import { limitsOf, openInput, type ReadOptions } from "../tables/input.ts";
import { readWorkbook } from "../xlsx/workbook.ts";
import type { BatchRecord, FormIdentity } from "./record.ts";
import { sheetOf } from "./sheet.ts";

/** The hidden sheet: whose entries these are, the names of its columns, then an entry a row. */
export const ENTRY_SHEET = "填报项";

/** Whose entries a workbook holds, so that the right scorer can be found; undefined where it is no form of this library. */
export async function identifyForm(input: Uint8Array, options: ReadOptions = {}): Promise<FormIdentity | undefined> {
  return (await formRecord(input, options))?.form;
}

const identityOf = ([framework, version, subject]: readonly string[]): FormIdentity | undefined => (framework === undefined || version === undefined || subject === undefined ? undefined : { framework, version, subject });

/** The evaluation that a form holds. Undefined for what is no form, and for what cannot be read. */
export async function formRecord(input: Uint8Array, options: ReadOptions = {}): Promise<BatchRecord | undefined> {
  const opened = openInput(input, options);
  if (opened.input.kind !== "xlsx") return undefined;
  const { bytes } = opened.input;
  const file = options.name;
  const limits = limitsOf(options);
  const { grids } = await readWorkbook(bytes, { file, sheet: ENTRY_SHEET, limits });
  const [about = [], , ...lines] = (grids[0]?.rows ?? []).map((row) => row.map(({ text }) => text));
  const form = identityOf(about);
  if (form === undefined) return undefined;

  const filled = new Map<string, string>();
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  for (const sheet of new Set(lines.map(([, name = ""]) => name))) {
    const read = await readWorkbook(bytes, { file, sheet, limits });
    diagnostics.push(...read.diagnostics.filter(({ severity }) => severity === "error"));
    for (const cell of read.grids.flatMap((grid) => grid.rows.flat())) filled.set(`${sheet}!${cell.row},${cell.column}`, cell.stored ?? cell.text);
  }
  const book = file === undefined ? "" : `[${nameOf(file)}]`;
  const places = lines.map(([, sheet = "", at = ""]) => `${book}${sheet}!${at}`);
  const texts = lines.map(([, sheet = "", at = ""]) => {
    const place = parseAddress(at);
    return (place === undefined ? undefined : filled.get(`${sheet}!${place.row},${place.column}`)?.trim()) || undefined;
  });
  const sheet = sheetOf(lines.map(([heading = ""], index) => ({ text: heading, at: places[index] ?? "" })), file, [], true);
  return { at: file === undefined ? "XLSX" : nameOf(file), file, objectives: form.subject, row: { sheet, texts, at: (index) => places[index] ?? "" }, form, diagnostics };
}

const nameOf = (file: string): string => /[^/\\]+$/.exec(file)?.[0] ?? file;

/** A form is scored by what it was made for. */
export function formProblems({ framework, version, subject }: FormIdentity, scorer: Scorer, file: string | undefined): readonly Diagnostic[] {
  if (framework !== scorer.framework || subject !== scorer.subject) {
    const words = (id: string, of: string): string => (id === of ? id : `${id}（${of}）`);
    return [diagnose("collected-other-framework", { found: words(framework, subject), expected: words(scorer.framework, scorer.subject) }, { file })];
  }
  return version === scorer.version ? [] : [diagnose("collected-other-version", { id: framework, found: version, expected: scorer.version }, { file })];
}
