// 日期: 2023年12月, 9月前, 2024年12月底前, 2023-12-31, 年底前, 第三季度 — only as precise as written.
import type { When } from "./types.ts";

const YEAR = "((?:19|20)\\d\\d) ?年";
const MONTH = "(1[0-2]|0?[1-9]) ?月份?";
const DAY = "(3[01]|[12]\\d|0?[1-9]) ?[日号]";
const END = "(底之?前|底以前|年?末前|底|末|份?内|之内|以内|前|之前|以前|日前)?";
const WRITTEN = new RegExp(`^(?:${YEAR} ?)?(?:${MONTH} ?)?(?:${DAY} ?)?${END}`);
const NUMERIC = /^((?:19|20)\d\d)([-/.])(1[0-2]|0?[1-9])(?:\2(3[01]|[12]\d|0?[1-9]))?(?!\d)(底之?前|底|前|之前|以前)?/;
const SPOKEN: readonly (readonly [RegExp, number])[] = [
  [/^(?:当年|本年|全年)?年(?:底|末)之?前?/, 12],
  [/^(?:当|本|全)?年内/, 12],
  [/^第?[一1]季度(?:末|底|内)?之?前?/, 3],
  [/^(?:第?[二2]季度|上半年)(?:末|底|内)?之?前?/, 6],
  [/^第?[三3]季度(?:末|底|内)?之?前?/, 9],
  [/^(?:第?[四4]季度|下半年)(?:末|底|内)?之?前?/, 12],
];

export interface TakenWhen {
  readonly when: When;
  readonly rest: string;
}

/** The date a text begins with. A bare number is none, and neither is a length of time (15年, 10个月). */
export function takeWhen(text: string): TakenWhen | undefined {
  const numeric = NUMERIC.exec(text);
  // 2023.12 alone may be an amount.
  if (numeric !== null && !(numeric[2] === "." && numeric[4] === undefined && numeric[5] === undefined)) {
    return made(numeric[1], numeric[3], numeric[4], numeric[5], text.slice(numeric[0].length));
  }
  const [, before = "", spokenYear] = /^(((?:19|20)\d\d) ?年? ?)?/.exec(text) ?? [];
  for (const [pattern, month] of SPOKEN) {
    const found = pattern.exec(text.slice(before.length));
    if (found !== null) return made(spokenYear, String(month), undefined, "底", text.slice(before.length + found[0].length));
  }
  const [all = "", year, month, day, end] = WRITTEN.exec(text) ?? [];
  return year === undefined && month === undefined ? undefined : made(year, month, day, end, text.slice(all.length));
}

function made(year: string | undefined, month: string | undefined, day: string | undefined, end: string | undefined, after: string): TakenWhen {
  const precision = day !== undefined ? "day" : month !== undefined ? "month" : "year";
  const limit = end === undefined ? undefined : /底|末|内/.test(end) ? "by" : "before";
  // 2023年底 is the end of its last month.
  const number = (name: "year" | "month" | "day", digits: string | undefined): Partial<When> => (digits === undefined ? {} : { [name]: Number(digits) });
  return { when: { ...number("year", year), ...number("month", month), ...number("day", day), precision, ...(limit === undefined ? {} : { limit }) }, rest: after.trimStart() };
}
