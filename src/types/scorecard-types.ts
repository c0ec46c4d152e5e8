// The public types of a result. Decimals are strings; the same inputs give the same bytes.
import type { Basis, Category, Label, ObjectivesDocument, Purpose, State } from "./types.ts";

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
  /** what the values of `entered` are called, and their units, where a method takes several */
  readonly inputs?: readonly { readonly name: string; readonly label: Label; readonly unit?: string }[];
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
  /** how its points come of those below, where they are not their sum: one of several, a bonus with its cap outside the full marks */
  readonly combine?: { readonly kind: string; readonly title: Label; readonly cap?: string };
  readonly points?: string;
  readonly range?: { readonly min: string; readonly max: string };
  /** nothing in the group applies: its points are no score */
  readonly notApplicable?: true;
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
  /** the grades of the framework with their lower bounds (inclusive), the best first */
  readonly grades: readonly { readonly name: string; readonly from: string }[];
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
