// 须说明原因: a completion (actual ÷ target) or an execution rate beyond its bounds needs an `explanation`.
// Basis: 完成率超过 130% 的逐项分析，预算执行率低于 90% 的说明原因 (published).
// Example: target 100, actual 131, no explanation → a warning at the entry; with one, nothing. A target of zero
// has no completion and is left out.
import { label } from "../expression/expression.ts";
import { defineRule, needs, rankAll, rankBound, ruleIdentity } from "../model/rule.ts";
import { percent, z } from "../source/shape.ts";

const SIGNS = { below: "<", "at-most": "<=", above: ">", "at-least": ">=" } as const;
const keys = ["below", "at-most", "above", "at-least"] as const;

export const explanationRequired = defineRule({
  kind: "explanation-required",
  title: label("须说明原因", "Explanation required"),
  params: z
    .strictObject({
      ...ruleIdentity,
      kind: z.literal("explanation-required"),
      of: z.enum(["completion", "execution"]).describe("completion 实际完成值与年度指标值之比；execution 预算执行率"),
      below: percent("低于（不含）").optional(),
      "at-most": percent("不高于（含）").optional(),
      above: percent("高于（不含）").optional(),
      "at-least": percent("不低于（含）").optional(),
    })
    .superRefine(needs(...keys))
    .describe("须说明原因：超出界限的，应在实际值中写 explanation"),
  sentence(params) {
    const words = { below: ["低于", "below"], "at-most": ["不高于", "at most"], above: ["高于", "above"], "at-least": ["不低于", "at least"] } as const;
    const given = keys.filter((key) => params[key] !== undefined);
    const [zh, en] = ([0, 1] as const).map((at) => given.map((key) => `${words[key][at]} ${params[key] ?? ""}`));
    const what = params.of === "execution" ? label("预算执行率", "The execution rate") : label("完成率", "The completion");
    return label(`${what.zh}${zh?.join("或") ?? ""}的，须说明原因。`, `${what.en} needs an explanation when ${en?.join(" or ") ?? ""}.`);
  },
  rank(higher, lower) {
    // What asks for an explanation more often is stricter; «at most 90» asks more often than «below 90».
    if (higher.of !== lower.of) return "different";
    const low = (one: typeof higher) => one["at-most"] ?? one.below;
    const high = (one: typeof higher) => one["at-least"] ?? one.above;
    const ends = [rankBound("floor", low(higher), low(lower)), rankBound("ceiling", high(higher), high(lower))];
    const lostEnd = (closed: "at-most" | "at-least", side: number) => ends[side] === "equal" && higher[closed] !== undefined && lower[closed] === undefined;
    return lostEnd("at-most", 0) || lostEnd("at-least", 1) ? "looser" : rankAll(ends);
  },
  explanation: (params) => ({
    of: params.of,
    bounds: keys.flatMap((key) => (params[key] === undefined ? [] : [{ is: SIGNS[key], percent: params[key] }])),
  }),
});
