// 重评: the public types of evaluations scored again under both sides of a comparison.
import type { Label } from "../types/types.ts";
import type { Diff } from "./types.ts";

/** What an evaluation scored on one side. */
export interface ReplayStanding {
  /** decimal text */
  readonly total: string;
  /** null when rejected */
  readonly grade: string | null;
  readonly rejected: boolean;
}

/** What one change, or several that only compile together, did to the total: exact, and signed when it is not zero. */
export interface ReplayPart {
  /** numbers of the changes in the comparison's list */
  readonly changes: readonly number[];
  readonly difference: string;
  /** where the grade changed with it; null for a rejection */
  readonly grade?: { readonly before: string | null; readonly after: string | null };
}

/** An indicator that no longer scores the same; a state stands where there are no points. */
export interface PointsChange {
  readonly path: string;
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
  /** decimal text, where both are points */
  readonly difference?: string;
}

export type ReplayStatus = "same" | "changed" | "only-old" | "only-new" | "neither";

export interface ReplayedEvaluation {
  readonly file?: string;
  readonly id: string;
  readonly framework: string;
  readonly objectives?: string;
  /** the subject of the objectives */
  readonly subject: string;
  readonly asOf: string;
  readonly status: ReplayStatus;
  readonly old?: ReplayStanding;
  readonly new?: ReplayStanding;
  /** new less old, decimal text */
  readonly difference?: string;
  /** how the place of the grade among the framework's grades moved */
  readonly grade?: "same" | "up" | "down" | "renamed";
  readonly indicators: readonly PointsChange[];
  /** these sum exactly to `difference`; what changed nothing is left out */
  readonly parts: readonly ReplayPart[];
  /** why there is no score on a side */
  readonly reasons: { readonly old?: readonly Label[]; readonly new?: readonly Label[] };
}

export interface ReplaySummary {
  readonly evaluations: number;
  readonly scored: number;
  readonly points: number;
  readonly totals: number;
  readonly grades: number;
  readonly up: number;
  readonly down: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
  readonly neither: number;
  /** over the evaluations scored on both sides; exact, save for `shown`, which is rounded half up to 2 decimals */
  readonly differences?: {
    readonly sum: string;
    readonly least: string;
    readonly greatest: string;
    readonly mean: { readonly fraction: string; readonly shown: string; readonly rounded: boolean };
    /** how many evaluations lie in each range, from the lowest */
    readonly distribution: readonly { readonly range: string; readonly evaluations: number }[];
  };
  /** what every change, or group of changes, did over all evaluations */
  readonly changes: readonly { readonly changes: readonly number[]; readonly evaluations: number; readonly sum: string }[];
}

export interface Replay {
  readonly kind: "replay-report";
  readonly version: 1;
  readonly diff: Diff;
  readonly summary: ReplaySummary;
  readonly evaluations: readonly ReplayedEvaluation[];
}
