// What the arguments name: files, folders, `-`, built-in documents by id, built-in examples by name.
import { readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { idOf } from "../model/company.ts";
import { load } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import { nearest } from "../text/nearest.ts";
import { builtinExample, readDocument, readFolder, rulesFolder } from "../node/index.ts";
import type { Language } from "../types/types.ts";
import { Unusable } from "./arguments.ts";
import { say } from "./words.ts";

export interface Inputs {
  /** the documents that the arguments name */
  readonly given: readonly Loaded[];
  /** those, their neighbours in the same folders, and the built-in ones: where references are looked up */
  readonly known: readonly Loaded[];
  /** those of the given ones that a folder held */
  readonly walked: ReadonlySet<Loaded>;
  /** those of the given ones that are files of the user, not documents of this library or standard input */
  readonly owned: ReadonlySet<Loaded>;
}

/** A path as seen from the working folder when it lies below it, so that reports are the same wherever that is. */
export function nearName(path: string): string {
  const seen = relative(".", resolve(path));
  return seen === "" ? "." : seen.startsWith("..") || isAbsolute(seen) ? path : seen;
}

/** `others` may be meant by a word that names no document; `beside` are further files whose neighbours are known. */
export function readInputs(names: readonly string[], lang: Language, others: readonly string[] = [], beside: readonly string[] = []): Inputs {
  const shipped = readFolder(nearName(rulesFolder()));
  const folders = new Set(beside.map((file) => dirname(file)));
  const walked = new Set<Loaded>();
  const owned = new Set<Loaded>();
  const given = names.flatMap((name): readonly Loaded[] => {
    if (name === "-") return [load(readFileSync(0, "utf8"), "-")];
    const kind = kindOf(name, lang);
    if (kind === "folder") {
      const inside = readFolder(nearName(name));
      for (const one of inside) walked.add(one);
      for (const one of inside) owned.add(one);
      return inside;
    }
    if (kind === "file") {
      folders.add(dirname(name));
      const one = readDocument(nearName(name));
      owned.add(one);
      return [one];
    }
    const example = builtinExample(name);
    if (example.length > 0) return example;
    const found = shipped.filter((one) => idOf(one) === name);
    if (found.length > 0) return found;
    throw new Unusable(say(lang, "no-such-document", name, nearest(name, [...shipped.map((one) => idOf(one) ?? ""), ...others]) ?? ""));
  });
  const neighbours = [...folders].flatMap((folder) => readable(nearName(folder)));
  const files = new Set(given.map((one) => one.file));
  const around = [...neighbours, ...shipped].filter((one) => !files.has(one.file));
  return { given, known: [...given, ...around], walked, owned };
}

function kindOf(name: string, lang: Language): "file" | "folder" | "none" {
  try {
    return statSync(name).isDirectory() ? "folder" : "file";
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "ENOENT" || code === "ENOTDIR") return "none";
    throw new Unusable(say(lang, "unreadable", name, String(code)));
  }
}

/** Documents beside a given file; a neighbour that cannot be read is no fault of the given one. */
function readable(folder: string): readonly Loaded[] {
  try {
    return readFolder(folder).filter((one) => one.kind !== undefined);
  } catch {
    return [];
  }
}
