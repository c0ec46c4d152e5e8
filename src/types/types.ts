// The public types, written by hand: plain data, decimals as strings. Neither zod nor decimal.js shows here.
// A test proves that the document types equal what the schemas accept.

import type { FormDocument } from "./form-types.ts";
import type { Basis, Category, Effective, Purpose, Rounding, Sector, Sectors } from "../text/terms.ts";

export type * from "./form-types.ts";
export type * from "../text/terms.ts";

/** 不适用 policies: `move-to` names the group that takes over the points. */
export type NotApplicablePolicy = "rescale-total" | "rescale-group" | "spread" | "full-marks" | "zero" | "forbid" | { "move-to": string };
export type ZeroDenominator = "zero" | "full-marks" | "not-applicable" | "missing";

export interface Measure {
  formula: string;
  inputs: { [name: string]: { name: string; unit?: string | undefined } };
  "zero-denominator"?: ZeroDenominator | undefined;
  rounding?: Rounding | undefined;
}

/** A scoring method: the name of one declared in the framework, or its kind with its parameters. */
export type MethodUse = string | { kind: string; [parameter: string]: unknown };

/** One node of the indicator tree: a group, a slot, a use of the library, or an indicator that is scored. */
export interface IndicatorNode {
  id?: string | undefined;
  use?: string | undefined;
  name?: string | undefined;
  weight?: string | undefined;
  definition?: string | undefined;
  unit?: string | undefined;
  target?: string | undefined;
  domain?: string | undefined;
  method?: MethodUse | undefined;
  measure?: Measure | undefined;
  evidence?: string | undefined;
  tags?: string[] | undefined;
  basis?: Basis | undefined;
  "not-applicable"?: NotApplicablePolicy | undefined;
  combine?: MethodUse | undefined;
  slot?: { min: string; max?: string | undefined } | undefined;
  indicators?: IndicatorNode[] | undefined;
}

export interface FrameworkDocument {
  $schema?: string | undefined;
  kind: "framework";
  id: string;
  version: string;
  category: Category;
  purpose: Purpose;
  sector?: Sectors | undefined;
  title: string;
  description?: string | undefined;
  basis: Basis;
  effective: Effective;
  packs: string[];
  total: string;
  maximum?: string | undefined;
  rounding: Rounding;
  grades: { name: string; from: string; basis?: Basis | undefined }[];
  "not-applicable": NotApplicablePolicy;
  missing: "block" | "zero";
  methods?: { [name: string]: { kind: string; [parameter: string]: unknown } } | undefined;
  indicators: IndicatorNode[];
}

export interface LibraryDocument {
  $schema?: string | undefined;
  kind: "indicator-library";
  id: string;
  version: string;
  title: string;
  basis: Basis;
  indicators: IndicatorNode[];
}

export interface ObjectiveIndicator extends Omit<IndicatorNode, "use" | "slot" | "combine" | "indicators"> {
  under: string;
}

export interface ObjectivesDocument {
  $schema?: string | undefined;
  kind: "objectives";
  id: string;
  framework: string;
  basis?: Basis | undefined;
  subject: { name: string; department?: string | undefined; unit?: string | undefined; sector?: Sectors | undefined };
  period: string;
  /** the approved budget, an amount with its unit (`1200万元`) */
  budget?: string | undefined;
  statement?: string | undefined;
  indicators?: ObjectiveIndicator[] | undefined;
  targets?: { [indicator: string]: string } | undefined;
  /** actual values of the year (period) before, by which targets are judged */
  previous?: { [indicator: string]: string } | undefined;
  choose?: { [group: string]: string } | undefined;
}

/** One actual value: a scalar, a state, or several named inputs with an optional explanation of a deviation. */
export type ActualValue = string | boolean | { [input: string]: string | boolean };

export interface ActualsDocument {
  $schema?: string | undefined;
  kind: "actuals";
  id?: string | undefined;
  objectives: string;
  "as-of": string;
  basis?: Basis | undefined;
  facts?: { [fact: string]: string | boolean } | undefined;
  values: { [indicator: string]: ActualValue };
}

