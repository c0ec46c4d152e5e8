// Compiling one indicator: its measure, its method, what guards them, and its rounding.
import { reporter } from "../check/check.ts";
import type { Code, Diagnostic } from "../types/diagnostics.ts";
import { children, choice, compare, constant, difference, type Expression, type Input, inputsOf, label, named, outcome, product, quotient, rounded, sum, type Case } from "../expression/expression.ts";
import { compileFormula, type Formula } from "../expression/formula.ts";
import type { Interval, MethodContext } from "../model/method.ts";
import { outcomeOnZero, within, zeroPoints } from "../model/method-parts.ts";
import { methodOf } from "../methods/index.ts";
import { exact, type Exact, multiply, ONE, ZERO } from "../numbers/number.ts";
import { inUnit, type IntervalText, type Quantity, readInterval, readQuantity, ratioOf } from "../numbers/quantity.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { appliesName, type LeafProgram, type Program } from "../model/program.ts";

const ANY: Interval = { low: undefined, high: undefined, text: "" };
const FOLLOWING: ReadonlySet<Code> = new Set(["tiers-gap", "tiers-overlap", "tier-empty", "each-not-positive", "linear-same-ends", "satisfaction-line", "target-missing"]);
const ACTUAL = label("实际完成值", "actual");

/** The extra weight an indicator takes over from others that do not apply (spread, move-to). */
export interface Extra {
  readonly factor: Expression;
}

/** A knock-out that zeroes this indicator, as the first cases of its expression. */
export type ZeroCase = (measure: Expression | undefined) => Case | undefined;

export function compileLeaf(
  leaf: LinkedLeaf,
  rounding: Program["rounding"],
  extra: Extra | undefined,
  zeroCases: readonly ZeroCase[],
  report: (diagnostic: Diagnostic) => void,
): LeafProgram | undefined {
  const method = methodOf(leaf.method.kind);
  if (method === undefined) return undefined;
  const found: Diagnostic[] = [];
  const note = reporter(found);
  // A figure that could not be read stands as zero; what then follows from the zero is not said.
  let unread = leaf.targetFaulty;
  const problem = (code: Code, facts: Readonly<Record<string, string>>, field: string, where: readonly (string | number)[] = [], beside: readonly (readonly (string | number)[])[] = []): void => {
    if (unread && FOLLOWING.has(code)) return;
    const related = beside.map((one) => leaf.place(field, ...one));
    note(code, { ...facts, indicator: leaf.name }, leaf.place(field, ...where), { related });
  };
  const own = method.inputs === "own";
  if (own && leaf.measure !== undefined) problem("measure-unused", { method: leaf.method.kind }, "measure");
  if (method.target === "required" && leaf.target === undefined) problem("target-missing", {}, "target");
  if (method.target === "none" && leaf.target !== undefined) problem("target-unused", { method: leaf.method.kind }, "target");

  const convert = (quantity: Quantity, text: string, unit: string | undefined, fail: (code: Code, facts: Record<string, string>) => void): Exact => {
    const value = inUnit(quantity, unit);
    if (typeof value !== "string") return value;
    unread = true;
    fail(value, { found: text, unit: unit ?? "" });
    return ZERO;
  };
  const readRange = (text: string | IntervalText, unit: string | undefined, fail: (code: Code, facts: Record<string, string>) => void): Interval => {
    const range = typeof text === "string" ? readInterval(text) : text;
    const words = typeof text === "string" ? text : "";
    const end = (bound: IntervalText["low"]) => bound && { value: convert(bound.quantity, words, unit, fail), closed: bound.closed };
    return range === undefined ? ANY : { low: end(range.low), high: end(range.high), text: words };
  };

  const derived = own || leaf.measure === undefined ? undefined : compileMeasure(leaf, problem);
  const value: Input = { op: "input", name: "value", label: ACTUAL, unit: leaf.unit };
  const measure = own ? undefined : (derived?.expression ?? value);
  const domain = leaf.domain === undefined ? ANY : readRange(leaf.domain, leaf.unit, (code, facts) => problem(code, facts, "domain"));
  const weight = constant(leaf.weight, { label: label("分值", "weight") });
  const context: MethodContext = {
    weight: { value: leaf.weight, expression: weight },
    measure: measure ?? value,
    unit: leaf.unit,
    target: leaf.target && {
      is: leaf.target.is,
      value: leaf.target.value,
      expression: constant(leaf.target.value, { label: label("年度指标值", "target"), unit: leaf.unit }),
    },
    domain,
    rounding,
    quantity: (text, unit, where) => {
      const quantity = readQuantity(text);
      return quantity === undefined ? ZERO : convert(quantity, text, unit, (code, facts) => problem(code, facts, "method", where));
    },
    interval: (text, unit, where) => readRange(text, unit, (code, facts) => problem(code, facts, "method", where)),
    award: (given, where) => {
      const both = (given.points === undefined) === (given.share === undefined);
      if (both) problem("award-shape", {}, "method", where);
      const amount = given.points === undefined ? multiply(ratioOf(given.share ?? "0%"), leaf.weight) : exact(given.points);
      return constant(amount);
    },
    problem: (code, facts, where, field = "method", beside = []) => problem(code, facts, field, where, beside),
  };
  const points = method.build(leaf.method, context);
  const mayNotApply = leaf.notApplicable === "forbid" && (canBe(points, "not-applicable") || leaf.measure?.["zero-denominator"] === "not-applicable");
  if (mayNotApply) problem("not-applicable-contradiction", {}, "method");

  const cases: Case[] = (derived?.divisors ?? []).map((divisor, index) => ({
    id: index === 0 ? "zero-denominator" : `zero-denominator-${index + 1}`,
    label: label("公式的分母为 0", "a divisor of the formula is 0"),
    when: compare(divisor, "=", zeroPoints),
    then: outcomeOnZero(leaf.measure?.["zero-denominator"] ?? "missing", weight),
  }));
  if (measure !== undefined && (domain.low || domain.high)) {
    const outside = label("实际完成值超出取值范围", "actual outside its domain");
    const inside = within(measure, domain, leaf.unit);
    for (const [index, one] of (inside.op === "compare" ? [inside] : inside.of).entries()) {
      if (one.op !== "compare" || one.is === "=") continue;
      const opposite = { ">=": "<", ">": "<=", "<=": ">", "<": ">=" } as const;
      cases.push({ id: index === 0 ? "outside-domain" : "outside-domain-high", label: outside, when: { ...one, is: opposite[one.is] }, then: outcome("missing") });
    }
  }
  for (const zero of zeroCases) {
    const one = zero(measure);
    if (one !== undefined) cases.push(one);
  }
  const guarded = cases.length === 0 ? points : flatChoice(cases, points);
  const scaled = extra === undefined ? guarded : product(named("declared-points", label("按原分值得分", "points at the declared weight"), guarded), extra.factor);
  const expression = named("points", label("得分", "points"), rounded(scaled, rounding.places, rounding.mode), "分");
  // The actual value is read even where the points do not depend on it (a target of zero).
  const read = inputsOf(measure === undefined ? expression : sum(measure, expression));
  const inputs = read.filter((one) => !one.name.startsWith("applies "));
  const better = method.better?.(leaf.method, context);
  found.forEach(report);
  const faulty = leaf.targetFaulty || found.some((one) => one.severity === "error");
  return { leaf, expression, unrounded: scaled, inputs, measure, domain, judged: method.judged === true, factor: extra?.factor, better, faulty };
}

