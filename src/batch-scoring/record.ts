// The types of a batch of evaluations (批量评分): what comes in, one record an evaluation, and what comes out. Plain
// data, decimals as strings.
import type { Diagnostic, Path } from "../diagnostics.ts";
import type { Loaded } from "../loaded.ts";
import type { Scorer } from "../scorer.ts";
import type { ActualValue, State } from "../types.ts";

/** What an evaluation is about, as it is written. */
export interface BatchSubject {
  readonly name?: string;
  readonly department?: string;
  readonly unit?: string;
  readonly sector?: string;
  readonly category?: string;
}

/** What was entered, by indicator. */
export interface BatchValues {
  readonly values: Readonly<Record<string, ActualValue>>;
  readonly facts?: Readonly<Record<string, string | boolean>>;
  readonly diagnostics?: readonly Diagnostic[];
}

/** One evaluation to be scored. */
export interface BatchRecord {
  /** where it stands: `batch.csv!3`, `batch.ndjson:12`, `2024/actuals.yaml` */
  readonly at: string;
  readonly file?: string | undefined;
  readonly id?: string | undefined;
  readonly subject?: BatchSubject;
  /** id of its objectives (or framework), where it names one */
  readonly objectives?: string | undefined;
  readonly asOf?: string | undefined;
  /** what was entered; or how it is read once the scorer is known (columns that are named by indicators) */
  readonly entered: BatchValues | ((scorer: Scorer) => BatchValues);
  /** where a part of it stands (`["values", "renovated-homes"]`): `batch.csv!F3` */
  readonly place?: (path: Path) => string | undefined;
  /** the whole document, where it is one: it is then judged as such */
  readonly document?: Loaded | undefined;
  /** what was found while it was read; with an error among it the record is not scored */
  readonly diagnostics: readonly Diagnostic[];
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

/** The result of one record. */
export interface BatchResult {
  readonly at: string;
  readonly file?: string;
  readonly id?: string;
  readonly subject: BatchSubject;
  /** id of the objectives, or of the framework where there are none */
  readonly objectives?: string;
  readonly framework?: { readonly id: string; readonly version: string; readonly full: string };
  /** `incomplete`: something is still wanting, the total is a range; `failed`: the diagnostics say why */
  readonly state: "scored" | "incomplete" | "failed";
  readonly total?: string;
  readonly range?: { readonly min: string; readonly max: string };
  /** null while it cannot be told, or when the evaluation was rejected */
  readonly grade: string | null;
  readonly rejected: boolean;
  /** ids of the indicators (and facts) that are still wanting */
  readonly wanting: readonly string[];
  /** in the order of the scorer's indicators; only where they were asked for */
  readonly indicators?: readonly IndicatorPoints[];
  readonly diagnostics: readonly BatchDiagnostic[];
}
