// Partial evaluation: puts known inputs in place and folds every part that needs no input any more.
// The meaning stays the same; names and cases that still depend on an input stay as they are.
import { type Exact, ONE } from "../numbers/number.ts";
import { evaluate, holds } from "./exact.ts";
import { type Case, children, type Condition, constant, type Expression, operands } from "./expression.ts";

/** The expression with every input that `known` has a value for replaced by it. */
export function bind(expression: Expression, known: (name: string) => Exact | undefined): Expression {
  // A part that stands in several places is placed once, and stays one part.
  const placed = new Map<Expression, Expression>();
  const place = (one: Expression): Expression => {
    const before = placed.get(one);
    if (before !== undefined) return before;
    const made = make(one);
    placed.set(one, made);
    return made;
  };
  const make = (one: Expression): Expression => {
    switch (one.op) {
      case "constant":
      case "outcome":
        return one;
      case "input": {
        const value = known(one.name);
        return value === undefined ? one : constant(value, { label: one.label, unit: one.unit });
      }
      case "sum":
      case "product":
      case "min":
      case "max":
        return folded({ ...one, of: one.of.map(place) });
      case "difference":
      case "quotient":
        return folded({ ...one, left: place(one.left), right: place(one.right) });
      case "round":
      case "named":
        return folded({ ...one, of: place(one.of) });
      case "choice": {
        const cases: Case[] = [];
        for (const each of one.cases) {
          const when = placeCondition(each.when);
          const decided = operands(when).every((side) => side.op === "constant") ? holds(when, nothing) : undefined;
          if (decided === false) continue;
          if (decided === true) {
            const then = place(each.then);
            return cases.length === 0 ? then : { ...one, cases, otherwise: { id: each.id, label: each.label, then } };
          }
          cases.push({ ...each, when, then: place(each.then) });
        }
        const then = place(one.otherwise.then);
        return cases.length === 0 ? then : { ...one, cases, otherwise: { ...one.otherwise, then } };
      }
    }
  };
  const placeCondition = (one: Condition): Condition =>
    one.op === "compare" ? { ...one, left: place(one.left), right: place(one.right) } : { ...one, of: one.of.map(placeCondition) };
  return place(expression);
}

const nothing = (): "missing" => "missing";

function folded(expression: Expression): Expression {
  if (!children(expression).every((one) => one.op === "constant")) return shortened(expression);
  const value = evaluate(expression, nothing);
  return typeof value === "string" ? expression : constant(value, "label" in expression ? { label: expression.label } : {});
}

/** × 1 and + 0 vanish. */
function shortened(expression: Expression): Expression {
  if (expression.op !== "product" && expression.op !== "sum") return expression;
  const neutral = expression.op === "product" ? ONE.n : 0n;
  const of = expression.of.filter((one) => one.op !== "constant" || one.value.n !== neutral * one.value.d);
  return of.length === 1 && of[0] !== undefined ? of[0] : { ...expression, of };
}
