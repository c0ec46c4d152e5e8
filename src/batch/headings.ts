// 表头: what a heading of a file of rows may mean — an indicator (id, path or name), one of its inputs
// (`budget-execution.executed`, 预算执行率.全年执行数), a note to it, a declared fact, or something about the evaluation.
// A unit in brackets at its end goes with the figures below. An id comes before a name; two things of one name mean neither.
import { programOf, type Scorer, type ScorerIndicator } from "../scorer.ts";

/** Which evaluation it is. */
const HEADS = {
  id: ["编号", "评价编号", "项目编号", "项目编码"],
  objectives: ["绩效目标表", "绩效目标表编号"],
  "as-of": ["截止日期"],
} as const;
const SUBJECT = {
  name: ["项目名称", "名称", "评价对象"],
  department: ["主管部门", "部门"],
  unit: ["实施单位", "单位"],
  sector: ["支出领域"],
  category: ["类别", "项目类别"],
} as const;
const NOTES = {
  explanation: ["偏差原因", "偏差原因分析及改进措施", "说明"],
  population: ["总体人数", "服务对象总数"],
  "valid-responses": ["有效问卷数"],
} as const;
/** What may be written beside the figures of an indicator. */
export type Note = keyof typeof NOTES;
export const noteIds = Object.keys(NOTES) as readonly Note[];
export const noteTitle = (note: Note): string => NOTES[note][0];
export type About = keyof typeof HEADS | keyof typeof SUBJECT;

/** `unit` is what a bare figure below the heading is in. */
export type Meaning =
  | { readonly about: About }
  | { readonly fact: string }
  | { readonly indicator: ScorerIndicator; readonly input?: string; readonly note?: string; readonly unit?: string };

export const keyOf = (one: Meaning): string => JSON.stringify("indicator" in one ? [one.indicator.path, one.input, one.note] : one);
/** The heading that means it and nothing else. */
export const headingOf = (one: Meaning): string =>
  "about" in one ? one.about : "fact" in one ? `fact.${one.fact}` : [one.indicator.path, one.note ?? (one.indicator.inputs.length === 1 ? [] : (one.input ?? []))].flat().join(".");

/** Full width or half, spaces or line ends between, capitals or not: one heading. */
export const fold = (heading: string): string => heading.normalize("NFKC").replace(/\s/g, "").toLowerCase();

const RESULT = { grade: ["等级"], state: ["状态"], objectives: HEADS.objectives } as const;

/** What a column that people name is called in results: 主管部门 is `department`; any other word is a label of the file. */
export const dimensionOf = (word: string): string => Object.entries({ ...SUBJECT, ...RESULT }).find(([key, names]) => [key, ...names].some((one) => fold(one) === fold(word)))?.[0] ?? word;

export const aboutTitle = (about: About): string => ({ ...HEADS, ...SUBJECT })[about][0];

export interface Headings {
  /** all that a heading may mean: one, or it is not clear which */
  of(heading: string): readonly Meaning[];
  /** every heading that is understood, folded */
  readonly known: readonly string[];
}

/** The first of some headings that means this and nothing else; the last where none does. */
export function clearHeading(headings: Headings, meaning: Meaning, candidates: readonly string[]): string {
  const means = (heading: string): boolean => {
    const [found, ...others] = headings.of(heading);
    return found !== undefined && others.length === 0 && keyOf(found) === keyOf(meaning);
  };
  return candidates.find(means) ?? candidates.at(-1) ?? "";
}

