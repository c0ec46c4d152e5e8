// The list of findings (复核发现): one line each.
import type { FindingKind } from "../recheck/finding.ts";
import { actualRepeatsTarget } from "./actual-repeats-target.ts";
import { deviationUnexplained } from "./deviation-unexplained.ts";
import { directionContradiction } from "./direction-contradiction.ts";
import { executionPointsDiffer } from "./execution-points-differ.ts";
import { executionRowEmpty } from "./execution-row-empty.ts";
import { executionScoredTwice } from "./execution-scored-twice.ts";
import { groupCountedTwice } from "./group-counted-twice.ts";
import { groupMisplaced } from "./group-misplaced.ts";
import { lowExecutionFullOutputs } from "./low-execution-full-outputs.ts";
import { malformedNumber } from "./malformed-number.ts";
import { metTargetPartialPoints } from "./met-target-partial-points.ts";
import { missedTargetFullPoints } from "./missed-target-full-points.ts";
import { noEvidence } from "./no-evidence.ts";
import { overExecution } from "./over-execution.ts";
import { pointsAboveWeight } from "./points-above-weight.ts";
import { pointsDiffer } from "./points-differ.ts";
import { rateDiffers } from "./rate-differs.ts";
import { satisfactionAbsent } from "./satisfaction-absent.ts";
import { satisfactionTarget } from "./satisfaction-target.ts";
import { satisfactionWeightFloor } from "./satisfaction-weight-floor.ts";
import { sectionWeightMismatch } from "./section-weight-mismatch.ts";
import { totalMismatch } from "./total-mismatch.ts";
import { unitMismatch } from "./unit-mismatch.ts";
import { weightOutlier } from "./weight-outlier.ts";
import { weightSum } from "./weight-sum.ts";

export const findingKinds: readonly FindingKind[] = [
  actualRepeatsTarget,
  deviationUnexplained,
  directionContradiction,
  executionPointsDiffer,
  executionRowEmpty,
  executionScoredTwice,
  groupCountedTwice,
  groupMisplaced,
  lowExecutionFullOutputs,
  malformedNumber,
  metTargetPartialPoints,
  missedTargetFullPoints,
  noEvidence,
  overExecution,
  pointsAboveWeight,
  pointsDiffer,
  rateDiffers,
  satisfactionAbsent,
  satisfactionTarget,
  satisfactionWeightFloor,
  sectionWeightMismatch,
  totalMismatch,
  unitMismatch,
  weightOutlier,
  weightSum,
];
