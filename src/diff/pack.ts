// 规则包的改动: rules by id. How a rule compares with its old version, its own kind says: stricter, looser, or different.
import { ruleOf } from "../rules/index.ts";
import type { PackDocument, PackRule } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";
import { lessCertain } from "./fields.ts";
import { ordered, placed, reordered } from "./lists.ts";
import { same, sameFigures } from "./shown.ts";
import { type Pair, type Recorder, recorder, type Said, setTop, type Step } from "./steps.ts";
import type { Fields } from "./tree.ts";
import { recordTop } from "./top.ts";

const TOP: Readonly<Record<Exclude<keyof PackDocument, "kind" | "facts" | "rules">, ChangeCode>> = {
  $schema: "schema-changed",
  id: "document-id-changed",
  version: "version-changed",
  title: "title-changed",
  extends: "extends-changed",
  effective: "effective-changed",
};

export function packSteps(pair: Pair<PackDocument>): readonly Step[] {
  const { before, after } = pair;
  const into = recorder(pair, { top: before as unknown as Fields, tree: undefined });
  recordTop(before, after, TOP, into);
  // A version of a pack is named nowhere, so its major matters to nobody's reference.
  recordFacts(before.facts ?? {}, after.facts ?? {}, "kept", into);
  recordRules(before.rules, after.rules, into);
  recordFacts(before.facts ?? {}, after.facts ?? {}, "gone", into);
  return into.steps;
}

/** New facts before the rules that ask for them, old ones after those that did. */
function recordFacts(old: NonNullable<PackDocument["facts"]>, next: NonNullable<PackDocument["facts"]>, which: "kept" | "gone", into: Recorder): void {
  const now = (): Readonly<Record<string, unknown>> => (into.now().top["facts"] ?? {}) as Readonly<Record<string, unknown>>;
  const place = (fact: string): Said => ({ path: fact, name: fact, field: `facts/${fact}`, ...(Object.hasOwn(old, fact) ? { old: ["facts", fact] } : {}), ...(Object.hasOwn(next, fact) ? { new: ["facts", fact] } : {}) });
  for (const [fact, words] of Object.entries(which === "kept" ? next : old)) {
    if (which === "gone") {
      const { [fact]: _, ...others } = now();
      if (!Object.hasOwn(next, fact)) into.record("fact-removed", { ...place(fact), before: words }, setTop("facts", Object.keys(others).length === 0 ? undefined : others));
    } else if (old[fact] !== words) {
      into.record(Object.hasOwn(old, fact) ? "fact-renamed" : "fact-added", { ...place(fact), before: old[fact], after: words }, setTop("facts", { ...now(), [fact]: words }));
    }
  }
}

const isKnockOut = ({ kind }: PackRule): boolean => ruleOf(kind)?.knockOut !== undefined;
/** What every rule has besides the parameters of its kind. */
const COMMON = new Set(["id", "basis", "kind", "applies", "severity"]);
const paramsOf = (rule: PackRule): Fields => Object.fromEntries(Object.entries(rule).filter(([key]) => !COMMON.has(key)));

function recordRules(old: readonly PackRule[], next: readonly PackRule[], into: Recorder): void {
  const list = (): readonly PackRule[] => into.now().top["rules"] as readonly PackRule[];
  const ids = next.map(({ id }) => id);
  const keyOf = ({ id }: PackRule): string => id;
  const place = (id: string, key?: string): Said => {
    const at = (rules: readonly PackRule[]) => (rules.some((one) => one.id === id) ? ["rules", rules.findIndex((one) => one.id === id), ...(key === undefined ? [] : [key])] : undefined);
    return { path: id, name: id, field: key === undefined ? "" : key, old: at(old), new: at(next) };
  };
  const put = (rule: PackRule) => setTop("rules", list().map((one) => (one.id === rule.id ? rule : one)));
  for (const rule of next) {
    const before = old.find(({ id }) => id === rule.id);
    if (before === undefined) into.record(isKnockOut(rule) ? "knock-out-added" : "rule-added", { ...place(rule.id), after: paramsOf(rule) }, setTop("rules", placed(list(), rule, ids, keyOf)));
    else if (!same(before, rule)) recordRule(before, rule, (key) => place(rule.id, key), put, into);
  }
  for (const rule of old) if (!ids.includes(rule.id)) into.record(isKnockOut(rule) ? "knock-out-removed" : "rule-removed", { ...place(rule.id), before: paramsOf(rule) }, setTop("rules", list().filter(({ id }) => id !== rule.id)));
  // Only knock-outs work one after another.
  const inTurn = (rules: readonly PackRule[]): readonly string[] => rules.filter(isKnockOut).map(keyOf);
  const settled = reordered(inTurn(list()), inTurn(next)) ? {} : { settled: true as const };
  if (reordered(list().map(keyOf), ids)) into.record("order-changed", { ...settled, field: "rules", before: list().map(keyOf), after: ids, old: ["rules"], new: ["rules"] }, setTop("rules", ordered(list(), ids, keyOf)));
}

function recordRule(old: PackRule, next: PackRule, place: (key?: string) => Said, put: (rule: PackRule) => ReturnType<typeof setTop>, into: Recorder): void {
  let now = old;
  const set = (key: "basis" | "applies" | "severity"): ReturnType<typeof put> => {
    const { [key]: _, ...others } = now;
    now = (next[key] === undefined ? others : { ...now, [key]: next[key] }) as PackRule;
    return put(now);
  };
  if (!same(old.basis, next.basis)) into.record("basis-changed", { ...place("basis"), before: old.basis, after: next.basis, graver: lessCertain(old.basis, next.basis) }, set("basis"));
  if (!same(old.applies, next.applies)) into.record("rule-scope-changed", { ...place("applies"), before: old.applies, after: next.applies }, set("applies"));
  if (!same(old.severity, next.severity)) into.record("rule-severity-changed", { ...place("severity"), before: old.severity, after: next.severity }, set("severity"));
  if (old.kind !== next.kind) return into.record("rule-changed", { ...place("kind"), before: { kind: old.kind, ...paramsOf(old) }, after: { kind: next.kind, ...paramsOf(next) } }, put(next));
  const [a, b] = [paramsOf(old), paramsOf(next)];
  if (same(a, b)) return;
  const [first] = Object.keys({ ...a, ...b }).filter((key) => !same(a[key], b[key]));
  const floor = sameFigures(a, b) ? { floor: "text" as const } : {};
  into.record(codeOf(old, next), { ...place(first), before: a, after: b, ...floor }, put(next));
}

const FLOORS = new Set(["weight-floor", "target-floor", "weight-share", "execution-weight"]);

function codeOf(old: PackRule, next: PackRule): ChangeCode {
  if (isKnockOut(next)) return "knock-out-changed";
  const ranking = ruleOf(next.kind)?.rank(old, next);
  if (ranking === "stricter") return FLOORS.has(next.kind) ? "floor-raised" : "rule-tightened";
  if (ranking === "looser") return FLOORS.has(next.kind) ? "floor-lowered" : "rule-loosened";
  return "rule-changed";
}
