// One expression, many readings: the readings agree on random expressions, and formulas mean what they say.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bind } from "../src/expression/bind.ts";
import { evaluate, type Value } from "../src/expression/exact.ts";
import { choice, compare, constant, difference, type Expression, inputsOf, label, max, min, named, product, quotient, rounded, sum } from "../src/expression/expression.ts";
import { compileFast, parseScaled } from "../src/expression/fast.ts";
import { lookUp } from "../src/expression/segments.ts";
import { compileFormula } from "../src/expression/formula.ts";
import { explain } from "../src/expression/words.ts";
import { compare as order, exact, type Exact, parseExact, round, ROUNDING_MODES, show, toText } from "../src/numbers/number.ts";
import type { Input } from "../src/expression/expression.ts";

const NAMES = ["甲", "乙", "丙"] as const;
const words = label("部分", "part");
const input = (name: string): Input => ({ op: "input", name, label: label(name, name) });
const figure = fc.integer({ min: 0, max: 99999 }).map((value) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, "0")}`);

/** Expressions as methods build them: divisors are guarded, choices nest. */
const expressions = fc.letrec<{ node: Expression }>((tie) => {
  const node = tie("node");
  const two = fc.tuple(node, node);
  return {
    node: fc.oneof(
      { maxDepth: 3, depthIdentifier: "expression" },
      fc.constantFrom(...NAMES).map(input),
      figure.map((text) => constant(exact(text))),
      two.map(([a, b]) => sum(a, b)),
      two.map(([a, b]) => product(a, b)),
      two.map(([a, b]) => difference(a, b)),
      two.map(([a, b]) => min(a, b)),
      two.map(([a, b]) => max(a, b)),
      fc.tuple(node, fc.nat(2), fc.constantFrom(...ROUNDING_MODES)).map(([a, places, mode]) => rounded(a, places, mode)),
      two.map(([a, b]) => choice([{ id: "zero", label: words, when: compare(b, "<=", constant(exact("0"))), then: a }], "ratio", words, named("ratio", words, quotient(a, b)))),
      fc.tuple(node, fc.constantFrom("<", "<=", "=", ">=", ">"), node, node, node).map(([a, is, b, yes, no]) => choice([{ id: "case", label: words, when: compare(a, is as "<", b), then: yes }], "otherwise", words, no)),
    ),
  };
}).node;

const values = fc.record({ 甲: figure, 乙: figure, 丙: figure });
const environment = (given: Record<string, string>) => (name: string): Value => exact(given[name] ?? "0");
const same = (a: Value, b: Value): boolean => (typeof a === "object" && typeof b === "object" ? order(a, b) === 0 : a === b);

describe("readings of random expressions agree", () => {
  test("fast = exact wherever the fast form accepts the record", () => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, values, fc.constantFrom(...ROUNDING_MODES), (inner, given, mode) => {
        const expression = rounded(inner, 2, mode);
        const fast = compileFast(expression, (name) => ({ slot: NAMES.indexOf(name as "甲") + 1, scale: 2 }), 2);
        if (fast === undefined) return;
        const slots = new Float64Array(4);
        NAMES.forEach((name, index) => (slots[index + 1] = parseScaled(given[name], 2, "", false)));
        if (slots.some((slot) => slot > fast.limit)) return;
        const found = fast.run(slots);
        if (slots[0] !== 0) return;
        const meaning = evaluate(expression, environment(given)) as Exact;
        expect(BigInt(found)).toBe(round(meaning, 2, "down").n);
        compared++;
      }),
      { numRuns: 5000 },
    );
    expect(compared).toBeGreaterThan(2000);
  });

  test("the table over one slot = exact", () => {
    let compared = 0;
    fc.assert(
      fc.property(expressions, values, fc.array(figure, { minLength: 4, maxLength: 12 }), (inner, given, tried) => {
        const expression = rounded(bind(inner, (name) => (name === "甲" ? undefined : exact(given[name as "乙"]))), 2, "half-up");
        const fast = compileFast(expression, () => ({ slot: 1, scale: 2 }), 2);
        const { segments, limit } = fast ?? { segments: undefined, limit: 0 };
        if (segments === undefined) return;
        // Every break point of the table, its neighbours, and random figures.
        const ends = [...segments.table].filter((_, index) => index % 4 === 0 && Number.isSafeInteger(segments.table[index]));
        const slots = [...ends.flatMap((end) => [end - 1, end, end + 1]), ...tried.map((text) => parseScaled(text, 2, "", false))];
        for (const slot of slots.filter((one) => Math.abs(one) <= limit)) {
          const found = lookUp(segments.table, slot);
          const meaning = evaluate(expression, () => ({ n: BigInt(slot), d: 100n })) as Exact;
          if (!Number.isNaN(found)) expect(BigInt(found)).toBe(round(meaning, 2, "down").n);
          compared++;
        }
      }),
      { numRuns: 5000 },
    );
    expect(compared).toBeGreaterThan(10_000);
  });

  test("binding some inputs changes no value", () => {
    fc.assert(
      fc.property(expressions, values, fc.subarray([...NAMES]), (expression, given, known) => {
        const bound = bind(expression, (name) => (known.some((one) => one === name) ? exact(given[name as "甲"]) : undefined));
        expect(inputsOf(bound).every(({ name }) => !known.some((one) => one === name))).toBe(true);
        expect(same(evaluate(bound, environment(given)), evaluate(expression, environment(given)))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("explaining gives the exact evaluator's value", () => {
    fc.assert(
      fc.property(expressions, values, (expression, given) => {
        const explained = explain(named("points", words, rounded(expression, 2, "half-up")), environment(given));
        expect(same(explained.value, evaluate(rounded(expression, 2, "half-up"), environment(given)))).toBe(true);
        const last = explained.steps.filter((step) => step.kind !== "case").at(-1);
        if (last !== undefined && typeof explained.value === "object") expect([toText(explained.value, 2), show(explained.value)]).toContain(last.result);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("numbers", () => {
  test.each(["1e3", "１０", "1,000", "NaN", "", " 1", "+1", ".5", "1.", "007", "0x1F", "1_000", "Infinity", "--1", "1e9000000000000000", "1234567890123456789"])("%s is no decimal", (text) => {
    expect(parseExact(text)).toBeUndefined();
  });

  test.each([
    ["half-up", "2.345", "2.35", "-2.345", "-2.35"],
    ["half-even", "2.345", "2.34", "-2.345", "-2.34"],
    ["down", "2.349", "2.34", "-2.349", "-2.34"],
    ["up", "2.341", "2.35", "-2.341", "-2.35"],
    ["floor", "2.349", "2.34", "-2.341", "-2.35"],
    ["ceiling", "2.341", "2.35", "-2.349", "-2.34"],
  ] as const)("%s: %s → %s, %s → %s", (mode, above, up, below, down) => {
    expect(toText(round(exact(above), 2, mode), 2)).toBe(up);
    expect(toText(round(exact(below), 2, mode), 2)).toBe(down);
  });

  test("13 ÷ 12 × 7.5 is 8.125 and rounds to 8.13; dividing first would give 8.12", () => {
    const value = evaluate(product(quotient(input("甲"), input("乙")), constant(exact("7.5"))), environment({ 甲: "13", 乙: "12" })) as Exact;
    expect(toText(round(value, 2, "half-up"), 2)).toBe("8.13");
  });

  test("a zero has no sign, an endless value shows where it is cut", () => {
    expect(toText(round(exact("-0.001"), 2, "half-up"), 2)).toBe("0.00");
    expect(show({ n: 18n, d: 19n })).toBe("0.94736842…");
    expect(show(exact("9.80"))).toBe("9.8");
  });
});

describe("formulas", () => {
  const money = (name: string, unit: string): [string, Input] => [name, { ...input(name), unit }];
  const of = (text: string, inputs: readonly [string, Input][], unit: string | undefined, given: Record<string, string>): string => {
    const formula = compileFormula(text, new Map(inputs), unit);
    if ("code" in formula) return JSON.stringify(formula);
    const value = evaluate(formula.expression, environment(given));
    return typeof value === "string" ? value : show(value);
  };

  test.each([
    ["1 + 2 × 3", "7"],
    ["(1 + 2) × 3", "9"],
    ["7 − 2 − 1", "4"],
    ["12 ÷ 2 ÷ 3", "2"],
    ["-(1 - 3)", "2"],
    ["min(3, 1, 2) + max(1，5)", "6"],
    ["1.5*2", "3"],
  ])("%s = %s", (text, expected) => expect(of(text, [], undefined, {})).toBe(expected));

  test.each([
    ["1 +", '{"code":"formula-syntax","at":""}'],
    ["(1", '{"code":"formula-syntax","at":""}'],
    ["1 > 2", '{"code":"formula-syntax","at":"> 2"}'],
    ["1 2", '{"code":"formula-syntax","at":"2"}'],
    ["执行 / 2", '{"code":"formula-unknown-name","name":"执行"}'],
    ["1e3", '{"code":"formula-syntax","at":"e3"}'],
    ["(".repeat(40), '{"code":"formula-syntax","at":"("}'],
  ])("%s is refused: %s", (text, expected) => expect(of(text, [], undefined, {})).toBe(expected));

  test("units are followed: 万元 ÷ 元 as a percentage", () => {
    expect(of("executed / budget", [money("executed", "元"), money("budget", "万元")], "%", { executed: "9500", budget: "1" })).toBe("95");
    expect(of("executed / budget", [money("executed", "元"), money("budget", "人")], "%", {})).toBe('{"code":"formula-unit","found":"money·人^-1","expected":"%"}');
    expect(of("a + b", [money("a", "万元"), money("b", "元")], "元", { a: "1", b: "1" })).toBe("10001");
    expect(of("a + b", [money("a", "万元"), money("b", "户")], "元", {})).toBe('{"code":"formula-unit","found":"户","expected":"money"}');
  });

  test("a hyphen inside a declared name belongs to the name", () => {
    expect(of("a-b", [["a-b", input("a-b")], ["a", input("a")]], undefined, { "a-b": "5", a: "1" })).toBe("5");
    expect(of("a-b", [["a", input("a")], ["b", input("b")]], undefined, { a: "5", b: "1" })).toBe("4");
  });

  test("a divisor that is always zero is a declared outcome, not a fault", () => {
    for (const text of ["甲 ÷ (乙 − 乙)", "1 ÷ (2 − 2)", "甲 ÷ min(0, 0)"]) {
      const formula = compileFormula(text, new Map(["甲", "乙"].map((name) => [name, input(name)])), undefined);
      if ("code" in formula) throw new Error(formula.code);
      const zero = formula.divisors.map((divisor, index) => ({ id: `${index}`, label: words, when: compare(divisor, "=", constant(exact("0"))), then: constant(exact("7")) }));
      const guarded = rounded(choice(zero, "ratio", words, formula.expression), 2, "half-up");
      expect(evaluate(bind(guarded, () => undefined), environment({ 甲: "5", 乙: "3" }))).toEqual({ n: 700n, d: 100n });
      const fast = compileFast(guarded, (name) => ({ slot: name === "甲" ? 1 : 2, scale: 2 }), 2);
      expect(fast?.run(Float64Array.from([0, 500, 300]))).toBe(700);
    }
  });

  test("every divisor is handed out, innermost first", () => {
    const formula = compileFormula("a / (b / c)", new Map(["a", "b", "c"].map((name) => [name, input(name)])), undefined);
    expect("divisors" in formula && formula.divisors.map((one) => one.op)).toEqual(["input", "quotient"]);
  });
});
