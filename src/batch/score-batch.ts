// 批量评分: records in, results out, one at a time and in their order. A bad record gives a result that says what is
// wrong, and the next one is scored; what concerns a file as a whole comes as a note. Nothing is held back but what the
// columns of a file mean.
import { type Diagnostic, diagnose } from "../diagnostics.ts";
import { isKind } from "../loaded.ts";
import type { Scorer } from "../scorer.ts";
import { type Columns, unknownHeadings } from "./columns.ts";
import type { About } from "./headings.ts";
import type { BatchRecord, BatchResult, BatchSubject } from "./record.ts";
import { type BatchScorers, onlyScorer } from "./scorers.ts";
import { failed, noteOf, type ReadyRecord, recordScorer, type RecordScorer } from "./score-record.ts";
import type { Sheet } from "./sheet.ts";
import { isoDate } from "./written.ts";

export interface ScoreBatchOptions {
  /** by what every record is scored, or how that is found */
  readonly scorer: Scorer | BatchScorers;
  /** the as-of date of records that name none */
  readonly asOf?: string | undefined;
}

const NONE: readonly Diagnostic[] = [];
/** Keys that are remembered as told; beyond it one may be told again. */
const MOST_KEYS = 10_000;
const NOWHERE: ReadonlySet<number> = new Set();

/** Scores evaluations one after another. Data never throws; a source that throws (an unreadable file) does. */
export async function* scoreBatch(records: AsyncIterable<BatchRecord> | Iterable<BatchRecord>, options: ScoreBatchOptions): AsyncGenerator<BatchResult> {
  const scorers = "choose" in options.scorer ? options.scorer : onlyScorer(options.scorer);
  const ways = new Map<Scorer, RecordScorer>();
  const talk = sheetTalk(scorers);
  for await (const record of records) {
    if (record.note === true) {
      yield noteOf(record.at, record.file, record.diagnostics ?? []);
      continue;
    }
    const sheet = record.row?.sheet;
    const heads = headsOf(record, options.asOf);
    const chosen = scorers.choose(heads.objectives, heads.asOf);
    const { scorer } = chosen;
    const said = sheet === undefined || scorer === undefined ? NONE : talk.first(sheet, scorer);
    if (said.length > 0) yield noteOf(said[0]?.facts["cell"] ?? record.at, sheet?.file, said);
    const columns = sheet?.columns(scorer);
    const ready = readyRecord(record, heads, columns, scorer, sheet === undefined ? NOWHERE : talk.elsewhere(sheet));
    if (scorer === undefined) {
      yield failed(ready, chosen.diagnostics);
      continue;
    }
    if (columns?.scores === false && !ready.diagnostics.some(({ severity }) => severity === "error")) {
      yield failed(ready, [diagnose("batch-no-columns", { expected: scorer.indicators.slice(0, 3).map(({ name }) => name).join("、") }, { file: record.file })]);
      continue;
    }
    let way = ways.get(scorer);
    if (way === undefined) ways.set(scorer, (way = recordScorer(scorer)));
    yield way(ready);
  }
}

/** Which evaluation it is: known before it is known by what it is scored. */
function headsOf(record: BatchRecord, asOf: string | undefined): Pick<BatchRecord, "id" | "objectives" | "asOf"> {
  const { row, document } = record;
  if (isKind(document, "actuals")) return { id: document.data.id, objectives: document.data.objectives, asOf: document.data["as-of"] };
  const about = row?.sheet.columns(undefined).about;
  const text = (key: About): string | undefined => row?.texts[about?.get(key) ?? -1];
  const day = record.asOf ?? text("as-of");
  return { id: record.id ?? text("id"), objectives: record.objectives ?? text("objectives"), asOf: day === undefined ? asOf : isoDate(day) };
}

const ABOUT = ["name", "department", "unit", "sector", "category"] as const;

function readyRecord(record: BatchRecord, heads: Pick<BatchRecord, "id" | "objectives" | "asOf">, columns: Columns | undefined, scorer: Scorer | undefined, elsewhere: ReadonlySet<number>): ReadyRecord {
  const { row, at, file, subject = {}, labels, values, facts, document, diagnostics = [] } = record;
  if (row === undefined || columns === undefined) return { at, file, subject, labels, values, facts, document, place: record.place, diagnostics, ...heads };
  const { texts, sheet } = row;
  const written: { -readonly [Key in keyof BatchSubject]: BatchSubject[Key] } = { ...subject };
  for (const key of ABOUT) {
    const text = texts[columns.about.get(key) ?? -1];
    if (text !== undefined) written[key] = text;
  }
  const entered = columns.read(texts, row.at);
  const unused = scorer === undefined || elsewhere.size === 0 ? [] : columns.unknown.filter((index) => elsewhere.has(index) && texts[index] !== undefined);
  const odd = unused.map((index) => diagnose("batch-column-elsewhere", { cell: row.at(index), found: texts[index] ?? "", heading: sheet.headings[index]?.text ?? "", id: scorer?.subject ?? "" }, { file }));
  const found = entered.diagnostics.length + odd.length === 0 ? diagnostics : [...diagnostics, ...entered.diagnostics, ...odd];
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

interface SheetTalk {
  /** what is to be said of the headings when a scorer first meets them */
  first(sheet: Sheet, scorer: Scorer): readonly Diagnostic[];
  /** headings that mean something for another candidate: what stands below them would be lost */
  elsewhere(sheet: Sheet): ReadonlySet<number>;
}

function sheetTalk(scorers: BatchScorers): SheetTalk {
  const met = new WeakMap<Sheet, { readonly by: Set<Scorer>; readonly elsewhere: ReadonlySet<number> }>();
  // With keys in every line, each key is talked of once.
  const keys = new Set<string>();
  const isFresh = ({ code, facts }: Diagnostic, { file, oneOfMany }: Sheet): boolean => {
    const key = JSON.stringify([file, code, oneOfMany ? facts["found"] : facts["cell"]]);
    if (keys.has(key)) return false;
    if (keys.size < MOST_KEYS) keys.add(key);
    return true;
  };
  const meet = (sheet: Sheet) => {
    const found = met.get(sheet) ?? { by: new Set<Scorer>(), elsewhere: knownElsewhere(sheet, scorers) };
    met.set(sheet, found);
    return found;
  };
  return {
    first(sheet, scorer) {
      const { by, elsewhere } = meet(sheet);
      if (by.has(scorer)) return NONE;
      by.add(scorer);
      const { diagnostics, unknown } = sheet.columns(scorer);
      const kept = new Set(sheet.labels.values());
      const strange = unknown.filter((index) => !kept.has(index) && !elsewhere.has(index));
      return [...diagnostics, ...unknownHeadings(sheet.headings, strange, scorer, sheet.file)].filter((one) => isFresh(one, sheet));
    },
    elsewhere: (sheet) => meet(sheet).elsewhere,
  };
}

function knownElsewhere(sheet: Sheet, scorers: BatchScorers): ReadonlySet<number> {
  const all = scorers.all();
  if (all.length < 2) return NOWHERE;
  const unknown = all.map((scorer) => new Set(sheet.columns(scorer).unknown));
  return new Set(sheet.headings.flatMap((_, index) => (unknown.some((one) => one.has(index)) && unknown.some((one) => !one.has(index)) ? [index] : [])));
}
