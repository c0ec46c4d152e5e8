// 实际值
import { basis, date, identifier, text, z } from "../source/shape.ts";
import { actualValue, scalar, schemaKey } from "./parts.ts";

export const actuals = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("actuals"),
    id: identifier("编号").optional(),
    objectives: text("绩效目标表编号；没有绩效目标表时写指标体系编号"),
    "as-of": date("截止日期"),
    basis: basis.optional(),
    facts: z.record(identifier("事实编号"), scalar).optional().describe("规则包要求申报的事实"),
    values: z.record(text("指标编号"), actualValue).describe("各指标的实际完成值"),
  })
  .describe("实际值");
