// Node: documents from files, and the documents shipped with the package. The core never touches a file.
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { load } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import type { ReadOptions } from "../tables/input.ts";
import { readTables, type TablesRead } from "../tables/read.ts";
import { readRows, type RowsRead } from "../tables/rows.ts";
import type { Shelf } from "../testing/testing.ts";
import type { DocumentKind } from "../types/types.ts";
import { rulesFolder, shipped } from "./shipped.ts";

export { rulesFolder };

const YAML_FILE = /\.(?:ya?ml|json)$/;

/** Reads one document. Throws what the file system throws when the file cannot be read; text never throws. */
export function readDocument(file: string): Loaded {
  const text = decode(readFileSync(file));
  return shipped(slashed(file), text) ?? load(text, slashed(file));
}

/** Named with forward slashes on every system, so that reports and fingerprints are the same. */
const slashed = (file: string): string => (sep === "/" ? file : file.replaceAll(sep, "/"));

/** UTF-8, with or without a byte-order mark; bytes that are not UTF-8 become U+FFFD and fail as text. */
const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);

/** Every self-evaluation table of a file (XLSX, CSV). Throws what the file system throws; content never throws. */
export const readTableFile = (file: string, options: Omit<ReadOptions, "name"> = {}): Promise<TablesRead> => readTables(readFileSync(file), { ...options, name: file });

/** The rows of a batch file (CSV of any length, XLSX), one after another. The stream throws what the file system throws. */
export const readRowFile = (file: string, options: Omit<ReadOptions, "name"> = {}): Promise<RowsRead> => readRows(createReadStream(file), { ...options, name: file });

/** Every YAML or JSON document below a folder, in path order. */
export function readFolder(folder: string): readonly Loaded[] {
  return listFiles(folder).map(readDocument);
}

function listFiles(folder: string): string[] {
  const names = readdirSync(folder).sort();
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (name.startsWith(".") || name === "node_modules") return [];
    if (statSync(path).isDirectory()) return listFiles(path);
    return YAML_FILE.test(name) ? [path] : [];
  });
}

/** The documents shipped with the package: frameworks, indicator libraries, packs and examples. */
export const builtin = (): readonly Loaded[] => readFolder(rulesFolder());

/** A shipped example (`student-aid-2022`): its framework, objectives and actuals; empty when there is none. */
export function builtinExample(name: string): readonly Loaded[] {
  const folder = join(rulesFolder(), "examples", basename(name));
  return basename(name) === name && existsSync(folder) ? readFolder(folder) : [];
}

/** A shelf over documents: the first of a kind with an id is found. */
export function shelf(documents: readonly Loaded[]): Shelf {
  const ofKind = (kind: DocumentKind): readonly Loaded[] => documents.filter((one) => one.kind === kind);
  return {
    find: (kind, id) => ofKind(kind).find((one) => (one.data as { id?: string } | undefined)?.id === id),
    all: ofKind,
  };
}
