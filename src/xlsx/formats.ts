// 数字格式：a stored number and its format give the text that people see (0.953 with 0.0% is 95.3%).
//
// What a format does beyond the usual (scientific notation, fractions, Chinese numerals, literals between the
// digits) is not applied; the figure is then given in full, and the reader says so.
import { compare, type Exact, HUNDRED, multiply, ONE, round, toText } from "../numbers/number.ts";
import { isDateFormat, showDate } from "./dates.ts";
import { type Figure, figure as read, inFull } from "./decimal.ts";

/** The formats that have a number instead of a text, as a Chinese Excel shows them. */
const BUILT_IN: ReadonlyMap<number, string> = new Map(
  Object.entries({
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"',
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0", 42: "#,##0;-#,##0", 43: "#,##0.00;-#,##0.00", 44: "#,##0.00;-#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
  }).map(([id, format]) => [Number(id), format]),
);
export const builtInFormat = (id: number): string | undefined => BUILT_IN.get(id);

export interface Shown {
  readonly text: string;
  /** the figure in full, where the format shows fewer digits */
  readonly stored?: string;
  /** the format asks for something that is not applied */
  readonly unread?: boolean;
}

export function show(figure: Figure, format: string | undefined, from1904: boolean): Shown {
  if (format === undefined || /^(?:general|@)$/i.test(format.trim())) return { text: figure.text };
  if (format.length > LONGEST) return { text: figure.text, unread: true };
  const section = sectionFor(figure.value, format);
  if (section === undefined) return { text: "", stored: figure.text };
  if (isDateFormat(section.format)) {
    const text = showDate(figure.value, section.format, from1904);
    return text === undefined ? { text: figure.text, unread: true } : { text };
  }
  const pattern = readPattern(section.format);
  if (pattern === undefined) return { text: figure.text, unread: true };
  const sign = figure.value.n < 0n && !section.signed ? "-" : "";
  const size: Exact = { n: figure.value.n < 0n ? -figure.value.n : figure.value.n, d: figure.value.d };
  const scaled = multiply(size, pattern.factor);
  const wrap = (digits: string): string => `${sign}${pattern.before}${digits}${pattern.after}`.trim();
  const full = inFull(scaled, PLACES);
  if (pattern.places === undefined) return { text: wrap(full) };
  const rounded = round(scaled, pattern.places, "half-up");
  const text = wrap(digitsOf(toText(rounded, pattern.places), pattern));
  return inFull(rounded, PLACES) === full && !pattern.silent ? { text } : { text, stored: wrap(full) };
}

/** No spreadsheet takes a longer format. */
const LONGEST = 255;
/** More decimals than any figure of 15 digits and two percent signs has. */
const PLACES = 44;

/** Sections are for positive, negative and zero figures, unless they state conditions of their own. */
function sectionFor(value: Exact, format: string): { readonly format: string; readonly signed: boolean } | undefined {
  const sections = [...format.matchAll(/(?:"[^"]*"|\\.|[^;"\\])*(?:;|$)/gu)].map(([one]) => one.replace(/;$/, "")).slice(0, Math.max(1, format.split(";").length));
  const conditional = sections.slice(0, 2).map((one) => /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/.exec(one));
  const plain = (index: number): string => (sections[index] ?? sections[0] ?? "").replace(/\[(?:<=|>=|<>|<|>|=)[^\]]*\]/, "");
  if (conditional.some((one) => one !== null)) {
    const met = conditional.findIndex((one) => one !== null && holds(value, one[1] ?? "", one[2] ?? ""));
    const index = met >= 0 ? met : conditional.filter((one) => one !== null).length;
    return sections[index] === undefined ? { format: "General", signed: false } : { format: plain(index), signed: false };
  }
  const index = value.n < 0n ? 1 : value.n === 0n ? 2 : 0;
  if (sections.length <= index || (index === 2 && sections.length < 3)) return { format: plain(0), signed: false };
  return plain(index) === "" ? undefined : { format: plain(index), signed: index === 1 };
}

function holds(value: Exact, sign: string, bound: string): boolean {
  const order = compare(value, read(bound)?.value ?? ONE);
  return sign.includes("<") && order < 0 ? true : sign.includes(">") && order > 0 ? true : sign.includes("=") && order === 0;
}

interface Pattern {
  readonly before: string;
  readonly after: string;
  readonly factor: Exact;
  /** decimals at most; undefined means all (General) */
  readonly places: number | undefined;
  readonly fewest: number;
  readonly whole: number;
  readonly thousands: boolean;
  /** nothing of the figure is shown */
  readonly silent: boolean;
}

/** Takes a section apart: text before, digits, text after. */
function readPattern(format: string): Pattern | undefined {
  const open = format.replace(/\[\$([^\-\]]*)[^\]]*\]/g, (_, symbol: string) => `"${symbol}"`).replace(/\[(?!DBNum)[^\]]*\]/gi, "");
  if (/\[DBNum|E[+-]|\//i.test(open.replace(/"[^"]*"|\\./gu, ""))) return undefined;
  const text = { before: "", after: "" };
  let digits = "";
  let percents = 0;
  let ended = false;
  for (const [token, quoted, escaped] of open.matchAll(/"([^"]*)"|\\(.)|_.|\*.|general|[0#?.,]+|./giu)) {
    const isDigits = quoted === undefined && escaped === undefined && /^(?:[0#?.,]+|general)$/i.test(token);
    if (isDigits && ended) return undefined;
    if (isDigits) digits += token;
    else {
      if (digits !== "") ended = true;
      if (token === "%") percents++;
      const literal = quoted ?? escaped ?? (/^[_*]/.test(token) ? "" : token);
      text[digits === "" ? "before" : "after"] += literal;
    }
  }
  const factor = multiply(Array.from({ length: percents }, () => HUNDRED).reduce(multiply, ONE), { n: 1n, d: 1000n ** BigInt(/,*$/.exec(digits)?.[0].length ?? 0) });
  if (/^general$/i.test(digits)) return { ...text, factor, places: undefined, fewest: 0, whole: 1, thousands: false, silent: false };
  if (/general/i.test(digits) || digits.split(".").length > 2) return undefined;
  const [whole = "", decimals = ""] = digits.replace(/,+$/, "").split(".");
  return { ...text, factor, places: decimals.length, fewest: decimals.replaceAll("#", "").length, whole: whole.replace(/[#?,]/g, "").length, thousands: whole.includes(","), silent: digits === "" };
}

/** Digits as the pattern wants them. A point that nothing follows, or nothing precedes, is not written. */
function digitsOf(rounded: string, pattern: Pattern): string {
  if (pattern.silent) return "";
  const [whole = "", decimals = ""] = rounded.split(".");
  const kept = decimals.slice(0, pattern.fewest) + decimals.slice(pattern.fewest).replace(/0+$/, "");
  const padded = whole.padStart(pattern.whole, "0");
  return `${pattern.thousands ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded}${kept === "" ? "" : `.${kept}`}`;
}
