// jixiao test: runs the cases, and on demand says what no case reached.
import { writeFileSync } from "node:fs";
import { coverage, type Coverage, reaches } from "../coverage/coverage.ts";
import { coveragePage } from "../coverage/page.ts";
import { coverageText } from "../coverage/words.ts";
import { describe } from "../types/diagnostics.ts";
import { junit, type JUnitCase } from "../testing/junit.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { shelf } from "../node/index.ts";
import { parseExact } from "../numbers/number.ts";
import { type CaseRun, runTest } from "../testing/testing.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import type { Io } from "./io.ts";
import { type Inputs, readInputs } from "./inputs.ts";
import { say } from "./words.ts";

type Talk = (diagnostics: Loaded["diagnostics"], inputs: Inputs, args: Arguments, io: Io) => void;

/** The result of one case, or of a document that could not be read. */
interface Result extends JUnitCase {
  readonly title: string;
}

export function runTests(args: Arguments, io: Io, talk: Talk): number {
  const { lang, format, threshold } = args;
  if (threshold !== undefined && !inPercent(threshold)) throw new Unusable(say(lang, "bad-value", `--threshold ${threshold}`, "0–100"));
  const inputs = readInputs(args.inputs, lang);
  const onShelf = shelf(inputs.known);
  const broken = inputs.given.filter((one) => one.kind === undefined || (one.kind === "test" && one.data === undefined));
  talk(broken.flatMap((one) => one.diagnostics), inputs, args, io);
  const runs: CaseRun[] = [];
  const results = inputs.given.flatMap((one) => {
    if (broken.includes(one)) return [brokenResult(one, args)];
    if (!isKind(one, "test")) return [];
    const file = one.file ?? "-";
    return runTest(one, onShelf, (run) => void runs.push(run), lang).map(({ name, place, ran, failures }): Result => ({ title: one.data.title, file, line: place.span?.start.line, name, ran, failures }));
  });
  if (results.length === broken.length) throw new Unusable(say(lang, "no-cases"));
  const covered = args.coverage ? coverage(runs, inputs.given, onShelf, { scaffolds: false }) : undefined;
  io.out(written(results, covered, args));
  if (covered !== undefined && format === "junit") io.err(coverageText(covered, lang));
  if (covered !== undefined && args.coverageHtml !== undefined) writeFileSync(args.coverageHtml, coveragePage(covered));
  const below = covered !== undefined && threshold !== undefined && !reaches(covered, threshold);
  if (below) io.err(`${say(lang, "below-threshold", covered.percent, threshold)}\n`);
  return below || results.some((one) => one.failures.length > 0) ? 1 : 0;
}

const inPercent = (text: string): boolean => {
  const value = parseExact(text);
  return value !== undefined && value.n >= 0n && value.n <= 100n * value.d;
};

/** A document that is none: it stands among the results as one that could not run. */
function brokenResult(one: Loaded, { lang }: Arguments): Result {
  const file = one.file ?? "-";
  const errors = one.diagnostics.filter(({ severity }) => severity === "error");
  const failures = errors.map((each) => `${each.span === undefined ? "" : `${each.span.start.line}:${each.span.start.column} `}${each.code} ${describe(each, lang)}`);
  return { title: file, file, line: errors[0]?.span?.start.line, name: say(lang, "unreadable-test"), ran: false, failures: failures.length > 0 ? failures : [say(lang, "unreadable-test")] };
}

function written(results: readonly Result[], covered: Coverage | undefined, { format, lang }: Arguments): string {
  const failed = results.filter((one) => one.failures.length > 0);
  const errors = failed.filter((one) => !one.ran).length;
  if (format === "junit") {
    const suites = [...new Set(results.map((one) => one.file))].map((file) => {
      const cases = results.filter((one) => one.file === file);
      return { name: cases[0]?.title ?? file, file, cases };
    });
    return junit(suites);
  }
  if (format === "json") {
    const cases = results.map(({ file, line, name, ran, failures }) => ({ file, ...(line === undefined ? {} : { line }), name, passed: failures.length === 0, ran, failures }));
    const counts = { passed: results.length - failed.length, failed: failed.length - errors, errors };
    return `${JSON.stringify({ ...counts, cases, ...(covered === undefined ? {} : { coverage: covered }) }, null, 2)}\n`;
  }
  const blocks = failed.map((one) => `${one.ran ? "✗" : "!"} ${one.file}${one.line === undefined ? "" : `:${one.line}`}${lang === "en" ? ": " : "："}${one.name}${one.ran ? "" : say(lang, "could-not-run")}\n${one.failures.map((each) => `    ${each}\n`).join("")}`);
  const summary = `${say(lang, "tests", String(results.length - failed.length), String(failed.length))}\n`;
  return `${blocks.join("")}${summary}${covered === undefined ? "" : `\n${coverageText(covered, lang)}`}`;
}
