// Laws of scoring as properties: whatever is entered, these hold. Exact comparisons only.
import fc from "fast-check";
import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { compile, load, score, tally, type Scorecard, type Scorer } from "../src/index.ts";
import { compileProgram } from "../src/compile/index.ts";
import { evaluate } from "../src/expression/exact.ts";
import { exact, show, toText } from "../src/numbers/number.ts";
import { builtinExample } from "../src/node/index.ts";
import type { ActualValue } from "../src/types/types.ts";

const RUNS = { numRuns: 1000 };

/** A framework of indicators given as [id, weight, rest of the node in flow style]. */
type Node = readonly [id: string, weight: string, rest: string];
function frameworkText(nodes: readonly Node[]): string {
  const total = nodes.reduce((sum, [, weight]) => sum + BigInt(Math.round(Number(weight) * 100)), 0n);
  return `
kind: framework
id: laws
version: 1.0.0
category: project
purpose: self-evaluation
title: 性质测试
basis: { document: 测试, status: illustrative }
effective: { from: 2020-01-01 }
packs: []
total: ${total / 100n}.${String(total % 100n).padStart(2, "0")}
rounding: { places: 2, mode: half-up }
grades: [{ name: 优, from: 1 }, { name: 差, from: 0 }]
not-applicable: rescale-total
missing: block
indicators:
${nodes.map(([id, weight, rest]) => `  - { id: ${id}, name: ${id}, weight: ${weight}, ${rest} }`).join("\n")}
`;
}

function scorerOf(nodes: readonly Node[]): Scorer {
  const { scorer, diagnostics } = compile({ framework: load(frameworkText(nodes), "laws.yaml") });
  expect(diagnostics).toEqual([]);
  if (scorer === undefined) throw new Error("no scorer");
  return scorer;
}

function card(scorer: Scorer, values: Record<string, ActualValue>): Scorecard {
  const { scorecard, diagnostics } = score(scorer, { kind: "actuals", objectives: scorer.subject, "as-of": "2024-12-31", values });
  expect(diagnostics).toEqual([]);
  if (scorecard === undefined) throw new Error("no scorecard");
  return scorecard;
}

// ---- an independent oracle: integers only, nothing of the library -------------------------------------------

