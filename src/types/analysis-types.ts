// The public types of the static analysis: what is proved of scoring rules before anyone is scored by them. Plain
// data, decimals as strings.
import type { ActualValue, Label } from "./types.ts";

/** An actual value and what it scores. */
export interface Witness {
  /** as it would be entered */
  readonly actual: ActualValue;
  /** the same for a reader */
  readonly text: string;
  readonly points: string;
  /** id of the branch that it takes; absent where there is none */
  readonly branch?: string;
}

/** Which actual values are better: 正向 (the higher), 反向 (the lower), 两端 (the nearer to the target). */
export type Better = "higher" | "lower" | "nearer";

export interface BranchAnalysis {
  readonly id: string;
  readonly label: Label;
  /** a value that the branch is written for; absent where none can be written */
  readonly value?: string;
  /** the branch that decides on that value instead */
  readonly decided?: { readonly id: string; readonly label: Label };
}

/** What a zero comes to. */
export interface ZeroPath {
  readonly of: "denominator" | "target";
  /** the divisor, in words */
  readonly label: Label;
  /** inputs at which it is zero; absent for a target */
  readonly actual?: ActualValue;
  readonly text?: string;
  /** the declared rule */
  readonly rule: string;
  /** what is scored then; absent where it is no number or depends on the actual value */
  readonly points?: string;
}

/** Whether a better actual never scores less. */
export interface Monotony {
  readonly proved: boolean;
  /** the better actual scores less than the worse one */
  readonly counterexample?: { readonly worse: Witness; readonly better: Witness };
  /** ids of branches and rules that are declared to break the direction: over-completion, knock-outs */
  readonly exceptions: readonly string[];
}

export interface IndicatorAnalysis {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly weight: string;
  readonly method: string;
  /** the target; with `standIn` it stands in for one that is still to be set */
  readonly target?: string;
  readonly standIn: boolean;
  /** false where the rule is of a form that is not solved exactly, or is faulty; nothing more is said then */
  readonly solved: boolean;
  readonly direction: Better | null;
  /** nothing declares the direction: it is read off the points */
  readonly directionAssumed: boolean;
  readonly monotony: Monotony | null;
  readonly lowest: Witness | null;
  readonly highest: Witness | null;
  /** ids of the branches that some value reaches, packs apart */
  readonly reached: readonly string[];
  /** tiers, pass lines and over-completion rows that no value reaches */
  readonly unreachable: readonly BranchAnalysis[];
  readonly zeroPaths: readonly ZeroPath[];
}

export interface KnockOutAnalysis {
  /** pack id / rule id */
  readonly rule: string;
  readonly label: Label;
  readonly effect: string;
  /** path of the indicator whose actual value decides */
  readonly indicator?: string;
  readonly fact?: string;
  /** how often the condition holds over the values that can be entered; `open` for a declared fact, or where it is not solved */
  readonly holds: "never" | "sometimes" | "always" | "open";
  /** actual values at which it holds, and at which it does not */
  readonly fires?: string;
  readonly spares?: string;
  /** the rule that always decides before it, or at least as hard */
  readonly shadowedBy?: string;
}

/** A grade that no total reaches, and the totals nearest to it that come about. */
export interface UnreachableGrade {
  readonly grade: string;
  readonly from: string;
  readonly below?: string;
  readonly above?: string;
}

export interface TotalAnalysis {
  readonly full: string;
  /** everything applies, no knock-out holds; null where an indicator is not solved */
  readonly lowest: { readonly points: string; readonly grade: string; readonly actuals: Readonly<Record<string, ActualValue>> } | null;
  readonly highest: { readonly points: string; readonly grade: string; readonly actuals: Readonly<Record<string, ActualValue>> } | null;
  /** more points for an indicator never give a lower total, apart from the knock-outs */
  readonly monotone: boolean;
  /** grades that no total reaches; null where that cannot be told (points may be rescaled, a rule is not solved) */
  readonly unreachableGrades: readonly UnreachableGrade[] | null;
}

export interface Analysis {
  readonly kind: "analysis";
  readonly framework: { readonly id: string; readonly version: string; readonly title: string };
  readonly objectives?: string;
  /** the framework is open: slots and targets were filled with representative ones */
  readonly standIns: boolean;
  readonly indicators: readonly IndicatorAnalysis[];
  readonly knockOuts: readonly KnockOutAnalysis[];
  /** null while a fault keeps the whole from being put together */
  readonly total: TotalAnalysis | null;
}
