// 变动: for one entry of a scored indicator, the nearest values that lift or drop the grade and that trip or clear each
// knock-out. Values are found as sets and looked for at the precision the actual value was written with; what they
// score is then worked out by the exact evaluator.
import { evaluate } from "../expression/exact.ts";
import type { Input } from "../expression/expression.ts";
import { compare, decimalPlaces, divide, type Exact, ONE, reduce, toPlainText, toText, ZERO } from "../numbers/number.ts";
import { inUnit, readQuantity } from "../numbers/quantity.ts";
import type { LeafResult } from "../model/results.ts";
import { complement, contains, type End, EVERYTHING, intersect, MOST_PLACES, nearest, type NumberSet, satisfying, threshold, union, without } from "../numbers/sets.ts";
import type { Change, Shift, WhatIfInput } from "../types/what-if-types.ts";
import { type Effects, effectsOf, gradeSets, holdingSet, resultAt, type Situation } from "./effects.ts";

/** Values of one entry that do something, with the options that go with them. */
interface Way {
  readonly set: NumberSet;
  readonly options: ReadonlyMap<string, Exact>;
}

/** What an entry is looked at for. */
interface Aim {
  readonly what: Change["what"];
  readonly of: string;
  /** of the values of one entry, with options chosen; undefined where it cannot be solved */
  set(solve: Solve): NumberSet | undefined;
  /** whether it has come about, for entries that are words */
  reached(entered: (name: string) => Exact | undefined): boolean;
}

interface Solve {
  readonly variable: string;
  readonly known: (name: string) => Exact | undefined;
  readonly domain: NumberSet;
}

/** Amounts and counts that a figure is put together from are looked for from zero up. */
const FROM_ZERO = satisfying(">=", ZERO);

/** Every entry of an indicator with what it could change; `grade` is the present one, below 0 where there is none to change. */
export function shiftsOf(situation: Situation, result: LeafResult, grade: number): readonly WhatIfInput[] {
  const { leaf, entry } = result;
  const effects = effectsOf(situation, result);
  const aims = aimsOf(situation, result, effects, grade);
  const figures = leaf.inputs.filter((one) => one.options === undefined);
  // Where points are given within a grade, the grade goes along with the points.
  const listed = figures.length > 0 ? figures : leaf.inputs;
  return listed.flatMap((input): WhatIfInput[] => {
    const actual = entry.entered[input.name];
    if (actual === undefined) return [];
    const changes = aims.map((aim) => (input.options === undefined ? byFigure(aim, input, actual, situation, result, effects) : byOption(aim, input, situation, result, effects)));
    const solved = changes.every((one) => one !== undefined);
    return [{ name: input.name, label: input.label, actual, solved, changes: solved ? changes.filter((one) => one !== undefined) : [] }];
  });
}

function aimsOf({ program, holds }: Situation, { leaf }: LeafResult, effects: Effects, grade: number): readonly Aim[] {
  const rejecting = effects.tests.filter(({ knockOut }) => knockOut.effect.kind === "reject").map(({ test }) => test);
  const rejected = (solve: Solve): NumberSet | undefined => joined(rejecting.map((test) => holdingSet(test, solve)));
  const graded = (solve: Solve, keep: (index: number) => boolean): NumberSet | undefined => {
    const found = gradeSets(effects, solve);
    return found && union(...[...found.byGrade].filter(([index]) => keep(index)).map(([, set]) => set));
  };
  const isRejected = (entered: (name: string) => Exact | undefined): boolean => rejecting.some((test) => holdsAt(test, entered) === true);
  const gradeAt = (entered: (name: string) => Exact | undefined): number => resultAt(effects, entered)?.grade ?? grade;
  const aims: Aim[] = [];
  const [better, worse] = [program.grades[grade - 1], program.grades[grade + 1]];
  if (grade >= 0 && better !== undefined) {
    aims.push({
      what: "lift",
      of: better,
      set: (solve) => both(graded(solve, (index) => index < grade), rejected(solve), without),
      reached: (entered) => gradeAt(entered) < grade && !isRejected(entered),
    });
  }
  if (grade >= 0 && (worse !== undefined || rejecting.length > 0)) {
    aims.push({
      what: "drop",
      of: worse ?? "",
      set: (solve) => both(graded(solve, (index) => index > grade), both(gradeSets(effects, solve)?.scored, rejected(solve), intersect), union),
      reached: (entered) => gradeAt(entered) > grade || isRejected(entered),
    });
  }
  for (const { knockOut, test } of effects.tests) {
    const held = holds[program.knockOuts.indexOf(knockOut)];
    if (held === undefined) continue;
    aims.push({
      what: held ? "clear" : "trip",
      of: knockOut.rule,
      set: (solve) => both(gradeSets(effects, solve)?.scored, both(holdingSet(test, solve), [], (set) => (held ? complement(set) : set)), intersect),
      reached: (entered) => holdsAt(test, entered) === !held,
    });
  }
  return leaf.inputs.length === 0 ? [] : aims;
}

