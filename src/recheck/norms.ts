// 规则: what the rule packs that hold for a table say about what a printed table shows: satisfaction and explanations.
import { rulesInForce } from "../check/inheritance.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import type { ExplanationParams } from "../model/rule.ts";
import { ruleOf } from "../rules/index.ts";
import type { Table } from "../types/table.ts";
import type { Basis, FormDocument, PackRule, Sector } from "../types/types.ts";

/** A rule of a pack; `assumed` when nobody said that the pack holds for this table. */
export interface Norm {
  readonly rule: PackRule;
  readonly basis: Basis;
  readonly assumed: boolean;
}

export interface Norms {
  /** 满意度分值下限: by sector, in points */
  readonly floors: readonly (Norm & { readonly atLeast: Readonly<Partial<Record<Sector, string>>> })[];
  /** 满意度目标值: must lie above */
  readonly targets: readonly (Norm & { readonly above: string })[];
  /** 满意度低于此值不得分 */
  readonly zeroLines: readonly (Norm & { readonly below: string })[];
  /** 须说明原因 */
  readonly explanations: readonly (Norm & ExplanationParams)[];
}

/** The tag by which packs select satisfaction. */
const SATISFACTION = "social-evaluation";
const PURPOSE = "self-evaluation";

/** The packs that hold: those declared, else those that the form names, everywhere and for the table's place. */
export function normsOf(table: Table, form: FormDocument | undefined, packs: readonly Loaded[], declared: readonly string[], place: string | undefined): Norms {
  const where = [place ?? table.place, table.department?.text, table.unit?.text, table.title].filter((one) => one !== undefined).join(" ");
  const local = (form?.places ?? []).filter((one) => where.includes(one.contains)).flatMap((one) => one.packs);
  const known = packs.filter((one): one is Document<"pack"> => isKind(one, "pack"));
  const chosen = [...new Set([...(form?.packs ?? []), ...local, ...declared])];
  const norms = rulesInForce(known.filter((one) => chosen.includes(one.data.id)))
    .filter(({ rule }) => holds(rule, table))
    .map(({ pack: { data: { id } }, rule }): Norm => ({ rule, basis: rule.basis, assumed: !declared.includes(id) && !local.includes(id) }));
  const of = (kind: string): readonly Norm[] => norms.filter((one) => one.rule.kind === kind);
  const onSatisfaction = ({ rule }: Norm): boolean => (rule["of"] as { tag?: string } | undefined)?.tag === SATISFACTION;
  return {
    floors: of("weight-floor").filter(onSatisfaction).map((one) => ({ ...one, atLeast: one.rule["at-least"] as Partial<Record<Sector, string>> })),
    targets: of("target-floor").filter(onSatisfaction).map((one) => ({ ...one, above: String(one.rule["above"]) })),
    zeroLines: of("knock-out").flatMap((one) => {
      const params = ruleOf("knock-out")?.knockOut?.(one.rule);
      if (params === undefined || "fact" in params.when || params.when.tag !== SATISFACTION || params.effect.kind !== "zero" || params.when.of !== "actual" || params.when.is !== "<") return [];
      return [{ ...one, below: params.when.value }];
    }),
    explanations: of("explanation-required").flatMap((one) => {
      const params = ruleOf("explanation-required")?.explanation?.(one.rule);
      return params === undefined ? [] : [{ ...one, ...params }];
    }),
  };
}

function holds({ applies }: PackRule, { category }: Table): boolean {
  if (applies?.purpose?.includes(PURPOSE) === false) return false;
  return applies?.category === undefined || category === undefined || applies.category.includes(category);
}
