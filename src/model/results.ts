// What scoring the indicators finds, before a scorecard is written: states, points, or the ends between which
// they will lie.
import type { Entry } from "./entries.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import { explain, type Explained } from "../expression/words.ts";
import { type Exact, multiply, ONE, ZERO } from "../numbers/number.ts";
import { appliesName, type LeafProgram, type Program } from "./program.ts";

/** What scoring one indicator found, before it is written down. */
export interface LeafResult {
  readonly leaf: LeafProgram;
  readonly entry: Entry;
  readonly state: "scored" | "not-applicable" | "missing" | "pending";
  readonly explained: Explained | undefined;
  /** what the total adds: equal ends unless the points are still open */
  readonly low: Exact;
  readonly high: Exact;
  readonly applies: boolean;
}

/** Every indicator: its state, its points, or the ends between which they will lie. */
export function scoreLeaves(program: Program, entries: readonly Entry[]): readonly LeafResult[] {
  const applies = new Map<string, Exact>();
  const environmentOf = (entry: Entry) => (name: string): Value => entry.values.get(name) ?? applies.get(name) ?? "missing";
  program.leaves.forEach(({ leaf }, index) => applies.set(appliesName(leaf), entries[index]?.state === "not-applicable" ? ZERO : ONE));
  // What a method itself finds not applicable (a divisor of zero) also gives up its points to others.
  program.leaves.forEach(({ leaf, expression }, index) => {
    const entry = entries[index];
    if (entry !== undefined && entered(entry) && evaluate(expression, environmentOf(entry)) === "not-applicable") applies.set(appliesName(leaf), ZERO);
  });
  return program.leaves.map((leaf, index) => scoreLeaf(leaf, entries[index] as Entry, environmentOf(entries[index] as Entry), program));
}

const entered = ({ state, values }: Entry): boolean => state === "scored" || (state === "missing" && values.size > 0);

function scoreLeaf(leaf: LeafProgram, entry: Entry, environment: (name: string) => Value, { linked }: Program): LeafResult {
  const explained = entered(entry) ? explain(leaf.expression, environment) : undefined;
  const value = explained?.value;
  const { weight, notApplicable } = leaf.leaf;
  if (entry.state === "not-applicable" || value === "not-applicable") {
    const points = notApplicable === "full-marks" ? weight : ZERO;
    // Points that stay in the account (full marks, zero) leave the weights as they are.
    const stays = notApplicable === "full-marks" || notApplicable === "zero" || notApplicable === "forbid";
    return { leaf, entry, state: "not-applicable", explained, low: points, high: points, applies: stays };
  }
  if (typeof value === "object") return { leaf, entry, state: "scored", explained, low: value, high: value, applies: true };
  const zero = linked.framework.data.missing === "zero" && entry.state !== "pending";
  return { leaf, entry, state: entry.state === "pending" ? "pending" : "missing", explained, low: ZERO, high: zero ? ZERO : maximumOf(leaf, environment), applies: true };
}

/** The weight, grown by what other indicators gave up. */
function maximumOf({ leaf, factor }: LeafProgram, environment: (name: string) => Value): Exact {
  const grown = factor === undefined ? ONE : evaluate(factor, environment);
  return typeof grown === "string" ? leaf.weight : multiply(leaf.weight, grown);
}
