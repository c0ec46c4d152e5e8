// 格式: which known layout of weights a table follows.
import { add, compare, type Exact, exact, subtract, ZERO } from "../numbers/number.ts";
import type { FormDocument, FormWeights } from "../types/types.ts";
import type { Sums } from "./sums.ts";
import type { View } from "./view.ts";

export type Layout = FormDocument["layouts"][number];

type Part = keyof FormWeights;
export const PARTS: readonly Part[] = ["execution", "cost", "output", "benefit", "satisfaction", "benefit-and-satisfaction", "indicators"];

/** The visible weight of every part. */
export function partsOf({ items, indicatorWeights }: Sums): Readonly<Record<Part, Exact>> {
  const of = (test: (item: Sums["items"][number]) => boolean): Exact => items.filter(test).reduce((sum, one) => add(sum, one.weight ?? one.points ?? ZERO), ZERO);
  const role = (name: string): Exact => of((one) => one.entry?.role === name);
  const benefit = role("benefit");
  const satisfaction = role("satisfaction");
  return { execution: of((one) => one.entry === undefined), cost: role("cost"), output: role("output"), benefit, satisfaction, "benefit-and-satisfaction": add(benefit, satisfaction), indicators: indicatorWeights };
}

/** What a layout's parts stand for together: a part that it does not name must be empty. */
const covered = (weights: FormWeights): ReadonlySet<Part> => {
  const named = new Set(PARTS.filter((one) => weights[one] !== undefined));
  if (named.has("benefit-and-satisfaction")) for (const one of ["benefit", "satisfaction"] as const) named.add(one);
  if (named.has("indicators")) for (const one of PARTS) if (one !== "execution") named.add(one);
  return named;
};

/** Whether the visible weights agree with a layout: exactly, or as far as they are visible. */
export function fits({ weights }: Layout, view: View, sums: Sums): boolean {
  const parts = partsOf(sums);
  const named = covered(weights);
  const other = sums.items.some((one) => one.entry?.role === "other");
  if (weights.indicators === undefined && other) return false;
  return PARTS.every((part) => {
    const wanted = weights[part];
    if (wanted === undefined) return named.has(part) || part === "indicators" || part === "benefit-and-satisfaction" || compare(parts[part], ZERO) === 0;
    // The execution row may stand outside what is visible, unless it is one of the indicators or they are of another kind.
    if (part === "execution" && compare(parts.execution, ZERO) === 0) return (!view.money || view.table.truncated) && sums.items.some((one) => one.entry?.role !== "other") && !view.counted.some((one) => one.execution);
    return view.table.truncated && part !== "execution" ? compare(parts[part], exact(wanted)) <= 0 : compare(parts[part], exact(wanted)) === 0;
  });
}

/** The weights that budget execution has in any known layout. */
export const executionWeights = (form: FormDocument | undefined): readonly Exact[] => {
  const texts = new Set((form?.layouts ?? []).flatMap(({ weights }) => weights.execution ?? []));
  return [...texts].map(exact);
};

/** The weight of the execution row where it stands outside what is visible; undefined where none would fit. */
export function absentExecution(form: FormDocument | undefined, sums: Sums): Exact | undefined {
  if (sums.executionWeight !== undefined || sums.items.some((one) => one.entry === undefined || one.entry.execution)) return undefined;
  const missing = subtract(sums.scale, sums.indicatorWeights);
  return executionWeights(form).find((one) => compare(one, missing) === 0);
}
