// What a rule of a pack is: a requirement on a framework or on several together, something that must be
// explained, or a knock-out on a score. A kind also says how a lower pack's version of a rule compares.
import type { Situation, Way } from "./demands.ts";
import type { Code } from "../types/diagnostics.ts";
import { compare, type Exact, exact } from "../numbers/number.ts";
import type { Label } from "../expression/expression.ts";
import type { Linked, LinkedLeaf, Place } from "./linked.ts";
import { basis, category, identifier, purpose, sector, z } from "../source/shape.ts";
import type { PackRule, Sector } from "../types/types.ts";

type Facts = Readonly<Record<string, string>>;

export interface RuleContext {
  readonly linked: Linked;
  /** the place of something written in the framework itself */
  place(...path: readonly (string | number)[]): Place;
  /** Reports a breach, at the framework's list of packs where no better place is known. */
  breach(code: Code, facts: Facts, at?: Place, severity?: "warning"): void;
}

/** Several frameworks that one rule holds together; a breach is reported at one and points to another. */
export interface TogetherContext {
  readonly frameworks: readonly Linked[];
  breach(code: Code, facts: Facts, at: Place, other: Place): void;
}

export type Effect =
  | { readonly kind: "zero" }
  | { readonly kind: "reject" }
  | { readonly kind: "cap"; readonly value: Exact }
  | { readonly kind: "multiply"; readonly value: Exact }
  | { readonly kind: "cap-grade"; readonly grade: string };

export interface KnockOutParams {
  readonly when:
    | { readonly tag?: string; readonly indicator?: string; readonly of: "actual" | "completion"; readonly is: "<" | "<=" | ">" | ">="; readonly value: string }
    | { readonly fact: string; readonly is: "=" | "<" | "<=" | ">" | ">="; readonly value: string | boolean };
  readonly effect: Effect;
}

/** What must be explained: a completion (actual ÷ target) or an execution rate beyond its bounds, in percent. */
export interface ExplanationParams {
  readonly of: "completion" | "execution";
  readonly bounds: readonly { readonly is: "<" | "<=" | ">" | ">="; readonly percent: string }[];
}

/** How the rule of a lower pack compares with the one it replaces; `different` cannot be ranked. */
export type Ranking = "equal" | "stricter" | "looser" | "different";

export interface Rule<Params = unknown> {
  readonly kind: string;
  readonly title: Label;
  readonly params: z.ZodType<Params>;
  /** What the rule says, from its parameters; without it, a knock-out is read generically, else the words of its parameters. */
  sentence?(params: Params, selected: (of: { tag?: string | undefined; indicator?: string | undefined }) => Label): Label;
  /** Checks a framework, bound to its objectives where there are any. */
  check?(params: Params, context: RuleContext): void;
  /** Checks several frameworks against each other. */
  together?(params: Params, context: TogetherContext): void;
  /** Asks for an explanation once actual values are known. */
  explanation?(params: Params): ExplanationParams;
  /** Overrides a score. */
  knockOut?(params: Params): KnockOutParams;
  /** What it demands, so that it can be held against another rule; every way to obey it is one entry. */
  demands?(params: Params, situation: Situation): readonly Way[];
  /** Compares a lower pack's version with the one it replaces. */
  rank(higher: Params, lower: Params): Ranking;
}

export function defineRule<Params extends { kind: string }>(rule: Rule<Params>): Rule<Params> {
  return rule;
}

export const ruleIdentity = {
  id: identifier("规则编号"),
  basis,
  applies: z
    .strictObject({ category: z.array(category).min(1).optional(), purpose: z.array(purpose).min(1).optional(), sector: z.array(sector).min(1).optional() })
    .optional()
    .describe("适用范围：类别、用途、支出领域；不写的一项不限"),
  severity: z.enum(["error", "warning"]).optional().describe("不符合时：error 强制性；warning 提示性；不写则按问题本身"),
};
/** Refuses a rule that names none of the keys that give it a meaning. */
export const needs =
  (...keys: readonly [string, ...string[]]) =>
  (value: object, context: z.RefinementCtx): void => {
    if (!keys.some((key) => Object.hasOwn(value, key))) context.addIssue({ code: "custom", path: [keys[0]], params: { expected: keys.join("、") } });
  };

export const selection = z
  .strictObject({ tag: identifier("标签").optional(), indicator: identifier("指标编号").optional() })
  .superRefine(needs("tag", "indicator"))
  .describe("选取的指标：按标签或编号");

type Selection = { tag?: string | undefined; indicator?: string | undefined };

export const selects = (of: Selection, leaf: LinkedLeaf): boolean =>
  (of.tag !== undefined && leaf.tags.includes(of.tag)) || (of.indicator !== undefined && leaf.id === of.indicator);

export const sameSelection = (a: Selection, b: Selection): boolean => a.tag === b.tag && a.indicator === b.indicator;

/** 支出领域: the objectives say it, else the framework; several for a mixed item, none while it is unknown. */
export function sectorsOf({ framework, objectives }: Linked): readonly Sector[] {
  const said = objectives?.data.subject.sector ?? framework.data.sector ?? [];
  return typeof said === "string" ? [said] : said;
}

/** Whether a rule holds for a framework; a rule of a sector does not while the sector is unknown. */
export function appliesTo({ applies }: PackRule, linked: Linked): boolean {
  const { category: of, purpose: to } = linked.framework.data;
  if (applies?.category?.includes(of) === false || applies?.purpose?.includes(to) === false) return false;
  return applies?.sector === undefined || sectorsOf(linked).some((one) => applies.sector?.includes(one));
}

const EQUAL: Ranking = "equal";

/** One ranking out of several: what cannot be ranked decides first, then what is looser. */
export const rankAll = (all: readonly Ranking[]): Ranking => (["different", "looser", "stricter"] as const).find((one) => all.includes(one)) ?? EQUAL;

/** Ranks a lower bound (`floor`) or an upper bound (`ceiling`); no bound is the loosest. */
export function rankBound(kind: "floor" | "ceiling", higher: string | undefined, lower: string | undefined): Ranking {
  if (higher === undefined) return lower === undefined ? EQUAL : "stricter";
  if (lower === undefined) return "looser";
  const order = compare(exact(lower.replace("%", "")), exact(higher.replace("%", "")));
  return order === 0 ? EQUAL : (order > 0) === (kind === "floor") ? "stricter" : "looser";
}
