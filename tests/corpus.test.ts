// Sets of documents: what a reference leads to, what is told and how gravely, and that a contradiction is never claimed
// where a framework could obey both rules.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alike } from "../src/text/alike.ts";
import { configurable } from "../src/checks/index.ts";
import { contradiction, possible } from "../src/model/contradiction.ts";
import type { Way } from "../src/model/demands.ts";
import { firsts } from "../src/text/firsts.ts";
import { configure, load, type Loaded, verify, type VerifyOptions } from "../src/index.ts";
import { bareName, coreName } from "../src/text/naming.ts";
import { builtin } from "../src/node/index.ts";

const shipped = builtin();
const strict = configure(load("kind: config\nextends: strict\n"), shipped).configuration;
const only = (check: string) => configure(load(`kind: config\nchecks: { ${check} }\n`), []).configuration;

const framework = (more: Record<string, string> = {}): string =>
  Object.entries({
    kind: "framework", id: "f", version: "1.0.0", category: "project", purpose: "self-evaluation", title: "体系", basis: "{ document: 文件, status: illustrative }", effective: "{ from: 2024-01-01 }",
    packs: "[]", total: "100", rounding: "{ places: 2, mode: half-up }", grades: "[{ name: 合格, from: 0 }]", "not-applicable": "forbid", missing: "block",
    indicators: "[{ id: a, name: 甲, weight: 100, method: { kind: direct } }]", ...more,
  }).map(([key, value]) => `${key}: ${value}\n`).join("");
const pack = (id: string, rules: string, more = "effective: { from: 2024-01-01 }"): string => `kind: pack\nid: ${id}\nversion: 1.0.0\ntitle: 规则包\n${more}\nrules: [${rules}]\n`;
const rule = (id: string, rest: string): string => `{ id: ${id}, basis: { document: 文件${id}, status: published }, ${rest} }`;
const objectives = (reference: string): string => `kind: objectives\nid: o\nframework: ${reference}\nsubject: { name: 项目 }\nperiod: 2024\n`;
const files = (texts: Record<string, string>): readonly Loaded[] => Object.entries(texts).map(([name, text]) => load(text, name));
const codes = (texts: Record<string, string>, options: VerifyOptions = {}) => verify(files(texts), options).map(({ code, severity, file, span }) => [code, severity, file, span?.start.line]);

describe("references", () => {
  test("objectives find the version whose major version they name, whatever the order", () => {
    const [one, two] = [framework({ version: "1.2.0" }), framework({ version: "2.0.0" })];
    expect(codes({ "2": two, "1": one, o: objectives("f@1") })).toEqual([]);
    expect(codes({ "1": one, "2": two, o: objectives("f@2") })).toEqual([]);
    expect(codes({ "1": one, "2": two, o: objectives("f@3") })).toEqual([["framework-other", "error", "o", 3]]);
    expect(codes({ o: objectives("g@1"), "1": one })).toEqual([["reference-unknown", "error", "o", 3]]);
  });
  test("actuals are scored by the version of a pack that is in force on their day", () => {
    const old = pack("p", rule("r", "kind: rounding, rounding: { places: 2, mode: half-up }"), "effective: { from: 2020-01-01, to: 2024-06-30 }");
    const next = pack("p", rule("r", "kind: rounding, rounding: { places: 2, mode: half-up }"), "effective: { from: 2024-07-01 }").replace("1.0.0", "2.0.0");
    const actuals = (day: string) => `kind: actuals\nobjectives: f\nas-of: ${day}\nvalues: { a: 是 }\n`;
    const set = { f: framework({ packs: "[p]" }), old, next };
    expect(codes({ ...set, a: actuals("2024-06-30") })).toEqual([]);
    expect(codes({ ...set, a: actuals("2024-07-01") })).toEqual([]);
    expect(codes({ f: set.f, old, a: actuals("2024-07-01") })).toEqual([["not-effective", "error", "a", 3]]);
  });
  test("a test document names a framework, objectives and companions that are not there", () => {
    const text = "kind: test\ntitle: 用例\nframework: nowhere\ncases:\n  - { name: 一, objectives: o, together: [f, g], expect: { total: 1 } }\n";
    expect(codes({ t: text, f: framework() })).toEqual([
      ["reference-unknown", "error", "t", 3],
      ["reference-unknown", "error", "t", 5],
      ["reference-unknown", "error", "t", 5],
    ]);
    expect(codes({ t: text.replace("nowhere", "f").replace("[f, g]", "[f]"), f: framework(), o: objectives("f@1") })).toEqual([]);
  });
  test("a pack that ends before it begins is told once, with and without a framework", () => {
    const reversed = pack("p", rule("r", "kind: rounding, rounding: { places: 2, mode: half-up }"), "effective: { from: 2024-07-01, to: 2024-06-30 }");
    expect(codes({ p: reversed })).toEqual([["effective-reversed", "error", "p", 5]]);
    expect(codes({ p: reversed, f: framework({ packs: "[p]" }) })).toEqual([["effective-reversed", "error", "p", 5]]);
  });
});

