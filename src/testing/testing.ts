// 测试: runs the cases of a test document. A case expects points, states, totals, grades, fired rules or
// diagnostics; whatever is not as expected, and every error that was not expected, is a failure.
import { companyOf } from "../model/company.ts";
import { type Configuration, configureBy } from "../verify/configuration.ts";
import { directoryOf, idOf } from "../model/directory.ts";
import { fromData, load } from "../documents/document.ts";
import { documents } from "../documents/index.ts";
import { fix } from "../verify/fix.ts";
import { judge } from "./judging.ts";
import { link, placeIn, type Parts } from "../link/link.ts";
import { lintActuals, lintCorpus, lintFramework, looksTogether } from "../verify/lint.ts";
import { scoreProgram } from "../scoring/score.ts";
import { compileVerified, stillOpen } from "../verify/verified.ts";
import type { Linked, Place } from "../model/linked.ts";
import { checkTogether } from "../check/together.ts";
import { isKind, type Document, type Loaded } from "../types/loaded.ts";
import { verification } from "../verify/verification.ts";
import { type Diagnostic, type Path, sortDiagnostics } from "../types/diagnostics.ts";
import type { Data } from "../source/source.ts";
import type { DocumentKind, Language, TestCase } from "../types/types.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { caseWords } from "../wording/cases.ts";

/** Documents a test may name: by kind and id. */
export interface Shelf {
  find(kind: DocumentKind, id: string): Loaded | undefined;
  all(kind: DocumentKind): readonly Loaded[];
}

