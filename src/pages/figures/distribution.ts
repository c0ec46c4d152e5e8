// 分布: how many totals lie between which figures. The width of a bar is the smallest share of the full marks with
// which all totals fit into a page.
import { compare, divide, type Exact, exact, toPlainText, ZERO } from "../../numbers/number.ts";
import type { Scorecard } from "../../types/scorecard-types.ts";
import { figure, times, wholeSteps } from "./sums.ts";
import type { BatchRow, Bin } from "./types.ts";

/** Bars per full mark, from the finest. */
const DIVISIONS = ["100", "50", "20", "10"].map(exact);
const MOST_BARS = 20;
/** With fewer, the bars go on to full marks, and then down from there. */
const LEAST_BARS = 10;

export function distribution(rows: readonly (BatchRow & { readonly points: string })[], full: string, grades: Scorecard["grades"]): readonly Bin[] {
  if (rows.length === 0) return [];
  const whole = exact(full);
  const totals = rows.map((one) => figure(one.points));
  const most = totals.reduce((a, b) => (compare(a, b) < 0 ? b : a));
  const least = totals.reduce((a, b) => (compare(a, b) > 0 ? b : a), most);
  const widths = DIVISIONS.flatMap((count) => divide(whole, count) ?? []);
  const barOf = (value: Exact, width: Exact): number => {
    const at = Number(wholeSteps(compare(value, ZERO) < 0 ? ZERO : value, width));
    // Full marks belong to the last bar below them, not to one of their own.
    return at > 0 && compare(value, whole) === 0 ? at - 1 : at;
  };
  const width = widths.find((one) => barOf(most, one) - barOf(least, one) < MOST_BARS) ?? widths[widths.length - 1] ?? whole;
  const end = Math.max(barOf(most, width), Math.min(barOf(least, width) + LEAST_BARS - 1, barOf(whole, width)));
  const first = Math.max(0, Math.min(barOf(least, width), end - LEAST_BARS + 1));
  return Array.from({ length: end - first + 1 }, (_, at) => {
    const here = rows.filter((_row, index) => barOf(totals[index] ?? ZERO, width) === first + at);
    const to = times(width, first + at + 1);
    return {
      from: toPlainText(times(width, first + at)) ?? "",
      to: toPlainText(to) ?? "",
      closed: compare(to, whole) === 0,
      counts: grades.map(({ name }) => here.filter((one) => one.grade === name).length),
    };
  });
}
