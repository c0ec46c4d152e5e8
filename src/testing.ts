// 测试: runs the cases of a test document. A case expects points, states, totals, grades, fired rules or
// diagnostics; whatever is not as expected, and every error that was not expected, is a failure.
import { companyOf } from "./company.ts";
import { type Configuration, configureBy } from "./configuration.ts";
import { directoryOf, idOf } from "./directory.ts";
import { fromData } from "./document.ts";
import { documents } from "./documents/index.ts";
import { link, placeIn, type Parts } from "./link.ts";
import { lintActuals, lintCorpus, lintFramework, looksTogether } from "./lint.ts";
import { scoreProgram } from "./score.ts";
import { compileVerified, stillOpen } from "./verified.ts";
import type { Linked, Place } from "./linked.ts";
import { checkTogether } from "./together.ts";
import { isKind, type Document, type Loaded } from "./loaded.ts";
import { type Diagnostic, type Path, sortDiagnostics } from "./diagnostics.ts";
import type { Data } from "./source.ts";
import type { DocumentKind, Expectation, TestCase } from "./types.ts";
import type { Scorecard } from "./scorecard-types.ts";

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

export function runTest(test: Document<"test">, shelf: Shelf, watch?: Watch): readonly CaseResult[] {
  const { framework } = test.data;
  const plain = typeof framework === "string" ? shelf.find("framework", framework) : inlined(test, framework, ["framework"]);
  return test.data.cases.map((one, index) => runCase(test, one, index, plain, shelf, watch));
}

/** A document that is written in the test. */
const inlined = (test: Document<"test">, data: unknown, path: Path): Loaded => fromData(data as Data, (inner, part) => test.locate([...path, ...inner], part), test.file);

function runCase(test: Document<"test">, one: TestCase, index: number, plain: Loaded | undefined, shelf: Shelf, watch: Watch | undefined): CaseResult {
  const identity = { name: one.name, place: placeIn(test, ["cases", index, "name"]) };
  const { framework: base } = test.data;
  const framework = typeof base === "string" || one.framework === undefined ? plain : overridden(test, base, one.framework, index);
  const objectives = typeof one.objectives === "string" ? shelf.find("objectives", one.objectives) : one.objectives && inlined(test, one.objectives, ["cases", index, "objectives"]);
  const absent = [...(framework === undefined ? [`没有指标体系 ${String(base)}`] : []), ...(typeof one.objectives === "string" && objectives === undefined ? [`没有绩效目标表 ${one.objectives}`] : [])];
  if (typeof base === "string" && one.framework !== undefined) absent.push(`指标体系 ${base} 按编号引用，用例不能替换其中的项`);
  if (framework === undefined || plain === undefined || absent.length > 0) return { ...identity, ran: false, failures: absent, scorecard: undefined, diagnostics: [] };
  const packs = [...inlinedAll(test, index, "packs"), ...shelf.all("pack")];
  const libraries = [...inlinedAll(test, index, "libraries"), ...shelf.all("indicator-library")];
  const parts = { framework, objectives, libraries, packs };
  const beside = (one.together ?? []).map((other, at) => (typeof other === "string" ? shelf.find("framework", other) : inlined(test, other, ["cases", index, "together", at])));
  if (beside.includes(undefined)) return { ...identity, ran: false, failures: [`没有指标体系 ${(one.together ?? []).filter((_, at) => beside[at] === undefined).join("、")}`], scorecard: undefined, diagnostics: [] };
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
    return { ...identity, ran, failures: judge(one.expect, undefined, found), scorecard: undefined, diagnostics: found };
  }
  const scored = scoreProgram(program, actuals);
  const linted = scored.scorecard === undefined || !isKind(actuals, "actuals") ? [] : lintActuals({ program, actuals, results: scored.results, scorecard: scored.scorecard }, configuration);
  const all = [...checked, ...scored.diagnostics, ...linted, ...together];
  const ran = scored.scorecard !== undefined || one.expect.diagnostics !== undefined;
  return { ...identity, ran, failures: judge(one.expect, scored.scorecard, all), scorecard: scored.scorecard, diagnostics: all };
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

function judge(expect: Expectation, card: Scorecard | undefined, diagnostics: readonly Diagnostic[]): string[] {
  const failures: string[] = [];
  // An empty record expects nothing; an empty list expects that there is none.
  if (Object.values(expect).every((one) => one === undefined || (typeof one === "object" && !Array.isArray(one) && Object.keys(one).length === 0))) failures.push("用例没有期望结果");
  const same = (what: string, expected: string, found: string | undefined): void => {
    if (expected !== found) failures.push(`${what}：期望 ${expected}，得到 ${found ?? "无"}`);
  };
  if (expect.diagnostics === undefined) {
    for (const one of diagnostics) if (one.severity === "error") failures.push(`未期望的问题 ${one.code}：${one.message}`);
  } else {
    failures.push(...unmatched(expect.diagnostics, diagnostics));
  }
  const scored = (what: string, of: Readonly<Record<string, string>> | undefined, find: (id: string) => string | undefined): void => {
    for (const [id, expected] of Object.entries(of ?? {})) same(`${id} 的${what}`, expected, find(id));
  };
  const indicator = (id: string) => card?.indicators.find((one) => one.id === id || one.path === id);
  scored("得分", expect.points, (id) => indicator(id)?.points);
  scored("状态", expect.states, (id) => indicator(id)?.state);
  scored("分支", expect.taken, (id) => indicator(id)?.taken[0]);
  scored("得分", expect.groups, (path) => card?.groups.find((one) => one.path === path)?.points);
  if (expect.total !== undefined) same("总分", expect.total, card?.total.points);
  if (expect["total-range"] !== undefined) same("总分区间", `${expect["total-range"].min}–${expect["total-range"].max}`, card?.total.range && `${card.total.range.min}–${card.total.range.max}`);
  if (expect.grade !== undefined) same("等级", expect.grade, card?.grade ?? undefined);
  if (expect.fired !== undefined) same("生效的规则", expect.fired.join("、"), card?.knockOuts.filter((one) => one.holds).map((one) => one.rule).join("、"));
  return failures;
}

const KEYS = ["code", "severity", "line", "column"] as const;
type Said = { readonly [Key in (typeof KEYS)[number]]?: string | undefined };

/** Expected diagnostics that did not come, and those that came unexpected; in whichever order they come. */
function unmatched(expected: readonly Said[], diagnostics: readonly Diagnostic[]): string[] {
  const words = (one: Said, keys: readonly (typeof KEYS)[number][]): string => keys.map((key) => one[key]).join(" ");
  const left: Said[] = diagnostics.map(({ code, severity, span }) => ({ code, severity, line: String(span?.start.line ?? ""), column: String(span?.start.column ?? "") }));
  const failures: string[] = [];
  // What is said most exactly is looked for first, so that a bare code does not take its place.
  const wanted = expected.map((one, index) => ({ one, index, keys: KEYS.filter((key) => one[key] !== undefined) })).sort((a, b) => b.keys.length - a.keys.length);
  for (const { one, index, keys } of wanted) {
    const at = left.findIndex((other) => words(other, keys) === words(one, keys));
    const like = at >= 0 ? at : left.findIndex((other) => other.code === one.code);
    const [other] = like < 0 ? [] : left.splice(like, 1);
    if (at < 0) failures.push(`第 ${index + 1} 个问题：期望 ${words(one, keys)}，得到 ${other === undefined ? "无" : words(other, keys)}`);
  }
  return [...failures, ...left.map((extra) => `未期望的问题 ${extra.code}（${extra.line}:${extra.column}）`)];
}
