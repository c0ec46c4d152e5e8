// 快速计分: points, total and grade of a plain record over scaled integers, for batches.
//
// It reads the same expressions as scoring. A value outside the range in which doubles hold integers exactly,
// or one that is not plain decimal text, goes to the exact evaluator; a record that is not complete (missing,
// not applicable, faulty) is left to full scoring, which explains it.
import { optionIndex, readEntry } from "./entries.ts";
import { bind } from "../expression/bind.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import type { Expression, Input } from "../expression/expression.ts";
import { compileFast, type Fast, parseScaled, type Place } from "../expression/fast.ts";
import { lookUp } from "../expression/segments.ts";
import { type Exact, ONE, parseExact, round } from "../numbers/number.ts";
import { type LeafProgram, pointsName, type Program } from "./program.ts";
import { parseUnit } from "../numbers/units.ts";
import type { ActualValue } from "../types/types.ts";

/** Scaled integers: points and total are 分 × 10^places; `grade` indexes the framework's grades. */
export interface Tally {
  readonly points: readonly number[];
  readonly total: number;
  readonly grade: number;
}

export type Tallier = (values: Readonly<Record<string, ActualValue>>) => Tally | undefined;

/** Decimals an input's integer carries; text with more decimals goes to the exact evaluator. */
export const SCALE = 4;

export interface Reader {
  readonly name: string;
  readonly slot: number;
  readonly unit: string;
  readonly unitRequired: boolean;
  readonly options: readonly string[] | undefined;
}

interface LeafTally {
  readonly leaf: LeafProgram;
  readonly id: string;
  readonly readers: readonly Reader[];
  /** with everything applying */
  readonly expression: Expression;
  readonly fast: Fast | undefined;
  /** the plain case, one figure and a table: what is read, and the table it is looked up in */
  readonly only: Reader | undefined;
  readonly table: Float64Array | undefined;
  readonly limit: number;
}

/** Undefined where a whole-record fact or a knock-out without fast form is involved: such records need full scoring. */
export function compileTally(program: Program): Tallier | undefined {
  const { places } = program.rounding;
  let next = 1;
  const leaves = program.leaves.map((leaf): LeafTally => {
    const readers = leaf.inputs.map((input) => readerOf(input, next++));
    const place = (name: string): Place | undefined => {
      const reader = readers.find((one) => one.name === name);
      return reader && { slot: reader.slot, scale: reader.options === undefined ? SCALE : 0 };
    };
    const expression = applied(leaf.expression);
    const fast = compileFast(expression, place, places);
    const [only] = readers.length === 1 ? readers : [];
    return { leaf, id: leaf.leaf.id, readers, expression, fast, only, table: fast?.segments?.table, limit: fast?.limit ?? 0 };
  });
  const pointsAt = next;
  next += leaves.length;
  const tests = program.knockOuts.filter((one) => one.input !== undefined);
  const knockOuts = tests.map((one) => {
    const owner = leaves.find(({ leaf }) => leaf.leaf === one.leaf);
    const place = (name: string): Place | undefined => {
      const reader = owner?.readers.find((each) => each.name === name);
      return reader && { slot: reader.slot, scale: reader.options === undefined ? SCALE : 0 };
    };
    return { name: one.input?.name, slot: next++, owner, fast: compileFast(one.test, place, 0), rejects: one.effect.kind === "reject" };
  });
  if (knockOuts.some((one) => one.owner === undefined || one.fast === undefined)) return undefined;
  const totalAt = next++;
  const placeOfTotal = (name: string): Place | undefined => {
    if (name === "total") return { slot: totalAt, scale: places };
    const leaf = leaves.findIndex((one) => pointsName(one.leaf.leaf) === name);
    if (leaf >= 0) return { slot: pointsAt + leaf, scale: places };
    const knockOut = knockOuts.find((one) => one.name === name);
    return knockOut && { slot: knockOut.slot, scale: 0 };
  };
  const total = compileFast(applied(program.total), placeOfTotal, places);
  const grade = compileFast(program.grade, placeOfTotal, 0);
  if (total === undefined || grade === undefined) return undefined;
  const slots = new Float64Array(next);
  const ids = leaves.map((one) => one.id);
  const entries = new Array<ActualValue | undefined>(leaves.length);

  return (values) => {
    // A record in the order of the framework is read along; what stands elsewhere is looked up.
    let known = 0;
    for (const key in values) {
      if (key !== ids[known]) break;
      entries[known++] = values[key];
    }
    for (; known < ids.length; known++) entries[known] = Object.hasOwn(values, ids[known] as string) ? values[ids[known] as string] : undefined;
    const points = new Array<number>(leaves.length);
    for (let index = 0; index < leaves.length; index++) {
      const one = leaves[index] as LeafTally;
      const given = entries[index];
      const { only, table } = one;
      let found = Number.NaN;
      if (only !== undefined && table !== undefined && typeof given === "string") {
        const value = only.options === undefined ? parseScaled(given, SCALE, only.unit, only.unitRequired) : optionIndex(only.options, given);
        if (value <= one.limit && value >= (only.options === undefined ? -one.limit : 0)) found = lookUp(table, value);
      } else found = fastPoints(one, given, slots);
      if (found !== found) {
        const exact = exactPoints(one, given, places);
        if (exact === undefined) return undefined;
        found = exact;
      }
      points[index] = found;
      slots[pointsAt + index] = found;
    }
    slots[0] = 0;
    for (const { slot, owner, fast, rejects } of knockOuts) {
      const holds = owner && fast && readSlots(owner, values[owner.id], slots, fast.limit) ? fast.run(slots) : Number.NaN;
      // What was rejected has no grade.
      if (Number.isNaN(holds) || (rejects && holds !== 0)) return undefined;
      slots[slot] = holds;
    }
    const sum = total.run(slots);
    slots[totalAt] = sum;
    const index = grade.run(slots);
    return slots[0] === 0 ? { points, total: sum, grade: index } : undefined;
  };
}

