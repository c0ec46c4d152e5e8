// What `jixiao check` can write besides its report: findings as test cases (--write-tests), and what was proved (--proof).
import type { Configuration } from "../verify/configuration.ts";
import type { Loaded } from "../types/loaded.ts";
import type { Verification } from "../types/reported.ts";
import type { Language } from "../types/types.ts";
import { writeTests } from "../testing/write-tests.ts";
import type { CheckArguments } from "./check-arguments.ts";
import { writeOut } from "./check-files.ts";
import type { Io } from "./io.ts";
import { proofText } from "./proof.ts";
import { say } from "./words.ts";

export interface CheckRun {
  readonly given: readonly Loaded[];
  readonly known: readonly Loaded[];
  readonly configuration: Configuration;
  readonly verification: Verification;
  readonly lang: Language;
}

/** Called once the report is written; what it writes to standard output follows the report. */
export function writeExtras({ writeTests: file, proof }: CheckArguments, run: CheckRun, io: Io): void {
  const { given, known, configuration, verification, lang } = run;
  if (proof) io.out(proofText(given, known, lang));
  if (file === undefined) return;
  const open = verification.findings.filter((one) => one.suppressed === undefined);
  const written = writeTests(open, given, { configuration, known });
  for (const { framework, text, cases } of written) {
    const own = written.length === 1 ? file : file.replace(/(?:\.test)?\.ya?ml$|$/, `.${framework}.test.yaml`);
    writeOut(own, text);
    io.err(`${say(lang, "tests-written", own, String(cases))}\n`);
  }
  if (written.length === 0) io.err(`${say(lang, "no-tests-written")}\n`);
}
