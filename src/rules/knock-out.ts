// 否决与扣减: what overrides a score. A condition on an actual value or on a declared fact; an effect on the
// indicator (zero) or on the whole (zero, cap, cap of the grade, multiplier, rejection).
// Basis: Changzhou – 实际值低于 60 分的，该指标不得分 (60 itself is not below 60); a published provincial rule
// multiplies the total by 0.90, 0.80, 0.70 when a higher evaluation comes out one, two, three grades lower.
import { label } from "../expression/expression.ts";
import { exact } from "../number.ts";
import { defineRule, type Effect, ruleIdentity } from "../rule.ts";
import { decimal, identifier, points, text, z } from "../shape.ts";

const SIGNS = { "actual-below": "<", "actual-at-most": "<=", "actual-above": ">", "actual-at-least": ">=" } as const;
const bound = (words: string) => decimal(words).optional();

const onIndicator = z.strictObject({
  tag: identifier("标签").optional(),
  indicator: identifier("指标编号").optional(),
  "actual-below": bound("实际值低于（不含）"),
  "actual-at-most": bound("实际值不高于（含）"),
  "actual-above": bound("实际值高于（不含）"),
  "actual-at-least": bound("实际值不低于（含）"),
});
const onFact = z.strictObject({ fact: identifier("事实编号"), is: z.union([z.boolean(), decimal("申报值等于")]) });

export const knockOut = defineRule({
  kind: "knock-out",
  title: label("否决与扣减", "Knock-out"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("knock-out"),
      when: z.union([onIndicator, onFact]).describe("条件：所选指标的实际值，或申报的事实"),
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
  knockOut({ when, then }) {
    const effect: Effect =
      typeof then === "string"
        ? { kind: then }
        : "cap" in then
          ? { kind: "cap", value: exact(then.cap) }
          : "multiply" in then
            ? { kind: "multiply", value: exact(then.multiply) }
            : { kind: "cap-grade", grade: then["cap-grade"] };
    if ("fact" in when) return { when: { fact: when.fact, is: "=", value: when.is }, effect };
    const [key, is] = Object.entries(SIGNS).find(([name]) => when[name as keyof typeof SIGNS] !== undefined) ?? ["actual-below", "<" as const];
    const value = when[key as keyof typeof SIGNS] ?? "0";
    return { when: { ...(when.tag === undefined ? {} : { tag: when.tag }), ...(when.indicator === undefined ? {} : { indicator: when.indicator }), is, value }, effect };
  },
});
