// 偏差原因: once actual values are known, the packs may ask for an `explanation` of what lies beyond their bounds.
// Completion is actual ÷ target; the execution rate is the one the method itself computed.
import { plainBasis } from "./check.ts";
import { diagnose, type Diagnostic } from "./diagnostics.ts";
import { entryKey } from "./entries.ts";
import { evaluate, satisfies } from "./expression/exact.ts";
import { quoted, rulesInForce } from "./inheritance.ts";
import { placeIn } from "./link.ts";
import type { Document } from "./loaded.ts";
import { compare, divide, exact, type Exact, HUNDRED, multiply, show, ZERO } from "./number.ts";
import type { Program } from "./program.ts";
import type { LeafResult } from "./results.ts";
import { appliesTo } from "./rule.ts";
import { ruleOf } from "./rules/index.ts";

/** In percent; undefined where there is none. */
function rateOf({ leaf: { leaf, measure }, entry, explained }: LeafResult, of: "completion" | "execution"): Exact | undefined {
  if (of === "execution") {
    for (const [one, value] of explained?.values ?? []) if (one.op === "named" && one.id === "execution-rate" && typeof value !== "string") return value;
    return undefined;
  }
  if (measure === undefined || leaf.target === undefined || compare(leaf.target.value, ZERO) <= 0) return undefined;
  // A formula whose divisor is zero has no value; what it scores is declared.
  if (explained?.taken.some((one) => one.startsWith("zero-denominator"))) return undefined;
  const actual = evaluate(measure, (name) => entry.values.get(name) ?? "missing");
  return typeof actual === "string" ? undefined : divide(multiply(actual, HUNDRED), leaf.target.value);
}

export function noteExplanations({ linked }: Program, actuals: Document<"actuals">, results: readonly LeafResult[], report: (one: Diagnostic) => void): void {
  for (const one of rulesInForce(linked.packs)) {
    const wanted = appliesTo(one.rule, linked) ? ruleOf(one.rule.kind)?.explanation?.(one.rule) : undefined;
    if (wanted === undefined) continue;
    for (const result of results) {
      const { leaf } = result.leaf;
      if (result.state !== "scored" || result.entry.explanation !== undefined) continue;
      const rate = rateOf(result, wanted.of);
      const beyond = rate === undefined ? undefined : wanted.bounds.find(({ is, percent }) => satisfies(compare(rate, exact(percent.replace("%", ""))), is));
      if (rate === undefined || beyond === undefined) continue;
      const facts = { indicator: leaf.name, of: wanted.of, rate: `${show(rate, 2)}%`, is: beyond.is, bound: beyond.percent, ...quoted(one) };
      const at = placeIn(actuals, ["values", entryKey(actuals.data, leaf)]);
      report(diagnose("explanation-required", facts, { ...at, severity: one.rule.severity, basis: plainBasis(one.rule.basis) }));
    }
  }
}
