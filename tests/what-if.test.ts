// What would change the result: every answer is rescored, just before, at and after the bound, and «cannot» is tried.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, load, score, whatIf, whatIfText, type Scorecard, type Scorer } from "../src/index.ts";
import { add, compare, exact, parseExact, subtract, toPlainText } from "../src/numbers/number.ts";
import type { ActualValue } from "../src/types/types.ts";
import type { Change, WhatIf } from "../src/types/what-if-types.ts";

const header = (total: number, indicators: string, { packs = "[]", policy = "forbid", grades = "[{ name: 优, from: 90 }, { name: 良, from: 80 }, { name: 中, from: 60 }, { name: 差, from: 0 }]" } = {}): string => `
kind: framework
id: w
version: 1.0.0
category: project
purpose: self-evaluation
title: 假如
basis: { document: 测试, status: illustrative }
effective: { from: 2020-01-01 }
packs: ${packs}
total: ${total}
rounding: { places: 2, mode: half-up }
grades: ${grades}
not-applicable: ${policy}
missing: block
indicators:
${indicators}`;

const EVERY = `
  - { id: higher, name: 甲, weight: 15, target: ">= 137.5", method: { kind: proportional, over: { zero-above: 150% }, pass: 20% } }
  - { id: lower, name: 乙, weight: 10, target: "<= 12.5", method: { kind: proportional, over: cap } }
  - { id: reverse, name: 丙, weight: 10, target: "<= 10", method: { kind: reverse, form: linear, zero-at: 2 } }
  - { id: tiers, name: 丁, weight: 10, unit: "%", method: { kind: tiered, tiers: [{ when: ">= 90%", points: 10 }, { when: "[80%, 90%)", points: 8 }, { when: "[60%, 80%)", points: 5 }, { when: "< 60%", points: 0 }] } }
  - { id: steps, name: 戊, weight: 10, unit: "%", method: { kind: deduction, per: unit, from: 100%, direction: above, each: 3%, deduct: { points: 1.5 }, step: ceil } }
  - { id: near, name: 己, weight: 10, target: "= 100", method: { kind: two-sided, difference: relative, full-within: 5%, zero-at: 30% } }
  - { id: satisfied, name: 庚, weight: 15, unit: "%", domain: "[0%, 100%]", tags: [social], target: ">= 92%", method: { kind: satisfaction, between: proportional } }
  - { id: graded, name: 辛, weight: 10, method: { kind: graded, grades: [{ name: 好, share: "[80%, 100%]" }, { name: 中, share: "[60%, 80%)" }, { name: 差, share: "[0%, 60%)" }] } }
  - { id: ratio, name: 壬, weight: 5, method: { kind: budget-execution, denominator: adjusted-budget, unit: 万元, zero-denominator: zero, over: cap, pass: 50% } }
  - { id: yes, name: 癸, weight: 5, method: { kind: direct } }
`;
const RULES = `
kind: pack
id: p
version: 1.0.0
title: 包
effective: { from: 2020-01-01 }
rules:
  - { id: zero, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { tag: social, actual-below: 60 }, then: zero }
  - { id: cap, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { indicator: tiers, actual-below: 50 }, then: { cap: 75 } }
  - { id: grade, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { indicator: steps, actual-above: 112 }, then: { cap-grade: 中 } }
  - { id: reject, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { indicator: near, completion-above: 140% }, then: reject }
  - { id: factor, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { indicator: higher, completion-below: 30% }, then: { multiply: 0.9 } }
`;
function scorerOf(framework: string, pack?: string): Scorer {
  const { scorer, diagnostics } = compile({ framework: load(framework, "w.yaml"), packs: pack === undefined ? [] : [load(pack, "p.yaml")] });
  expect(diagnostics).toEqual([]);
  if (scorer === undefined) throw new Error("no scorer");
  return scorer;
}
const scorer = scorerOf(header(100, EVERY, { packs: "[p]" }), RULES);
type Values = Record<string, ActualValue>;
const actuals = (values: Values) => ({ kind: "actuals", objectives: "w", "as-of": "2024-12-31", values }) as const;
const card = (values: Values, by = scorer): Scorecard | undefined => score(by, actuals(values)).scorecard;
const found = (values: Values, by = scorer): WhatIf => {
  const { whatIf: one, diagnostics } = whatIf(by, actuals(values));
  if (one === undefined) throw new Error(JSON.stringify(diagnostics));
  return one;
};

