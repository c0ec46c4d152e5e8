// jixiao docs: the manual of every framework, objectives document, library or pack that the arguments name, and the
// pages of checks.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkIds, checkIndex, checkPage } from "../testing/check-pages.ts";
import type { Diagnostic } from "../types/diagnostics.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { manual, type ManualFormat, normManual, type Written } from "../manuals/index.ts";
import type { Language } from "../types/types.ts";
import { Unusable } from "./arguments.ts";
import { companyOf } from "../model/company.ts";
import { type Directory, directoryOf } from "../model/directory.ts";
import { builtin, rulesFolder } from "../node/index.ts";
import type { Inputs } from "./inputs.ts";
import { say } from "./words.ts";

export interface Docs {
  readonly texts: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly failed: boolean;
}

const KINDS = ["framework", "objectives", "indicator-library", "pack"] as const;

export function docsOf({ given, known }: Inputs, words: string, format: ManualFormat, lang: Language): Docs {
  const broken = given.filter((one) => one.kind === undefined || one.data === undefined);
  // Of an example's folder, its objectives stand for its framework as well.
  const found = given.filter((one) => one.data !== undefined && KINDS.some((kind) => kind === one.kind));
  const directory = directoryOf(given, known);
  const bound = new Set(found.filter((one) => one.kind === "objectives").map((one) => companyOf(one, directory).framework));
  const chosen = found.filter((one) => !bound.has(one));
  if (chosen.length === 0 && broken.length === 0) throw new Unusable(say(lang, "nothing-matched", words, KINDS.join(lang === "en" ? ", " : "、")));
  if (chosen.length > 1 && format === "html") throw new Unusable(say(lang, "one-document", String(chosen.length)));
  const written = chosen.map((one) => writtenOf(one, directory, format, lang));
  return {
    texts: written.flatMap(({ text }) => (text === undefined ? [] : [text])),
    diagnostics: [...broken, ...written].flatMap(({ diagnostics }) => diagnostics),
    failed: broken.length > 0 || written.some(({ text }) => text === undefined),
  };
}

function writtenOf(one: Loaded, directory: Directory, format: ManualFormat, lang: Language): Written {
  if (!isKind(one, "framework") && !isKind(one, "objectives")) return normManual(one, format, lang, directory.all("pack"));
  const { framework, named, ...parts } = companyOf(one, directory);
  if (framework === undefined) throw new Unusable(say(lang, "no-reference", one.file ?? "-", named ?? ""));
  return manual({ framework, ...parts }, format, lang);
}

const ALL_CHECKS = "checks";
/** A name of a check, or of their list; a file or folder of that name comes first. */
export const isCheckPage = (name: string): boolean => (name === ALL_CHECKS || checkIds.includes(name)) && !existsSync(name);

/** The page of a check, or the list of all. Chinese pages ship as files; they hold the examples. */
export function checkPageOf(name: string, format: ManualFormat, lang: Language): string {
  const shipped = join(rulesFolder(), "..", "docs", "checks", name === ALL_CHECKS ? "README.md" : `${name}.md`);
  if (lang !== "en" && format === "markdown" && existsSync(shipped)) return readFileSync(shipped, "utf8");
  const fixture = join(rulesFolder(), "..", "fixtures", "checks", `${name}.test.yaml`);
  const options = { format, lang, known: builtin(), ...(existsSync(fixture) ? { fixture: readFileSync(fixture, "utf8") } : {}) };
  return name === ALL_CHECKS ? checkIndex(options) : (checkPage(name, options) ?? "");
}
