// junit: one suite for each file. A finding that fails the run is a failure, a document that cannot be read an error,
// a finding below the bound passes and is said all the same, an accepted one is skipped with its reason.
import { byFile, type CheckReport, fails, wordsOf } from "../verify/check-report.ts";
import { junit as written, type JUnitCase, type JUnitSuite } from "../testing/junit.ts";
import { CHECK_WORDS } from "../wording/check.ts";
import { key } from "../wording/words.ts";

export function junit(report: CheckReport): string {
  const suites = byFile(report).map(({ file, document, findings }): JUnitSuite => {
    const readable = document?.readable !== false;
    const cases = findings.map((one): JUnitCase => {
      const words = `${one.code}: ${wordsOf(one, report)}`;
      // No line in the name, by which servers follow a case from run to run.
      const { at, nth } = one.identity;
      const base = { name: [one.code, at, nth === 1 ? "" : `(${nth})`].filter((part) => part !== "").join(" "), file, line: one.span?.start.line, ran: readable };
      if (one.suppressed !== undefined) return { ...base, failures: [], skipped: one.suppressed.reason };
      return fails(one, report) || !readable ? { ...base, failures: [words] } : { ...base, failures: [], output: words };
    });
    const sound: JUnitCase = { name: CHECK_WORDS.sound[key(report.lang)], file, ran: true, failures: [] };
    return { name: file, file, cases: cases.length > 0 ? cases : [sound] };
  });
  return written(suites);
}
