// The list of checks: one line each.
import type { Check } from "../check/check.ts";
import { actualsRepeatTargets } from "./actuals-repeat-targets.ts";
import { allFullMarks } from "./all-full-marks.ts";
import { asOfOutsidePeriod } from "./as-of-outside-period.ts";
import { basisClauseMissing } from "./basis-clause-missing.ts";
import { bondStagesMixed } from "./bond-stages-mixed.ts";
import { bonusCapUnreachable } from "./bonus-cap-unreachable.ts";
import { budgetChanged } from "./budget-changed.ts";
import { budgetExecutionMissing } from "./budget-execution-missing.ts";
import { categoryMethodsDiffer } from "./category-methods-differ.ts";
import { categorySettingsDiffer } from "./category-settings-differ.ts";
import { categoryWeightsDiffer } from "./category-weights-differ.ts";
import { costMissing } from "./cost-missing.ts";
import { costRepeatsBudget } from "./cost-repeats-budget.ts";
import { countNotWhole } from "./count-not-whole.ts";
import { debtIndicatorsMissing } from "./debt-indicators-missing.ts";
import { definitionMissing } from "./definition-missing.ts";
import { definitionRepeatsName } from "./definition-repeats-name.ts";
import { departmentIndicatorsMissing } from "./department-indicators-missing.ts";
import { directionContradictsName } from "./direction-contradicts-name.ts";
import { duplicateMeasure } from "./duplicate-measure.ts";
import { effectiveGap } from "./effective-gap.ts";
import { effectiveOverlap } from "./effective-overlap.ts";
import { effectiveReversed } from "./effective-reversed.ts";
import { evidenceMissing } from "./evidence-missing.ts";
import { executionLowOutputsFull } from "./execution-low-outputs-full.ts";
import { explanationHollow } from "./explanation-hollow.ts";
import { formulaMissing } from "./formula-missing.ts";
import { gradesCover } from "./grades-cover.ts";
import { groupEmpty } from "./group-empty.ts";
import { groupNameRepeated } from "./group-name-repeated.ts";
import { indicatorRepeated } from "./indicator-repeated.ts";
import { indicatorUnitMissing } from "./indicator-unit-missing.ts";
import { indicatorsEmpty } from "./indicators-empty.ts";
import { inputsAsOutput } from "./inputs-as-output.ts";
import { judgedShareHigh } from "./judged-share-high.ts";
import { levelWeightUndeclared } from "./level-weight-undeclared.ts";
import { levelsUnusual } from "./levels-unusual.ts";
import { librariesDiffer } from "./libraries-differ.ts";
import { libraryDrift } from "./library-drift.ts";
import { libraryNotUsed } from "./library-not-used.ts";
import { libraryUnused } from "./library-unused.ts";
import { maximumInconsistent } from "./maximum-inconsistent.ts";
import { methodContradictsName } from "./method-contradicts-name.ts";
import { methodFaulty } from "./method-faulty.ts";
import { methodUnused } from "./method-unused.ts";
import { keyOrder } from "./key-order.ts";
import { moveTo } from "./move-to.ts";
import { nameContainsTarget } from "./name-contains-target.ts";
import { nameTooLong } from "./name-too-long.ts";
import { normExpired } from "./norm-expired.ts";
import { normExpiresSoon } from "./norm-expires-soon.ts";
import { notApplicableNowhere } from "./not-applicable-nowhere.ts";
import { outputBenefitMissing } from "./output-benefit-missing.ts";
import { outputDimensionsMissing } from "./output-dimensions-missing.ts";
import { outputNotQuantified } from "./output-not-quantified.ts";
import { overCompletionExtreme } from "./over-completion-extreme.ts";
import { overExecution } from "./over-execution.ts";
import { packIndicatorUnknown } from "./pack-indicator-unknown.ts";
import { packLevels } from "./pack-levels.ts";
import { packNotEffective } from "./pack-not-effective.ts";
import { packRules } from "./pack-rules.ts";
import { packUnused } from "./pack-unused.ts";
import { packsContradict } from "./packs-contradict.ts";
import { pendingPastPeriod } from "./pending-past-period.ts";
import { placeholderText } from "./placeholder-text.ts";
import { policyIndicatorsMissing } from "./policy-indicators-missing.ts";
import { qualitativeUndefined } from "./qualitative-undefined.ts";
import { qualityBenefitMixed } from "./quality-benefit-mixed.ts";
import { rateAboveHundred } from "./rate-above-hundred.ts";
import { rateFormulaMissing } from "./rate-formula-missing.ts";
import { sampleTooSmall } from "./sample-too-small.ts";
import { satisfactionAsBenefit } from "./satisfaction-as-benefit.ts";
import { satisfactionMissing } from "./satisfaction-missing.ts";
import { satisfactionUntagged } from "./satisfaction-untagged.ts";
import { satisfactionZeroLineMissing } from "./satisfaction-zero-line-missing.ts";
import { scaleSlip } from "./scale-slip.ts";
import { sectorUndeclared } from "./sector-undeclared.ts";
import { slotBounds } from "./slot-bounds.ts";
import { slotMayStayEmpty } from "./slot-may-stay-empty.ts";
import { slotMethodsMissing } from "./slot-methods-missing.ts";
import { statementMissing } from "./statement-missing.ts";
import { statementUncovered } from "./statement-uncovered.ts";
import { surveySizeImplausible } from "./survey-size-implausible.ts";
import { surveySizeMissing } from "./survey-size-missing.ts";
import { tagMisspelt } from "./tag-misspelt.ts";
import { targetBelowPrevious } from "./target-below-previous.ts";
import { targetTrivial } from "./target-trivial.ts";
import { targetUnchanged } from "./target-unchanged.ts";
import { targetVague } from "./target-vague.ts";
import { titleContradicts } from "./title-contradicts.ts";
import { tooFewIndicators } from "./too-few-indicators.ts";
import { tooManyIndicators } from "./too-many-indicators.ts";
import { totalUnusual } from "./total-unusual.ts";
import { versionTwice } from "./version-twice.ts";
import { weightConcentrated } from "./weight-concentrated.ts";
import { schemaLine } from "./schema-line.ts";
import { signStyle } from "./sign-style.ts";
import { fullMarksUnreachable } from "./full-marks-unreachable.ts";
import { gradeNotAttained } from "./grade-not-attained.ts";
import { knockOutNever } from "./knock-out-never.ts";
import { knockOutShadowed } from "./knock-out-shadowed.ts";
import { notMonotone } from "./not-monotone.ts";
import { pointsAboveWeight } from "./points-above-weight.ts";
import { tierDirection } from "./tier-direction.ts";
import { tierUnreachable } from "./tier-unreachable.ts";
import { weightPositive } from "./weight-positive.ts";
import { weightScattered } from "./weight-scattered.ts";
import { weightsSum } from "./weights-sum.ts";
import { yearOutsidePeriod } from "./year-outside-period.ts";
import { zeroTargetOpen } from "./zero-target-open.ts";
import { zeroPathSilent } from "./zero-path-silent.ts";

