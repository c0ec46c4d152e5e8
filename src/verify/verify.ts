// 核验: everything that is wrong with a set of documents — each alone, in the company it stands in, and together.
// Every reference is looked up in an index and every framework linked once, so that the time grows with the documents.
import { companyOf, packsAbove } from "../model/company.ts";
import { type Configuration, configure, NO_CHECKS } from "./configuration.ts";
import { type Code, diagnose, type Diagnostic, sortDiagnostics } from "../types/diagnostics.ts";
import { type Directory, directoryOf } from "../model/directory.ts";
import { checkPack } from "../check/inheritance.ts";
import { placeIn } from "../link/link.ts";
import type { Linked } from "../model/linked.ts";
import { lintActuals, lintCorpus, lintDocument, lintFramework, type SchemaOf } from "./lint.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { withReplacements } from "./mend.ts";
import { scoreProgram } from "../scoring/score.ts";
import { brokenTogether } from "../check/together.ts";
import { compileVerified } from "./verified.ts";

export interface VerifyOptions {
  /** the configurable checks to run, as `configure` gives them; none without it */
  readonly configuration?: Configuration;
  /** where references are looked up, beside the given documents */
  readonly known?: readonly Loaded[];
  /** the day on which norms must be in force, `YYYY-MM-DD`; nothing is said about expiry without it */
  readonly asOf?: string;
  /** where an editor finds the schema of a kind of document, from the folder of a file */
  readonly schemaOf?: SchemaOf;
}

/** Findings that something is not there. */
const ABSENCES: ReadonlySet<Code> = new Set(["reference-unknown", "pack-unknown", "library-indicator-unknown"]);

/** Verifies documents; every finding has its place, and all are reported at once. */
export function verify(given: readonly Loaded[], options: VerifyOptions = {}): readonly Diagnostic[] {
  const { configuration = NO_CHECKS, asOf } = options;
  const directory = directoryOf(given, options.known);
  const all = new Set(given);
  const linked: Linked[] = [];
  const alone = given.flatMap((one) => [...one.diagnostics, ...lintDocument(one, configuration, options.schemaOf), ...verifyOne(one, all, directory, configuration, (found) => void linked.push(found))]);
  // What could not be read may be what is missed elsewhere; it is told first.
  const whole = given.every(({ data }) => data !== undefined);
  const told = whole ? alone : alone.filter(({ code }) => !ABSENCES.has(code));
  const together = brokenTogether(linked.filter((one) => one.objectives === undefined));
  const found = [...told, ...together, ...lintCorpus({ given: all, directory, linked, asOf }, configuration)];
  return sortDiagnostics(withReplacements(sortDiagnostics(found), given));
}

/** A document in its company: a framework alone, objectives with their framework, actuals with both. */
function verifyOne(one: Loaded, given: ReadonlySet<Loaded>, directory: Directory, configuration: Configuration, note: (linked: Linked) => void): readonly Diagnostic[] {
  if (isKind(one, "pack")) return checkPack(one, one.data.extends === undefined ? [] : packsAbove([one.data.extends], directory));
  if (isKind(one, "config")) return configure(one, directory.all("config")).diagnostics;
  if (isKind(one, "test")) return unknownIn(one, directory);
  if (!isKind(one, "framework") && !isKind(one, "objectives") && !isKind(one, "actuals")) return [];
  const { framework, named, ...parts } = companyOf(one, directory);
  // Objectives on a framework that is not there are told where the objectives are checked.
  if (framework === undefined && one.kind === "actuals" && parts.objectives !== undefined && given.has(parts.objectives)) return [];
  if (framework === undefined) return [diagnose("reference-unknown", { id: named ?? "" }, placeIn(one, [one.kind === "actuals" ? "objectives" : "framework"]))];
  const { linked, draft, program, diagnostics } = compileVerified({ framework, ...parts });
  // What is wrong with the framework itself is told once, where the framework is checked.
  const own = (list: readonly Diagnostic[]): readonly Diagnostic[] => list.filter((each) => one.kind === "framework" || !each.file || each.file !== framework.file);
  if (!isKind(one, "actuals")) {
    if (linked !== undefined) note(linked);
    return own([...diagnostics, ...(linked === undefined ? [] : lintFramework(linked, draft, configuration))]);
  }
  if (program === undefined) return diagnostics;
  const { scorecard, results, diagnostics: scoring } = scoreProgram(program, one);
  return [...scoring, ...(scorecard === undefined ? [] : lintActuals({ program, actuals: one, results, scorecard }, configuration))];
}

/** What a test document names and nobody has. */
function unknownIn(test: Document<"test">, directory: Directory): readonly Diagnostic[] {
  const { framework, cases } = test.data;
  const named = [
    { kind: "framework" as const, id: framework, path: ["framework"] },
    ...cases.flatMap((one, index) => [
      { kind: "objectives" as const, id: one.objectives, path: ["cases", index, "objectives"] },
      ...(one.together ?? []).map((id, at) => ({ kind: "framework" as const, id, path: ["cases", index, "together", at] })),
    ]),
  ];
  return named.flatMap(({ kind, id, path }) => (typeof id !== "string" || directory.versions(kind, id).length > 0 ? [] : [diagnose("reference-unknown", { id }, placeIn(test, path))]));
}
