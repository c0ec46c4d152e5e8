// gitlab: a Code Quality report. What was accepted is left out: GitLab would count it.
import { type CheckReport, shownOf, wordsOf } from "../verify/check-report.ts";
import type { Severity } from "../types/diagnostics.ts";

const SEVERITY: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

export function gitlab(report: CheckReport): string {
  const issues = shownOf(report).map((one) => ({
    description: wordsOf(one, report),
    check_name: one.code,
    fingerprint: one.fingerprint,
    severity: SEVERITY[one.severity],
    location: { path: one.file ?? "-", lines: { begin: one.span?.start.line ?? 1 } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
