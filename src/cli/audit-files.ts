// The files that a recheck goes through: those that are named, those below a folder, standard input; workbooks, CSV,
// and JSON in the layout of published tables, one table or a list of them, or one a line (NDJSON).
import { readFileSync, statSync } from "node:fs";
import type { Diagnostic } from "../types/diagnostics.ts";
import type { Table } from "../types/table.ts";
import { contentOf } from "../tables/content.ts";
import { readPublished } from "../tables/published.ts";
import { readTables } from "../tables/read.ts";
import type { Language } from "../types/types.ts";
import { Unusable } from "./arguments.ts";
import { filesBelow } from "./folder.ts";
import { nearName } from "./inputs.ts";
import { say } from "./words.ts";

export interface AuditFile {
  readonly name: string;
  /** it was named itself; in a folder, a file without a table is none of ours */
  readonly given: boolean;
  readonly size: number;
}
export interface AuditRead {
  readonly tables: readonly Table[];
  readonly diagnostics: readonly Diagnostic[];
  /** holds no table, and may well be something else */
  readonly none: boolean;
}

const TABLES = /\.(?:json|ndjson|jsonl|csv|tsv|xlsx|xlsm|xls|et)$/i;

export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export function auditFiles(given: string, lang: Language): readonly AuditFile[] {
  if (given === "-") return [{ name: "-", given: true, size: 0 }];
  try {
    const one = statSync(given);
    return one.isDirectory() ? filesBelow(given, (name) => TABLES.test(name)).map((name) => ({ name, given: false, size: statSync(name).size })) : [{ name: given, given: true, size: one.size }];
  } catch (error) {
    throw new Unusable(say(lang, "unreadable", given, String((error as { code?: string }).code)));
  }
}

/** The tables of one file, with what is wrong with it; from a file of lines one after another. */
export async function* readAuditFile({ name, given }: AuditFile): AsyncGenerator<AuditRead> {
  const bytes = readFileSync(name === "-" ? 0 : name);
  const shown = name === "-" ? name : nearName(name);
  const json = contentOf(bytes) === "json" || /\.(?:json|ndjson|jsonl)$/i.test(name);
  if (!json) {
    const { tables, diagnostics } = await readTables(bytes, { name: shown });
    return yield { tables, diagnostics, none: !given && tables.length === 0 && diagnostics.length > 0 && diagnostics.every(({ code }) => code === "sheet-without-table") };
  }
  const text = new TextDecoder().decode(bytes);
  const lines = /\.(?:ndjson|jsonl)$/i.test(name) ? text.split("\n") : undefined;
  if (lines === undefined) {
    const none = !given && isOther(text);
    return yield { ...(none ? { tables: [], diagnostics: [] } : readPublished(text, shown)), none };
  }
  for (const [index, line] of lines.entries()) if (line.trim() !== "") yield { ...readPublished(line, `${shown}:${index + 1}`), none: false };
}

/** Sound JSON in which nothing looks like a table. What is broken may be one. */
function isOther(text: string): boolean {
  try {
    const data: unknown = JSON.parse(text);
    const looks = (one: unknown): boolean => typeof one === "object" && one !== null && Object.hasOwn(one, "indicators");
    return !(Array.isArray(data) ? data.some(looks) : looks(data));
  } catch {
    return false;
  }
}
