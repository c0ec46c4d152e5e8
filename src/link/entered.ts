// 填报: what checks of an evaluation ask of an entry — its place, its measured value, its completion.
import { entryKey } from "../model/entries.ts";
import { evaluate } from "../expression/exact.ts";
import type { LinkedLeaf, Place } from "../model/linked.ts";
import { placeIn } from "./link.ts";
import type { Document } from "../types/loaded.ts";
import { compare, divide, exact, type Exact, HUNDRED, multiply, ZERO } from "../numbers/number.ts";
import { readQuantity } from "../numbers/quantity.ts";
import type { LeafResult } from "../model/results.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { parseUnit } from "../numbers/units.ts";

/** Where an indicator's entry, or a part of it, is written. */
export const entryPlace = (actuals: Document<"actuals">, leaf: LinkedLeaf, ...path: readonly string[]): Place => placeIn(actuals, ["values", entryKey(actuals.data, leaf), ...path]);

/** The actual value of a scored indicator in its unit; undefined where its method takes none, or a divisor of its formula is 0. */
export function measuredOf({ leaf: { measure }, entry, explained, state }: LeafResult): Exact | undefined {
  if (measure === undefined || state !== "scored" || explained === undefined || explained.taken.some((id) => id.startsWith("zero-denominator"))) return undefined;
  const actual = evaluate(measure, (name) => entry.values.get(name) ?? "missing");
  return typeof actual === "object" ? actual : undefined;
}

/** 完成率: actual ÷ target in percent, whatever the direction; undefined without a positive target. */
export function completionOf(result: LeafResult): Exact | undefined {
  const { target } = result.leaf.leaf;
  const actual = measuredOf(result);
  if (actual === undefined || target === undefined || compare(target.value, ZERO) <= 0) return undefined;
  return divide(multiply(actual, HUNDRED), target.value);
}

/** 预算执行率 in percent, as the method itself computed it. */
export function executionOf({ explained }: LeafResult): Exact | undefined {
  for (const [one, value] of explained?.values ?? []) if (one.op === "named" && one.id === "execution-rate" && typeof value !== "string") return value;
  return undefined;
}

/** 预算执行的分母: the budget that an indicator was executed against, with the unit it is entered in. */
export function executedBudgetOf({ leaf: { leaf, inputs }, entry }: LeafResult): { readonly name: string; readonly label: string; readonly unit: string; readonly value: Exact } | undefined {
  if (leaf.method.kind !== "budget-execution") return undefined;
  const input = inputs.find((one) => one.name !== "executed");
  const value = input === undefined ? undefined : entry.values.get(input.name);
  return input === undefined || typeof value !== "object" ? undefined : { name: input.name, label: input.label.zh, unit: input.unit ?? "", value };
}

/** Where the actual value itself is written, beside its notes or alone. */
export function valuePlace(actuals: Document<"actuals">, leaf: LinkedLeaf, input = "value"): Place {
  const given = actuals.data.values[entryKey(actuals.data, leaf)];
  return typeof given === "object" && Object.hasOwn(given, input) ? entryPlace(actuals, leaf, input) : entryPlace(actuals, leaf);
}

/** Whether the scorecard has lost points for an indicator; undefined where it is not scored. */
export const lossOf = ({ indicators }: Scorecard, { path }: LinkedLeaf): boolean | undefined => {
  const lost = indicators.find((one) => one.path === path && one.state === "scored")?.lost;
  return lost === undefined ? undefined : compare(exact(lost), ZERO) > 0;
};

/** A size of a survey as it was noted (5200, 203.6万人); undefined where it is no number. */
export function sizeOf({ entry }: LeafResult, note: "population" | "valid-responses"): Exact | undefined {
  const quantity = readQuantity(entry.entered[note] ?? "");
  return quantity && multiply(quantity.value, parseUnit(quantity.unit).factor);
}
