// 批量评分: records in, results out, one at a time and in their order. A bad record gives a result that says what is
// wrong, and the next one is scored; what concerns a file as a whole comes as a note. Nothing is held back but what the
// columns of a file mean.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import type { Scorer } from "../scorer.ts";
import { unknownHeadings } from "./columns.ts";
import { headsOf, NOWHERE, readyRecord } from "./ready.ts";
import type { BatchRecord, BatchResult } from "./record.ts";
import { type BatchScorers, onlyScorer } from "./scorers.ts";
import { failed, noteOf, recordScorer, type RecordScorer } from "./score-record.ts";
import type { Sheet } from "./sheet.ts";

export interface ScoreBatchOptions {
  /** by what every record is scored, or how that is found */
  readonly scorer: Scorer | BatchScorers;
  /** the as-of date of records that name none */
  readonly asOf?: string | undefined;
}

const NONE: readonly Diagnostic[] = [];
/** Keys that are remembered as told; beyond it one may be told again. */
const MOST_KEYS = 10_000;

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
    const said = sheet === undefined || scorer === undefined ? NONE : talk.first(sheet, scorer, record.form !== undefined);
    if (said.length > 0) yield noteOf(said[0]?.facts["cell"] ?? record.at, sheet?.file, said);
    const columns = sheet?.columns(scorer);
    const ready = readyRecord(record, heads, scorer, sheet === undefined ? NOWHERE : talk.elsewhere(sheet));
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

interface SheetTalk {
  /** what is to be said of the headings when a scorer first meets them */
  first(sheet: Sheet, scorer: Scorer, form: boolean): readonly Diagnostic[];
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
    first(sheet, scorer, form) {
      const { by, elsewhere } = meet(sheet);
      if (by.has(scorer)) return NONE;
      by.add(scorer);
      const { diagnostics, unknown } = sheet.columns(scorer);
      const kept = new Set(sheet.labels.values());
      // What is filled into an entry of a form that means nothing is said with the evaluation.
      const strange = form ? [] : unknown.filter((index) => !kept.has(index) && !elsewhere.has(index));
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
