// 读回填报: a filled form, or a file with one evaluation a row, becomes the entries that scoring takes.
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import { parseAddress } from "../grid.ts";
import { columnOf, columnsByHeading, type Column, rowEntries, type RowEntries } from "../rows-to-values.ts";
import type { Scorer } from "../scorer.ts";
import { limitsOf, openInput, type ReadOptions } from "../tables/input.ts";
import { readRows } from "../tables/rows.ts";
import type { ActualsDocument } from "../types.ts";
import { readWorkbook } from "../xlsx/workbook.ts";
import { SHEETS } from "./names.ts";
import { schemeOf } from "./rows-template.ts";

export interface Collected {
  /** where it stands: the form, or its row */
  readonly at: string;
  readonly actuals: ActualsDocument;
  /** what was written about the subject where no objectives document says it */
  readonly subject: { readonly name?: string; readonly department?: string; readonly unit?: string };
  readonly diagnostics: readonly Diagnostic[];
}
export interface CollectedRead {
  readonly evaluations: readonly Collected[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface FormIdentity {
  readonly framework: string;
  readonly version: string;
  /** id of the objectives, or of the framework where it needs none */
  readonly subject: string;
}

/** Whose entries a workbook holds, so that the right scorer can be found; undefined where it is no form of this library. */
export async function identifyForm(input: Uint8Array, options: ReadOptions = {}): Promise<FormIdentity | undefined> {
  const opened = openInput(input, options);
  if (opened.input.kind !== "xlsx") return undefined;
  const { grids } = await readWorkbook(opened.input.bytes, { file: options.name, sheet: SHEETS.entries, limits: limitsOf(options) });
  return identityOf(grids[0]?.rows[0]?.map(({ text }) => text) ?? []);
}

const identityOf = ([framework, version, subject]: readonly string[]): FormIdentity | undefined => (framework === undefined || version === undefined || subject === undefined ? undefined : { framework, version, subject });

/** Reads back what was filled into a form or a file of rows for a scorer; what has no place there is said with its cell. */
export async function readCollected(scorer: Scorer, input: Uint8Array | string, options: ReadOptions = {}): Promise<CollectedRead> {
  const opened = openInput(input, options);
  if (opened.input.kind === "none") return { evaluations: [], diagnostics: opened.diagnostics };
  if (opened.input.kind === "xlsx") {
    const form = await readForm(scorer, opened.input.bytes, options);
    if (form !== undefined) return form;
  }
  return readMany(scorer, input, options);
}

type Line = { readonly heading: string; readonly sheet: string; readonly at: string };

/** Undefined where the workbook is no form: it has no list of its entries. */
async function readForm(scorer: Scorer, bytes: Uint8Array, options: ReadOptions): Promise<CollectedRead | undefined> {
  const file = options.name;
  const limits = limitsOf(options);
  const listed = await readWorkbook(bytes, { file, sheet: SHEETS.entries, limits });
  const [list] = listed.grids;
  if (list === undefined) return listed.diagnostics.some(({ code }) => code !== "sheet-unknown") ? { evaluations: [], diagnostics: listed.diagnostics } : undefined;
  const rows = list.rows.map((row) => row.map(({ text }) => text));
  const [about = [], , ...lines] = rows;
  const diagnostics = aboutForm(scorer, about, file);
  if (diagnostics.some(({ severity }) => severity === "error")) return { evaluations: [], diagnostics };

  const filled = new Map<string, string>();
  for (const sheet of new Set(lines.map(([, name]) => name ?? ""))) {
    const { grids } = await readWorkbook(bytes, { file, sheet, limits });
    for (const cell of grids.flatMap((grid) => grid.rows.flat())) filled.set(`${sheet}!${cell.row},${cell.column}`, cell.stored ?? cell.text);
  }
  const places = lines.map(([heading = "", sheet = "", at = ""]): Line => ({ heading, sheet, at }));
  const texts = places.map(({ sheet, at }) => {
    const place = parseAddress(at);
    return place === undefined ? undefined : filled.get(`${sheet}!${place.row},${place.column}`);
  });
  const { columns, unknown } = columnsFor(scorer, places.map(({ heading, sheet, at }) => ({ text: heading, at: `${sheet}!${at}` })), file);
  const read = entered(scorer, columns, texts, places.map(({ sheet, at }) => `${sheet}!${at}`), file ?? SHEETS.table, file);
  return { evaluations: [read], diagnostics: [...diagnostics, ...unknown] };
}

function aboutForm(scorer: Scorer, about: readonly string[], file: string | undefined): readonly Diagnostic[] {
  const { framework, version, subject } = identityOf(about) ?? { framework: "", version: "", subject: "" };
  if (framework !== scorer.framework || subject !== scorer.subject) {
    const words = (id: string, of: string): string => (id === of ? id : `${id}（${of}）`);
    return [diagnose("collected-other-framework", { found: words(framework, subject), expected: words(scorer.framework, scorer.subject) }, { file })];
  }
  return version === scorer.version ? [] : [diagnose("collected-other-version", { id: framework, found: version, expected: scorer.version }, { file })];
}

async function readMany(scorer: Scorer, input: Uint8Array | string, options: ReadOptions): Promise<CollectedRead> {
  const { headings, records, diagnostics } = await readRows(input, options);
  const { columns, unknown } = columnsFor(scorer, headings, options.name);
  const kept = diagnostics.filter(({ code }) => code !== "sheet-hidden");
  if (columns.every((one) => one === undefined)) return { evaluations: [], diagnostics: [...kept, ...unknown, ...(headings.length === 0 ? [] : [diagnose("collected-not-a-form", {}, { file: options.name })])] };
  const evaluations: Collected[] = [];
  for await (const record of records) {
    const read = entered(scorer, columns, record.cells.map((cell) => cell?.text), record.cells.map((cell) => cell?.at ?? record.at), record.at, options.name);
    evaluations.push({ ...read, diagnostics: [...record.diagnostics, ...read.diagnostics] });
  }
  return { evaluations, diagnostics: [...kept, ...unknown] };
}

function columnsFor(scorer: Scorer, headings: readonly { readonly text: string; readonly at: string }[], file: string | undefined): { readonly columns: readonly (Column | undefined)[]; readonly unknown: readonly Diagnostic[] } {
  const known = columnsByHeading(schemeOf(scorer));
  const columns = headings.map(({ text }) => columnOf(known, text));
  const expected = scorer.indicators.slice(0, 3).map(({ id }) => id).join("、");
  return { columns, unknown: headings.filter((_, index) => columns[index] === undefined).map(({ text, at }) => diagnose("collected-entry-unknown", { cell: at, found: text, expected }, { file })) };
}

function entered(scorer: Scorer, columns: readonly (Column | undefined)[], texts: readonly (string | undefined)[], places: readonly string[], at: string, file: string | undefined): Collected {
  const { head, facts, values, unused }: RowEntries = rowEntries(columns, texts);
  const { name, department, unit } = head;
  return {
    at,
    actuals: {
      kind: "actuals",
      ...(head.id === undefined ? {} : { id: head.id }),
      objectives: head.objectives ?? scorer.subject,
      "as-of": head["as-of"] ?? "",
      ...(Object.keys(facts).length === 0 ? {} : { facts }),
      values,
    },
    subject: { ...(name === undefined ? {} : { name }), ...(department === undefined ? {} : { department }), ...(unit === undefined ? {} : { unit }) },
    diagnostics: unused.map((index) => diagnose("collected-entry-unused", { cell: places[index] ?? at, found: texts[index] ?? "" }, { file })),
  };
}

