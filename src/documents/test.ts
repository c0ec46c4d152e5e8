// 测试
import { basis, date, decimal, identifier, text, z } from "../source/shape.ts";
import { settings } from "./config.ts";
import { actualValue, scalar, schemaKey } from "./parts.ts";

const source = (description: string) => z.string().min(1).max(10000).describe(description);
const document = z.record(z.string(), z.unknown()).describe("写在此处的文档");
const expectation = z
  .strictObject({
    points: z.record(text("指标编号"), decimal("得分")).optional(),
    states: z.record(text("指标编号"), z.enum(["scored", "not-applicable", "missing", "pending"])).optional(),
    taken: z.record(text("指标编号"), text("所走的分支")).optional(),
    groups: z.record(text("分组路径"), decimal("得分")).optional(),
    total: decimal("总分").optional(),
    "total-range": z.strictObject({ min: decimal("最低"), max: decimal("最高") }).optional(),
    grade: text("等级").optional(),
    fired: z.array(text("生效的规则，规则包/规则编号")).optional(),
    diagnostics: z.array(z.strictObject({ code: identifier("问题代码"), severity: z.enum(["error", "warning", "info"]).optional().describe("轻重；不写则不核对"), line: decimal("行").optional(), column: decimal("列").optional() })).optional(),
    fixed: source("写成文字的文档自动改正后的全文").optional(),
  })
  .describe("期望结果；不能为空");

export const test = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("test"),
    title: text("名称"),
    basis: basis.optional(),
    framework: z.union([text("指标体系编号"), document]).optional().describe("各用例共用的指标体系；用例都写成文字的，可以不写"),
    packs: z.array(document).max(20).optional().describe("各用例共用的规则包"),
    libraries: z.array(document).max(20).optional().describe("各用例共用的指标库"),
    checks: settings.optional().describe("各用例共用的检查；不写则只做必要的检查"),
    cases: z
      .array(
        z.strictObject({
          name: text("用例名称"),
          text: source("写成文字的文档，单独检查；行列从其自身算起").optional(),
          objectives: z.union([text("绩效目标表编号"), document]).optional(),
          framework: document.optional().describe("替换指标体系顶层的若干项"),
          packs: z.array(document).max(20).optional().describe("本用例另用的规则包，同编号的取代前者"),
          libraries: z.array(document).max(20).optional().describe("本用例另用的指标库，同编号的取代前者"),
          together: z.array(z.union([text("指标体系编号"), document])).max(20).optional().describe("与本指标体系一并检查的其他文档：指标体系、绩效目标表、规则包等，同编号的可以有几个版本"),
          "as-of": date("截止日期；不写则为指标体系的施行日期").optional(),
          values: z.record(text("指标编号"), actualValue).optional(),
          facts: z.record(identifier("事实编号"), scalar).optional(),
          checks: settings.optional().describe("本用例另加的检查"),
          expect: expectation,
        }),
      )
      .min(1)
      .max(10000),
  })
  .describe("测试");
