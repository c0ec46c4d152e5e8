// What a rule of a pack is: a requirement on a framework, or a knock-out on a score.
import type { Code } from "./diagnostics.ts";
import type { Exact } from "./number.ts";
import type { Label } from "./expression/expression.ts";
import type { Linked, LinkedLeaf } from "./linked.ts";
import { basis, identifier, z } from "./shape.ts";

export interface RuleContext {
  readonly linked: Linked;
  /** Reports a breach at an indicator (its weight, its target …) or at the framework itself. */
  breach(code: Code, facts: Readonly<Record<string, string>>, leaf?: LinkedLeaf, field?: string, severity?: "warning"): void;
}

export type Effect =
  | { readonly kind: "zero" }
  | { readonly kind: "reject" }
  | { readonly kind: "cap"; readonly value: Exact }
  | { readonly kind: "multiply"; readonly value: Exact }
  | { readonly kind: "cap-grade"; readonly grade: string };

export interface KnockOutParams {
  readonly when:
    | { readonly tag?: string; readonly indicator?: string; readonly is: "<" | "<=" | ">" | ">="; readonly value: string }
    | { readonly fact: string; readonly is: "=" | "<" | "<=" | ">" | ">="; readonly value: string | boolean };
  readonly effect: Effect;
}

export interface Rule<Params = unknown> {
  readonly kind: string;
  readonly title: Label;
  readonly params: z.ZodType<Params>;
  /** What the rule says, from its parameters; without it, a knock-out is read generically, else the words of its parameters. */
  sentence?(params: Params, selected: (of: { tag?: string | undefined; indicator?: string | undefined }) => Label): Label;
  /** Checks a framework, bound to its objectives where there are any. */
  check?(params: Params, context: RuleContext): void;
  /** Overrides a score. */
  knockOut?(params: Params): KnockOutParams;
}

export function defineRule<Params extends { kind: string }>(rule: Rule<Params>): Rule<Params> {
  return rule;
}

export const ruleIdentity = { id: identifier("规则编号"), basis };
export const selection = z
  .strictObject({ tag: identifier("标签").optional(), indicator: identifier("指标编号").optional() })
  .describe("选取的指标：按标签或编号");

export const selects = (of: { tag?: string | undefined; indicator?: string | undefined }, leaf: LinkedLeaf): boolean =>
  (of.tag !== undefined && leaf.tags.includes(of.tag)) || (of.indicator !== undefined && leaf.id === of.indicator);
