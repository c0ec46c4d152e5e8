// Findings of the analysis at their places. A row that several indicators share is told once; what objectives have
// from the framework is told where the framework is checked, unless it is only their own target that brings it out.
import type { Analysed } from "../model/analysed.ts";
import type { IndicatorAnalysis } from "../types/analysis-types.ts";
import type { LinkedLeaf, Place } from "../model/linked.ts";
import { branchPlace, methodPlace } from "./places.ts";

export interface Finding {
  /** the branch concerned; without one, the method */
  readonly branch?: string | undefined;
  /** other branches concerned */
  readonly beside?: readonly (string | undefined)[];
  /** other places concerned */
  readonly also?: readonly Place[];
  readonly facts: Readonly<Record<string, string>>;
}

interface Placed {
  readonly facts: Readonly<Record<string, string>>;
  readonly place: Place;
  readonly related: readonly Place[];
}

type Find = (one: IndicatorAnalysis, leaf: LinkedLeaf) => readonly Finding[];

interface Raw {
  readonly leaf: LinkedLeaf;
  readonly row: Place;
  readonly finding: Finding;
}

/** What `find` says of every indicator that is solved, each with its place and the places beside it. */
export function findings(analysed: Analysed, find: Find): readonly Placed[] {
  let known: ReadonlySet<string> | undefined;
  const ofFramework = (row: Place): boolean => (known ??= new Set(analysed.alone?.() === undefined ? [] : rawFindings(analysed.alone() as Analysed, find).map((one) => keyOf(one.row)))).has(keyOf(row));
  const seen = new Set<string>();
  return rawFindings(analysed, find).flatMap(({ leaf, row, finding }): Placed[] => {
    const own = ownPlace(leaf, row, analysed);
    if (own !== undefined && ofFramework(row)) return [];
    const place = own ?? row;
    if (seen.has(keyOf(place))) return [];
    seen.add(keyOf(place));
    const beside = (finding.beside ?? []).map((id) => placeOf(leaf, id));
    const related = [...(own === undefined ? [] : [row]), ...beside, ...(finding.also ?? [])].filter((one, index, all) => keyOf(one) !== keyOf(place) && all.findIndex((other) => keyOf(other) === keyOf(one)) === index);
    return [{ facts: finding.facts, place, related }];
  });
}

function rawFindings({ analysis, linked }: Analysed, find: Find): readonly Raw[] {
  return analysis.indicators.flatMap((one) => {
    const leaf = one.solved ? linked.leaves.find(({ path }) => path === one.path) : undefined;
    return leaf === undefined ? [] : find(one, leaf).map((finding): Raw => ({ leaf, row: placeOf(leaf, finding.branch), finding }));
  });
}

const placeOf = (leaf: LinkedLeaf, branch: string | undefined): Place => (branch === undefined ? methodPlace(leaf) : branchPlace(leaf, branch));
const keyOf = ({ file, path }: Place): string => JSON.stringify([file, path]);

/** Where objectives have a say in it: their own indicator, or the target that they set. */
function ownPlace(leaf: LinkedLeaf, row: Place, { analysis }: Analysed): Place | undefined {
  if (analysis.objectives === undefined || analysis.standIns) return undefined;
  if (leaf.own) return row.path[0] === "methods" ? leaf.place("method") : undefined;
  const target = leaf.place("target");
  return leaf.target !== undefined && target.path[0] === "targets" ? target : undefined;
}

/** Indicators of which a better actual scores less, with two actual values: among tiers and grades, or elsewhere. */
export const counterexample = (analysed: Analysed, tiers: boolean): readonly Placed[] =>
  findings(analysed, (one) => {
    const pair = one.monotony?.counterexample;
    if (pair === undefined || [pair.worse, pair.better].every(({ branch = "" }) => /^(?:tier|grade)-\d+$/.test(branch)) !== tiers) return [];
    const { worse, better } = pair;
    const facts = { ...factsOf(one), direction: one.direction ?? "", ...(one.directionAssumed ? { assumed: "yes" } : {}), worse: worse.text, worsePoints: worse.points, better: better.text, betterPoints: better.points, entered: enteredFact(worse.actual), enteredBetter: enteredFact(better.actual) };
    return [{ branch: better.branch, beside: [worse.branch], facts }];
  });

/** Whether a method awards points and not shares: a made-up indicator then has not the weight they are meant for. */
export function absolute({ method }: LinkedLeaf): boolean {
  const inside = (value: unknown): boolean => typeof value === "object" && value !== null && Object.entries(value).some(([key, one]) => (key === "points" && typeof one === "string") || inside(one));
  return inside(method);
}

/** Facts that every message of an indicator has. */
export const factsOf = ({ name, path, weight, target, standIn }: IndicatorAnalysis): Record<string, string> => ({ indicator: name, path, weight, ...(standIn && target !== undefined ? { standIn: target } : {}) });

/** Entered values as a fact: what a test enters to see the same. */
export const enteredFact = (actual: unknown): string => JSON.stringify(actual);
