// 总分: whether the printed total is the sum of the printed points, or can still be, or was added up in another way.
import { add, compare, type Exact, exact, round, subtract } from "../numbers/number.ts";
import { sumOf, type Sums } from "./sums.ts";
import { valueOf } from "./amount.ts";
import type { Entry, View } from "./view.ts";

export type TotalVerdict =
  | { readonly kind: "open" | "fine" }
  /** with fewer decimals than the points */
  | { readonly kind: "rounded"; readonly sum: Exact }
  /** without the execution row */
  | { readonly kind: "outside" }
  /** groups and their parts were both added */
  | { readonly kind: "twice"; readonly sum: Exact }
  | { readonly kind: "mismatch"; readonly low: Exact; readonly high: Exact };

/** Groups with their parts; of a table cut off, the last one may go on. */
export const wholeGroups = ({ counted, table }: View): readonly Entry[] => counted.filter((one, index) => one.parts.length > 0 && !(table.truncated && index === counted.length - 1));

/** Groups that print points and whose parts print them again. */
export const repeated = (view: View): readonly Entry[] => wholeGroups(view).filter((one) => one.points.state === "figure" && one.parts.length > 0 && one.parts.every((part) => part.points.state === "figure"));
export const partPoints = (entry: Entry): Exact => sumOf(entry.parts.flatMap((one) => valueOf(one.points) ?? []));

export function totalVerdict(view: View, sums: Sums, full: string): TotalVerdict {
  const { total, table } = view;
  if (total.state !== "figure" || table.targetsOnly === true || sums.items.length === 0) return { kind: "open" };
  const unknown = sums.items.some((one) => one.points === undefined && one.weight === undefined);
  const low = sums.points;
  const high = unknown ? sums.scale : add(add(low, sums.unscored), sums.hidden);
  const [floor, ceiling] = [round(low, total.places, "down"), round(high, total.places, "half-up")];
  if (compare(low, high) < 0) return compare(total.value, floor) >= 0 && compare(total.value, ceiling) <= 0 ? { kind: "fine" } : { kind: "mismatch", low, high };
  if (compare(total.value, low) === 0) return { kind: "fine" };
  if ((["half-up", "down"] as const).some((mode) => compare(round(low, total.places, mode), total.value) === 0)) return { kind: "rounded", sum: low };
  if (executionOutside(sums, full) && sums.executionPoints !== undefined && compare(total.value, subtract(low, sums.executionPoints)) === 0) return { kind: "outside" };
  const again = repeated(view).map(partPoints);
  if (again.length > 0 && compare(total.value, add(low, sumOf(again))) === 0) return { kind: "twice", sum: low };
  return { kind: "mismatch", low, high: low };
}

/** The totals may leave the execution row out: with it, the weights add up to full marks, and no other total is printed. */
export const executionOutside = (sums: Sums, full: string): boolean =>
  sums.executionWeight !== undefined && sums.weightsComplete && compare(sums.weights, exact(full)) === 0 && (!sums.scalePrinted || compare(sums.scale, sums.indicatorWeights) === 0);
