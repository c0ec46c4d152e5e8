// The list of checks: one line each.
import type { Check } from "../check.ts";
import { actualsRepeatTargets } from "./actuals-repeat-targets.ts";
import { allFullMarks } from "./all-full-marks.ts";
import { asOfOutsidePeriod } from "./as-of-outside-period.ts";
import { budgetChanged } from "./budget-changed.ts";
import { costRepeatsBudget } from "./cost-repeats-budget.ts";
import { countNotWhole } from "./count-not-whole.ts";
import { definitionMissing } from "./definition-missing.ts";
import { directionContradictsName } from "./direction-contradicts-name.ts";
import { duplicateMeasure } from "./duplicate-measure.ts";
import { executionLowOutputsFull } from "./execution-low-outputs-full.ts";
import { explanationHollow } from "./explanation-hollow.ts";
import { formulaMissing } from "./formula-missing.ts";
import { gradesCover } from "./grades-cover.ts";
import { groupEmpty } from "./group-empty.ts";
import { indicatorUnitMissing } from "./indicator-unit-missing.ts";
import { judgedShareHigh } from "./judged-share-high.ts";
import { moveTo } from "./move-to.ts";
import { outputNotQuantified } from "./output-not-quantified.ts";
import { overCompletionExtreme } from "./over-completion-extreme.ts";
import { overExecution } from "./over-execution.ts";
import { packLevels } from "./pack-levels.ts";
import { packRules } from "./pack-rules.ts";
import { pendingPastPeriod } from "./pending-past-period.ts";
import { placeholderText } from "./placeholder-text.ts";
import { qualitativeUndefined } from "./qualitative-undefined.ts";
import { rateAboveHundred } from "./rate-above-hundred.ts";
import { sampleTooSmall } from "./sample-too-small.ts";
import { scaleSlip } from "./scale-slip.ts";
import { sectorUndeclared } from "./sector-undeclared.ts";
import { statementMissing } from "./statement-missing.ts";
import { statementUncovered } from "./statement-uncovered.ts";
import { surveySizeImplausible } from "./survey-size-implausible.ts";
import { surveySizeMissing } from "./survey-size-missing.ts";
import { targetBelowPrevious } from "./target-below-previous.ts";
import { targetTrivial } from "./target-trivial.ts";
import { targetUnchanged } from "./target-unchanged.ts";
import { targetVague } from "./target-vague.ts";
import { tooFewIndicators } from "./too-few-indicators.ts";
import { weightPositive } from "./weight-positive.ts";
import { weightsSum } from "./weights-sum.ts";
import { yearOutsidePeriod } from "./year-outside-period.ts";

/** Those that stand in the way of scoring: they are always on. */
export const blocking: readonly Check[] = [gradesCover, moveTo, packLevels, packRules, weightPositive, weightsSum];

/** Those that a configuration switches on, with their severities and figures. */
export const configurable: readonly Check[] = [
  definitionMissing,
  targetVague,
  qualitativeUndefined,
  formulaMissing,
  outputNotQuantified,
  groupEmpty,
  tooFewIndicators,
  costRepeatsBudget,
  rateAboveHundred,
  indicatorUnitMissing,
  targetBelowPrevious,
  targetUnchanged,
  targetTrivial,
  directionContradictsName,
  statementMissing,
  statementUncovered,
  duplicateMeasure,
  judgedShareHigh,
  placeholderText,
  sectorUndeclared,
  yearOutsidePeriod,
  countNotWhole,
  allFullMarks,
  actualsRepeatTargets,
  sampleTooSmall,
  surveySizeMissing,
  surveySizeImplausible,
  overCompletionExtreme,
  asOfOutsidePeriod,
  executionLowOutputsFull,
  scaleSlip,
  overExecution,
  pendingPastPeriod,
  budgetChanged,
  explanationHollow,
];
