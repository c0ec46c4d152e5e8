// 自评表格式: the layouts of weights in use, how rows are scored on them, and what a recheck (复核) judges by.
import { add, compare, exact, show, ZERO } from "../numbers/number.ts";
import { basis, identifier, interval, percent, points, rounding, text, z } from "../source/shape.ts";
import { methodParams, schemaKey, version } from "./parts.ts";

const weights = z
  .strictObject({
    execution: points("预算执行").optional(),
    cost: points("成本指标").optional(),
    output: points("产出指标").optional(),
    benefit: points("效益指标").optional(),
    satisfaction: points("满意度指标").optional(),
    "benefit-and-satisfaction": points("效益指标和满意度指标合计").optional(),
    indicators: points("各项指标合计（不含预算执行）").optional(),
  })
  .describe("各部分的分值");

// Named, so that the published schema holds the methods once.
const way = z.strictObject({ title: text("名称"), method: methodParams, basis }).meta({ id: "way", description: "可能采用的一种评分办法" });

const ways = (words: string) =>
  z
    .array(way)
    .max(10)
    .describe(`${words}未声明评分办法时可能采用的办法，先列的优先`);

const packs = z.array(identifier("规则包编号")).max(20);

export const form = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("form"),
    id: identifier("编号"),
    version,
    title: text("名称"),
    total: points("满分"),
    rounding: rounding.describe("通行的舍入"),
    layouts: z.array(z.strictObject({ id: identifier("编号"), title: text("名称"), weights, basis })).min(1).max(50).describe("分值的分布，先列的优先"),
    scoring: z
      .strictObject({ higher: ways("正向指标"), lower: ways("反向指标"), equal: ways("等于目标值的指标"), satisfaction: ways("满意度指标"), execution: ways("预算执行率") })
      .describe("评分办法"),
    qualitative: z
      .array(z.strictObject({ full: interval("达成"), partial: interval("部分达成"), none: interval("未达成"), basis }))
      .max(10)
      .describe("定性指标三档各占分值的比例"),
    "low-execution": z.strictObject({ below: percent("预算执行率低于此值"), basis }).optional().describe("执行率低于此值而产出全部满分的，提示"),
    packs: packs.describe("各地通用的规则包"),
    places: z.array(z.strictObject({ contains: text("地名中含有的文字"), packs })).max(500).optional().describe("只在某地适用的规则包"),
  })
  .superRefine(({ total, layouts }, context) => {
    for (const [index, { weights: parts }] of layouts.entries()) {
      const sum = Object.values(parts).reduce((whole, one) => (one === undefined ? whole : add(whole, exact(one))), ZERO);
      if (compare(sum, exact(total)) !== 0) context.addIssue({ code: "custom", path: ["layouts", index, "weights"], input: `合计 ${show(sum)}，满分 ${total}` });
    }
  })
  .describe("自评表格式");
