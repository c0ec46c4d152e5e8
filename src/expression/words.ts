// The explanation: third reading of an expression. From one evaluation that was listened to, it writes the
// steps an auditor follows with a pocket calculator: the formula in words, the same in figures, the result.
import { compare as order, type Exact, round, show, toPlainText, toText } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import { type Environment, evaluate, type Listener, satisfies, type Value } from "./exact.ts";
import type { Choice, Condition, Expression, Label, Named } from "./expression.ts";
import type { Step } from "../types/scorecard-types.ts";

export interface Explained {
  readonly value: Value;
  readonly steps: readonly Step[];
  /** ids of the cases taken, in order: what coverage counts and which rules fired */
  readonly taken: readonly string[];
  /** the value of every part that was evaluated */
  readonly values: ReadonlyMap<Expression, Value>;
}

const SIGNS: Readonly<Record<Comparator, string>> = { "<": "＜", "<=": "≤", "=": "＝", ">=": "≥", ">": "＞" };
type Language = keyof Label;
type Mode = Language | "figures";

/** Evaluates and explains in one go; the value is the exact evaluator's own. */
export function explain(expression: Expression, environment: Environment): Explained {
  const values = new Map<Expression, Value>();
  const branches = new Map<Choice, number>();
  const listener: Listener = {
    value: (one, value) => void values.set(one, value),
    taken: (one, index) => void branches.set(one, index),
  };
  const value = evaluate(expression, environment, listener);
  const steps: Step[] = [];
  const taken: string[] = [];
  const seen = new Set<Expression>();

  const write = (one: Expression, mode: Mode, strength = 0): string => {
    const [text, own] = writeOpen(one, mode);
    return own < strength ? `(${text})` : text;
  };
  // strengths: 1 sum, 2 product, 3 atom
  const writeOpen = (one: Expression, mode: Mode): readonly [string, number] => {
    switch (one.op) {
      case "constant":
        if (mode !== "figures" && one.label) return [one.label[mode], 3];
        return [figure(one.value), one.value.n < 0n ? 1 : 3];
      case "input": {
        if (mode !== "figures") return [one.label[mode], 3];
        const found = values.get(one);
        if (found === undefined || typeof found === "string") return ["?", 3];
        return [figure(found), found.n < 0n ? 1 : 3];
      }
      case "named": {
        if (mode !== "figures") return [one.label[mode], 3];
        const found = values.get(one);
        const plain = found === undefined || typeof found === "string" ? undefined : toPlainText(found);
        return plain === undefined ? writeOpen(one.of, mode) : [plain, plain.startsWith("-") ? 1 : 3];
      }
      case "sum":
        return [one.of.map((each) => write(each, mode, 1)).join(" + "), 1];
      case "difference":
        return [`${write(one.left, mode, 1)} − ${write(one.right, mode, 2)}`, 1];
      case "product":
        return [one.of.map((each, index) => write(each, mode, index === 0 ? 2 : 3)).join(" × "), 2];
      case "quotient":
        return [`${write(one.left, mode, 2)} ÷ ${write(one.right, mode, 3)}`, 2];
      case "min":
      case "max": {
        const words = { zh: one.op === "min" ? "取小" : "取大", en: one.op, figures: one.op };
        return [`${words[mode]}(${one.of.map((each) => write(each, mode)).join(", ")})`, 3];
      }
      case "round":
        if (mode === "figures" && values.get(one) !== undefined) return [figureOf(values.get(one)), 3];
        return [`${mode === "en" ? "round" : one.places === 0 ? "取整" : "舍入"}(${write(one.of, mode)})`, 3];
      case "choice":
        return writeOpen(branchOf(one).then, mode);
      case "outcome":
        return [one.state, 3];
    }
  };
  const branchOf = (one: Choice): { readonly id: string; readonly label: Label; readonly then: Expression } =>
    one.cases[branches.get(one) ?? one.cases.length] ?? one.otherwise;
  /** A side of a comparison: grades and yes/no by name, figures with their unit. */
  const side = (one: Expression, mode: Mode): string => {
    const found = values.get(one);
    if (one.op === "constant" && one.shown !== undefined) return one.shown;
    if (mode === "figures" && one.op === "input" && one.options !== undefined && typeof found === "object") return one.options[Number(found.n)] ?? "?";
    if (mode === "figures" && one.op === "named" && typeof found === "object") return figure(found) + (one.unit ?? "");
    const unit = mode === "figures" && (one.op === "constant" || one.op === "input" || one.op === "named") ? one.unit : undefined;
    return write(one, mode, 1) + (unit ?? "");
  };
  const writeCondition = (one: Condition, mode: Mode): string => {
    if (one.op === "compare") return `${side(one.left, mode)} ${SIGNS[one.is]} ${side(one.right, mode)}`;
    const glue = { zh: one.op === "all" ? "且" : "或", en: one.op === "all" ? "and" : "or", figures: one.op === "all" ? "∧" : "∨" };
    return one.of.map((each) => writeCondition(each, mode)).join(` ${glue[mode]} `);
  };
  const heldBy = (one: Condition): boolean => {
    if (one.op !== "compare") return one.op === "all" ? one.of.every(heldBy) : one.of.some(heldBy);
    const left = values.get(one.left);
    const right = values.get(one.right);
    if (left === undefined || right === undefined || typeof left === "string" || typeof right === "string") return false;
    return satisfies(order(left, right), one.is);
  };

  /** Post-order along the way that was taken: what a step needs stands above it. */
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "choice") return visitChoice(one);
    if (one.op === "named") return visitNamed(one);
    if (one.op === "round") {
      visit(one.of);
      return addRounding(one.of, one);
    }
    if (one.op === "difference" || one.op === "quotient") [one.left, one.right].forEach(visit);
    else if ("of" in one) one.of.forEach(visit);
  };
  const visitChoice = (one: Choice): void => {
    const index = branches.get(one);
    one.cases.slice(0, (index ?? one.cases.length) + 1).forEach((each) => {
      const sides: Expression[] = [];
      const collect = (condition: Condition): void =>
        condition.op === "compare" ? void sides.push(condition.left, condition.right) : condition.of.forEach(collect);
      collect(each.when);
      sides.filter((each) => values.has(each)).forEach(visit);
      const { id, label } = each;
      const condition = { zh: writeCondition(each.when, "zh"), en: writeCondition(each.when, "en") };
      steps.push({ kind: "case", id, label, condition, figures: writeCondition(each.when, "figures"), holds: heldBy(each.when) });
    });
    if (index === undefined) return;
    const branch = branchOf(one);
    taken.push(branch.id);
    visit(branch.then);
  };
  const visitNamed = (one: Named): void => {
    const body = one.of.op === "round" ? one.of.of : one.of;
    visit(body);
    const inner = values.get(body);
    if (typeof inner === "object" && body.op !== "input") {
      const formula = { zh: write(body, "zh"), en: write(body, "en") };
      steps.push({ kind: "value", id: one.id, label: one.label, formula, figures: write(body, "figures"), result: figureOf(inner) });
    }
    if (one.of.op === "round") addRounding(body, one.of);
  };
  const addRounding = (before: Expression, one: Expression & { op: "round" }): void => {
    const from = values.get(before);
    const to = values.get(one);
    if (from === undefined || to === undefined || typeof from === "string" || typeof to === "string") return;
    if (order(from, round(from, one.places, "down")) === 0) return;
    steps.push({ kind: "rounding", places: one.places, mode: one.mode, before: show(from), result: toText(to, one.places) });
  };

  visit(expression);
  return { value, steps, taken, values };
}

const figure = (value: Exact): string => show(value);
const figureOf = (value: Value | undefined): string => (value === undefined || typeof value === "string" ? (value ?? "?") : show(value));
