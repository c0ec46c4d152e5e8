// The list of rule kinds: one line each.
import type { Rule } from "../model/rule.ts";
import { bonus } from "./bonus.ts";
import { executionWeight } from "./execution-weight.ts";
import { explanationRequired } from "./explanation-required.ts";
import { gradeBands } from "./grade-bands.ts";
import { knockOut } from "./knock-out.ts";
import { levelWeights } from "./level-weights.ts";
import { requiredIndicators } from "./required-indicators.ts";
import { rounding } from "./rounding.ts";
import { targetFloor } from "./target-floor.ts";
import { uniformMethod } from "./uniform-method.ts";
import { uniformWeights } from "./uniform-weights.ts";
import { weightFloor } from "./weight-floor.ts";
import { weightShare } from "./weight-share.ts";

export const rules = [
  bonus, executionWeight, explanationRequired, gradeBands, knockOut, levelWeights, requiredIndicators,
  rounding, targetFloor, uniformMethod, uniformWeights, weightFloor, weightShare,
] as const;

export const ruleOf = (kind: string): Rule | undefined => rules.find((one) => one.kind === kind) as Rule | undefined;
