// 数: one figure at the beginning of a text, with its unit. Thousands separators only in correct groups; what merely
// looks like a number (`7,00.0,77`, `1e3`, `007`) is refused, never mended.
import { DECIMAL_TEXT, type Exact, parseExact, reduce } from "../numbers/number.ts";
import { conversion, parseUnit } from "../numbers/units.ts";
import type { Figure, NotComparable } from "./types.ts";

const PLAIN = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const UNIT = /^(?:%|‰|k?m[23²³](?!\d)|[^\s\d.,;:()<>=≥≤~±%‰?+*"'…。、-]{1,16})/u;
/** A unit in brackets: 0.9 (%) */
const BRACKETED = /^\((%|‰|[^()\d含]{1,8})\)/;

/** Other names of a unit; the name that stands for all of them. */
const SAME_UNIT: ReadonlyMap<string, string> = new Map([
  ["百分比", "%"], ["百分之", "%"], ["百分点", "%"], ["个百分点", "%"], ["名", "人"], ["平米", "平方米"], ["m²", "平方米"], ["m2", "平方米"], ["m", "米"], ["km", "公里"],
  ["立方", "立方米"], ["m³", "立方米"], ["m3", "立方米"], ["人民币元", "元"], ["元人民币", "元"], ["圆", "元"], ["工作日", "个工作日"], ["h", "小时"], ["kg", "千克"], ["t", "吨"], ["公顷(ha)", "公顷"],
]);
/** 个村, 家企业: the noun says what is counted; 个月 and 个百分点 are units of their own. */
const COUNTED = /^(个(?!月|百|工作)|家|座|所|处|项|台(?!套)|套|户(?!次)|条|件|份|场(?!次)|辆(?!次)|只|头|株|棵|张|本|册|篇|批(?!次)|组)[\p{Script=Han}]+$/u;

export const exactOf = ({ fraction }: Figure): Exact => {
  const [n = "0", d = "1"] = fraction.split("/");
  return { n: BigInt(n), d: BigInt(d) };
};

export function figureOf(value: Exact, decimal?: string, unit?: string): Figure {
  const { n, d } = reduce(value);
  const fraction = d === 1n ? String(n) : `${n}/${d}`;
  return { ...(decimal === undefined ? {} : { decimal }), fraction, ...(unit === undefined ? {} : { unit }) };
}

export const withUnit = (figure: Figure, unit: string | undefined): Figure => (figure.unit !== undefined || unit === undefined ? figure : { ...figure, unit });

export interface Taken {
  readonly figure: Figure;
  readonly rest: string;
}

/** The figure a text begins with; a reason where it begins like a number and is none; undefined where it does not. */
export function takeFigure(text: string): Taken | NotComparable | undefined {
  const found = /^([+-]?) ?(\d[\d.,]*)/.exec(text);
  if (found === null) return undefined;
  const body = (found[2] ?? "").replace(/,+$/, "");
  const rest = text.slice(found[0].length - ((found[2] ?? "").length - body.length));
  if (!PLAIN.test(body) && !GROUPED.test(body)) return "malformed-number";
  if (/^[eE][+-]?\d/.test(rest)) return "malformed-number";
  const decimal = `${found[1] === "-" ? "-" : ""}${body.replaceAll(",", "")}`;
  if (!DECIMAL_TEXT.test(decimal)) return "number-too-long";
  const value = parseExact(decimal);
  return value === undefined ? "malformed-number" : takeUnit(figureOf(value, decimal), rest);
}

function takeUnit(figure: Figure, after: string): Taken {
  const rest = after.trimStart();
  const bracketed = BRACKETED.exec(rest);
  if (bracketed?.[1] !== undefined) return { figure: { ...figure, unit: bracketed[1].trim() }, rest: rest.slice(bracketed[0].length) };
  const unit = UNIT.exec(rest)?.[0];
  return unit === undefined ? { figure, rest } : { figure: { ...figure, unit }, rest: rest.slice(unit.length) };
}

/** The name under which a unit compares: 名 as 人, 个村 as 个. */
export function plainUnit(unit: string): string {
  const trimmed = unit.trim();
  return SAME_UNIT.get(trimmed) ?? COUNTED.exec(trimmed)?.[1] ?? trimmed;
}

/** The factor from one unit to another; undefined where they do not compare. What is counted by (元/人) may be left out. */
export function unitFactor(from: string, to: string): Exact | undefined {
  const [a, b] = [plainUnit(from), plainUnit(to)];
  const factor = conversion(parseUnit(a), parseUnit(b));
  if (factor !== undefined || a.includes("/") === b.includes("/")) return factor;
  return conversion(parseUnit(a.split("/")[0]), parseUnit(b.split("/")[0]));
}
