// 汇总: how many evaluations, their totals and grades, by department, sector, grade, or another column of the input. Sums
// are exact; an average is rounded as the framework rounds its points.
import { add, compare, type Exact, exact, round, toText } from "../numbers/number.ts";
import { compareText } from "../text/text.ts";
import type { BatchFramework, BatchResult } from "./record.ts";

/** What a column of the input is called here, beside the labels that were asked for. */
export const DIMENSIONS = ["name", "department", "unit", "sector", "category", "objectives", "grade", "state"] as const;

/** What an evaluation is counted under; undefined where it does not say. A label comes before what is known of it. */
export function valueOf(result: BatchResult, dimension: string): string | undefined {
  const { labels, subject, objectives, grade, state } = result;
  if (labels !== undefined && Object.hasOwn(labels, dimension)) return labels[dimension];
  if (dimension === "grade") return grade ?? undefined;
  if (dimension === "state") return state;
  if (dimension === "objectives") return objectives;
  return DIMENSIONS.some((one) => one === dimension) ? subject[dimension as keyof typeof subject] : undefined;
}

export interface SummaryRow {
  readonly by: string;
  /** absent: not stated */
  readonly value?: string;
  /** category, purpose and full marks of the frameworks; absent where no framework was found */
  readonly framework?: Pick<BatchFramework, "category" | "purpose" | "full">;
  readonly evaluations: number;
  readonly scored: number;
  readonly incomplete: number;
  readonly failed: number;
  readonly rejected: number;
  /** of the totals that count: scored and not rejected */
  readonly sum: string;
  readonly average?: string;
  readonly highest?: string;
  readonly lowest?: string;
  readonly grades: Readonly<Record<string, number>>;
}

export interface Summary {
  add(result: BatchResult): void;
  rows(): readonly SummaryRow[];
}

interface Counted {
  readonly by: string;
  readonly value: string | undefined;
  readonly framework: BatchFramework | undefined;
  evaluations: number;
  readonly states: { scored: number; incomplete: number; failed: number };
  rejected: number;
  totals: number;
  sum: Exact;
  highest: Exact | undefined;
  lowest: Exact | undefined;
  places: number;
  readonly grades: Map<string, number>;
}

/** Room grows with the values that occur, not with the evaluations. Totals of different full marks are not added up. */
export function summary(by: readonly string[]): Summary {
  const parts = new Map<string, Counted>();
  const addTo = (result: BatchResult, dimension: string): void => {
    const value = valueOf(result, dimension);
    const { framework, state } = result;
    const key = JSON.stringify([dimension, value ?? null, framework === undefined ? null : [framework.category, framework.purpose, framework.full]]);
    let part = parts.get(key);
    if (part === undefined) parts.set(key, (part = { by: dimension, value, framework, evaluations: 0, states: { scored: 0, incomplete: 0, failed: 0 }, rejected: 0, totals: 0, sum: exact("0"), highest: undefined, lowest: undefined, places: 0, grades: new Map() }));
    part.evaluations++;
    if (state !== "note") part.states[state]++;
    if (result.rejected) part.rejected++;
    if (result.grade !== null) part.grades.set(result.grade, (part.grades.get(result.grade) ?? 0) + 1);
    if (result.total === undefined || result.rejected) return;
    const total = exact(result.total);
    part.totals++;
    part.sum = add(part.sum, total);
    part.places = Math.max(part.places, result.total.split(".")[1]?.length ?? 0);
    if (part.highest === undefined || compare(total, part.highest) > 0) part.highest = total;
    if (part.lowest === undefined || compare(total, part.lowest) < 0) part.lowest = total;
  };
  return {
    add(result) {
      if (result.state !== "note") for (const dimension of by) addTo(result, dimension);
    },
    rows: () => [...parts.values()].sort((a, b) => by.indexOf(a.by) - by.indexOf(b.by) || byText(a.framework?.category, b.framework?.category) || byText(a.framework?.purpose, b.framework?.purpose) || byText(a.value, b.value)).map(rowOf),
  };
}

/** What is not stated last. */
const byText = (a: string | undefined, b: string | undefined): number => (a === undefined || b === undefined ? Number(a === undefined) - Number(b === undefined) : compareText(a, b));

function rowOf({ by, value, framework, evaluations, states, rejected, totals, sum, highest, lowest, places, grades }: Counted): SummaryRow {
  const text = (one: Exact): string => toText(one, places);
  const { places: declared, mode } = framework?.rounding ?? { places: 0, mode: "half-up" };
  return {
    by,
    ...(value === undefined ? {} : { value }),
    ...(framework === undefined ? {} : { framework: { category: framework.category, purpose: framework.purpose, full: framework.full } }),
    evaluations,
    ...states,
    rejected,
    sum: text(sum),
    ...(totals === 0 ? {} : { average: toText(round({ n: sum.n, d: sum.d * BigInt(totals) }, declared, mode), declared) }),
    ...(highest === undefined || lowest === undefined ? {} : { highest: text(highest), lowest: text(lowest) }),
    grades: Object.fromEntries([...grades].sort(([a], [b]) => compareText(a, b))),
  };
}
