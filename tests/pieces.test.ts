// Sets of numbers and pieces of expressions against their plain meaning: membership tried number by number, the
// preimage of a set against the exact evaluator, the ends of a course against values just beside them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approached, directionOf, figuresOf, highEnd, lowEnd, unrounded } from "../src/analysis/course.ts";
import { piecesOf, preimage, reachingPieces } from "../src/analysis/pieces.ts";
import { evaluate } from "../src/expression/exact.ts";
import { choice, compare, constant, difference, type Expression, label, max, min, named, product, quotient, rounded, sum } from "../src/expression/expression.ts";
import { add, compare as order, divide, exact, type Exact, round, ROUNDING_MODES, subtract, ZERO } from "../src/numbers/number.ts";
import { between, complement, contains, EVERYTHING, intersect, isEmpty, isSubset, nearest, type NumberSet, point, satisfying, type Stretch, threshold, union, without, witness } from "../src/numbers/sets.ts";

// ---- sets ------------------------------------------------------------------------------------------------------

const whole = fc.integer({ min: -6, max: 6 }).map((value): Exact => ({ n: BigInt(value), d: 1n }));
const end = fc.option(fc.record({ value: whole, closed: fc.boolean() }), { nil: undefined });
/** Plain intervals, and what being in one of them means. */
const interval = fc.tuple(end, end);
const intervals = fc.array(interval, { maxLength: 5 });
const setOf = (list: readonly (readonly [Stretch["low"], Stretch["high"]])[]): NumberSet => union(...list.map(([low, high]) => between(low, high)));
const inside = (list: readonly (readonly [Stretch["low"], Stretch["high"]])[], value: Exact): boolean =>
  list.some(([low, high]) => {
    const above = low === undefined || (low.closed ? order(value, low.value) >= 0 : order(value, low.value) > 0);
    const below = high === undefined || (high.closed ? order(value, high.value) <= 0 : order(value, high.value) < 0);
    return above && below;
  });
/** Every end and every gap between ends is hit. */
const TRIED: readonly Exact[] = Array.from({ length: 61 }, (_, index) => ({ n: BigInt(index - 30), d: 4n }));

