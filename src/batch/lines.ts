// 逐行 JSON（NDJSON）: one evaluation a line — an actuals document, or keys that are headings. A figure keeps its text,
// as in every document; a key that stands twice, a line that is no object or is endless is said, and the next one read.
import { type Diagnostic, diagnose, type Path } from "../types/diagnostics.ts";
import { decoder } from "../csv/encoding.ts";
import { chosenEncoding, type ReadOptions } from "../tables/input.ts";
import type { RowsInput } from "../tables/rows.ts";
import type { ActualValue } from "../types/types.ts";
import type { BatchRecord, BatchSubject } from "./record.ts";
import { type Sheet, sheetOf } from "./sheet.ts";

/** Characters of a line. */
const LONGEST = 1024 * 1024;
/** Sets of keys that are remembered. */
const MOST_SHEETS = 256;

type Json = string | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };
const isObject = (data: Json | undefined): data is Fields => typeof data === "object" && data !== null && !Array.isArray(data);

export async function* lineRecords(input: RowsInput, options: ReadOptions, labels: readonly string[]): AsyncGenerator<BatchRecord> {
  const { name: file } = options;
  const sheets = new Map<string, Sheet>();
  let any = false;
  for await (const { line, text, failedAt, problem } of linesOf(input, options)) {
    const at = `${place(file)}:${line}`;
    const problems = problem ?? (failedAt === undefined ? undefined : diagnose("encoding-undecodable", { line: String(failedAt) }, { file }));
    if (problems !== undefined) yield { at: place(file), file, note: true, diagnostics: [problems] };
    else if (text === undefined) yield { at, file, diagnostics: [diagnose("batch-line-too-long", { line: String(line), limit: String(LONGEST) }, { file })] };
    else if (text.trim() !== "") yield recordOf(text, line, at, file, sheets, labels);
    any ||= problems !== undefined || text === undefined || text.trim() !== "";
  }
  if (!any) yield { at: place(file), file, note: true, diagnostics: [diagnose("file-empty", {}, { file })] };
}

const place = (file: string | undefined): string => /[^/\\]+$/.exec(file ?? "")?.[0] ?? "NDJSON";

function recordOf(text: string, line: number, at: string, file: string | undefined, sheets: Map<string, Sheet>, labels: readonly string[]): BatchRecord {
  const { data, twice } = parse(text);
  if (!isObject(data)) return { at, file, diagnostics: [diagnose("batch-line-not-json", { line: String(line) }, { file })] };
  const diagnostics = twice ? [diagnose("batch-key-twice", { line: String(line) }, { file })] : [];
  return isObject(data["values"]) ? documentRecord(data, at, file, diagnostics, labels) : flatRecord(data, at, file, diagnostics, sheets, labels);
}

/** Strings, and figures outside of them. */
const TOKENS = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON with the text of its figures; `twice`: a key stands twice in one object, and one of the two would be lost. */
function parse(text: string): { readonly data: Json | undefined; readonly twice: boolean } {
  let keys = 0;
  const quoted = text.replace(TOKENS, (token: string, colon: string | undefined) => {
    if (colon !== undefined) keys++;
    return token.charCodeAt(0) === 0x22 ? token : `"${token}"`;
  });
  try {
    const data = JSON.parse(quoted) as Json;
    return { data, twice: keysOf(data) !== keys };
  } catch {
    return { data: undefined, twice: false };
  }
}

function keysOf(data: Json): number {
  if (typeof data !== "object" || data === null) return 0;
  let count = Array.isArray(data) ? 0 : Object.keys(data).length;
  for (const one of Object.values(data) as Json[]) if (typeof one === "object") count += keysOf(one);
  return count;
}

const SUBJECT = ["name", "department", "unit", "sector", "category"] as const;
const KEYS: readonly string[] = ["$schema", "kind", "id", "objectives", "as-of", "basis", "facts", "values", "subject", ...SUBJECT];

