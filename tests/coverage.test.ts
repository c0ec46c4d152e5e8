// Coverage: what no case reached is named with its place, what cannot be reached is not asked for, and every
// branch that any value takes is among what is counted.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { branchKey, choicesOf, takeable } from "../src/coverage/branches.ts";
import { readArguments } from "../src/cli/arguments.ts";
import { commands } from "../src/cli/commands.ts";
import { compileProgram } from "../src/compile/index.ts";
import { type Coverage, coverage, reaches, unreached } from "../src/coverage/coverage.ts";
import { coveragePage } from "../src/coverage/page.ts";
import { coverageText } from "../src/coverage/words.ts";
import { evaluate } from "../src/expression/exact.ts";
import type { Expression } from "../src/expression/expression.ts";
import { load } from "../src/documents/document.ts";
import { isKind, type Loaded } from "../src/types/loaded.ts";
import { readFolder, shelf } from "../src/node/index.ts";
import { type CaseRun, runTest } from "../src/testing/testing.ts";
import type { Exact } from "../src/numbers/number.ts";

const FOLDER = "fixtures/coverage";
const fixtures = readFolder(FOLDER);
const named = (name: string): Loaded => fixtures.find((one) => one.file === join(FOLDER, name)) ?? load("");

function covered(tests: readonly Loaded[], known: readonly Loaded[] = fixtures, given: readonly Loaded[] = []): Coverage {
  const runs: CaseRun[] = [];
  for (const one of tests) {
    expect(one.diagnostics).toEqual([]);
    if (isKind(one, "test")) for (const { name, failures } of runTest(one, shelf(known), (run) => void runs.push(run))) expect([name, failures]).toEqual([name, []]);
  }
  return coverage(runs, given, shelf(known));
}
const open = (all: Coverage): string[] => all.units.flatMap((unit) => unreached(unit).map((one) => `${one.file}:${one.line} ${one.of} ${one.id}`));

describe("a framework with one tier that no case reaches", () => {
  const line = readFileSync(join(FOLDER, "framework.yaml"), "utf8").split("\n").findIndex((one) => one.includes("[60%, 90%)")) + 1;

  test("the tier is named with its line", () => {
    const all = covered([named("partial.test.yaml")]);
    expect(open(all)).toEqual([`${FOLDER}/framework.yaml:${line} completion tier-2`]);
    expect(all.units.map(({ kind, id, reached, total }) => [kind, id, reached, total])).toEqual([["framework", "coverage-example", 21, 22], ["pack", "coverage-pack", 6, 6]]);
    expect(all.percent).toBe("96.4");
    expect([reaches(all, "96.4"), reaches(all, "96.5"), reaches(all, "100")]).toEqual([true, false, false]);
  });

  test("with the case for it everything is reached", () => {
    const all = covered([named("complete.test.yaml")]);
    expect(open(all)).toEqual([]);
    expect(all.percent).toBe("100.0");
    expect(reaches(all, "100")).toBe(true);
  });

  test("everything that counts, by name", () => {
    const [unit] = covered([named("complete.test.yaml")]).units;
    expect(unit?.items.map((one) => [one.kind, one.of, one.id].join(" "))).toEqual([
      "scored  scored",
      "branch completion outside-domain", "branch completion outside-domain-high", "branch completion tier-1", "branch completion tier-2", "branch completion tier-3",
      "not-applicable management not-applicable",
      "option management written-0", "option management written-1", "option management followed-0", "option management followed-1",
      "branch satisfaction coverage-pack/satisfaction-zero", "branch satisfaction target-reached", "branch satisfaction between-proportional",
      "branch  all-apply", "branch  rescaled",
      "grade  grade-1", "grade  grade-2", "grade  grade-3",
      "knock-out  coverage-pack/fraud", "knock-out  coverage-pack/fraud",
      "missing  missing-block",
    ]);
  });

  test("documents that no case touches are reported when they are given", () => {
    const all = covered([], fixtures, fixtures);
    expect(all.reached).toBe(0);
    expect(all.units.map((one) => [one.id, one.total])).toEqual([["coverage-example", 22], ["coverage-pack", 6]]);
  });
});

// ---- a framework written in the test itself ---------------------------------------------------------------------

