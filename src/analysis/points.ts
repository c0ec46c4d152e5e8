// 可得分: every figure that an indicator can score, on the grid of its rounding, and the actual values that score it.
import { bind } from "../expression/bind.ts";
import type { Expression, Input } from "../expression/expression.ts";
import { type Exact, exact, ONE, round } from "../numbers/number.ts";
import type { Program } from "../model/program.ts";
import { point } from "../numbers/sets.ts";
import { constantOf, figuresOf, isConstant } from "./course.ts";
import { enteredIn } from "./entered.ts";
import { type Piece, reachingPieces } from "./pieces.ts";
import { merged, type Run, runsOf } from "./runs.ts";
import { freeOptions, type View } from "./views.ts";

/** A figure with so many decimals as a whole number. */
export const scaledAt = (value: Exact, places: number): bigint => round(value, places, "down").n;
export const figureOf = (scaled: bigint, places: number): Exact => ({ n: scaled, d: 10n ** BigInt(places) });

/** Every figure that an expression, rounded like this at last, takes; undefined where that cannot be told. */
export function figuresOfPoints(expression: Expression, views: readonly View[] | undefined, rounding: Program["rounding"]): readonly Run[] | undefined {
  const { places } = rounding;
  const points = checkPointsOf(expression);
  if (points !== undefined) return sumsOf(points.map((one) => one.points), rounding);
  if (views === undefined || freeOptions(expression).length > 0) return undefined;
  const runs = views.flatMap(({ pieces }) => pieces).map((piece) => figuresOfPiece(piece, places));
  return runs.every((one) => one !== undefined) ? merged(runs.flat()) : undefined;
}

function figuresOfPiece({ over, value }: Piece, places: number): readonly Run[] | undefined {
  if (typeof value === "string") return [];
  if (isConstant(value)) return runsOf([scaledAt(constantOf(value), places)]);
  return value.of !== undefined && value.of.places === places && value.ratio.a === value.ratio.d && value.ratio.b === 0n && value.ratio.c === 0n ? figuresOf(value.of, over) : undefined;
}

// ---- check points ----------------------------------------------------------------------------------------------

/** What an indicator of check points adds up; undefined where it is not one. */
export function checkPointsOf(expression: Expression): readonly { readonly input: Input; readonly points: Exact }[] | undefined {
  if (freeOptions(expression).length === 0) return undefined;
  let inner = bind(expression, (name) => (name.startsWith("applies ") ? ONE : undefined));
  while (inner.op === "named" || inner.op === "round") inner = inner.of;
  const found = (inner.op === "sum" ? inner.of : [inner]).map((one) => {
    const [input, worth] = one.op === "product" ? one.of : [one, { op: "constant", value: ONE } as const];
    return input?.op === "input" && input.options?.length === 2 && worth?.op === "constant" ? { input, points: worth.value } : undefined;
  });
  const points = found.filter((one) => one !== undefined);
  return points.length === found.length && new Set(points.map((one) => one.input.name)).size === points.length ? points : undefined;
}

/** Every sum of some of the parts, each at most once, rounded at last: bits of one whole number, not 2^n trials. */
function sumsOf(parts: readonly Exact[], { places, mode }: Program["rounding"]): readonly Run[] | undefined {
  const fine = parts.reduce((most, one) => (one.d > most ? one.d : most), 10n ** BigInt(places));
  let bits = 1n;
  for (const { n, d } of parts) {
    if (n < 0n || fine % d !== 0n) return undefined;
    bits |= bits << ((n * fine) / d);
  }
  const sums = [...bits.toString(2)].reverse().flatMap((bit, index) => (bit === "1" ? [round({ n: BigInt(index), d: fine }, places, mode).n] : []));
  return runsOf(sums);
}

// ---- witnesses -------------------------------------------------------------------------------------------------

/** Actual values that score a figure, by input; undefined where none are found. */
export function enteredFor(expression: Expression, views: readonly View[] | undefined, figure: Exact): ReadonlyMap<string, Exact> | undefined {
  const points = checkPointsOf(expression);
  if (points !== undefined) return metFor(points, figure);
  for (const view of views ?? []) {
    const entered = enteredIn(reachingPieces(view.pieces, point(figure)), view);
    if (entered !== undefined) return entered;
  }
  return undefined;
}

/** All or none of the check points; other sums are not asked for. */
function metFor(points: readonly { readonly input: Input; readonly points: Exact }[], figure: Exact): ReadonlyMap<string, Exact> {
  const met = figure.n === 0n ? exact("0") : ONE;
  return new Map(points.map(({ input }) => [input.name, met]));
}
