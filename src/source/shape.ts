// The gate to zod: the only file that imports it. Holds the words all document shapes are made of.
import * as z from "zod";
import { endsUnstated } from "../numbers/bounds.ts";
import { compare, ROUNDING_MODES, ZERO } from "../numbers/number.ts";
import { inUnit, readComparison, readInterval, readQuantity } from "../numbers/quantity.ts";

export { z };

const MAX_TEXT = 2000;

/** Marks a scalar that YAML may write as a bare number; the published JSON Schema then accepts both. */
export const NUMERIC = "x-jixiao-numeric";

const numeric = (pattern: RegExp, description: string) => z.string().regex(pattern).meta({ description, [NUMERIC]: true });

export const text = (description: string) => z.string().min(1).max(MAX_TEXT).meta({ description, [NUMERIC]: true });
/** Words that a check looks for. */
export const phrases = (description: string) => z.array(text(description)).max(1000).describe(description);
export const identifier = (description: string) =>
  numeric(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, `${description}（字母、汉字、数字，可含 - _ .，不超过 64 字）`);
export const points = (description: string) => numeric(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,6})?$/, `${description}（分，不小于 0 的十进制数）`);
export const percent = (description: string) =>
  z.string().regex(/^(?:0|[1-9]\d{0,5})(?:\.\d{1,6})?%$/).describe(`${description}（百分数，必须带 % 号）`);
export const decimal = (description: string) => numeric(/^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?$/, `${description}（十进制数）`);
export const count = (description: string) => numeric(/^(?:0|[1-9]\d{0,3})$/, `${description}（非负整数）`);
export const date = (description: string) => z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine(isDate).describe(`${description}（年-月-日，如 2024-12-31）`);
export const quantity = (description: string) =>
  z.string().max(60).refine((one) => readQuantity(one) !== undefined).meta({ description: `${description}（数值，可带计量单位）`, [NUMERIC]: true });
export const money = (description: string) => z.string().max(60).refine(isMoney).describe(`${description}（金额，必须带计量单位，如 1200万元）`);
export const comparison = (description: string) =>
  z.string().max(60).refine((one) => readComparison(one) !== undefined).meta({ description: `${description}（可带 >= <= > < = 和计量单位，如 >= 92%，或写作 不低于 92%）`, [NUMERIC]: true });
export const interval = (description: string) =>
  z
    .string()
    .max(60)
    .superRefine((one, context) => {
      if (readInterval(one) === undefined) context.addIssue({ code: "custom", params: endsUnstated(one) ? { code: "ends-unstated" } : {} });
    })
    .describe(`${description}（区间：[80%, 90%) 含左不含右；或 >= 90%、< 60%、= 0；或写作 90%以上、低于 60%、80%（含）-90%）`);

function isMoney(one: string): boolean {
  const amount = readQuantity(one);
  const yuan = amount?.unit === undefined ? undefined : inUnit(amount, "元");
  return typeof yuan === "object" && compare(yuan, ZERO) >= 0;
}

/** A day as documents write it, `2024-12-31`. */
export const isDay = (one: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(one) && isDate(one);

function isDate(one: string): boolean {
  const [year = 0, month = 0, day = 0] = one.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (days[month - 1] ?? 0);
}

export const basis = z
  .strictObject({
    document: text("文件名称和文号"),
    clause: text("条款").optional(),
    status: z.enum(["published", "unverified", "illustrative"]).describe("核实情况：published 已公布、unverified 未核对原文、illustrative 示意"),
  })
  .describe("依据");

export const rounding = z
  .strictObject({
    places: numeric(/^[0-6]$/, "保留小数位数，0 至 6"),
    mode: z.enum(ROUNDING_MODES).describe("舍入方式：half-up 四舍五入、half-even 四舍六入五成双、down 截去、up 进位、floor 向下、ceiling 向上"),
  })
  .describe("舍入");

export const effective = z.strictObject({ from: date("施行日期"), to: date("失效日期（含当日）").optional() }).describe("有效期");

/** Points of a tier, a deduction, a check point: an amount, or a share of the indicator's weight. */
export const award = {
  points: points("得分或扣分").optional(),
  share: percent("占该指标分值的比例").optional(),
};

export const tier = z.strictObject({ when: interval("档的范围"), ...award, name: text("档名").optional() });
export type Tier = z.infer<typeof tier>;

/** What over-completion does to the points; the five published treatments. */
export const overCompletion = z
  .union([
    z.literal("cap"),
    z.strictObject({ "explain-from": percent("完成率达到此值（含）须说明原因，得满分") }),
    z.strictObject({ "zero-above": percent("完成率超过此值不得分") }),
    z.strictObject({
      reduce: z.array(z.strictObject({ above: percent("完成率超过此值"), share: percent("得该指标分值的比例") })).min(1),
    }),
  ])
  .describe("超额完成的处理：cap 满分为止；explain-from 须说明；zero-above 超过不得分；reduce 按表调减");
export type OverCompletion = z.infer<typeof overCompletion>;

export const zeroTarget = z
  .enum(["met-or-zero", "zero", "full-marks", "not-applicable"])
  .describe("目标值为 0 时：met-or-zero 达到得满分、否则 0 分；zero 0 分；full-marks 满分；not-applicable 不适用");
export type ZeroTarget = z.infer<typeof zeroTarget>;

export const zeroDenominator = z
  .enum(["zero", "full-marks", "not-applicable", "missing"])
  .describe("分母为 0 时：zero 0 分；full-marks 满分；not-applicable 不适用；missing 视为未填");
export type ZeroDenominator = z.infer<typeof zeroDenominator>;

export const sector = z.enum(["public-service", "economic-development", "social-security"]).describe("支出领域：public-service 公共服务；economic-development 经济发展；social-security 社会保障");
export const category = z
  .enum(["project", "department-overall", "government-purchased-service", "government-fund", "basic-public-service", "policy"])
  .describe("类别：project 项目支出；department-overall 部门整体支出；government-purchased-service 政府购买服务；government-fund 政府性基金；basic-public-service 基本公共服务支出；policy 公共政策");
export const purpose = z
  .enum(["ex-ante-assessment", "objective-review", "monitoring", "self-evaluation", "department-evaluation", "finance-evaluation"])
  .describe("用途：事前绩效评估、目标审核、监控、自评、部门评价、财政评价");

/** One sector, or several for a mixed item (跨领域). */
export const sectors = z.union([sector, z.array(sector).min(1).max(3)]).describe("支出领域；跨领域的写成列表");