export interface CaseResult {
  readonly name: string;
  /** where the case stands */
  readonly place: Place;
  /** false when there was nothing to compare: a document is absent or faulty, so no score came about */
  readonly ran: boolean;
  readonly failures: readonly string[];
  readonly scorecard: Scorecard | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a case is run with, for who watches (coverage). */
export interface CaseRun {
  readonly parts: Parts;
  /** the same with the framework as it stands, without what the case replaces in it */
  readonly base: Parts;
  /** the framework is written in the test itself: scaffolding, not a document whose coverage means anything */
  readonly scaffold: boolean;
  /** the objectives are written in the case itself */
  readonly inline: boolean;
  readonly actuals: Loaded | undefined;
}
export type Watch = (run: CaseRun) => void;

export function runTest(test: Document<"test">, shelf: Shelf, watch?: Watch, lang: Language = "zh-CN"): readonly CaseResult[] {
  const { framework } = test.data;
  const plain = typeof framework === "object" ? inlined(test, framework, ["framework"]) : framework === undefined ? undefined : shelf.find("framework", framework);
  return test.data.cases.map((one, index) => (one.text === undefined ? runCase(test, one, index, plain, shelf, watch, lang) : runText(test, one, one.text, index, shelf, lang)));
}

const LOOKED_UP: readonly DocumentKind[] = ["framework", "objectives", "indicator-library", "pack", "config"];

/** A document written as text: what verification finds in it, by its own lines and columns, and what fixing makes of it. */
function runText(test: Document<"test">, one: TestCase, text: string, index: number, shelf: Shelf, lang: Language): CaseResult {
  const { configuration, diagnostics } = configureBy([test.data.checks ?? {}, one.checks ?? {}], (...path) => placeIn(test, ["cases", index, "checks", ...path]));
  const document = load(text);
  const asOf = one["as-of"];
  const options = { configuration, known: LOOKED_UP.flatMap((kind) => shelf.all(kind)), schemaOf: (_: unknown, kind: DocumentKind) => `schema/${kind}.json`, ...(asOf === undefined ? {} : { asOf }) };
  const found = [...diagnostics, ...verification([document], options).findings.filter((each) => each.suppressed === undefined)];
  const fixed = one.expect.fixed === undefined ? undefined : fix([document], options).documents[0]?.text;
  return { name: one.name, place: placeIn(test, ["cases", index, "name"]), ran: true, failures: judge(one.expect, { diagnostics: found, fixed }, lang), scorecard: undefined, diagnostics: found };
}

/** A document that is written in the test. */
const inlined = (test: Document<"test">, data: unknown, path: Path): Loaded => fromData(data as Data, (inner, part) => test.locate([...path, ...inner], part), test.file);

function runCase(test: Document<"test">, one: TestCase, index: number, plain: Loaded | undefined, shelf: Shelf, watch: Watch | undefined, lang: Language): CaseResult {
  const identity = { name: one.name, place: placeIn(test, ["cases", index, "name"]) };
  const { framework: base } = test.data;
  const framework = typeof base !== "object" || one.framework === undefined ? plain : overridden(test, base, one.framework, index);
  const objectives = typeof one.objectives === "string" ? shelf.find("objectives", one.objectives) : one.objectives && inlined(test, one.objectives, ["cases", index, "objectives"]);
  const absent = [...(framework === undefined ? [caseWords(lang, "no-framework", typeof base === "string" ? base : "")] : []), ...(typeof one.objectives === "string" && objectives === undefined ? [caseWords(lang, "no-objectives", one.objectives)] : [])];
  if (typeof base === "string" && one.framework !== undefined) absent.push(caseWords(lang, "framework-by-id", base));
  if (framework === undefined || plain === undefined || absent.length > 0) return { ...identity, ran: false, failures: absent, scorecard: undefined, diagnostics: [] };
  const packs = [...inlinedAll(test, index, "packs"), ...shelf.all("pack")];
  const libraries = [...inlinedAll(test, index, "libraries"), ...shelf.all("indicator-library")];
  const parts = { framework, objectives, libraries, packs };
  const beside = (one.together ?? []).map((other, at) => (typeof other === "string" ? shelf.find("framework", other) : inlined(test, other, ["cases", index, "together", at])));
  if (beside.includes(undefined)) return { ...identity, ran: false, failures: [caseWords(lang, "no-framework", (one.together ?? []).filter((_, at) => beside[at] === undefined).join("、"))], scorecard: undefined, diagnostics: [] };
  const { configuration, diagnostics: settings } = configureBy([test.data.checks ?? {}, one.checks ?? {}], (...path) => placeIn(test, ["cases", index, "checks", ...path]));
  const others = beside.filter((other) => other !== undefined);
  const compiled = compileVerified(parts);
  const frameworks = others.filter((other) => isKind(other, "framework")).map((other) => ({ ...parts, framework: other, objectives: undefined }));
  const written = [framework, ...(objectives === undefined ? [] : [objectives]), ...inlinedAll(test, index, "packs"), ...inlinedAll(test, index, "libraries"), ...others];
  const together = [...settings, ...(frameworks.length === 0 ? [] : checkTogether([...frameworks, parts])), ...lintTogether(written, shelf, one["as-of"], configuration)];
  const onlyChecked = one.values === undefined && one.facts === undefined;
  const checked = [...compiled.diagnostics, ...(compiled.linked === undefined ? [] : lintFramework(compiled.linked, compiled.draft, configuration))];
  const entered = {
    kind: "actuals",
    objectives: isKind(objectives, "objectives") ? objectives.data.id : isKind(framework, "framework") ? framework.data.id : "",
    "as-of": one["as-of"] ?? (isKind(framework, "framework") ? framework.data.effective.from : ""),
    ...(one.facts === undefined ? {} : { facts: one.facts }),
    values: one.values ?? {},
  };
  const { program } = compiled;
  const actuals = program === undefined || onlyChecked ? undefined : inlined(test, entered, ["cases", index]);
  watch?.({ parts, base: framework === plain ? parts : { ...parts, framework: plain }, scaffold: typeof base !== "string", inline: typeof one.objectives === "object", actuals });
  if (program === undefined || actuals === undefined) {
    const found = sortDiagnostics([...checked, ...(onlyChecked ? [] : stillOpen(compiled)), ...together]);
    const ran = onlyChecked || one.expect.diagnostics !== undefined;
    return { ...identity, ran, failures: judge(one.expect, { diagnostics: found }, lang), scorecard: undefined, diagnostics: found };
  }
  const scored = scoreProgram(program, actuals);
  const linted = scored.scorecard === undefined || !isKind(actuals, "actuals") ? [] : lintActuals({ program, actuals, results: scored.results, scorecard: scored.scorecard }, configuration);
  const all = [...checked, ...scored.diagnostics, ...linted, ...together];
  const ran = scored.scorecard !== undefined || one.expect.diagnostics !== undefined;
  return { ...identity, ran, failures: judge(one.expect, { card: scored.scorecard, diagnostics: all }, lang), scorecard: scored.scorecard, diagnostics: all };
}

/** Documents of one sort that a case or its test brings; those of the case replace others of the same id. */
function inlinedAll(test: Document<"test">, index: number, key: "packs" | "libraries"): readonly Loaded[] {
  const own = (test.data.cases[index]?.[key] ?? []).map((one, at) => inlined(test, one, ["cases", index, key, at]));
  const shared = (test.data[key] ?? []).map((one, at) => inlined(test, one, [key, at]));
  return [...own, ...shared.filter((one) => !own.some((other) => idOf(other) === idOf(one)))];
}

/** The checks that look at several documents, over those of a case. */
function lintTogether(given: readonly Loaded[], shelf: Shelf, asOf: string | undefined, configuration: Configuration): readonly Diagnostic[] {
  if (!looksTogether(configuration)) return [];
  const directory = directoryOf(given, (Object.keys(documents) as DocumentKind[]).flatMap(shelf.all));
  const linked = given.filter((one) => isKind(one, "framework") || isKind(one, "objectives")).flatMap((one): readonly Linked[] => {
    const { framework, ...others } = companyOf(one, directory);
    return framework === undefined ? [] : [link({ framework, ...others }).linked].filter((each) => each !== undefined);
  });
  return lintCorpus({ given: new Set(given), directory, linked, asOf }, configuration);
}

/** The base framework with a case's own top-level keys; each part is located where it is written. */
function overridden(test: Document<"test">, base: object, own: object | undefined, index: number): Loaded {
  const locate: Loaded["locate"] = (path, part) => {
    const [first] = path;
    const inCase = own !== undefined && typeof first === "string" && Object.hasOwn(own, first);
    return test.locate([...(inCase ? ["cases", index, "framework"] : ["framework"]), ...path], part);
  };
  return fromData({ ...base, ...own } as unknown as Data, locate, test.file);
}
