// Scorecards for the tests of reports: from the shipped example, the fixtures, and one evaluation that has everything a
// page must cope with — many indicators, long names, nothing scored yet, not applicable, a bonus, a rejection.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "../src/documents/document.ts";
import type { Audit } from "../src/types/audit-types.ts";
import { audit } from "../src/audit.ts";
import { compile, score, type Scorer } from "../src/scorer.ts";
import { readPublished } from "../src/tables/published.ts";
import type { Language } from "../src/types/types.ts";
import type { WhatIf } from "../src/types/what-if-types.ts";
import { whatIf } from "../src/what-if.ts";
import { builtin, builtinExample, readDocument, readFolder, shelf } from "../src/node/index.ts";
import { isKind, type Loaded } from "../src/types/loaded.ts";
import { runTest } from "../src/testing/testing.ts";
import type { Scorecard } from "../src/types/scorecard-types.ts";

const FIXTURES = resolve(import.meta.dirname, "..", "fixtures");
const shipped = builtin();

/** The scorer of documents and their actual values; throws where there is none, for then the test is wrong. */
function companyOf(documents: readonly Loaded[]): { readonly scorer: Scorer; readonly actuals: Loaded } {
  const known = [...documents, ...shipped];
  const of = (kind: Loaded["kind"]): readonly Loaded[] => known.filter((one) => one.kind === kind);
  const objectives = documents.find((one) => one.kind === "objectives");
  const wanted = isKind(objectives, "objectives") ? objectives.data.framework.split("@")[0] : undefined;
  const framework = of("framework").find((one) => wanted === undefined || (isKind(one, "framework") && one.data.id === wanted));
  const actuals = documents.find((one) => one.kind === "actuals");
  if (framework === undefined || actuals === undefined) throw new Error("no framework or no actuals");
  const { scorer, diagnostics } = compile({ framework, ...(objectives === undefined ? {} : { objectives }), libraries: of("indicator-library"), packs: of("pack") });
  if (scorer === undefined) throw new Error(JSON.stringify(diagnostics));
  return { scorer, actuals };
}

export function scored(documents: readonly Loaded[]): Scorecard {
  const { scorer, actuals } = companyOf(documents);
  const { scorecard, diagnostics } = score(scorer, actuals);
  if (scorecard === undefined) throw new Error(JSON.stringify(diagnostics));
  return scorecard;
}

const EXAMPLE = builtinExample("student-aid-2022");
export const example = (): Scorecard => scored(EXAMPLE);
export function exampleWhatIf(): WhatIf {
  const { scorer, actuals } = companyOf(EXAMPLE);
  const { whatIf: found } = whatIf(scorer, actuals);
  if (found === undefined) throw new Error("no what-if");
  return found;
}

/** The recheck of a published table. */
export function recheck(table: string, lang: Language = "zh-CN"): Audit {
  const [first] = readPublished(readFileSync(join(FIXTURES, "cases", table), "utf8"), table).tables;
  if (first === undefined) throw new Error(table);
  return audit(first, { lang, forms: shipped.filter((one) => one.kind === "form"), packs: shipped.filter((one) => one.kind === "pack") });
}

export const evaluationNames = readdirSync(join(FIXTURES, "evaluations")).sort();
export const evaluation = (name: string): Scorecard => scored(readFolder(join(FIXTURES, "evaluations", name)));

/** Every scorecard that the cases of the fixtures make. */
export function caseCards(...folders: readonly string[]): readonly { readonly name: string; readonly card: Scorecard }[] {
  const known = shelf([...shipped, ...readFolder(join(FIXTURES, "frameworks"))]);
  return folders.flatMap((folder) =>
    readdirSync(join(FIXTURES, folder))
      .filter((file) => file.endsWith(".test.yaml"))
      .sort()
      .flatMap((file) => {
        const test = readDocument(join(FIXTURES, folder, file));
        if (!isKind(test, "test")) throw new Error(file);
        return runTest(test, known).flatMap(({ name, scorecard }) => (scorecard === undefined ? [] : [{ name: `${file}: ${name}`, card: scorecard }]));
      }),
  );
}

/** A document from data; JSON is YAML. */
export const document = (data: object, file = "test.yaml"): Loaded => load(JSON.stringify(data), file);

const BASIS = { document: "测试用 <依据> & “规定”", clause: "第'一'条", status: "illustrative" };
export const LONG = "“十四五”期间城镇老旧小区改造及配套基础设施建设项目（含加装电梯、雨污分流、适老化改造）群众满意度和获得感综合提升情况";

