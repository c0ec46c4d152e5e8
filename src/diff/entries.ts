// 试填: values that an indicator may be given, and what it makes of them — the same reading of entries and the same
// expression as in scoring.
import { readEntry } from "../model/entries.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import { children, type Expression, type Input, inputsOf, operands } from "../expression/expression.ts";
import { add, compare, decimalPlaces, divide, type Exact, exact, ONE, round, subtract, toPlainText, ZERO } from "../numbers/number.ts";
import type { LeafProgram } from "../model/program.ts";
import { inUnit } from "../numbers/quantity.ts";
import type { ActualValue } from "../types/types.ts";
import { comparisonsOf } from "./equal.ts";
import type { Normaliser } from "./normal.ts";
import { breaksIn } from "./ratios.ts";

/** Points, a state, or the entry is not accepted at all. */
export type Outcome = Exact | "missing" | "not-applicable" | "refused";

/** What an indicator makes of an entry while some others do not apply. */
export function outcomeOf(leaf: LeafProgram, given: ActualValue, gone: ReadonlySet<string> = new Set()): Outcome {
  let faulty = false;
  const { state, values } = readEntry(leaf, given, () => ({ path: [] }), () => (faulty = true));
  if (faulty) return "refused";
  if (state !== "scored" && values.size === 0) return "missing";
  return evaluate(leaf.expression, (name) => values.get(name) ?? (name.startsWith("applies ") ? (gone.has(name) ? ZERO : ONE) : "missing"));
}

/** What is read of an entry, by input. */
export const valuesOf = (leaf: LeafProgram, given: ActualValue): ReadonlyMap<string, Value> => readEntry(leaf, given, () => ({ path: [] }), () => undefined).values;

export const sameOutcome = (a: Outcome, b: Outcome): boolean => (typeof a === "object" && typeof b === "object" ? compare(a, b) === 0 : a === b);

const MOST = 3000; // entries tried for one indicator
const FIGURES = ["0", "1", "2", "3", "5", "7", "10", "33.33", "50", "60", "66.67", "75", "80", "85", "90", "95", "98", "99.99", "100", "101", "105", "110", "120", "130", "150", "200", "300", "1000", "37.123457", "-1", "-10"].map(exact);
const BASES = ["100", "1", "0", "3", "1000"].map(exact);
const [HALF, CENT]: readonly Exact[] = [exact("0.5"), exact("0.01")];

/** Entries for an indicator of which two versions are given: figures that either mentions, what lies between and beside them. */
export function entriesFor(a: LeafProgram, b: LeafProgram, normal: Normaliser): readonly ActualValue[] {
  const { inputs } = a;
  const settings = settingsOf(inputs.filter((one) => one.options !== undefined));
  const figures = inputs.filter((one) => one.options === undefined);
  const single = figures.length === 1 ? figures[0] : undefined;
  const numbers = numbersOf([a.expression, b.expression].map(normal), single === undefined ? 60 : 400, normal);
  const rows = figures.length === 0 ? [new Map<string, Exact>()] : single !== undefined ? numbers.map((value) => new Map([[single.name, value]])) : crossed(figures, numbers);
  const all = rows.flatMap((row) => settings.map((setting) => new Map([...setting, ...row])));
  return all.slice(0, MOST).map((values) => entryOf(inputs, values));
}

/** One input at a time over all figures, the others at a few. */
function crossed(figures: readonly Input[], numbers: readonly Exact[]): ReadonlyMap<string, Exact>[] {
  return figures.flatMap((varied) => BASES.flatMap((base) => numbers.map((value) => new Map(figures.map(({ name }) => [name, name === varied.name ? value : base])))));
}

function settingsOf(inputs: readonly Input[]): readonly ReadonlyMap<string, Exact>[] {
  const index = (value: number): Exact => ({ n: BigInt(value), d: 1n });
  const counts = inputs.map(({ options }) => options?.length ?? 1);
  if (counts.reduce((whole, one) => whole * one, 1) <= 64) {
    return inputs.reduce<ReadonlyMap<string, Exact>[]>((all, { name, options }) => all.flatMap((one) => (options ?? []).map((_, at) => new Map([...one, [name, index(at)]]))), [new Map()]);
  }
  const every = (last: boolean, except?: string): ReadonlyMap<string, Exact> => new Map(inputs.map(({ name }, at) => [name, index((name === except) !== last ? (counts[at] ?? 1) - 1 : 0)]));
  return [every(true), every(false), ...inputs.flatMap(({ name }) => [every(true, name), every(false, name)])];
}

function numbersOf(expressions: readonly Expression[], most: number, normal: Normaliser): readonly Exact[] {
  const constants: Exact[] = [];
  const seen = new Set<Expression>();
  const visit = (one: Expression): void => {
    if (seen.has(one)) return;
    seen.add(one);
    if (one.op === "constant") constants.push(one.value);
    children(one).forEach(visit);
  };
  expressions.forEach(visit);
  const breaks = expressions.flatMap(comparisonsOf).flatMap((one) => [...new Set(operands(one).flatMap(inputsOf))].flatMap((input) => breaksIn(one.left, one.right, input, normal) ?? []));
  const near = [...constants, ...breaks].flatMap((one) => [one, subtract(one, CENT ?? ZERO), add(one, CENT ?? ZERO)]);
  const sorted = unique([...near, ...FIGURES]).sort(compare);
  const between = sorted.slice(1).map((one, index) => divide(add(one, sorted[index] ?? one), { n: 2n, d: 1n }) ?? one);
  return unique([...sorted, ...between, add(sorted.at(-1) ?? ONE, HALF ?? ONE)]).sort(plainness).slice(0, most);
}

/** As entered: decimals of at most 12 places. */
const unique = (values: readonly Exact[]): Exact[] => [...new Map(values.map((one) => ((decimalPlaces(one) ?? 99) <= 12 ? one : round(one, 6, "floor"))).map((one) => [toPlainText(one) ?? "", one])).values()];

/** Figures a reader takes in at once come first: few decimals, not negative. */
const plainness = (a: Exact, b: Exact): number => (decimalPlaces(a) ?? 0) - (decimalPlaces(b) ?? 0) || Number(a.n < 0n) - Number(b.n < 0n) || compare(a, b);

function entryOf(inputs: readonly Input[], values: ReadonlyMap<string, Exact>): ActualValue {
  const text = (input: Input): string => {
    const value = values.get(input.name) ?? ZERO;
    if (input.options !== undefined) return input.options[Number(value.n)] ?? "";
    const bare = toPlainText(value) ?? "0";
    return inUnit({ value, unit: undefined }, input.unit) === "unit-missing" ? `${bare}${input.unit ?? ""}` : bare;
  };
  const [only] = inputs;
  return inputs.length === 1 && only !== undefined ? text(only) : Object.fromEntries(inputs.map((one) => [one.name, text(one)]));
}
