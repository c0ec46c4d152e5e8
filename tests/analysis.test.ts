// The static analysis against brute force: verdicts against sampled values, least and most points against everything
// sampled, totals against every combination, and tables with a fault of which the two actual values are known.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, analysisText, compile, configure, load, runTest, score, verify, whatIf, whatIfText, writeTests, type Analysis, type IndicatorAnalysis, type Loaded } from "../src/index.ts";
import { attainableTotals } from "../src/analysis/totals.ts";
import { figuresOfPoints } from "../src/analysis/points.ts";
import { viewsOf } from "../src/analysis/views.ts";
import { compileProgram } from "../src/compile/index.ts";
import { evaluate } from "../src/expression/exact.ts";
import { isKind } from "../src/types/loaded.ts";
import { builtin, readFolder, shelf } from "../src/node/index.ts";
import { compare, exact, type Exact, round } from "../src/numbers/number.ts";
import type { Program } from "../src/model/program.ts";
import type { ActualValue } from "../src/types/types.ts";

const framework = (indicators: string, { total = 10, packs = "[]", grades = "[{ name: 合格, from: 0 }]", policy = "forbid", more = "" } = {}): Loaded =>
  load(
    `{ kind: framework, id: f, version: 1.0.0, category: project, purpose: self-evaluation, title: 分析, basis: { document: 测试, status: illustrative }, effective: { from: 2020-01-01 }, packs: ${packs}, total: ${total}, rounding: { places: 2, mode: half-up }, grades: ${grades}, not-applicable: ${policy}, missing: block, ${more} indicators: [${indicators}] }`,
    "f.yaml",
  );
const one = (rest: string, weight = "10"): Loaded => framework(`{ id: a, name: 甲, weight: ${weight}, ${rest} }`, { total: Number(weight) });
function proved(document: Loaded, packs: readonly Loaded[] = []): Analysis {
  const { analysis } = analyse({ framework: document, packs });
  if (analysis === undefined) throw new Error("no analysis");
  return analysis;
}
const first = (document: Loaded): IndicatorAnalysis => proved(document).indicators[0] as IndicatorAnalysis;
const pointsOf = (document: Loaded, value: ActualValue): string | undefined => {
  const { scorer } = compile({ framework: document });
  return scorer && score(scorer, { kind: "actuals", objectives: "f", "as-of": "2024-12-31", values: { a: value } }).scorecard?.indicators[0]?.points;
};

// ---- random methods --------------------------------------------------------------------------------------------

