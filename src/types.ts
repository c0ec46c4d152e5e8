// The public types, written by hand: plain data, decimals as strings. Neither zod nor decimal.js shows here.
// A test proves that the document types equal what the schemas accept.

export type Category = "project" | "department-overall" | "government-purchased-service" | "government-fund" | "basic-public-service" | "policy";
export type Purpose = "ex-ante-assessment" | "objective-review" | "monitoring" | "self-evaluation" | "department-evaluation" | "finance-evaluation";
export type Sector = "public-service" | "economic-development" | "social-security";
export type Language = "zh-CN" | "en";
export type BasisStatus = "published" | "unverified" | "illustrative";

/** 依据: where a figure comes from. */
export interface Basis {
  document: string;
  clause?: string | undefined;
  status: BasisStatus;
}

/** Decimal places (0 to 6) and the named way to round. */
export interface Rounding {
  places: string;
  mode: "half-up" | "half-even" | "down" | "up" | "floor" | "ceiling";
}

/** Dates are `YYYY-MM-DD`; `to` is inclusive. */
export interface Effective {
  from: string;
  to?: string | undefined;
}

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
  sector?: Sector | undefined;
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
  subject: { name: string; department?: string | undefined; unit?: string | undefined; sector?: Sector | undefined };
  period: string;
  statement?: string | undefined;
  indicators?: ObjectiveIndicator[] | undefined;
  targets?: { [indicator: string]: string } | undefined;
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
  diagnostics?: { code: string; line?: string | undefined; column?: string | undefined }[] | undefined;
}

export interface TestCase {
  name: string;
  objectives?: string | { [key: string]: unknown } | undefined;
  framework?: { [key: string]: unknown } | undefined;
  packs?: { [key: string]: unknown }[] | undefined;
  together?: (string | { [key: string]: unknown })[] | undefined;
  "as-of"?: string | undefined;
  values?: { [indicator: string]: ActualValue } | undefined;
  facts?: { [fact: string]: string | boolean } | undefined;
  expect: Expectation;
}

export interface TestDocument {
  $schema?: string | undefined;
  kind: "test";
  title: string;
  basis?: Basis | undefined;
  framework: string | { [key: string]: unknown };
  packs?: { [key: string]: unknown }[] | undefined;
  cases: TestCase[];
}

export type DocumentKind = "framework" | "indicator-library" | "objectives" | "actuals" | "pack" | "test";
export interface Documents {
  framework: FrameworkDocument;
  "indicator-library": LibraryDocument;
  objectives: ObjectivesDocument;
  actuals: ActualsDocument;
  pack: PackDocument;
  test: TestDocument;
}

/** States of an indicator: a closed set. Missing is not zero, and not applicable is neither. */
export type State = "scored" | "not-applicable" | "missing" | "pending";

/** Words in both languages. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** One line of an explanation: a formula with its figures, a rounding, or a condition that was tried. */
export type Step =
  | { readonly kind: "value"; readonly id: string; readonly label: Label; readonly formula: Label; readonly figures: string; readonly result: string }
  | { readonly kind: "rounding"; readonly places: number; readonly mode: string; readonly before: string; readonly result: string }
  | { readonly kind: "case"; readonly id: string; readonly label: Label; readonly condition: Label; readonly figures: string; readonly holds: boolean };

/** The result for one indicator. Decimals are strings; `points` is absent while the state is missing or pending. */
export interface IndicatorScore {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  /** names of the groups above, from level 1 down */
  readonly groups: readonly string[];
  readonly state: State;
  readonly weight: string;
  /** the weight that counts after 均摊 or 转移, where it differs */
  readonly effectiveWeight?: string;
  readonly unit?: string;
  readonly target?: string;
  /** what was entered, as shown in the table */
  readonly actual?: string;
  /** the entered values by input, exactly as written */
  readonly entered: Readonly<Record<string, string>>;
  readonly method: { readonly kind: string; readonly title: Label };
  /** before rounding: decimal text where it ends, else a fraction */
  readonly exact?: string;
  readonly points?: string;
  readonly lost?: string;
  readonly judged: boolean;
  /** ids of the cases taken, outermost first */
  readonly taken: readonly string[];
  readonly steps: readonly Step[];
  readonly basis: Basis;
  readonly explanation?: string;
}

export interface GroupScore {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly level: number;
  readonly weight: string;
  readonly points?: string;
  readonly range?: { readonly min: string; readonly max: string };
  readonly steps: readonly Step[];
}

export interface KnockOutResult {
  readonly rule: string;
  readonly label: Label;
  readonly indicator?: string;
  /** undefined while the actual value or the declared fact is missing */
  readonly holds?: boolean;
  readonly effect: { readonly kind: "zero" | "reject" | "cap" | "cap-grade" | "multiply"; readonly value?: string };
  readonly steps: readonly Step[];
  readonly basis: Basis;
}

/** The product of scoring; every report is a rendering of it. The same inputs give the same bytes. */
export interface Scorecard {
  readonly kind: "scorecard";
  /** version of the meaning of documents; a change of it may change points */
  readonly semantics: 1;
  readonly framework: { readonly id: string; readonly version: string; readonly title: string; readonly category: Category; readonly purpose: Purpose; readonly basis: Basis };
  readonly packs: readonly { readonly id: string; readonly version: string; readonly title: string }[];
  readonly objectives?: { readonly id: string; readonly period: string; readonly subject: ObjectivesDocument["subject"] };
  readonly asOf: string;
  readonly digests: Readonly<Record<string, string>>;
  readonly indicators: readonly IndicatorScore[];
  readonly groups: readonly GroupScore[];
  readonly knockOuts: readonly KnockOutResult[];
  /** `points` when nothing is missing, else `range` */
  readonly total: { readonly full: string; readonly points?: string; readonly range?: { readonly min: string; readonly max: string }; readonly steps: readonly Step[] };
  /** null while it cannot be told, or when the evaluation was rejected */
  readonly grade: string | null;
  readonly possibleGrades: readonly string[];
  readonly rejected: boolean;
  readonly nextGrade: { readonly grade: string; readonly from: string; readonly distance: string } | null;
  /** ids of the indicators (and facts) that are still wanting */
  readonly wanting: readonly string[];
  /** points and weight that rest on judgement (定性) */
  readonly judged: { readonly weight: string; readonly points: string };
  /** figures whose basis is not published, so that no report hides it */
  readonly unpublished: readonly { readonly indicator: string; readonly basis: Basis }[];
}
