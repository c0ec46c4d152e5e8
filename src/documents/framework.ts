// 指标体系
import { basis, category, effective, identifier, points, purpose, rounding, sectors, text, z } from "../source/shape.ts";
import { methodParams, node, notApplicable, schemaKey, version } from "./parts.ts";

export const framework = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("framework"),
    id: identifier("编号"),
    version,
    category,
    purpose,
    sector: sectors.optional().describe("支出领域；绩效目标表另有声明的，以绩效目标表为准"),
    title: text("名称"),
    description: text("说明").optional(),
    basis,
    effective,
    packs: z.array(identifier("规则包编号")).max(20).describe("须遵守的规则包"),
    total: points("满分"),
    maximum: points("含加分的最高分；不写则等于满分").optional(),
    rounding,
    grades: z.array(z.strictObject({ name: text("等级"), from: points("下限（含）"), basis: basis.optional() })).min(1).max(10).describe("等级，由高到低"),
    "not-applicable": notApplicable,
    missing: z.enum(["block", "zero"]).describe("缺少实际值时：block 不给总分，只给区间；zero 按 0 分"),
    methods: z.record(identifier("名称"), methodParams).optional().describe("可供指标按名称引用的评分办法"),
    indicators: z.array(node).min(1).max(100).describe("一级指标"),
  })
  .describe("指标体系");
