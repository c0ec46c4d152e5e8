// text: every finding with its code frame, for a terminal.
import type { CheckReport } from "../verify/check-report.ts";
import { shownOf } from "../verify/check-report.ts";
import { capDiagnostics } from "../types/diagnostics.ts";
import { problemText } from "../verify/problem-text.ts";

export function text(report: CheckReport): string {
  const { textOf, lang, coloured } = report;
  return capDiagnostics(shownOf(report)).map((one) => `${problemText(one, textOf(one.file ?? "-"), lang, coloured)}\n\n`).join("");
}
