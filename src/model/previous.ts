// 上年实际完成值: the `previous` map of an objectives document, each value in the unit of its indicator.
import type { Code, Path } from "../types/diagnostics.ts";
import type { LinkedLeaf, Place, Previous } from "./linked.ts";
import { inUnit, readQuantity } from "../numbers/quantity.ts";
import type { ObjectivesDocument } from "../types/types.ts";

interface Context {
  readonly leaves: readonly LinkedLeaf[];
  at(path: Path, part?: "key" | "value"): Place;
  /** the facts of a key that names no indicator */
  unknown(key: string, leaves: readonly LinkedLeaf[]): Record<string, string>;
  report(code: Code, facts: Record<string, string>, place: Place): void;
}

export function readPrevious({ previous = {} }: ObjectivesDocument, { leaves, at, unknown, report }: Context): ReadonlyMap<string, Previous> {
  const found = new Map<string, Previous>();
  for (const [key, text] of Object.entries(previous)) {
    const leaf = leaves.find((one) => one.id === key || one.path === key);
    if (leaf === undefined) {
      report("indicator-unknown", unknown(key, leaves), at(["previous", key], "key"));
      continue;
    }
    const quantity = readQuantity(text);
    const value = quantity === undefined ? undefined : inUnit(quantity, leaf.unit);
    const place = at(["previous", key]);
    if (typeof value === "string") report(value, { found: text, unit: leaf.unit ?? "", indicator: leaf.name }, place);
    else if (value !== undefined) found.set(leaf.path, { text, value, place });
  }
  return found;
}