interface Everything {
  /** indicators of the largest group */
  readonly many?: number;
  readonly name?: string;
  /** what is left out of the actual values, so that it is missing */
  readonly missing?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
}

/** An evaluation with everything at once. */
export function everything({ many = 40, name = `${LONG}<script>alert("1")</script>&'`, missing = [], facts = { "false-data": "false" } }: Everything = {}): Scorecard {
  const weight = (60 / many).toFixed(2);
  const rest = (60 - Number(weight) * (many - 1)).toFixed(2);
  const direct = { kind: "accumulation", each: { points: "1" } };
  const framework = {
    kind: "framework", id: "everything", version: "1.0.0", category: "project", purpose: "finance-evaluation", title: "无所不有的指标体系", basis: BASIS,
    effective: { from: "2024-01-01" }, packs: ["everything-rules"], total: "100", maximum: "105", rounding: { places: "2", mode: "half-up" },
    grades: [{ name: "优", from: "90" }, { name: "良", from: "80" }, { name: "中", from: "60" }, { name: "差", from: "0" }], "not-applicable": "rescale-total", missing: "block",
    indicators: [
      { id: "money", name: "预算执行率", weight: "10", method: { kind: "budget-execution", denominator: "adjusted-budget", unit: "万元", "zero-denominator": "zero", over: "cap" } },
      { id: "output", name: "产出<指标>", indicators: [
        { id: "quantity", name: `数量与质量&${LONG}`, indicators: Array.from({ length: many }, (_, index) => ({ id: `q${index + 1}`, name: index % 7 === 3 ? `${LONG}第 ${index + 1} 项` : `第 ${index + 1} 项产出`, weight: index === many - 1 ? rest : weight, unit: "户", target: `>= ${100 + index}户`, method: { kind: "proportional", over: "cap" } })) },
      ] },
      { id: "effect", name: "效益", indicators: [
        { id: "social", name: "社会效益", indicators: [{ id: "inner", name: "内层", indicators: [{ id: "deep", name: "深层指标", weight: "5", method: direct }, { id: "gone", name: "不适用的指标", weight: "5", method: direct }] }] },
        { id: "best", name: "择优", weight: "10", combine: { kind: "either-of", choose: "best" }, indicators: [{ id: "one", name: "甲法", method: direct }, { id: "two", name: "乙法", method: direct }] },
        { id: "satisfaction", name: "满意度\"'", weight: "10", unit: "%", target: ">= 92%", tags: ["social-evaluation"], method: { kind: "satisfaction", between: "proportional" } },
      ] },
      { id: "extra", name: "加分项", combine: { kind: "bonus", cap: "5" }, indicators: [{ id: "innovation", name: "创新", weight: "3", method: direct }, { id: "use", name: "结果应用", weight: "3", method: direct }] },
    ],
  };
  const pack = {
    kind: "pack", id: "everything-rules", version: "1.0.0", title: "规则", effective: { from: "2020-01-01" }, facts: { "false-data": "弄虚作假" },
    rules: [{ id: "zero", basis: BASIS, kind: "knock-out", when: { tag: "social-evaluation", "actual-below": "60" }, then: "zero" }, { id: "reject", basis: BASIS, kind: "knock-out", when: { fact: "false-data", is: true }, then: "reject" }],
  };
  const objectives = { kind: "objectives", id: "everything-objectives", framework: "everything@1", subject: { name, department: "示例市住房和城乡建设局及其下属各事业单位 <b>", sector: ["public-service", "social-security"] }, period: "2024" };
  const quantities = Object.fromEntries(Array.from({ length: many }, (_, index) => [`q${index + 1}`, index % 5 === 4 ? { value: String(90 - index), explanation: `受天气影响，第 ${index + 1} 项未能按期完成；已制定整改方案，明确责任人和完成时限，力争下一年度全部完成。<i>` } : String(100 + index)]));
  const values: Record<string, unknown> = { money: { "adjusted-budget": "1200.00", executed: "1164.33" }, ...quantities, deep: "4.37", gone: "not-applicable", one: "6", two: "8.25", satisfaction: { value: "88.88%", population: "5200", "valid-responses": "400" }, innovation: "3", use: "1.5" };
  for (const id of missing) delete values[id];
  const actuals = { kind: "actuals", objectives: "everything-objectives", "as-of": "2024-12-31", facts, values };
  return scored([framework, pack, objectives, actuals].map((one) => document(one)));
}

