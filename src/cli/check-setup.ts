// What `jixiao check` checks by: the configuration named, else the nearest one from the working folder upwards, else
// the recommended one.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Configuration, configure } from "../verify/configuration.ts";
import { type Diagnostic } from "../types/diagnostics.ts";
import { load } from "../documents/document.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import { readDocument, readFolder } from "../node/index.ts";
import type { Language } from "../types/types.ts";
import { Unusable } from "./arguments.ts";
import type { CheckArguments } from "./check-arguments.ts";
import { nearName } from "./inputs.ts";
import { say } from "./words.ts";

const NAMES = ["jixiao.config.yaml", "jixiao.config.yml"] as const;
const RECOMMENDED = "recommended";

export interface Setup {
  /** absent when the configuration has errors */
  readonly configuration: Configuration | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** where they stand */
  readonly documents: readonly Loaded[];
  readonly file: string | undefined;
}

export function setupOf({ config, preset }: CheckArguments, shipped: readonly Loaded[], lang: Language): Setup {
  const file = config ?? nearest();
  const document = file === undefined ? load(`kind: config\nextends: ${preset ?? RECOMMENDED}\n`) : readDocument(nearName(file));
  if (document.kind !== undefined && document.kind !== "config") throw new Unusable(say(lang, "config-kind", file ?? ""));
  const neighbours = file === undefined ? [] : readFolder(nearName(dirname(file))).filter((one) => isKind(one, "config") && one.file !== document.file);
  const { configuration, diagnostics } = configure(document, [...neighbours, ...shipped], preset);
  const failed = diagnostics.some((one) => one.severity === "error");
  return { configuration: failed ? undefined : configuration, diagnostics, documents: [document, ...neighbours], file: document.file };
}

function nearest(): string | undefined {
  for (let folder = resolve("."); ; folder = dirname(folder)) {
    const found = NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined || dirname(folder) === folder) return found;
  }
}

/** Today where the command runs, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
