// JUnit XML of test results, as CI systems read it. Failures are cases whose result was not as expected; errors are
// cases that could not run. No times: results are the same bytes on any machine.
import { attribute, escaped } from "../text/markup.ts";

export interface JUnitCase {
  readonly name: string;
  readonly file: string;
  readonly line?: number | undefined;
  readonly ran: boolean;
  /** what was expected and what was found; none when the case passed */
  readonly failures: readonly string[];
  /** why it does not count, where it does not */
  readonly skipped?: string | undefined;
  /** what was said all the same */
  readonly output?: string | undefined;
}

export interface JUnitSuite {
  readonly name: string;
  readonly file: string;
  readonly cases: readonly JUnitCase[];
}

export function junit(suites: readonly JUnitSuite[]): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="jixiao"${counts(suites.flatMap((one) => one.cases))}>`];
  for (const { name, file, cases } of suites) {
    lines.push(`  <testsuite name="${attribute(name)}" file="${attribute(file)}"${counts(cases)} skipped="${cases.filter((one) => one.skipped !== undefined).length}">`);
    for (const one of cases) lines.push(...testCase(one));
    lines.push("  </testsuite>");
  }
  lines.push("</testsuites>");
  return `${lines.join("\n")}\n`;
}

/** A reader of XML would turn a carriage return into a line feed. */
const content = (text: string): string => escaped(text).replace(/\r/g, "&#13;");
const failed = ({ failures, skipped }: JUnitCase): boolean => failures.length > 0 && skipped === undefined;
const counts = (cases: readonly JUnitCase[]): string => ` tests="${cases.length}" failures="${cases.filter((one) => failed(one) && one.ran).length}" errors="${cases.filter((one) => failed(one) && !one.ran).length}"`;

function testCase(one: JUnitCase): string[] {
  const place = `${one.file}${one.line === undefined ? "" : `:${one.line}`}`;
  const open = `    <testcase name="${attribute(one.name)}" classname="${attribute(one.file)}" file="${attribute(one.file)}"${one.line === undefined ? "" : ` line="${one.line}"`}`;
  if (one.skipped !== undefined) return [`${open}>`, `      <skipped message="${attribute(one.skipped)}"/>`, "    </testcase>"];
  if (!failed(one)) return one.output === undefined ? [`${open}/>`] : [`${open}>`, `      <system-out>${content(one.output)}</system-out>`, "    </testcase>"];
  const [tag, type] = one.ran ? ["failure", "not-as-expected"] : ["error", "could-not-run"];
  return [`${open}>`, `      <${tag} message="${attribute(one.failures.join("\n"))}" type="${type}">${content([place, ...one.failures].join("\n"))}</${tag}>`, "    </testcase>"];
}
