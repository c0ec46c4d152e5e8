// What `jixiao check` can write besides its report: findings as test cases (--write-tests), and what was proved (--proof).
import type { Loaded } from "../loaded.ts";
import type { Verification } from "../reported.ts";
import type { Language } from "../types.ts";
import { Unusable } from "./arguments.ts";
import type { CheckArguments } from "./check-arguments.ts";
import type { Io } from "./io.ts";
import { proofText } from "./proof.ts";
import { say } from "./words.ts";

export interface CheckRun {
  readonly given: readonly Loaded[];
  readonly known: readonly Loaded[];
  readonly verification: Verification;
  readonly lang: Language;
}

/** Called once the report is written; what it writes to standard output follows the report. */
export function writeExtras({ writeTests, proof }: CheckArguments, { given, known, lang }: CheckRun, io: Io): void {
  if (writeTests !== undefined) throw new Unusable(say(lang, "not-available", "--write-tests"));
  if (proof) io.out(proofText(given, known, lang));
}