const canBe = (one: Expression, state: "not-applicable"): boolean => (one.op === "outcome" && one.state === state) || children(one).some((child) => canBe(child, state));

/** Guards in front of a method's own choice read as one list of cases. */
function flatChoice(cases: readonly Case[], points: Expression): Expression {
  return points.op === "choice"
    ? { ...points, cases: [...cases, ...points.cases] }
    : choice(cases, "scored", label("按评分办法计分", "scored by the method"), points);
}

function compileMeasure(leaf: LinkedLeaf, problem: (code: Code, facts: Record<string, string>, field: string, where: readonly (string | number)[]) => void): Formula | undefined {
  const { measure } = leaf;
  if (measure === undefined) return undefined;
  const inputs = new Map<string, Input>();
  for (const [name, { name: words, unit }] of Object.entries(measure.inputs)) {
    inputs.set(name, { op: "input", name, label: label(words, words), unit });
  }
  const formula = compileFormula(measure.formula, inputs, leaf.unit);
  if ("code" in formula) {
    const { code, ...facts } = formula;
    problem(code, facts, "measure", ["formula"]);
    return undefined;
  }
  const read = new Set(inputsOf(formula.expression).map((one) => one.name));
  for (const name of inputs.keys()) if (!read.has(name)) problem("formula-input-unused", { name }, "measure", ["inputs", name]);
  const divides = formula.divisors.some((one) => inputsOf(one).length > 0);
  if (divides && measure["zero-denominator"] === undefined) problem("zero-denominator-undeclared", {}, "measure", []);
  const { rounding } = measure;
  const value = rounding === undefined ? formula.expression : rounded(formula.expression, Number(rounding.places), rounding.mode);
  return { expression: named("measure", ACTUAL, value, leaf.unit), divisors: formula.divisors.filter((one) => one.op !== "constant" || one.value.n === 0n) };
}

/** 均摊 and 转移: weight × factor, where the factor grows by what others give up. */
export function extraOf(leaf: LinkedLeaf, siblings: readonly LinkedLeaf[], movedIn: readonly { readonly from: LinkedLeaf; readonly groupWeight: Exact }[]): Extra | undefined {
  const applies = (one: LinkedLeaf): Expression => ({ op: "input", name: appliesName(one), label: label(`${one.name}适用`, `${one.name} applies`) });
  const givenUp = (one: LinkedLeaf): Expression => product(difference(constant(ONE), applies(one)), constant(one.weight, { label: label(`${one.name}分值`, `weight of ${one.name}`) }));
  const spreading = siblings.filter((one) => one !== leaf && one.notApplicable === "spread");
  const parts: Expression[] = [constant(ONE)];
  if (spreading.length > 0) {
    const sharing = sum(...siblings.map(applies));
    parts.push(quotient(sum(...spreading.map(givenUp)), product(sharing, constant(leaf.weight, { label: label("分值", "weight") }))));
  }
  for (const { from, groupWeight } of movedIn) parts.push(quotient(givenUp(from), constant(groupWeight, { label: label("接收组分值", "weight of the receiving group") })));
  return parts.length === 1 ? undefined : { factor: named("weight-factor", label("分值系数", "weight factor"), sum(...parts)) };
}
