// 目标: what checks of objectives ask of an indicator — its direction, whether it is measured, its target in % or 元.
import type { Linked, LinkedLeaf, Place } from "../model/linked.ts";
import { placeIn } from "./link.ts";
import { methodOf } from "../methods/index.ts";
import { type Exact, HUNDRED, multiply } from "../numbers/number.ts";
import { inUnit } from "../numbers/quantity.ts";
import { parseUnit } from "../numbers/units.ts";

export type Direction = "higher" | "lower" | "equal";

const BY_METHOD: Readonly<Record<string, Direction>> = { reverse: "lower", satisfaction: "higher", "two-sided": "equal" };
const BY_SIGN = { ">": "higher", ">=": "higher", "<": "lower", "<=": "lower", "=": "equal" } as const;
const BY_DEDUCTION: Readonly<Record<string, Direction>> = { above: "lower", below: "higher" };

/** Which actual values are better; undefined where neither the method nor the sign of the target says it. */
export function directionOf({ method, target }: LinkedLeaf): Direction | undefined {
  const said = method["direction"] as string | undefined;
  if (method.kind === "proportional" && said !== undefined) return said as Direction;
  return BY_METHOD[method.kind] ?? (method.kind === "deduction" ? BY_DEDUCTION[said ?? ""] : undefined) ?? (target?.is && BY_SIGN[target.is]);
}

/** 定性: scored by a grade or by yes and no, without a measured value. */
export const isQualitative = ({ method }: LinkedLeaf): boolean => method.kind === "graded" || method.kind === "direct";

/** 定量: scored by a measured value. */
export const isMeasured = ({ method }: LinkedLeaf): boolean => methodOf(method.kind)?.inputs !== "own";

/** The project's own indicators (个性指标). */
export const ownOf = ({ leaves }: Linked): readonly LinkedLeaf[] => leaves.filter((leaf) => leaf.own);

/** A value in percent, where the indicator is a share (%, ‰) and not a count or an amount. */
export function inPercent({ unit }: LinkedLeaf, value: Exact): Exact | undefined {
  if (unit === undefined || unit === "倍") return undefined;
  const { dimensions, factor } = parseUnit(unit);
  return dimensions.size === 0 ? multiply(multiply(value, factor), HUNDRED) : undefined;
}

/** A value in 元, where the indicator is an amount of money. */
export function inYuan({ unit }: LinkedLeaf, value: Exact): Exact | undefined {
  const yuan = unit === undefined ? undefined : inUnit({ value, unit }, "元");
  return typeof yuan === "object" ? yuan : undefined;
}

/** The list of the project's own indicators, by its key; the whole document where there is none. */
export function listPlace({ objectives, framework }: Linked): Place {
  if (objectives === undefined) return placeIn(framework, ["indicators"], "key");
  return objectives.data.indicators === undefined ? placeIn(objectives, []) : placeIn(objectives, ["indicators"], "key");
}