const holdsAt = (test: Effects["points"], entered: (name: string) => Exact | undefined): boolean | undefined => {
  const value = evaluate(test, (name) => entered(name) ?? "missing");
  return typeof value === "string" ? undefined : value.n === value.d;
};
const both = (a: NumberSet | undefined, b: NumberSet | undefined, join: (a: NumberSet, b: NumberSet) => NumberSet): NumberSet | undefined => a && b && join(a, b);
const joined = (sets: readonly (NumberSet | undefined)[]): NumberSet | undefined => (sets.every((one) => one !== undefined) ? union(...sets) : undefined);

// ---- figures ---------------------------------------------------------------------------------------------------

/** How an actual value was written: 92.50% has two decimals, 1.2万元 counts 10000 each. */
interface Written {
  readonly places: number;
  readonly factor: Exact;
  readonly suffix: string;
}

function writtenAs(text: string, input: Input): Written {
  const [figure = ""] = /^-?\d+(?:\.\d+)?/.exec(text.trim()) ?? [];
  const unit = readQuantity(text)?.unit;
  const factor = unit === undefined ? ONE : inUnit({ value: ONE, unit }, input.unit);
  return { places: figure.split(".")[1]?.length ?? 0, factor: typeof factor === "string" ? ONE : factor, suffix: text.trim().slice(figure.length) };
}

function byFigure(aim: Aim, input: Input, actual: string, situation: Situation, result: LeafResult, effects: Effects): Change | undefined {
  const { leaf, entry } = result;
  const as = writtenAs(actual, input);
  const present = entry.values.get(input.name);
  if (typeof present !== "object") return undefined;
  const entered = (name: string): Exact | undefined => valueOf(entry.values.get(name));
  const domain = leaf.inputs.filter(({ options }) => options === undefined).length > 1 && present.n >= 0n ? FROM_ZERO : EVERYTHING;
  const ways = optionsOf(leaf.inputs).map((options): { options: Way["options"]; set: NumberSet | undefined } => ({ options, set: aim.set({ variable: input.name, known: (name) => options.get(name) ?? entered(name), domain }) }));
  if (ways.some(({ set }) => set === undefined)) return undefined;
  const at = dividedBy(present, as.factor);
  const found = ways.flatMap(({ options, set }) => {
    const near = nearestWritten(scaled(set ?? [], as.factor), at, as.places);
    return near === undefined ? [] : [{ options, ...near }];
  });
  const distance = (value: Exact): Exact => (compare(value, at) < 0 ? { n: at.n * value.d - value.n * at.d, d: at.d * value.d } : { n: value.n * at.d - at.n * value.d, d: at.d * value.d });
  const [best] = found.sort((a, b) => compare(distance(a.value), distance(b.value)));
  if (best === undefined) return { what: aim.what, of: aim.of, shift: null };
  const placed = { n: best.value.n * as.factor.n, d: best.value.d * as.factor.d };
  const next = (name: string): Exact | undefined => (name === input.name ? placed : (best.options.get(name) ?? entered(name)));
  const changed = leaf.inputs.flatMap(({ name, options }) => (options === undefined || compare(best.options.get(name) ?? ONE, entered(name) ?? ONE) === 0 ? [] : [[name, options[Number(best.options.get(name)?.n ?? 0n)] ?? ""] as const]));
  const shift = shiftTo(`${toText(best.value, Math.max(as.places, decimalPlaces(best.value) ?? 0))}${as.suffix}`, next, situation, effects);
  const edge = best.edge && { threshold: { value: `${plain(best.edge.value)}${as.suffix}`, included: best.edge.closed } };
  return { what: aim.what, of: aim.of, shift: shift && { ...edge, ...shift, ...(changed.length === 0 ? {} : { with: Object.fromEntries(changed) }) } };
}

