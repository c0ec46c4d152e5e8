// 证明: the door to the static analysis. Documents in, what is proved of their rules out.
import type { Analysis } from "./types/analysis-types.ts";
import { analyseDraft } from "./analysis/index.ts";
import type { Diagnostic } from "./types/diagnostics.ts";
import type { Parts } from "./link/link.ts";
import { compileVerified } from "./verify/verified.ts";

/**
 * What is proved of a framework's scoring rules, with its objectives where there are any; a framework alone is filled
 * with representative indicators and targets. `analysis` is absent where the documents cannot be linked at all; of an
 * indicator that is faulty nothing is said.
 */
export function analyse(parts: Parts): { readonly analysis: Analysis | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { draft, diagnostics } = compileVerified(parts);
  return { analysis: draft && analyseDraft(draft).analysis, diagnostics };
}
