// 单调: proof, or counter-example, that a better actual value never scores less.
//
// From the worst actual to the best, every piece is walked once. Within a piece the course is monotone, so its ends
// say all; between pieces the highest figure so far says all. What breaks the direction is found with the pieces on
// both sides, whose values are the witnesses. What a rule declares to be so (over-completion, knock-outs) is left out
// at a second walk, and listed.
import type { Better } from "../model/method.ts";
import { compare, type Exact } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import { intersect, type NumberSet, point, satisfying, type Stretch } from "../numbers/sets.ts";
import { approached, type Course, highEnd, lowEnd, reaching } from "./course.ts";
import { preimage } from "./pieces.ts";
import { overVariable, type View } from "./views.ts";

/** A piece, from its worse end to its better end. */
interface Stage {
  readonly view: View;
  readonly over: Stretch;
  readonly course: Course;
  readonly taken: readonly string[];
  readonly first: Exact;
  readonly last: Exact;
}

/** Values that score a figure, and the branches that they take. */
export interface Scoring {
  readonly view: View;
  readonly set: NumberSet;
  readonly taken: readonly string[];
}

/** The better actual scores less than the worse one. */
export interface Breach {
  readonly worse: Scoring;
  readonly better: Scoring;
}

interface Verdict {
  readonly direction: Better | undefined;
  /** nothing declares the direction: it is read off the points */
  readonly assumed: boolean;
  readonly breach: Breach | undefined;
  /** the declared ids that alone break it */
  readonly exceptions: readonly string[];
}

/** The verdict on an indicator; undefined where it cannot be told. */
export function verdictOf(leaf: LeafProgram, views: readonly View[], declared: (id: string) => boolean): Verdict | undefined {
  const stages = stagesOf(views);
  if (stages === undefined || varying(views).length > 1) return undefined;
  const assumed = leaf.better === undefined;
  const plain = stages.filter(({ taken }) => !taken.some(declared));
  const direction = leaf.better ?? directionOf(plain);
  const breachOf = (those: readonly Stage[]): Breach | undefined => walksOf(those, direction, leaf).map(walked).find((one) => one !== undefined);
  const breach = breachOf(plain);
  const ids = [...new Set(stages.flatMap(({ taken }) => taken.filter(declared)))];
  const exceptions = breach !== undefined ? [] : ids.filter((id) => breachOf(stages.filter(({ taken }) => taken.every((one) => one === id || !declared(one)))) !== undefined);
  return { direction, assumed, breach, exceptions };
}

/** The pieces that score, options in their order, values ascending; undefined where one grows without end. */
function stagesOf(views: readonly View[]): readonly Stage[] | undefined {
  const stages: Stage[] = [];
  for (const view of views) {
    for (const { over, value, taken } of view.pieces) {
      const stage = typeof value === "string" ? "no number" : stageOf(view, over, value, taken);
      if (stage === undefined) return undefined;
      if (stage !== "no number") stages.push(stage);
    }
  }
  return stages;
}

function stageOf(view: View, over: Stretch, course: Course, taken: readonly string[]): Stage | undefined {
  const [first, last] = [lowEnd(over), highEnd(over)].map((end) => approached(course, end).value);
  if (first === undefined || last === undefined || typeof first === "string" || typeof last === "string") return undefined;
  return { view, over, course, taken, first, last };
}

const reversed = (stages: readonly Stage[]): readonly Stage[] => stages.map((one) => ({ ...one, first: one.last, last: one.first })).reverse();

/** The ways from worse to better. */
function walksOf(stages: readonly Stage[], direction: Better | undefined, leaf: LeafProgram): readonly (readonly Stage[])[] {
  const [one] = stages;
  if (one === undefined) return [];
  if (stages.some(({ view }) => view !== one.view)) return [optionWalk(stages, leaf)];
  if (direction === undefined || one.view.stands === undefined) return [];
  if (direction !== "nearer") return [direction === "higher" ? stages : reversed(stages)];
  const { below, above } = halves(stages, leaf);
  const part = (set: NumberSet): readonly Stage[] => stages.flatMap(({ view, over, course, taken }) => intersect([over], set).flatMap((each) => stageOf(view, each, course, taken) ?? []));
  return [part(below), reversed(part(above))];
}

/** The options that differ between the views. */
const varying = (views: readonly View[]): readonly string[] => [...(views[0]?.setting.keys() ?? [])].filter((name) => new Set(views.map(({ setting }) => setting.get(name)?.n)).size > 1);

/** Options from the worst to the best: no before yes; grades from the one that may score least. */
function optionWalk(stages: readonly Stage[], { inputs }: LeafProgram): readonly Stage[] {
  const views = [...new Set(stages.map(({ view }) => view))];
  const groups = views.map((view) => stages.filter((one) => one.view === view));
  const [name] = varying(views);
  if (inputs.some((one) => one.name === name && one.options?.[0] === "否")) return groups.flat();
  const most = (group: readonly Stage[] | undefined): Exact | undefined => group?.map(highOf).sort((a, b) => compare(b, a))[0];
  const [first, last] = [most(groups[0]), most(groups.at(-1))];
  return (first !== undefined && last !== undefined && compare(first, last) > 0 ? groups.reverse() : groups).flat();
}

const highOf = ({ first, last }: Stage): Exact => (compare(first, last) >= 0 ? first : last);

/** The values up to the target, and those from it on; without a target, the best points stand for it. */
function halves(stages: readonly Stage[], { leaf, measure }: LeafProgram): { readonly below: NumberSet; readonly above: NumberSet } {
  const [one] = stages;
  if (leaf.target !== undefined && measure !== undefined && one !== undefined) {
    const value = overVariable(measure, one.view);
    const [below, above] = (["<=", ">="] as const).map((is) => preimage(value, satisfying(is, leaf.target?.value ?? leaf.weight), one.view.solving));
    if (below !== undefined && above !== undefined) return { below, above };
  }
  const peak = [...stages].sort((a, b) => compare(highOf(b), highOf(a)))[0];
  return { below: [{ low: undefined, high: peak?.over.high }], above: [{ low: peak?.over.low, high: undefined }] };
}

/** What the points themselves say: rising, falling, or highest in the middle; where they say several things, the ends decide. */
function directionOf(stages: readonly Stage[]): Better | undefined {
  const [up, down] = [walked(stages), walked(reversed(stages))];
  if (up === undefined) return down === undefined ? undefined : "higher";
  if (down === undefined) return "lower";
  const [start, end] = [stages[0]?.first, stages.at(-1)?.last];
  const order = start === undefined || end === undefined ? 0 : compare(end, start);
  return order === 0 ? "nearer" : order > 0 ? "higher" : "lower";
}

/** From worse to better: no figure may be below one that came before. */
function walked(stages: readonly Stage[]): Breach | undefined {
  let best: { readonly stage: Stage; readonly value: Exact } | undefined;
  for (const stage of stages) {
    const { first, last } = stage;
    const falls = compare(last, first) < 0;
    const least = falls ? last : first;
    if (best !== undefined && compare(least, best.value) < 0) return { worse: scoring(best.stage, best.value), better: scoring(stage, least) };
    if (falls) return { worse: scoring(stage, first), better: scoring(stage, last) };
    if (best === undefined || compare(last, best.value) > 0) best = { stage, value: last };
  }
  return undefined;
}

const scoring = ({ view, over, course, taken }: Stage, value: Exact): Scoring => ({ view, set: intersect([over], reaching(course, point(value))), taken });
