// json: everything, in a form of its own with a version (schema/output/check.json).
import { type CheckReport, fails, wordsOf } from "../verify/check-report.ts";

export function json(report: CheckReport): string {
  const { verification, configuration, version, failSeverity } = report;
  const data = {
    kind: "check-report",
    version: 1,
    tool: { name: "jixiao", version },
    failSeverity,
    checks: configuration.checks,
    documents: verification.documents,
    counts: verification.counts,
    findings: verification.findings.map(({ identity, ...one }) => ({ ...one, message: wordsOf({ ...one, identity }, report), place: identity.at, fails: fails({ ...one, identity }, report) })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
