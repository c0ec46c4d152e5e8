// 内置文档: their data from the snapshot that the build wrote, where it fits the text; reading YAML takes many times as
// long. Places are looked up in the text when a finding needs one.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loaded } from "../types/loaded.ts";
import { once } from "../text/once.ts";
import { type Data, readSource } from "../source/source.ts";

/** What the build knows of one document: what its text was, and what it says. */
interface Kept {
  readonly digest: string;
  readonly data: Data;
}
/** By the path below `rules`. */
export type Snapshot = { readonly [file: string]: Kept };

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The folder of the shipped documents: `rules` in the package. */
export function rulesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "rules", "packs")) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, "rules");
}

const folder = once(rulesFolder);

/** Objects without a prototype, as reading gives them. */
function bare(data: Data): Data {
  if (Array.isArray(data)) return (data as readonly Data[]).map(bare);
  if (typeof data !== "object" || data === null) return data;
  const made = Object.create(null) as { [key: string]: Data };
  for (const [key, value] of Object.entries(data)) made[key] = bare(value);
  return made;
}

/** Beside the built files only: whoever runs the sources reads the documents themselves. */
const snapshot = once((): Snapshot => {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [here, dirname(here)].map((folder) => join(folder, "rules.json")).find((one) => existsSync(one));
  return file === undefined ? {} : (JSON.parse(readFileSync(file, "utf8")) as Snapshot);
});

/** A shipped document whose text is the one the build knew; undefined where it is another. */
export function shipped(file: string, text: string): Loaded | undefined {
  const path = relative(folder(), resolve(file)).replaceAll("\\", "/");
  const kept = path.startsWith("..") || !Object.hasOwn(snapshot(), path) ? undefined : snapshot()[path];
  if (kept === undefined || kept.digest !== digestOf(text)) return undefined;
  const data = bare(kept.data) as unknown as NonNullable<Loaded["data"]>;
  const source = once(() => readSource(text, file));
  return { kind: data.kind, file, text, data, diagnostics: [], locate: (path, part) => source().locate(path, part) };
}
