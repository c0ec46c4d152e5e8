// Counting days, against the calendar of the machine, and ranges of days, against counting them one by one.
import fc from "fast-check";
import { expect, test } from "vitest";
import { contains, dateOf, dayOf, type Days, daysOf, daysText, heldUntil, uncovered } from "../src/numbers/days.ts";

const DAY = 86_400_000;
const dateBy = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

test("every day from 1896 to 2110 has the next number, and its number gives it back", () => {
  const first = Date.UTC(1896, 0, 1) / DAY;
  const count = Date.UTC(2110, 0, 1) / DAY - first;
  const start = dayOf(dateBy(first));
  const wrong: string[] = [];
  for (let day = 0; day < count; day++) {
    const date = dateBy(first + day);
    if (dayOf(date) !== start + day || dateOf(start + day) !== date) wrong.push(date);
  }
  expect(wrong).toEqual([]);
});
test("the first days there are", () => {
  expect(["0000-01-01", "0000-03-01", "0001-01-01", "9999-12-31"].map(dayOf)).toEqual([0, 60, 366, 3652424]);
  expect([0, 60, 366, 3652424].map(dateOf)).toEqual(["0000-01-01", "0000-03-01", "0001-01-01", "9999-12-31"]);
});

const LAST = 40; // days counted one by one; a range without an end reaches beyond
const range = fc.tuple(fc.integer({ min: 0, max: LAST - 5 }), fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined })).map(([first, length]): Days => ({ first, last: length === undefined ? undefined : first + length }));
const daysUpTo = (limit: number): number[] => Array.from({ length: limit }, (_, day) => day);

test("uncovered days are those of the whole that no range holds, in order and without overlap", () => {
  fc.assert(
    fc.property(range, fc.array(range, { maxLength: 5 }), (whole, by) => {
      const gaps = uncovered(whole, by);
      const expected = daysUpTo(LAST * 2).filter((day) => contains(whole, day) && !by.some((one) => contains(one, day)));
      expect(daysUpTo(LAST * 2).filter((day) => gaps.some((one) => contains(one, day)))).toEqual(expected);
      expect(gaps.every(({ first, last }, index) => (last === undefined || last >= first) && (index === 0 || first > (gaps[index - 1]?.last ?? Infinity) + 1))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
test("held until the day before the first that no range holds", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LAST }), fc.array(range, { maxLength: 5 }), (day, by) => {
      const open = daysUpTo(LAST * 3).find((one) => one >= day && !by.some((each) => contains(each, one)));
      expect(heldUntil(day, by)).toBe(open === undefined ? undefined : open - 1);
    }),
    { numRuns: 2000 },
  );
});
test("days as text", () => {
  const text = (from: string, to?: string) => daysText(daysOf({ from, to }));
  expect([text("2024-02-28", "2024-03-01"), text("2024-02-29", "2024-02-29"), text("2024-02-29")]).toEqual(["2024-02-28—2024-03-01", "2024-02-29", "2024-02-29—"]);
});
test("a range of a document ends on its last day", () => {
  expect(daysOf({ from: "2024-02-28", to: "2024-03-01" })).toEqual({ first: dayOf("2024-02-28"), last: dayOf("2024-02-28") + 2 });
  expect(daysOf({ from: "2024-02-28" }).last).toBeUndefined();
});
