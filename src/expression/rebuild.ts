// Building an expression anew with other parts in some places; and a way to tell that two parts say the same.
import { reduce } from "../numbers/number.ts";
import { type Case, children, type Condition, type Expression } from "./expression.ts";

/** The expression with every direct part replaced, conditions included. */
function rebuilt(one: Expression, place: (inner: Expression) => Expression): Expression {
  const condition = (when: Condition): Condition => (when.op === "compare" ? { ...when, left: place(when.left), right: place(when.right) } : { ...when, of: when.of.map(condition) });
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

/** Every part, innermost first, replaced by what `change` makes of it. */
export const rebuild = (expression: Expression, change: (one: Expression) => Expression): Expression => change(rebuilt(expression, (inner) => rebuild(inner, change)));

/** The expression with parts replaced wherever they stand; a part that stands in several places stays one part. */
export function replaced(expression: Expression, other: (one: Expression) => Expression | undefined): Expression {
  const placed = new Map<Expression, Expression>();
  const place = (one: Expression): Expression => {
    const known = placed.get(one) ?? other(one) ?? rebuilt(one, place);
    placed.set(one, known);
    return known;
  };
  return place(expression);
}

/** The expression without the cases that are not kept; a choice of which none is left is its last branch. */
export function withoutCases(expression: Expression, dropped: (one: Case) => boolean): Expression {
  return replaced(expression, (one): Expression | undefined => {
    if (one.op !== "choice" || !one.cases.some(dropped)) return undefined;
    const cases = one.cases.filter((each) => !dropped(each));
    return withoutCases(cases.length === 0 ? one.otherwise.then : { ...one, cases }, dropped);
  });
}

/** A text that is the same for two expressions that say the same; names and labels do not count. */
export function meaningOf(): (one: Expression) => string {
  const known = new Map<Expression, string>();
  const numbers = new Map<string, string>();
  const conditionText = (one: Condition): string => (one.op === "compare" ? `${meaning(one.left)}${one.is}${meaning(one.right)}` : `${one.op}(${one.of.map(conditionText).join()})`);
  const written = (one: Expression): string => {
    switch (one.op) {
      case "constant": {
        const { n, d } = reduce(one.value);
        return `${n}/${d}`;
      }
      case "input":
        return `:${one.name}`;
      case "outcome":
        return one.state;
      case "named":
        return meaning(one.of);
      case "round":
        return `round ${one.places} ${one.mode} ${meaning(one.of)}`;
      case "choice":
        return `choice ${one.cases.map((each) => `${conditionText(each.when)}?${meaning(each.then)}`).join()};${meaning(one.otherwise.then)}`;
      default:
        return `${one.op}(${children(one).map(meaning).join()})`;
    }
  };
  const meaning = (one: Expression): string => {
    const found = known.get(one);
    if (found !== undefined) return found;
    const text = written(one);
    const number = numbers.get(text) ?? `#${numbers.size}`;
    numbers.set(text, number);
    known.set(one, number);
    return number;
  };
  return meaning;
}
