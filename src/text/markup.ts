// 标记文本: text that goes into XML or HTML.

// What XML 1.0 allows: tab, line ends, and everything else but controls, halves of characters, U+FFFE and U+FFFF.
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escaped for an element or a quoted attribute; characters that XML does not allow are left out. */
export const escaped = (text: string): string => text.replace(ILLEGAL, "").replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

/** The same for an attribute, whose tabs and line ends a reader of XML would turn into spaces. */
export const attribute = (text: string): string => escaped(text).replace(/[\t\n\r]/g, (one) => `&#${one.charCodeAt(0)};`);

/** Escaped for Markdown: neither its marks nor tags of HTML are any. */
export const markdownText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replace(/[\\|*_`[\]]/g, "\\$&");

/** Markup that is written already. Whatever else is put into an element is text, and is escaped. */
export interface Markup {
  readonly markup: string;
}
export type Content = string | Markup | undefined | readonly Content[];

const VOID = /^(?:meta|col|br|hr)$/;
const OWN_LINE = /^(?:section|h[1-6]|p|ul|ol|li|dl|dd|div|table|caption|colgroup|thead|tbody|tr|svg|g|article|header|pre|figure|figcaption|defs)$/;

/** An element with its attributes (those that are undefined are left out) and what stands in it. */
export function element(name: string, attributes: Readonly<Record<string, string | number | undefined>>, ...content: readonly Content[]): Markup {
  const given = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${attribute(String(value))}"`]));
  const end = OWN_LINE.test(name) ? "\n" : "";
  return { markup: VOID.test(name) ? `<${name}${given.join("")}>` : `<${name}${given.join("")}>${written(content)}</${name}>${end}` };
}

/** Content as text of a page. */
export function written(content: Content): string {
  if (content === undefined) return "";
  if (typeof content === "string") return escaped(content);
  return "markup" in content ? content.markup : content.map(written).join("");
}
