// What the checks are handed of the static analysis: its findings, and the linked documents they are about.
import type { Analysis } from "../types/analysis-types.ts";
import type { Linked } from "./linked.ts";
import type { Draft } from "./program.ts";

export interface Analysed {
  readonly analysis: Analysis;
  /** with made-up objectives where the framework is open: every path of the analysis is found here */
  readonly linked: Linked;
  readonly draft: Draft;
  /** the framework without the objectives it is bound to; absent where it is bound to none */
  readonly alone: (() => Analysed | undefined) | undefined;
}
