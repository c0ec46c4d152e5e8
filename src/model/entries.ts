// 实际值: what was entered for one indicator, read into the inputs of its expression.
import { diagnose, type Code, type Diagnostic } from "../types/diagnostics.ts";
import type { Value } from "../expression/exact.ts";
import type { Input } from "../expression/expression.ts";
import { nearest } from "../text/nearest.ts";
import { inUnit, readQuantity } from "../numbers/quantity.ts";
import type { LeafProgram } from "./program.ts";
import type { Place } from "./linked.ts";
import type { ActualsDocument, ActualValue, State } from "../types/types.ts";

/** Keys beside the inputs: an explanation of a deviation, and the sample of a survey. They do not score. */
export const NOTES = ["explanation", "population", "valid-responses"] as const;
const YES_NO: ReadonlyMap<string, number> = new Map([["是", 1], ["否", 0], ["true", 1], ["false", 0]]);

export interface Entry {
  /** `scored` here means: everything was entered; the expression may still find it not applicable */
  readonly state: State;
  readonly values: ReadonlyMap<string, Value>;
  readonly entered: Readonly<Record<string, string>>;
  readonly explanation: string | undefined;
}

type At = (...path: readonly (string | number)[]) => Place;

/** Reads an entry; every fault has its place, and a faulty input counts as missing. */
export function readEntry({ inputs, leaf }: LeafProgram, given: ActualValue | undefined, at: At, report: (one: Diagnostic) => void): Entry {
  const values = new Map<string, Value>();
  const entered: Record<string, string> = {};
  const fail = (code: Code, facts: Record<string, string>, ...path: readonly string[]): void => report(diagnose(code, { ...facts, indicator: leaf.name }, at(...path)));
  if (given === "not-applicable") {
    if (leaf.notApplicable === "forbid") fail("not-applicable-forbidden", {});
    return { state: "not-applicable", values, entered, explanation: undefined };
  }
  if (given === undefined || given === "pending") return { state: given === "pending" ? "pending" : "missing", values, entered, explanation: undefined };

  const [only] = inputs;
  const single = only !== undefined && inputs.length === 1 ? only : undefined;
  const take = (input: Input, text: string | boolean, path: readonly string[]): void => {
    entered[input.name] = String(text);
    const value = readInput(input, text);
    if (typeof value === "object") values.set(input.name, value);
    else fail(value, { found: String(text), unit: input.unit ?? "", expected: input.options?.join("、") ?? "", input: input.label.zh }, ...path);
  };
  if (typeof given !== "object") {
    if (single === undefined) fail("entry-needs-inputs", { expected: inputs.map((one) => one.name).join("、") });
    else take(single, given, []);
    return { state: values.size === 1 ? "scored" : "missing", values, entered, explanation: undefined };
  }
  for (const [key, text] of Object.entries(given)) {
    const input = inputs.find((one) => one.name === key) ?? (key === "value" ? single : undefined);
    if (input !== undefined) take(input, text, [key]);
    else if (NOTES.some((note) => note === key)) entered[key] = String(text);
    else {
      const names = [...inputs.map((one) => one.name), ...NOTES];
      const guess = nearest(key, names);
      fail("input-unknown", { input: key, expected: inputs.map((one) => one.name).join("、"), ...(guess ? { guess } : {}) }, key);
    }
  }
  // In the order of the inputs, whatever the order in which they were entered.
  const ordered = Object.fromEntries([...inputs.map((one) => one.name), ...NOTES].flatMap((key) => (Object.hasOwn(entered, key) ? [[key, entered[key] ?? ""]] : [])));
  const explanation = Object.hasOwn(entered, "explanation") ? entered["explanation"] : undefined;
  return { state: inputs.every((one) => values.has(one.name)) ? "scored" : "missing", values, entered: ordered, explanation };
}

/** Which option a word names, yes/no also as true/false; -1 where it is none. */
export function optionIndex(options: readonly string[], word: string): number {
  const index = options.indexOf(word);
  return index < 0 && options.length === 2 && options[0] === "否" ? (YES_NO.get(word) ?? -1) : index;
}

/** The key under which an indicator was entered: its id, else its path. */
export const entryKey = ({ values }: ActualsDocument, { id, path }: LeafProgram["leaf"]): string => [id, path].find((one) => Object.hasOwn(values, one)) ?? id;

/** The exact value of one input, or why the text is not one. */
export function readInput(input: Input, text: string | boolean): Exclude<Value, string> | Code {
  const { options } = input;
  if (options !== undefined) {
    const index = optionIndex(options, String(text));
    return index < 0 ? "value-not-an-option" : { n: BigInt(index), d: 1n };
  }
  const quantity = typeof text === "string" ? readQuantity(text) : undefined;
  if (quantity === undefined) return "value-not-a-number";
  return inUnit(quantity, input.unit);
}