/** Those that stand in the way of scoring: they are always on. */
export const blocking: readonly Check[] = [effectiveReversed, gradesCover, moveTo, packLevels, packRules, weightPositive, weightsSum];

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
  weightConcentrated,
  weightScattered,
  tooManyIndicators,
  levelWeightUndeclared,
  indicatorsEmpty,
  levelsUnusual,
  slotBounds,
  slotMayStayEmpty,
  slotMethodsMissing,
  totalUnusual,
  maximumInconsistent,
  bonusCapUnreachable,
  notApplicableNowhere,
  zeroTargetOpen,
  methodFaulty,
  methodUnused,
  methodContradictsName,
  evidenceMissing,
  definitionRepeatsName,
  rateFormulaMissing,
  groupNameRepeated,
  nameContainsTarget,
  nameTooLong,
  titleContradicts,
  basisClauseMissing,
  tagMisspelt,
  outputBenefitMissing,
  outputDimensionsMissing,
  costMissing,
  budgetExecutionMissing,
  satisfactionMissing,
  satisfactionUntagged,
  satisfactionZeroLineMissing,
  satisfactionAsBenefit,
  inputsAsOutput,
  qualityBenefitMixed,
  debtIndicatorsMissing,
  bondStagesMixed,
  departmentIndicatorsMissing,
  policyIndicatorsMissing,
  categoryMethodsDiffer,
  categorySettingsDiffer,
  categoryWeightsDiffer,
  effectiveGap,
  effectiveOverlap,
  indicatorRepeated,
  librariesDiffer,
  libraryDrift,
  libraryNotUsed,
  libraryUnused,
  normExpired,
  normExpiresSoon,
  packIndicatorUnknown,
  packNotEffective,
  packUnused,
  packsContradict,
  versionTwice,
  keyOrder,
  schemaLine,
  signStyle,
  fullMarksUnreachable,
  gradeNotAttained,
  knockOutNever,
  knockOutShadowed,
  notMonotone,
  pointsAboveWeight,
  tierDirection,
  tierUnreachable,
  zeroPathSilent,
];
