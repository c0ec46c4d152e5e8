// 文件内容：what a file holds, by its first bytes and not by its name.

export type Content = "xlsx" | "text" | "json" | "empty" | "encrypted" | OtherFormat;
/** What is recognised only to be named: zh, en. */
export const OTHER_FORMATS = {
  xls: ["旧版 Excel（.xls）工作簿", "an old Excel (.xls) workbook"],
  xlsb: ["二进制 Excel（.xlsb）工作簿", "a binary Excel (.xlsb) workbook"],
  ods: ["OpenDocument（.ods）工作簿", "an OpenDocument (.ods) workbook"],
  word: ["Word 文档", "a Word document"],
  zip: ["压缩包", "a zip archive"],
  html: ["网页（HTML）表格", "a web page (HTML)"],
  xml: ["XML 文档", "an XML document"],
  pdf: ["PDF 文档", "a PDF document"],
  image: ["图片", "a picture"],
  binary: ["二进制数据", "binary data"],
} as const;
export type OtherFormat = keyof typeof OTHER_FORMATS;

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
/** A name as the directory of a compound file writes it. */
const wide = (text: string): readonly number[] => ascii(text).flatMap((code) => [code, 0]);

const STARTS: readonly (readonly [readonly number[], Content])[] = [
  [ascii("%PDF"), "pdf"],
  [[0x89, ...ascii("PNG")], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [ascii("GIF8"), "image"],
  [ascii("{\\rtf"), "word"],
  [[0x09, 0x08], "xls"],
  [[0x09, 0x04], "xls"],
  [[0x09, 0x02], "xls"],
];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
/** How much of the beginning is looked at. */
const HEAD = 4096;

/** `wideText`: the text is said to be UTF-16, so that zero bytes are nothing unusual. */
export function contentOf(bytes: Uint8Array, wideText = false): Content {
  if (bytes.length === 0) return "empty";
  if (startsWith(bytes, COMPOUND)) return holds(bytes, wide("EncryptedPackage")) ? "encrypted" : holds(bytes, wide("Workbook")) || holds(bytes, wide("Book")) ? "xls" : holds(bytes, wide("WordDocument")) ? "word" : "binary";
  if (startsWith(bytes, ZIP) && (bytes[2] ?? 0) < 8) return zipContent(bytes);
  const known = STARTS.find(([start]) => startsWith(bytes, start))?.[1];
  if (known !== undefined) return known;
  const marked = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (wideText && !marked) return "text";
  if (!marked && bytes.subarray(0, HEAD).includes(0)) return "binary";
  return textContent(new TextDecoder(startsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : marked ? "utf-16le" : "utf-8").decode(bytes.subarray(0, HEAD)));
}

/** What a text holds: a table with delimiters, unless it says something else. */
export function textContent(text: string): Content {
  const start = text.replace(/^[\uFEFF\s]+/, "").slice(0, HEAD);
  if (start === "") return "empty";
  if (/^<(?:!doctype html|html|head|body|table|meta|style|div)\b/i.test(start)) return "html";
  if (/^<\?xml\b/i.test(start)) return /<html\b/i.test(start) ? "html" : "xml";
  return /^[{[]/.test(start) ? "json" : "text";
}

function zipContent(bytes: Uint8Array): Content {
  if (holds(bytes, ascii("xl/workbook.bin"))) return "xlsb";
  if (holds(bytes, ascii("xl/")) || holds(bytes, ascii("[Content_Types].xml"))) return holds(bytes, ascii("word/document.xml")) ? "word" : "xlsx";
  return holds(bytes, ascii("opendocument.spreadsheet")) ? "ods" : holds(bytes, ascii("PK\x05\x06")) ? "zip" : "xlsx";
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

function holds(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** What the end of a name promises; undefined where it promises nothing that is read. */
export function promisedBy(name: string): "xlsx" | "text" | "json" | undefined {
  const end = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (end === "xlsx" || end === "xlsm" || end === "xls" || end === "et") return "xlsx";
  return end === "json" ? "json" : end === "csv" || end === "tsv" || end === "tab" || end === "txt" ? "text" : undefined;
}
