// 词表：读取表格文件. Files, encodings, workbooks, and what a table reader could not make sense of.
import { error, info, warning } from "./entry.ts";

const at = (f: { readonly cell?: string }): string => (f.cell === undefined ? "" : `${f.cell} `);

export const tables = {
  // 文件
  "file-empty": error(
    () => "文件没有内容，应为一张表",
    () => "the file is empty, should hold a table",
  ),
  "file-too-large": error(
    (f) => `文件为 ${f.found} 字节，应不超过 ${f.limit} 字节`,
    (f) => `the file has ${f.found} bytes, should have at most ${f.limit}`,
  ),
  "file-encrypted": error(
    () => "文件已加密，无法读取，应在 Excel 或 WPS 中去掉密码后另存",
    () => "the file is encrypted, should be saved again without a password",
  ),
  "file-other-format": error(
    (f) => `文件的内容为${f.format}，不能读取，应在 Excel 或 WPS 中另存为 .xlsx 或 .csv`,
    (f) => `the file holds ${f.formatEn}, which is not read; should be saved again as .xlsx or .csv`,
  ),
  "file-name-misleads": warning(
    (f) => `文件名以 ${f.found} 结尾，内容却是${f.format}，已按内容读取，应改名`,
    (f) => `the file is named ${f.found} but holds ${f.formatEn}; it was read as such and should be renamed`,
  ),
  "more-of-a-kind": info(
    (f) => `另有 ${f.count} 处同类问题（${f.kind}）未列出（只列前 ${f.limit} 处），应先改正以上各处`,
    (f) => `${f.count} more problems of the same kind (${f.kind}) are not listed (only the first ${f.limit} are); correct the ones above first`,
  ),
  "package-missing": error(
    (f) => `没有安装 ${f.package}，${f.purpose}时需要它，应运行 npm install ${f.package}`,
    (f) => `${f.package} is not installed and is needed here; run npm install ${f.package}`,
  ),

  // 编码与文本
  "encoding-unknown": error(
    (f) => `没有名为“${f.found}”的编码，应为：${f.expected}`,
    (f) => `there is no encoding “${f.found}”, should be one of: ${f.expected}`,
  ),
  "encoding-undecodable": error(
    (f) => `第 ${f.line} 行起既不是 UTF-8 也不是 GB18030，应指明编码，或在 Excel 中另存为“CSV UTF-8”`,
    (f) => `from line ${f.line} on the text is neither UTF-8 nor GB18030; name the encoding or save again as CSV UTF-8`,
  ),
  "encoding-doubtful": warning(
    () => "按 UTF-8 读出的文字没有汉字，却有其他文种的字母，可能是 GB18030，应核对，或指明编码",
    () => "read as UTF-8 the text has letters of other scripts but no Chinese; it may be GB18030, name the encoding",
  ),
  "text-lost": warning(
    (f) => `${at(f)}的“${f.found}”有字符已丢失，应从原文件重新导出`,
    (f) => `${at(f)}“${f.found}” has lost characters, should be exported again from the original`,
  ),
  "text-misread": warning(
    (f) => `${at(f)}的“${f.found}”为乱码，应为“${f.expected}”；文件在保存前就已读错编码，应从原文件重新导出`,
    (f) => `${at(f)}“${f.found}” was read in the wrong encoding before it was saved, should be “${f.expected}”; export it again`,
  ),
  "csv-quote-stray": warning(
    (f) => `${at(f)}的引号不成对或不在两端，已照原样读取；含引号的内容应整体放在引号内，引号写两次`,
    (f) => `${at(f)}has a stray quotation mark and was read as it stands; a text with quotes should be quoted as a whole, its quotes doubled`,
  ),
  "csv-quote-open": error(
    (f) => `${at(f)}以引号开头，却没有结尾的引号，应补上；已把该引号当作文字`,
    (f) => `${at(f)}begins with a quotation mark that nothing closes; it was read as text`,
  ),

  // 上限
  "too-many-rows": error(
    (f) => `${f.sheet}超过 ${f.limit} 行，其后未读取，应拆分`,
    (f) => `${f.sheet} has more than ${f.limit} rows; the rest was not read, should be split`,
  ),
  "too-many-columns": error(
    (f) => `${at(f)}在第 ${f.limit} 列之外，未读取，应删去多余的列`,
    (f) => `${at(f)}lies beyond column ${f.limit} and was not read; remove the columns in excess`,
  ),
  "too-many-cells": error(
    (f) => `有内容的单元格超过 ${f.limit} 个，其后未读取，应拆分`,
    (f) => `there are more than ${f.limit} cells with content; the rest was not read, should be split`,
  ),
  "too-many-merges": error(
    (f) => `${f.sheet}的合并单元格过多，其余未读取，应在 Excel 或 WPS 中取消不必要的合并`,
    (f) => `${f.sheet} has too many merged cells; the rest was not read, remove those that are not needed`,
  ),
  "cell-too-long": error(
    (f) => `${at(f)}的文字超过 ${f.limit} 个字符，只读取了前面的部分，应缩短`,
    (f) => `${at(f)}has more than ${f.limit} characters; only the first were read, should be shorter`,
  ),

  // 工作簿
  "zip-damaged": error(
    (f) => `文件不完整或已损坏（${f.reason}），应重新取得`,
    (f) => `the file is incomplete or damaged (${f.reasonEn}), should be obtained again`,
  ),
  "zip-bomb": error(
    (f) => `文件解压后${f.part === "" ? "" : `的 ${f.part} `}超过上限（${f.limit}），已拒绝读取`,
    (f) => `unpacked, ${f.part === "" ? "the file" : f.part} exceeds the limit (${f.limitEn}); it was refused`,
  ),
  "workbook-damaged": error(
    (f) => `工作簿的 ${f.part} ${f.reason}，应在 Excel 或 WPS 中打开并另存`,
    (f) => `${f.part} of the workbook ${f.reasonEn}; open it in a spreadsheet program and save it again`,
  ),
  "sheet-unknown": error(
    (f) => `没有名为“${f.found}”的工作表，应为：${f.expected}${f.guess ? `；是否指“${f.guess}”` : ""}`,
    (f) => `there is no sheet “${f.found}”, should be one of: ${f.expected}${f.guess ? `; did you mean “${f.guess}”` : ""}`,
  ),
  "sheet-hidden": info(
    (f) => `工作表“${f.sheet}”是隐藏的，未读取；需要时应指明读取它`,
    (f) => `the sheet “${f.sheet}” is hidden and was not read; name it to read it`,
  ),
  "rows-hidden": info(
    (f) => `${f.sheet}有隐藏的行列（${f.found}），已一并读取`,
    (f) => `${f.sheet} has hidden rows or columns (${f.found}), which were read too`,
  ),
  "cell-under-merge": warning(
    (f) => `${at(f)}的“${f.found}”被合并单元格 ${f.range} 遮住，看不见，未读取，应删去`,
    (f) => `${at(f)}“${f.found}” lies hidden under the merged cells ${f.range} and was not read, should be removed`,
  ),
  "cell-error": warning(
    (f) => `${at(f)}的公式出错，显示为 ${f.found}，应改正公式`,
    (f) => `${at(f)}shows the error ${f.found}, its formula should be corrected`,
  ),
  "formula-without-result": warning(
    (f) => `${at(f)}只有公式 =${f.found}，没有保存计算结果，应在 Excel 或 WPS 中打开并另存`,
    (f) => `${at(f)}has the formula =${f.found} but no stored result; open it in a spreadsheet program and save it again`,
  ),
  "number-fifteen-digits": info(
    (f) => `${f.sheet}有 ${f.count} 个数按 15 位有效数字读取，与 Excel 显示一致（首个：${f.cell} 存为 ${f.stored}，读作 ${f.found}）`,
    (f) => `${f.sheet}: ${f.count} numbers were taken to 15 significant digits, as Excel shows them (first: ${f.cell}, stored ${f.stored}, read ${f.found})`,
  ),
  "number-format-rounds": info(
    (f) => `${f.sheet}有 ${f.count} 个数按显示格式读取，比所存的位数少（首个：${f.cell} 存为 ${f.stored}，显示 ${f.found}）`,
    (f) => `${f.sheet}: ${f.count} numbers were read as they are shown, with fewer digits than stored (first: ${f.cell}, stored ${f.stored}, shown ${f.found})`,
  ),
  "number-format-unread": warning(
    (f) => `${at(f)}的数字格式 ${f.format} 未能应用，按原数 ${f.found} 读取，应核对`,
    (f) => `${at(f)}has the number format ${f.format}, which is not applied; it was read as ${f.found}`,
  ),

  // 识别
  "sheet-without-table": warning(
    (f) => `${f.sheet}有 ${f.count} 个有内容的单元格，但没有找到绩效自评表，应有“一级指标、三级指标、年度指标值、得分”一类的表头`,
    (f) => `${f.sheet} has ${f.count} cells with content but no self-evaluation table; there should be headings such as 一级指标, 三级指标, 年度指标值, 得分`,
  ),
  "cell-not-understood": warning(
    (f) => `${at(f)}的“${f.found}”未能识别，未计入，应核对${f.guess ? `；是否指“${f.guess}”` : ""}`,
    (f) => `${at(f)}“${f.found}” was not understood and not used, should be looked at${f.guess ? `; did you mean “${f.guess}”` : ""}`,
  ),
  "header-unknown": warning(
    (f) => `${at(f)}的表头“${f.found}”未能识别，该列只照录、不参与复核${f.guess ? `；是否指“${f.guess}”` : ""}`,
    (f) => `${at(f)}the heading “${f.found}” is not known, its column is kept but not judged${f.guess ? `; did you mean “${f.guess}”` : ""}`,
  ),
  "header-twice": warning(
    (f) => `${at(f)}的表头“${f.found}”与 ${f.first} 的“${f.other}”含义相同，只采用前者，应只留一列`,
    (f) => `${at(f)}the heading “${f.found}” means the same as “${f.other}” at ${f.first}; only the first is used, one of them should go`,
  ),
  "cell-without-heading": warning(
    (f) => `${at(f)}没有对应的表头，未计入，应核对`,
    (f) => `${at(f)}stands under no heading and is not used, should be looked at`,
  ),
  "sheet-not-read": info(
    (f) => `工作表“${f.sheet}”未读取：只读取第一张“${f.first}”；需要时应指明读取它`,
    (f) => `the sheet “${f.sheet}” was not read, only the first, “${f.first}”; name it to read it`,
  ),
} as const;
