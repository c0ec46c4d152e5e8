// 列: what the headings of a file of rows mean, and the entries that the texts under them are. A heading is an
// indicator (id, path or name), one of its inputs (`budget-execution.executed`, 预算执行率.全年执行数), a note to it, a
// declared fact, or something about the evaluation; a unit in brackets at its end goes with the figures below. Nothing
// is guessed: what is none of these, or two of them, is said.
import { type Code, type Diagnostic, diagnose } from "../diagnostics.ts";
import { nearest } from "../nearest.ts";
import { programOf, type Scorer, type ScorerIndicator } from "../scorer.ts";
import type { Cell } from "../table.ts";
import type { ActualValue } from "../types.ts";
import { conversion, parseUnit } from "../units.ts";
import type { BatchValues } from "./record.ts";
import { enteredText, STATE_WORDS } from "./written.ts";

const ABOUT = {
  id: ["id", "编号", "评价编号", "项目编号", "项目编码"],
  name: ["name", "subject", "subject.name", "名称", "项目名称", "评价对象"],
  department: ["department", "subject.department", "主管部门", "部门"],
  unit: ["unit", "subject.unit", "实施单位", "单位"],
  sector: ["sector", "subject.sector", "支出领域"],
  category: ["category", "类别", "项目类别"],
  objectives: ["objectives", "绩效目标表", "绩效目标表编号"],
  asOf: ["as-of", "截止日期"],
} as const;
export type About = keyof typeof ABOUT;
const NOTE_WORDS = { explanation: ["explanation", "说明", "偏差原因", "原因说明"], population: ["population", "总体人数"], "valid-responses": ["valid-responses", "有效问卷数"] } as const;

/** `unit` is what a bare figure below the heading is in. */
type Meaning =
  | { readonly about: About }
  | { readonly fact: string }
  | { readonly indicator: ScorerIndicator; readonly input?: string; readonly note?: string; readonly unit?: string };
type Faulty = (code: Code, facts: Record<string, string>, index: number) => void;

/** Full width or half, spaces or line ends between, capitals or not: one heading. */
const fold = (heading: string): string => heading.normalize("NFKC").replace(/\s/g, "").toLowerCase();
const keyOf = (one: Meaning): string => JSON.stringify("indicator" in one ? [one.indicator.path, one.input, one.note] : one);
const nameOf = (one: Meaning): string => ("indicator" in one ? [one.indicator.path, one.input ?? one.note ?? []].flat().join(".") : "fact" in one ? `fact.${one.fact}` : one.about);

/** Every heading that means something for a scorer, folded; without one, what is about the evaluation. */
function meaningsFor(scorer: Scorer | undefined): ReadonlyMap<string, readonly Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  const add = (words: readonly string[], meaning: Meaning): void => {
    for (const word of new Set(words.map(fold))) {
      const known = meanings.get(word);
      if (known === undefined) meanings.set(word, [meaning]);
      else if (!known.some((one) => keyOf(one) === keyOf(meaning))) known.push(meaning);
    }
  };
  for (const [about, words] of Object.entries(ABOUT)) add(words, { about: about as About });
  for (const indicator of scorer?.indicators ?? []) {
    const { id, path, name, inputs } = indicator;
    const names = [id, path, name];
    const [only] = inputs;
    add(names, inputs.length === 1 && only !== undefined ? { indicator, input: only.name } : { indicator });
    for (const { name: input, label } of inputs) add(names.flatMap((one) => [`${one}.${input}`, `${one}.${label}`, `${one}(${label})`]), { indicator, input });
    for (const [note, words] of Object.entries(NOTE_WORDS)) add(names.flatMap((one) => words.map((word) => `${one}.${word}`)), { indicator, note });
  }
  for (const { name, label } of scorer === undefined ? [] : programOf(scorer).facts) add([name.replace(" ", "."), `事实.${label.zh}`], { fact: name.slice("fact ".length) });
  return meanings;
}

function meaningOf(heading: string, meanings: ReadonlyMap<string, readonly Meaning[]>): readonly Meaning[] {
  const found = meanings.get(fold(heading));
  const [, bare = "", unit = ""] = /^(.*)[(（]([^()（）]+)[)）]$/s.exec(heading.trim()) ?? [];
  if (found !== undefined || bare === "") return found ?? [];
  return (meanings.get(fold(bare)) ?? []).flatMap((one): Meaning[] => ("indicator" in one && one.note === undefined ? [{ ...one, unit: unit.normalize("NFKC").trim() }] : []));
}

