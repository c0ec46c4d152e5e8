// 零值: every divisor and target that may be zero, the inputs that make it so, and what the declared rule makes of it.
import type { ZeroPath } from "../types/analysis-types.ts";
import { evaluate } from "../expression/exact.ts";
import { type Case, children, type Choice, type Expression, inputsOf, label, type Label } from "../expression/expression.ts";
import { type Exact, HUNDRED, ONE, toText, ZERO } from "../numbers/number.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { point, witness } from "../numbers/sets.ts";
import { entryOf } from "./entered.ts";
import { preimage } from "./pieces.ts";

const TARGET = label("年度指标值", "target");

export function zeroPathsOf(program: LeafProgram, rounding: Program["rounding"]): readonly ZeroPath[] {
  const { leaf, expression } = program;
  const rule = leaf.measure?.["zero-denominator"] ?? String(leaf.method["zero-denominator"] ?? "missing");
  const divisors = guardsOf(expression).map((one): ZeroPath => ({ of: "denominator", label: divisorLabel(one), rule, ...atZero(one, program, rounding) }));
  const declared = leaf.method["zero-target"];
  const onTarget = typeof declared === "string" && leaf.target !== undefined;
  return onTarget ? [...divisors, { of: "target", label: TARGET, rule: declared }] : divisors;
}

/** The cases that stand before a division. */
function guardsOf(expression: Expression): readonly Case[] {
  const found = new Map<string, Case>();
  const seen = new Set<Expression>();
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "choice") for (const each of guards(one)) found.set(each.id, each);
    children(one).forEach(visit);
  };
  visit(expression);
  return [...found.values()];
}
const guards = ({ cases }: Choice): readonly Case[] => cases.filter(({ id }) => id.startsWith("zero-denominator"));

const divisorOf = ({ when }: Case): Expression | undefined => (when.op === "compare" ? when.left : undefined);
function divisorLabel(one: Case): Label {
  const divisor = divisorOf(one);
  return divisor?.op === "input" ? divisor.label : { zh: "公式的分母", en: "a divisor of the formula" };
}

/** Inputs at which the divisor is zero, and what they score. */
function atZero(one: Case, program: LeafProgram, { places }: Program["rounding"]): Partial<ZeroPath> {
  const divisor = divisorOf(one);
  const [free, ...others] = divisor === undefined ? [] : inputsOf(divisor);
  if (divisor === undefined || free === undefined) return {};
  const known = (name: string): Exact | undefined => (others.some((each) => each.name === name) ? HUNDRED : undefined);
  const set = preimage(divisor, point(ZERO), { variable: free.name, known });
  const zero = set && witness(set);
  if (zero === undefined) return {};
  const entered = new Map(program.inputs.map((input): [string, Exact] => [input.name, input.name === free.name ? zero : (known(input.name) ?? HUNDRED)]));
  const entry = entryOf(program, entered);
  const points = evaluate(program.expression, (name) => entered.get(name) ?? (name.startsWith("applies ") ? ONE : "missing"));
  return { ...(entry === undefined ? {} : entry), ...(typeof points === "string" ? {} : { points: toText(points, places) }) };
}