const figure = (max: number, places = 2): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: places })).map(([value, scale]) => {
    const digits = String(value).padStart(scale + 1, "0");
    return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  });
const near = (low: number, high: number): fc.Arbitrary<string> => fc.integer({ min: low * 100, max: high * 100 }).map((value) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, "0")}`);
const record: fc.Arbitrary<Values> = fc.record({
  higher: fc.oneof(near(100, 210), figure(30000)),
  lower: fc.oneof(near(10, 20), figure(4000)),
  reverse: near(8, 22),
  tiers: near(40, 100).map((one) => `${one}%`),
  steps: near(95, 125).map((one) => `${one}%`),
  near: near(60, 150),
  satisfied: near(50, 100).map((one) => `${one}%`),
  graded: fc.constantFrom<ActualValue>({ grade: "好", points: "9.25" }, { grade: "好", points: "8" }, { grade: "中", points: "6.5" }, { grade: "差", points: "3.00" }),
  ratio: fc.record({ executed: near(0, 150), "adjusted-budget": near(80, 120) }) as fc.Arbitrary<ActualValue>,
  yes: fc.constantFrom<ActualValue>("是", "否"),
});

/** The evaluation with one entry written otherwise. */
function changed(values: Values, id: string, input: string, value: string, along: Readonly<Record<string, string>> = {}): Values {
  const entry = values[id];
  return { ...values, [id]: typeof entry === "object" ? { ...entry, ...along, [input]: value } : value };
}
const indexOf = (one: Scorecard | undefined): number => (one?.grade == null ? (one?.rejected === true ? 9 : -1) : scorer.grades.indexOf(one.grade));
/** Whether scoring says that it came about. */
function cameAbout(change: Change, id: string, before: Scorecard, after: Scorecard | undefined): boolean {
  if (after === undefined || after.total.points === undefined || after.indicators.find((one) => one.id === id)?.state !== "scored") return false;
  if (change.what === "lift") return indexOf(after) < indexOf(before);
  if (change.what === "drop") return indexOf(after) > indexOf(before);
  return after.knockOuts.find((one) => one.rule === change.of && one.indicator === id)?.holds === (change.what === "trip");
}
const numberOf = (text: string): string => /^-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? "";
const suffixOf = (text: string): string => text.slice(numberOf(text).length);

describe("every answer, rescored", () => {
  test("at the value, at the bound, and just on either side of it; between the actual value and the answer nothing does it", () => {
    let shifts = 0;
    fc.assert(
      fc.property(record, (values) => {
        const before = card(values);
        if (before === undefined) throw new Error("not scored");
        const answer = found(values);
        expect([answer.total, answer.grade]).toEqual([before.total.points, before.grade]);
        for (const { id, inputs } of answer.indicators) {
          for (const { name, actual, solved, changes } of inputs) {
            expect(solved).toBe(true);
            for (const change of changes) {
              const { shift } = change;
              if (shift === null) continue;
              shifts++;
              const along = shift.with ?? {};
              const at = (value: string): Scorecard | undefined => card(changed(values, id, name, value, along));
              const after = at(shift.value);
              expect([cameAbout(change, id, before, after), after?.total.points, after?.grade, after?.indicators.find((one) => one.id === id)?.points]).toEqual([true, shift.total, shift.grade, shift.points]);
              const [present, next] = [parseExact(numberOf(actual)), parseExact(numberOf(shift.value))];
              if (present === undefined || next === undefined || shift.threshold === undefined) continue;
              const suffix = suffixOf(actual);
              const away = compare(next, present) > 0 ? 1 : -1;
              const written = (value: { n: bigint; d: bigint } | undefined): string | undefined => value && toPlainText(value) && `${toPlainText(value)}${suffix}`;
              // One unit of the written precision nearer to the actual value it has not come about yet.
              const places = (numberOf(shift.value).split(".")[1] ?? "").length;
              const unit = exact(places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`);
              const nearer = away > 0 ? subtract(next, unit) : add(next, unit);
              const between = away > 0 ? compare(nearer, present) >= 0 : compare(nearer, present) <= 0;
              if (between && Object.keys(along).length === 0) expect(cameAbout(change, id, before, at(written(nearer) ?? ""))).toBe(false);
              // The bound itself, and a trillionth on either side.
              const bound = parseExact(numberOf(shift.threshold.value));
              if (bound === undefined || shift.threshold.value.includes("/")) continue;
              const tiny = exact("0.000000000001");
              expect(cameAbout(change, id, before, at(written(bound) ?? ""))).toBe(shift.threshold.included);
              const [outside, inside] = away > 0 ? [subtract(bound, tiny), add(bound, tiny)] : [add(bound, tiny), subtract(bound, tiny)];
              if (Object.keys(along).length === 0 && compare(bound, present) !== 0) expect(cameAbout(change, id, before, at(written(outside) ?? ""))).toBe(false);
              if (compare(bound, next) !== 0) expect(cameAbout(change, id, before, at(written(inside) ?? ""))).toBe(true);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(shifts).toBeGreaterThan(600);
  });

  test("what cannot be done by one value alone is not done by any of a thousand", () => {
    const tried = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? String(index / 4) : String(Math.trunc(index / 5)))).map((one) => (one.includes(".") ? one : `${one}.0`));
    fc.assert(
      fc.property(record, (values) => {
        const before = card(values);
        if (before === undefined) throw new Error("not scored");
        for (const { id, inputs } of found(values).indicators) {
          for (const { name, actual, changes } of inputs) {
            for (const change of changes.filter(({ shift }) => shift === null)) {
              const others = ["是", "否"].includes(actual) ? ["是", "否"] : tried.map((one) => `${one}${suffixOf(actual)}`);
              const done = others.filter((value, index) => (index % 25 === 0 || others.length < 3) && cameAbout(change, id, before, card(changed(values, id, name, value))));
              expect([id, change.what, change.of, done]).toEqual([id, change.what, change.of, []]);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("by hand", () => {
  // 比例法: 60 分 × A ÷ 100 + 40 = 90 → A = 83.33…; 良 from 80 → A = 66.66…
  const two = scorerOf(header(100, '  - { id: a, name: 甲, weight: 60, target: ">= 100", unit: 户, method: { kind: proportional, over: cap } }\n  - { id: b, name: 乙, weight: 40, method: { kind: direct } }'));
  const changes = (values: Values, id: string): readonly Change[] => found(values, two).indicators.find((one) => one.id === id)?.inputs[0]?.changes ?? [];

  test("the bound is exact: half a cent below it rounds up", () => {
    // 49.995 of 60 is 83.325 of 100: its points round to 50.00, and the total to 90.00.
    const [lift, drop] = changes({ a: "70 户", b: "是" }, "a");
    expect(lift).toEqual({ what: "lift", of: "优", shift: { threshold: { value: "83.325 户", included: true }, value: "84 户", points: "50.40", total: "90.40", grade: "优" } });
    // 39.995 of 60 is 66.6583…: below it the points round to 39.99.
    expect(drop).toEqual({ what: "drop", of: "中", shift: { threshold: { value: "7999/120 户", included: false }, value: "66 户", points: "39.60", total: "79.60", grade: "中" } });
  });
  test("the nearest value has the decimals of the actual value", () => {
    expect(changes({ a: "70.00", b: "是" }, "a")[0]?.shift?.value).toBe("83.33");
    expect(changes({ a: "70.0", b: "是" }, "a")[0]?.shift?.value).toBe("83.4");
  });
  test("what its own points cannot do", () => expect(changes({ a: "70", b: "否" }, "b").map(({ what, of, shift }) => [what, of, shift?.value])).toEqual([["lift", "中", "是"]]));
  test("100 of 100: nothing better, and 良 by either", () => {
    expect(changes({ a: "100", b: "是" }, "b")).toEqual([{ what: "drop", of: "良", shift: { value: "否", points: "0.00", total: "60.00", grade: "中" } }]);
  });

  test("a unit other than the indicator's: bounds in the unit that was written", () => {
    const money = scorerOf(header(100, '  - { id: a, name: 甲, weight: 100, target: ">= 100万元", unit: 元, method: { kind: proportional, over: cap } }'));
    const [lift] = found({ a: "85.0万元" }, money).indicators[0]?.inputs[0]?.changes ?? [];
    expect(lift?.shift).toEqual({ threshold: { value: "89.995万元", included: true }, value: "90.0万元", points: "90.00", total: "90.00", grade: "优" });
  });

  test("effective weights after rescaling, and what rests on judgement", () => {
    // 50 + 30 of 80 that apply: worth 62.5 and 37.5; 25 and 30 points count 31.25 and 37.5.
    const rescaled = scorerOf(header(100, '  - { id: a, name: 甲, weight: 50, target: ">= 100", method: { kind: proportional, over: cap } }\n  - { id: b, name: 乙, weight: 30, method: { kind: graded, grades: [{ name: 好, share: 100% }, { name: 差, share: 0% }] } }\n  - { id: c, name: 丙, weight: 20, method: { kind: direct } }', { policy: "rescale-total" }));
    const answer = found({ a: "50", b: "好", c: "not-applicable" }, rescaled);
    expect(answer.indicators.map(({ id, worth, share }) => [id, worth, share])).toEqual([["a", "62.5", "62.5%"], ["b", "37.5", "37.5%"], ["c", "0", "0%"]]);
    expect([answer.total, answer.judged]).toEqual(["68.75", { worth: "37.5", share: "37.5%", points: "37.5", pointsShare: "54.54…%" }]);
  });

  test("an alternative that does not count is worth nothing", () => {
    const either = scorerOf(header(40, '  - { id: g, name: 组, weight: 40, combine: { kind: either-of, choose: best }, indicators: [{ id: a, name: 甲, target: ">= 100", method: { kind: proportional, over: cap } }, { id: b, name: 乙, target: ">= 100", method: { kind: proportional, over: cap } }] }', { grades: "[{ name: 优, from: 30 }, { name: 差, from: 0 }]" }));
    const answer = found({ a: "50", b: "60" }, either);
    expect(answer.indicators.map(({ id, worth, inputs }) => [id, worth, inputs[0]?.changes[0]?.shift?.value])).toEqual([["a", "0", "75"], ["b", "40", "75"]]);
  });

  test("while something is missing only knock-outs are looked at", () => {
    const answer = found({ satisfied: "70%", higher: "pending" });
    expect([answer.total, answer.grade, answer.better]).toEqual([null, null, null]);
    expect(answer.indicators.find((one) => one.id === "satisfied")?.inputs[0]?.changes.map(({ what, of, shift }) => [what, of, shift?.value])).toEqual([["trip", "p/zero", "59%"]]);
  });
});

test("the text, in both languages", () => {
  const one = scorerOf(header(100, '  - { id: a, name: 甲, weight: 60, target: ">= 100", method: { kind: proportional, over: cap } }\n  - { id: b, name: 乙, weight: 40, method: { kind: direct } }'));
  const answer = found({ a: "70", b: "是" }, one);
  expect(whatIfText(answer)).toBe(`假如 假如：总分 82.00，等级 良（上一等级 优，下一等级 中）

甲：得分 42.00，满分在总分中值 60（60%）
  实际完成值 70
    升至“优”：84（界限 83.325，含） → 得分 50.40，总分 90.40，优
    降至“中”：66（界限 7999/120，不含） → 得分 39.60，总分 79.60，中

乙：得分 40.00，满分在总分中值 40（40%）
  是否符合 是
    升至“优”：单凭此值不能
    降至“中”：否 → 得分 0.00，总分 42.00，差

定性评价：0，占满分 0%；0，占得分 0%
`);
  const english = whatIfText(answer, { lang: "en", indicator: "a" });
  expect(english).toBe(`What if 假如: Total 82.00, Grade 良 (next better grade 优, next worse grade 中)

甲: Points 42.00, full marks are worth 60 (60%) of the total
  actual 70
    lifts to “优”: 84 (bound 83.325, included) → Points 50.40, Total 90.40, 优
    drops to “中”: 66 (bound 7999/120, not included) → Points 39.60, Total 79.60, 中
`);
});
