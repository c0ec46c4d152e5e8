// The types of a batch of evaluations (批量评分): what comes in, one record an evaluation, and what comes out. Plain
// data, decimals as strings.
import type { Diagnostic, Path } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import type { RoundingMode } from "../numbers/number.ts";
import type { ActualValue, Category, Purpose, State } from "../types/types.ts";
import type { Sheet } from "./sheet.ts";

/** What an evaluation is about, as it is written. */
export interface BatchSubject {
  readonly name?: string;
  readonly department?: string;
  readonly unit?: string;
  readonly sector?: string;
  readonly category?: string;
}

/** A row whose columns are known once it is known by what it is scored. */
export interface BatchRow {
  readonly sheet: Sheet;
  readonly texts: readonly (string | undefined)[];
  readonly at: (heading: number) => string;
}

/** For what a form was made. */
export interface FormIdentity {
  readonly framework: string;
  readonly version: string;
  /** id of the objectives, or of the framework where it needs none */
  readonly subject: string;
}

/** One evaluation to be scored: values by indicator, a row, or a whole document. */
export interface BatchRecord {
  /** where it stands: `batch.csv!3`, `batch.ndjson:12`, `2024/actuals.yaml` */
  readonly at: string;
  readonly file?: string | undefined;
  readonly id?: string | undefined;
  readonly subject?: BatchSubject | undefined;
  /** further columns that are handed on, by their heading */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** id of its objectives (or framework), where it names one */
  readonly objectives?: string | undefined;
  readonly asOf?: string | undefined;
  readonly values?: Readonly<Record<string, ActualValue>> | undefined;
  readonly facts?: Readonly<Record<string, string | boolean>> | undefined;
  readonly row?: BatchRow | undefined;
  /** the row is a form */
  readonly form?: FormIdentity | undefined;
  readonly document?: Loaded | undefined;
  /** where a part of it stands (`["values", "renovated-homes"]`) */
  readonly place?: ((path: Path) => string | undefined) | undefined;
  /** what was found while it was read; with an error among it the record is not scored */
  readonly diagnostics?: readonly Diagnostic[];
  /** no evaluation: something to say about the file */
  readonly note?: boolean;
}

/** `at` is the cell (`batch.csv!F3`), the line and path (`batch.ndjson:12 values.renovated-homes`), or the record. */
export interface BatchDiagnostic extends Diagnostic {
  readonly at: string;
}

export interface IndicatorPoints {
  readonly id: string;
  readonly state: State;
  /** absent while the state is missing or pending */
  readonly points?: string;
}

export interface BatchFramework {
  readonly id: string;
  readonly version: string;
  readonly category: Category;
  readonly purpose: Purpose;
  /** full marks */
  readonly full: string;
  /** how its points are rounded */
  readonly rounding: { readonly places: number; readonly mode: RoundingMode };
}

/** The result of one record. */
export interface BatchResult {
  readonly at: string;
  readonly file?: string;
  readonly id?: string;
  readonly subject: BatchSubject;
  readonly labels?: Readonly<Record<string, string>>;
  /** id of the objectives, or of the framework where there are none */
  readonly objectives?: string;
  readonly framework?: BatchFramework;
  /**
   * `incomplete`: something is still wanting, the total is a range; `failed`: the diagnostics say why; `note`: no
   * evaluation, something to say about the file
   */
  readonly state: "scored" | "incomplete" | "failed" | "note";
  readonly total?: string;
  readonly range?: { readonly min: string; readonly max: string };
  /** null while it cannot be told, or when the evaluation was rejected */
  readonly grade: string | null;
  readonly rejected: boolean;
  /** ids of the indicators (and facts) that are still wanting */
  readonly wanting: readonly string[];
  /** in the order of the framework */
  readonly indicators: readonly IndicatorPoints[];
  readonly diagnostics: readonly BatchDiagnostic[];
}
