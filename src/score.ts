// 评分: a program and the actual values become a scorecard. Pure: no clock, no locale, no global.
import { diagnose, sortDiagnostics, type Code, type Diagnostic } from "./diagnostics.ts";
import { digest } from "./digest.ts";
import { type Document, isKind, type Loaded } from "./loaded.ts";
import { noteExplanations } from "./explanations.ts";
import { type Entry, readEntry, readInput } from "./entries.ts";
import type { Explained } from "./expression/words.ts";
import { placeIn, unknown } from "./link.ts";
import type { Exact } from "./number.ts";
import type { LeafProgram, Program } from "./program.ts";
import { scoreLeaves } from "./results.ts";
import { scorecard } from "./scorecard.ts";
import type { Scorecard } from "./types.ts";

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
  noteExplanations(program, actuals, results, report);
  const sorted = sortDiagnostics(diagnostics);
  if (sorted.some((one) => one.severity === "error")) return { scorecard: undefined, diagnostics: sorted };
  return { scorecard: scorecard(program, actuals.data, results, facts, digestsOf(program, actuals)), diagnostics: sorted };
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
