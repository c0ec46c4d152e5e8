// 规则包
import { rules } from "../rules/index.ts";
import { effective, identifier, text, z } from "../source/shape.ts";
import { schemaKey, version } from "./parts.ts";

export const pack = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("pack"),
    id: identifier("编号"),
    version,
    title: text("名称"),
    extends: identifier("上级规则包编号").optional(),
    effective,
    facts: z.record(identifier("事实编号"), text("事实的含义")).optional().describe("须在实际值中申报的事实"),
    rules: z.array(z.union([rules[0].params, ...rules.slice(1).map((one) => one.params)])).min(1).max(500).describe("规则"),
  })
  .describe("规则包");
