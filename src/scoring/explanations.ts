// 偏差原因: once actual values are known, the packs may ask for an `explanation` of what lies beyond their bounds.
// Completion is actual ÷ target; the execution rate is the one the method itself computed.
import { plainBasis } from "../check/check.ts";
import { diagnose, type Diagnostic } from "../types/diagnostics.ts";
import { completionOf, entryPlace, executionOf } from "../link/entered.ts";
import { satisfies } from "../expression/exact.ts";
import { quoted, rulesInForce } from "../check/inheritance.ts";
import type { Document } from "../types/loaded.ts";
import { compare, exact, show } from "../numbers/number.ts";
import type { Program } from "../model/program.ts";
import type { LeafResult } from "../model/results.ts";
import { appliesTo } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";

export function noteExplanations({ linked }: Program, actuals: Document<"actuals">, results: readonly LeafResult[], report: (one: Diagnostic) => void): void {
  for (const one of rulesInForce(linked.packs)) {
    const wanted = appliesTo(one.rule, linked) ? ruleOf(one.rule.kind)?.explanation?.(one.rule) : undefined;
    if (wanted === undefined) continue;
    for (const result of results) {
      const { leaf } = result.leaf;
      if (result.state !== "scored" || result.entry.explanation !== undefined) continue;
      const rate = wanted.of === "execution" ? executionOf(result) : completionOf(result);
      const beyond = rate === undefined ? undefined : wanted.bounds.find(({ is, percent }) => satisfies(compare(rate, exact(percent.replace("%", ""))), is));
      if (rate === undefined || beyond === undefined) continue;
      const facts = { indicator: leaf.name, of: wanted.of, rate: `${show(rate, 2)}%`, is: beyond.is, bound: beyond.percent, ...quoted(one) };
      report(diagnose("explanation-required", facts, { ...entryPlace(actuals, leaf), severity: one.rule.severity, basis: plainBasis(one.rule.basis) }));
    }
  }
}
