// 绩效目标表
import { basis, comparison, identifier, money, quantity, sectors, text, z } from "../source/shape.ts";
import { indicator, schemaKey } from "./parts.ts";

const own = z.strictObject({ under: text("所属指标的路径，如 output/quantity"), id: identifier("编号"), ...indicator });

export const objectives = z
  .strictObject({
    ...schemaKey,
    kind: z.literal("objectives"),
    id: identifier("编号"),
    framework: text("指标体系，编号@主版本，如 project-self-evaluation@1"),
    basis: basis.optional(),
    subject: z
      .strictObject({ name: text("项目（部门、基金、政策）名称"), department: text("主管部门").optional(), unit: text("实施单位").optional(), sector: sectors.optional() })
      .describe("评价对象"),
    period: text("年度或期间"),
    budget: money("批复的预算").optional(),
    statement: text("年度总体目标").optional(),
    indicators: z.array(own).max(1000).optional().describe("个性指标"),
    targets: z.record(text("指标编号"), comparison("年度指标值")).optional().describe("共性指标的年度指标值"),
    previous: z.record(text("指标编号"), quantity("上年（上期）实际完成值")).optional().describe("个性和共性指标的上年（上期）实际完成值，供核对目标值"),
    choose: z.record(text("择一的分组"), identifier("所选指标编号")).optional().describe("择一指标的选择"),
  })
  .describe("绩效目标表");