/** Everything applies: the plain case. */
const applied = (expression: Expression): Expression => bind(expression, (name) => (name.startsWith("applies ") ? ONE : undefined));

export function readerOf({ name, unit, options }: Input, slot: number): Reader {
  const required = unit !== undefined && parseUnit(unit).dimensions.size === 0 && unit !== "倍";
  return { name, slot, unit: unit ?? "", unitRequired: required, options };
}

function fastPoints(one: LeafTally, given: ActualValue | undefined, slots: Float64Array): number {
  const { fast } = one;
  if (fast === undefined || given === undefined || !readSlots(one, given, slots, fast.limit)) return Number.NaN;
  slots[0] = 0;
  const value = fast.run(slots);
  return slots[0] === 0 ? value : Number.NaN;
}

export function readSlots({ readers }: Pick<LeafTally, "readers">, given: ActualValue | undefined, slots: Float64Array, limit: number): boolean {
  if (typeof given !== "object") {
    const [only] = readers;
    return readers.length === 1 && only !== undefined && given !== undefined && readSlot(only, given, slots, limit);
  }
  for (let index = 0; index < readers.length; index++) {
    const reader = readers[index] as Reader;
    const text = given[reader.name];
    if (text === undefined || !readSlot(reader, text, slots, limit)) return false;
  }
  return true;
}

function readSlot({ slot, unit, unitRequired, options }: Reader, text: string | boolean, slots: Float64Array, limit: number): boolean {
  if (options !== undefined) {
    const index = optionIndex(options, String(text));
    slots[slot] = index;
    return index >= 0;
  }
  if (typeof text !== "string") return false;
  const value = parseScaled(text, SCALE, unit, unitRequired);
  slots[slot] = value;
  return value <= limit && value >= -limit;
}

/** The same indicator by the exact evaluator; undefined when it is not plainly scored. */
function exactPoints(one: LeafTally, given: ActualValue | undefined, places: number): number | undefined {
  const values = plainValues(one.readers, given) ?? entryValues(one.leaf, given);
  if (values === undefined) return undefined;
  const value = evaluate(one.expression, (name) => values.get(name) ?? "missing");
  return typeof value === "string" ? undefined : Number(round(value, places, "down").n);
}

/** Plain decimal text in the unit of its place; undefined where a unit converts or anything is odd. */
function plainValues(readers: readonly Reader[], given: ActualValue | undefined): ReadonlyMap<string, Exact> | undefined {
  const values = new Map<string, Exact>();
  for (const reader of readers) {
    const text = typeof given === "object" ? given[reader.name] : readers.length === 1 ? given : undefined;
    if (typeof text !== "string" || reader.options !== undefined) return undefined;
    const signed = reader.unit !== "" && text.endsWith(reader.unit);
    if (!signed && reader.unitRequired) return undefined;
    const value = parseExact(signed ? text.slice(0, -reader.unit.length) : text);
    if (value === undefined) return undefined;
    values.set(reader.name, value);
  }
  return values;
}

/** The way every other entry is read; undefined when it is faulty or not complete. */
function entryValues(leaf: LeafProgram, given: ActualValue | undefined): ReadonlyMap<string, Value> | undefined {
  let faulty = false;
  const entry = readEntry(leaf, given, () => ({ path: [] }), () => (faulty = true));
  return faulty || entry.state !== "scored" ? undefined : entry.values;
}