/** round half up of (numerator ÷ denominator) to `places`, as text */
function oracleRound(numerator: bigint, denominator: bigint, places: number): string {
  const scaled = numerator * 10n ** BigInt(places);
  let quotient = scaled / denominator;
  if ((scaled % denominator) * 2n >= denominator) quotient += 1n;
  const digits = quotient.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
const cents = (text: string): bigint => {
  const [whole = "0", fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(2, "0"));
};
const money = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, "0")}`;

const WEIGHTS = ["10", "7.5", "3.71", "22.5", "0.01", "33.33"];
const ratioNodes = WEIGHTS.map((weight, index) => [`r${index}`, weight, `method: { kind: budget-execution, denominator: adjusted-budget, unit: 万元, zero-denominator: zero, over: cap }`] as const);
const ratios = scorerOf(ratioNodes);

function oraclePoints(executed: bigint, budget: bigint, weight: string): string {
  if (budget === 0n) return "0.00";
  return executed >= budget ? oracleRound(cents(weight), 100n, 2) : oracleRound(executed * cents(weight), budget * 100n, 2);
}

describe("100,000 random ratios", () => {
  // A fixed linear congruential generator: the same 100,000 cases on every machine.
  let state = 20241231n;
  const next = (below: bigint): bigint => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return (state >> 16n) % below;
  };
  const cases = Array.from({ length: 100_000 }, (_, index) => {
    const budget = index % 3 === 0 ? next(200n) : next(10_000_000n);
    const executed = index % 7 === 0 ? budget : next(budget + budget / 5n + 2n);
    return { executed, budget };
  });

  test("the fast evaluator agrees with exact integers", () => {
    let wrong = 0;
    for (const { executed, budget } of cases) {
      const row = { executed: money(executed), "adjusted-budget": money(budget) };
      const found = tally(ratios, Object.fromEntries(WEIGHTS.map((_, index) => [`r${index}`, row])));
      const expected = WEIGHTS.map((weight) => cents(oraclePoints(executed, budget, weight)));
      if (found === undefined || expected.some((one, index) => one !== BigInt(found.points[index] ?? -1))) wrong++;
      else if (BigInt(found.total) !== expected.reduce((a, b) => a + b, 0n)) wrong++;
    }
    expect(wrong).toBe(0);
  });

  test("the exact evaluator agrees with exact integers", () => {
    const { program } = compileProgram({ framework: load(frameworkText(ratioNodes), "laws.yaml") });
    const wrong = cases.filter(({ executed, budget }) => {
      const entered = new Map([["executed", exact(money(executed))], ["adjusted-budget", exact(money(budget))]]);
      return program?.leaves.some(({ expression, leaf }) => {
        const value = evaluate(expression, (name) => entered.get(name) ?? "missing");
        return typeof value === "string" || toText(value, 2) !== oraclePoints(executed, budget, show(leaf.weight));
      });
    });
    expect(program?.leaves.length).toBe(WEIGHTS.length);
    expect(wrong).toEqual([]);
  });
});

// ---- every method, one framework -----------------------------------------------------------------------------

const ALL: readonly Node[] = [
  ["higher", "9.37", 'target: ">= 137.5", method: { kind: proportional, over: { reduce: [{ above: 130%, share: 90% }] }, pass: 20% }'],
  ["lower", "8", 'target: "<= 12.5", method: { kind: proportional, over: cap }'],
  ["linear-reverse", "10", 'target: "<= 10", method: { kind: reverse, form: linear, zero-at: 2 }'],
  ["tiers", "5", 'unit: "%", method: { kind: tiered, tiers: [{ when: ">= 90%", points: 5 }, { when: "[80%, 90%)", points: 4 }, { when: "[60%, 80%)", points: 2.5 }, { when: "< 60%", points: 0 }] }'],
  ["steps", "5", 'unit: "%", method: { kind: deduction, per: unit, from: 100%, direction: above, each: 1%, deduct: { share: 10% }, step: linear }'],
  ["counts", "6", "method: { kind: deduction, per: count, deduct: { points: 0.7 } }"],
  ["sum", "10", "method: { kind: accumulation, each: { points: 1.3 } }"],
  ["between", "10", 'unit: "%", method: { kind: linear, from: { at: 60%, points: 0 }, to: { at: 90%, points: 10 }, before: zero }'],
  ["near", "5", 'target: "= 100", method: { kind: two-sided, difference: relative, full-within: 5%, zero-at: 30% }'],
  ["satisfied", "15", 'unit: "%", target: ">= 92%", method: { kind: satisfaction, zero-below: 60%, between: proportional }'],
  ["yes", "2", "method: { kind: direct }"],
  ["points-list", "3", "method: { kind: checklist, check-points: [{ id: a, name: 甲, points: 1 }, { id: b, name: 乙, points: 1.25 }, { id: c, name: 丙, points: 0.75 }] }"],
  ["growth", "4", '"not-applicable": forbid, unit: "%", measure: { formula: "(本年 − 上年) / 上年", inputs: { 本年: { name: 本年, unit: 元 }, 上年: { name: 上年, unit: 万元 } }, zero-denominator: full-marks }, method: { kind: tiered, tiers: [{ when: "<= 0%", points: 4 }, { when: "(0%, 10%]", points: 2 }, { when: "> 10%", points: 0 }] }'],
  ["ratio", "10", "method: { kind: budget-execution, denominator: adjusted-budget, unit: 万元, zero-denominator: zero, over: { zero-above: 130% }, pass: 50% }"],
];
const every = scorerOf(ALL);

const figure = (max: number, places = 2): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max: places })).map(([value, scale]) => {
    const digits = String(value).padStart(scale + 1, "0");
    return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  });
const percent = figure(15000).map((one) => `${one}%`);
const record = fc.record({
  higher: figure(40000),
  lower: figure(4000),
  "linear-reverse": figure(3000),
  tiers: percent,
  steps: percent,
  counts: figure(12, 0),
  sum: figure(12, 0),
  between: percent,
  near: figure(20000),
  satisfied: percent,
  yes: fc.constantFrom<ActualValue>("是", "否", true, false),
  "points-list": fc.record({ a: fc.boolean(), b: fc.boolean(), c: fc.boolean() }) as fc.Arbitrary<ActualValue>,
  growth: fc.record({ 本年: figure(9_000_000), 上年: figure(900) }) as fc.Arbitrary<ActualValue>,
  ratio: fc.record({ executed: figure(2_000_000), "adjusted-budget": figure(2_000_000) }) as fc.Arbitrary<ActualValue>,
});

describe("laws", () => {
  test("the total is the sum of the shown points, and 0 ≤ points ≤ weight", () => {
    fc.assert(
      fc.property(record, (values) => {
        const found = card(every, values);
        const sum = found.indicators.reduce((total, one) => total + cents(one.points ?? ""), 0n);
        expect(found.total.points).toBe(money(sum));
        for (const one of found.indicators) {
          expect(cents(one.points ?? "") >= 0n && cents(one.points ?? "") <= cents(one.weight)).toBe(true);
          expect(cents(one.points ?? "") + cents(one.lost ?? "")).toBe(cents(one.weight));
        }
      }),
      RUNS,
    );
  });

  test("the fast evaluator equals the exact one, points, total and grade", () => {
    fc.assert(
      fc.property(record, (values) => {
        const fast = tally(every, values);
        const found = card(every, values);
        expect([...(fast?.points ?? [])].map((one) => money(BigInt(one)))).toEqual(found.indicators.map((one) => one.points));
        expect(money(BigInt(fast?.total ?? -1))).toBe(found.total.points);
        expect(every.grades[fast?.grade ?? -1]).toBe(found.grade);
      }),
      RUNS,
    );
  });

  test("operands beyond the fast range give the same points", () => {
    const wide = fc.tuple(fc.bigInt({ min: 1n, max: 10n ** 17n }), fc.bigInt({ min: 1n, max: 10n ** 17n }), fc.integer({ min: 5, max: 12 }));
    fc.assert(
      fc.property(wide, ([a, b, places]) => {
        const text = (value: bigint): string => `${value}.${"1".padStart(places, "0")}`;
        const row = { executed: text(a), "adjusted-budget": text(b) };
        const scale = 10n ** BigInt(places);
        const [executed, budget] = [a * scale + 1n, b * scale + 1n];
        const found = tally(ratios, Object.fromEntries(WEIGHTS.map((_, index) => [`r${index}`, row])));
        WEIGHTS.forEach((weight, index) => expect(BigInt(found?.points[index] ?? -1)).toBe(cents(oraclePoints(executed, budget, weight))));
      }),
      RUNS,
    );
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("%s is no yes and no no", (word) => {
    expect(tally(every, { ...base, yes: word })).toBeUndefined();
    const { scorecard, diagnostics } = score(every, { kind: "actuals", objectives: "laws", "as-of": "2024-12-31", values: { ...base, yes: word } });
    expect([scorecard, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["value-not-an-option"]]);
  });

  test("forty knock-outs on one total: the work grows with their number, not with their combinations", () => {
    const nodes = Array.from({ length: 40 }, (_, index): Node => [`i${index}`, "1", 'unit: "%", tags: [social], target: ">= 90%", method: { kind: proportional, over: cap }']);
    const pack = `{ kind: pack, id: caps, version: 1.0.0, title: 上限, effective: { from: 2020-01-01 }, rules: [{ id: cap, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { tag: social, actual-below: 60 }, then: { cap: 20 } }] }`;
    const { scorer, diagnostics } = compile({ framework: load(frameworkText(nodes).replace("packs: []", "packs: [caps]"), "laws.yaml"), packs: [load(pack, "caps.yaml")] });
    expect(diagnostics).toEqual([]);
    if (scorer === undefined) throw new Error("no scorer");
    const values = Object.fromEntries(nodes.map(([id], index) => [id, index === 3 ? "50%" : "90%"]));
    expect(card(scorer, values).total.points).toBe("20.00");
    expect(card(scorer, { ...values, i3: "60%" }).total.points).toBe("39.67");
  });

  const better: readonly (readonly [string, "up" | "down", fc.Arbitrary<string>])[] = [
    ["lower", "down", figure(4000)],
    ["linear-reverse", "down", figure(3000)],
    ["tiers", "up", percent],
    ["steps", "down", percent],
    ["counts", "down", figure(12, 0)],
    ["sum", "up", figure(12, 0)],
    ["between", "up", percent],
    ["satisfied", "up", percent],
  ];
  const base = { higher: "1", lower: "1", "linear-reverse": "1", tiers: "1%", steps: "1%", counts: "1", sum: "1", between: "1%", near: "1", satisfied: "1%", yes: "是", "points-list": { a: true, b: true, c: true }, growth: { 本年: "1", 上年: "1" }, ratio: { executed: "1", "adjusted-budget": "1" } };
  test.each(better)("a better actual of %s never scores less", (id, direction, values) => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [a, b] = [one, other].map((text) => tally(every, { ...base, [id]: text }));
        const order = cents(one.replace("%", "")) < cents(other.replace("%", "")) ? -1 : 1;
        const index = ALL.findIndex(([name]) => name === id);
        const [low, high] = (order < 0) === (direction === "up") ? [a, b] : [b, a];
        if (cents(one.replace("%", "")) === cents(other.replace("%", ""))) expect(a?.points[index]).toBe(b?.points[index]);
        else expect((low?.points[index] ?? -1) <= (high?.points[index] ?? -2)).toBe(true);
      }),
      RUNS,
    );
  });
});

// ---- determinism ---------------------------------------------------------------------------------------------

/** The same data with every mapping's keys in another order. */
function shuffled(data: unknown, random: () => number): unknown {
  if (Array.isArray(data)) return data.map((one) => shuffled(one, random));
  if (typeof data !== "object" || data === null) return data;
  const entries = Object.entries(data).map(([key, value]) => ({ key, value: shuffled(value, random), at: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ key, value }) => [key, value]));
}

const example = builtinExample("student-aid-2022");
const [actuals, framework, objectives] = (["actuals", "framework", "objectives"] as const).map((kind) => example.find((one) => one.kind === kind));
const scoreTexts = (texts: readonly string[]): string => {
  const [one, two, three] = texts.map((text, index) => load(text, `${index}.yaml`));
  if (!one || !two || !three) throw new Error("three documents");
  const { scorer } = compile({ framework: one, objectives: two });
  return JSON.stringify(scorer && score(scorer, three));
};

describe("determinism", () => {
  const documents = [framework, objectives, actuals].map((one) => one?.data);
  const reference = scoreTexts(documents.map((one) => JSON.stringify(one)));

  test("the order of keys and of actuals changes no byte", () => {
    expect(reference).toContain('"points":"99.80"');
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        let state = seed;
        const random = (): number => (state = (Math.imul(state, 1664525) + 1013904223) | 0);
        const same = scoreTexts(documents.map((one) => JSON.stringify(shuffled(one, random)))) === reference;
        expect(same).toBe(true);
      }),
      RUNS,
    );
  });

  test("scoring twice gives the same bytes, whatever a host does to decimal.js", () => {
    const before = Decimal.precision;
    try {
      Decimal.set({ precision: 3, rounding: 1, toExpNeg: 0, toExpPos: 0 });
      expect(scoreTexts(documents.map((one) => JSON.stringify(one)))).toBe(reference);
    } finally {
      Decimal.set({ defaults: true });
    }
    expect(Decimal.precision).toBe(before);
    expect(scoreTexts(documents.map((one) => JSON.stringify(one)))).toBe(reference);
  });
});

describe("mutilated documents", () => {
  const texts = [framework, objectives, actuals].map((one) => one?.text ?? "");
  const edit = fc.record({ which: fc.nat(2), at: fc.nat(4000), cut: fc.nat(12), put: fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("：", "％", "&a", "*a", "!!x", "- ", "{", "]", "\n---\n", "null", "１０", "__proto__: 1\n")) });

  test("never throw, and every problem has a place or a document", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const copies = [...texts];
        for (const { which, at, cut, put } of edits) {
          const text = copies[which] ?? "";
          const from = at % (text.length + 1);
          copies[which] = text.slice(0, from) + put + text.slice(from + cut);
        }
        const [one, two, three] = copies.map((text, index) => load(text, `${index}.yaml`));
        if (!one || !two || !three) throw new Error("three documents");
        const { scorer, diagnostics } = compile({ framework: one, objectives: two });
        const found = [...diagnostics, ...(scorer === undefined ? [] : score(scorer, three).diagnostics)];
        if (scorer === undefined) expect(found.length).toBeGreaterThan(0);
        for (const { code, file, span, message } of found) {
          expect(message).not.toContain("undefined");
          if (code !== "more-problems") expect([file, span?.start.line]).not.toContain(undefined);
        }
      }),
      RUNS,
    );
  });
});