/** Whole numbers that look thrown, the same every time. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const DEPARTMENTS = ["住房和城乡建设局", "教育局", "卫生健康委员会", "农业农村局", "交通运输局", "民政局"];
const SECTORS = ["public-service", "economic-development", "social-security"];
const NAMES = ["老旧小区改造", "学生资助", "基层医疗卫生机构能力提升", "高标准农田建设", "农村公路养护", "养老服务体系建设", LONG, "图书馆免费开放", "污水处理厂提标改造", "职业技能培训补贴"];

/** Self-evaluations of one framework, some with indicators of their own; every tenth lacks a value. */
export function batchCards(count: number, { year = 2024, seed = 7, complete = false }: { readonly year?: number; readonly seed?: number; readonly complete?: boolean } = {}): readonly Scorecard[] {
  const throwDice = dice(seed);
  const framework = shipped.find((one) => isKind(one, "framework") && one.data.id === "project-self-evaluation");
  if (framework === undefined) throw new Error("no framework");
  return Array.from({ length: count }, (_, index) => {
    const of = (list: readonly string[]): string => list[index % list.length] ?? "";
    const own = index % 3 === 0;
    const objectives = {
      kind: "objectives", id: `P${year}-${index + 1}`, framework: "project-self-evaluation@1", basis: BASIS, period: String(year),
      subject: { name: `${of(NAMES)}${index < NAMES.length ? "" : `（${Math.floor(index / NAMES.length) + 1}）`}`, ...(index % 11 === 10 ? {} : { department: of(DEPARTMENTS) }), sector: of(SECTORS) },
      indicators: [
        { under: "output/quantity", id: "units", name: "完成数量", unit: "件", target: ">= 20000件", weight: "20", method: "proportional" },
        { under: "output/quality", id: "qualified", name: "合格数量", unit: "件", target: ">= 15000件", weight: "15", method: "proportional" },
        { under: "output/timeliness", id: "duration", name: "完成时间", unit: "个月", target: "<= 12个月", weight: "8", method: "reverse" },
        { under: "output/cost", id: "within-cost", name: "成本控制在预算内", weight: "7", definition: "检查记录", method: "direct" },
        own ? { under: "benefit/social", id: `own-${index}`, name: `自设效益指标 ${index}`, unit: "人", target: ">= 20000人", weight: "20", method: "proportional" } : { under: "benefit/social", id: "social", name: "受益人数", unit: "人", target: ">= 20000人", weight: "20", method: "proportional" },
        { under: "benefit/sustainable", id: "lasting", name: "持续运行天数", unit: "天", target: ">= 10000天", weight: "10", method: "proportional" },
      ],
      targets: { "service-recipient-satisfaction": ">= 92%" },
    };
    const near = (full: number): string => String(Math.floor((full * (100 - (throwDice(3) === 0 ? throwDice(index % 10 === 4 ? 70 : 25) : 0))) / 100));
    const values: Record<string, unknown> = {
      "budget-execution-rate": { "adjusted-budget": "1200.00", executed: (1200 - throwDice(90)).toFixed(2) },
      units: near(20000), qualified: near(15000), duration: String(12 + throwDice(3)), "within-cost": throwDice(8) === 0 ? "否" : "是",
      [own ? `own-${index}` : "social"]: near(20000), lasting: near(10000), "service-recipient-satisfaction": { value: `${88 + throwDice(9)}%`, population: "5200", "valid-responses": "400" },
    };
    if (!complete && index % 10 === 9) delete values["lasting"];
    return scored([framework, document(objectives), document({ kind: "actuals", objectives: `P${year}-${index + 1}`, "as-of": `${year}-12-31`, values })]);
  });
}

/** Characters that no page may hold or be led astray by: controls, halves of characters, marks that turn the direction of writing, line ends. */
export const ILL = "控\u0000制\u0007符\ud800半\udfff个\ufffe字\u202e倒写\u202c零宽\u200b\u200d连𠮷👩‍👩‍👧‍👦é\u0301\r\n换行\u2028分隔]]>--><!--${x}{{y}}%3Cb%3E";
/** A scorecard as a foreign program might hand it over: every text holds such characters. */
export function illFormed(): Scorecard {
  const spoil = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return /^(?:name|title|explanation|unit|target|actual|document|clause|department|zh|en|subject|groups|label)$/.test(key) ? `${value}${ILL}` : value;
    if (Array.isArray(value)) return value.map((one) => spoil(one, key));
    return value !== null && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spoil(inner, name)])) : value;
  };
  return spoil(everything({ many: 5 })) as Scorecard;
}
