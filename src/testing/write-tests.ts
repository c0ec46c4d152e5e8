// 写成用例: findings become test documents. Each case reproduces what is found now, so that it passes as it is written;
// after mending, what is mended is struck from `diagnostics`, and `points` are set to what they should be.
//
// A case cannot single out one of several findings of the same check in the same document: there is one case for a
// check, and it lists them all. What is proved of a rule gets cases of its own, with the actual values that show it and
// the points that they score now.
import { standIns } from "../analysis/stand-ins.ts";
import { idOf, ofKind } from "../model/company.ts";
import { compileProgram } from "../compile/index.ts";
import { type Configuration, type Enabled, enabledOf, NO_CHECKS } from "../verify/configuration.ts";
import type { Diagnostic } from "../types/diagnostics.ts";
import { fromData } from "../documents/document.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import type { Data } from "../source/source.ts";
import { type CaseResult, runTest, type Shelf } from "./testing.ts";
import type { CheckSetting, TestCase } from "../types/types.ts";
import { block } from "../text/yaml-write.ts";

export interface WriteTestsOptions {
  /** the checks that found the findings */
  readonly configuration?: Configuration;
  /** where references are looked up, beside the given documents */
  readonly known?: readonly Loaded[];
}

export interface WrittenTests {
  /** id of the framework that the cases stand on: a test document has one */
  readonly framework: string;
  /** the test document, as YAML */
  readonly text: string;
  readonly cases: number;
}

interface Group {
  readonly framework: Document<"framework">;
  readonly objectives: Document<"objectives"> | undefined;
}

/** A case, and the findings that it reproduces. */
interface Written {
  readonly about: readonly Diagnostic[];
  readonly test: TestCase;
}

/**
 * Test documents that reproduce findings of a set of documents, one for each framework. Findings that no case can bring
 * about (of the text of a document, of actual values, of several documents together) stand in a comment at the end.
 */
export function writeTests(found: readonly Diagnostic[], given: readonly Loaded[], options: WriteTestsOptions = {}): readonly WrittenTests[] {
  const known = [...given, ...(options.known ?? []).filter((one) => !given.includes(one))];
  const shelf: Shelf = { find: (kind, id) => ofKind(known, kind).find((one) => idOf(one) === id), all: (kind) => ofKind(known, kind) };
  const left = new Set(found.filter((one) => one.severity !== "info" || checkOf(one, options.configuration) !== undefined));
  const written = ofKind(given, "framework").flatMap((framework) => {
    if (!isKind(framework, "framework")) return [];
    const own = ofKind(given, "objectives").flatMap((one) => (isKind(one, "objectives") && one.data.framework.split("@")[0] === framework.data.id ? [one] : []));
    const cases = [undefined, ...own].flatMap((objectives) => casesOf({ framework, objectives }, left, shelf, options.configuration ?? NO_CHECKS));
    return cases.length === 0 ? [] : [{ framework, cases }];
  });
  return written.map(({ framework, cases }, index) => ({
    framework: framework.data.id,
    text: documentOf(framework, cases, index === written.length - 1 ? [...left] : []),
    cases: cases.length,
  }));
}

const checkOf = (one: Diagnostic, configuration: Configuration = NO_CHECKS): Enabled | undefined => enabledOf(configuration).find(({ check }) => check.codes.includes(one.code));

/** The findings that cases with these documents bring about; they are taken out of those that are left. */
function casesOf(group: Group, left: Set<Diagnostic>, shelf: Shelf, configuration: Configuration): readonly Written[] {
  const byCheck = new Map<Enabled | undefined, Diagnostic[]>();
  for (const one of left) {
    const check = checkOf(one, configuration);
    byCheck.set(check, [...(byCheck.get(check) ?? []), one]);
  }
  return [...byCheck].flatMap(([check, wanted]): readonly Written[] => {
    const checks = check === undefined ? {} : { [check.check.id]: settingOf(check) };
    const plain: TestCase = { name: "", ...objectivesOf(group), ...(check === undefined ? {} : { checks }), expect: { diagnostics: [] } };
    const { diagnostics } = run(group, plain, shelf);
    const about = wanted.filter((one) => diagnostics.some((other) => sameFinding(one, other)));
    if (about.length === 0) return [];
    about.forEach((one) => left.delete(one));
    const codes = [...new Set(about.map(({ code }) => code))].join("、");
    const expected = diagnostics.map(({ code, span }) => ({ code, ...(span === undefined ? {} : { line: String(span.start.line) }) }));
    const reproducing: Written = { about, test: { ...plain, name: `${check?.check.title.zh ?? codes}${objectivesName(group)}`, expect: { diagnostics: expected } } };
    return [reproducing, ...about.flatMap((one) => shown(one, group, shelf))];
  });
}

