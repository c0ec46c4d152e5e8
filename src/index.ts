// The public door of jixiao (绩效): load, check, compile, score, explain, render. Re-exports only.
export { load } from "./document.ts";
export type { Loaded } from "./loaded.ts";
export { check, compile, score, tally } from "./scorer.ts";
export type { Scorer, ScorerIndicator } from "./scorer.ts";
export type { Parts } from "./link.ts";
export type { Tally } from "./tally.ts";
export { explainText } from "./wording/explanation.ts";
export { manual, manualFormats, normManual } from "./manuals/index.ts";
export type { ManualFormat, Written } from "./manuals/index.ts";
export { render, reportFormats } from "./reports/index.ts";
export { describe } from "./diagnostics.ts";
export type { Diagnostic, Path, Position, Severity, Span } from "./diagnostics.ts";
export { codeFrame } from "./frame.ts";
export { jsonSchema } from "./json-schema.ts";
export { runTest } from "./testing.ts";
export type { CaseResult, Shelf } from "./testing.ts";
export type * from "./types.ts";