const header = (cases: string, indicators: string, more = ""): string => `
kind: test
title: 内嵌
framework:
  kind: framework
  id: inline
  version: 1.0.0
  category: project
  purpose: self-evaluation
  title: 内嵌
  basis: { document: 测试, status: illustrative }
  effective: { from: 2020-01-01 }
  packs: []
  total: 10
  rounding: { places: 2, mode: half-up }
  grades: [{ name: 优, from: 5 }, { name: 差, from: 0 }]
  not-applicable: forbid
  missing: block
${more}
  indicators:
${indicators}
cases:
${cases}`;
const one = (method: string, rest = ""): string => `    - { id: a, name: 甲, weight: 10, ${rest} method: ${method} }`;
const inTest = (cases: string, indicators: string, more = ""): Coverage => covered([load(header(cases, indicators, more), "t.test.yaml")]);
const branches = (all: Coverage): string[] => (all.units[0]?.items ?? []).filter(({ kind }) => kind === "branch").map(({ id, cases }) => `${id} ${cases}`);

describe("what cannot be taken is not counted", () => {
  const cases = '  - { name: 一, values: { a: 100% }, expect: { points: { a: "10.00" } } }';
  test.each([
    ["a pass threshold of 100% leaves nothing in proportion", '{ kind: proportional, pass: 100%, over: cap }', 'unit: "%", target: ">= 100%",', ["target-reached 1", "not-positive 0", "below-pass 0"]],
    ["the domain ends below the over-completion", '{ kind: proportional, over: { zero-above: 130% } }', 'unit: "%", domain: "[0%, 100%]", target: ">= 100%",', ["outside-domain 0", "outside-domain-high 0", "target-reached 1", "not-positive 0", "in-proportion 0"]],
    ["over-completion from 100% takes all", '{ kind: proportional, over: { explain-from: 100% } }', 'unit: "%", target: ">= 100%",', ["over-completion-explained 1", "not-positive 0", "in-proportion 0"]],
    ["a domain above zero", '{ kind: proportional, over: cap }', 'unit: "%", domain: "[50%, 100%]", target: ">= 100%",', ["outside-domain 0", "outside-domain-high 0", "target-reached 1", "in-proportion 0"]],
  ])("%s", (_, method, rest, expected) => {
    const document = load(header(cases, one(method, rest)), "t.test.yaml");
    expect(branches(covered([document]))).toEqual(expected);
  });

  test("a rate of execution is one value, whatever it is made of", () => {
    const method = "{ kind: budget-execution, denominator: adjusted-budget, unit: 万元, zero-denominator: zero, over: cap, pass: 100% }";
    expect(branches(inTest('  - { name: 一, values: { a: { executed: 1, adjusted-budget: 2 } }, expect: { points: { a: "0.00" } } }', one(method)))).toEqual(["zero-denominator 0", "fully-executed 0", "not-positive 0", "below-pass 1"]);
  });

  test("a grade between the totals that come about", () => {
    const grades = (method: string): string[] => inTest('  - { name: 一, values: {}, expect: { fired: [] } }', one(method)).units[0]?.items.filter(({ kind }) => kind === "grade").map(({ label: { zh } }) => zh) ?? [];
    const replaced = (method: string): string[] => {
      const text = header('  - { name: 一, values: {}, expect: { fired: [] } }', one(method)).replace("{ name: 优, from: 5 }", "{ name: 优, from: 9 }, { name: 中, from: 6 }");
      return covered([load(text, "t.test.yaml")]).units[0]?.items.filter(({ kind }) => kind === "grade").map(({ label: { zh } }) => zh) ?? [];
    };
    expect(grades("{ kind: direct }")).toEqual(["优", "差"]);
    expect(replaced("{ kind: direct }")).toEqual(["优", "差"]);
    expect(replaced("{ kind: checklist, check-points: [{ id: p, name: 一, points: 7 }, { id: q, name: 二, points: 3 }] }")).toEqual(["优", "中", "差"]);
    expect(replaced("{ kind: accumulation, each: { points: 2 } }")).toEqual(["优", "中", "差"]);
  });

  test("that nothing applies is a diagnostic and no branch to reach", () => {
    const indicators = '    - { id: a, name: 甲, weight: 5, not-applicable: rescale-total, method: { kind: direct } }\n    - { id: b, name: 乙, weight: 5, method: { kind: direct } }';
    const all = inTest('  - { name: 一, values: { a: 是, b: 否 }, expect: { total: "5.00" } }', indicators);
    expect(branches(all)).toEqual(["yes 1", "no 0", "yes 0", "no 1", "all-apply 1", "rescaled 0"]);
  });
});

