// 算式: the heart of the house. A scoring method does not compute points, it says how they are computed,
// as one of these trees of plain data. The exact evaluator, the fast evaluator, the explanation and
// every later reading (static analysis, SQL, Excel, coverage) read the same tree.
import type { Exact, RoundingMode } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import type { Label } from "../types/types.ts";

export type { Label };

export type Expression = Constant | Input | Sum | Product | Extreme | Difference | Quotient | Round | Choice | Named | Outcome;

/** A fixed figure. `label` names it in a formula (分值, 年度指标值), `unit` goes with it in a comparison. */
export interface Constant {
  readonly op: "constant";
  readonly value: Exact;
  readonly label?: Label | undefined;
  readonly unit?: string | undefined;
  readonly shown?: string | undefined;
}

/** A figure of the assessment. `options` names the values 0, 1, 2 … of a yes/no or a grade. */
export interface Input {
  readonly op: "input";
  readonly name: string;
  readonly label: Label;
  readonly unit?: string | undefined;
  readonly options?: readonly string[] | undefined;
}

export interface Sum {
  readonly op: "sum";
  readonly of: readonly Expression[];
}

export interface Product {
  readonly op: "product";
  readonly of: readonly Expression[];
}

export interface Extreme {
  readonly op: "min" | "max";
  readonly of: readonly Expression[];
}

export interface Difference {
  readonly op: "difference";
  readonly left: Expression;
  readonly right: Expression;
}

/** left ÷ right. Whoever builds it guards it by a choice: a zero divisor here is a fault of ours. */
export interface Quotient {
  readonly op: "quotient";
  readonly left: Expression;
  readonly right: Expression;
}

/** A declared rounding; whole steps (每满, 每超过) are a rounding to 0 places, floor or ceiling. */
export interface Round {
  readonly op: "round";
  readonly of: Expression;
  readonly places: number;
  readonly mode: RoundingMode;
}

/** The first case whose condition holds decides. A case has a stable id: coverage and fired rules refer to it. */
export interface Choice {
  readonly op: "choice";
  readonly cases: readonly Case[];
  readonly otherwise: { readonly id: string; readonly label: Label; readonly then: Expression };
}

export interface Case {
  readonly id: string;
  readonly label: Label;
  readonly when: Condition;
  readonly then: Expression;
}

/** A sub-expression with a name of its own (完成率): one step of the explanation. */
export interface Named {
  readonly op: "named";
  readonly id: string;
  readonly label: Label;
  readonly unit?: string | undefined;
  readonly of: Expression;
}

/** Not a number: the indicator is not applicable, or cannot be scored. Only where a whole indicator's value stands. */
export interface Outcome {
  readonly op: "outcome";
  readonly state: "not-applicable" | "missing";
}

export type Condition =
  | { readonly op: "compare"; readonly left: Expression; readonly is: Comparator; readonly right: Expression }
  | { readonly op: "all" | "any"; readonly of: readonly Condition[] };

export const constant = (value: Exact, more: Omit<Constant, "op" | "value"> = {}): Constant => ({ op: "constant", value, ...more });
export const integer = (value: number): Constant => constant({ n: BigInt(value), d: 1n });
export const sum = (...of: readonly Expression[]): Expression => (of.length === 1 && of[0] ? of[0] : { op: "sum", of });
export const product = (...of: readonly Expression[]): Expression => ({ op: "product", of });
export const min = (...of: readonly Expression[]): Expression => ({ op: "min", of });
export const max = (...of: readonly Expression[]): Expression => ({ op: "max", of });
export const difference = (left: Expression, right: Expression): Expression => ({ op: "difference", left, right });
export const quotient = (left: Expression, right: Expression): Expression => ({ op: "quotient", left, right });
export const rounded = (of: Expression, places: number, mode: RoundingMode): Expression => ({ op: "round", of, places, mode });
export const named = (id: string, label: Label, of: Expression, unit?: string): Named => ({ op: "named", id, label, of, unit });
export const compare = (left: Expression, is: Comparator, right: Expression): Condition => ({ op: "compare", left, is, right });
export const all = (...of: readonly Condition[]): Condition => (of.length === 1 && of[0] ? of[0] : { op: "all", of });
export const any = (...of: readonly Condition[]): Condition => (of.length === 1 && of[0] ? of[0] : { op: "any", of });
export const outcome = (state: Outcome["state"]): Outcome => ({ op: "outcome", state });
export const label = (zh: string, en: string): Label => ({ zh, en });

export function choice(cases: readonly Case[], id: string, words: Label, then: Expression): Expression {
  return cases.length === 0 ? then : { op: "choice", cases, otherwise: { id, label: words, then } };
}

/** Every direct child, conditions included, in reading order. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.op) {
    case "constant":
    case "input":
    case "outcome":
      return [];
    case "sum":
    case "product":
    case "min":
    case "max":
      return expression.of;
    case "difference":
    case "quotient":
      return [expression.left, expression.right];
    case "round":
    case "named":
      return [expression.of];
    case "choice":
      return [...expression.cases.flatMap((one) => [...operands(one.when), one.then]), expression.otherwise.then];
  }
}

/** The expressions that a condition compares. */
export function operands(condition: Condition): readonly Expression[] {
  return condition.op === "compare" ? [condition.left, condition.right] : condition.of.flatMap(operands);
}

/** The inputs an expression reads, each once, in reading order. */
export function inputsOf(expression: Expression): readonly Input[] {
  const found = new Map<string, Input>();
  const seen = new Set<Expression>();
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "input") found.set(one.name, found.get(one.name) ?? one);
    for (const child of children(one)) visit(child);
  };
  visit(expression);
  return [...found.values()];
}
