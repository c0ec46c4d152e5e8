// The list of checks: one line each.
import type { Check } from "../check.ts";
import { diagnose, type Diagnostic } from "../diagnostics.ts";
import type { Linked } from "../linked.ts";
import { gradesCover } from "./grades-cover.ts";
import { moveTo } from "./move-to.ts";
import { packRules } from "./pack-rules.ts";
import { weightPositive } from "./weight-positive.ts";
import { weightsSum } from "./weights-sum.ts";

export const checks: readonly Check[] = [gradesCover, moveTo, packRules, weightPositive, weightsSum];

/** Everything the checks find. */
export function runChecks(linked: Linked): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const check of checks) {
    check.run(linked, (code, facts, place, related, basis, severity) => {
      const others = (related ?? []).map(({ file, span }) => ({ message: "", ...(file === undefined ? {} : { file }), ...(span === undefined ? {} : { span }) }));
      found.push(diagnose(code, facts, { ...place, ...(others.length > 0 ? { related: others } : {}), ...(basis === undefined ? {} : { basis: { document: basis.document, status: basis.status, ...(basis.clause === undefined ? {} : { clause: basis.clause }) } }), ...(severity === undefined ? {} : { severity }) }));
    });
  }
  return found;
}
