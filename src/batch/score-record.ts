// 一条记录: what scoring one evaluation gives, as a line of a batch. Where there is nothing to say the fast path gives the
// same points; everything else is scored in full.
import { type Diagnostic, diagnose, sortDiagnostics } from "../types/diagnostics.ts";
import { once } from "../text/once.ts";
import { exact, toText } from "../numbers/number.ts";
import { inForce } from "../scoring/score.ts";
import { programOf, quietTally, score, type Scorer } from "../scorer.ts";
import type { Tally } from "../model/tally.ts";
import type { ActualsDocument } from "../types/types.ts";
import type { BatchDiagnostic, BatchFramework, BatchRecord, BatchResult, BatchSubject, IndicatorPoints } from "./record.ts";

/** A record with everything told that depends on what it is scored by. */
export interface ReadyRecord extends Omit<BatchRecord, "row" | "subject" | "diagnostics"> {
  readonly subject: BatchSubject;
  readonly diagnostics: readonly Diagnostic[];
}

/** Scores one record after another by one scorer. */
export type RecordScorer = (record: ReadyRecord) => BatchResult;

export function recordScorer(scorer: Scorer): RecordScorer {
  const program = programOf(scorer);
  const { framework: document, objectives } = program.linked;
  const { id, version, category, purpose, total: full } = document.data;
  const framework: BatchFramework = { id, version, category, purpose, full, rounding: program.rounding };
  const ofObjectives = subjectOf(objectives?.data.subject);
  const nothingKnown = Object.keys(ofObjectives).length === 0;
  const quiet = once(() => quietTally(scorer));
  const texts = decimals(scorer.places);
  const days = new Map<string, boolean>();
  /** Days on which scoring would have nothing to say; the others are not remembered. */
  const isQuiet = (day: string): boolean => {
    if (days.has(day)) return true;
    if (!inForce(program, day)) return false;
    days.set(day, true);
    return true;
  };

  return (record) => {
    const { asOf, values, facts } = record;
    const about = { subject: nothingKnown ? record.subject : { ...ofObjectives, ...record.subject }, objectives: record.objectives ?? scorer.subject, framework };
    const plain = record.diagnostics.length === 0 && record.document === undefined && facts === undefined && asOf !== undefined && values !== undefined && isQuiet(asOf) && about.objectives === scorer.subject;
    const tally = plain ? quiet()?.(values) : undefined;
    if (tally !== undefined) return Object.assign(headOf(record, about), pointsOf(tally, scorer, texts));
    if (record.diagnostics.some(({ severity }) => severity === "error")) return failed(record, [], about);
    if (asOf === undefined && record.document === undefined) return failed(record, [diagnose("batch-as-of-missing", {}, { file: record.file, path: ["as-of"] })], about);
    const actuals = { kind: "actuals", objectives: about.objectives, "as-of": asOf ?? "", ...(facts === undefined ? {} : { facts }), values: values ?? {} } as ActualsDocument;
    const { scorecard: card, diagnostics } = score(scorer, record.document ?? actuals);
    if (card === undefined) return failed(record, diagnostics, about);
    const { points, range } = card.total;
    return {
      ...headOf(record, about),
      state: points === undefined ? "incomplete" : "scored",
      ...(points === undefined ? {} : { total: points }),
      ...(range === undefined ? {} : { range }),
      grade: card.grade,
      rejected: card.rejected,
      wanting: card.wanting,
      indicators: card.indicators.map((one): IndicatorPoints => ({ id: one.id, state: one.state, ...(one.points === undefined ? {} : { points: one.points }) })),
      diagnostics: placed(record, [...record.diagnostics, ...diagnostics]),
    };
  };
}

type About = Pick<BatchResult, "objectives" | "framework">;

/** A record without points: its diagnostics say why. */
export function failed(record: ReadyRecord, diagnostics: readonly Diagnostic[], about: About & { readonly subject?: BatchSubject } = {}): BatchResult {
  return { ...headOf(record, about), state: "failed", grade: null, rejected: false, wanting: [], indicators: [], diagnostics: placed(record, [...record.diagnostics, ...diagnostics]) };
}

/** Something to say that belongs to no evaluation. */
export const noteOf = (at: string, file: string | undefined, diagnostics: readonly Diagnostic[]): BatchResult => ({
  at,
  ...(file === undefined ? {} : { file }),
  subject: {},
  state: "note",
  grade: null,
  rejected: false,
  wanting: [],
  indicators: [],
  diagnostics: diagnostics.map((one) => ({ ...one, at: one.facts["cell"] ?? at })),
});

type Head = Pick<BatchResult, "at" | "file" | "id" | "subject" | "labels" | "objectives" | "framework">;

/** Written out key by key, as every record passes here. */
function headOf({ at, file, id, subject, labels, objectives }: ReadyRecord, about: About & { readonly subject?: BatchSubject }): Head {
  const head: { -readonly [Key in keyof Head]: Head[Key] } = { at, subject: about.subject ?? subject };
  const named = about.objectives ?? objectives;
  if (file !== undefined) head.file = file;
  if (id !== undefined) head.id = id;
  if (labels !== undefined) head.labels = labels;
  if (named !== undefined) head.objectives = named;
  if (about.framework !== undefined) head.framework = about.framework;
  return head;
}

/** Each with its place: the cell it names, the cell of its path, the line in a document, or the record. */
function placed({ at, place }: ReadyRecord, diagnostics: readonly Diagnostic[]): readonly BatchDiagnostic[] {
  return sortDiagnostics(diagnostics).map((one) => {
    const line = one.span === undefined || one.file === undefined ? undefined : `${one.file}:${one.span.start.line}:${one.span.start.column}`;
    return { ...one, at: one.facts["cell"] ?? line ?? (one.path === undefined ? undefined : place?.(one.path)) ?? at };
  });
}

function pointsOf({ points, total, grade }: Tally, { indicators, grades }: Scorer, text: (value: number) => string): Omit<BatchResult, keyof Head> {
  return {
    state: "scored",
    total: text(total),
    grade: grades[grade] ?? null,
    rejected: false,
    wanting: [],
    indicators: points.map((one, index): IndicatorPoints => ({ id: indicators[index]?.id ?? "", state: "scored", points: text(one) })),
    diagnostics: [],
  };
}

/** Texts that are kept: points of most records are few and small. */
const KEPT = 20_000;

/** Scaled integers as decimal text. */
function decimals(places: number): (value: number) => string {
  const kept: string[] = [];
  return (value) => {
    if (value >= 0 && value < KEPT) return (kept[value] ??= scaled(value, places));
    return scaled(value, places);
  };
}

function scaled(value: number, places: number): string {
  if (!Number.isSafeInteger(value) || value < 0) return toText({ n: exact(String(value)).n, d: 10n ** BigInt(places) }, places);
  const digits = String(value).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const subjectOf = (given: { readonly name: string; readonly department?: string | undefined; readonly unit?: string | undefined; readonly sector?: string | readonly string[] | undefined } | undefined): BatchSubject =>
  given === undefined
    ? {}
    : {
        name: given.name,
        ...(given.department === undefined ? {} : { department: given.department }),
        ...(given.unit === undefined ? {} : { unit: given.unit }),
        ...(given.sector === undefined ? {} : { sector: typeof given.sector === "string" ? given.sector : given.sector.join(" ") }),
      };
