// 比对: the public types of a comparison of two versions of documents, and of evaluations scored again under both.
import type { Path, Severity, Span } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import type { ActualValue, DocumentKind, Label } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";

/** `scores`: changes scores, or the keys by which they are entered. `may`: may change scores. `text`: words only. */
export type ChangeClass = "scores" | "may" | "text";

/** What a new version must raise: changes of scores or keys are major, those that may be are minor, words are patch. */
export type Bump = "major" | "minor" | "patch" | "none";

export interface ChangePlace {
  readonly file?: string;
  readonly path: Path;
  readonly span?: Span;
}

/** Values under which the two versions differ, and what each gives. */
export interface ChangeWitness {
  readonly framework: string;
  /** absent where the framework stands alone: targets and the subject's own indicators are then assumed */
  readonly objectives?: string;
  /** path of the indicator whose points differ; absent where the total or the grade does */
  readonly indicator?: string;
  readonly of: "points" | "total" | "grade";
  /** what is entered, as in an actuals document */
  readonly values: Readonly<Record<string, ActualValue>>;
  readonly facts?: Readonly<Record<string, string | boolean>>;
  /** assumed where no document says them */
  readonly target?: string;
  readonly weight?: string;
  /** decimal text, a grade, or a state in words */
  readonly before: Label;
  readonly after: Label;
  /** the values in words */
  readonly words: Label;
}

/** Where a change of a library or a pack shows: a framework, alone or with objectives, and its indicators. */
export interface Affected {
  readonly framework: string;
  readonly objectives?: string;
  readonly indicators: readonly string[];
}

export interface DiffChange {
  /** its place in the list, from 1: changes are told, and applied, in this order */
  readonly number: number;
  readonly code: ChangeCode;
  readonly class: ChangeClass;
  readonly severity: Severity;
  /** actual values or objectives that were written for the old version no longer fit */
  readonly breaks: boolean;
  readonly document: { readonly kind: DocumentKind; readonly id: string };
  /** ids from the top, joined by /; a rule's or a fact's id in a pack; empty for the document itself */
  readonly path: string;
  /** the name of what has changed, as a reader knows it */
  readonly name: string;
  /** keys below the path: `method/tiers/2/when` */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
  readonly old?: ChangePlace;
  readonly new?: ChangePlace;
  readonly witness?: ChangeWitness;
  readonly affects?: readonly Affected[];
  /** why something cannot be scored, or what a version should be */
  readonly reason?: Label;
  /** numbers of the changes without which this one cannot be compiled, itself among them */
  readonly together?: readonly number[];
  /** the same in words (zh-CN; `describeChange` has both languages) */
  readonly message: string;
}

export interface DiffedDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly status: "added" | "removed" | "changed" | "same";
  readonly old?: { readonly file?: string; readonly version?: string };
  readonly new?: { readonly file?: string; readonly version?: string };
  /** what its own changes ask of its version, and the least version that says so; absent where it has none */
  readonly advice?: { readonly bump: Bump; readonly version: string; readonly enough: boolean };
}

export interface Diff {
  readonly kind: "diff-report";
  /** of this shape; grows by one when its meaning changes */
  readonly version: 1;
  readonly documents: readonly DiffedDocument[];
  readonly changes: readonly DiffChange[];
  readonly counts: Readonly<Record<ChangeClass, number>>;
  /** the highest of all documents */
  readonly bump: Bump;
}

/** One side of a comparison. */
export interface DiffSide {
  /** what is compared */
  readonly documents: readonly Loaded[];
  /** where references are looked up besides: neighbours and shipped documents */
  readonly known?: readonly Loaded[];
}