/** What headings mean for a scorer; without one, which evaluation a row is. */
export function headingsFor(scorer: Scorer | undefined): Headings {
  const ids = new Map<string, Meaning>();
  const words = new Map<string, Meaning[]>();
  const addId = (heading: string, meaning: Meaning): void => {
    if (!ids.has(heading)) ids.set(heading, meaning);
    addWord(heading, meaning);
  };
  const addWord = (heading: string, meaning: Meaning): void => {
    const known = words.get(fold(heading)) ?? [];
    words.set(fold(heading), known.some((one) => keyOf(one) === keyOf(meaning)) ? known : [...known, meaning]);
  };
  const addAbout = (given: Readonly<Record<string, readonly string[]>>): void => {
    for (const [about, names] of Object.entries(given)) {
      addId(about, { about: about as About });
      for (const name of names) addWord(name, { about: about as About });
    }
  };
  addAbout(HEADS);
  if (scorer !== undefined) {
    for (const { name, label } of programOf(scorer).facts) {
      const fact = name.slice("fact ".length);
      for (const own of [`fact.${fact}`, `facts.${fact}`]) addId(own, { fact });
      addWord(label.zh, { fact });
      addWord(`事实.${label.zh}`, { fact });
    }
    for (const indicator of scorer.indicators) addWhole(indicator);
    for (const indicator of scorer.indicators) addParts(indicator);
  }
  addAbout(SUBJECT);
  for (const about of Object.keys(SUBJECT) as About[]) addId(`subject.${about}`, { about });

  function addWhole(indicator: ScorerIndicator): void {
    const { id, path, name, inputs } = indicator;
    const [only] = inputs;
    const meaning: Meaning = inputs.length === 1 && only !== undefined ? { indicator, input: only.name } : { indicator };
    for (const own of [id, path]) addId(own, meaning);
    addWord(name, meaning);
  }
  function addParts(indicator: ScorerIndicator): void {
    const { id, path, name, inputs } = indicator;
    for (const { name: input, label } of inputs) {
      for (const own of [id, path]) addId(`${own}.${input}`, { indicator, input });
      for (const own of [id, path]) addWord(`${own}.${label}`, { indicator, input });
      for (const joined of [`${name}.${input}`, `${name}.${label}`, `${name}(${label})`]) addWord(joined, { indicator, input });
    }
    const [only] = inputs;
    if (inputs.length === 1 && only !== undefined) for (const own of [id, path]) addId(`${own}.value`, { indicator, input: only.name });
    for (const [note, names] of Object.entries(NOTES)) {
      // An input of the same name comes first, as it does in an entry.
      if (inputs.some((one) => one.name === note)) continue;
      for (const own of [id, path]) addId(`${own}.${note}`, { indicator, note });
      for (const one of [note, ...names]) addWord(`${name}.${one}`, { indicator, note });
    }
  }

  const exactly = (heading: string): readonly Meaning[] => {
    const own = ids.get(heading.normalize("NFKC").trim());
    return own === undefined ? (words.get(fold(heading)) ?? []) : [own];
  };
  return {
    known: [...words.keys()],
    of(heading) {
      const found = exactly(heading);
      const [, bare = "", unit = ""] = found.length > 0 ? [] : (/^(.*)[(（]([^()（）]+)[)）]$/s.exec(heading.trim()) ?? []);
      if (bare === "") return found;
      return exactly(bare).flatMap((one): Meaning[] => ("indicator" in one && one.note === undefined ? [{ ...one, unit: unit.normalize("NFKC").trim() }] : []));
    },
  };
}

/** A column of an empty file of rows: its heading by id, the same in words, and what is filled in below. */
export interface BatchHeading {
  readonly heading: string;
  readonly title: string;
  readonly indicator?: string;
  readonly input?: string;
  readonly unit?: string;
  readonly options?: readonly string[];
}

/** The headings of a file of rows for a scorer: which evaluation, what it is about, then every input and every fact. */
export function batchHeadings(scorer: Scorer): readonly BatchHeading[] {
  const about = Object.entries({ ...HEADS, ...SUBJECT }).map(([heading, [title]]) => ({ heading, title }));
  const inputs = scorer.indicators.flatMap((indicator) =>
    indicator.inputs.map(({ name, label, unit, options }): BatchHeading => {
      const several = indicator.inputs.length > 1;
      return {
        heading: headingOf({ indicator, input: name }),
        title: several ? `${indicator.name}.${label}` : indicator.name,
        indicator: indicator.id,
        input: name,
        ...(unit === undefined ? {} : { unit }),
        ...(options === undefined ? {} : { options }),
      };
    }),
  );
  return [...about, ...inputs, ...programOf(scorer).facts.map(({ name, label, options }) => ({ heading: `fact.${name.slice("fact ".length)}`, title: label.zh, ...(options === undefined ? {} : { options }) }))];
}
