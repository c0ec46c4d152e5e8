// 自评表格式 as data, by hand like the other public types.
import type { Basis, Rounding } from "../text/terms.ts";

/** Weights of the parts of a self-evaluation table (单位自评表). */
export interface FormWeights {
  execution?: string | undefined;
  cost?: string | undefined;
  output?: string | undefined;
  benefit?: string | undefined;
  satisfaction?: string | undefined;
  "benefit-and-satisfaction"?: string | undefined;
  /** of all indicators, without budget execution */
  indicators?: string | undefined;
}

/** A way in which rows may have been scored. */
export interface FormScoring {
  title: string;
  method: { kind: string; [parameter: string]: unknown };
  basis: Basis;
}

/** 自评表格式: layouts of weights, ways of scoring, and what a recheck judges by. */
export interface FormDocument {
  $schema?: string | undefined;
  kind: "form";
  id: string;
  version: string;
  title: string;
  total: string;
  rounding: Rounding;
  layouts: { id: string; title: string; weights: FormWeights; basis: Basis }[];
  scoring: { higher: FormScoring[]; lower: FormScoring[]; equal: FormScoring[]; satisfaction: FormScoring[]; execution: FormScoring[] };
  /** shares of the weight of a qualitative indicator that is reached, partly reached, not reached */
  qualitative: { full: string; partial: string; none: string; basis: Basis }[];
  "low-execution"?: { below: string; basis: Basis } | undefined;
  packs: string[];
  places?: { contains: string; packs: string[] }[] | undefined;
}
