// github: workflow commands, which GitHub Actions shows beside the changed lines.
import { type CheckReport, shownOf, wordsOf } from "../verify/check-report.ts";
import type { Severity } from "../types/diagnostics.ts";

const COMMAND: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };
const ENTITIES: Readonly<Record<string, string>> = { "%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C" };
const data = (text: string): string => text.replace(/[%\r\n]/g, (one) => ENTITIES[one] ?? one);
const property = (text: string): string => text.replace(/[%\r\n:,]/g, (one) => ENTITIES[one] ?? one);

/** The gravest first: only the first ten of each kind are shown. */
export function github(report: CheckReport): string {
  const shown = shownOf(report);
  const sorted = (["error", "warning", "info"] as const).flatMap((severity) => shown.filter((one) => one.severity === severity));
  return sorted
    .map((one) => {
      const { start, end } = one.span ?? {};
      // Columns are those of one line only.
      const columns = start !== undefined && end !== undefined && start.line === end.line ? { col: start.column, endColumn: Math.max(end.column - 1, start.column) } : {};
      const places = { file: one.file ?? "-", ...(start === undefined ? {} : { line: start.line, endLine: end?.line ?? start.line, ...columns }), title: one.code };
      const properties = Object.entries(places).map(([name, value]) => `${name}=${property(String(value))}`).join(",");
      return `::${COMMAND[one.severity]} ${properties}::${data(wordsOf(one, report))}\n`;
    })
    .join("");
}