export interface Columns {
  readonly about: ReadonlyMap<About, number>;
  readonly diagnostics: readonly Diagnostic[];
  /** headings that mean nothing for this scorer, by their index */
  readonly unknown: readonly number[];
  read(texts: readonly (string | undefined)[], at: (index: number) => string): BatchValues;
  /** the heading under which an entry stands */
  headingOf(id: string, input: string | undefined): number | undefined;
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

/** What the headings mean for a scorer. Without one only what is about the evaluation is known, and nothing is wrong yet. */
export function columnsFor(headings: readonly Cell[], scorer: Scorer | undefined, file: string | undefined, ignored: ReadonlySet<string>): Columns {
  const diagnostics: Diagnostic[] = [];
  const fault: Faulty = (code, facts, index) => void diagnostics.push(diagnose(code, { cell: headings[index]?.at ?? "", found: headings[index]?.text ?? "", ...facts }, { file }));
  const meanings = meaningsFor(scorer);
  const first = new Map<string, number>();
  const about = new Map<About, number>();
  const facts: { readonly fact: string; readonly index: number; readonly yesNo: boolean }[] = [];
  const entries = new Map<string, EntryColumns>();
  const unknown: number[] = [];
  for (const [index, { text }] of headings.entries()) {
    if (ignored.has(fold(text))) continue;
    const [meaning, ...others] = meaningOf(text, meanings);
    if (meaning === undefined) unknown.push(index);
    else if (others.length > 0) fault("batch-heading-ambiguous", { expected: [meaning, ...others].map(nameOf).join("、") }, index);
    else if ("indicator" in meaning && meaning.input === undefined && meaning.note === undefined) {
      fault("batch-heading-inputs", { expected: meaning.indicator.inputs.map(({ name }) => `${meaning.indicator.id}.${name}`).join("、") }, index);
    } else {
      const before = first.get(keyOf(meaning));
      first.set(keyOf(meaning), before ?? index);
      if (before !== undefined) fault("batch-heading-twice", { first: headings[before]?.at ?? "", other: headings[before]?.text ?? "" }, index);
      else if ("about" in meaning) about.set(meaning.about, index);
      else if ("fact" in meaning) facts.push({ fact: meaning.fact, index, yesNo: true });
      else place(meaning, index, entries, fault);
    }
  }
  const ordered = (scorer?.indicators ?? []).flatMap(({ path }) => entries.get(path) ?? []);
  const guesses = [...meanings.keys()];
  if (scorer !== undefined) {
    for (const index of unknown) {
      const guess = nearest(fold(headings[index]?.text ?? ""), guesses);
      fault("batch-heading-unknown", guess === undefined ? {} : { guess }, index);
    }
    if (ordered.length === 0 && diagnostics.length === 0) diagnostics.push(diagnose("batch-no-columns", { expected: scorer.indicators.slice(0, 3).map(({ name }) => name).join("、") }, { file }));
  }
  return {
    about,
    diagnostics,
    unknown,
    read: (texts, at) => readEntries(ordered, facts, texts, at, file),
    headingOf: (id, input) => {
      const entry = ordered.find(({ indicator }) => indicator.id === id);
      return [...(entry?.inputs ?? []), ...(entry?.notes ?? [])].find(({ name }) => name === input)?.index ?? entry?.inputs[0]?.index ?? facts.find(({ fact }) => fact === id)?.index;
    },
  };
}

/** A heading of an indicator takes its place among the columns of its entry. */
function place({ indicator, input, note, unit }: Extract<Meaning, { indicator: unknown }>, index: number, entries: Map<string, EntryColumns>, fault: Faulty): void {
  const entry = entries.get(indicator.path) ?? { indicator, inputs: [], notes: [] };
  entries.set(indicator.path, entry);
  const declared = indicator.inputs.find(({ name }) => name === input);
  if (unit !== undefined && (declared?.options !== undefined || conversion(parseUnit(unit), parseUnit(declared?.unit)) === undefined)) fault("batch-heading-unit", { unit: declared?.unit ?? "—" }, index);
  const column = { name: input ?? note ?? "", index, unit, yesNo: declared?.options?.[0] === "否" };
  (input === undefined ? entry.notes : entry.inputs).push(column);
}

function readEntries(entries: readonly EntryColumns[], facts: readonly { readonly fact: string; readonly index: number }[], texts: readonly (string | undefined)[], at: (index: number) => string, file: string | undefined): BatchValues {
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
    } else if (state !== undefined) values[indicator.id] = STATE_WORDS.get(texts[state.index] ?? "") ?? "";
    else values[indicator.id] = Object.fromEntries(given.map((one) => [one.name, notes.includes(one) ? (texts[one.index] ?? "") : enteredText(texts[one.index] ?? "", one.unit, one.yesNo)]));
  }
  const declared = facts.flatMap(({ fact, index }) => (texts[index] === undefined ? [] : [[fact, enteredText(texts[index] ?? "", undefined, true)] as const]));
  return { values, ...(declared.length === 0 ? {} : { facts: Object.fromEntries(declared) }), ...(diagnostics.length === 0 ? {} : { diagnostics }) };
}
