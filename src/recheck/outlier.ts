// 分值离群: one weight that is ten times too large or too small — 100 where 10 is meant — and alone makes the table wrong.
import { add, compare, divide, type Exact, exact, multiply, round, subtract } from "../numbers/number.ts";
import type { FormDocument } from "../types/types.ts";
import { moneyWays, type Rate } from "./execution.ts";
import { executionWeights } from "./layout.ts";
import type { Item, Sums } from "./sums.ts";
import type { View } from "./view.ts";

export interface Outlier {
  readonly item: Item;
  readonly meant: Exact;
}

const TEN = exact("10");
const tenth = (value: Exact): Exact => divide(value, TEN) ?? value;

export function outlierOf(view: View, sums: Sums, form: FormDocument | undefined, rate: Rate | undefined): Outlier | undefined {
  const candidates = sums.items.flatMap((item): Outlier[] => {
    const { weight, points } = item;
    if (weight === undefined || item.weightCell === undefined) return [];
    return [tenth(weight), multiply(weight, TEN)]
      .filter((meant) => points === undefined || compare(points, meant) <= 0)
      .filter((meant) => mendsTheSum(view, sums, weight, meant) || mendsTheRow(view, item, meant, form, rate))
      .map((meant) => ({ item, meant }));
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** With the weight that is meant, everything adds up; cut off, only a weight as large as the whole gives itself away. */
function mendsTheSum({ table }: View, sums: Sums, weight: Exact, meant: Exact): boolean {
  if (compare(sums.weights, sums.scale) === 0 || !sums.weightsComplete) return false;
  const mended = add(subtract(sums.weights, weight), meant);
  if (!table.truncated) return compare(mended, sums.scale) === 0;
  return compare(weight, sums.scale) >= 0 && compare(sums.weights, sums.scale) > 0 && compare(mended, sums.scale) <= 0;
}

/** The execution row scores what a usual weight pays, and nothing like what the printed one would. */
function mendsTheRow({ money }: View, { entry, weight, points }: Item, meant: Exact, form: FormDocument | undefined, rate: Rate | undefined): boolean {
  if (entry !== undefined || money === undefined || weight === undefined || points === undefined || rate === undefined || form === undefined) return false;
  const usual = executionWeights(form);
  if (usual.some((one) => compare(one, weight) === 0) || !usual.some((one) => compare(one, meant) === 0)) return false;
  const pays = (as: Exact): boolean => moneyWays(form.scoring.execution, as, money, rate).some((way) => [0, 1, 2].some((places) => compare(round(way.points, places, "half-up"), points) === 0));
  return points.n !== 0n && pays(meant) && !pays(weight);
}
