// 合计: what counts towards the totals of the weight and points columns, and how much of the table is not visible.
import { add, compare, type Exact, exact, subtract, ZERO } from "../numbers/number.ts";
import type { Cell } from "../types/table.ts";
import { type Amount, valueOf } from "./amount.ts";
import type { Entry, View } from "./view.ts";

/** One line of the sums: the execution row, an indicator, or a group with its parts. */
export interface Item {
  readonly entry: Entry | undefined;
  readonly name: string;
  readonly weight: Exact | undefined;
  readonly points: Exact | undefined;
  readonly weightCell: Cell | undefined;
}

export interface Sums {
  readonly items: readonly Item[];
  readonly weights: Exact;
  /** every line prints its weight, or its points */
  readonly weightsComplete: boolean;
  readonly points: Exact;
  readonly pointsComplete: boolean;
  /** of the indicators alone */
  readonly indicatorWeights: Exact;
  readonly executionWeight: Exact | undefined;
  readonly executionPoints: Exact | undefined;
  /** what the weights should add up to, and whether the table prints it */
  readonly scale: Exact;
  readonly scalePrinted: boolean;
  /** weights that stand outside what is visible, at most */
  readonly hidden: Exact;
  /** weights of visible lines that print no points */
  readonly unscored: Exact;
}

export const sumOf = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);
export const atLeastZero = (value: Exact): Exact => (compare(value, ZERO) < 0 ? ZERO : value);

/** The figure of a row, or of a group the sum of its parts where the group prints none. */
export function ownOrParts(entry: Entry, key: "weight" | "points"): Exact | undefined {
  const own = valueOf(entry[key]);
  if (own !== undefined || entry.parts.length === 0) return own;
  const parts = entry.parts.map((one) => valueOf(one[key]));
  return parts.every((one) => one !== undefined) ? sumOf(parts) : undefined;
}

const printsNothing = ({ target, actual, weight, points }: Entry): boolean =>
  [target, actual].every((one) => one === undefined || (one.kind === "none" && one.reason === "empty")) && [weight, points].every((one) => one.state === "absent" || one.state === "blank");

/** `total` is what the form says of full marks; without a form, only a printed total says what should be. */
export function sumsOf(view: View, total: string | undefined): Sums {
  const { money, table } = view;
  const scored = (one: Amount | undefined): boolean => one !== undefined && one.state !== "absent" && one.state !== "blank";
  const execution: Item[] =
    money !== undefined && (scored(money.weight) || scored(money.points))
      ? [{ entry: undefined, name: money.row.name?.text ?? "预算执行", weight: valueOf(money.weight), points: valueOf(money.points), weightCell: money.row.weight }]
      : [];
  const indicators = view.counted
    .filter((one) => !printsNothing(one))
    .map((entry): Item => ({ entry, name: entry.row.name.text, weight: ownOrParts(entry, "weight"), points: ownOrParts(entry, "points"), weightCell: entry.row.weight }));
  const items = [...execution, ...indicators];
  // Where no weight is printed, it is at least the points.
  const heft = ({ weight, points }: Item): Exact | undefined => weight ?? points;
  const weights = sumOf(items.flatMap((one) => heft(one) ?? []));
  const printed = valueOf(view.totalWeight);
  const scale = printed ?? (total === undefined ? weights : exact(total));
  const executionShown = execution.length > 0 || view.counted.some((one) => one.execution);
  return {
    items,
    weights,
    weightsComplete: items.length > 0 && items.every((one) => one.weight !== undefined),
    points: sumOf(items.flatMap((one) => one.points ?? [])),
    pointsComplete: items.every((one) => one.points !== undefined),
    indicatorWeights: sumOf(indicators.flatMap((one) => heft(one) ?? [])),
    executionWeight: execution[0]?.weight,
    executionPoints: execution[0]?.points,
    scale,
    scalePrinted: printed !== undefined,
    hidden: table.truncated || !executionShown ? atLeastZero(subtract(scale, weights)) : ZERO,
    unscored: sumOf(items.flatMap((one) => (one.points === undefined ? (one.weight ?? []) : []))),
  };
}

/** The sums with another weight for one line. */
export function mended(sums: Sums, item: Item, weight: Exact): Sums {
  const change = subtract(weight, item.weight ?? ZERO);
  return {
    ...sums,
    items: sums.items.map((one) => (one === item ? { ...one, weight } : one)),
    weights: add(sums.weights, change),
    indicatorWeights: item.entry === undefined ? sums.indicatorWeights : add(sums.indicatorWeights, change),
    executionWeight: item.entry === undefined ? weight : sums.executionWeight,
  };
}
