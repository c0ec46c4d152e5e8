// 计算公式: derived measures such as `executed / budget` or `(本年 − 上年) ÷ 上年`.
//
// Grammar:  sum = term { (+ | −) term } ; term = factor { (× | ÷) factor } ;
//           factor = number | name | − factor | ( sum ) | (min | max) ( sum {, sum} )
// Units are followed through: money ÷ money is a pure ratio, money + persons is refused. Every divisor is
// handed out as a guard, so that the caller decides what a zero divisor means.
import * as number from "../numbers/number.ts";
import { parseUnit, sameDimensions, type Unit } from "../numbers/units.ts";
import { constant, difference, type Expression, type Input, max, min, product, quotient, sum } from "./expression.ts";

/** A compiled formula: its value in the unit asked for, and its divisors, innermost first. */
export interface Formula {
  readonly expression: Expression;
  readonly divisors: readonly Expression[];
}

export type FormulaProblem =
  | { readonly code: "formula-syntax"; readonly at: string }
  | { readonly code: "formula-unknown-name"; readonly name: string }
  | { readonly code: "formula-unit"; readonly found: string; readonly expected: string };

interface Term {
  readonly expression: Expression;
  /** value × scale = the value in base units */
  readonly scale: number.Exact;
  readonly dimensions: Unit["dimensions"];
}

const PURE: Unit["dimensions"] = new Map();
const SYMBOLS: Readonly<Record<string, string>> = { "×": "*", "÷": "/", "−": "-", "（": "(", "）": ")", "，": "," };
const MAX_DEPTH = 32;

/** Compiles a formula over named inputs; the result is in `unit`. */
export function compileFormula(text: string, inputs: ReadonlyMap<string, Input>, unit: string | undefined): Formula | FormulaProblem {
  const tokens = tokenize(text, [...inputs.keys()]);
  if (!Array.isArray(tokens)) return tokens;
  const divisors: Expression[] = [];
  let position = 0;
  const take = (token: string): boolean => tokens[position] === token && position++ >= 0;
  const fail = (): never => {
    throw { code: "formula-syntax", at: tokens[position] ?? "" } satisfies FormulaProblem;
  };

  const parseSum = (depth: number): Term => {
    let left = parseTerm(depth);
    for (;;) {
      const plus = take("+");
      if (!plus && !take("-")) return left;
      const right = aligned(parseTerm(depth), left);
      const expression = plus ? sum(left.expression, right) : difference(left.expression, right);
      left = { ...left, expression };
    }
  };
  const parseTerm = (depth: number): Term => {
    let left = parseFactor(depth);
    for (;;) {
      const times = take("*");
      if (!times && !take("/")) return left;
      const right = parseFactor(depth);
      if (!times) divisors.push(right.expression);
      left = times
        ? { expression: product(left.expression, right.expression), scale: number.multiply(left.scale, right.scale), dimensions: merge(left, right, 1) }
        : {
            expression: quotient(left.expression, right.expression),
            scale: number.divide(left.scale, right.scale) ?? number.ONE,
            dimensions: merge(left, right, -1),
          };
    }
  };
  const parseFactor = (depth: number): Term => {
    const token = tokens[position];
    if (token === undefined || depth > MAX_DEPTH) return fail();
    if (take("(")) {
      const inner = parseSum(depth + 1);
      return take(")") ? inner : fail();
    }
    if (take("-")) {
      const inner = parseFactor(depth + 1);
      return { ...inner, expression: difference(constant(number.ZERO), inner.expression) };
    }
    const input = inputs.get(token);
    if (input !== undefined) {
      position++;
      const own = parseUnit(input.unit);
      return { expression: input, scale: own.factor, dimensions: own.dimensions };
    }
    const value = number.parseExact(token);
    if (value !== undefined) {
      position++;
      return { expression: constant(value), scale: number.ONE, dimensions: PURE };
    }
    if (token !== "min" && token !== "max") throw nameProblem(token);
    position++;
    if (!take("(")) return fail();
    const first = parseSum(depth + 1);
    const rest: Expression[] = [];
    while (take(",")) rest.push(aligned(parseSum(depth + 1), first));
    if (!take(")")) return fail();
    return { ...first, expression: token === "min" ? min(first.expression, ...rest) : max(first.expression, ...rest) };
  };

  try {
    const result = parseSum(0);
    if (position < tokens.length) return fail();
    const place = parseUnit(unit);
    if (!sameDimensions(result.dimensions, place.dimensions)) {
      return { code: "formula-unit", found: describe(result.dimensions), expected: unit ?? "" };
    }
    return { expression: scaled(result, place.factor), divisors };
  } catch (problem) {
    if (problem instanceof Error) throw problem;
    return problem as FormulaProblem;
  }
}

const nameProblem = (token: string): FormulaProblem =>
  /^[\p{L}\p{N}_-]+$/u.test(token) ? { code: "formula-unknown-name", name: token } : { code: "formula-syntax", at: token };

function tokenize(text: string, names: readonly string[]): string[] | FormulaProblem {
  const longestFirst = [...names, "min", "max"].sort((a, b) => b.length - a.length);
  const tokens: string[] = [];
  let rest = text.trim();
  while (rest !== "") {
    const name = longestFirst.find((one) => rest.startsWith(one));
    const token = name ?? /^(?:\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*|[-+*/(),×÷−（），])/u.exec(rest)?.[0];
    if (token === undefined) return { code: "formula-syntax", at: rest };
    tokens.push(SYMBOLS[token] ?? token);
    rest = rest.slice(token.length).trimStart();
  }
  return tokens;
}

function scaled(term: Term, factor: number.Exact): Expression {
  const ratio = number.reduce(number.divide(term.scale, factor) ?? number.ONE);
  return number.compare(ratio, number.ONE) === 0 ? term.expression : product(term.expression, constant(ratio));
}

function aligned(term: Term, to: Term): Expression {
  if (!sameDimensions(term.dimensions, to.dimensions)) {
    throw { code: "formula-unit", found: describe(term.dimensions), expected: describe(to.dimensions) } satisfies FormulaProblem;
  }
  return scaled(term, to.scale);
}

function merge(left: Term, right: Term, sign: 1 | -1): Unit["dimensions"] {
  const dimensions = new Map(left.dimensions);
  for (const [dimension, power] of right.dimensions) {
    const total = (dimensions.get(dimension) ?? 0) + sign * power;
    if (total === 0) dimensions.delete(dimension);
    else dimensions.set(dimension, total);
  }
  return dimensions;
}

function describe(dimensions: Unit["dimensions"]): string {
  return [...dimensions].map(([name, power]) => (power === 1 ? name : `${name}^${power}`)).join("·") || "1";
}
