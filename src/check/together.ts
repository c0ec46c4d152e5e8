// 一并检查: rules that hold several frameworks together (uniform weights, uniform methods).
import { reporter } from "./check.ts";
import { type Diagnostic, sortDiagnostics } from "../types/diagnostics.ts";
import { quoted, type RuleInForce, rulesInForce } from "./inheritance.ts";
import { link, type Parts, placeIn } from "../link/link.ts";
import type { Linked } from "../model/linked.ts";
import { appliesTo } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";

/**
 * What several frameworks break together, by the rules of the packs they share. Each is linked on its own; what is
 * wrong with one alone is found by `check`.
 */
export const checkTogether = (list: readonly Parts[]): readonly Diagnostic[] => sortDiagnostics(brokenTogether(list.flatMap((parts) => link(parts).linked ?? [])));

/** The same for frameworks that were linked before. */
export function brokenTogether(list: readonly Linked[]): readonly Diagnostic[] {
  const byRule = new Map<string, { readonly rule: RuleInForce; readonly frameworks: Linked[] }>();
  for (const linked of list.length < 2 ? [] : list) {
    for (const one of rulesInForce(linked.packs)) {
      if (ruleOf(one.rule.kind)?.together === undefined || !appliesTo(one.rule, linked)) continue;
      const key = `${one.pack.data.id}/${one.rule.id}`;
      const entry = byRule.get(key) ?? { rule: one, frameworks: [] };
      entry.frameworks.push(linked);
      byRule.set(key, entry);
    }
  }
  const found: Diagnostic[] = [];
  const report = reporter(found);
  for (const { rule: one, frameworks } of byRule.values()) {
    ruleOf(one.rule.kind)?.together?.(one.rule, {
      frameworks,
      breach: (code, facts, at, other) => report(code, { ...facts, ...quoted(one) }, at, { related: [other, placeIn(one.pack, ["rules", one.index])], basis: one.rule.basis, severity: one.rule.severity }),
    });
  }
  return found;
}
