// 工作表名与用词: the sheets of a scoring workbook, and how cells of other sheets are named in formulas.
import { ENTRY_SHEET } from "../batch/forms.ts";

export const SHEETS = { table: "绩效评分表", parts: "分项填报", calculation: "计算", options: "选项", entries: ENTRY_SHEET } as const;

/** States of an entry on the calculation sheet, in the words that people see. */
export const STATE = { filled: "已填", open: "未填", pending: "尚未到期", gone: "不适用", wrong: "有误", stuck: "无法计分" } as const;

const absolute = (at: string): string => at.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
/** `'计算'!$C$12`, for `C12` or `A1:A4`. */
export const onSheet = (sheet: string, at: string): string => `'${sheet}'!${absolute(at)}`;

export const quotedText = (text: string): string => `"${text.replaceAll('"', '""')}"`;
