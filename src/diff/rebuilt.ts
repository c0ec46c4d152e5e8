// The same node over other operands.
import type { Condition, Expression } from "../expression/expression.ts";

export function rebuilt(one: Expression, place: (inner: Expression) => Expression): Expression {
  const condition = (when: Condition): Condition =>
    when.op === "compare" ? { ...when, left: place(when.left), right: place(when.right) } : { ...when, of: when.of.map(condition) };
  switch (one.op) {
    case "constant":
    case "input":
    case "outcome":
      return one;
    case "sum":
    case "product":
    case "min":
    case "max":
      return { ...one, of: one.of.map(place) };
    case "difference":
    case "quotient":
      return { ...one, left: place(one.left), right: place(one.right) };
    case "round":
    case "named":
      return { ...one, of: place(one.of) };
    case "choice":
      return { ...one, cases: one.cases.map((each) => ({ ...each, when: condition(each.when), then: place(each.then) })), otherwise: { ...one.otherwise, then: place(one.otherwise.then) } };
  }
}

/** Every part in its new place, bottom up; a part that stands in several places is placed once. */
export function replaced(expression: Expression, replace: (one: Expression) => Expression | undefined): Expression {
  const done = new Map<Expression, Expression>();
  const place = (one: Expression): Expression => {
    const before = done.get(one);
    if (before !== undefined) return before;
    const made = replace(one) ?? rebuilt(one, place);
    done.set(one, made);
    return made;
  };
  return place(expression);
}
