// 影响: the total and the grade as functions of one entry of one indicator, everything else staying as it is; and what
// a point of the indicator is worth in the total.
import { bind } from "../expression/bind.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import type { Expression } from "../expression/expression.ts";
import { replaced } from "../expression/rebuild.ts";
import { type Exact, ONE, ZERO } from "../numbers/number.ts";
import { appliesName, type KnockOut, pointsName, type Program } from "../model/program.ts";
import type { LeafResult } from "../model/results.ts";
import { contains, type NumberSet, satisfying, union } from "../numbers/sets.ts";
import { piecesOf, preimage, type Solving } from "./pieces.ts";
import { constantOf } from "./course.ts";

/** An evaluation that was scored. */
export interface Situation {
  readonly program: Program;
  readonly results: readonly LeafResult[];
  /** whether each knock-out of the program holds; undefined while that is open */
  readonly holds: readonly (boolean | undefined)[];
}

/** Over the inputs of one indicator. */
export interface Effects {
  readonly points: Expression;
  readonly total: Expression;
  /** index of the grade */
  readonly grade: Expression;
  readonly tests: readonly { readonly knockOut: KnockOut; readonly test: Expression }[];
}

function environmentOf({ program, results, holds }: Situation): ReadonlyMap<string, Exact> {
  const values = new Map<string, Exact>();
  for (const { leaf, low, applies } of results) {
    values.set(pointsName(leaf.leaf), low);
    values.set(appliesName(leaf.leaf), applies ? ONE : ZERO);
  }
  program.knockOuts.forEach(({ input }, index) => input !== undefined && values.set(input.name, holds[index] === true ? ONE : ZERO));
  return values;
}

export function effectsOf(situation: Situation, { leaf }: LeafResult): Effects {
  const { program } = situation;
  const values = environmentOf(situation);
  const own = program.knockOuts.filter((one) => one.leaf === leaf.leaf);
  const free = new Set([pointsName(leaf.leaf), ...own.flatMap(({ input }) => (input === undefined ? [] : [input.name]))]);
  const known = (name: string): Exact | undefined => (free.has(name) ? undefined : values.get(name));
  const points = bind(leaf.expression, known);
  const parts = new Map<string, Expression>([[pointsName(leaf.leaf), points], ...own.flatMap(({ input, test }): [string, Expression][] => (input === undefined ? [] : [[input.name, test]]))]);
  const put = (expression: Expression, more?: Expression): Expression => replaced(bind(expression, known), (one) => (one.op === "input" ? (one.name === "total" ? more : parts.get(one.name)) : undefined));
  const total = put(program.total);
  return { points, total, grade: put(program.grade, total), tests: own.map((knockOut) => ({ knockOut, test: knockOut.test })) };
}

/** For every grade the values of one entry that lead to it, where the indicator is scored; undefined where that cannot be solved. */
export function gradeSets({ points, grade }: Effects, solving: Solving): { readonly scored: NumberSet; readonly byGrade: ReadonlyMap<number, NumberSet> } | undefined {
  const pieces = piecesOf(points, solving);
  if (pieces === undefined) return undefined;
  const scored = union(...pieces.flatMap(({ over, value }) => (typeof value === "string" ? [] : [[over]])));
  const graded = piecesOf(grade, { ...solving, domain: scored });
  if (graded === undefined) return undefined;
  const byGrade = new Map<number, NumberSet>();
  for (const { over, value } of graded) {
    if (typeof value === "string") continue;
    const index = Number(constantOf(value).n);
    byGrade.set(index, union(byGrade.get(index) ?? [], [over]));
  }
  return { scored, byGrade };
}

/** The values of one entry at which a knock-out holds. */
export const holdingSet = (test: Expression, solving: Solving): NumberSet | undefined => preimage(test, satisfying("=", ONE), solving);

/** Points, total and grade at other entries of the indicator; undefined where it is not scored with them. */
export function resultAt({ points, total, grade }: Effects, entered: (name: string) => Exact | undefined): { readonly points: Exact; readonly total: Exact; readonly grade: number } | undefined {
  const environment = (name: string): Value => entered(name) ?? "missing";
  const [p, t, g] = [points, total, grade].map((one) => evaluate(one, environment));
  return typeof p === "object" && typeof t === "object" && typeof g === "object" ? { points: p, total: t, grade: Number(g.n / g.d) } : undefined;
}

/** What one point of an indicator adds to the total where it stands now, before any rounding. */
export function worthOfPoint(situation: Situation, { leaf, low }: LeafResult): Exact {
  const values = environmentOf(situation);
  const name = pointsName(leaf.leaf);
  const plain = replaced(bind(situation.program.total, (one) => (one === name ? undefined : values.get(one))), (one) => (one.op === "round" ? unroundedPart(one.of) : undefined));
  const piece = piecesOf(plain, { variable: name })?.filter(({ over }) => contains([over], low)).at(-1);
  if (piece === undefined || typeof piece.value === "string" || piece.value.of !== undefined) return ZERO;
  const { a, d } = piece.value.ratio;
  return { n: a, d };
}

const unroundedPart = (one: Expression): Expression => replaced(one, (each) => (each.op === "round" ? unroundedPart(each.of) : undefined));
