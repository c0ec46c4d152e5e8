// One side of a comparison: a file, a folder, a revision of git, standard input, a built-in document.
import { readFileSync, statSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { load } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import { readDocument, readFolder } from "../node/index.ts";
import type { Language } from "../types/types.ts";
import { nearName, readInputs } from "./inputs.ts";
import { readRevision, revisionOf } from "./revisions.ts";

export interface Side {
  readonly documents: readonly Loaded[];
  readonly neighbours: readonly Loaded[];
  /** files of a folder that are no documents of ours */
  readonly passed: number;
  /** where in the folder a document stands; of a single document, nothing */
  within(one: Loaded): string;
}

const single = (one: Loaded | undefined, neighbours: readonly Loaded[]): Side => ({ documents: one === undefined ? [] : [one], neighbours, passed: 0, within: () => "" });

/** A path that exists is a path, whatever else it looks like. */
export function readSide(name: string, lang: Language): Side {
  if (name === "-") return single(load(readFileSync(0, "utf8"), "-"), []);
  const kind = kindOf(name);
  if (kind === "folder") return ours(readFolder(nearName(name)), (file) => relative(nearName(name), file).replaceAll(sep, "/"));
  if (kind === "file") {
    const one = readDocument(nearName(name));
    return single(one, readFolder(nearName(dirname(name))).filter((other) => other.kind !== undefined && other.file !== one.file));
  }
  const revision = revisionOf(name);
  if (revision !== undefined) {
    const { given, neighbours, folder } = readRevision(revision, lang);
    return folder ? ours(given, (file) => file.slice(folder.length)) : single(given[0], neighbours);
  }
  const { given } = readInputs([name], lang);
  return given.length === 1 ? single(given[0], []) : { documents: given, neighbours: [], passed: 0, within: ({ file = "" }) => file.slice(file.lastIndexOf("/") + 1) };
}

function kindOf(name: string): "file" | "folder" | "none" {
  try {
    return statSync(name).isDirectory() ? "folder" : "file";
  } catch {
    return "none";
  }
}

/** Of a folder, what says of which kind it is; another file there is no fault. */
function ours(all: readonly Loaded[], below: (file: string) => string): Side {
  const foreign = all.filter((one) => one.kind === undefined && one.diagnostics.some(({ code }) => code === "kind-missing"));
  return { documents: all.filter((one) => !foreign.includes(one)), neighbours: [], passed: foreign.length, within: ({ file = "" }) => below(file) };
}

/** Documents that can be read but stand where the other side's cannot be: they are neither gone nor new, nobody knows. */
export function unmatched(side: Side, other: Side): readonly Loaded[] {
  const unread = new Set(other.documents.flatMap((one) => (one.data === undefined ? [other.within(one)] : [])));
  return side.documents.filter((one) => one.data !== undefined && unread.has(side.within(one)));
}
