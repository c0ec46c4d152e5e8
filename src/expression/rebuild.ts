// Rebuilding a tree: every node, innermost first, replaced by what `change` makes of it.
import type { Condition, Expression } from "./expression.ts";

export function rebuild(expression: Expression, change: (one: Expression) => Expression): Expression {
  const inside = (one: Expression): Expression => rebuild(one, change);
  const condition = (one: Condition): Condition => (one.op === "compare" ? { ...one, left: inside(one.left), right: inside(one.right) } : { ...one, of: one.of.map(condition) });
  switch (expression.op) {
    case "constant":
    case "input":
    case "outcome":
      return change(expression);
    case "sum":
    case "product":
    case "min":
    case "max":
      return change({ ...expression, of: expression.of.map(inside) });
    case "difference":
    case "quotient":
      return change({ ...expression, left: inside(expression.left), right: inside(expression.right) });
    case "round":
    case "named":
      return change({ ...expression, of: inside(expression.of) });
    case "choice": {
      const cases = expression.cases.map((one) => ({ ...one, when: condition(one.when), then: inside(one.then) }));
      return change({ ...expression, cases, otherwise: { ...expression.otherwise, then: inside(expression.otherwise.then) } });
    }
  }
}
