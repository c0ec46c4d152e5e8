// The public types of a batch (批量): several scorecards put in order, counted, summed and compared. Plain data: points
// and sums are decimal strings, counts and ranks are numbers.
import type { RankMode } from "../../numbers/ranks.ts";
import type { Category, Purpose, Sector } from "../../types/types.ts";
import type { Scorecard } from "../../types/scorecard-types.ts";

export type Dimension = "department" | "unit" | "sector" | "grade";

/** An evaluation of which no scorecard came about. */
export interface Unscored {
  readonly name: string;
  readonly reason: string;
}

export interface BatchOptions {
  /** scorecards of the year (period) before */
  readonly previous?: readonly Scorecard[];
  /** default `competition` */
  readonly rank?: RankMode;
  /** what totals are summed up by; default department, sector and grade */
  readonly by?: readonly Dimension[];
  readonly unscored?: readonly Unscored[];
}

/** One evaluation of a batch. */
export interface BatchRow {
  /** 序号: its place in the batch, from 1, group by group and rank by rank */
  readonly number: number;
  /** where its scorecard stands in what was given, from 0 */
  readonly index: number;
  /** 名次 within its group; null for what has no total, or was rejected */
  readonly rank: number | null;
  /** another evaluation has the same rank */
  readonly tied: boolean;
  readonly id: string;
  readonly name: string;
  readonly department?: string;
  readonly unit?: string;
  readonly sectors: readonly Sector[];
  readonly period?: string;
  readonly framework: string;
  readonly version: string;
  readonly points?: string;
  readonly range?: { readonly min: string; readonly max: string };
  readonly grade: string | null;
  readonly possibleGrades: readonly string[];
  readonly rejected: boolean;
  readonly nextGrade: Scorecard["nextGrade"];
  /** names of the indicators, ids of the facts that are still wanting */
  readonly wanting: readonly string[];
}

/** A quotient, rounded by name where it does not end. */
export interface Average {
  readonly text: string;
  readonly rounded: boolean;
}

/** Totals of the evaluations that share a department, a sector or a grade. */
export interface SummaryRow {
  /** undefined: not stated */
  readonly value: string | undefined;
  readonly evaluations: number;
  /** with a total that counts */
  readonly ranked: number;
  readonly sum: string;
  readonly average?: Average;
  readonly highest?: string;
  readonly lowest?: string;
  /** how many of each grade, in the order of the group's grades */
  readonly grades: readonly number[];
  readonly rejected: number;
}

/** A bar of the distribution: totals from `from` (inclusive) to `to` (exclusive; inclusive in the last bar). */
export interface Bin {
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
  /** how many of each grade, in the order of the group's grades */
  readonly counts: readonly number[];
}

/** Evaluations that may be ranked together: one category, purpose, full mark and set of grades. */
export interface BatchGroup {
  readonly category: Category;
  readonly purpose: Purpose;
  readonly full: string;
  readonly grades: Scorecard["grades"];
  /** id and version of the frameworks, in the order in which they are met */
  readonly frameworks: readonly { readonly id: string; readonly version: string; readonly title: string; readonly evaluations: number }[];
  readonly rows: readonly BatchRow[];
  readonly distribution: readonly Bin[];
  readonly all: SummaryRow;
  readonly summaries: readonly { readonly by: Dimension; readonly rows: readonly SummaryRow[] }[];
}

/** An evaluation beside that of the year before. */
export interface Compared {
  readonly number: number;
  readonly before: { readonly points?: string; readonly grade: string | null; readonly full: string; readonly period?: string; readonly framework: string; readonly version: string };
  /** matched by the id of the objectives, or by subject, department and unit */
  readonly by: "id" | "subject";
  /** this year's total less last year's; absent where one has none, or the full marks differ */
  readonly difference?: string;
  /** grades risen (positive) or fallen; absent where the grades are not the same list, or one has none */
  readonly grades?: number;
}

export interface Comparison {
  readonly compared: readonly Compared[];
  /** numbers of the evaluations without a counterpart */
  readonly added: readonly number[];
  /** names of last year's evaluations without a counterpart */
  readonly gone: readonly string[];
  readonly risen: number;
  readonly fallen: number;
  readonly same: number;
}

export interface HeatRow {
  readonly path: string;
  /** names from level 1 down */
  readonly names: readonly string[];
  /** the indicators of a group that are the subjects' own, taken together */
  readonly own: boolean;
}

/** One cell: the share of the weight reached in whole percent, cut off; or why there is none. */
export type HeatCell = { readonly share: string } | { readonly state: "not-applicable" | "missing" | "pending" | "absent" };

/** A row of the heat map of many evaluations: how many reached which share. */
export interface HeatCounts {
  /** reached 100 %, 90 to 100, 80 to 90, 60 to 80, more than 0, 0; lower bounds included */
  readonly counts: readonly number[];
  readonly notApplicable: number;
  readonly open: number;
  readonly average?: Average;
}

export interface HeatMap {
  readonly framework: { readonly id: string; readonly version: string; readonly title: string };
  readonly rows: readonly HeatRow[];
  /** numbers of the evaluations, in their order */
  readonly columns: readonly number[];
  /** by row, then by column; absent when there are too many evaluations to show each */
  readonly cells?: readonly (readonly HeatCell[])[];
  readonly counts: readonly HeatCounts[];
}

export interface Batch {
  readonly rank: RankMode;
  readonly groups: readonly BatchGroup[];
  readonly comparison?: Comparison;
  readonly heat: readonly HeatMap[];
  readonly unscored: readonly Unscored[];
}
