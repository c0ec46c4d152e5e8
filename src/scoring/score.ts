// 评分: a program and the actual values become a scorecard. Pure: no clock, no locale, no global.
import { diagnose, sortDiagnostics, type Code, type Diagnostic } from "../types/diagnostics.ts";
import { digest } from "../text/digest.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { noteExplanations } from "./explanations.ts";
import { entryKey, type Entry, readEntry, readInput } from "../model/entries.ts";
import type { Explained } from "../expression/words.ts";
import { placeIn, unknown } from "../link/link.ts";
import type { Exact } from "../numbers/number.ts";
import { isDay } from "../source/shape.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { type LeafResult, scoreLeaves } from "../model/results.ts";
import { scorecard } from "./scorecard.ts";
import { leavesOf, type LinkedLeaf, type LinkedNode } from "../model/linked.ts";
import type { Scorecard } from "../types/scorecard-types.ts";

export interface Scored {
  readonly scorecard: Scorecard | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** With what scoring found on the way, for whoever looks further into it. */
export interface FullyScored extends Scored {
  readonly results: readonly LeafResult[];
}

export function scoreProgram(program: Program, actuals: Loaded): FullyScored {
  const diagnostics: Diagnostic[] = [...actuals.diagnostics];
  const report = (one: Diagnostic): void => void diagnostics.push(one);
  if (!isKind(actuals, "actuals")) {
    if (actuals.kind !== undefined && actuals.kind !== "actuals") report(diagnose("kind-other", { found: actuals.kind, expected: "actuals" }, placeIn(actuals, ["kind"])));
    return { scorecard: undefined, results: [], diagnostics: sortDiagnostics(diagnostics) };
  }
  checkActuals(program, actuals, report);
  const { entries, facts } = readEntries(program, actuals, report);
  const results = scoreLeaves(program, entries);
  for (const { leaf, explained, entry } of results) noteOutcome(leaf, explained, entry, actuals, report);
  noteLostWeight(program, results, actuals, report);
  noteExplanations(program, actuals, results, report);
  const sorted = sortDiagnostics(diagnostics);
  if (sorted.some((one) => one.severity === "error")) return { scorecard: undefined, results, diagnostics: sorted };
  return { scorecard: scorecard(program, actuals.data, results, facts, { ...program.digests(), actuals: digest(actuals.data) }), results, diagnostics: sorted };
}

/** What was entered, in the order of the program's indicators, and the declared facts. */
export function readEntries(program: Program, actuals: Document<"actuals">, report: (one: Diagnostic) => void): { readonly entries: readonly Entry[]; readonly facts: ReadonlyMap<string, Exact> } {
  const facts = readFacts(program, actuals, report);
  const entries = program.leaves.map((leaf) => {
    const key = entryKey(actuals.data, leaf.leaf);
    const given = Object.hasOwn(actuals.data.values, key) ? actuals.data.values[key] : undefined;
    return readEntry(leaf, given, (...path) => placeIn(actuals, ["values", key, ...path]), report);
  });
  return { entries, facts };
}

/** Outcomes that need a word to whoever entered the values. */
function noteOutcome({ leaf }: LeafProgram, explained: Explained | undefined, entry: Entry, actuals: Document<"actuals">, report: (one: Diagnostic) => void): void {
  const at = placeIn(actuals, ["values", entryKey(actuals.data, leaf)]);
  const say = (code: Code, facts: Record<string, string> = {}): void => report(diagnose(code, { indicator: leaf.name, ...facts }, at));
  for (const taken of explained?.taken ?? []) {
    if (taken === "points-outside-grade") say("points-outside-grade", { grade: entry.entered["grade"] ?? "", points: entry.entered["points"] ?? "" });
    if (taken.startsWith("outside-domain")) say("actual-outside-domain", { domain: leaf.domain ?? "", found: entry.entered["value"] ?? "" });
    if (taken === "over-completion-explained" && entry.explanation === undefined) say("explanation-missing");
    if (taken === "zero-denominator" && explained?.value === "missing") say("zero-denominator-missing");
  }
}

/** Points of what does not apply must have somewhere to go; where they have not, the total would be wrong. */
function noteLostWeight({ linked }: Program, results: readonly LeafResult[], actuals: Document<"actuals">, report: (one: Diagnostic) => void): void {
  const gone = results.filter((one) => one.state === "not-applicable" && !one.applies);
  const counts = (nodes: readonly LinkedNode[]): boolean => nodes.flatMap(leavesOf).some((leaf) => results.some((one) => one.leaf.leaf === leaf && one.applies));
  const at = (leaf: LinkedLeaf) => placeIn(actuals, ["values", entryKey(actuals.data, leaf)]);
  for (const { leaf } of gone) {
    const { notApplicable, path, name } = leaf.leaf;
    const top = linked.root.find((node) => leavesOf(node).includes(leaf.leaf));
    const siblings = results.filter((one) => one.leaf.leaf.path.replace(/[^/]*$/, "") === path.replace(/[^/]*$/, ""));
    const to = typeof notApplicable === "object" ? linked.root.filter((node) => node.path === notApplicable["move-to"]) : [];
    if (!counts(linked.root)) return report(diagnose("nothing-applies", { group: linked.framework.data.title }, at(leaf.leaf)));
    if (notApplicable === "rescale-group" && top !== undefined && !counts([top])) report(diagnose("nothing-applies", { group: top.name }, at(leaf.leaf)));
    if (notApplicable === "spread" && !siblings.some((one) => one.applies)) report(diagnose("spread-nowhere", { indicator: name }, at(leaf.leaf)));
    if (to.length > 0 && !counts(to)) report(diagnose("spread-nowhere", { indicator: name }, at(leaf.leaf)));
  }
}

/** The framework and its packs are in force on a day, which must be one. */
export const inForce = ({ linked: { framework, packs } }: Program, day: string): boolean =>
  isDay(day) && [framework, ...packs].every(({ data: { effective: { from, to } } }) => day >= from && (to === undefined || day <= to));

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
