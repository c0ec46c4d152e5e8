// 评分: a program and the actual values become a scorecard. Pure: no clock, no locale, no global.
import { diagnose, sortDiagnostics, type Code, type Diagnostic } from "./diagnostics.ts";
import { digest } from "./digest.ts";
import { type Document, isKind, type Loaded } from "./document.ts";
import { type Entry, readEntry, readInput } from "./entries.ts";
import { evaluate, type Value } from "./expression/exact.ts";
import { explain, type Explained } from "./expression/words.ts";
import { placeIn, unknown } from "./link.ts";
import { type Exact, multiply, ONE, ZERO } from "./number.ts";
import { appliesName, type LeafProgram, type Program } from "./program.ts";
import { scorecard } from "./scorecard.ts";
import type { Scorecard } from "./types.ts";

/** What scoring one indicator found, before it is written down. */
export interface LeafResult {
  readonly leaf: LeafProgram;
  readonly entry: Entry;
  readonly state: "scored" | "not-applicable" | "missing" | "pending";
  readonly explained: Explained | undefined;
  /** what the total adds: equal ends unless the points are still open */
  readonly low: Exact;
  readonly high: Exact;
  readonly applies: boolean;
}

export interface Scored {
  readonly scorecard: Scorecard | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function scoreProgram(program: Program, actuals: Loaded): Scored {
  const diagnostics: Diagnostic[] = [...actuals.diagnostics];
  const report = (one: Diagnostic): void => void diagnostics.push(one);
  if (!isKind(actuals, "actuals")) {
    if (actuals.kind !== undefined && actuals.kind !== "actuals") report(diagnose("kind-other", { found: actuals.kind, expected: "actuals" }, placeIn(actuals, ["kind"])));
    return { scorecard: undefined, diagnostics: sortDiagnostics(diagnostics) };
  }
  checkActuals(program, actuals, report);
  const facts = readFacts(program, actuals, report);
  const entries = program.leaves.map((leaf) => {
    const key = [leaf.leaf.id, leaf.leaf.path].find((one) => Object.hasOwn(actuals.data.values, one)) ?? leaf.leaf.id;
    const given = Object.hasOwn(actuals.data.values, key) ? actuals.data.values[key] : undefined;
    return readEntry(leaf, given, (...path) => placeIn(actuals, ["values", key, ...path]), report);
  });
  const results = scoreLeaves(program, entries);
  for (const { leaf, explained, entry } of results) noteOutcome(leaf, explained, entry, actuals, report);
  const sorted = sortDiagnostics(diagnostics);
  if (sorted.some((one) => one.severity === "error")) return { scorecard: undefined, diagnostics: sorted };
  return { scorecard: scorecard(program, actuals.data, results, facts, digestsOf(program, actuals)), diagnostics: sorted };
}

/** Every indicator: its state, its points, or the ends between which they will lie. */
export function scoreLeaves(program: Program, entries: readonly Entry[]): readonly LeafResult[] {
  const applies = new Map<string, Exact>();
  program.leaves.forEach(({ leaf }, index) => applies.set(appliesName(leaf), entries[index]?.state === "not-applicable" ? ZERO : ONE));
  return program.leaves.map((leaf, index) => {
    const entry = entries[index] as Entry;
    const environment = (name: string): Value => entry.values.get(name) ?? applies.get(name) ?? "missing";
    const explained = entry.state === "not-applicable" ? undefined : explain(leaf.expression, environment);
    const value = explained?.value;
    const { weight, notApplicable } = leaf.leaf;
    if (entry.state === "not-applicable" || value === "not-applicable") {
      const points = notApplicable === "full-marks" ? weight : ZERO;
      // Points that stay in the account (full marks, zero) leave the weights as they are.
      const stays = notApplicable === "full-marks" || notApplicable === "zero" || notApplicable === "forbid";
      return { leaf, entry, state: "not-applicable", explained, low: points, high: points, applies: stays };
    }
    if (value === undefined || typeof value === "string") {
      const zero = program.linked.framework.data.missing === "zero" && entry.state !== "pending";
      return { leaf, entry, state: entry.state === "pending" ? "pending" : "missing", explained, low: ZERO, high: zero ? ZERO : maximumOf(leaf, environment), applies: true };
    }
    return { leaf, entry, state: "scored", explained, low: value, high: value, applies: true };
  });
}

/** The weight, grown by what other indicators gave up. */
function maximumOf({ leaf, factor }: LeafProgram, environment: (name: string) => Value): Exact {
  const grown = factor === undefined ? ONE : evaluate(factor, environment);
  return typeof grown === "string" ? leaf.weight : multiply(leaf.weight, grown);
}

/** Outcomes that need a word to whoever entered the values. */
function noteOutcome({ leaf }: LeafProgram, explained: Explained | undefined, entry: Entry, actuals: Document<"actuals">, report: (one: Diagnostic) => void): void {
  const at = placeIn(actuals, ["values", Object.hasOwn(actuals.data.values, leaf.id) ? leaf.id : leaf.path]);
  const say = (code: Code, facts: Record<string, string> = {}): void => report(diagnose(code, { indicator: leaf.name, ...facts }, at));
  for (const taken of explained?.taken ?? []) {
    if (taken === "points-outside-grade") say("points-outside-grade", { grade: entry.entered["grade"] ?? "", points: entry.entered["points"] ?? "" });
    if (taken.startsWith("outside-domain")) say("actual-outside-domain", { domain: leaf.domain ?? "", found: entry.entered["value"] ?? "" });
    if (taken === "over-completion-explained" && entry.explanation === undefined) say("explanation-missing");
    if (taken === "zero-denominator" && explained?.value === "missing") say("zero-denominator-missing");
  }
}

function checkActuals({ linked }: Program, actuals: Document<"actuals">, report: (one: Diagnostic) => void): void {
  const { framework, objectives, leaves, packs } = linked;
  const expected = objectives?.data.id ?? framework.data.id;
  if (actuals.data.objectives !== expected) report(diagnose("objectives-other", { found: actuals.data.objectives, expected }, placeIn(actuals, ["objectives"])));
  for (const key of Object.keys(actuals.data.values)) {
    if (!leaves.some((leaf) => leaf.id === key || leaf.path === key)) report(diagnose("indicator-unknown", unknown(key, leaves), placeIn(actuals, ["values", key], "key")));
  }
  for (const { data } of [framework, ...packs]) {
    const { from, to } = data.effective;
    const day = actuals.data["as-of"];
    if (day < from || (to !== undefined && day > to)) report(diagnose("not-effective", { id: data.id, day, from, to: to ?? "" }, placeIn(actuals, ["as-of"])));
  }
}

function readFacts(program: Program, actuals: Document<"actuals">, report: (one: Diagnostic) => void): ReadonlyMap<string, Exact> {
  const values = new Map<string, Exact>();
  const known = new Map(program.facts.map((input) => [input.name.slice("fact ".length), input]));
  for (const [fact, text] of Object.entries(actuals.data.facts ?? {})) {
    const input = known.get(fact);
    if (input === undefined) {
      report(diagnose("fact-unknown", { fact, expected: [...known.keys()].join("、") }, placeIn(actuals, ["facts", fact], "key")));
      continue;
    }
    const value = readInput(input, text);
    if (typeof value === "object") values.set(input.name, value);
    else report(diagnose(value, { found: String(text), input: input.label.zh, indicator: "", unit: "", expected: input.options?.join("、") ?? "" }, placeIn(actuals, ["facts", fact])));
  }
  return values;
}

function digestsOf({ linked }: Program, actuals: Document<"actuals">): Record<string, string> {
  const digests: Record<string, string> = { framework: digest(linked.framework.data) };
  for (const library of linked.libraries) digests[`indicator-library ${library.data.id}`] = digest(library.data);
  for (const pack of linked.packs) digests[`pack ${pack.data.id}`] = digest(pack.data);
  if (linked.objectives !== undefined) digests["objectives"] = digest(linked.objectives.data);
  digests["actuals"] = digest(actuals.data);
  return digests;
}
