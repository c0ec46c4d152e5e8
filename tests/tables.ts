// Tables for tests: the short form in which fixtures and the generator write them, made into tables with places.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Category, Cell, MoneyRow, Table, TableRow } from "../src/index.ts";

export type Row = Readonly<Record<string, string>> & { readonly groups?: readonly string[] };
export interface Short {
  [key: string]: unknown;
  money?: (Record<string, string> | null)[];
  rows?: (Record<string, unknown> | null)[];
}

export const readYaml = <T>(file: string): T => parse(readFileSync(file, "utf8"), { schema: "core" }) as T;

/** Every text of a short table becomes a cell whose place is its path: `rows[0].points`. */
export function tableOf(short: Short): Table {
  const cell = (text: unknown, at: string): Cell => ({ text: String(text), at });
  const cells = (given: Record<string, unknown>, at: string, keys: readonly string[]): Record<string, Cell> =>
    Object.fromEntries(keys.flatMap((key) => (given[key] === undefined || given[key] === null ? [] : [[key, cell(given[key], `${at}.${key}`)]])));
  const rows = (short.rows ?? []).flatMap((one, index): TableRow[] => {
    if (one === null) return [];
    const groups = ((one["groups"] ?? []) as readonly string[]).map((text, level) => cell(text, `rows[${index}].groups[${level}]`));
    const standard = one["standard"] === undefined ? {} : { others: [{ label: "评分标准", ...cell(one["standard"], `rows[${index}].standard`) }] };
    const groupWeights = one["groupWeights"] === undefined ? {} : { groupWeights: (one["groupWeights"] as readonly (string | null)[]).map((text, level) => (text === null ? undefined : cell(text, `rows[${index}].groupWeights[${level}]`))) };
    const rest = cells(one, `rows[${index}]`, ["nature", "sign", "target", "unit", "actual", "weight", "points", "reason"]);
    return [{ kind: (one["kind"] ?? "indicator") as TableRow["kind"], groups, name: cell(one["name"] ?? "", `rows[${index}].name`), ...groupWeights, ...standard, ...rest }];
  });
  const money = (short.money ?? []).flatMap((one, index): MoneyRow[] => (one === null ? [] : [cells(one, `money[${index}]`, ["name", "initial", "adjusted", "executed", "weight", "rate", "points", "reason"])]));
  const text = (key: string): Record<string, string> => (short[key] === undefined || short[key] === null ? {} : { [key]: String(short[key]) });
  const top = (key: string): Record<string, Cell> => (short[key] === undefined || short[key] === null ? {} : { [key]: cell(short[key], key) });
  const flag = (key: string): boolean => String(short[key]) === "true";
  return {
    ...text("id"), ...text("year"), ...text("place"), ...(short["category"] === undefined ? {} : { category: short["category"] as Category }),
    truncated: flag("truncated"), ...(flag("damaged") ? { damaged: true } : {}), ...(flag("targetsOnly") ? { targetsOnly: true } : {}),
    money, rows, ...top("totalWeight"), ...top("total"), notes: ((short["notes"] ?? []) as readonly string[]).map((one, index) => cell(one, `notes[${index}]`)),
  };
}

/** A short table with some of its cells changed: `rows[0].points`, `money[0].rate`, `total`; null takes a cell or a row away. */
export function changed(base: Short, change: Readonly<Record<string, unknown>>): Short {
  const copy = structuredClone(base) as Short;
  for (const [path, value] of Object.entries(change)) {
    const steps = path.split(/[.[\]]+/).filter((one) => one !== "");
    const last = steps.pop() ?? "";
    const place = steps.reduce<Record<string, unknown>>((inner, step) => inner[step] as Record<string, unknown>, copy);
    place[last] = value;
  }
  return copy;
}