describe("indicators that the objectives bring along", () => {
  const methods = "  methods: { ratio: { kind: proportional, over: cap }, unused: { kind: direct } }";
  const slot = "    - { id: a, name: 甲, weight: 10, slot: { min: 1 } }";
  const objectives = (id: string, method: string): string => `{ kind: objectives, id: o, framework: inline@1, subject: { name: 项目 }, period: 2024, indicators: [{ under: a, id: ${id}, name: 项目指标, weight: 10, target: ">= 10", method: ${method} }] }`;
  const cases = (...list: readonly (readonly [string, string, string, string])[]): string => list.map(([id, method, value, points], index) => `  - { name: "${index}", objectives: ${objectives(id, method)}, values: { ${id}: ${value} }, expect: { points: { ${id}: "${points}" } } }`).join("\n");

  test("stand for the method of the framework that they name, whatever they are called", () => {
    const all = inTest(cases(["one", "ratio", "10", "10.00"], ["two", "ratio", "5", "5.00"]), slot, methods);
    expect(all.units[0]?.items.filter((one) => one.kind === "branch").map(({ of, id, line, cases: count }) => [of, id, line, count])).toEqual([["ratio", "target-reached", 19, 1], ["ratio", "not-positive", 19, 0], ["ratio", "in-proportion", 19, 1]]);
  });

  test("count nothing where a case brings its own method", () => {
    expect(branches(inTest(cases(["one", "{ kind: proportional, over: cap }", "10", "10.00"]), slot))).toEqual([]);
  });
});

describe("requirements", () => {
  const rules = (sector: string, weight: number): Coverage => {
    const pack = load(`
kind: pack
id: p
version: 1.0.0
title: 规则
effective: { from: 2020-01-01 }
rules:
  - id: floor
    basis: { document: 测试, status: illustrative }
    kind: weight-floor
    of: { tag: social }
    at-least: { public-service: 5 }
`, "p.yaml");
    const indicators = `    - { id: a, name: 甲, weight: ${weight}, tags: [social], method: { kind: direct } }\n    - { id: b, name: 乙, weight: ${10 - weight}, method: { kind: direct } }`;
    const subject = sector === "" ? "{ name: 项目 }" : `{ name: 项目, sector: ${sector} }`;
    const expected = weight < 5 && sector === "public-service" ? "[{ code: weight-below-floor }]" : "[]";
    const text = header(`  - { name: 一, objectives: { kind: objectives, id: o, framework: inline@1, subject: ${subject}, period: 2024 }, expect: { diagnostics: ${expected} } }`, indicators).replace("packs: []", "packs: [p]");
    return covered([load(text, "t.test.yaml")], [pack]);
  };
  const answers = (all: Coverage): string[] => (all.units.find(({ kind }) => kind === "pack")?.items ?? []).map(({ id, line, cases }) => `${id} ${line} ${cases}`);
  test("obeyed", () => expect(answers(rules("public-service", 6))).toEqual(["yes 8 1", "no 8 0"]));
  test("breached", () => expect(answers(rules("public-service", 4))).toEqual(["yes 8 0", "no 8 1"]));
  test("a sector that the rule does not speak of is neither", () => expect(answers(rules("social-security", 6))).toEqual(["yes 8 0", "no 8 0"]));
  test("no sector is neither", () => expect(answers(rules("", 6))).toEqual(["yes 8 0", "no 8 0"]));
});

describe("what a case replaces in the framework", () => {
  const indicators = one('{ kind: tiered, tiers: [{ when: ">= 60", points: 10 }, { when: "< 60", points: 0 }] }');
  const other = '[{ id: a, name: 甲, weight: 10, method: { kind: tiered, tiers: [{ when: ">= 90", points: 10 }, { when: "< 90", points: 0 }] } }]';
  const first = '  - { name: 一, values: { a: 70 }, expect: { total: "10.00" } }\n';
  test("a tier of another meaning does not count as reached", () => {
    expect(branches(inTest(`${first}  - { name: 二, framework: { indicators: ${other} }, values: { a: 70 }, expect: { total: "0.00" } }`, indicators))).toEqual(["tier-1 1", "tier-2 0"]);
  });
  test("what is untouched by it counts", () => {
    expect(branches(inTest(`${first}  - { name: 二, framework: { missing: zero }, values: { a: 50 }, expect: { total: "0.00" } }`, indicators))).toEqual(["tier-1 1", "tier-2 1"]);
  });
});

