// 指标库
import { basis, identifier, text, z } from "../source/shape.ts";
import { node, schemaKey, version } from "./parts.ts";

export const library = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("indicator-library"),
    id: identifier("编号"),
    version,
    title: text("名称"),
    basis,
    indicators: z.array(node).min(1).max(5000).describe("共性指标"),
  })
  .describe("指标库");
