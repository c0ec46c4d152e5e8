// 一条记录的内容: which evaluation a record is, known before it is known by what it is scored; and what its row enters, once it is.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { isKind } from "../types/loaded.ts";
import type { Scorer } from "../scorer.ts";
import type { Columns } from "./columns.ts";
import { formProblems } from "./forms.ts";
import type { About } from "./headings.ts";
import type { BatchRecord, BatchRow, BatchSubject, FormIdentity } from "./record.ts";
import type { ReadyRecord } from "./score-record.ts";
import { isoDate } from "./written.ts";

export const NOWHERE: ReadonlySet<number> = new Set();

/** Which evaluation it is: known before it is known by what it is scored. */
export function headsOf(record: BatchRecord, asOf: string | undefined): Pick<BatchRecord, "id" | "objectives" | "asOf"> {
  const { row, document } = record;
  if (isKind(document, "actuals")) return { id: document.data.id, objectives: document.data.objectives, asOf: document.data["as-of"] };
  const about = row?.sheet.columns(undefined).about;
  const text = (key: About): string | undefined => row?.texts[about?.get(key) ?? -1];
  const day = record.asOf ?? text("as-of");
  return { id: record.id ?? text("id"), objectives: record.objectives ?? text("objectives"), asOf: day === undefined ? asOf : isoDate(day) };
}

const ABOUT = ["name", "department", "unit", "sector", "category"] as const;

/** A record with what its row means for a scorer; `elsewhere`: headings that mean something for others only. */
export function readyRecord(record: BatchRecord, heads: Pick<BatchRecord, "id" | "objectives" | "asOf">, scorer: Scorer | undefined, elsewhere: ReadonlySet<number> = NOWHERE): ReadyRecord {
  const { row, at, file, subject = {}, labels, values, facts, document, diagnostics = [] } = record;
  const columns = row?.sheet.columns(scorer);
  if (row === undefined || columns === undefined) return { at, file, subject, labels, values, facts, document, place: record.place, diagnostics, ...heads };
  const { texts, sheet } = row;
  const written: { -readonly [Key in keyof BatchSubject]: BatchSubject[Key] } = { ...subject };
  for (const key of ABOUT) {
    const text = texts[columns.about.get(key) ?? -1];
    if (text !== undefined) written[key] = text;
  }
  const entered = columns.read(texts, row.at);
  const unused = scorer === undefined || record.form !== undefined || elsewhere.size === 0 ? [] : columns.unknown.filter((index) => elsewhere.has(index) && texts[index] !== undefined);
  const odd = unused.map((index) => diagnose("batch-column-elsewhere", { cell: row.at(index), found: texts[index] ?? "", heading: sheet.headings[index]?.text ?? "", id: scorer?.subject ?? "" }, { file }));
  const ofForm = record.form === undefined || scorer === undefined ? [] : [...formProblems(record.form, scorer, file), ...strangeEntries(record.form, columns, row, file)];
  const found = entered.diagnostics.length + odd.length + ofForm.length === 0 ? diagnostics : [...diagnostics, ...ofForm, ...entered.diagnostics, ...odd];
  return {
    at,
    file,
    subject: written,
    labels: sheet.labels.size === 0 ? undefined : Object.fromEntries([...sheet.labels].flatMap(([label, index]) => (texts[index] === undefined ? [] : [[label, texts[index] ?? ""]]))),
    values: entered.values,
    facts: entered.facts,
    diagnostics: found,
    place: (path) => {
      const [part, indicator, input] = path.map(String);
      const index = part === "values" || part === "facts" ? columns.indexOf(indicator ?? "", input) : columns.about.get(part as About);
      return index === undefined ? record.place?.(path) : row.at(index);
    },
    ...heads,
  };
}

/** What is filled into entries that the form should not have. */
const strangeEntries = ({ framework }: FormIdentity, { unknown }: Columns, { sheet, texts, at }: BatchRow, file: string | undefined): readonly Diagnostic[] =>
  unknown.flatMap((index) => (texts[index] === undefined ? [] : [diagnose("collected-entry-unknown", { cell: at(index), found: texts[index] ?? "", heading: sheet.headings[index]?.text ?? "", id: framework }, { file })]));
