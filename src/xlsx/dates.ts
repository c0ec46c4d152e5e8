// 日期格式：a date is stored as a count of days, and shown as its format says. The text is all that is read of it.
import { type Exact, round } from "../numbers/number.ts";

const SECONDS = 86_400;
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465;
/** Days from 1970-01-01 back to the day before day 1, in files that count from 1900 and from 1904. */
const EPOCH_1900 = 25_568;
const EPOCH_1904 = 24_107;
/** Spreadsheets take 1900 for a leap year: day 60 is a 29 February that never was. */
const PHANTOM_DAY = 60;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WEEKDAYS_ZH = "日一二三四五六";

const TOKEN = /"([^"]*)"|\\(.)|_.|\*.|\[\$-F800\]|\[\$-F400\]|\[(h+|m+|s+)\]|\[[^\]]*\]|AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|./giu;

interface Piece {
  readonly kind: "text" | "y" | "m" | "d" | "h" | "s" | "a" | "elapsed" | "half";
  readonly text: string;
}

/** Whether a format (one section) shows dates or times. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./gu, "");
  if (/\[\$-F[48]00\]/i.test(bare) || /\[(?:h+|m+|s+)\]/i.test(bare)) return true;
  const open = bare.replace(/\[[^\]]*\]/g, "").replace(/general/gi, "");
  return /[ymdhs]|aaa/i.test(open) && !/[0#?]/.test(open.replace(/s\.0+/gi, ""));
}

/** The date as the format shows it; undefined outside the days a spreadsheet knows. */
export function showDate(value: Exact, format: string, from1904: boolean): string | undefined {
  const seconds = Number(round({ n: value.n * BigInt(SECONDS), d: value.d }, 0, "half-up").n);
  const days = Math.floor(seconds / SECONDS);
  if (value.n < 0n || days > LAST_DAY) return undefined;
  const inDay = seconds - days * SECONDS;
  const date = civil(days, from1904);
  const pieces = split(/\[\$-F800\]/i.test(format) ? 'yyyy"年"m"月"d"日"' : /\[\$-F400\]/i.test(format) ? "h:mm:ss" : format);
  const half = pieces.some(({ kind }) => kind === "half");
  const hour = Math.floor(inDay / 3600);
  const pad = (number: number, length: number): string => String(number).padStart(length > 1 ? 2 : 1, "0");
  const write = ({ kind, text }: Piece, index: number): string => {
    const length = text.length;
    switch (kind) {
      case "text":
        return text;
      case "y":
        return length > 2 ? String(date.year) : String(date.year % 100).padStart(2, "0");
      case "m":
        if (length <= 2 && isMinute(pieces, index)) return pad(Math.floor(inDay / 60) % 60, length);
        return length > 2 ? (MONTHS[date.month - 1] ?? "").slice(0, length === 3 ? 3 : length === 5 ? 1 : undefined) : pad(date.month, length);
      case "d":
        return length > 2 ? (WEEKDAYS[date.weekday] ?? "").slice(0, length === 3 ? 3 : undefined) : pad(date.day, length);
      case "a":
        return `${length > 3 ? "星期" : ""}${WEEKDAYS_ZH[date.weekday]}`;
      case "h":
        return pad(half ? hour % 12 || 12 : hour, length);
      case "s":
        return pad(inDay % 60, /^s+/i.exec(text)?.[0].length ?? 1) + text.replace(/^s+/i, "");
      case "half":
        return text.includes("午") ? (hour < 12 ? "上午" : "下午") : hour < 12 ? "AM" : "PM";
      case "elapsed":
        return pad(Math.floor(seconds / (/h/i.test(text) ? 3600 : /m/i.test(text) ? 60 : 1)), length);
    }
  };
  return pieces.map(write).join("");
}

function split(format: string): Piece[] {
  return [...format.matchAll(TOKEN)].map(([token, quoted, escaped, elapsed]): Piece => {
    if (quoted !== undefined || escaped !== undefined) return { kind: "text", text: quoted ?? escaped ?? "" };
    if (elapsed !== undefined) return { kind: "elapsed", text: elapsed };
    if (/^[[_*]/.test(token)) return { kind: "text", text: "" };
    if (/^(?:AM\/PM|A\/P|上午\/下午)$/i.test(token)) return { kind: "half", text: token };
    const letter = token[0]?.toLowerCase() ?? "";
    if (letter === "a" && token.length < 3) return { kind: "text", text: token };
    return "ymdhsa".includes(letter) ? { kind: letter as Piece["kind"], text: token } : { kind: "text", text: token };
  });
}

/** `m` after hours or before seconds is minutes. */
function isMinute(pieces: readonly Piece[], index: number): boolean {
  const near = (step: number): Piece | undefined => {
    for (let i = index + step; i >= 0 && i < pieces.length; i += step) if (pieces[i]?.kind !== "text") return pieces[i];
    return undefined;
  };
  const before = near(-1);
  return before?.kind === "h" || (before?.kind === "elapsed" && /h/i.test(before.text)) || near(1)?.kind === "s";
}

/** Year, month and day of a count of days. */
function civil(serial: number, from1904: boolean): { readonly year: number; readonly month: number; readonly day: number; readonly weekday: number } {
  const weekday = (serial + (from1904 ? 5 : 6)) % 7;
  if (!from1904 && serial === PHANTOM_DAY) return { year: 1900, month: 2, day: 29, weekday };
  if (!from1904 && serial === 0) return { year: 1900, month: 1, day: 0, weekday };
  const days = from1904 ? serial - EPOCH_1904 : serial - EPOCH_1900 - (serial > PHANTOM_DAY ? 1 : 0);
  // Years that begin in March put the leap day at their end; 146,097 days are 400 years.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1, weekday };
}
