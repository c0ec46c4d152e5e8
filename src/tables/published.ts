// 已公布的表: tables in the JSON layout of the published cases, one per file or a list of them.
//
// What a copyist noted inside a cell — (sub-row of 一), (excerpt cut here) — is no print: it says which row is a part
// of which, or that a cell goes on, and is taken off.
import { diagnose, type Diagnostic, type Path } from "../types/diagnostics.ts";
import { type Data, readSource } from "../source/source.ts";
import type { Cell, MoneyRow, Table, TableRow } from "../types/table.ts";
import type { Category } from "../types/types.ts";

export interface PublishedRead {
  readonly tables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
}

type Fields = { readonly [key: string]: Data };
const CATEGORIES: readonly Category[] = ["project", "department-overall", "government-purchased-service", "government-fund", "basic-public-service", "policy"];
const KEYS = ["id", "year", "place", "category", "truncated", "ocr_damaged", "targets_only", "budget_inside_indicators", "budget", "indicators", "total", "total_weight_row", "rating", "notes", "inputs"];
const MONEY_KEYS = ["initial", "full_year", "executed", "weight", "rate", "score"];
const ROW_KEYS = ["l1", "l2", "l3", "target_text", "actual_text", "weight", "score", "deviation_reason"];
const PART = / ?\(sub-row of ([^()]+)\)$/;
const COPYIST = / ?\((?:excerpt cut here|name below the excerpt)\)$/;

const textOf = (data: Data | undefined): string => (typeof data === "string" ? data : "");
/** For a message: the text, or as JSON. */
const written = (data: Data | undefined): string => (typeof data === "string" ? data : (JSON.stringify(data) ?? "")).slice(0, 60);
const fieldsOf = (data: Data | undefined): Fields | undefined => (typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Fields) : undefined);

/** Reads tables of the published layout; what does not belong there is said with its place. */
export function readPublished(text: string, file?: string): PublishedRead {
  const source = readSource(text, file);
  const diagnostics: Diagnostic[] = [...source.diagnostics];
  const report = (code: "type-wrong" | "unknown-key", facts: Record<string, string>, path: Path): void => {
    const span = source.locate(path, code === "unknown-key" ? "key" : "value");
    diagnostics.push(diagnose(code, facts, { file, path, span, severity: code === "unknown-key" ? "warning" : undefined }));
  };
  if (source.data === undefined) return { tables: [], diagnostics };
  const list = Array.isArray(source.data) ? (source.data as readonly Data[]).map((one, index) => [one, [index]] as const) : [[source.data, []] as const];
  const tables = list.flatMap(([data, path]) => {
    const fields = fieldsOf(data);
    const rows = fields?.["indicators"];
    if (fields === undefined || !Array.isArray(rows)) {
      report("type-wrong", { key: "indicators", found: written(fields === undefined ? data : rows), expected: "array" }, fields === undefined || rows === undefined ? [...path] : [...path, "indicators"]);
      return [];
    }
    return [tableOf(fields, rows as readonly Data[], [...path], file, report)];
  });
  return { tables, diagnostics };
}

function tableOf(fields: Fields, rows: readonly Data[], path: Path, file: string | undefined, report: (code: "type-wrong" | "unknown-key", facts: Record<string, string>, path: Path) => void): Table {
  const known = (given: Fields, keys: readonly string[], at: Path): void => {
    for (const key of Object.keys(given)) if (!keys.includes(key)) report("unknown-key", { key }, [...at, key]);
  };
  const prefix = path.map((one) => `[${one}].`).join("");
  const text = (key: string): string | undefined => (typeof fields[key] === "string" && fields[key] !== "" ? (fields[key] as string) : undefined);
  const cell = (given: Fields, key: string, at: string, place: Path): Cell | undefined => {
    const value = given[key];
    if (value !== undefined && value !== null && typeof value !== "string") report("type-wrong", { key, found: written(value), expected: "string" }, [...place, key]);
    return typeof value === "string" ? { text: value.replace(COPYIST, ""), at: `${at}${key}` } : undefined;
  };
  const top = (key: string): Cell | undefined => cell(fields, key, prefix, path);
  known(fields, KEYS, path);

  const names = rows.map((one) => textOf(fieldsOf(one)?.["l3"]));
  const parents = new Set(names.flatMap((name) => PART.exec(name)?.[1] ?? []));
  const kindOf = (name: string): TableRow["kind"] => (PART.test(name) ? "part" : [...parents].some((parent) => name.startsWith(`${parent}、`)) ? "group" : "indicator");
  const rowOf = (one: Data, index: number): TableRow[] => {
    const given = fieldsOf(one);
    if (given === undefined) {
      report("type-wrong", { key: "indicators", found: written(one), expected: "object" }, [...path, "indicators", index]);
      return [];
    }
    const place = [...path, "indicators", index];
    known(given, ROW_KEYS, place);
    const at = `${prefix}indicators[${index}].`;
    const name = cell(given, "l3", at, place) ?? { text: "", at: `${at}l3` };
    const groups = ["l1", "l2"].flatMap((key) => cell(given, key, at, place) ?? []).filter((label) => label.text !== "");
    return [
      defined({
        kind: kindOf(names[index] ?? ""),
        groups,
        name: { ...name, text: name.text.replace(PART, "") },
        target: cell(given, "target_text", at, place),
        actual: cell(given, "actual_text", at, place),
        weight: cell(given, "weight", at, place),
        points: cell(given, "score", at, place),
        reason: cell(given, "deviation_reason", at, place),
      }) as TableRow,
    ];
  };

  const budget = fieldsOf(fields["budget"]);
  if (budget !== undefined) known(budget, MONEY_KEYS, [...path, "budget"]);
  const money = (given: Fields): MoneyRow => {
    const at = `${prefix}budget.`;
    const read = (key: string): Cell | undefined => cell(given, key, at, [...path, "budget"]);
    const amounts = { initial: read("initial"), adjusted: read("full_year"), executed: read("executed"), rate: read("rate") };
    // Where the rate is scored as one of the indicators, its weight and points stand there.
    return defined(fields["budget_inside_indicators"] === true ? amounts : { ...amounts, weight: read("weight"), points: read("score") });
  };
  const year = text("year");
  return defined({
    file,
    id: text("id"),
    category: CATEGORIES.find((one) => one === fields["category"]),
    year: year !== undefined && /^\d{4}$/.test(year) ? year : undefined,
    place: text("place"),
    truncated: fields["truncated"] === true,
    damaged: fields["ocr_damaged"] === true ? true : undefined,
    targetsOnly: fields["targets_only"] === true ? true : undefined,
    money: budget === undefined ? [] : [money(budget)],
    rows: rows.flatMap(rowOf),
    totalWeight: top("total_weight_row"),
    total: top("total"),
    grade: top("rating"),
    notes: [top("notes")].filter((one) => one !== undefined),
  }) as Table;
}

/** Without the keys that say nothing. */
const defined = <T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
