// What a scoring method (评分办法) is: parameters in, expression out. A method never computes points.
import type { Better } from "../types/analysis-types.ts";
import type { Exact } from "../numbers/number.ts";
import type { Comparator, IntervalText } from "../numbers/quantity.ts";
import type { Code } from "../types/diagnostics.ts";
import type { Expression, Label } from "../expression/expression.ts";
import type { z } from "../source/shape.ts";

export interface Target {
  /** the sign written before the target, if any */
  readonly is: Comparator | undefined;
  readonly value: Exact;
  readonly expression: Expression;
}

/** An interval in the unit of what it is laid over. */
export interface Interval {
  readonly low: { readonly value: Exact; readonly closed: boolean } | undefined;
  readonly high: { readonly value: Exact; readonly closed: boolean } | undefined;
  readonly text: string;
}

export type { Better };

type Where = readonly (string | number)[];

/** What a method may use of the indicator it scores. Problems are noted with their place and never thrown. */
export interface MethodContext {
  readonly weight: { readonly value: Exact; readonly expression: Expression };
  /** the actual value in `unit`: an input, or the derived measure */
  readonly measure: Expression;
  readonly unit: string | undefined;
  readonly target: Target | undefined;
  /** the domain that `measure` can take; tiers must cover it */
  readonly domain: Interval;
  readonly rounding: { readonly places: number; readonly mode: import("../numbers/number.ts").RoundingMode };
  quantity(text: string, unit: string | undefined, where: Where): Exact;
  interval(text: IntervalText | string, unit: string | undefined, where: Where): Interval;
  award(given: { points?: string | undefined; share?: string | undefined }, where: Where): Expression & { readonly op: "constant" };
  /** `beside`: other places in the method that are concerned */
  problem(code: Code, facts: Readonly<Record<string, string>>, where?: Where, field?: "method" | "target", beside?: readonly Where[]): void;
}

export interface Method<Params = unknown> {
  readonly kind: string;
  readonly title: Label;
  /** a zod object with `kind` as its literal */
  readonly params: z.ZodType<Params>;
  /** whether a target value is needed, may be given, or has no meaning */
  readonly target: "required" | "optional" | "none";
  /** `judged` marks methods whose points rest on judgement (定性) */
  readonly judged?: boolean;
  /** `own` when the method brings its inputs itself (check points, grades, budget rows) and takes no measure */
  readonly inputs?: "own";
  build(params: Params, context: MethodContext): Expression;
  /** Which actual values are better; without it, or where it says nothing, the points themselves have to tell. */
  better?(params: Params, context: Pick<MethodContext, "target" | "unit" | "quantity">): Better | undefined;
}

/** A method that combines the indicators of a group: either-of, pool, bonus. */
export interface GroupMethod<Params = unknown> {
  readonly kind: string;
  readonly title: Label;
  readonly params: z.ZodType<Params>;
  /** its scoring standard in words; without it, the title */
  sentence?(params: Params): Label;
  /** how the weights of the children relate to the weight of the group */
  weights(params: Params, children: number): "sum" | "each" | "split" | "outside";
  build(params: Params, context: GroupContext): Expression;
}

export interface GroupContext {
  readonly weight: Expression;
  /** per child: its points, and 1 or 0 as it applies */
  readonly children: readonly { readonly id: string; readonly points: Expression; readonly applies: Expression }[];
  /** the child that the objectives document chose, where a choice is declared */
  readonly chosen: string | undefined;
}

export function defineMethod<Params extends { kind: string }>(method: Method<Params>): Method<Params> {
  return method;
}

export function defineGroupMethod<Params extends { kind: string }>(method: GroupMethod<Params>): GroupMethod<Params> {
  return method;
}