// ---- every branch that a value takes is counted ----------------------------------------------------------------

const METHODS: readonly (readonly [string, string])[] = [
  ['target: ">= 137.5",', "{ kind: proportional, over: { reduce: [{ above: 130%, share: 90% }, { above: 150%, share: 50% }] }, pass: 20% }"],
  ['target: "<= 12.5",', "{ kind: proportional, over: { explain-from: 130% }, pass: 30% }"],
  ['target: "0",', "{ kind: reverse, form: linear, zero-at: 2, zero-target: met-or-zero }"],
  ['target: "<= 3",', "{ kind: reverse, form: linear, zero-at: 2.5 }"],
  ['target: "100",', '{ kind: two-sided, difference: relative, tiers: [{ when: "[0%, 10%]", points: 10 }, { when: "(10%, 15%]", points: 3 }, { when: "> 15%", points: 0 }] }'],
  ['target: "100",', "{ kind: two-sided, difference: absolute, full-within: 3, zero-at: 7 }"],
  ['unit: "%", domain: "[0%, 100%]",', "{ kind: linear, from: { at: 60%, points: 2 }, to: { at: 90%, points: 10 }, before: zero }"],
  ['unit: "%",', '{ kind: deduction, per: unit, from: 100%, direction: above, each: 1%, deduct: { points: 0.5 }, step: ceil }'],
  ['unit: "%", target: "92%", domain: "[0%, 100%]",', '{ kind: satisfaction, zero-below: 60%, between: { tiers: [{ when: ">= 92%", points: 10 }, { when: "[80%, 92%)", points: 5 }, { when: "< 80%", points: 1 }] } }'],
  ["", "{ kind: accumulation, each: { points: 2 } }"],
  ["", "{ kind: direct }"],
  ["", '{ kind: graded, grades: [{ name: 好, share: "[80%, 100%]" }, { name: 中, share: "[60%, 80%)" }, { name: 差, share: "[0%, 60%)" }] }'],
  ["", "{ kind: graded, grades: [{ name: 好, share: 100% }, { name: 差, share: 0% }] }"],
  ["", '{ kind: budget-execution, denominator: adjusted-budget, unit: 元, zero-denominator: zero, rate-rounding: { places: 2, mode: half-up }, tiers: [{ when: ">= 90%", points: 10 }, { when: "[60%, 90%)", points: 5 }, { when: "< 60%", points: 0 }] }'],
  ['unit: "%", measure: { formula: "max(甲, 乙) ÷ 丙", inputs: { 甲: { name: 甲 }, 乙: { name: 乙 }, 丙: { name: 丙 } }, zero-denominator: zero, rounding: { places: 1, mode: half-up } },', '{ kind: tiered, tiers: [{ when: ">= 90%", points: 10 }, { when: "[60%, 90%)", points: 5 }, { when: "< 60%", points: 0 }] }'],
];

describe("branches", () => {
  const figure = fc.oneof(fc.integer({ min: -300, max: 30000 }), fc.constantFrom(0, 6000, 9000, 9200, 10000, 13750, 1250)).map((value): Exact => ({ n: BigInt(value), d: 100n }));
  test.each(METHODS)("%s %s", (rest, method) => {
    const document = load(header("  - { name: 一, values: {}, expect: { fired: [] } }", one(method, rest)), "t.test.yaml");
    if (!isKind(document, "test")) throw new Error(JSON.stringify(document.diagnostics));
    let expression: Expression | undefined;
    runTest(document, shelf([]), ({ parts }) => void (expression = compileProgram(parts).program?.leaves[0]?.expression));
    if (expression === undefined) throw new Error("not compiled");
    const known = expression;
    const choices = choicesOf(known);
    const counted = takeable(known);
    expect(counted).toBeDefined();
    const taken = new Set<string>();
    fc.assert(
      fc.property(figure, figure, figure, fc.integer({ min: 0, max: 2 }), (first, second, third, option) => {
        const values = [first, second, third];
        const inputs = new Map<string, Exact>();
        const visit = (name: string): Exact => {
          if (name === "grade" || (name === "value" && method.includes("kind: direct"))) return { n: BigInt(Math.min(option, method.includes("中") ? 2 : 1)), d: 1n };
          const found = inputs.get(name) ?? values[inputs.size] ?? first;
          inputs.set(name, found);
          return found;
        };
        evaluate(known, visit, { value: () => undefined, taken: (choice, index) => void taken.add(branchKey(choices.get(choice) ?? "?", (choice.cases[index] ?? choice.otherwise).id)) });
      }),
      { numRuns: 3000, seed: 1 },
    );
    // Whatever was taken is counted; and with so many values everything that counts was taken.
    expect([...taken].sort()).toEqual([...(counted ?? [])].sort());
  });
});

