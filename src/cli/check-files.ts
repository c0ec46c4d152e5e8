// Files that `jixiao check` writes: reports, mended documents, the baseline.
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { FixedFile } from "../verify/fix.ts";
import type { SchemaOf } from "../verify/lint.ts";
import { rulesFolder } from "../node/index.ts";

const BOM = "\ufeff";

/** Writes a file, and the folders it lies in. */
export function writeOut(file: string, text: string): void {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(file, text);
}

/** Whether a file holds exactly this text as UTF-8, so that rewriting it loses nothing. */
export function holds(file: string, text: string): boolean {
  const bytes = readFileSync(file);
  const plain = text.startsWith(BOM) ? text : `${BOM}${text}`;
  return bytes.equals(Buffer.from(text)) || bytes.equals(Buffer.from(plain));
}

/** Writes mended text back; a byte order mark that was there stays. */
export function rewrite({ file, after }: FixedFile): void {
  const bom = readFileSync(file).subarray(0, 3).equals(Buffer.from(BOM)) && !after.startsWith(BOM) ? BOM : "";
  writeFileSync(file, bom + after);
}

/** The page that GitHub Actions shows for a step, where there is one; it takes at most one megabyte. */
export function appendStepSummary(text: string): void {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (file === undefined || file === "") return;
  const limit = 1_000_000 - (existsSync(file) ? statSync(file).size : 0);
  const bytes = Buffer.from(text);
  if (limit > 0) appendFileSync(file, bytes.length <= limit ? bytes : bytes.subarray(0, Math.max(0, bytes.lastIndexOf("\n", limit - 1) + 1)));
}

/** The installed schema, seen from a document: in `node_modules` above it, or beside the documents of this library. */
export const schemaOf: SchemaOf = (file, kind) => {
  if (file === undefined || file === "-") return undefined;
  const home = dirname(rulesFolder());
  const folder = dirname(resolve(file));
  const schema = join(folderWithin(folder, home) ? home : (installed(folder) ?? ""), "schema", `${kind}.json`);
  return existsSync(schema) ? relative(folder, schema).replaceAll("\\", "/") : undefined;
};

const folderWithin = (folder: string, home: string): boolean => folder === home || !relative(home, folder).startsWith("..");

function installed(folder: string): string | undefined {
  for (let above = folder; ; above = dirname(above)) {
    const found = join(above, "node_modules", "jixiao");
    if (existsSync(join(found, "schema"))) return found;
    if (dirname(above) === above) return undefined;
  }
}
