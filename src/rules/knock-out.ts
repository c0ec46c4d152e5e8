// 否决与扣减: what overrides a score. A condition on an actual value, on a completion (actual ÷ target) or on a
// declared fact; an effect on the indicator (zero) or on the whole (zero, cap, cap of the grade, multiplier, rejection).
// Basis: Changzhou – 实际值低于 60 分的，该指标不得分 (60 itself is not below 60); a published provincial rule
// multiplies the total by 0.90, 0.80, 0.70 when a higher evaluation comes out one, two, three grades lower, and
// gives no points for key duties completed below 70 % or above 130 %.
import type { Between, Demand } from "../model/demands.ts";
import { label } from "../expression/expression.ts";
import { compare, exact, type Exact, show } from "../numbers/number.ts";
import { defineRule, type Effect, type KnockOutParams, needs, rankBound, ruleIdentity } from "../model/rule.ts";
import { decimal, identifier, percent, points, text, z } from "../source/shape.ts";

const SIGNS = {
  "actual-below": "<", "actual-at-most": "<=", "actual-above": ">", "actual-at-least": ">=",
  "completion-below": "<", "completion-above": ">",
} as const;
const BOUNDS = ["actual-below", "actual-at-most", "actual-above", "actual-at-least", "completion-below", "completion-above"] as const;
const bound = (words: string) => decimal(words).optional();

const onIndicator = z
  .strictObject({
    tag: identifier("标签").optional(),
    indicator: identifier("指标编号").optional(),
    "actual-below": bound("实际值低于（不含）"),
    "actual-at-most": bound("实际值不高于（含）"),
    "actual-above": bound("实际值高于（不含）"),
    "actual-at-least": bound("实际值不低于（含）"),
    "completion-below": percent("实际值与目标值之比低于（不含）").optional(),
    "completion-above": percent("实际值与目标值之比高于（不含）").optional(),
  })
  .superRefine(needs("tag", "indicator"))
  .superRefine(needs(...BOUNDS))
  .refine((when) => BOUNDS.filter((key) => Object.hasOwn(when, key)).length <= 1);
const onFact = z.strictObject({ fact: identifier("事实编号"), is: z.union([z.boolean(), decimal("申报值等于")]) });

interface Params {
  readonly when: z.infer<typeof onIndicator> | z.infer<typeof onFact>;
  readonly then: "zero" | "reject" | { readonly cap: string } | { readonly "cap-grade": string } | { readonly multiply: string };
}

function effectOf(then: Params["then"]): Effect {
  if (typeof then === "string") return { kind: then };
  if ("cap" in then) return { kind: "cap", value: exact(then.cap) };
  return "multiply" in then ? { kind: "multiply", value: exact(then.multiply) } : { kind: "cap-grade", grade: then["cap-grade"] };
}

function read({ when, then }: Params): KnockOutParams {
  const effect = effectOf(then);
  if ("fact" in when) return { when: { fact: when.fact, is: "=", value: when.is }, effect };
  const [key, is] = Object.entries(SIGNS).find(([name]) => when[name as keyof typeof SIGNS] !== undefined) ?? ["actual-below", "<" as const];
  const value = (when[key as keyof typeof SIGNS] ?? "0").replace("%", "");
  const of = key.startsWith("completion") ? "completion" : "actual";
  return { when: { ...(when.tag === undefined ? {} : { tag: when.tag }), ...(when.indicator === undefined ? {} : { indicator: when.indicator }), of, is, value }, effect };
}

const without = (when: KnockOutParams["when"]): string => JSON.stringify("fact" in when ? when : [when.tag, when.indicator, when.of, when.is]);

/** The values that such a condition leaves alone. */
function earning(is: "<" | "<=" | ">" | ">=", value: Exact): Between {
  const limit = { value, closed: is.length === 1 };
  return is.startsWith("<") ? { low: limit } : { high: limit };
}

export const knockOut = defineRule({
  kind: "knock-out",
  title: label("否决与扣减", "Knock-out"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("knock-out"),
      when: z.union([onIndicator, onFact]).describe("条件：所选指标的实际值或完成率，或申报的事实"),
      then: z
        .union([
          z.enum(["zero", "reject"]),
          z.strictObject({ cap: points("总分上限") }),
          z.strictObject({ "cap-grade": text("等级上限") }),
          z.strictObject({ multiply: decimal("总分乘以") }),
        ])
        .describe("后果：zero 不得分；reject 不予通过；cap 总分上限；cap-grade 等级上限；multiply 总分乘以系数"),
    })
    .describe("否决与扣减"),
  rank(higher, lower) {
    const [above, below] = [read(higher), read(lower)];
    if (without(above.when) !== without(below.when) || above.effect.kind !== below.effect.kind) return "different";
    if (above.effect.kind === "cap-grade" && below.effect.kind === "cap-grade" && above.effect.grade !== below.effect.grade) return "different";
    // What fires more often is stricter: «below» with a higher bound, «above» with a lower one.
    const wider = "fact" in above.when ? "equal" : rankBound(above.when.is.startsWith("<") ? "floor" : "ceiling", above.when.value, String(below.when.value));
    if (!("value" in above.effect) || !("value" in below.effect)) return wider;
    const order = compare(below.effect.value, above.effect.value);
    const harder = order === 0 ? "equal" : order < 0 ? "stricter" : "looser";
    return wider === "looser" || harder === "looser" ? "looser" : wider === "stricter" || harder === "stricter" ? "stricter" : "equal";
  },
  demands(params, { each }) {
    const { when, effect } = read(params);
    const said = "value" in effect ? `${effect.kind} ${show(effect.value)}` : "grade" in effect ? `${effect.kind} ${effect.grade}` : effect.kind;
    if ("fact" in when) return [[{ about: "effect", subject: `${when.fact} = ${String(when.value)}`, is: said }]];
    const value = exact(when.value);
    const scope = effect.kind === "zero" ? "" : "total ";
    return [
      each(when).flatMap(({ subject }): Demand[] => [
        { about: "effect", subject: `${scope}${subject} ${when.of} ${when.is} ${show(value)}`, is: said },
        ...(effect.kind === "zero" || effect.kind === "reject" ? [{ about: when.of, subject, ...earning(when.is, value) }] : []),
      ]),
    ];
  },
  knockOut: (params) => read(params),
});