export interface PackRule {
  id: string;
  basis: Basis;
  kind: string;
  applies?: { category?: Category[] | undefined; purpose?: Purpose[] | undefined; sector?: Sector[] | undefined } | undefined;
  severity?: "error" | "warning" | undefined;
  [parameter: string]: unknown;
}

export interface PackDocument {
  $schema?: string | undefined;
  kind: "pack";
  id: string;
  version: string;
  title: string;
  extends?: string | undefined;
  effective: Effective;
  facts?: { [fact: string]: string } | undefined;
  rules: PackRule[];
}

/** What a case expects; a case that expects nothing is refused. */
export interface Expectation {
  points?: { [indicator: string]: string } | undefined;
  states?: { [indicator: string]: State } | undefined;
  taken?: { [indicator: string]: string } | undefined;
  groups?: { [group: string]: string } | undefined;
  total?: string | undefined;
  "total-range"?: { min: string; max: string } | undefined;
  grade?: string | undefined;
  fired?: string[] | undefined;
  diagnostics?: { code: string; severity?: "error" | "warning" | "info" | undefined; line?: string | undefined; column?: string | undefined }[] | undefined;
  /** what fixing makes of a document written as text */
  fixed?: string | undefined;
}

/** `off`, or how grave a finding is. */
export type CheckSeverity = "off" | "info" | "warning" | "error";

/** A check's severity, alone or with its figures and words and where they come from. */
export type CheckSetting = CheckSeverity | { severity?: CheckSeverity | undefined; basis?: Basis | undefined; [option: string]: unknown };

/** 检查配置: which checks run, how grave their findings are, and the figures they judge by. */
export interface ConfigDocument {
  $schema?: string | undefined;
  kind: "config";
  id?: string | undefined;
  title?: string | undefined;
  extends?: string | undefined;
  checks?: { [check: string]: CheckSetting } | undefined;
}

/** 基线: findings that stood when checking began, accepted for now. */
export interface BaselineDocument {
  $schema?: string | undefined;
  kind: "baseline";
  reason: string;
  findings: { file: string; code: string; at?: string | undefined; nth?: string | undefined; reason?: string | undefined }[];
}

export interface TestCase {
  name: string;
  /** a document written as text, checked by itself; lines and columns are its own */
  text?: string | undefined;
  objectives?: string | { [key: string]: unknown } | undefined;
  framework?: { [key: string]: unknown } | undefined;
  packs?: { [key: string]: unknown }[] | undefined;
  libraries?: { [key: string]: unknown }[] | undefined;
  together?: (string | { [key: string]: unknown })[] | undefined;
  "as-of"?: string | undefined;
  values?: { [indicator: string]: ActualValue } | undefined;
  facts?: { [fact: string]: string | boolean } | undefined;
  checks?: { [check: string]: CheckSetting } | undefined;
  expect: Expectation;
}

export interface TestDocument {
  $schema?: string | undefined;
  kind: "test";
  title: string;
  basis?: Basis | undefined;
  framework?: string | { [key: string]: unknown } | undefined;
  packs?: { [key: string]: unknown }[] | undefined;
  libraries?: { [key: string]: unknown }[] | undefined;
  checks?: { [check: string]: CheckSetting } | undefined;
  cases: TestCase[];
}

export type DocumentKind = "framework" | "indicator-library" | "objectives" | "actuals" | "pack" | "form" | "test" | "config" | "baseline";
export interface Documents {
  framework: FrameworkDocument;
  "indicator-library": LibraryDocument;
  objectives: ObjectivesDocument;
  actuals: ActualsDocument;
  pack: PackDocument;
  form: FormDocument;
  test: TestDocument;
  config: ConfigDocument;
  baseline: BaselineDocument;
}

/** States of an indicator: a closed set. Missing is not zero, and not applicable is neither. */
export type State = "scored" | "not-applicable" | "missing" | "pending";

/** Words in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}
