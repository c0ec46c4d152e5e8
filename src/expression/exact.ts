// The exact evaluator: what an expression means. Fractions all the way, rounding only where it is declared.
import * as number from "../numbers/number.ts";
import type { Exact } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import type { Choice, Condition, Expression, Outcome } from "./expression.ts";

export type Value = Exact | Outcome["state"];
/** The value of an input, or its state where there is none. */
export type Environment = (name: string) => Value;

/** Listens to an evaluation: every value found, and the case every choice took (cases.length = otherwise). */
export interface Listener {
  value(expression: Expression, value: Value): void;
  taken(choice: Choice, index: number): void;
}

/** Evaluates; a missing input that the way to the result needs makes the result missing. */
export function evaluate(expression: Expression, environment: Environment, listener?: Listener): Value {
  const value = find(expression, environment, listener);
  listener?.value(expression, value);
  return value;
}

function find(expression: Expression, environment: Environment, listener: Listener | undefined): Value {
  switch (expression.op) {
    case "constant":
      return expression.value;
    case "input":
      return environment(expression.name);
    case "outcome":
      return expression.state;
    case "named":
      return evaluate(expression.of, environment, listener);
    case "round": {
      const value = evaluate(expression.of, environment, listener);
      return typeof value === "string" ? value : number.round(value, expression.places, expression.mode);
    }
    case "sum":
      return fold(expression.of, number.add, environment, listener);
    case "product":
      return fold(expression.of, number.multiply, environment, listener);
    case "min":
      return fold(expression.of, (a, b) => (number.compare(b, a) < 0 ? b : a), environment, listener);
    case "max":
      return fold(expression.of, (a, b) => (number.compare(b, a) > 0 ? b : a), environment, listener);
    case "difference":
      return fold([expression.left, expression.right], number.subtract, environment, listener);
    case "quotient":
      return fold([expression.left, expression.right], divideGuarded, environment, listener);
    case "choice": {
      let index = 0;
      for (const one of expression.cases) {
        const held = holds(one.when, environment, listener);
        if (typeof held === "string") return held;
        if (held) break;
        index++;
      }
      listener?.taken(expression, index);
      return evaluate((expression.cases[index] ?? expression.otherwise).then, environment, listener);
    }
  }
}

function divideGuarded(a: Exact, b: Exact): Exact {
  const value = number.divide(a, b);
  if (value === undefined) throw new Error("unguarded division by zero in an expression");
  return value;
}

function fold(
  of: readonly Expression[],
  combine: (a: Exact, b: Exact) => Exact,
  environment: Environment,
  listener: Listener | undefined,
): Value {
  let result: Exact | undefined;
  for (const one of of) {
    const value = evaluate(one, environment, listener);
    if (typeof value === "string") return value;
    result = result === undefined ? value : combine(result, value);
  }
  return result ?? number.ZERO;
}

/** Whether a condition holds; a state where an operand has no value. */
export function holds(condition: Condition, environment: Environment, listener?: Listener): boolean | Outcome["state"] {
  if (condition.op === "compare") {
    const left = evaluate(condition.left, environment, listener);
    const right = evaluate(condition.right, environment, listener);
    if (typeof left === "string") return left;
    if (typeof right === "string") return right;
    return satisfies(number.compare(left, right), condition.is);
  }
  const decisive = condition.op === "any";
  for (const one of condition.of) {
    const held = holds(one, environment, listener);
    if (typeof held === "string" || held === decisive) return held;
  }
  return !decisive;
}

export function satisfies(order: number, is: Comparator): boolean {
  switch (is) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "=":
      return order === 0;
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
  }
}