const tenths = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min: min * 10, max: max * 10 }).map((value) => String(value / 10));
const points = tenths(0, 12);
const share = fc.integer({ min: 0, max: 120 }).map((value) => `${value}%`);
const award = fc.oneof(points.map((one) => `points: ${one}`), share.map((one) => `share: ${one}`));
const cuts = fc.uniqueArray(fc.integer({ min: -10, max: 150 }), { minLength: 1, maxLength: 5 }).map((list) => list.sort((a, b) => a - b));
const tiers = fc.tuple(cuts, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.array(award, { minLength: 6, maxLength: 6 })).map(([at, closed, awards]) => {
  const rows = Array.from({ length: at.length + 1 }, (_, index) => {
    const [low, high] = [at[index - 1], at[index]];
    const when = low === undefined ? `${closed[index] ? "<" : "<="} ${high}` : high === undefined ? `${closed[index - 1] ? ">=" : ">"} ${low}` : `${closed[index - 1] ? "[" : "("}${low}, ${high}${closed[index] ? ")" : "]"}`;
    return `{ when: "${when}", ${awards[index]} }`;
  });
  return `[${rows.join(", ")}]`;
});
const sign = fc.constantFrom(">=", "<=", "=", "");
const target = fc.tuple(sign, tenths(1, 120)).map(([is, value]) => `target: "${is} ${value}"`);
const over = fc.oneof(fc.constant("cap"), fc.constantFrom("{ zero-above: 130% }", "{ explain-from: 120% }", "{ reduce: [{ above: 130%, share: 90% }, { above: 150%, share: 50% }] }"));
const domain = fc.constantFrom("", 'domain: "[0, 100]",', 'domain: ">= 0",', 'domain: "(10, 90)",');
const direction = fc.constantFrom("direction: higher,", "direction: lower,");
const methods: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(domain, fc.oneof(fc.constant(""), target.map((one) => `${one},`)), tiers).map(([within, aim, rows]) => `${within} ${aim} method: { kind: tiered, tiers: ${rows} }`),
  fc.tuple(domain, tenths(1, 120), direction, over, fc.option(fc.integer({ min: 1, max: 100 }))).map(([within, value, way, beyond, pass]) => `${within} target: "${value}", method: { kind: proportional, ${way} over: ${beyond}${pass === null ? "" : `, pass: ${pass}%`} }`),
  fc.tuple(tenths(0, 120), fc.constantFrom("1.5", "2", "3")).map(([value, at]) => `target: "<= ${value}", method: { kind: reverse, form: linear, zero-at: ${at}, zero-target: met-or-zero }`),
  tenths(1, 120).map((value) => `target: "<= ${value}", method: { kind: reverse, form: quotient }`),
  fc.tuple(domain, tenths(0, 60), tenths(61, 120), award, award, fc.constantFrom("zero", "hold"), fc.boolean()).map(([within, low, high, x, y, before, turned]) => `${within} method: { kind: linear, from: { at: ${turned ? high : low}, ${x} }, to: { at: ${turned ? low : high}, ${y} }, before: ${before} }`),
  fc.tuple(tenths(0, 100), fc.constantFrom("above", "below"), tenths(1, 20), award, fc.constantFrom("floor", "ceil", "linear")).map(([from, way, each, off, step]) => `method: { kind: deduction, per: unit, from: ${from}, direction: ${way}, each: ${each}, deduct: { ${off} }, step: ${step} }`),
  fc.tuple(tenths(1, 100), tenths(0, 10), tenths(11, 40)).map(([value, inner, outer]) => `target: "= ${value}", method: { kind: two-sided, difference: relative, full-within: ${inner}%, zero-at: ${outer}% }`),
  fc.tuple(tenths(61, 100), fc.constantFrom("proportional", "linear"), fc.boolean()).map(([value, between, line]) => `target: ">= ${value}", method: { kind: satisfaction, ${line || between === "linear" ? "zero-below: 60," : ""} between: ${between} }`),
  fc.tuple(tenths(61, 100), tiers).map(([value, rows]) => `target: ">= ${value}", method: { kind: satisfaction, zero-below: 40, between: { tiers: ${rows} } }`),
  award.map((each) => `method: { kind: accumulation, each: { ${each} } }`),
);
const SAMPLED = Array.from({ length: 700 }, (_, index): Exact => ({ n: BigInt(index * 3 - 200), d: 10n }));

const isDeclared = (id: string): boolean => /^over-completion-(?!explained)/.test(id);

