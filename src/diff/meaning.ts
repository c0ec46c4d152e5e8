// 意义: whether two compiled versions of one framework score alike — indicator by indicator, then the roll-up.
import { type Expression, inputsOf } from "../expression/expression.ts";
import type { LinkedLeaf } from "../model/linked.ts";
import { compare, type Exact, reduce, subtract, ZERO } from "../numbers/number.ts";
import { appliesName, type LeafProgram, pointsName, type Program } from "../model/program.ts";
import { conversion, parseUnit } from "../numbers/units.ts";
import type { ActualValue, ObjectivesDocument } from "../types/types.ts";
import { entriesFor, type Outcome, outcomeOf, sameOutcome } from "./entries.ts";
import { provedEqual } from "./equal.ts";
import { isSample } from "./filling.ts";
import type { Normaliser } from "./normal.ts";
import { replaced } from "../expression/rebuild.ts";
import { same, sameFigures } from "./shown.ts";

/** A compiled framework and what of it was assumed. */
export interface Meaning {
  readonly program: Program;
  /** objectives that no document holds, where there are none that it stands on */
  readonly fill: ObjectivesDocument | undefined;
  /** paths of indicators whose target nobody has said yet */
  readonly assumed: ReadonlySet<string>;
}

/** An entry that two versions of an indicator value differently. */
export interface Difference {
  readonly a: LeafProgram;
  readonly b: LeafProgram;
  readonly entry: ActualValue;
  /** indicators that do not apply meanwhile */
  readonly gone: readonly string[];
  readonly before: Outcome;
  readonly after: Outcome;
}

export type LeafVerdict = "same" | "unknown" | Difference;

/** Two versions of one indicator; `x` and `y` are the forms of their expressions. What is not proved equal is searched for a difference. */
export function compareLeaf(a: LeafProgram, b: LeafProgram, [x, y]: readonly [Expression, Expression], sample: boolean, search: boolean, normal: Normaliser): LeafVerdict {
  const inputs = sameInputs(a, b);
  if (inputs && x === y && (!sample || sameFigures(contentOf(a.leaf), contentOf(b.leaf)))) return "same";
  if (inputs && !sample && provedEqual(x, y, normal)) return "same";
  return (search ? differenceOf(a, b, normal) : undefined) ?? "unknown";
}

/** What an indicator is, whatever its target. Names are no part of it; those that are entered count among the inputs. */
function contentOf({ method, unit, domain, measure, target, weight, notApplicable }: LinkedLeaf): unknown {
  return [nameless(method), unit, domain, measure && nameless(measure), target?.text, `${weight.n}/${weight.d}`, notApplicable];
}

function nameless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameless);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key === "name" ? [] : [[key, nameless(one)]]))) : value;
}

/** Whether the same entries are read, and read alike. */
export const sameInputs = (a: LeafProgram, b: LeafProgram): boolean =>
  a.inputs.length === b.inputs.length && a.inputs.every((one) => b.inputs.some((other) => other.name === one.name && same(other.options, one.options) && sameUnit(other.unit, one.unit)));

function sameUnit(a: string | undefined, b: string | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  const factor = conversion(parseUnit(a), parseUnit(b));
  return factor !== undefined && factor.n === factor.d && parseUnit(a).dimensions.size > 0;
}

/** The entry with the greatest difference, the plainest of several; first with everything applying, then with one indicator gone. */
function differenceOf(a: LeafProgram, b: LeafProgram, normal: Normaliser): Difference | undefined {
  const entries = entriesFor(a, b, normal);
  const best = pick(a, b, entries, []);
  if (best !== undefined) return best;
  const others = [...new Set([a, b].flatMap(({ factor }) => (factor === undefined ? [] : appliesIn(factor))))];
  for (const gone of others) {
    const found = pick(a, b, entries.slice(0, 60), [gone]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function pick(a: LeafProgram, b: LeafProgram, entries: readonly ActualValue[], gone: readonly string[]): Difference | undefined {
  const away = new Set(gone);
  let best: Difference | undefined;
  let most = ZERO;
  for (const entry of entries) {
    const [before, after] = [outcomeOf(a, entry, away), outcomeOf(b, entry, away)];
    if (sameOutcome(before, after)) continue;
    const size = distance(pointsOf(before), pointsOf(after));
    if (best === undefined || compare(size, most) > 0) [best, most] = [{ a, b, entry, gone, before, after }, size];
  }
  return best;
}

const pointsOf = (one: Outcome): Exact => (typeof one === "object" ? one : ZERO);

function distance(a: Exact, b: Exact): Exact {
  const by = subtract(a, b);
  return by.n < 0n ? { n: -by.n, d: by.d } : by;
}

const appliesIn = (expression: Expression): readonly string[] => inputsOf(expression).flatMap(({ name }) => (name.startsWith("applies ") ? [name] : []));

/** Forms of a program's expressions that do not depend on where indicators stand, only on their ids. */
export function formsOf(program: Program, normal: Normaliser): (expression: Expression) => Expression {
  const names = new Map<string, string>(program.leaves.flatMap(({ leaf }) => [[pointsName(leaf), `points of ${leaf.id}`], [appliesName(leaf), `applies of ${leaf.id}`]]));
  for (const { rule, leaf, input } of program.knockOuts) if (input !== undefined && leaf !== undefined) names.set(input.name, `knock-out ${rule} of ${leaf.id}`);
  const renamed = (one: Expression): Expression | undefined => {
    if (one.op !== "input") return undefined;
    const name = names.get(one.name);
    return name === undefined ? one : { ...one, name };
  };
  return (expression) => normal(replaced(expression, renamed));
}

/** The roll-up: programs of which it is the same total and grade alike, where their indicators score alike. */
export function rollUpOf(program: Program, form: (expression: Expression) => Expression, normal: Normaliser): string {
  const number = (one: Expression): number => normal.number(form(one));
  const figure = ({ n, d }: Exact): string => `${n}/${d}`;
  return JSON.stringify([
    number(program.total), number(program.grade), program.grades, program.rounding.places, program.linked.framework.data.missing,
    program.leaves.map(({ leaf }) => JSON.stringify([leaf.id, figure(reduce(leaf.weight)), leaf.notApplicable])).sort(),
    program.knockOuts.map(({ rule, leaf, test, effect, fact, value }) => [rule, leaf?.id, number(test), "value" in effect ? [effect.kind, figure(reduce(effect.value))] : effect, fact, value]),
  ]);
}

export const leavesById = ({ program }: Meaning): ReadonlyMap<string, LeafProgram> => new Map(program.leaves.map((one) => [one.leaf.id, one]));
export const rests = ({ assumed }: Meaning, { leaf }: LeafProgram): boolean => isSample(leaf) || assumed.has(leaf.path);
