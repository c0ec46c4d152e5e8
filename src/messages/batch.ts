// 词表：批量评分. Columns, records, objectives, ranks.
import { error, warning } from "./entry.ts";

const at = (f: { readonly cell?: string }): string => (f.cell === undefined ? "" : `${f.cell} `);

export const batch = {
  "batch-heading-unknown": warning(
    (f) => `${at(f)}的表头“${f.found}”不是指标、填报项或已知的列，没有读取${f.guess ? `；是否指“${f.guess}”` : ""}`,
    (f) => `${at(f)}the heading “${f.found}” is no indicator, input or known column and was not read${f.guess ? `; did you mean “${f.guess}”` : ""}`,
  ),
  "batch-column-missing": error(
    (f) => `没有名为“${f.found}”的列，应为表中的一列：${f.expected}`,
    (f) => `there is no column “${f.found}”, should be one of those there are: ${f.expected}`,
  ),
  "batch-column-faulty": error(
    (f) => `${at(f)}填了“${f.found}”，但表头“${f.heading}”含义不明，应先改正表头`,
    (f) => `${at(f)}holds “${f.found}”, but it is not clear what the heading “${f.heading}” means; the heading should be mended first`,
  ),
  "batch-heading-ambiguous": error(
    (f) => `${at(f)}的表头“${f.found}”有多种含义（${f.expected}），应写编号或路径`,
    (f) => `${at(f)}the heading “${f.found}” has several meanings (${f.expected}), should be an id or a path`,
  ),
  "batch-heading-inputs": error(
    (f) => `${at(f)}的表头“${f.found}”有多个填报项，应各占一列：${f.expected}`,
    (f) => `${at(f)}“${f.found}” has several inputs, each should have a column: ${f.expected}`,
  ),
  "batch-heading-twice": error(
    (f) => `${at(f)}的表头“${f.found}”与 ${f.first} 的“${f.other}”是同一项，应只留一列`,
    (f) => `${at(f)}the heading “${f.found}” means the same as “${f.other}” at ${f.first}, only one should stay`,
  ),
  "batch-heading-unit": error(
    (f) => `${at(f)}的表头“${f.found}”中的计量单位不能换算为 ${f.unit}，应改正`,
    (f) => `${at(f)}the unit in the heading “${f.found}” does not convert into ${f.unit}`,
  ),
  "batch-no-columns": error(
    (f) => `没有一列是指标，应有这样的列：${f.expected}`,
    (f) => `no column is an indicator, there should be columns such as: ${f.expected}`,
  ),
  "batch-column-elsewhere": error(
    (f) => `${at(f)}填了“${f.found}”，但 ${f.id} 没有这项指标，应留空或改正表头“${f.heading}”`,
    (f) => `${at(f)}holds “${f.found}”, but ${f.id} has no such indicator; should be empty, or the heading “${f.heading}” corrected`,
  ),
  "batch-state-and-value": error(
    (f) => `${at(f)}写了“${f.found}”，${f.other} 却填了“${f.value}”，应只取其一`,
    (f) => `${at(f)}says “${f.found}” while ${f.other} holds “${f.value}”, should be one of them`,
  ),
  "batch-state-and-note": warning(
    (f) => `${at(f)}填的“${f.found}”没有用处：${f.other} 已写“${f.value}”，应清除`,
    (f) => `${at(f)}“${f.found}” is of no use, as ${f.other} says “${f.value}”; it should be cleared`,
  ),
  "batch-as-of-missing": error(
    () => "没有截止日期，应写明（如 2024-12-31），据此判断指标体系和规则包是否有效",
    () => "there is no as-of date, should be given (such as 2024-12-31); it decides which framework and packs are in force",
  ),
  "batch-objectives-missing": error(
    (f) => `没有写明绩效目标表${f.expected ? `，应写其编号，如 ${f.expected}` : "，所给文档中也没有可据以评分的"}`,
    (f) => `no objectives are named, ${f.expected ? `should give their id, such as ${f.expected}` : "and none to score by are among the documents"}`,
  ),
  "batch-objectives-unknown": error(
    (f) => `所给文档中没有绩效目标表或指标体系 ${f.id}${f.guess ? `，是否指 ${f.guess}` : ""}`,
    (f) => `there are no objectives and no framework ${f.id} among the documents${f.guess ? `, did you mean ${f.guess}` : ""}`,
  ),
  "batch-objectives-faulty": error(
    (f) => `${f.id} 有 ${f.count} 处错误，不能据此评分，应先改正（${f.first}）`,
    (f) => `${f.id} has ${f.count} errors and cannot be scored by, should be mended first (${f.first})`,
  ),
  "batch-line-not-json": error(
    (f) => `第 ${f.line} 行不是一个 JSON 对象，应每行写一个`,
    (f) => `line ${f.line} is no JSON object, should hold exactly one`,
  ),
  "batch-key-twice": error(
    (f) => `第 ${f.line} 行有重复的键，应各不相同，否则只留下后一个`,
    (f) => `line ${f.line} has a key twice, keys should be unique; only the last would be read`,
  ),
  "batch-line-too-long": error(
    (f) => `第 ${f.line} 行超过 ${f.limit} 个字符，未读取，应拆分`,
    (f) => `line ${f.line} has more than ${f.limit} characters and was not read, should be split`,
  ),
  "batch-too-many-rows": error(
    (f) => `结果不止 ${f.limit} 行，一张工作表写不下，应写为 CSV 或 NDJSON`,
    (f) => `the results have more than ${f.limit} rows, which a sheet is not written with; should be written as CSV or NDJSON`,
  ),
} as const;