describe("random methods", () => {
  test("a proof holds for every sampled pair; a counter-example is one; least and most bound everything that is sampled", () => {
    const count = { proved: 0, broken: 0 };
    fc.assert(
      fc.property(methods, fc.array(fc.integer({ min: -2000, max: 30000 }), { maxLength: 30 }), (rest, more) => {
        const document = one(rest);
        const { program } = compileProgram({ framework: document });
        const leaf = program?.leaves[0];
        if (leaf === undefined) return;
        const found = first(document);
        expect(found.solved).toBe(true);
        const { lowest, highest, monotony, direction } = found;
        if (lowest === null || highest === null || monotony === null) throw new Error("not told");
        expect([pointsOf(document, lowest.actual), pointsOf(document, highest.actual)]).toEqual([lowest.points, highest.points]);

        const views = viewsOf(leaf.expression) ?? [];
        const ends = views.flatMap(({ pieces }) => pieces.flatMap(({ over: { low, high } }) => [low?.value, high?.value])).filter((value) => value !== undefined).flatMap((value) => [round(value, 2, "floor"), round(value, 2, "ceiling"), value]);
        const samples = [...SAMPLED, ...more.map((value): Exact => ({ n: BigInt(value), d: 100n })), ...ends].sort(compare).flatMap((value) => {
          const taken: string[] = [];
          const scored = evaluate(leaf.expression, () => value, { value: () => undefined, taken: (choice, index) => void taken.push((choice.cases[index] ?? choice.otherwise).id) });
          return typeof scored === "string" ? [] : [{ value, scored, declared: taken.some(isDeclared) }];
        });
        const figures = figuresOfPoints(leaf.expression, views, { places: 2, mode: "half-up" }) ?? [];
        expect(exact(lowest.points).n >= 0n).toBe(true);
        for (const { scored } of samples) {
          expect(compare(scored, exact(lowest.points)) >= 0 && compare(scored, exact(highest.points)) <= 0).toBe(true);
          const cents = round(scored, 2, "down").n;
          expect(figures.some(({ from, to }) => cents >= from && cents <= to)).toBe(true);
        }
        if (monotony.proved) {
          count.proved++;
          const plain = samples.filter((each) => !each.declared);
          const rising = (list: readonly (typeof samples)[number][]): boolean => list.every(({ scored }, index) => index === 0 || compare(scored, list[index - 1]?.scored ?? scored) >= 0);
          const middle = leaf.leaf.target?.value;
          if (direction === "higher") expect(rising(plain)).toBe(true);
          if (direction === "lower") expect(rising([...plain].reverse())).toBe(true);
          if (direction === "nearer" && middle !== undefined) {
            expect(rising(plain.filter(({ value }) => compare(value, middle) <= 0))).toBe(true);
            expect(rising(plain.filter(({ value }) => compare(value, middle) >= 0).reverse())).toBe(true);
          }
        } else {
          count.broken++;
          const { worse, better } = monotony.counterexample ?? { worse: lowest, better: highest };
          expect([pointsOf(document, worse.actual), pointsOf(document, better.actual)]).toEqual([worse.points, better.points]);
          expect(compare(exact(worse.points), exact(better.points))).toBe(1);
          const [x, y] = [exact(String(worse.actual)), exact(String(better.actual))];
          if (direction === "higher") expect(compare(x, y)).toBe(-1);
          if (direction === "lower") expect(compare(x, y)).toBe(1);
        }
      }),
      { numRuns: 400 },
    );
    expect(count.proved).toBeGreaterThan(150);
    expect(count.broken).toBeGreaterThan(40);
  });
});

// ---- totals ----------------------------------------------------------------------------------------------------

describe("totals", () => {
  const kinds = fc.oneof(
    fc.constant("method: { kind: direct }"),
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 99 })).map(([x, y]) => `method: { kind: graded, grades: [{ name: 好, share: 100% }, { name: 中, share: ${Math.max(x, y)}% }, { name: 差, share: ${Math.min(x, y)}% }] }`),
    fc.tuple(fc.integer({ min: 1, max: 899 }), fc.integer({ min: 1, max: 100 })).map(([x, y]) => `method: { kind: checklist, check-points: [{ id: p, name: 一, points: ${x / 100} }, { id: q, name: 二, points: ${y / 100} }, { id: r, name: 三, points: ${(1000 - x - y) / 100} }] }`),
  );
  /** Every way to fill in an indicator. */
  const fillings = (program: Program, index: number): readonly Exact[] => {
    const leaf = program.leaves[index];
    if (leaf === undefined) return [];
    const ways = leaf.inputs.reduce<readonly ReadonlyMap<string, Exact>[]>((all, { name, options = [] }) => all.flatMap((way) => options.map((_, at) => new Map([...way, [name, { n: BigInt(at), d: 1n }]]))), [new Map()]);
    return ways.map((way) => evaluate(leaf.expression, (name) => way.get(name) ?? "missing")).filter((value) => typeof value === "object");
  };
  test.each([
    ["a sum", "", 30],
    ["the best of one group", "combine: { kind: either-of, choose: best },", 10],
  ])("%s: every combination, and nothing else", (_, combine, total) => {
    fc.assert(
      fc.property(fc.tuple(kinds, kinds, kinds), (list) => {
        const children = list.map((rest, index) => `{ id: i${index}, name: 指标, ${combine === "" ? "weight: 10," : ""} ${rest} }`).join(", ");
        const { program } = compileProgram({ framework: framework(`{ id: g, name: 组, weight: ${total}, ${combine} indicators: [${children}] }`, { total }) });
        if (program === undefined) throw new Error("no program");
        const [a, b, c] = [0, 1, 2].map((index) => fillings(program, index).map((value) => round(value, 2, "down").n));
        const expected = new Set<bigint>();
        for (const x of a ?? []) for (const y of b ?? []) for (const z of c ?? []) expected.add(combine === "" ? x + y + z : [x, y, z].reduce((most, next) => (next > most ? next : most)));
        const found = (attainableTotals(program) ?? []).flatMap(({ from, to }) => Array.from({ length: Number(to - from) + 1 }, (__, index) => from + BigInt(index)));
        expect(found).toEqual([...expected].sort((x, y) => (x < y ? -1 : 1)));
      }),
      { numRuns: 200 },
    );
  });

  // 33.4 %, 33.3 % and 33.3 % of 4 are 1.336, 1.332 and 1.332; two of them 2.668 and 2.664.
  test.each([
    ["half-up", [0n, 133n, 134n, 266n, 267n, 400n]],
    ["down", [0n, 133n, 266n, 400n]],
    ["up", [0n, 134n, 267n, 400n]],
  ])("shares of check points are rounded as declared: %s", (mode, cents) => {
    const list = "{ id: a, name: 甲, weight: 4, method: { kind: checklist, check-points: [{ id: p, name: 一, share: 33.4% }, { id: q, name: 二, share: 33.3% }, { id: r, name: 三, share: 33.3% }] } }";
    const { program } = compileProgram({ framework: load(framework(list, { total: 4 }).text.replace("half-up", mode), "f.yaml") });
    const found = (program && attainableTotals(program)) ?? [];
    expect(found.flatMap(({ from, to }) => Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index)))).toEqual(cents);
  });

  test("sixty check points are sums, not combinations", () => {
    const lists = [1, 2].map((index) => `{ id: l${index}, name: 要点, weight: 15, method: { kind: checklist, check-points: [${Array.from({ length: 30 }, (_, at) => `{ id: p${at}, name: 要点, points: 0.5 }`).join(", ")}] } }`);
    const analysis = proved(framework(lists.join(", "), { total: 30, grades: "[{ name: 优, from: 29.6 }, { name: 良, from: 29.1 }, { name: 差, from: 0 }]" }));
    expect(analysis.total?.unreachableGrades).toEqual([]);
    expect(analysis.indicators.map((each) => [each.monotony?.proved, each.lowest?.points, each.highest?.points, each.highest?.text])).toEqual([[true, "0.00", "15.00", "30/30 项符合"], [true, "0.00", "15.00", "30/30 项符合"]]);
    const narrow = proved(framework(lists.join(", "), { total: 30, grades: "[{ name: 优, from: 29.9 }, { name: 良, from: 29.6 }, { name: 差, from: 0 }]" }));
    expect(narrow.total?.unreachableGrades).toEqual([{ grade: "良", from: "29.6", below: "29.50", above: "30.00" }]);
  });
});

