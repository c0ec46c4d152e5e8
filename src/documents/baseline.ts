// 基线
import { count, identifier, text, z } from "../source/shape.ts";
import { schemaKey } from "./parts.ts";

export const baseline = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("baseline"),
    reason: text("接受这些问题的理由"),
    findings: z
      .array(
        z.strictObject({
          file: text("文件，相对于运行 jixiao check 的文件夹"),
          code: identifier("问题代码"),
          at: text("文档中的位置，列表各项以编号代替序号").optional(),
          nth: count("同一位置的第几个同样的问题，从 1 起；不写则为 1").optional(),
          reason: text("接受这一处的理由").optional(),
        }),
      )
      .max(100000)
      .describe("接受的问题，按文件、位置、代码排列"),
  })
  .describe("基线：启用检查时已有、暂时接受的问题");
