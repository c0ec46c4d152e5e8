// The list of checks: one line each.
import type { Check } from "../check.ts";
import { definitionMissing } from "./definition-missing.ts";
import { gradesCover } from "./grades-cover.ts";
import { moveTo } from "./move-to.ts";
import { packLevels } from "./pack-levels.ts";
import { packRules } from "./pack-rules.ts";
import { weightPositive } from "./weight-positive.ts";
import { weightsSum } from "./weights-sum.ts";

/** Those that stand in the way of scoring: they are always on. */
export const blocking: readonly Check[] = [gradesCover, moveTo, packLevels, packRules, weightPositive, weightsSum];

/** Those that a configuration switches on, with their severities and figures. */
export const configurable: readonly Check[] = [
  definitionMissing,
];