// ---- tables with a fault ---------------------------------------------------------------------------------------

describe("seeded faults, each with the two actual values that show it", () => {
  test.each([
    ["two tiers exchanged", 'unit: "%", method: { kind: tiered, tiers: [{ when: ">= 90%", points: 8 }, { when: "[80%, 90%)", points: 10 }, { when: "< 80%", points: 0 }] }', "89%", "10.00", "90%", "8.00"],
    ["one figure slipped", 'unit: "%", method: { kind: tiered, tiers: [{ when: ">= 90%", points: 10 }, { when: "[80%, 90%)", points: 0.8 }, { when: "[60%, 80%)", points: 6 }, { when: "< 60%", points: 0 }] }', "79%", "6.00", "80%", "0.80"],
    ["a fall of one cent at an end", 'unit: "%", target: ">= 90%", method: { kind: tiered, tiers: [{ when: ">= 90%", points: 9.99 }, { when: "< 90%", points: 10 }] }', "89%", "10.00", "90%", "9.99"],
    ["a single value out of line", 'unit: "%", target: ">= 100%", method: { kind: tiered, tiers: [{ when: "> 80%", points: 10 }, { when: "= 80%", points: 5 }, { when: "< 80%", points: 6 }] }', "79%", "6.00", "80%", "5.00"],
    // 10 − (x − 60) ÷ 30 × 6 rounds to 4.00 from 89.975 on
    ["two points exchanged", 'unit: "%", method: { kind: linear, from: { at: 60%, points: 10 }, to: { at: 90%, points: 4 }, before: zero }', "60%", "10.00", "89.98%", "4.00"],
    // 2 + 0.08 x rounds to 2.00 below 0.0625
    ["points at the start where the end is meant", "method: { kind: linear, from: { at: 100, points: 10 }, to: { at: 0, points: 2 }, before: zero }", "100", "10.00", "0.06", "2.00"],
    ["lower is better, but the tiers rise", 'target: "<= 5", method: { kind: tiered, tiers: [{ when: "<= 5", points: 6 }, { when: "(5, 10]", points: 8 }, { when: "> 10", points: 0 }] }', "6", "8.00", "5", "6.00"],
    ["nearer is better, but one side rises again", 'target: "= 100", method: { kind: tiered, tiers: [{ when: "[90, 110]", points: 10 }, { when: "(110, 120]", points: 2 }, { when: "> 120", points: 4 }, { when: "< 90", points: 0 }] }', "121", "4.00", "120", "2.00"],
    ["satisfaction tiers out of order", 'unit: "%", target: ">= 92%", method: { kind: satisfaction, zero-below: 60%, between: { tiers: [{ when: ">= 92%", share: 50% }, { when: "[80%, 92%)", share: 80% }, { when: "< 80%", share: 50% }] } }', "91%", "8.00", "92%", "5.00"],
    ["a grade worth less than the one below it", "method: { kind: graded, grades: [{ name: 优, share: 100% }, { name: 良, share: 60% }, { name: 中, share: 80% }, { name: 差, share: 0% }] }", "中", "8.00", "良", "6.00"],
  ])("%s", (_, rest, worse, worsePoints, better, betterPoints) => {
    const found = first(one(rest)).monotony;
    expect(found?.proved).toBe(false);
    expect([found?.counterexample?.worse.text, found?.counterexample?.worse.points, found?.counterexample?.better.text, found?.counterexample?.better.points]).toEqual([worse, worsePoints, better, betterPoints]);
  });

  test("a rate that is put together from two figures: both are entered", () => {
    const found = first(one('method: { kind: budget-execution, denominator: adjusted-budget, unit: 万元, zero-denominator: missing, tiers: [{ when: ">= 95%", points: 8 }, { when: "[80%, 95%)", points: 10 }, { when: "< 80%", points: 0 }] }'));
    expect(found.monotony?.counterexample).toEqual({
      worse: { actual: { "adjusted-budget": "100", executed: "90" }, text: "全年预算数 100，全年执行数 90", points: "10.00", branch: "tier-2" },
      better: { actual: { "adjusted-budget": "100", executed: "100" }, text: "全年预算数 100，全年执行数 100", points: "8.00", branch: "tier-1" },
    });
  });

  test("declared exceptions are listed and do not break the proof", () => {
    const pack = load("{ kind: pack, id: p, version: 1.0.0, title: 包, effective: { from: 2020-01-01 }, rules: [{ id: high, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { tag: duty, completion-above: 150% }, then: zero }, { id: low, basis: { document: 测试, status: illustrative }, kind: knock-out, when: { tag: duty, completion-below: 50% }, then: zero }] }", "p.yaml");
    const analysis = proved(framework('{ id: a, name: 甲, weight: 10, tags: [duty], target: ">= 100", method: { kind: proportional, over: { reduce: [{ above: 130%, share: 90% }] } } }', { packs: "[p]" }), [pack]);
    expect(analysis.indicators[0]?.monotony).toEqual({ proved: true, exceptions: ["over-completion-130%", "p/high"] });
    expect(analysis.knockOuts.map(({ rule, holds, fires, spares }) => [rule, holds, fires, spares])).toEqual([["p/high", "sometimes", "151", "150"], ["p/low", "sometimes", "49", "50"]]);
  });

  test("what cannot be solved is said to be so, and nothing is said of it", () => {
    const found = first(one('measure: { formula: "甲 * 乙 + 甲", inputs: { 甲: { name: 甲 }, 乙: { name: 乙 } } }, target: ">= 4", method: { kind: proportional, over: cap }'));
    expect([found.solved, found.monotony?.proved]).toEqual([true, true]);
    const faulty = first(one('unit: "%", method: { kind: tiered, tiers: [{ when: ">= 90%", points: 8 }, { when: "< 80%", points: 0 }] }'));
    expect([faulty.solved, faulty.monotony, faulty.lowest]).toEqual([false, null, null]);
  });
});

