// The words of a bound: what each means, what is refused, and that they score like the signs they stand for.
import { describe, expect, test } from "vitest";
import { endsUnstated, plainBounds } from "../src/numbers/bounds.ts";
import { compile, load, score } from "../src/index.ts";
import { readComparison, readInterval } from "../src/numbers/quantity.ts";
import { show } from "../src/numbers/number.ts";

describe("words of a bound", () => {
  test.each([
    ["≥92%", ">= 92%"], ["不低于92%", ">= 92%"], ["不少于 12 种", ">= 12 种"], ["至少3个", ">= 3个"], ["大于等于5", ">= 5"], ["大于或等于 5", ">= 5"], ["不小于0.5", ">= 0.5"],
    ["92%以上", ">= 92%"], ["92%及以上", ">= 92%"], ["92%以上（含）", ">= 92%"], ["92%（含）以上", ">= 92%"], ["92%(含)以上", ">= 92%"],
    ["≤30万元", "<= 30万元"], ["不超过30万元", "<= 30万元"], ["不高于5%", "<= 5%"], ["至多 2 次", "<= 2 次"], ["不大于5", "<= 5"], ["不多于5", "<= 5"], ["小于等于5", "<= 5"],
    ["60%以下", "<= 60%"], ["5天以内", "<= 5天"], ["60%（含）以下", "<= 60%"],
    ["＞5", "> 5"], ["高于90", "> 90"], ["大于5", "> 5"], ["多于5", "> 5"], ["超过90%", "> 90%"], ["90%以上（不含）", "> 90%"], ["90%（不含）以上", "> 90%"], ["不低于90%（不含）", "> 90%"], ["超过90%（不含）", "> 90%"],
    ["＜5", "< 5"], ["低于60%", "< 60%"], ["小于5次", "< 5次"], ["少于5", "< 5"], ["不足60", "< 60"], ["不满3年", "< 3年"], ["60%以下（不含）", "< 60%"],
    ["＝0", "= 0"], ["等于 100%", "= 100%"], [">= -5%", ">= -5%"],
    ["80%（含）-90%", "[80%, 90%)"], ["80%-90%（含）", "(80%, 90%]"], ["80%（含）—90%（含）", "[80%, 90%]"], ["80%（不含）~90%", "(80%, 90%]"], ["80%～90%（不含）", "[80%, 90%)"], ["80%（不含）-90%（不含）", "(80%, 90%)"],
    ["0-10%（含）", "(0%, 10%]"], ["3（含）至5（含）", "[3, 5]"], ["1到2个月（含）", "(1个月, 2个月]"], ["-5%--3%（含）", "(-5%, -3%]"],
  ])("%s is %s", (words, plain) => {
    expect(plainBounds(words)).toBe(plain);
    const [low, high] = [readInterval(words), readInterval(plain)].map((one) => JSON.stringify(one, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
    expect(low).toBe(high);
    expect(high).toBeDefined();
  });

  test.each(["80%-90%", "80% — 90%", "3至5", "10-20天"])("%s does not say which end belongs to it", (words) => {
    expect(endsUnstated(words)).toBe(true);
    expect(readInterval(words)).toBeUndefined();
  });

  test.each(["超过90%（含）", "不足60%（含）", "等于5（不含）", "不低于90%以上", "92%（含）以上（含）", "大约90%", "90%左右", "5年以上学历", "不低于", "以上", "８０％以上", "1,000以上", "≧92%"])("%s is refused", (words) => {
    expect([plainBounds(words), readInterval(words), endsUnstated(words)]).toEqual([undefined, undefined, false]);
  });

  test("a target in words has its sign, its figure and its direction", () => {
    const found = readComparison("不低于 92.5%");
    expect([found?.is, found && show(found.quantity.value), found?.quantity.unit, found?.figure]).toEqual([">=", "92.5", "%", "92.5%"]);
    expect(readComparison("92%")?.is).toBeUndefined();
  });
});

test("a framework in words scores like the same one in signs", () => {
  const text = (target: string, [good, fair, poor]: readonly string[]): string => `
kind: framework
id: words
version: 1.0.0
category: project
purpose: self-evaluation
title: 说法
basis: { document: 测试, status: illustrative }
effective: { from: 2024-01-01 }
packs: []
total: 20
rounding: { places: 2, mode: half-up }
grades: [{ name: 合格, from: 0 }]
not-applicable: forbid
missing: block
indicators:
  - { id: a, name: 甲, weight: 10, unit: "%", target: "${target}", method: { kind: proportional, over: cap } }
  - { id: b, name: 乙, weight: 10, unit: "%", method: { kind: tiered, tiers: [{ when: "${good}", points: 10 }, { when: "${fair}", points: 5 }, { when: "${poor}", points: 0 }] } }
`;
  const points = (framework: string): readonly (string | undefined)[] => {
    const { scorer, diagnostics } = compile({ framework: load(framework, "words.yaml") });
    expect(diagnostics).toEqual([]);
    if (scorer === undefined) throw new Error("no scorer");
    return ["90%", "89.99%", "80%", "79.99%"].flatMap((value) => score(scorer, { kind: "actuals", objectives: "words", "as-of": "2024-12-31", values: { a: value, b: value } }).scorecard?.indicators.flatMap((one) => [one.target, one.points]) ?? []);
  };
  const plain = points(text(">= 90%", [">= 90%", "[80%, 90%)", "< 80%"]));
  expect(points(text("不低于90%", ["90%以上", "80%（含）-90%", "80%以下（不含）"]))).toEqual(plain);
  expect(plain.slice(0, 4)).toEqual(["≥90%", "10.00", undefined, "10.00"]);
});

test("gaps and overlaps name a value and both tiers", () => {
  const framework = (tiers: string): string => `{ kind: framework, id: f, version: 1.0.0, category: project, purpose: self-evaluation, title: 档, basis: { document: 测试, status: illustrative }, effective: { from: 2024-01-01 }, packs: [], total: 10, rounding: { places: 2, mode: half-up }, grades: [{ name: 合格, from: 0 }], not-applicable: forbid, missing: block, indicators: [\n{ id: a, name: 甲, weight: 10, unit: "%", domain: "[0%, 100%]", method: { kind: tiered, tiers: [\n${tiers}\n] } }] }`;
  const found = (tiers: string) => compile({ framework: load(framework(tiers), "f.yaml") }).diagnostics.map(({ code, span, facts, related }) => [code, span?.start.line, facts["witness"], related?.map((one) => one.span?.start.line)]);
  expect(found('{ when: ">= 90%", points: 10 },\n{ when: "[80%, 89%]", points: 5 },\n{ when: "< 80%", points: 0 }')).toEqual([["tiers-gap", 3, "89.1%", [4, 3]]]);
  expect(found('{ when: ">= 90%", points: 10 },\n{ when: "[80%, 95%]", points: 5 },\n{ when: "< 80%", points: 0 }')).toEqual([["tiers-overlap", 3, "90%", [4, 3]]]);
  expect(found('{ when: "> 90%", points: 10 },\n{ when: "[80%, 90%)", points: 5 },\n{ when: "< 80%", points: 0 }')).toEqual([["tiers-gap", 3, "90%", [4, 3]]]);
  expect(found('{ when: "[80%, 90%)", points: 5 },\n{ when: "< 80%", points: 0 }')).toEqual([["tiers-gap", 2, "90%", [3]]]);
});
