// 计量单位: what may be compared with what, and by which exact factor.
//
// A unit is a product of dimensions (人·天, 元/人·月) with a factor to the dimension's base unit. A word that stands in no
// table (户, 人次, 台 …) is a dimension of its own: it compares with itself only. 万 and 亿 before such a
// word multiply it. 月 and 天 do not convert into each other: a month has no fixed number of days.
import { divide, type Exact, exact, multiply, ONE } from "./number.ts";

/** A parsed unit: value in this unit × factor = value in base units; `dimensions` maps a dimension to its power. */
export interface Unit {
  readonly text: string;
  readonly factor: Exact;
  readonly dimensions: ReadonlyMap<string, number>;
}

type Entry = readonly [dimension: string, factor: Exact];
const ratio = (n: bigint, d: bigint): Exact => ({ n, d });

const UNITS: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ["元", ["money", ONE]],
  ["千元", ["money", exact("1000")]],
  ["百万元", ["money", exact("1000000")]],
  ["分", ["points", ONE]],
  ["天", ["day", ONE]],
  ["日", ["day", ONE]],
  ["周", ["day", exact("7")]],
  ["月", ["month", ONE]],
  ["个月", ["month", ONE]],
  ["年", ["month", exact("12")]],
  ["小时", ["hour", ONE]],
  ["分钟", ["hour", ratio(1n, 60n)]],
  ["平方米", ["area", ONE]],
  ["㎡", ["area", ONE]],
  ["亩", ["area", ratio(2000n, 3n)]],
  ["公顷", ["area", exact("10000")]],
  ["平方公里", ["area", exact("1000000")]],
  ["厘米", ["length", ratio(1n, 100n)]],
  ["米", ["length", ONE]],
  ["公里", ["length", exact("1000")]],
  ["千米", ["length", exact("1000")]],
  ["千克", ["mass", ONE]],
  ["公斤", ["mass", ONE]],
  ["吨", ["mass", exact("1000")]],
]);

/** Fractions of one: they carry a factor but no dimension. */
const FRACTIONS: ReadonlyMap<string, Exact> = new Map([
  ["", ONE],
  ["%", ratio(1n, 100n)],
  ["个百分点", ratio(1n, 100n)],
  ["百分点", ratio(1n, 100n)],
  ["‰", ratio(1n, 1000n)],
  ["倍", ONE],
]);

const PREFIXES: readonly (readonly [string, Exact])[] = [
  ["万", exact("10000")],
  ["亿", exact("100000000")],
];

/** Reads a unit; `undefined` text is the pure number. Every word is a unit, so this never fails. */
export function parseUnit(text: string | undefined): Unit {
  let factor = ONE;
  const dimensions = new Map<string, number>();
  (text ?? "").split("/").forEach((side, index) => {
    // 元/人·月 is per person and month: what stands behind a stroke divides, all of it.
    for (const word of side.split("·")) {
      const part = parseWord(word.trim());
      factor = index === 0 ? multiply(factor, part.factor) : (divide(factor, part.factor) ?? factor);
      if (part.dimension === undefined) continue;
      const power = (dimensions.get(part.dimension) ?? 0) + (index === 0 ? 1 : -1);
      if (power === 0) dimensions.delete(part.dimension);
      else dimensions.set(part.dimension, power);
    }
  });
  return { text: text ?? "", factor, dimensions };
}

function parseWord(word: string): { factor: Exact; dimension?: string } {
  const fraction = FRACTIONS.get(word);
  if (fraction !== undefined) return { factor: fraction };
  const entry = UNITS.get(word);
  if (entry !== undefined) return { factor: entry[1], dimension: entry[0] };
  for (const [prefix, scale] of PREFIXES) {
    if (!word.startsWith(prefix)) continue;
    const rest = parseWord(word.slice(prefix.length));
    return { ...rest, factor: multiply(scale, rest.factor) };
  }
  return { factor: ONE, dimension: word };
}

export function sameDimensions(a: Unit["dimensions"], b: Unit["dimensions"]): boolean {
  if (a.size !== b.size) return false;
  for (const [dimension, power] of a) if (b.get(dimension) !== power) return false;
  return true;
}

/** The factor that turns a value in `from` into a value in `to`; undefined when they do not compare. */
export function conversion(from: Unit, to: Unit): Exact | undefined {
  return sameDimensions(from.dimensions, to.dimensions) ? divide(from.factor, to.factor) : undefined;
}
