// Parts that several scoring methods are put together from: tiers, over-completion, zero targets.
import { compare as order, show, ZERO } from "../numbers/number.ts";
import { gapsAndOverlaps, type IntervalFault } from "./interval.ts";
import type { Better, Interval, MethodContext, Target } from "./method.ts";
import type { OverCompletion, Tier, ZeroDenominator, ZeroTarget } from "../source/shape.ts";
import {
  all,
  type Case,
  choice,
  compare,
  type Condition,
  constant,
  type Expression,
  type Label,
  label,
  outcome,
  product,
} from "../expression/expression.ts";
import { ratioOf } from "../numbers/quantity.ts";

export const zeroPoints = constant(ZERO);

export const within = (value: Expression, { low, high }: Interval, unit?: string): Condition => {
  const sides: Condition[] = [];
  if (low && high && order(low.value, high.value) === 0) return compare(value, "=", constant(low.value, { unit }));
  if (low) sides.push(compare(value, low.closed ? ">=" : ">", constant(low.value, { unit })));
  if (high) sides.push(compare(value, high.closed ? "<=" : "<", constant(high.value, { unit })));
  return all(...sides);
};

/** Tiers over `value`: they must cover the domain without gap or overlap, or the document is refused. */
export function tiers(value: Expression, unit: string | undefined, list: readonly Tier[], domain: Interval, context: MethodContext, where: readonly (string | number)[]): Expression {
  const read = list.map((one, index) => ({
    id: `tier-${index + 1}`,
    label: label(one.name ?? `${one.when} 档`, one.name ?? `tier ${one.when}`),
    interval: context.interval(one.when, unit, [...where, index, "when"]),
    then: context.award(one, [...where, index]),
  }));
  for (const fault of gapsAndOverlaps(read.map((one) => one.interval), domain)) {
    noteFault(fault, unit, context, fault.index === undefined ? where : [...where, fault.index], fault.indices.map((index) => [...where, index, "when"]));
  }
  const last = read.pop();
  if (last === undefined) return zeroPoints;
  const cases = read.map((one) => ({ id: one.id, label: one.label, when: within(value, one.interval, unit), then: one.then }));
  return choice(cases, last.id, last.label, last.then);
}

/** Says which value belongs to no interval, or to several, and points to the intervals on both sides. */
export function noteFault(fault: IntervalFault, unit: string | undefined, context: MethodContext, where: readonly (string | number)[], beside: readonly (readonly (string | number)[])[]): void {
  const facts = { witness: `${show(fault.witness)}${unit ?? ""}`, between: fault.between };
  context.problem(fault.kind === "gap" ? "tiers-gap" : fault.kind === "overlap" ? "tiers-overlap" : "tier-empty", facts, where, "method", beside);
}

const REACHED = label("达到年度指标值", "target reached");

/** When the target counts as reached, in the direction that its sign or the method says. */
export const reached = (measure: Expression, target: Target, fallback: "<=" | ">="): Case["when"] =>
  compare(measure, target.is === ">" || target.is === "<" ? target.is : fallback, target.expression);

export const reachedCase = (measure: Expression, target: Target, fallback: "<=" | ">=", then: Expression): Case => ({
  id: "target-reached",
  label: REACHED,
  when: reached(measure, target, fallback),
  then,
});

/**
 * Over-completion, before the target counts as reached. `more` and `less` are the sides that are compared:
 * actual over target for 正向, target over actual for 反向, so that nothing is divided by a zero actual.
 */
export function overCases(policy: OverCompletion, more: Expression, less: Expression, weight: Expression): readonly Case[] {
  if (policy === "cap") return [];
  const beyond = (id: string, words: Label, percent: string, is: ">" | ">=", then: Expression): Case => ({
    id,
    label: words,
    when: compare(more, is, product(less, constant(ratioOf(percent), { shown: percent }))),
    then,
  });
  if ("explain-from" in policy) {
    const from = policy["explain-from"];
    return [beyond("over-completion-explained", label(`完成率达到 ${from}，须说明原因`, `completion of ${from} or more needs an explanation`), from, ">=", weight)];
  }
  if ("zero-above" in policy) {
    const above = policy["zero-above"];
    return [beyond("over-completion-zero", label(`完成率超过 ${above}，不得分`, `completion above ${above} scores nothing`), above, ">", zeroPoints)];
  }
  return [...policy.reduce]
    .sort((a, b) => order(ratioOf(b.above), ratioOf(a.above)))
    .map(({ above, share }) =>
      beyond(
        `over-completion-${above}`,
        label(`完成率超过 ${above}，得分值的 ${share}`, `completion above ${above} scores ${share} of the weight`),
        above,
        ">",
        product(constant(ratioOf(share), { shown: share }), weight),
      ),
    );
}

/** A target of zero leaves no ratio to take: the declared rule decides, and there must be one. */
export function onZeroTarget(rule: ZeroTarget | undefined, met: Condition, context: MethodContext): Expression {
  const full = context.weight.expression;
  switch (rule) {
    case undefined:
      context.problem("zero-target-undeclared", {});
      return zeroPoints;
    case "zero":
      return zeroPoints;
    case "full-marks":
      return full;
    case "not-applicable":
      return outcome("not-applicable");
    case "met-or-zero":
      return choice([{ id: "target-reached", label: REACHED, when: met, then: full }], "target-missed", label("未达到年度指标值", "target not reached"), zeroPoints);
  }
}

/** Which values are better, by the sign before the target. */
export const bySign = ({ is }: Target): Better | undefined => is && (is === "=" ? "nearer" : is.startsWith("<") ? "lower" : "higher");

/** Refuses a negative target where a ratio is taken. */
export function positiveTarget(target: Target, context: MethodContext): boolean {
  if (order(target.value, ZERO) >= 0) return true;
  context.problem("target-negative", { target: show(target.value) }, [], "target");
  return false;
}


/** 分母为 0: a zero divisor is a declared outcome, never an exception. */
export function outcomeOnZero(rule: ZeroDenominator, weight: Expression): Expression {
  if (rule === "zero") return zeroPoints;
  return rule === "full-marks" ? weight : outcome(rule);
}