describe("what is told", () => {
  const rounding = (mode: string, force = "") => rule(mode, `${force}kind: rounding, rounding: { places: 2, mode: ${mode} }`);
  const contradictions = (first: string, second: string) =>
    verify(files({ f: framework({ packs: "[p, q]" }), p: pack("p", first), q: pack("q", second) }), { configuration: only("packs-contradict: error") }).filter((one) => one.code === "packs-contradict");

  test("a contradiction with advice is a warning, of two requirements an error; both places and both norms are named", () => {
    const [strictly] = contradictions(rounding("half-up"), rounding("down"));
    expect(strictly).toMatchObject({ severity: "error", file: "f", basis: { document: "文件down", status: "published" } });
    expect(strictly?.related?.map((one) => [one.file, one.span?.start.line])).toEqual([["p", 6], ["q", 6]]);
    expect(strictly?.message).toContain("规则 q/down 与规则 p/half-up 不能同时遵守：舍入方式，前者为 down（文件down），后者为 half-up（文件half-up）");
    expect(contradictions(rounding("half-up", "severity: warning, "), rounding("down")).map((one) => one.severity)).toEqual(["warning"]);
    expect(contradictions(rounding("half-up"), rounding("down", "severity: warning, ")).map((one) => one.severity)).toEqual(["warning"]);
  });
  test("a check that is set to info stays info", () => {
    const found = verify(files({ f: framework({ packs: "[p, q]" }), p: pack("p", rounding("half-up", "severity: warning, ")), q: pack("q", rounding("down")) }), { configuration: only("packs-contradict: info") });
    expect(found.find((one) => one.code === "packs-contradict")?.severity).toBe("info");
  });
  test("packs that no framework names together are not compared, nor is a pack with the shipped one of its id", () => {
    expect(codes({ p: pack("p", rounding("half-up")), q: pack("q", rounding("down")) }, { configuration: only("packs-contradict: error") })).toEqual([]);
    const own = pack("changzhou", rounding("down"));
    expect(codes({ f: framework({ packs: "[changzhou]", rounding: "{ places: 2, mode: down }" }), own }, { configuration: only("packs-contradict: error"), known: shipped })).toEqual([]);
  });
  test("a pack that is only looked up is told about at the framework", () => {
    const p = load(pack("p", `${rounding("half-up")}, ${rounding("down")}`), "p");
    const found = verify(files({ f: framework({ packs: "[p]" }) }), { known: [p], configuration: only("packs-contradict: error") });
    expect(found.filter((one) => one.code === "packs-contradict").map((one) => [one.file, one.span?.start.line])).toEqual([["f", 9]]);
    const both = verify([p, ...files({ f: framework({ packs: "[p]" }) })], { configuration: only("packs-contradict: error") });
    expect(both.filter((one) => one.code === "packs-contradict").map((one) => [one.file, one.span?.start.line])).toEqual([["p", 6]]);
  });
  test("an expired pack that is only looked up is told about at every framework in force that obeys it", () => {
    const p = load(pack("p", rounding("half-up"), "effective: { from: 2020-01-01, to: 2024-06-30 }"), "p");
    const two = files({ f: framework({ packs: "[p]" }), g: framework({ id: "g", packs: "[p]" }), h: framework({ id: "h", packs: "[p]", effective: "{ from: 2024-01-01, to: 2024-06-30 }" }) });
    const found = verify(two, { known: [p], configuration: only("norm-expired: error"), asOf: "2024-12-31" });
    expect(found.map((one) => [one.code, one.file, one.span?.start.line, one.facts["count"]])).toEqual([["norm-expired", "f", 9, "184"], ["norm-expired", "g", 9, "184"]]);
  });
  test("a library that is neither given nor drawn on says nothing of an indicator's name", () => {
    const indicators = "[{ id: funds, name: 资金到位率, weight: 100, method: { kind: direct } }]";
    expect(codes({ f: framework({ indicators }) }, { known: shipped, configuration: only("library-drift: warning") })).toEqual([]);
    const drawn = "[{ use: project-basis, weight: 50 }, { id: funds, name: 资金到位率, weight: 50, method: { kind: direct } }]";
    expect(codes({ f: framework({ indicators: drawn }) }, { known: shipped, configuration: only("library-drift: warning") })).toEqual([["library-drift", "warning", "f", 15]]);
  });
  test("a finding about a key that is not written stands at the indicator", () => {
    const library = load('kind: indicator-library\nid: l\nversion: 1.0.0\ntitle: 库\nbasis: { document: 文件, status: illustrative }\nindicators: [{ id: a, name: 甲, unit: "%", method: { kind: direct } }]\n', "l");
    const found = verify([library, ...files({ f: framework() })], { configuration: only("library-drift: warning") });
    expect(found.map((one) => [one.facts["keys"], one.span?.start.line])).toEqual([["unit", 15]]);
  });
  test("the shipped documents do not contradict each other under strict, today and later", () => {
    const together = new Set<string>(configurable.filter((one) => one.corpus !== undefined).map((one) => one.id));
    expect(together.size).toBeGreaterThan(10);
    for (const asOf of ["2024-01-01", "2030-12-31"]) expect(verify(shipped, { known: shipped, configuration: strict, asOf }).filter((one) => together.has(one.code))).toEqual([]);
  });
});