describe("stand-ins for what is still to come", () => {
  const methods = "methods: { ratio: { kind: proportional, over: cap, zero-target: met-or-zero }, tiers: { kind: tiered, tiers: [{ when: '>= 90%', share: 100% }, { when: '< 90%', share: 0% }] }, fall: { kind: deduction, per: unit, from: target, direction: above, each: 1%, deduct: { share: 10% }, step: ceil } },";
  const of = (indicators: string, more = methods): readonly string[] => proved(framework(indicators, { total: 30, more })).indicators.map((each) => [each.path, each.target ?? "-", each.weight, each.standIn, each.solved].join(" "));

  test("every method once for each direction it can have, in the unit it is written in; weights make up the group", () => {
    expect(of("{ id: a, name: 甲, weight: 20, indicators: [{ id: x, name: 子, slot: { min: 1 } }, { id: y, name: 丑, slot: { min: 2 } }] }, { id: b, name: 乙, weight: 10, unit: '%', domain: '[0%, 50%]', method: { kind: satisfaction, between: proportional } }")).toEqual([
      "a/x/stand-in-1 >= 100 2 true true", "a/x/stand-in-2 <= 100 2 true true", "a/x/stand-in-3 = 100 2 true true", "a/x/stand-in-4 - 2 true true", "a/x/stand-in-5 <= 10% 2 true true",
      "a/y/stand-in-6 >= 100 5 true true", "a/y/stand-in-7 <= 100 5 true true",
      "b >= 50% 10 true true",
    ]);
  });
  test("a slot with little room, a slot with none, slots of one id in two groups, and no methods at all", () => {
    const slots = "{ id: a, name: 甲, weight: 20, indicators: [{ id: x, name: 子, slot: { min: 0, max: 2 } }, { id: z, name: 丑, slot: { min: 0, max: 0 } }] }, { id: b, name: 乙, weight: 10, indicators: [{ id: x, name: 寅, slot: { min: 1 } }] }";
    expect(of(slots)).toEqual(["a/x/stand-in-1 >= 100 5 true true", "a/x/stand-in-2 <= 100 5 true true", "b/x/stand-in-3 = 100 3.33 true true", "b/x/stand-in-4 - 3.33 true true", "b/x/stand-in-5 <= 10% 3.34 true true"]);
    expect(of(slots, "")).toEqual(["a/x/stand-in-1 - 10 true true", "b/x/stand-in-2 - 10 true true"]);
  });
  test("a framework that is complete needs none, and one with objectives is taken as it is", () => {
    const document = framework("{ id: a, name: 甲, weight: 30, slot: { min: 1 } }", { total: 30, more: methods });
    const objectives = load("{ kind: objectives, id: o, framework: f@1, subject: { name: 项目 }, period: 2024, indicators: [{ under: a, id: x, name: 指标, weight: 30, target: '<= 7', method: ratio }] }", "o.yaml");
    const { analysis } = analyse({ framework: document, objectives });
    expect([analysis?.standIns, analysis?.objectives, analysis?.indicators.map(({ path, target, standIn }) => [path, target, standIn])]).toEqual([false, "o", [["a/x", "<= 7", false]]]);
    expect(proved(one("method: { kind: direct }")).standIns).toBe(false);
  });
});

