// Entries made up for a scorer: figures at and beside every constant of its rules, figures whose points are a tie,
// zeros, what does not apply, what is missing. The same seed gives the same entries.
import { readEntry } from "../../src/model/entries.ts";
import { evaluate } from "../../src/expression/exact.ts";
import { children, type Expression, type Input } from "../../src/expression/expression.ts";
import { decimalPlaces, type Exact, ONE, toText } from "../../src/numbers/number.ts";
import type { LeafProgram } from "../../src/model/program.ts";
import { programOf, type Scorer } from "../../src/scorer.ts";
import type { ActualsDocument, ActualValue } from "../../src/types/types.ts";

export type Random = (below: number) => number;

/** A small generator of its own (mulberry32), so that a seed means the same everywhere. */
export function random(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

export function constantsOf(one: Expression): readonly Exact[] {
  return one.op === "constant" ? [one.value] : children(one).flatMap(constantsOf);
}

const textOf = (value: Exact, most: number): string => {
  const places = decimalPlaces(value);
  return toText(value, places === undefined ? most : Math.min(places, most));
};

/** How many decimals an input may have. */
export type Decimals = (leaf: LeafProgram, input: Input) => number;

export function figure(leaf: LeafProgram, input: Input, pick: Random, decimals: Decimals): string {
  const text = (value: Exact): string => textOf(value, decimals(leaf, input));
  const constants = constantsOf(leaf.expression);
  const one = constants[pick(Math.max(1, constants.length))] ?? { n: 1n, d: 1n };
  const weight = leaf.leaf.weight;
  const odd = { n: BigInt(2 * pick(2000) + 1), d: 200n };
  if (input.unit === "分" && pick(3) > 0) return text({ n: BigInt(pick(Number((weight.n * 1000n) / weight.d) + 1)), d: 1000n });
  const step = 10n ** BigInt(decimals(leaf, input));
  const beside = [0n, 1n, -1n][pick(3)] ?? 0n;
  const values: readonly (() => Exact)[] = [
    () => one,
    () => ({ n: one.n * step + beside * one.d, d: one.d * step }),
    // a half of the last place of the points, where they are in proportion
    () => ({ n: one.n * odd.n * weight.d, d: one.d * odd.d * (weight.n === 0n ? 1n : weight.n) }),
    () => ({ n: BigInt(pick(1_200_000)), d: 10_000n }),
    () => ({ n: BigInt(pick(20_000)), d: 100n }),
    () => ({ n: 0n, d: 1n }),
    () => ({ n: one.n * BigInt(50 + pick(200)), d: one.d * 100n }),
    () => ({ n: -BigInt(pick(500)), d: 10n }),
  ];
  const value = (values[pick(pick(4) === 0 ? 8 : 7)] ?? (() => one))();
  return `${text(value)}${input.unit === undefined ? "" : input.unit}`;
}

const MOST_TRIES = 80;

/** An entry that scores, mostly: what cannot be scored is a fault that is told, and gives no scorecard at all. */
function entry(leaf: LeafProgram, pick: Random, decimals: Decimals): ActualValue | undefined {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const given = attempt(leaf, pick, decimals);
    if (given === undefined || typeof given === "string" && ["pending", "not-applicable"].includes(given)) return given;
    const read = readEntry(leaf, given, () => ({ path: [] }), () => undefined);
    if (read.state === "missing" || evaluate(leaf.expression, (name) => read.values.get(name) ?? (name.startsWith("applies ") ? ONE : "missing")) !== "missing") return given;
  }
  return undefined;
}

function attempt(leaf: LeafProgram, pick: Random, decimals: Decimals): ActualValue | undefined {
  const chance = pick(60);
  if (chance === 0) return undefined;
  if (chance === 1) return "pending";
  if (chance < 6 && leaf.leaf.notApplicable !== "forbid") return "not-applicable";
  const options = (input: Input): string => input.options?.[pick(input.options.length)] ?? figure(leaf, input, pick, decimals);
  const [only] = leaf.inputs;
  if (leaf.inputs.length === 1 && only !== undefined) return options(only);
  const entered = leaf.inputs.filter(() => pick(40) !== 0).map((input) => [input.name, options(input)] as const);
  return Object.fromEntries(entered);
}

export function madeUp(scorer: Scorer, count: number, seed: number, decimals: Decimals): readonly ActualsDocument[] {
  const program = programOf(scorer);
  const pick = random(seed);
  return Array.from({ length: count }, () => {
    const values = program.leaves.flatMap((leaf) => {
      const given = entry(leaf, pick, decimals);
      return given === undefined ? [] : [[leaf.leaf.id, given] as const];
    });
    const facts = program.facts.flatMap((input) => (pick(20) === 0 ? [] : [[input.name.slice("fact ".length), input.options?.[pick(4) === 0 ? 1 : 0] ?? String(pick(5))] as const]));
    return { kind: "actuals", objectives: scorer.subject, "as-of": program.linked.framework.data.effective.from, ...(facts.length === 0 ? {} : { facts: Object.fromEntries(facts) }), values: Object.fromEntries(values) };
  });
}