const valueOf = (value: Exact | string | undefined): Exact | undefined => (typeof value === "object" ? value : undefined);
const dividedBy = (value: Exact, factor: Exact): Exact => reduce(divide(value, factor) ?? value);
const scaled = (set: NumberSet, factor: Exact): NumberSet => set.map(({ low, high }) => ({ low: low && { ...low, value: dividedBy(low.value, factor) }, high: high && { ...high, value: dividedBy(high.value, factor) } }));
const plain = (value: Exact): string => toPlainText(value) ?? `${reduce(value).n}/${reduce(value).d}`;

/** The nearest figure with as many decimals as the actual value, or as few more as it takes; and the end of the set it lies behind. */
function nearestWritten(set: NumberSet, at: Exact, places: number): { readonly value: Exact; readonly edge: End | undefined } | undefined {
  for (let decimals = places; decimals <= MOST_PLACES; decimals++) {
    const value = nearest(set, at, decimals);
    if (value === undefined) continue;
    const own = set.filter((one) => contains([one], value));
    return { value, edge: contains(set, at) ? undefined : threshold(own, at) };
  }
  return undefined;
}

/** Every choice of the options of an indicator. */
function optionsOf(inputs: readonly Input[]): readonly ReadonlyMap<string, Exact>[] {
  return inputs.reduce<readonly ReadonlyMap<string, Exact>[]>(
    (all, { name, options }) => (options === undefined ? all : all.flatMap((one) => options.map((_, index) => new Map([...one, [name, { n: BigInt(index), d: 1n }]])))),
    [new Map()],
  );
}

// ---- words -----------------------------------------------------------------------------------------------------

/** The option next to the present one that brings it about. */
function byOption(aim: Aim, input: Input, situation: Situation, { entry }: LeafResult, effects: Effects): Change {
  const present = Number(valueOf(entry.values.get(input.name))?.n ?? 0n);
  const others = (input.options ?? []).map((_, index) => index).filter((index) => index !== present).sort((a, b) => Math.abs(a - present) - Math.abs(b - present));
  const entered = (index: number) => (name: string): Exact | undefined => (name === input.name ? { n: BigInt(index), d: 1n } : valueOf(entry.values.get(name)));
  const found = others.find((index) => resultAt(effects, entered(index)) !== undefined && aim.reached(entered(index)));
  return { what: aim.what, of: aim.of, shift: found === undefined ? null : (shiftTo(input.options?.[found] ?? "", entered(found), situation, effects) ?? null) };
}

/** What the indicator and the whole come to with other entries. */
function shiftTo(value: string, entered: (name: string) => Exact | undefined, { program, holds }: Situation, effects: Effects): Shift | null {
  const found = resultAt(effects, entered);
  if (found === undefined) return null;
  const { places } = program.rounding;
  const own = new Map(effects.tests.map(({ knockOut, test }) => [knockOut, holdsAt(test, entered)]));
  const rejected = program.knockOuts.some((one, index) => one.effect.kind === "reject" && (own.has(one) ? own.get(one) : holds[index]) === true);
  return { value, points: toText(found.points, places), total: toText(found.total, places), grade: rejected ? null : (program.grades[found.grade] ?? null) };
}
