// 检查配置
import { configurable } from "../checks/index.ts";
import { basis, identifier, text, z } from "../source/shape.ts";
import type { CheckSetting } from "../types/types.ts";
import { schemaKey } from "./parts.ts";

const severity = z.enum(["off", "info", "warning", "error"]).describe("off 不检查；info 提示；warning 警告；error 错误");

/** The settings of every check that can be configured, by its id. */
export const settings = z
  .strictObject(
    Object.fromEntries(
      configurable.map(({ id, title, options = {} }) => {
        const figures = Object.fromEntries(Object.entries(options as Readonly<Record<string, z.ZodType>>).map(([name, shape]) => [name, shape.optional()]));
        return [id, z.union([severity, z.strictObject({ severity: severity.optional(), basis: basis.optional(), ...figures })]).optional().describe(title.zh)];
      }),
    ),
  )
  .describe("各项检查的轻重和所用的数值") as unknown as z.ZodType<{ [check: string]: CheckSetting }>;

export const config = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("config"),
    id: identifier("编号").optional(),
    title: text("名称").optional(),
    extends: identifier("所依据的配置，如 recommended、strict").optional(),
    checks: settings.optional(),
  })
  .describe("检查配置");
