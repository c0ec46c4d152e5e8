// 填报格: the cells that people fill in — what each stands for, and how the calculation reads it.
import type { Input } from "../expression/expression.ts";
import type { Source } from "../expression/spreadsheet.ts";
import type { LeafProgram } from "../model/program.ts";
import { onSheet, quotedText, STATE } from "./names.ts";
import { mostOf, type Precision } from "./precision.ts";

/** A cell for one input of an indicator, or for a declared fact. */
export interface Slot {
  readonly input: Input;
  readonly sheet: string;
  readonly at: string;
  /** words that say there is no figure; only the first cell of an indicator takes them */
  readonly states: readonly string[];
  /** the range of the options on their sheet, where the input has options */
  readonly options: string | undefined;
  /** that range with the states below it: what may be chosen */
  readonly choices?: string;
}

export const refOf = ({ sheet, at }: Pick<Slot, "sheet" | "at">): string => onSheet(sheet, at);

/** Stored as a fraction and shown with its sign, as spreadsheets do. */
export const isPercent = (input: Input): boolean => input.unit === "%";
export const shiftOf = (input: Input): number => (isPercent(input) ? 2 : 0);

/** 1 where the cell holds what cannot be read, else 0. */
export function wrongFormula(slot: Slot, precision: Precision, lowest: bigint): string {
  const ref = refOf(slot);
  const states = slot.states.length === 0 ? "1" : `IF(OR(${slot.states.map((word) => `EXACT(${ref},${quotedText(word)})`).join(",")}),0,1)`;
  if (slot.options !== undefined) return `IF(${ref}="",0,IF(${foundCount(ref, slot.options)}=1,0,${states}))`;
  const places = precision.decimals + shiftOf(slot.input);
  const most = `10^${precision.digits - shiftOf(slot.input)}`;
  const within = `AND(${ref}>=${lowest < 0n ? `-${most.replace("10^", "(10^")})` : "0"},${ref}<=${most})`;
  return `IF(${ref}="",0,IF(ISNUMBER(${ref}),IF(${within},IF(ROUND(${ref},${places})=${ref},0,1),1),${states}))`;
}

const foundCount = (ref: string, options: string): string => `SUMPRODUCT(EXACT(${ref},${options})*1)`;

/** The whole number that the cell stands for: its figure × 10^decimals, or the index of its word; #N/A without one. */
export function wholeFormula(slot: Slot, precision: Precision): string {
  const ref = refOf(slot);
  if (slot.options === undefined) return `IF(ISNUMBER(${ref}),ROUND(${ref}*10^${precision.decimals + shiftOf(slot.input)},0),NA())`;
  return `IF(${foundCount(ref, slot.options)}=1,SUMPRODUCT(EXACT(${ref},${slot.options})*ROW(${slot.options}))-1,NA())`;
}

export function sourceOf(slot: Slot, cell: string, precision: Precision, lowest: bigint): Source {
  if (slot.options !== undefined) return { cell, decimals: 0, low: 0n, high: BigInt((slot.input.options ?? []).length - 1) };
  const most = mostOf(precision);
  return { cell, decimals: precision.decimals, low: lowest < 0n ? -most : 0n, high: most };
}

/** 0 where figures below zero lie outside the declared domain, which people are then told at once; else below. */
export const lowestOf = ({ measure, domain }: LeafProgram, input: Input): bigint =>
  measure?.op === "input" && measure.name === input.name && domain.low !== undefined && domain.low.value.n >= 0n ? 0n : -1n;

/** The state of an indicator's entry, from the cells that say whether each of its slots is wrong. */
export function stateFormula(slots: readonly Slot[], wrongs: readonly string[]): string {
  const refs = slots.map(refOf);
  const [first, ...others] = refs;
  if (first === undefined) return quotedText(STATE.filled);
  const filled = `IF(COUNTA(${refs.join(",")})=0,${quotedText(STATE.open)},${quotedText(STATE.filled)})`;
  const states = slots[0]?.states ?? [];
  const named = others.length === 0 ? first : `IF(COUNTA(${others.join(",")})=0,${first},${quotedText(STATE.wrong)})`;
  const stated = states.length === 0 ? filled : `IF(OR(${states.map((word) => `EXACT(${first},${quotedText(word)})`).join(",")}),${named},${filled})`;
  return `IF(SUM(${wrongs.join(",")})>0,${quotedText(STATE.wrong)},${stated})`;
}

