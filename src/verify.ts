// 核验: everything that is wrong with a set of documents — each alone, in the company it stands in, and together.
import type { Corpus } from "./check.ts";
import { companyOf, ofKind } from "./company.ts";
import { type Configuration, configure, NO_CHECKS } from "./configuration.ts";
import { diagnose, type Diagnostic, sortDiagnostics } from "./diagnostics.ts";
import { checkPack } from "./inheritance.ts";
import { placeIn, type Parts } from "./link.ts";
import type { Linked } from "./linked.ts";
import { lintActuals, lintCorpus, lintDocument, lintFramework, type SchemaOf } from "./lint.ts";
import { isKind, type Loaded } from "./loaded.ts";
import { withReplacements } from "./mend.ts";
import { scoreProgram } from "./score.ts";
import { checkTogether } from "./together.ts";
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

/** Verifies documents; every finding has its place, and all are reported at once. */
export function verify(given: readonly Loaded[], options: VerifyOptions = {}): readonly Diagnostic[] {
  const { configuration = NO_CHECKS, asOf } = options;
  const known = [...given, ...(options.known ?? []).filter((one) => !given.includes(one))];
  const linked: Linked[] = [];
  const alone = given.flatMap((one) => [...one.diagnostics, ...lintDocument(one, configuration, options.schemaOf), ...verifyOne(one, known, configuration, (found) => void linked.push(found))]);
  const frameworks = ofKind(given, "framework").flatMap((one): Parts[] => (one.data === undefined ? [] : [{ ...companyOf(one, known), framework: one }]));
  const corpus: Corpus = { linked, packs: ofKind(given, "pack"), libraries: ofKind(known, "indicator-library"), asOf };
  const found = [...alone, ...(frameworks.length < 2 ? [] : checkTogether(frameworks)), ...lintCorpus(corpus, configuration)];
  return sortDiagnostics(withReplacements(sortDiagnostics(found), given));
}

/** A document in its company: a framework alone, objectives with their framework, actuals with both. */
function verifyOne(one: Loaded, known: readonly Loaded[], configuration: Configuration, note: (linked: Linked) => void): readonly Diagnostic[] {
  if (one.data === undefined || one.kind === undefined) return [];
  if (one.kind === "config") return configure(one, known).diagnostics;
  if (one.kind === "pack") return checkPack(one, ofKind(known, "pack"));
  if (one.kind !== "framework" && one.kind !== "objectives" && one.kind !== "actuals") return [];
  const { framework, named, ...parts } = companyOf(one, known);
  if (framework === undefined) return [diagnose("reference-unknown", { id: named ?? "" }, placeIn(one, [one.kind === "actuals" ? "objectives" : "framework"]))];
  const { linked, draft, program, diagnostics } = compileVerified({ framework, ...parts });
  // What is wrong with the framework itself is told once, where the framework is checked.
  const own = (list: readonly Diagnostic[]): readonly Diagnostic[] => list.filter((each) => one.kind === "framework" || !each.file || each.file !== framework.file);
  if (one.kind !== "actuals") {
    if (linked !== undefined) note(linked);
    return own([...diagnostics, ...(linked === undefined ? [] : lintFramework(linked, draft, configuration))]);
  }
  if (program === undefined || !isKind(one, "actuals")) return diagnostics;
  const { scorecard, results, diagnostics: scoring } = scoreProgram(program, one);
  return [...scoring, ...(scorecard === undefined ? [] : lintActuals({ program, actuals: one, results, scorecard }, configuration))];
}
