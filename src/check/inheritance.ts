// 继承: a pack extends another; a rule of the same id in the lower pack replaces the higher one's, and may be
// stricter, never looser. What is advisory above (severity: warning) may be departed from with a warning.
import { type Report, reporter } from "./check.ts";
import { isReversed } from "../numbers/days.ts";
import { diagnose, type Diagnostic, sortDiagnostics } from "../types/diagnostics.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { placeIn } from "../link/link.ts";
import { nearest } from "../text/nearest.ts";
import { rankAll, type Ranking } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";
import type { PackRule } from "../types/types.ts";

type Pack = Document<"pack">;

export interface RuleInForce {
  readonly pack: Pack;
  readonly rule: PackRule;
  readonly index: number;
}

/** The packs above, nearest first; a circle is walked once. */
function above(pack: Pack, packs: readonly Pack[]): readonly Pack[] {
  const chain: Pack[] = [];
  for (let id = pack.data.extends; id !== undefined; ) {
    const found = packs.find((one) => one.data.id === id);
    if (found === undefined || chain.includes(found)) break;
    chain.push(found);
    id = found.data.extends;
  }
  return chain;
}

/** Every rule of the packs, without those that a lower pack replaces. */
export function rulesInForce(packs: readonly Pack[]): readonly RuleInForce[] {
  const replaced = (pack: Pack, id: string): boolean => packs.some((lower) => lower !== pack && above(lower, packs).includes(pack) && lower.data.rules.some((rule) => rule.id === id));
  return packs.flatMap((pack) => pack.data.rules.map((rule, index) => ({ pack, rule, index })).filter(({ rule }) => !replaced(pack, rule.id)));
}

/** The rule and its basis as facts: every breach quotes them. */
export function quoted({ pack, rule }: RuleInForce): Record<string, string> {
  const { document, clause = "", status } = rule.basis;
  return { rule: `${pack.data.id}/${rule.id}`, document, clause, status };
}

/** Where a rule applies: to leave something out of the scope is looser. */
function rankScope(higher: PackRule, lower: PackRule): Ranking {
  return rankAll(
    (["category", "purpose", "sector"] as const).map((key): Ranking => {
      const [wide, narrow] = [higher.applies?.[key] as readonly string[] | undefined, lower.applies?.[key] as readonly string[] | undefined];
      if (narrow === undefined) return wide === undefined ? "equal" : "stricter";
      if (wide === undefined || wide.some((one) => !narrow.includes(one))) return "looser";
      return narrow.length > wide.length ? "stricter" : "equal";
    }),
  );
}

function rank(higher: PackRule, lower: PackRule): Ranking {
  if (higher.kind !== lower.kind) return "different";
  const force: Ranking = higher.severity !== "warning" && lower.severity === "warning" ? "looser" : "equal";
  return rankAll([ruleOf(higher.kind)?.rank(higher, lower) ?? "different", rankScope(higher, lower), force]);
}

/** Reports a circle of packs, and every rule that is looser than, or not comparable with, the rule it replaces. */
export function compareWithHigher(pack: Pack, packs: readonly Pack[], report: Report): void {
  const chain = above(pack, packs);
  if (chain.includes(pack)) {
    const round = [pack, ...chain.slice(0, chain.indexOf(pack) + 1)].map((one) => one.data.id);
    return report("pack-cycle", { packs: round.join(" → ") }, placeIn(pack, ["extends"]));
  }
  pack.data.rules.forEach((rule, index) => {
    const higher = chain.flatMap((one) => one.data.rules.map((each, at) => ({ pack: one, rule: each, at }))).find((one) => one.rule.id === rule.id);
    if (higher === undefined) return;
    const ranking = rank(higher.rule, rule);
    if (ranking === "equal" || ranking === "stricter") return;
    const { document, clause = "", status } = higher.rule.basis;
    const facts = { rule: `${pack.data.id}/${rule.id}`, higher: `${higher.pack.data.id}/${rule.id}`, document, clause, status };
    const code = ranking === "looser" ? "rule-looser" : "rule-different";
    report(code, facts, placeIn(pack, ["rules", index]), { related: [placeIn(higher.pack, ["rules", higher.at])], basis: higher.rule.basis, severity: higher.rule.severity });
  });
}

/** Checks a pack on its own, among the packs it may extend. */
export function checkPack(pack: Loaded, others: readonly Loaded[] = []): readonly Diagnostic[] {
  const found: Diagnostic[] = [...pack.diagnostics];
  if (!isKind(pack, "pack")) {
    if (pack.kind !== undefined && pack.kind !== "pack") found.push(diagnose("kind-other", { found: pack.kind, expected: "pack" }, placeIn(pack, ["kind"])));
    return sortDiagnostics(found);
  }
  const packs = [pack, ...others.filter((one) => isKind(one, "pack")).filter((one) => one.data.id !== pack.data.id)];
  const { data } = pack;
  const { from, to = "" } = data.effective;
  if (isReversed(data.effective)) found.push(diagnose("effective-reversed", { id: data.id, from, to }, placeIn(pack, ["effective", "to"])));
  if (data.extends !== undefined && !packs.some((one) => one.data.id === data.extends)) {
    const guess = nearest(data.extends, packs.map((one) => one.data.id));
    found.push(diagnose("pack-unknown", { id: data.extends, ...(guess ? { guess } : {}) }, placeIn(pack, ["extends"])));
  }
  data.rules.forEach((rule, index) => {
    if (data.rules.findIndex((one) => one.id === rule.id) < index) found.push(diagnose("duplicate-id", { id: rule.id }, placeIn(pack, ["rules", index, "id"])));
    const when = ruleOf(rule.kind)?.knockOut?.(rule).when;
    if (when === undefined || !("fact" in when) || Object.hasOwn(data.facts ?? {}, when.fact)) return;
    found.push(diagnose("fact-unknown", { fact: when.fact, expected: Object.keys(data.facts ?? {}).join("、") }, placeIn(pack, ["rules", index, "when"])));
  });
  compareWithHigher(pack, packs, reporter(found));
  return sortDiagnostics(found);
}
