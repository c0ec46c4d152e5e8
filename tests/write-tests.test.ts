// Findings written out as test documents: they read back, they pass as they are, and they fail once things are mended.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { configure, load, runTest, verify, writeTests, type Diagnostic, type Loaded } from "../src/index.ts";
import { isKind } from "../src/types/loaded.ts";
import { builtin, shelf } from "../src/node/index.ts";
import { readSource } from "../src/source/source.ts";
import { block } from "../src/text/yaml-write.ts";

const known = builtin();
const { configuration } = configure(load("kind: config\nextends: strict\n"), known);

const FRAMEWORK = `kind: framework
id: mine
version: 1.0.0
category: project
purpose: self-evaluation
title: 有问题的指标体系
basis: { document: 测试, status: illustrative }
effective: { from: 2024-01-01 }
packs: []
total: 40
rounding: { places: 2, mode: half-up }
grades: [{ name: 优, from: 30 }, { name: 差, from: 0 }]
not-applicable: rescale-total
missing: block
methods:
  tiers:
    kind: tiered
    tiers:
      - { when: ">= 90%", share: 80% }
      - { when: "[80%, 90%)", share: 100% }
      - { when: "< 80%", share: 0% }
indicators:
  - id: a
    name: 甲
    definition: 甲
    weight: 10
    unit: "%"
    domain: "[0%, 90%]"
    target: ">= 100%"
    method: { kind: proportional, over: cap }
  - id: b
    name: 乙
    definition: 乙
    weight: 10
    method: { kind: budget-execution, denominator: adjusted-budget, unit: 元, zero-denominator: zero, tiers: [{ when: ">= 90%", points: 11 }, { when: "< 90%", points: 0 }] }
  - { id: c, name: 丙, definition: 丙, weight: 20, slot: { min: 1 } }
`;
const OBJECTIVES = `kind: objectives
id: P1
framework: mine@1
subject: { name: 项目 }
period: 2024
indicators:
  - { under: c, id: x, name: 丁, weight: 20, unit: "%", method: { kind: tiered, tiers: [{ when: "> 50%", points: 20 }, { when: "= 50%", points: 5 }, { when: "< 50%", points: 10 }] } }
`;

function cases(text: string, documents: readonly Loaded[]): readonly (readonly [string, readonly string[]])[] {
  const document = load(text, "mine.test.yaml");
  expect(document.diagnostics).toEqual([]);
  if (!isKind(document, "test")) throw new Error("not a test");
  return runTest(document, shelf([...documents, ...known])).map(({ name, failures }) => [name, failures] as const);
}
const given = [load(FRAMEWORK, "mine.yaml"), load(OBJECTIVES, "p1.yaml")];
const found = (documents: readonly Loaded[]): readonly Diagnostic[] => verify(documents, { configuration, known });