// ---- what ships ------------------------------------------------------------------------------------------------

describe("the shipped frameworks", () => {
  const shipped = builtin();
  const of = (kind: string): readonly Loaded[] => shipped.filter((each) => each.kind === kind);
  const frameworks = of("framework").map((each) => [String((each.data as { id?: string } | undefined)?.id), each] as const);

  test.each(frameworks)("%s: every indicator is solved and monotone, from nothing to full marks", (_, document) => {
    const { analysis } = analyse({ framework: document, libraries: of("indicator-library"), packs: of("pack") });
    if (analysis === undefined) throw new Error("no analysis");
    for (const each of analysis.indicators) {
      expect([each.path, each.solved, each.monotony?.proved, each.unreachable, each.lowest?.points, compare(exact(each.highest?.points ?? "0"), exact(each.weight))]).toEqual([each.path, true, true, [], "0.00", 0]);
    }
    expect([analysis.total?.lowest?.points, analysis.total?.highest?.points, analysis.total?.monotone]).toEqual(["0.00", "100.00", true]);
  });

  test("nothing is found under strict", () => {
    const { configuration, diagnostics } = configure(load("kind: config\nextends: strict\n"), shipped);
    expect(diagnostics).toEqual([]);
    const codes = new Set(["tier-unreachable", "tier-direction", "not-monotone", "points-above-weight", "full-marks-unreachable", "knock-out-never", "knock-out-shadowed", "grade-not-attained", "zero-path-silent"]);
    expect(configuration.checks.filter(({ id }) => codes.has(id))).toHaveLength(codes.size);
    expect(verify(shipped, { configuration }).filter(({ code }) => codes.has(code))).toEqual([]);
  });
});

