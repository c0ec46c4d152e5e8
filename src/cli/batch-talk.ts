// What a batch says beside its results: how many there are of each kind, the first diagnostics, the summaries.
import { writeFileSync } from "node:fs";
import type { BatchResult } from "../batch/record.ts";
import type { SummaryRow } from "../batch/summary.ts";
import { placedText, type SheetContent } from "../batch/table.ts";
import { writeCsv } from "../csv/write.ts";
import type { Language } from "../types/types.ts";
import { displayWidth } from "../text/width.ts";
import type { Io } from "./io.ts";
import { say } from "./words.ts";

/** Diagnostics of rows that are listed; all of them stand in the results. */
const MOST = 20;
const MOST_NOTES = 200;

export interface Talk {
  count(result: BatchResult): void;
  /** an evaluation failed, or a file has an error */
  failed(): boolean;
  text(): string;
}

export function sayLater(lang: Language): Talk {
  const counts = { scored: 0, incomplete: 0, failed: 0 };
  const lines: string[] = [];
  let hidden = 0;
  let failed = false;
  return {
    count({ state, diagnostics }) {
      if (state !== "note") counts[state]++;
      for (const one of diagnostics) {
        failed ||= one.severity === "error";
        // What concerns a file comes first: it may stand in no result.
        if (lines.length < (state === "note" ? MOST_NOTES : MOST)) lines.push(`${say(lang, one.severity)} ${placedText(one, lang)} [${one.code}]\n`);
        else hidden++;
      }
    },
    failed: () => failed,
    text: () => {
      const more = hidden === 0 ? "" : `${say(lang, "batch-more", String(hidden))}\n`;
      const states = (["scored", "incomplete", "failed"] as const).map((state) => say(lang, `batch-state-${state}`, String(counts[state])));
      const all = counts.scored + counts.incomplete + counts.failed;
      return `${lines.join("")}${more}${say(lang, "batch-scored", String(all), states.join(lang === "en" ? ", " : "，"))}\n`;
    },
  };
}

/** To a file as CSV or JSON, else as lines on standard error. */
export function writeSummary(file: string | undefined, rows: readonly SummaryRow[], { columns, lines }: SheetContent, lang: Language, io: Io): void {
  const headings = columns.map(({ heading }) => heading);
  if (file !== undefined) writeFileSync(file, file.endsWith(".json") ? `${JSON.stringify(rows, null, 2)}\n` : writeCsv([headings, ...lines]));
  else io.err(aligned([headings, ...lines.map((line) => line.map((one) => one ?? (lang === "en" ? "(none)" : "（空）")))]));
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) => `${row.map((text, column) => text + " ".repeat((widths[column] ?? 0) - displayWidth(text))).join("  ").trimEnd()}\n`).join("");
}