describe("findings as cases", () => {
  const diagnostics = found(given).filter(({ code }) => ["tier-direction", "full-marks-unreachable", "points-above-weight"].includes(code));
  const [written] = writeTests(diagnostics, given, { configuration, known });

  test("what was found", () => {
    expect(diagnostics.map(({ code, file, span }) => `${file}:${span?.start.line} ${code}`)).toEqual([
      "mine.yaml:19 tier-direction", "mine.yaml:30 full-marks-unreachable", "mine.yaml:35 points-above-weight", "p1.yaml:7 tier-direction",
    ]);
  });

  test("every case passes as it is written, and names the actual values with their points", () => {
    const names = cases(written?.text ?? "", given);
    expect(names.filter(([, failures]) => failures.length > 0)).toEqual([]);
    expect(names.map(([name]) => name)).toEqual([
      "档的次序", "丙（代入：tiers）：89% 现得 20.00 分", "丙（代入：tiers）：90% 现得 16.00 分",
      "得不到满分", "甲：90% 现得 9.00 分",
      "得分超过分值", "乙：adjusted-budget 100，executed 100 现得 11.00 分",
      "档的次序（P1）", "丁：49% 现得 10.00 分（P1）", "丁：50% 现得 5.00 分（P1）",
    ]);
    expect(written?.cases).toBe(10);
    expect(written?.text).toContain("  # tier-direction mine.yaml:19 “丙（代入：tiers）”的档次序颠倒");
    expect(written?.text).toContain("改正以后：从 diagnostics 中删去已改正的各条");
  });

  test("once mended, the cases about it fail and the others pass", () => {
    const mended = [load(FRAMEWORK.replace("share: 80% }", "share: 100% }").replace("share: 100% }\n      - { when: \"< 80%", "share: 80% }\n      - { when: \"< 80%"), "mine.yaml"), load(OBJECTIVES, "p1.yaml")];
    const failing = cases(written?.text ?? "", mended).filter(([, failures]) => failures.length > 0).map(([name]) => name);
    expect(failing).toEqual(["档的次序", "丙（代入：tiers）：89% 现得 20.00 分", "丙（代入：tiers）：90% 现得 16.00 分"]);
  });

  test("the same findings give the same bytes", () => {
    expect(writeTests(diagnostics, given, { configuration, known })).toEqual([written]);
  });

  test("errors that stand in the way of scoring, and two frameworks: a document each", () => {
    const heavy = [load(FRAMEWORK.replace("weight: 20, slot", "weight: 21, slot"), "mine.yaml"), load(FRAMEWORK.replace("id: mine", "id: other").replace("total: 40", "total: 39"), "other.yaml")];
    const all = found(heavy).filter(({ code }) => code === "weights-sum-total");
    expect(all).toHaveLength(2);
    const documents = writeTests(all, heavy, { configuration, known });
    expect(documents.map(({ framework, cases: count }) => [framework, count])).toEqual([["mine", 1], ["other", 1]]);
    for (const { text } of documents) expect(cases(text, heavy).map(([, failures]) => failures)).toEqual([[]]);
  });

  test("what no case can bring about stands in a comment; nothing found, nothing written", () => {
    const documents = [...given, load("kind: actuals\nobjectives: P1\nas-of: 2024-12-31\nvalues:\n  a: 95\n", "actuals.yaml")];
    const all = found(documents).filter(({ code }) => code === "unit-missing" || code === "points-above-weight");
    const [one] = writeTests(all, documents, { configuration, known });
    expect(one?.text).toMatch(/# 以下问题不由指标体系和绩效目标表本身引起，不能写成用例：\n# unit-missing actuals\.yaml:5 .*\n$/);
    expect(cases(one?.text ?? "", documents).map(([, failures]) => failures)).toEqual([[], []]);
    expect(writeTests([], given, { configuration, known })).toEqual([]);
  });
});

test("data written as YAML reads back as the same data", () => {
  const text = fc.oneof(fc.stringMatching(/^[ -~]{0,20}$/), fc.constantFrom("是", "yes", "true", "null", "~", "1.10", ">= 90%", "[80%, 90%)", "a: b", "- x", "#", "“甲”", "甲：乙", " 空格 ", "2024-01-01", "0x1F", "+5", "1,000", "{", "|", "'", '"'));
  const key = fc.oneof(fc.stringMatching(/^[a-z][a-z-]{0,12}[a-z]$/), fc.constantFrom("output/quantity", "甲", "yes", "a b"));
  const { data } = fc.letrec<{ data: unknown }>((tie) => ({ data: fc.oneof({ maxDepth: 4, depthIdentifier: "yaml" }, text, fc.boolean(), fc.array(tie("data"), { maxLength: 4 }), fc.dictionary(key, tie("data"), { maxKeys: 4 })) }));
  fc.assert(
    fc.property(fc.dictionary(key, data, { minKeys: 1, maxKeys: 5 }), (value) => {
      const source = readSource(`${block(value).join("\n")}\n`);
      expect(source.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(JSON.parse(JSON.stringify(source.data))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 1000 },
  );
});
