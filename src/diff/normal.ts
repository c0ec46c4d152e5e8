// 标准形: an expression without its words, in one spelling. Two expressions in the same form mean the same; one
// normaliser gives the same object for the same form, so that comparing is asking whether it is one object.
//
//   100% × 分值 and 分值 are one; a − b is a + (−1) × b; operands of + × min max stand in one order; names vanish.
import { type Condition, constant, type Constant, type Expression, label, type Case } from "../expression/expression.ts";
import { evaluate, holds } from "../expression/exact.ts";
import { divide, type Exact, ONE, reduce, ZERO } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";

export interface Normaliser {
  (expression: Expression): Expression;
  /** the number under which an expression in its form is known */
  number(normal: Expression): number;
  /** a number for a text, the same each time */
  token(text: string): number;
}

const NO_WORDS = label("", "");
const FLIPPED: Readonly<Record<Comparator, Comparator>> = { "<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<" };
const nothing = (): "missing" => "missing";

export function normaliser(): Normaliser {
  const known = new Map<string, Expression>();
  const numbers = new Map<Expression, number>();
  const done = new Map<Expression, Expression>();
  const number = (one: Expression): number => numbers.get(one) ?? -1;
  const put = (key: string, one: Expression): Expression => {
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, one);
    numbers.set(one, numbers.size);
    done.set(one, one);
    return one;
  };
  const figure = (value: Exact): Expression => {
    const { n, d } = reduce(value);
    return put(`constant ${n}/${d}`, constant({ n, d }));
  };
  const byNumber = (a: Expression, b: Expression): number => number(a) - number(b);
  const several = (op: "sum" | "product" | "min" | "max", of: readonly Expression[]): Expression => put(`${op} ${of.map(number).join(" ")}`, { op, of });

  /** Operands of one operation in a row, the constants among them as one. */
  const gathered = (op: "sum" | "product" | "min" | "max", of: readonly Expression[]): Expression => {
    const all = of.map(form).flatMap((one) => (one.op === op ? one.of : [one]));
    const fixed = all.filter((one) => one.op === "constant");
    const rest = all.filter((one) => one.op !== "constant");
    const whole = fixed.length === 0 ? undefined : evaluate({ op, of: fixed } as Expression, nothing);
    const neutral = op === "sum" ? ZERO : op === "product" ? ONE : undefined;
    const alone = rest.length > 0 && typeof whole === "object" && neutral !== undefined && whole.n * neutral.d === neutral.n * whole.d;
    const operandsOf = [...(op === "min" || op === "max" ? [...new Set(rest)] : rest), ...(typeof whole === "object" && !alone ? [figure(whole)] : [])].sort(byNumber);
    const [only] = operandsOf;
    return operandsOf.length === 1 && only !== undefined ? only : several(op, operandsOf);
  };

  /** c × x ÷ y with the figure in front. */
  const divided = (left: Expression, right: Expression): Expression => {
    const [above, below] = [form(left), form(right)];
    const inverse = below.op === "constant" ? divide(ONE, below.value) : undefined;
    if (inverse !== undefined) return gathered("product", [above, figure(inverse)]);
    const factor = above.op === "constant" ? above : above.op === "product" ? above.of.find((one): one is Constant => one.op === "constant") : undefined;
    if (factor === undefined || factor.value.n === 0n || above === figure(ONE)) return put(`quotient ${number(above)} ${number(below)}`, { op: "quotient", left: above, right: below });
    const rest = above.op === "product" ? gathered("product", above.of.filter((one) => one !== factor)) : figure(ONE);
    return gathered("product", [factor, divided(rest, below)]);
  };

  /** A condition in its form; true or false where it no longer depends on anything. */
  const condition = (one: Condition): Condition | boolean => {
    if (one.op === "compare") {
      const [left, right] = [form(one.left), form(one.right)];
      const compared: Condition = number(left) <= number(right) ? { op: "compare", left, is: one.is, right } : { op: "compare", left: right, is: FLIPPED[one.is], right: left };
      return left.op === "constant" && right.op === "constant" ? holds(compared, nothing) === true : compared;
    }
    const decisive = one.op === "any";
    const parts = one.of.map(condition);
    if (parts.includes(decisive)) return decisive;
    const open = parts.filter((each) => typeof each === "object").flatMap((each) => (each.op === one.op ? each.of : [each]));
    const sorted = [...new Map(open.map((each) => [conditionKey(each), each]))].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
    const [only] = sorted;
    return sorted.length === 0 ? !decisive : sorted.length === 1 && only !== undefined ? only : { op: one.op, of: sorted };
  };
  const conditionKey = (one: Condition): string => (one.op === "compare" ? `${number(one.left)} ${one.is} ${number(one.right)}` : `${one.op}(${one.of.map(conditionKey).join(", ")})`);

  const choices = (cases: readonly Case[], otherwise: Expression): Expression => {
    const kept: Case[] = [];
    let last = otherwise;
    for (const one of cases) {
      const when = condition(one.when);
      if (when === false) continue;
      if (when === true) {
        last = one.then;
        break;
      }
      kept.push({ id: "", label: NO_WORDS, when, then: form(one.then) });
    }
    const end = form(last);
    const all = end.op === "choice" ? [...kept, ...end.cases] : kept;
    const then = end.op === "choice" ? end.otherwise.then : end;
    if (all.length === 0) return then;
    const key = `choice ${all.map((one) => `${conditionKey(one.when)} → ${number(one.then)}`).join("; ")}; ${number(then)}`;
    return put(key, { op: "choice", cases: all, otherwise: { id: "", label: NO_WORDS, then } });
  };

  const make = (one: Expression): Expression => {
    switch (one.op) {
      case "constant":
        return figure(one.value);
      case "input":
        return put(`input ${JSON.stringify([one.name, one.options ?? null])}`, { op: "input", name: one.name, label: NO_WORDS, ...(one.options === undefined ? {} : { options: one.options }) });
      case "outcome":
        return put(one.state, one);
      case "named":
        return form(one.of);
      case "sum":
      case "product":
      case "min":
      case "max":
        return gathered(one.op, one.of);
      case "difference":
        return gathered("sum", [one.left, { op: "product", of: [figure({ n: -1n, d: 1n }), one.right] }]);
      case "quotient":
        return divided(one.left, one.right);
      case "round": {
        const of = form(one.of);
        if (of.op === "constant") return figure(evaluate({ ...one, of }, nothing) as Exact);
        return put(`round ${one.places} ${one.mode} ${number(of)}`, { ...one, of });
      }
      case "choice":
        return choices(one.cases, one.otherwise.then);
    }
  };
  const form = (one: Expression): Expression => {
    const before = done.get(one);
    if (before !== undefined) return before;
    const made = make(one);
    done.set(one, made);
    return made;
  };
  const tokens = new Map<string, number>();
  const token = (text: string): number => {
    const before = tokens.get(text) ?? tokens.size;
    tokens.set(text, before);
    return before;
  };
  return Object.assign(form, { number, token });
}
