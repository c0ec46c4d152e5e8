// 覆盖: which indicators, branches, grades and rules the cases of a test reached, and which none did.
import type { Compiled } from "../compile/index.ts";
import { compileVerified } from "../verify/verified.ts";
import { type ItemKind, packSpots, SCORED, type Spot, spotsOf } from "./items.ts";
import { partOf, reachedBy, rulesMet } from "./reach.ts";
import { type Expression, label } from "../expression/expression.ts";
import { placeIn, type Parts } from "../link/link.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { compare, exact, multiply, toText } from "../numbers/number.ts";
import type { Program } from "../model/program.ts";
import type { CaseRun, Shelf } from "../testing/testing.ts";
import { compareText } from "../text/text.ts";
import type { Label } from "../types/types.ts";

/** One thing that cases can reach, and how many cases did. */
export interface CoverageItem {
  readonly kind: ItemKind;
  /** indicator path, group path or rule id; empty for the framework itself */
  readonly of: string;
  readonly name: string;
  readonly id: string;
  readonly label: Label;
  readonly file?: string;
  readonly line?: number;
  readonly cases: number;
}

export interface CoverageUnit {
  readonly kind: "framework" | "pack";
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly file?: string;
  readonly reached: number;
  readonly total: number;
  readonly percent: string;
  /** in the order of the document */
  readonly items: readonly CoverageItem[];
}

export interface Coverage {
  readonly reached: number;
  readonly total: number;
  /** cut off after one decimal, so that 100.0 means all */
  readonly percent: string;
  readonly units: readonly CoverageUnit[];
}

interface Open {
  readonly document: Document<"framework"> | Document<"pack">;
  readonly spots: Map<string, Spot>;
  readonly hits: Map<string, number>;
}

/**
 * Counts what the cases reached in every framework and pack that they touched, and in those among `given`.
 * `scaffolds: false` leaves out frameworks that are written in a test itself.
 */
export function coverage(runs: readonly CaseRun[], given: readonly Loaded[] = [], shelf?: Shelf, { scaffolds = true }: { readonly scaffolds?: boolean } = {}): Coverage {
  const units = new Map<string, Open>();
  const open = (document: Open["document"]): Open => {
    const key = JSON.stringify([document.kind, document.data.id, document.file ?? ""]);
    const unit = units.get(key) ?? { document, spots: new Map(), hits: new Map() };
    if (!units.has(key)) {
      units.set(key, unit);
      const { data } = document;
      const scored: Spot = { key: SCORED, kind: "scored", of: "", name: data.title, id: "scored", label: label("有用例评出结果", "scored by a case"), place: placeIn(document, ["id"]) };
      for (const spot of isKind(document, "pack") ? packSpots(document) : [scored]) unit.spots.set(spot.key, spot);
    }
    return unit;
  };
  const add = (unit: Open, spots: readonly Spot[]): void => spots.forEach((spot) => unit.spots.has(spot.key) || unit.spots.set(spot.key, spot));
  const hit = (unit: Open, keys: Iterable<string>): void => {
    for (const key of keys) unit.hits.set(key, (unit.hits.get(key) ?? 0) + 1);
  };

  // Cases that share their documents share the program.
  let last: { readonly parts: Parts; readonly compiled: Compiled } | undefined;
  const compiledOf = (parts: Parts): Compiled => {
    const known = last !== undefined && (["framework", "objectives"] as const).every((each) => last?.parts[each] === parts[each]) ? last.compiled : compileVerified(parts);
    last = { parts, compiled: known };
    return known;
  };
  const added = new Set<Program>();
  for (const { parts, base, scaffold, inline, actuals } of runs) {
    const { linked, program } = compiledOf(parts);
    if (linked !== undefined) for (const [pack, keys] of rulesMet(linked, program, actuals)) if (isKind(pack, "pack")) hit(open(pack), new Set(keys));
    if ((scaffold && !scaffolds) || !isKind(base.framework, "framework")) continue;
    const unit = open(base.framework);
    const plain = base === parts ? program : compiledOf(base).program;
    if (plain === undefined) continue;
    if (!added.has(plain)) add(unit, spotsOf(plain, inline));
    added.add(plain);
    if (program === undefined || actuals === undefined) continue;
    const changed = plain === program ? new Set<string>() : changes(plain, program);
    hit(unit, [...reachedBy(program, actuals, inline)].filter(([, part]) => !changed.has(part)).map(([key]) => key));
  }

  for (const one of given) {
    if (isKind(one, "pack")) open(one);
    if (!isKind(one, "framework")) continue;
    const unit = open(one);
    if (unit.spots.size > 1) continue;
    const own = given.filter((other) => isKind(other, "objectives") && other.data.framework.split("@")[0] === one.data.id);
    for (const objectives of own.length > 0 ? own : [undefined]) {
      const { program } = compileVerified({ framework: one, objectives, libraries: shelf?.all("indicator-library"), packs: shelf?.all("pack") });
      if (program !== undefined) add(unit, spotsOf(program, false));
    }
  }
  const finished = [...units.values()].map(finish).sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id) || compareText(a.file ?? "", b.file ?? ""));
  const [reached, total] = [finished.reduce((sum, one) => sum + one.reached, 0), finished.reduce((sum, one) => sum + one.total, 0)];
  return { reached, total, percent: percentOf(reached, total), units: finished };
}

