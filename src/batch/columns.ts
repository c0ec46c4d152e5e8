// 列: which columns a file of rows has for a scorer, and the entries that the texts under them are. Nothing is guessed:
// a heading that is not understood is said, and what stands under a faulty one fails its row.
import { type Code, type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { nearest } from "../text/nearest.ts";
import type { Scorer, ScorerIndicator } from "../scorer.ts";
import type { Cell } from "../types/table.ts";
import type { ActualValue } from "../types/types.ts";
import { conversion, parseUnit } from "../numbers/units.ts";
import { type About, fold, headingOf, headingsFor, keyOf, type Meaning } from "./headings.ts";
import { enteredText, STATE_WORDS } from "./written.ts";

/** What a row enters. */
export interface Entered {
  readonly values: Readonly<Record<string, ActualValue>>;
  readonly facts?: Readonly<Record<string, string | boolean>>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Columns {
  readonly about: ReadonlyMap<About, number>;
  readonly diagnostics: readonly Diagnostic[];
  /** headings that mean nothing for this scorer, by their index */
  readonly unknown: readonly number[];
  /** an indicator has a column */
  readonly scores: boolean;
  read(texts: readonly (string | undefined)[], at: (index: number) => string): Entered;
  /** the heading under which an entry stands */
  indexOf(indicator: string, input: string | undefined): number | undefined;
}

interface Column {
  readonly name: string;
  readonly index: number;
  readonly unit: string | undefined;
  readonly yesNo: boolean;
}
interface EntryColumns {
  readonly indicator: ScorerIndicator;
  readonly inputs: Column[];
  readonly notes: Column[];
}
type FactColumn = { readonly fact: string; readonly index: number };
type OfIndicator = Extract<Meaning, { indicator: unknown }>;

const NONE: readonly Diagnostic[] = [];

/** Without a scorer only which evaluation a row is can be told. */
export function columnsFor(headings: readonly Cell[], scorer: Scorer | undefined, file: string | undefined): Columns {
  const diagnostics: Diagnostic[] = [];
  const faulty = new Set<number>();
  const fault = (code: Code, facts: Record<string, string>, index: number): void => {
    faulty.add(index);
    diagnostics.push(diagnose(code, { cell: headings[index]?.at ?? "", found: headings[index]?.text ?? "", ...facts }, { file }));
  };
  const known = headingsFor(scorer);
  const first = new Map<string, number>();
  const about = new Map<About, number>();
  const facts: FactColumn[] = [];
  const entries = new Map<string, EntryColumns>();
  const unknown: number[] = [];
  for (const [index, { text }] of headings.entries()) {
    const [meaning, ...others] = known.of(text);
    if (meaning === undefined) unknown.push(index);
    else if (others.length > 0) fault("batch-heading-ambiguous", { expected: [meaning, ...others].map(headingOf).join("、") }, index);
    else if ("indicator" in meaning && meaning.input === undefined && meaning.note === undefined) {
      fault("batch-heading-inputs", { expected: meaning.indicator.inputs.map(({ name }) => `${meaning.indicator.id}.${name}`).join("、") }, index);
    } else {
      const before = first.get(keyOf(meaning));
      if (before !== undefined) {
        faulty.add(before);
        fault("batch-heading-twice", { first: headings[before]?.at ?? "", other: headings[before]?.text ?? "" }, index);
        continue;
      }
      first.set(keyOf(meaning), index);
      if ("about" in meaning) about.set(meaning.about, index);
      else if ("fact" in meaning) facts.push({ fact: meaning.fact, index });
      else {
        const unit = otherUnit(meaning);
        if (unit !== undefined) fault("batch-heading-unit", { unit }, index);
        place(meaning, index, entries);
      }
    }
  }
  const ordered = (scorer?.indicators ?? []).flatMap(({ path }) => entries.get(path) ?? []);
  return {
    about,
    diagnostics,
    unknown,
    scores: ordered.length > 0,
    read(texts, at) {
      const found = readEntries(ordered, facts, texts, at, file);
      if (faulty.size === 0) return found;
      const problems = [...faulty].sort((a, b) => a - b).flatMap((index) => (texts[index] === undefined ? [] : [diagnose("batch-column-faulty", { cell: at(index), found: texts[index] ?? "", heading: headings[index]?.text ?? "" }, { file })]));
      return problems.length === 0 ? found : { ...found, diagnostics: [...found.diagnostics, ...problems] };
    },
    indexOf(indicator, input) {
      const entry = ordered.find((one) => one.indicator.id === indicator);
      return [...(entry?.inputs ?? []), ...(entry?.notes ?? [])].find(({ name }) => name === input)?.index ?? entry?.inputs[0]?.index ?? facts.find(({ fact }) => fact === indicator)?.index;
    },
  };
}

/** Headings that mean nothing, each with the one that may have been meant. */
export function unknownHeadings(headings: readonly Cell[], unknown: readonly number[], scorer: Scorer | undefined, file: string | undefined): readonly Diagnostic[] {
  if (unknown.length === 0) return NONE;
  const { known } = headingsFor(scorer);
  return unknown.map((index) => {
    const { text = "", at = "" } = headings[index] ?? {};
    const guess = nearest(fold(text), known);
    return diagnose("batch-heading-unknown", { cell: at, found: text, ...(guess === undefined ? {} : { guess }) }, { file });
  });
}

/** The unit that the input has, where the heading names one that does not convert into it. */
function otherUnit({ indicator, input, unit }: OfIndicator): string | undefined {
  const declared = indicator.inputs.find(({ name }) => name === input);
  if (unit === undefined) return undefined;
  return declared?.options !== undefined || conversion(parseUnit(unit), parseUnit(declared?.unit)) === undefined ? (declared?.unit ?? "—") : undefined;
}

/** A heading of an indicator takes its place among the columns of its entry. */
function place({ indicator, input, note, unit }: OfIndicator, index: number, entries: Map<string, EntryColumns>): void {
  const entry = entries.get(indicator.path) ?? { indicator, inputs: [], notes: [] };
  entries.set(indicator.path, entry);
  const options = indicator.inputs.find(({ name }) => name === input)?.options;
  (input === undefined ? entry.notes : entry.inputs).push({ name: input ?? note ?? "", index, unit, yesNo: options?.length === 2 && options[0] === "否" });
}

function readEntries(entries: readonly EntryColumns[], facts: readonly FactColumn[], texts: readonly (string | undefined)[], at: (index: number) => string, file: string | undefined): Entered {
  const values: Record<string, ActualValue> = {};
  const diagnostics: Diagnostic[] = [];
  for (const { indicator, inputs, notes } of entries) {
    const [only] = inputs;
    if (inputs.length === 1 && only !== undefined && notes.length === 0 && indicator.inputs.length === 1) {
      const text = texts[only.index];
      if (text !== undefined) values[indicator.id] = enteredText(text, only.unit, only.yesNo);
      continue;
    }
    const given = [...inputs, ...notes].filter(({ index }) => texts[index] !== undefined);
    if (given.length === 0) continue;
    const state = inputs.find(({ index }) => STATE_WORDS.has(texts[index] ?? ""));
    const other = state && inputs.find(({ index }) => texts[index] !== undefined && texts[index] !== texts[state.index]);
    if (state !== undefined && other !== undefined) {
      diagnostics.push(diagnose("batch-state-and-value", { cell: at(state.index), found: texts[state.index] ?? "", other: at(other.index), value: texts[other.index] ?? "" }, { file }));
    } else if (state !== undefined) {
      values[indicator.id] = STATE_WORDS.get(texts[state.index] ?? "") ?? "";
      for (const { index } of notes) if (texts[index] !== undefined) diagnostics.push(diagnose("batch-state-and-note", { cell: at(index), found: texts[index] ?? "", other: at(state.index), value: texts[state.index] ?? "" }, { file }));
    } else if (given.length === 1 && given[0] === only && only !== undefined && indicator.inputs.length === 1) values[indicator.id] = enteredText(texts[only.index] ?? "", only.unit, only.yesNo);
    else values[indicator.id] = Object.fromEntries(given.map((one) => [one.name, notes.includes(one) ? (texts[one.index] ?? "") : enteredText(texts[one.index] ?? "", one.unit, one.yesNo)]));
  }
  const declared = facts.flatMap(({ fact, index }) => (texts[index] === undefined ? [] : [[fact, enteredText(texts[index] ?? "", undefined, true)] as const]));
  return { values, ...(declared.length === 0 ? {} : { facts: Object.fromEntries(declared) }), diagnostics: diagnostics.length === 0 ? NONE : diagnostics };
}
