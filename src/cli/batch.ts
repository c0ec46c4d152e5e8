// jixiao score --rows: files of evaluations are scored one record after another; results go out as they come. For ranks
// the records are gone through twice, as a rank is known only when all totals are.
import type { BatchResult } from "../batch/record.ts";
import { ranking } from "../batch/ranking.ts";
import { scoreBatch } from "../batch/score-batch.ts";
import { type BatchScorers, scorersOf } from "../batch/scorers.ts";
import { DIMENSIONS, summary } from "../batch/summary.ts";
import { batchTable, batchWorkbook, type BatchLine, type BatchTable, mostLines, summaryTable, tooManyLines } from "../batch/table.ts";
import { csvLine } from "../csv/write.ts";
import { capDiagnostics, sortDiagnostics } from "../types/diagnostics.ts";
import { writeWorkbook } from "../xlsx/write.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import type { BatchArguments } from "./batch-arguments.ts";
import { type BatchFiles, batchFiles, refuseOutput } from "./batch-files.ts";
import { sayLater, writeSummary } from "./batch-talk.ts";
import { diagnosticText } from "./diagnostics.ts";
import { formsAmong } from "./forms.ts";
import { readInputs } from "./inputs.ts";
import type { StreamIo } from "./io.ts";
import { progressOn } from "./progress.ts";
import { say } from "./words.ts";

export async function runBatch(args: Arguments, batch: BatchArguments, io: StreamIo): Promise<number> {
  const { lang, output } = args;
  const files = await batchFiles(batch, lang);
  refuseOutput(files.sources, [output, batch.summary], lang);
  try {
    const forms = batch.sheet === undefined ? [...(await formsAmong(files.sources.map(({ path }) => path))).values()] : [];
    const { given, known } = readInputs(args.inputs, lang, [], forms.flatMap(({ file }) => file ?? []));
    const scorers = scorersOf([...given, ...files.documents], known, forms.flatMap(({ objectives }) => objectives ?? []));
    const faulty = scorers.diagnostics();
    for (const one of capDiagnostics(sortDiagnostics(faulty))) io.err(`${diagnosticText(one, known, lang)}\n`);
    if (scorers.all().length === 0) {
      if (faulty.length > 0) return 1;
      throw new Unusable(say(lang, "nothing-matched", args.inputs.join(" "), "framework / objectives"));
    }
    const code = await writeResults(args, batch, files, scorers, io);
    return faulty.some(({ severity }) => severity === "error") ? 1 : code;
  } finally {
    files.close();
  }
}

async function writeResults(args: Arguments, batch: BatchArguments, files: BatchFiles, scorers: BatchScorers, io: StreamIo): Promise<number> {
  const { lang, output } = args;
  const labels = [...new Set([...batch.keep, ...[...batch.by, ...batch.within].filter((one) => !DIMENSIONS.some((known) => known === one))])];
  const passes = batch.rank === undefined ? 1 : 2;
  const progress = progressOn(process.stderr, files.size * passes, lang, output === undefined && process.stdout.isTTY === true);
  let before = 0;
  let count = 0;
  const results = async function* (): AsyncGenerator<BatchResult> {
    for await (const one of scoreBatch(files.records(labels), { scorer: scorers, asOf: batch.asOf })) {
      progress.at(before + files.read(), ++count);
      yield one;
    }
    before += files.size;
  };

  const ranks = batch.rank === undefined ? undefined : ranking(batch.rank, batch.within);
  if (ranks !== undefined) for await (const one of results()) ranks.add(one);
  count = 0;
  const counts = summary(batch.by);
  const table = batchTable(scorers.all(), { lang, labels, ranks: ranks !== undefined });
  const talk = sayLater(lang);
  const writer = batch.format === "xlsx" ? workbookWriter(table) : await lineWriter(table, batch.format, io);
  for await (const one of results()) {
    talk.count(one);
    counts.add(one);
    if (one.state !== "note" || batch.format === "ndjson") await writer.write(one, ranks?.rankOf(one));
    if (writer.full()) break;
  }
  progress.clear();
  const rows = counts.rows();
  const summaries = batch.by.length === 0 ? undefined : summaryTable(rows, [...new Set(scorers.all().flatMap(({ grades }) => grades))], lang);
  const { bytes, diagnostics } = await writer.end(summaries, lang);
  if (bytes !== undefined) await io.open().write(bytes);
  for (const one of diagnostics) io.err(`${diagnosticText(one, [], lang)}\n`);
  io.err(talk.text());
  if (summaries !== undefined && (batch.summary !== undefined || batch.format !== "xlsx")) writeSummary(batch.summary, rows, summaries, lang, io);
  return diagnostics.length > 0 || talk.failed() ? 1 : 0;
}

type Written = Awaited<ReturnType<typeof writeWorkbook>>;
type Summaries = ReturnType<typeof summaryTable>;
interface Writer {
  write(result: BatchResult, rank: Parameters<BatchTable["line"]>[1]): Promise<void>;
  /** no more can be taken */
  full(): boolean;
  end(summaries: Summaries | undefined, lang: Arguments["lang"]): Promise<Written>;
}

async function lineWriter(table: BatchTable, format: "csv" | "ndjson", io: StreamIo): Promise<Writer> {
  const sink = io.open();
  if (format === "csv") await sink.write(`\uFEFF${csvLine(table.columns.map(({ heading }) => heading))}`);
  return {
    write: (one, rank) => sink.write(format === "csv" ? csvLine(table.line(one, rank)) : `${JSON.stringify(rank === undefined ? one : { ...one, ...rank })}\n`),
    full: () => false,
    end: () => Promise.resolve({ diagnostics: [] }),
  };
}

/** A workbook is made whole. */
function workbookWriter(table: BatchTable): Writer {
  const lines: BatchLine[] = [];
  const most = mostLines(table.columns);
  return {
    write: (one, rank) => Promise.resolve(void lines.push(table.line(one, rank))),
    full: () => lines.length > most,
    end: async (summaries, lang) => (lines.length > most ? { diagnostics: [tooManyLines(lines.length, table.columns)] } : writeWorkbook(batchWorkbook({ columns: table.columns, lines }, summaries, lang))),
  };
}
