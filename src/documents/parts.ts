// Shapes that several documents share: indicators, methods, identities.
import type { IndicatorNode } from "../types/types.ts";
import { groupMethods, methods } from "../methods/index.ts";
import { basis, comparison, count, identifier, interval, points, rounding, text, z, zeroDenominator } from "../source/shape.ts";

export const schemaKey = { $schema: z.string().optional().describe("JSON Schema 地址，供编辑器提示") };
export const version = z.string().regex(/^\d+\.\d+\.\d+$/).describe("版本号，如 1.0.0");
export const methodParams = z.union([methods[0].params, ...methods.slice(1).map((one) => one.params)]).describe("评分办法及其参数");
export const methodUse = z.union([identifier("本指标体系 methods 中声明的评分办法名称"), methodParams]).describe("评分办法");
const combine = z.union([groupMethods[0].params, ...groupMethods.slice(1).map((one) => one.params)]).describe("下级指标的合并办法；不写则求和");

export const notApplicable = z
  .union([
    z.enum(["rescale-total", "rescale-group", "spread", "full-marks", "zero", "forbid"]),
    z.strictObject({ "move-to": text("接收分值的一级指标编号") }),
  ])
  .describe("不适用的处理：rescale-total 按总分折算；rescale-group 按一级指标折算；spread 均摊到同组其他指标；full-marks 得满分；zero 0 分；forbid 不允许；move-to 移到其他一级指标");

const inputs = z.record(identifier("代号"), z.strictObject({ name: text("名称"), unit: text("计量单位").optional() }));
const measure = z
  .strictObject({
    formula: text("计算公式：+ − × ÷ ( ) min max 与 inputs 中的代号"),
    inputs: inputs.describe("公式中的各项"),
    "zero-denominator": zeroDenominator.optional(),
    rounding: rounding.optional(),
  })
  .describe("实际完成值由公式算出");

export const indicator = {
  name: text("指标名称").optional(),
  weight: points("分值").optional(),
  definition: text("指标解释").optional(),
  unit: text("计量单位").optional(),
  target: comparison("年度指标值").optional(),
  domain: interval("取值范围，不写则为任意数").optional(),
  tags: z.array(identifier("标签")).max(20).optional().describe("标签，规则包据此选取指标"),
  measure: measure.optional(),
  method: methodUse.optional(),
  evidence: text("数据来源、佐证材料").optional(),
  basis: basis.optional(),
  "not-applicable": notApplicable.optional(),
};

export const node: z.ZodType<IndicatorNode> = z
  .strictObject({
    id: identifier("编号").optional(),
    use: identifier("指标库中的编号").optional(),
    ...indicator,
    combine: combine.optional(),
    slot: z.strictObject({ min: count("至少几项个性指标"), max: count("至多几项").optional() }).optional().describe("个性指标的位置，由绩效目标表填入"),
    get indicators() {
      return z.array(node).max(5000).optional().describe("下级指标");
    },
  })
  .meta({ id: "indicator", description: "指标：分组（indicators）、个性指标位置（slot）、引用指标库（use）或评分指标（method）" });

export const scalar = z.union([z.string().max(2000), z.boolean()]).meta({ description: "数值（可带计量单位）、是否、等级名称", "x-jixiao-numeric": true });
export const actualValue = z
  .union([z.enum(["not-applicable", "pending"]), scalar, z.record(text("公式的代号、评价要点编号、value、grade、points 或 explanation"), scalar)])
  .describe("实际完成值；not-applicable 不适用；pending 尚未到期");
