// 标记文本: text that goes into XML or HTML.

// What XML 1.0 allows: tab, line ends, and everything else but controls, halves of characters, U+FFFE and U+FFFF.
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escaped for an element or a quoted attribute; characters that XML does not allow are left out. */
export const escaped = (text: string): string => text.replace(ILLEGAL, "").replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

/** The same for an attribute, whose tabs and line ends a reader of XML would turn into spaces. */
export const attribute = (text: string): string => escaped(text).replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);
