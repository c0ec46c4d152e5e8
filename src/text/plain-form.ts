// 通行写法: figures and signs as this library writes them — `１０％` as 10%, `≥92%` as >= 92%, `1,200` as 1200. Only what
// can mean one thing is rewritten: `05` may be 5 or 0.5, `1,20` is no number at all.

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[≥≧]|[>＞][=＝]|[=＝][>＞])/, ">="],
  [/^(?:[≤≦]|[<＜][=＝]|[=＝][<＜])/, "<="],
  [/^[>＞](?![=＝])/, ">"],
  [/^[<＜](?![=＝])/, "<"],
  [/^[=＝](?![=＝<>＜＞])/, "="],
];
const NUMBER = /^([-+]?)(\d{1,3}(?:,\d{3})+|0|[1-9]\d*|)(\.\d+)?( ?[^\d\s.,，<>=≤≥[\]()][^\d,，<>=≤≥[\]()]{0,19})?$/;
/** Full-width figures and marks of numbers, and nothing else: other text stays as it is. */
const half = (text: string): string => text.replace(/[０-９．，％＋－]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/[−﹣]/g, "-").replace(/﹪/g, "%");

/** The figure as it should be written, with a sign where it has one; undefined where it is none or not certain. */
export function plainForm(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const trimmed = text.trim();
  const sign = SIGNS.find(([form]) => form.test(trimmed));
  const rest = sign === undefined ? trimmed : trimmed.replace(sign[0], "").trim();
  const number = plainNumber(rest);
  return number === undefined ? undefined : sign === undefined ? number : `${sign[1]} ${number}`;
}

function plainNumber(text: string): string | undefined {
  const [, minus, whole, fraction = "", unit = ""] = NUMBER.exec(half(text)) ?? [];
  if (whole === undefined || (whole === "" && fraction === "")) return undefined;
  return `${minus === "-" ? "-" : ""}${whole === "" ? "0" : whole.replaceAll(",", "")}${fraction}${unit}`;
}

/** The text of a scalar in place of another, in its own quotes, or in quotes where it cannot stand plain. */
export function rewritten(source: string, text: string): string {
  const quote = /^["']/.exec(source)?.[0];
  if (quote !== undefined) return `${quote}${text}${quote}`;
  return /^[\p{L}\p{N}<=+-]/u.test(text) && !/[:#,[\]{}]/.test(text) ? text : `"${text}"`;
}

/** Data in which every figure has its plain form: what is equal here means the same. */
export function meaning(data: unknown): unknown {
  if (typeof data === "string") return plainForm(data) ?? data;
  if (Array.isArray(data)) return data.map(meaning);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, meaning(value)]));
}
