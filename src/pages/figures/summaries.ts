// 汇总: totals by department, unit, sector and grade. Sums are exact, averages say where they are rounded.
import type { Scorecard } from "../../types/scorecard-types.ts";
import { compareText } from "../../text/text.ts";
import { average, descending, sumText } from "./sums.ts";
import { hasTotal } from "./rows.ts";
import type { BatchRow, Dimension, SummaryRow } from "./types.ts";

const VALUES: Readonly<Record<Dimension, (row: BatchRow) => string | undefined>> = {
  department: ({ department }) => department,
  unit: ({ unit }) => unit,
  sector: ({ sectors }) => (sectors.length === 0 ? undefined : sectors.join(" ")),
  grade: ({ grade }) => grade ?? undefined,
};

export function summaryRow(value: string | undefined, rows: readonly BatchRow[], grades: Scorecard["grades"]): SummaryRow {
  const totals = rows.filter(hasTotal).map(({ points }) => points).sort(descending);
  const mean = totals.length === 0 ? undefined : average(totals);
  const [highest] = totals;
  const lowest = totals[totals.length - 1];
  return {
    value,
    evaluations: rows.length,
    ranked: totals.length,
    sum: sumText(totals),
    ...(mean === undefined ? {} : { average: mean }),
    ...(highest === undefined || lowest === undefined ? {} : { highest, lowest }),
    grades: grades.map(({ name }) => rows.filter((one) => hasTotal(one) && one.grade === name).length),
    rejected: rows.filter((one) => one.rejected).length,
  };
}

/** One row per value; grades in their order, everything else by name, what is not stated last. */
export function summary(by: Dimension, rows: readonly BatchRow[], grades: Scorecard["grades"]): readonly SummaryRow[] {
  const parts = new Map<string | undefined, BatchRow[]>();
  for (const row of rows) {
    const value = VALUES[by](row);
    const part = parts.get(value);
    if (part === undefined) parts.set(value, [row]);
    else part.push(row);
  }
  const place = (value: string | undefined): number => (value === undefined ? grades.length : grades.findIndex((one) => one.name === value));
  const order = (a: string | undefined, b: string | undefined): number => (by === "grade" ? place(a) - place(b) : a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : compareText(a, b));
  return [...parts].sort(([a], [b]) => order(a, b)).map(([value, part]) => summaryRow(value, part, grades));
}
