// 比例法（按完成比例赋分）: the target reached scores the full weight, otherwise completion × weight.
//
//   higher (正向)   completion = actual ÷ target
//   lower  (反向)   completion = target ÷ actual
//   equal  (等于)   as higher; going beyond is no fault unless the over-completion policy says so
//
// Basis: 财预〔2020〕10号 (unverified) and the formulas of running provincial systems (published). What happens
// below a pass threshold, on a zero target and on over-completion differs from place to place: declared.
// Example: weight 10, target 95, actual 90 → 90 ÷ 95 × 10 = 9.4736… → 9.47.
import { choice, compare, type Case, label, named, product, quotient } from "../expression/expression.ts";
import { defineMethod } from "../model/method.ts";
import { bySign, onZeroTarget, overCases, positiveTarget, reached, reachedCase, zeroPoints } from "../model/method-parts.ts";
import { constant } from "../expression/expression.ts";
import { ZERO } from "../numbers/number.ts";
import { overCompletion, percent, z, zeroTarget } from "../source/shape.ts";
import { ratioOf } from "../numbers/quantity.ts";

const SIGN_MEANS = { ">": "higher", ">=": "higher", "<": "lower", "<=": "lower", "=": "equal" } as const;

export const proportional = defineMethod({
  kind: "proportional",
  title: label("比例法", "Proportional"),
  params: z
    .strictObject({
      kind: z.literal("proportional"),
      direction: z.enum(["higher", "lower", "equal"]).optional().describe("方向：higher 越高越好、lower 越低越好、equal 等于；不写则由目标值的符号决定"),
      pass: percent("及格门槛：完成率低于此值不得分").optional(),
      over: overCompletion,
      "zero-target": zeroTarget.optional(),
    })
    .describe("比例法：达到目标值得满分，未达到按完成比例得分"),
  target: "required",
  build: (params, context) => {
    const { measure, target, weight } = context;
    if (target === undefined || !positiveTarget(target, context)) return zeroPoints;
    const bySign = target.is === undefined ? undefined : SIGN_MEANS[target.is];
    const direction = params.direction ?? bySign;
    if (direction === undefined) context.problem("direction-missing", {});
    else if (bySign !== undefined && bySign !== direction) context.problem("direction-contradiction", { declared: direction, sign: target.is ?? "" }, ["direction"]);

    const lower = direction === "lower";
    const is = lower ? "<=" : ">=";
    if (target.value.n === 0n) return onZeroTarget(params["zero-target"], reached(measure, target, direction === "equal" ? "<=" : is), context);

    const [more, less] = lower ? [target.expression, measure] : [measure, target.expression];
    const completion = named("completion-rate", label("完成率", "completion"), quotient(more, less));
    const cases: Case[] = [...overCases(params.over, more, less, weight.expression), reachedCase(measure, target, is, weight.expression)];
    if (!lower) cases.push({ id: "not-positive", label: label("实际完成值不大于 0", "actual not above 0"), when: compare(measure, "<=", constant(ZERO)), then: zeroPoints });
    if (params.pass !== undefined) {
      const below = compare(completion, "<", constant(ratioOf(params.pass), { shown: params.pass }));
      cases.push({ id: "below-pass", label: label(`完成率低于及格门槛 ${params.pass}`, `completion below the pass threshold ${params.pass}`), when: below, then: zeroPoints });
    }
    return choice(cases, "in-proportion", label("按完成比例得分", "in proportion to completion"), product(completion, weight.expression));
  },
  better: ({ direction }, { target }) => {
    const said = direction ?? (target && bySign(target));
    // 等于 counts like 正向, but of a target of zero nothing more is wanted.
    if (said === "equal" || said === "nearer") return target?.value.n === 0n ? "lower" : "higher";
    return said;
  },
});