function finish({ document, spots, hits }: Open): CoverageUnit {
  const items = [...spots.values()].map(({ key, kind, of, name, id, label: words, place }): CoverageItem => {
    const { file, span } = place;
    return { kind, of, name, id, label: words, ...(file === undefined ? {} : { file }), ...(span === undefined ? {} : { line: span.start.line }), cases: hits.get(key) ?? 0 };
  });
  const reached = items.filter((one) => one.cases > 0).length;
  const { data, kind, file } = document;
  return { kind, id: data.id, version: data.version, title: data.title, ...(file === undefined ? {} : { file }), reached, total: items.length, percent: percentOf(reached, items.length), items };
}

const percentOf = (reached: number, total: number): string => (total === 0 ? "100.0" : toText({ n: BigInt(Math.floor((reached * 1000) / total)), d: 10n }, 1));

/** Whether so many percent (decimal text) were reached; exact, not on the shown percentage. */
export const reaches = ({ reached, total }: Coverage, percent: string): boolean => compare(exact(`${reached * 100}`), multiply(exact(percent), exact(`${total}`))) >= 0;

export const unreached = (unit: CoverageUnit): readonly CoverageItem[] => unit.items.filter((one) => one.cases === 0);

/** The parts of a program that a case replaced: what it reaches there says nothing about the framework as it stands. */
function changes(plain: Program, other: Program): ReadonlySet<string> {
  const numbers = new Map<string, number>();
  const known = new Map<object, string>();
  const numbered = (one: unknown): unknown => {
    if (typeof one === "bigint") return `${one}n`;
    if (typeof one !== "object" || one === null) return one;
    const found = known.get(one);
    if (found !== undefined) return found;
    const text = JSON.stringify(Array.isArray(one) ? one.map(numbered) : Object.entries(one).map(([key, value]) => [key, numbered(value)]));
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known.set(one, `#${number}`);
    return `#${number}`;
  };
  const partsOf = ({ leaves, groups, total, grade, linked }: Program): ReadonlyMap<string, unknown> =>
    new Map<string, unknown>([
      ...leaves.map(({ leaf, expression }): [string, unknown] => [partOf(leaf), [expression, leaf.notApplicable]]),
      ...groups.map(({ group, expression }): [string, Expression] => [`group ${group.path}`, expression]),
      ["total", total],
      ["grades", [grade, linked.framework.data.grades]],
      ["framework", [linked.framework.data.missing, total]],
    ]);
  const before = partsOf(plain);
  return new Set([...partsOf(other)].filter(([part, value]) => numbered(before.get(part)) !== numbered(value)).map(([part]) => part));
}