test("figures and signs changed at random: nothing throws, and what is written out as tests passes", () => {
  const shipped = builtin();
  const { configuration } = configure(load("kind: config\nextends: strict\n"), shipped);
  const folder = readFolder("fixtures/evaluations/project");
  const texts = ["project-evaluation", ...folder.filter(({ kind }) => kind === "objectives" || kind === "actuals")].map((each) => (typeof each === "string" ? (shipped.find(({ data }) => (data as { id?: string } | undefined)?.id === each)?.text ?? "") : each.text));
  const edit = fc.record({ which: fc.nat(2), at: fc.nat(100_000), figure: fc.constantFrom("0", "1", "60", "100", "0.5", "-5", "92%", "> 3"), sign: fc.constantFrom(">=", "<=", "=", "<", ">") });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const copies = [...texts];
      for (const { which, at, figure, sign } of edits) {
        const spots = [...(copies[which] ?? "").matchAll(/\d+(?:\.\d+)?%?|[<>]=?/g)];
        const spot = spots[at % spots.length];
        if (spot !== undefined) copies[which] = `${(copies[which] ?? "").slice(0, spot.index)}${/^\d/.test(spot[0]) ? figure : sign}${(copies[which] ?? "").slice(spot.index + spot[0].length)}`;
      }
      const given = copies.map((text, index) => load(text, `${index}.yaml`));
      const others = shipped.filter(({ kind }) => kind !== "framework");
      const found = verify(given, { configuration, known: others });
      for (const { message, span, file } of found) expect([message.includes("undefined"), span !== undefined, file !== undefined]).toEqual([false, true, true]);
      const [document, objectives, actuals] = given as [Loaded, Loaded, Loaded];
      const parts = { framework: document, objectives, libraries: others.filter(({ kind }) => kind === "indicator-library"), packs: others.filter(({ kind }) => kind === "pack") };
      for (const each of [parts, { ...parts, objectives: undefined }]) {
        const { analysis } = analyse(each);
        if (analysis !== undefined) expect(`${analysisText(analysis)}${analysisText(analysis, "en")}`).not.toContain("undefined");
      }
      const { scorer } = compile(parts);
      const answer = scorer && whatIf(scorer, actuals).whatIf;
      if (answer !== undefined) expect(`${whatIfText(answer)}${whatIfText(answer, { lang: "en" })}`).not.toContain("undefined");
      for (const { text } of writeTests(found, given, { configuration, known: others })) {
        const written = load(text, "written.test.yaml");
        expect(written.diagnostics).toEqual([]);
        if (isKind(written, "test")) expect(runTest(written, shelf([...given, ...others])).flatMap(({ failures }) => failures)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

test("the text, in both languages", () => {
  const document = framework(
    '{ id: a, name: 甲, weight: 5, unit: "%", domain: "[0%, 100%]", target: ">= 90%", method: { kind: tiered, tiers: [{ when: "> 100%", points: 5 }, { when: "[90%, 100%]", points: 4 }, { when: "[80%, 90%)", points: 4.5 }, { when: "< 80%", points: 0 }] } }, { id: b, name: 乙, weight: 5, method: { kind: direct } }',
    { grades: "[{ name: 优, from: 9.6 }, { name: 良, from: 5 }, { name: 差, from: 0 }]" },
  );
  expect(analysisText(proved(document))).toBe(`静态分析 分析（f 1.0.0）
甲 [a] >= 90%，分值 5
  越高越好，完成得更好，得分反而低
    89% → 4.50，90% → 4.00
  最低 0.00（0%），最高 4.50（80%）
  够不到：> 100% 档（101% → 实际完成值超出取值范围）
乙 [b]，分值 5
  完成得更好，得分不降低：已证明
  最低 0.00（否），最高 5.00（是）
总分：最低 0.00（差），最高 9.50（良）
  指标得分越高，总分不降低：已证明（否决与扣减除外）
评不到的等级：优（9.6 ↔ 9.50）
`);
  expect(analysisText(proved(document), "en")).toContain(`  higher is better, a better actual scores less
    89% → 4.50, 90% → 4.00
  lowest 0.00 (0%), highest 4.50 (80%)
  never reached: tier > 100% (101% → actual outside its domain)
`);
});
