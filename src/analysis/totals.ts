// 可得总分: every total that comes about, as a set of figures on the grid of the rounding. Sums of independent
// indicators are shifts of one long binary number, not combinations; so are minima and maxima of them.
//
// Nothing is said where what does not apply moves points or rescales the total.
import { bind } from "../expression/bind.ts";
import type { Expression } from "../expression/expression.ts";
import { type Exact, ONE, round, ZERO } from "../numbers/number.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { pointsName } from "../model/program.ts";
import { contains } from "../numbers/sets.ts";
import { constantOf } from "./course.ts";
import { piecesOf } from "./pieces.ts";
import { figureOf, figuresOfPoints, scaledAt } from "./points.ts";
import { extremeOf, merged, type Run, sizeOf, sumOfRuns } from "./runs.ts";
import { viewsOf } from "./views.ts";

const MOST = 400_000n; // figures that are multiplied one by one

/** Indices of the grades that some total reaches; undefined where that cannot be told. */
export function attainableGrades(program: Program): ReadonlySet<number> | undefined {
  const totals = attainableTotals(program);
  return totals && gradesOf(program, totals);
}

/** Every total, in runs of figures; undefined where that cannot be told. */
export function attainableTotals(program: Program, figures: (leaf: LeafProgram) => readonly Run[] | undefined = (leaf) => figuresOfPoints(leaf.expression, viewsOf(leaf.expression), program.rounding)): readonly Run[] | undefined {
  const { places } = program.rounding;
  const missingIsZero = program.linked.framework.data.missing === "zero";
  const sets = new Map<string, readonly Run[]>();
  for (const leaf of program.leaves) {
    const { notApplicable, weight } = leaf.leaf;
    const found = figures(leaf);
    const stays = notApplicable === "forbid" || notApplicable === "full-marks" || notApplicable === "zero";
    if (found === undefined || !stays) return undefined;
    const absent = notApplicable === "full-marks" ? [weight] : notApplicable === "zero" ? [ZERO] : [];
    const besides = [...absent, ...(missingIsZero ? [ZERO] : [])].map((one) => scaledAt(one, places));
    sets.set(pointsName(leaf.leaf), merged([...found, ...besides.map((one) => ({ from: one, to: one }))]));
  }
  const expression = bind(program.total, (name) => (name.startsWith("applies ") ? ONE : undefined));
  return figuresOfTotal(expression, sets, places);
}

export function gradesOf({ grade, knockOuts, rounding }: Program, totals: readonly Run[]): ReadonlySet<number> | undefined {
  const reached = new Set<number>();
  const caps = knockOuts.flatMap(({ input, effect }) => (input !== undefined && effect.kind === "cap-grade" ? [input.name] : []));
  // Of several caps the hardest decides, so that one at a time is enough.
  for (const held of [undefined, ...caps]) {
    const pieces = piecesOf(grade, { variable: "total", known: (name) => (name === held ? ONE : ZERO) });
    if (pieces === undefined) return undefined;
    for (const { over, value } of pieces) {
      if (typeof value === "string") continue;
      const low = over.low && round(over.low.value, rounding.places, "ceiling").n;
      const some = totals.some(({ from, to }) => {
        const first = low !== undefined && low > from ? low : from;
        return first <= to && (contains([over], figureOf(first, rounding.places)) || (first < to && contains([over], figureOf(first + 1n, rounding.places))));
      });
      if (some) reached.add(Number(constantOf(value).n));
    }
  }
  return reached;
}

/** The figures that an expression over independent figures takes. */
function figuresOfTotal(expression: Expression, sets: ReadonlyMap<string, readonly Run[]>, places: number): readonly Run[] | undefined {
  const used = new Set<string>();
  const find = (one: Expression): readonly Run[] | undefined => {
    switch (one.op) {
      case "constant": {
        const figure = scaledAt(one.value, places);
        return [{ from: figure, to: figure }];
      }
      case "input": {
        // The same points in two places depend on each other.
        if (used.has(one.name)) return undefined;
        used.add(one.name);
        return sets.get(one.name);
      }
      case "named":
        return find(one.of);
      case "round":
        return one.of.op === "product" ? scaledRuns(one.of.of, (value) => round(value, places, one.mode).n) : find(one.of);
      case "product":
        return scaledRuns(one.of, (value) => (round(value, places, "down").n * value.d === value.n * 10n ** BigInt(places) ? round(value, places, "down").n : undefined));
      case "sum":
        return folded(one.of, sumOfRuns);
      case "min":
        return folded(one.of, (a, b) => extremeOf(a, b, "min"));
      case "max":
        return folded(one.of, (a, b) => extremeOf(a, b, "max"));
      case "choice":
        return eitherWay([...one.cases, one.otherwise].map(({ then }) => then));
      default:
        return undefined;
    }
  };
  const folded = (of: readonly Expression[], join: (a: readonly Run[], b: readonly Run[]) => readonly Run[] | undefined): readonly Run[] | undefined => {
    let result: readonly Run[] | undefined;
    for (const one of of) {
      const next = find(one);
      if (next === undefined) return undefined;
      result = result === undefined ? next : join(result, next);
      if (result === undefined) return undefined;
    }
    return result;
  };
  /** A knock-out may hold or not: the branches are not combined, each may use the same points. */
  const eitherWay = (branches: readonly Expression[]): readonly Run[] | undefined => {
    const before = [...used];
    const all = new Set(before);
    const found = branches.map((one) => {
      used.clear();
      before.forEach((name) => used.add(name));
      const runs = find(one);
      used.forEach((name) => all.add(name));
      return runs;
    });
    all.forEach((name) => used.add(name));
    return found.every((one) => one !== undefined) ? merged(found.flat()) : undefined;
  };
  /** Figures times a fixed factor. */
  const scaledRuns = (of: readonly Expression[], on: (value: Exact) => bigint | undefined): readonly Run[] | undefined => {
    const factors = of.flatMap((one) => (one.op === "constant" ? [one.value] : []));
    const [varying, ...more] = of.filter((one) => one.op !== "constant");
    const factor = factors.reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }), ONE);
    const runs = varying === undefined || more.length > 0 || factor.n < 0n ? undefined : find(varying);
    if (runs === undefined) return undefined;
    if (factor.n === factor.d) return runs;
    if (sizeOf(runs) > MOST) return undefined;
    const found: Run[] = [];
    for (const { from, to } of runs) {
      for (let figure = from; figure <= to; figure++) {
        const next = on({ n: figure * factor.n, d: 10n ** BigInt(places) * factor.d });
        if (next === undefined) return undefined;
        found.push({ from: next, to: next });
      }
    }
    return merged(found);
  };
  return find(expression);
}
