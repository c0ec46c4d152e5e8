// What `jixiao check` can write besides its report: findings as test cases (--write-tests), and what was proved (--proof).
import type { Loaded } from "../loaded.ts";
import type { Verification } from "../reported.ts";
import type { Language } from "../types.ts";
import { Unusable } from "./arguments.ts";
import type { CheckArguments } from "./check-arguments.ts";
import type { Io } from "./io.ts";

export interface CheckRun {
  readonly given: readonly Loaded[];
  readonly known: readonly Loaded[];
  readonly verification: Verification;
  readonly lang: Language;
}

export function writeExtras({ writeTests, proof }: CheckArguments, _run: CheckRun, _io: Io): void {
  if (writeTests !== undefined) throw new Unusable("--write-tests");
  if (proof) throw new Unusable("--proof");
}