/** Options of a check as a test writes them: nothing but the severity where there are none. */
function settingOf({ severity, options }: Enabled): CheckSetting {
  const figures = typeof options === "object" && options !== null ? options : {};
  return Object.keys(figures).length === 0 ? severity : { severity, ...figures };
}

const objectivesOf = ({ objectives }: Group): Pick<TestCase, "objectives"> => (objectives === undefined ? {} : { objectives: objectives.data.id });
const objectivesName = ({ objectives }: Group): string => (objectives === undefined ? "" : `（${objectives.data.id}）`);
const sameFinding = (a: Diagnostic, b: Diagnostic): boolean => a.code === b.code && a.file === b.file && a.span?.start.offset === b.span?.start.offset && a.message === b.message;

function run({ framework }: Group, test: TestCase, shelf: Shelf): CaseResult {
  const data = { kind: "test", title: "写成的用例", framework: framework.data.id, cases: [{ ...test, name: "用例" }] };
  const document = fromData(data as unknown as Data, () => undefined, undefined);
  const nothing: CaseResult = { name: "", place: { path: [] }, ran: false, failures: [], scorecard: undefined, diagnostics: [] };
  return isKind(document, "test") ? (runTest(document, shelf)[0] ?? nothing) : nothing;
}

/** The actual values that a finding names, with what they score now. */
function shown(one: Diagnostic, group: Group, shelf: Shelf): readonly Written[] {
  const { path, indicator = "" } = one.facts;
  return ["entered", "enteredBetter"].flatMap((key): Written[] => {
    const entered = one.facts[key];
    if (entered === undefined || path === undefined) return [];
    const objectives = group.objectives === undefined ? madeUp(group, shelf) : {};
    const plain: TestCase = { name: "", ...objectivesOf(group), ...objectives, values: { [path]: JSON.parse(entered) as string }, expect: { states: { [path]: "scored" } } };
    const points = run(group, plain, shelf).scorecard?.indicators.find((each) => each.path === path)?.points;
    if (points === undefined) return [];
    return [{ about: [], test: { ...plain, name: `${indicator}：${textOf(entered)} 现得 ${points} 分${objectivesName(group)}`, expect: { points: { [path]: points } } } }];
  });
}

const textOf = (entered: string): string => entered.replace(/["{}]/g, "").replaceAll(":", " ").replaceAll(",", "，");

/** Objectives for a framework that is open: the same that the analysis put in. */
function madeUp({ framework }: Group, shelf: Shelf): Pick<TestCase, "objectives"> {
  const { linked } = compileProgram({ framework, libraries: shelf.all("indicator-library"), packs: shelf.all("pack") });
  const made = linked && standIns(linked)?.data;
  return made === undefined ? {} : { objectives: { ...made } };
}

// ---- the document ----------------------------------------------------------------------------------------------

const HEAD = `# 由检查的结果写成的用例：记录的是现在的结果，原样运行即通过。
# 改正以后：从 diagnostics 中删去已改正的各条（全部改正的写 []），把 points 改为应得的分，用例就成为防止再犯的测试。
# line 是问题在所检查文档中的行，文档改动后应随之改。`;

function documentOf({ data }: Document<"framework">, cases: readonly Written[], left: readonly Diagnostic[]): string {
  const names = new Map<string, number>();
  const unique = (name: string): string => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : `${name}（${count}）`;
  };
  const lines = cases.flatMap(({ about, test }) => [...about.map((one) => `  # ${comment(one)}`), ...block([{ ...test, name: unique(test.name) }], "  ")]);
  const rest = left.length === 0 ? [] : ["# 以下问题不由指标体系和绩效目标表本身引起，不能写成用例：", ...left.map((one) => `# ${comment(one)}`)];
  return `${[HEAD, "kind: test", ...block({ title: `${data.title}：检查发现的问题`, framework: data.id }), "cases:", ...lines, ...rest].join("\n")}\n`;
}

const comment = ({ code, file, span, message }: Diagnostic): string => `${code} ${file ?? "-"}${span === undefined ? "" : `:${span.start.line}`} ${message.replace(/\s+/g, " ")}`;