// ---- output -----------------------------------------------------------------------------------------------------

describe("output", () => {
  const run = (...argv: string[]): { code: number; out: string; err: string } => {
    let [out, err] = ["", ""];
    const code = commands.test(readArguments(["test", ...argv]), { out: (text) => void (out += text), err: (text) => void (err += text) });
    return { code, out, err };
  };
  const partial = join(FOLDER, "partial.test.yaml");

  test("text, in both languages", () => {
    const all = covered([named("partial.test.yaml")]);
    expect(coverageText(all, "zh-CN")).toBe(`指标体系 覆盖示例（coverage-example 1.0.0） 21/22 95.4%
  ○ fixtures/coverage/framework.yaml:26 完成率 [completion] · 分支 [60%, 90%) 档 [tier-2]
规则包 覆盖示例规则（coverage-pack 1.0.0） 6/6 100.0%
覆盖 27/28 96.4%
`);
    expect(coverageText(all, "en")).toContain("  ○ fixtures/coverage/framework.yaml:26 完成率 [completion] · branch tier [60%, 90%) [tier-2]\n");
  });

  test("the threshold decides the exit code", () => {
    expect(run(partial).code).toBe(0);
    expect(run(partial, "--threshold", "96.4").code).toBe(0);
    const below = run(partial, "--threshold", "100");
    expect([below.code, below.err]).toEqual([1, "覆盖 96.4%，应不低于 100%\n"]);
    expect(run(join(FOLDER, "complete.test.yaml"), "--threshold=100").code).toBe(0);
    expect(() => run(partial, "--threshold", "101")).toThrow("--threshold 101");
    expect(() => run(partial, "--threshold", "9e1")).toThrow("--threshold 9e1");
  });

  test("the options of coverage belong to test", () => {
    expect(() => readArguments(["score", "x", "--coverage"])).toThrow("score --coverage");
    expect(readArguments(["test", "x", "--coverage-html", "y"]).coverage).toBe(true);
  });

  test("failed cases give 1, no cases give 2", () => {
    expect(run(join(FOLDER, "failing.test.yaml")).code).toBe(1);
    expect(() => run(join(FOLDER, "framework.yaml"))).toThrow("没有可运行的用例");
  });

  test("json holds the cases and the coverage", () => {
    const { out } = run(partial, "--coverage", "--format", "json");
    const data = JSON.parse(out) as { passed: number; failed: number; errors: number; cases: { line: number; passed: boolean }[]; coverage: Coverage };
    expect([data.passed, data.failed, data.errors, data.cases.length]).toEqual([9, 0, 0, 9]);
    expect(open(data.coverage)).toEqual([`${FOLDER}/framework.yaml:26 completion tier-2`]);
    expect(Object.hasOwn(JSON.parse(run(partial, "--format", "json").out) as object, "coverage")).toBe(false);
  });

  test("the page stands alone, without script, and what is written in a document is text in it", () => {
    const file = join(mkdtempSync(join(tmpdir(), "coverage-")), "page.html");
    expect(run(partial, "--coverage-html", file).code).toBe(0);
    const page = readFileSync(file, "utf8");
    expect(page).toBe(coveragePage(covered([named("partial.test.yaml")])));
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import/);
    expect(page).toContain("○ 未覆盖（1 项）");
    const hostile = inTest('  - { name: 一, values: { a: 是 }, expect: { total: "10.00" } }', one("{ kind: direct }").replace("name: 甲", 'name: "<script>&amp;"'));
    expect(coveragePage(hostile)).toContain("&lt;script&gt;&amp;amp;");
    expect(coveragePage(hostile)).not.toContain("<script");
  });

  test("the same cases give the same bytes", () => {
    expect(run(partial, "--coverage", "--format", "json").out).toBe(run(partial, "--coverage", "--format", "json").out);
  });
});