// ---- contradictions, against trying every framework ------------------------------------------------------------

const PARTS = ["a", "b", "c", "d"];
const MOST = 5;
const limit = fc.option(fc.record({ value: fc.integer({ min: 0, max: MOST * 2 }).map((n) => ({ n: BigInt(n), d: 2n })), closed: fc.boolean() }), { nil: undefined });
const demand = fc.record({ about: fc.constant("weight" as const), subject: fc.constant("x"), parts: fc.subarray(PARTS, { minLength: 1 }), low: limit, high: limit });
const ways = fc.array(fc.array(demand, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });

/** Weights in halves of the four parts, at most `total` together. */
function frameworks(total: number): readonly (readonly number[])[] {
  const half = Array.from({ length: MOST * 2 + 1 }, (_, index) => index);
  return half.flatMap((a) => half.flatMap((b) => half.flatMap((c) => half.map((d) => [a, b, c, d])))).filter((one) => one.reduce((sum, each) => sum + each, 0) <= total * 2);
}
const ALL = frameworks(MOST);
function obeys(weights: readonly number[], way: Way): boolean {
  return way.every((one) => {
    if (!("parts" in one)) throw new Error("a weight");
    const halves = one.parts.reduce((sum, part) => sum + (weights[PARTS.indexOf(part)] ?? 0), 0);
    const low = one.low === undefined || halves > Number(one.low.value.n) || (one.low.closed && halves === Number(one.low.value.n));
    const high = one.high === undefined || halves < Number(one.high.value.n) || (one.high.closed && halves === Number(one.high.value.n));
    return low && high;
  });
}

describe("contradictions", () => {
  test("are never claimed of rules that some framework obeys, and are found where two bounds exclude each other", () => {
    const whole = { parts: PARTS, total: { n: BigInt(MOST), d: 1n } };
    let claimed = 0;
    fc.assert(
      fc.property(ways, ways, (one, other) => {
        const why = contradiction(possible(one, whole), possible(other, whole), whole);
        if (why === undefined) return;
        claimed++;
        expect(ALL.find((weights) => one.some((way) => obeys(weights, way)) && other.some((way) => obeys(weights, way)))).toBeUndefined();
      }),
      { numRuns: 3000, seed: 1 },
    );
    expect(claimed).toBeGreaterThan(100);
  });
  test("two bounds on the same parts contradict each other exactly when nothing lies between them", () => {
    fc.assert(
      fc.property(fc.subarray(PARTS, { minLength: 1 }), limit, limit, (parts, low, high) => {
        const of = (more: object): Way[] => [[{ about: "weight", subject: "x", parts, ...more }]];
        const between = low === undefined || high === undefined || low.value.n < high.value.n || (low.value.n === high.value.n && low.closed && high.closed);
        expect(contradiction(of({ low }), of({ high }), undefined) === undefined).toBe(between);
      }),
    );
  });
});

describe("names and contents", () => {
  const words = { synonyms: { 比例: "率", 比率: "率" }, fillers: ["指标", "项目", "本项目"] };
  test.each([
    ["资金到位率（％）", "资金到位率"],
    ["ＡＢ类 人数", "ab类人数"],
    ["“三公经费”变动率", "三公经费变动率"],
  ])("%s is %s without marks", (name, bare) => expect(bareName(name)).toBe(bare));
  test.each([
    ["资金到位比例", "资金到位率"],
    ["本项目成本指标", "成本"],
    ["项目", "项目"],
    ["比例", "比例"],
    ["项目指标", "项目"],
    ["设备比例指标", "设备率"],
    ["数量指标", "数量"],
  ])("%s means %s", (name, core) => expect(coreName(name, words)).toBe(core));

  test("the order of keys and the zeros behind a decimal say nothing, everything else does", () => {
    expect(alike({ a: "15.0", b: ["1.10", "[80.00%, 90%)"] }, { b: ["1.1", "[80%, 90%)"], a: "15" })).toBe(true);
    for (const [one, other] of [["15", "150"], ["1.01", "1.1"], ["10", "1"], ["1.0.0", "1"], ["a", "A"]]) expect(alike(one, other)).toBe(false);
    expect(alike(["a", "b"], ["b", "a"])).toBe(false);
  });
  test("what was first elsewhere: versions of one owner are not compared with each other", () => {
    const first = firsts<string>();
    expect([first("k", "A", "A1"), first("k", "A", "A2"), first("k", "B", "B1"), first("k", "C", "C1"), first("k", "A", "A3"), first("other", "B", "B2")]).toEqual([undefined, undefined, "A1", "A1", "B1", undefined]);
  });
});
