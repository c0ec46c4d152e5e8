// 例值: an actual value as one would enter it, and what it scores, for a proof that anyone can repeat.
import { evaluate } from "../expression/exact.ts";
import type { Input } from "../expression/expression.ts";
import { type Exact, ONE, show, toPlainText, toText, ZERO } from "../numbers/number.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { parseUnit } from "../numbers/units.ts";
import type { Witness } from "../types/analysis-types.ts";
import type { ActualValue } from "../types/types.ts";
import { MOST_PLACES, nearest, type NumberSet, witness } from "../numbers/sets.ts";
import { enteredAt, type View } from "./views.ts";

/** A figure with the unit that has to be written with it; undefined where it cannot be written. */
function figureText({ unit, options }: Pick<Input, "unit" | "options">, value: Exact): string | undefined {
  if (options !== undefined) return options[Number(value.n / value.d)];
  const text = toPlainText(value);
  return text === undefined ? undefined : `${text}${unit !== undefined && unit !== "倍" && parseUnit(unit).dimensions.size === 0 ? unit : ""}`;
}

/** For a reader: figures that never end are cut off. */
export const shownFigure = (value: Exact, unit: string | undefined): string => `${show(value)}${unit ?? ""}`;

/** The entry for an indicator; undefined where a figure cannot be written. */
export function entryOf({ inputs }: LeafProgram, entered: ReadonlyMap<string, Exact>): { readonly actual: ActualValue; readonly text: string } | undefined {
  const written = inputs.map((input) => ({ input, text: figureText(input, entered.get(input.name) ?? (input.options === undefined ? ONE : ZERO)) }));
  const texts: [Input, string][] = written.flatMap(({ input, text }) => (text === undefined ? [] : [[input, text]]));
  const [only] = texts;
  if (texts.length < inputs.length || only === undefined) return undefined;
  if (texts.length === 1) return { actual: only[1], text: only[1] };
  const yes = texts.filter(([{ options }, text]) => options?.length === 2 && text === options[1]).length;
  const allOptions = inputs.every(({ options }) => options?.length === 2);
  const text = allOptions ? `${yes}/${inputs.length} 项符合` : texts.map(([{ label }, one]) => `${label.zh} ${one}`).join("，");
  return { actual: Object.fromEntries(texts.map(([{ name }, one]) => [name, one])), text };
}

/** The entry and the points that the exact evaluator gives it; undefined where it is no number. */
export function scoredEntry(leaf: LeafProgram, entered: ReadonlyMap<string, Exact> | undefined, { places }: Program["rounding"]): Witness | undefined {
  if (entered === undefined) return undefined;
  const entry = entryOf(leaf, entered);
  let branch: string | undefined;
  const points = evaluate(leaf.expression, (name) => entered.get(name) ?? (name.startsWith("applies ") ? ONE : "missing"), {
    value: () => undefined,
    taken: ({ cases, otherwise }, index) => void (branch = (cases[index] ?? otherwise).id),
  });
  return entry === undefined || typeof points === "string" ? undefined : { ...entry, points: toText(points, places), ...(branch === undefined ? {} : { branch }) };
}

/** A value of the variable in a set; figures that no one can write only where the variable is put together from inputs. */
export function valueIn(set: NumberSet, { stands }: View): Exact | undefined {
  const one = witness(set);
  return one ?? (stands?.op === "input" ? undefined : set[0]?.low?.value);
}

/** The value of a set that lies nearest to another, with as few decimals as can be. */
export function valueBeside(set: NumberSet, other: Exact, view: View): Exact | undefined {
  for (let places = 0; places <= MOST_PLACES; places++) {
    const found = nearest(set, other, places);
    if (found !== undefined) return found;
  }
  return valueIn(set, view);
}

export const enteredIn = (set: NumberSet, view: View): ReadonlyMap<string, Exact> | undefined => {
  if (view.stands === undefined) return set.length === 0 ? undefined : view.setting;
  const value = valueIn(set, view);
  return value && enteredAt(view, value);
};

