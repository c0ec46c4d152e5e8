// 已填内容: what an actuals document says, cell by cell, as a spreadsheet holds it.
import { entryKey, optionIndex, readInput } from "../model/entries.ts";
import { decimalPlaces, type Exact, toText } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import { STATE } from "./names.ts";
import type { ActualsDocument, ActualValue } from "../types/types.ts";
import type { CellModel } from "../xlsx/model.ts";
import { shiftOf, type Slot } from "./slots.ts";

type Content = Pick<CellModel, "text" | "number">;

export const entryOf = (actuals: ActualsDocument | undefined, { leaf }: LeafProgram): ActualValue | undefined => (actuals === undefined ? undefined : actuals.values[entryKey(actuals, leaf)]);

const partOf = (given: ActualValue | undefined, name: string, single: boolean): string | boolean | undefined => {
  if (typeof given !== "object") return single ? given : undefined;
  return Object.hasOwn(given, name) ? given[name] : single && Object.hasOwn(given, "value") ? given["value"] : undefined;
};

/** The figure that an entry gives for an input; undefined where it gives none. */
export function figureOf(given: ActualValue | undefined, { input }: Slot, single: boolean): Exact | undefined {
  const text = partOf(given, input.name, single);
  const value = text === undefined || input.options !== undefined ? undefined : readInput(input, text);
  return typeof value === "object" ? value : undefined;
}

const STATE_OF = new Map<string, string>([["not-applicable", STATE.gone], ["pending", STATE.pending]]);

/** What stands in the cell of an input; what cannot be read is written as it is. */
export function contentOf(given: ActualValue | undefined, slot: Slot, single: boolean, first: boolean): Content {
  const state = typeof given === "string" ? STATE_OF.get(given) : undefined;
  if (state !== undefined) return first ? { text: state } : {};
  const text = partOf(given, slot.input.name, single);
  if (text === undefined) return {};
  return factContent(text, slot);
}

export function factContent(text: string | boolean, { input }: Slot): Content {
  if (input.options !== undefined) return { text: input.options[optionIndex(input.options, String(text))] ?? String(text) };
  const value = readInput(input, text);
  const shifted = typeof value === "object" ? { n: value.n, d: value.d * 10n ** BigInt(shiftOf(input)) } : undefined;
  const places = shifted === undefined ? undefined : decimalPlaces(shifted);
  return shifted === undefined || places === undefined ? { text: String(text) } : { number: toText(shifted, places) };
}

export function noteOf(given: ActualValue | undefined, note: string): Content {
  const text = typeof given === "object" && Object.hasOwn(given, note) ? given[note] : undefined;
  return text === undefined ? {} : { text: String(text) };
}
