// 复核结果: what a recheck of one printed table says. Plain data, figures as text.
import type { Basis } from "./types.ts";
import type { FindingCode } from "../messages/audit.ts";

export type { FindingCode };

/** 复核发现: something in a printed table that does not hold. */
export interface AuditFinding {
  readonly code: FindingCode;
  readonly severity: "error" | "warning" | "info";
  /** the row it stands in, by the name printed there */
  readonly row?: string;
  /** the cell: `Sheet1!F12`, `indicators[3].score`; absent where the table as a whole is meant */
  readonly cell?: string;
  /** what is printed there; empty where nothing is */
  readonly printed: string;
  /** what should be */
  readonly expected: string;
  readonly message: string;
  /** the rule that does not hold */
  readonly rule: string;
  /** the norm behind the rule, where there is one */
  readonly basis?: Basis;
  /** the assumption it rests on, by its id; it is then less grave than it would be */
  readonly assumption?: string;
}

/** Something the table does not say and the recheck had to assume, or a habit it inferred. */
export interface Assumption {
  readonly id: string;
  readonly message: string;
  readonly basis?: Basis;
}

export interface Audit {
  readonly file?: string;
  readonly sheet?: string;
  readonly id?: string;
  readonly title?: string;
  /** the layout of weights that the table was judged by; without an id none of the known ones fits */
  readonly form: { readonly id?: string; readonly title: string; readonly declared: boolean; readonly why: string; readonly basis?: Basis };
  readonly assumptions: readonly Assumption[];
  readonly findings: readonly AuditFinding[];
}
