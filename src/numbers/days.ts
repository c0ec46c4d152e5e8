// 日期: exact counting of days and ranges of days, without a clock, a time zone or a locale. `YYYY-MM-DD` only.
import type { Effective } from "../types/types.ts";

const MONTH_STARTS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
/** Days before the first of January of a year, counted from the year 0. */
const before = (year: number): number => 365 * year + Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400);

/** The number of a day; the day after has the next number. The date must be one. */
export function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return before(year) + (MONTH_STARTS[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;
}

/** The date of a day's number. */
export function dateOf(number: number): string {
  let year = Math.floor(number / 366);
  while (before(year + 1) <= number) year++;
  const rest = number - before(year);
  const startOf = (index: number): number => (MONTH_STARTS[index] ?? 0) + (index > 1 && isLeap(year) ? 1 : 0);
  let index = MONTH_STARTS.length - 1;
  while (startOf(index) > rest) index--;
  const text = (value: number, length: number): string => String(value).padStart(length, "0");
  return `${text(year, 4)}-${text(index + 1, 2)}-${text(rest - startOf(index) + 1, 2)}`;
}

/** Days from the first to the last, both included; without a last day it has no end. */
export interface Days {
  readonly first: number;
  readonly last: number | undefined;
}

export const daysOf = ({ from, to }: Effective): Days => ({ first: dayOf(from), last: to === undefined ? undefined : dayOf(to) });
export const isReversed = ({ from, to }: Effective): boolean => to !== undefined && to < from;
export const contains = ({ first, last }: Days, day: number): boolean => day >= first && (last === undefined || day <= last);
export const endsLater = (a: Days, b: Days): boolean => b.last !== undefined && (a.last === undefined || a.last > b.last);
/** The last day of all; undefined when one of them has no end, or there is none. */
export function lastDay(all: readonly Days[]): number | undefined {
  const last = Math.max(...all.map((one) => one.last ?? Infinity));
  return Number.isFinite(last) ? last : undefined;
}
/** Of two last days the earlier. */
export const earlierEnd = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined ? b : b === undefined ? a : Math.min(a, b));

/** The days of `whole` that none of the others holds, in order. */
export function uncovered(whole: Days, by: readonly Days[]): readonly Days[] {
  const open: Days[] = [];
  let next = whole.first;
  for (const { first, last } of by.filter((one) => one.last === undefined || one.last >= one.first).sort((a, b) => a.first - b.first)) {
    if (whole.last !== undefined && next > whole.last) return open;
    if (first > next) open.push({ first: next, last: whole.last === undefined ? first - 1 : Math.min(first - 1, whole.last) });
    if (last === undefined) return open;
    next = Math.max(next, last + 1);
  }
  return whole.last !== undefined && next > whole.last ? open : [...open, { first: next, last: whole.last }];
}

/** The last day up to which the ranges hold every day from this one on; undefined when they never end. */
export function heldUntil(day: number, by: readonly Days[]): number | undefined {
  const [gap] = uncovered({ first: day, last: undefined }, by);
  return gap === undefined ? undefined : gap.first - 1;
}

/** `2024-01-01—2024-06-30`; one day alone as it is; an open end stays open. */
export const daysText = ({ first, last }: Days): string => (last === first ? dateOf(first) : `${dateOf(first)}—${last === undefined ? "" : dateOf(last)}`);
export const daysIn = ({ first, last }: Days): number | undefined => (last === undefined ? undefined : last - first + 1);
