// 试用: a slot filled with one indicator per declared method and way of using it, to see what a change of the method does
// to whoever uses it.
import { methodOf } from "../methods/index.ts";
import { add, exact, show, ZERO } from "../numbers/number.ts";
import { readInterval, readQuantity } from "../numbers/quantity.ts";
import type { FrameworkDocument, IndicatorNode } from "../types/types.ts";
import { below, minOf, type Own, SAMPLE, targetFor, WEIGHT } from "./filling.ts";
import type { MethodData } from "./methods.ts";

/** Own indicators that use the declared methods, in a slot with room for them; none where there is no such slot. */
export function uses({ indicators, methods = {} }: FrameworkDocument): readonly Own[] {
  const slot = slotsOf(indicators).sort((a, b) => Number(a.combined) - Number(b.combined) || b.room - a.room)[0];
  return slot === undefined ? [] : Object.entries(methods).flatMap(([name, method]) => usesOf(name, method, slot.path)).slice(0, Math.min(slot.room, 1000));
}

const slotsOf = (nodes: readonly IndicatorNode[], above = ""): { readonly path: string; readonly room: number; readonly combined: boolean }[] =>
  nodes.flatMap((node) => {
    const path = below(above, node);
    const inside = slotsOf(node.indicators ?? [], path);
    return node.slot === undefined ? inside : [{ path, room: Number(node.slot.max ?? Infinity) - Math.max(1, minOf(node)), combined: node.combine !== undefined }, ...inside];
  });

/** With a target, with one of zero, without any: as the method allows. */
function usesOf(name: string, method: MethodData, under: string): readonly Own[] {
  const unit = unitIn(method);
  const needed = methodOf(method.kind)?.target;
  const use = (index: number, target: string | undefined): Own => ({
    under, id: `${SAMPLE}-${name}-${index}`, name, weight: pointsIn(method) ?? WEIGHT, method: name,
    ...(unit === undefined ? {} : { unit }), ...(target === undefined ? {} : { target }),
  });
  if (needed === "none" || needed === undefined) return [use(1, undefined)];
  const targets = [targetFor(method, unit), ...("zero-target" in method ? [targetFor(method, unit, "0")] : [])];
  return targets.map((target, index) => use(index + 1, target));
}

/** Parameters whose percentages are shares of a weight or of a target, not figures of the actual value. */
const SHARES = new Set(["share", "pass", "over", "name", "reduce"]);

/** The unit in which a method's own figures are written. */
function unitIn(value: unknown): string | undefined {
  if (typeof value === "string") return readQuantity(value)?.unit ?? readInterval(value)?.low?.quantity.unit ?? readInterval(value)?.high?.quantity.unit;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const unit = SHARES.has(key) ? undefined : unitIn(one);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Check points with points of their own make up the weight. */
export function pointsIn(method: MethodData): string | undefined {
  const list = (method["check-points"] ?? []) as readonly { readonly points?: string }[];
  return list.length > 0 && list.every((one) => one.points !== undefined) ? show(list.reduce((sum, one) => add(sum, exact(one.points ?? "0")), ZERO)) : undefined;
}
