// 词表：评分工作簿与填报表. What cannot be written as formulas, and what a filled workbook does not hold.
import { error, warning } from "./entry.ts";

export const workbook = {
  "workbook-not-exact": error(
    (f) => `“${f.indicator}”的计算在工作簿中会超出整数可以准确表示的范围，应改用库或命令行评分`,
    (f) => `${f.indicator} takes whole numbers beyond what a workbook holds exactly; score it with the library or the command`,
  ),
  "workbook-figure-too-long": error(
    (f) => `“${f.indicator}”填报的数太大或小数位太多，工作簿中的公式不能准确计算，应改用库或命令行评分，或换较大的计量单位`,
    (f) => `a figure of ${f.indicator} is too large or has too many decimals for exact formulas; score it with the library or the command, or take a larger unit`,
  ),
  "collected-other-framework": error(
    (f) => `填报表用于 ${f.found}，应为 ${f.expected}`,
    (f) => `the form is for ${f.found}, should be for ${f.expected}`,
  ),
  "collected-other-version": warning(
    (f) => `填报表按 ${f.id} 的版本 ${f.found} 生成，应为版本 ${f.expected}，应核对填报项`,
    (f) => `the form was made for version ${f.found} of ${f.id}, should be ${f.expected}; its entries should be compared`,
  ),
  "collected-entry-unknown": error(
    (f) => `${f.cell} 填了“${f.found}”，但 ${f.id} 没有填报项 ${f.heading}，应按现行版本的填报表填写`,
    (f) => `${f.cell} holds “${f.found}”, but ${f.id} has no entry ${f.heading}; a form of the present version should be filled in`,
  ),
} as const;