describe("sets", () => {
  test("union, intersection, difference and complement mean what they say", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const [x, y] = [setOf(a), setOf(b)];
        const results = [x, union(x, y), intersect(x, y), without(x, y), complement(x)];
        const wrong = TRIED.filter((value) => {
          const [inA, inB] = [inside(a, value), inside(b, value)];
          return [inA, inA || inB, inA && inB, inA && !inB, !inA].some((meant, index) => contains(results[index] ?? [], value) !== meant);
        });
        expect(wrong).toEqual([]);
        expect(isEmpty(without(x, union(x, y)))).toBe(true);
        expect(isSubset(intersect(x, y), x)).toBe(true);
        expect(complement(complement(x))).toEqual(x);
      }),
      { numRuns: 2000 },
    );
  });

  test("a set is written one way: apart, ascending, no seam", () => {
    expect(union(between({ value: exact("80"), closed: true }, { value: exact("90"), closed: false }), satisfying(">=", exact("90")))).toEqual(satisfying(">=", exact("80")));
    expect(union(satisfying("<", exact("90")), satisfying(">", exact("90")))).toHaveLength(2);
    expect(union(satisfying("<", exact("90")), satisfying(">", exact("90")), point(exact("90")))).toEqual(EVERYTHING);
    expect(between({ value: exact("1"), closed: true }, { value: exact("1"), closed: false })).toEqual([]);
  });

  test("a witness lies in its set and has as few decimals as can be", () => {
    const thirds = fc.integer({ min: -20, max: 20 }).map((value): Exact => ({ n: BigInt(value), d: 3n }));
    fc.assert(
      fc.property(fc.tuple(fc.record({ value: thirds, closed: fc.boolean() }), fc.record({ value: thirds, closed: fc.boolean() })), ([low, high]) => {
        const set = between(low, high);
        const found = witness(set);
        if (found === undefined) {
          expect(isEmpty(set) || order(low.value, high.value) === 0).toBe(true);
          return;
        }
        expect(contains(set, found)).toBe(true);
        for (let places = 0; order(round(found, places, "down"), found) !== 0; places++) {
          const grid = Array.from({ length: 14 * 10 ** places + 1 }, (_, index): Exact => ({ n: BigInt(index - 7 * 10 ** places), d: 10n ** BigInt(places) }));
          expect(grid.some((one) => contains(set, one))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
    expect(witness(point({ n: 1n, d: 3n }))).toBeUndefined();
  });

  test("the nearest figure and the threshold, against a search over the grid", () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: -300, max: 300 }).map((value): Exact => ({ n: BigInt(value), d: 25n })), (list, value) => {
        const set = setOf(list);
        const grid = Array.from({ length: 2001 }, (_, index): Exact => ({ n: BigInt(index - 1000), d: 50n })).filter((one) => order(round(one, 1, "down"), one) === 0 && contains(set, one));
        const distance = (one: Exact): Exact => (order(one, value) < 0 ? subtract(value, one) : subtract(one, value));
        const best = grid.sort((a, b) => order(distance(a), distance(b)) || order(b, a))[0];
        const found = nearest(set, value, 1);
        expect(found === undefined ? undefined : [found.n * 10n, found.d * 10n].join("/")).toBe(best === undefined ? undefined : [found && found.n * 10n, found && found.d * 10n].join("/"));
        if (found !== undefined && best !== undefined) expect(order(found, best)).toBe(0);
        const edge = threshold(set, value);
        if (edge !== undefined) expect(set.some(({ low, high }) => [low, high].some((one) => one !== undefined && order(one.value, edge.value) === 0))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

// ---- pieces ----------------------------------------------------------------------------------------------------

const words = label("部分", "part");
const X: Expression = { op: "input", name: "x", label: words };
const figure = fc.integer({ min: -2000, max: 2000 }).map((value): Exact => ({ n: BigInt(value), d: 100n }));

/** Expressions over one input as methods build them: divisors are guarded, choices nest. */
const expressions = fc.letrec<{ node: Expression }>((tie) => {
  const node = tie("node");
  const two = fc.tuple(node, node);
  return {
    node: fc.oneof(
      { maxDepth: 4, depthIdentifier: "pieces" },
      fc.constant(X),
      figure.map((value) => constant(value)),
      two.map(([a, b]) => sum(a, b)),
      fc.tuple(figure, node).map(([a, b]) => product(constant(a), b)),
      two.map(([a, b]) => product(a, b)),
      two.map(([a, b]) => difference(a, b)),
      two.map(([a, b]) => min(a, b)),
      two.map(([a, b]) => max(a, b)),
      fc.tuple(node, fc.nat(2), fc.constantFrom(...ROUNDING_MODES)).map(([a, places, mode]) => rounded(a, places, mode)),
      two.map(([a, b]) => choice([{ id: "zero", label: words, when: compare(b, "=", constant(ZERO)), then: a }], "ratio", words, named("ratio", words, quotient(a, b)))),
      fc.tuple(node, fc.constantFrom("<", "<=", "=", ">=", ">"), node, node, node).map(([a, is, b, yes, no]) => choice([{ id: "case", label: words, when: compare(a, is as "<", b), then: yes }], "otherwise", words, no)),
    ),
  };
}).node;

const tried = fc.array(fc.oneof(figure, fc.integer({ min: -40, max: 40 }).map((value): Exact => ({ n: BigInt(value), d: 2n }))), { minLength: 10, maxLength: 30 });
const valueOf = (expression: Expression, x: Exact): Exact | "undefined" => {
  try {
    const value = evaluate(expression, () => x);
    return typeof value === "string" ? "undefined" : value;
  } catch {
    return "undefined"; // a zero divisor that no guard stands before
  }
};

describe("pieces", () => {
  test("cover every value once, take the branches and the values of the exact evaluator, and are monotone", () => {
    let solved = 0;
    fc.assert(
      fc.property(expressions, tried, (expression, values) => {
        const pieces = piecesOf(expression, { variable: "x" });
        if (pieces === undefined) return;
        solved++;
        // Beside random values, those where pieces begin and end, and points between.
        const ends = pieces.flatMap(({ over: { low, high } }) => [low?.value, high?.value]).filter((one) => one !== undefined);
        const middles = ends.map((one, index) => divide(add(one, ends[index + 1] ?? one), exact("2")) ?? one);
        for (const x of [...values, ...ends, ...middles]) {
          const meaning = valueOf(expression, x);
          const here = pieces.filter(({ over }) => contains([over], x));
          if (meaning === "undefined") continue;
          expect(here).toHaveLength(1);
          const [piece] = here;
          if (piece === undefined || typeof piece.value === "string") throw new Error("no number");
          const { value } = approached(piece.value, { value: x, side: 0 });
          expect(typeof value === "object" && order(value, meaning)).toBe(0);
        }
        for (const { over, value } of pieces) {
          if (typeof value === "string") continue;
          const found = values.filter((x) => contains([over], x)).sort(order).map((x) => approached(value, { value: x, side: 0 }).value as Exact);
          found.slice(1).forEach((one, index) => expect([0, directionOf(value)]).toContain(order(one, found[index] as Exact)));
        }
      }),
      { numRuns: 3000 },
    );
    expect(solved).toBeGreaterThan(1500);
  });

  test("the preimage of a set holds exactly the values whose value lies in it", () => {
    fc.assert(
      fc.property(expressions, intervals, tried, (expression, list, values) => {
        const set = setOf(list);
        const found = preimage(expression, set, { variable: "x" });
        if (found === undefined) return;
        const ends = found.flatMap(({ low, high }) => [low?.value, high?.value]).filter((one) => one !== undefined);
        const beside = ends.flatMap((one) => [subtract(one, exact("0.000001")), one, add(one, exact("0.000001"))]);
        for (const x of [...values, ...beside]) {
          const meaning = valueOf(expression, x);
          if (meaning !== "undefined") expect(contains(found, x)).toBe(contains(set, meaning));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("what is approached at an end is what stands just inside it", () => {
    const tiny = exact("0.000000000001");
    fc.assert(
      fc.property(expressions, fc.nat(2), fc.constantFrom(...ROUNDING_MODES), (inner, places, mode) => {
        const expression = rounded(inner, places, mode);
        for (const { over, value } of piecesOf(expression, { variable: "x" }) ?? []) {
          if (typeof value === "string" || over.low === undefined || over.high === undefined || order(subtract(over.high.value, over.low.value), exact("0.001")) < 0) continue;
          for (const [one, x] of [[lowEnd(over), add(over.low.value, tiny)], [highEnd(over), subtract(over.high.value, tiny)]] as const) {
            const end = approached(value, one).value;
            const beside = approached(value, { value: one.side === 0 && typeof one.value === "object" ? one.value : x, side: 0 }).value;
            if (typeof end === "object" && typeof beside === "object") expect(order(end, beside)).toBe(0);
          }
          // All figures between come about, and no others.
          const runs = value.of && figuresOf(value.of, over);
          if (runs === undefined || value.of === undefined) continue;
          const { course, places: decimals } = value.of;
          for (const { from, to } of runs.slice(0, 20)) {
            for (const scaled of [from, to]) {
              const cell = unrounded(point({ n: scaled, d: 10n ** BigInt(decimals) }), decimals, value.of.mode);
              expect(isEmpty(intersect([over], reachingPieces([{ over, value: course, taken: [] }], cell)))).toBe(false);
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("the figures of a rounding of a ratio of roundings, against trying each of them", () => {
    const ratio = fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 30 }));
    const whole = (value: number): Expression => constant({ n: BigInt(value), d: 1n });
    fc.assert(
      fc.property(ratio, fc.nat(2), fc.nat(2), fc.constantFrom(...ROUNDING_MODES), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 }), ([a, b, c, d], inner, outer, mode, low, length) => {
        const y = rounded(X, inner, "half-up");
        const expression = rounded(quotient(sum(product(whole(a), y), whole(b)), sum(product(whole(c), y), whole(d))), outer, mode);
        const domain = between({ value: { n: BigInt(low), d: 10n }, closed: true }, { value: { n: BigInt(low + length), d: 10n }, closed: false });
        const found = (piecesOf(expression, { variable: "x", domain }) ?? []).flatMap(({ over, value }) => {
          if (typeof value === "string") throw new Error("no number");
          const runs = value.of === undefined ? [] : figuresOf(value.of, over);
          if (runs === undefined) throw new Error("without end");
          return runs.flatMap(({ from, to }) => Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index)));
        });
        const tried = Array.from({ length: length * 100 }, (_, index) => evaluate(expression, () => ({ n: BigInt(low * 100 + index), d: 1000n }))).map((value) => (typeof value === "object" ? value.n : 0n));
        if (found.length > 0) expect([...new Set(found)].sort()).toEqual([...new Set(tried)].sort());
      }),
      { numRuns: 400 },
    );
  });

  test("what is of no solvable form is said to be so", () => {
    expect(piecesOf(product(X, X), { variable: "x" })).toBeUndefined();
    expect(piecesOf(sum(rounded(X, 0, "floor"), X), { variable: "x" })).toBeUndefined();
    expect(piecesOf(sum(X, { op: "input", name: "y", label: words }), { variable: "x" })).toBeUndefined();
    expect(piecesOf(quotient(product(X, X), X), { variable: "x" })).toBeUndefined();
  });

  test("forms that come down to one ratio are solved", () => {
    const growth = quotient(difference(X, constant(exact("80"))), X);
    const [low, high] = piecesOf(growth, { variable: "x" }) ?? [];
    expect([low?.over.high, high?.over.low]).toEqual([{ value: { n: 0n, d: 1n }, closed: false }, { value: { n: 0n, d: 1n }, closed: false }]);
    const twice = difference(rounded(X, 0, "floor"), product(constant(exact("0.5")), rounded(X, 0, "floor")));
    expect(preimage(twice, satisfying(">=", exact("1")), { variable: "x" })).toEqual(satisfying(">=", exact("2")));
  });
});
