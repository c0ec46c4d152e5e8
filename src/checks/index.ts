// The list of checks: one line each.
import { type Check, reporter } from "../check.ts";
import type { Diagnostic } from "../diagnostics.ts";
import type { Linked } from "../linked.ts";
import { gradesCover } from "./grades-cover.ts";
import { moveTo } from "./move-to.ts";
import { packLevels } from "./pack-levels.ts";
import { packRules } from "./pack-rules.ts";
import { weightPositive } from "./weight-positive.ts";
import { weightsSum } from "./weights-sum.ts";

export const checks: readonly Check[] = [gradesCover, moveTo, packLevels, packRules, weightPositive, weightsSum];

/** Everything the checks find. */
export function runChecks(linked: Linked): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = reporter(found);
  for (const check of checks) check.run(linked, report);
  return found;
}
