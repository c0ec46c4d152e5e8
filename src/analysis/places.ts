// 位置: where a branch of an indicator, its method, and a rule of a pack are written.
import { placeIn } from "../link/link.ts";
import type { Linked, LinkedLeaf, Place } from "../model/linked.ts";

/** Where a branch is written: its tier, its parameter, or the method. */
export function branchPlace(leaf: LinkedLeaf, id: string): Place {
  const numbered = /^(tier|grade)-(\d+)$/.exec(id);
  const { method } = leaf;
  if (numbered !== null) {
    const index = Number(numbered[2]) - 1;
    const between = method["between"];
    const path = numbered[1] === "grade" ? ["grades"] : typeof between === "object" ? ["between", "tiers"] : ["tiers"];
    return leaf.place("method", ...path, index);
  }
  if (id.startsWith("outside-domain")) return leaf.place("domain");
  if (id.startsWith("zero-denominator")) return leaf.measure === undefined ? leaf.place("method", "zero-denominator") : leaf.place("measure", "zero-denominator");
  const over = method["over"];
  if (typeof over === "object" && over !== null && "reduce" in over && Array.isArray(over.reduce)) {
    const row = over.reduce.findIndex((one: { above?: string }) => id === `over-completion-${one.above}`);
    if (row >= 0) return leaf.place("method", "over", "reduce", row);
  }
  const parameter = id.startsWith("over-completion") ? "over" : { "below-pass": "pass", "below-zero-line": "zero-below", "zero-line": "zero-at", near: "full-within", far: "zero-at" }[id];
  return parameter !== undefined && Object.hasOwn(method, parameter) ? leaf.place("method", parameter) : methodPlace(leaf);
}

/** Where the method is written: at the indicator, or among the framework's methods. */
export function methodPlace(leaf: LinkedLeaf): Place {
  const inside = leaf.place("method", "kind");
  return inside.path[0] === "methods" ? inside : leaf.place("method");
}

export function rulePlace(linked: Linked, rule: string, part: "id" | "when" = "id"): Place {
  for (const pack of linked.packs) {
    const index = pack.data.rules.findIndex((one) => `${pack.data.id}/${one.id}` === rule);
    if (index >= 0) return placeIn(pack, ["rules", index, part]);
  }
  return placeIn(linked.framework, ["packs"]);
}

