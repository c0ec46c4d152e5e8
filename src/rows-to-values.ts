// 表头与填报项：which input of which indicator a column holds, and what the cells of one row then enter.
//
//   id                              the indicator itself, where it has one input (户数)
//   id.input                        one input of several (budget-execution-rate.executed)
//   id.explanation, id.population, id.valid-responses
//   fact.id                         a declared fact
//   id, name, department, unit, objectives, as-of           of the evaluation itself
//
// A path may stand for an id, and the names that people read (预算执行率.全年执行数) for both where they are unique.
// A unit in brackets at the end of a heading goes with the bare figures below it: 95 under 满意度(%) is 95%.
import type { ActualValue } from "./types.ts";

export interface RowIndicator {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly label: string }[];
}
export interface RowScheme {
  readonly indicators: readonly RowIndicator[];
  readonly facts: readonly { readonly id: string; readonly label: string }[];
}

export const NOTES = { explanation: "偏差原因", population: "总体人数", "valid-responses": "有效问卷数" } as const;
export type Note = keyof typeof NOTES;
export const HEADS = { id: "编号", name: "项目名称", department: "主管部门", unit: "实施单位", objectives: "绩效目标表", "as-of": "截止日期" } as const;
export type Head = keyof typeof HEADS;

export type Column =
  | { readonly kind: "head"; readonly of: Head }
  | { readonly kind: "fact"; readonly fact: string }
  /** `input` is `value` where the indicator has one input */
  | { readonly kind: "input"; readonly indicator: string; readonly input: string; readonly unit?: string }
  | { readonly kind: "note"; readonly indicator: string; readonly note: Note };

/** What people write instead of a figure. */
export const STATES: ReadonlyMap<string, "not-applicable" | "pending"> = new Map([
  ["不适用", "not-applicable"],
  ["尚未到期", "pending"],
  ["not-applicable", "not-applicable"],
  ["pending", "pending"],
]);

/** Every heading that is understood, with its column; one that could mean two columns means none. */
export function columnsByHeading({ indicators, facts }: RowScheme): ReadonlyMap<string, Column> {
  const ids = new Map<string, Column>();
  const names = new Map<string, Column | undefined>();
  const byId = (heading: string, column: Column): void => void (ids.has(heading) || ids.set(heading, column));
  const byName = (heading: string, column: Column): void => void names.set(heading, names.has(heading) ? undefined : column);
  for (const [of, words] of Object.entries(HEADS) as [Head, string][]) {
    byId(of, { kind: "head", of });
    byName(words, { kind: "head", of });
  }
  for (const { id, label } of facts) {
    byId(`fact.${id}`, { kind: "fact", fact: id });
    byName(`事实.${label}`, { kind: "fact", fact: id });
  }
  const single = indicators.filter(({ inputs }) => inputs.length === 1);
  for (const { id, path, name } of single) {
    for (const own of [id, path]) byId(own, { kind: "input", indicator: id, input: "value" });
    byName(name, { kind: "input", indicator: id, input: "value" });
  }
  for (const { id, path, name, inputs } of indicators) {
    const ownIds = [...new Set([id, path])];
    const [only] = inputs;
    if (only !== undefined && inputs.length === 1) {
      for (const own of ownIds) for (const heading of [`${own}.value`, `${own}.${only.name}`]) byId(heading, { kind: "input", indicator: id, input: "value" });
    }
    for (const [note, words] of Object.entries(NOTES) as [Note, string][]) {
      // An input of the same name comes first, as it does in an entry.
      if (inputs.some((one) => one.name === note)) continue;
      for (const own of ownIds) byId(`${own}.${note}`, { kind: "note", indicator: id, note });
      byName(`${name}.${words}`, { kind: "note", indicator: id, note });
    }
    if (inputs.length < 2) continue;
    for (const input of inputs) {
      const column: Column = { kind: "input", indicator: id, input: input.name };
      for (const own of ownIds) byId(`${own}.${input.name}`, column);
      byName(`${name}.${input.label}`, column);
    }
  }
  for (const [heading, column] of names) if (column !== undefined) byId(heading, column);
  return ids;
}

/** The column under a heading as it is written, with the unit in brackets at its end. */
export function columnOf(headings: ReadonlyMap<string, Column>, heading: string): Column | undefined {
  const found = headings.get(heading.trim());
  const [, bare = "", unit = ""] = /^(.*)[(（]([^()（）]+)[)）]$/s.exec(heading.trim()) ?? [];
  const column = found ?? headings.get(bare.trim());
  return found === undefined && column !== undefined && column.kind !== "input" ? undefined : found === undefined && column?.kind === "input" ? { ...column, unit: unit.normalize("NFKC").trim() } : column;
}

const BARE = /^-?\d+(?:\.\d+)?$/;

/** What one row enters; `unused` are the places of cells for which an entry has no room. */
export interface RowEntries {
  readonly head: Readonly<Partial<Record<Head, string>>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, ActualValue>>;
  readonly unused: readonly number[];
}

/** Cells with nothing in them enter nothing; a state beside other cells of its indicator stands for all of it. */
export function rowEntries(columns: readonly (Column | undefined)[], cells: readonly (string | undefined)[]): RowEntries {
  const head: Partial<Record<Head, string>> = {};
  const facts: (readonly [string, string])[] = [];
  const parts = new Map<string, { readonly key: string; readonly text: string; readonly at: number; readonly input: boolean }[]>();
  columns.forEach((column, at) => {
    const written = cells[at]?.trim() ?? "";
    if (column === undefined || written === "") return;
    const text = column.kind === "input" && column.unit !== undefined && BARE.test(written) ? `${written}${column.unit}` : written;
    if (column.kind === "head") head[column.of] = text;
    else if (column.kind === "fact") facts.push([column.fact, text]);
    else {
      const key = column.kind === "input" ? column.input : column.note;
      parts.set(column.indicator, [...(parts.get(column.indicator) ?? []), { key, text, at, input: column.kind === "input" }]);
    }
  });
  const unused: number[] = [];
  const entries = [...parts].map(([indicator, list]): [string, ActualValue] => {
    const inputs = list.filter((one) => one.input);
    const [first] = inputs;
    const state = first === undefined ? undefined : STATES.get(first.text);
    if (state !== undefined && inputs.every((one) => one.text === first?.text)) {
      unused.push(...list.filter((one) => !one.input).map((one) => one.at));
      return [indicator, state];
    }
    if (list.length === 1 && first?.key === "value") return [indicator, first.text];
    return [indicator, Object.fromEntries(list.map(({ key, text }) => [key, text]))];
  });
  return { head, facts: Object.fromEntries(facts), values: Object.fromEntries(entries), unused };
}