/** The keys of an actuals document; what the evaluation is about may stand beside them. */
function documentRecord(data: Fields, at: string, file: string | undefined, found: readonly Diagnostic[], labels: readonly string[]): BatchRecord {
  const textOf = (given: Json | undefined): string | undefined => (typeof given === "string" && given !== "" ? given : undefined);
  const own = isObject(data["subject"]) ? data["subject"] : data;
  const subject = Object.fromEntries(SUBJECT.flatMap((key) => [own[key], data[key]].flatMap((one) => textOf(one) ?? []).slice(0, 1).map((one) => [key, one]))) as BatchSubject;
  const unknown = Object.keys(data).filter((key) => !KEYS.includes(key) && !labels.includes(key));
  const kept = Object.fromEntries(labels.flatMap((label) => (textOf(data[label]) === undefined ? [] : [[label, textOf(data[label]) ?? ""]])));
  return {
    at,
    file,
    id: textOf(data["id"]),
    subject,
    labels: kept,
    objectives: textOf(data["objectives"]),
    asOf: textOf(data["as-of"]),
    // The shape is judged where the record is scored.
    values: data["values"] as Readonly<Record<string, ActualValue>>,
    facts: data["facts"] as Readonly<Record<string, string>> | undefined,
    place: (path: Path) => `${at} ${path.join(".")}`,
    diagnostics: [...found, ...unknown.map((key) => diagnose("unknown-key", { key }, { file, path: [key], severity: "warning" }))],
  };
}

/** Keys that are headings; the inputs of one indicator may stand together in an object. */
function flatRecord(data: Fields, at: string, file: string | undefined, found: readonly Diagnostic[], sheets: Map<string, Sheet>, labels: readonly string[]): BatchRecord {
  const keys: string[] = [];
  const texts: (string | undefined)[] = [];
  const diagnostics = [...found];
  const add = (key: string, value: Json, path: Path): void => {
    if (isObject(value) && path.length === 1) for (const [inner, one] of Object.entries(value)) add(`${key}.${inner}`, one, [key, inner]);
    else if (typeof value === "object" && value !== null) diagnostics.push(diagnose("type-wrong", { key, found: JSON.stringify(value).slice(0, 60), expected: "string" }, { file, path }));
    else {
      keys.push(key);
      texts.push(value === null ? undefined : String(value).trim() || undefined);
    }
  };
  for (const [key, value] of Object.entries(data)) add(key, value, [key]);
  const name = JSON.stringify(keys);
  const sheet = sheets.get(name) ?? sheetOf(keys.map((text) => ({ text, at: `${at} ${text}` })), file, labels, true);
  if (sheets.size < MOST_SHEETS) sheets.set(name, sheet);
  return { at, file, row: { sheet, texts, at: (index) => `${at} ${keys[index] ?? ""}` }, place: (path) => `${at} ${path.join(".")}`, diagnostics };
}

interface Line {
  readonly line: number;
  /** undefined where it is longer than anything */
  readonly text?: string;
  readonly failedAt?: number;
  readonly problem?: Diagnostic;
}

async function* linesOf(input: RowsInput, options: ReadOptions): AsyncGenerator<Line> {
  const chosen = chosenEncoding(options);
  if ("problem" in chosen) return yield { line: 1, problem: chosen.problem };
  const bytes = decoder(chosen.encoding);
  let rest = "";
  let line = 1;
  let endless = false;
  const cut = function* (text: string, last: boolean): Generator<Line> {
    rest = endless || rest === "" ? text : rest + text;
    let from = 0;
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", from)) {
      yield endless || end - from > LONGEST ? { line } : { line, text: rest.slice(from, end) };
      endless = false;
      line++;
      from = end + 1;
    }
    rest = rest.slice(from);
    if (last && (endless || rest !== "")) yield endless || rest.length > LONGEST ? { line } : { line, text: rest };
    endless ||= rest.length > LONGEST;
    if (endless) rest = "";
  };
  const pieces = typeof input === "string" || input instanceof Uint8Array ? [input] : input;
  for await (const piece of pieces) yield* cut(typeof piece === "string" ? piece.replace(/^\uFEFF/, "") : bytes.push(piece), false);
  yield* cut(bytes.end(), true);
  if (bytes.failedAt !== undefined) yield { line, failedAt: bytes.failedAt };
}
