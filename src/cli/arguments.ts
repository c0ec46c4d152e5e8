// Arguments: strict, with a hint for a word that is almost right.
import { parseArgs } from "node:util";
import type { BatchRecord } from "../batch/record.ts";
import { nearest } from "../text/nearest.ts";
import { diffFormats } from "../diff/render.ts";
import { manualFormats } from "../manuals/index.ts";
import type { Language } from "../types/types.ts";
import { documents } from "../documents/index.ts";
import { CATEGORIES } from "../manual/words.ts";
import { BATCH_OPTIONS, type BatchArguments, isRowFile, readBatchArguments } from "./batch-arguments.ts";
import { CHECK_OPTIONS, type CheckArguments, type CheckValues, readCheckArguments } from "./check-arguments.ts";
import { INDICATOR } from "./listing.ts";
import { REPORT_OPTIONS, type ReportArguments, readReportArguments, scoreFormats } from "./report-arguments.ts";
import { say } from "./words.ts";

const CATEGORY_IDS = Object.keys(CATEGORIES);

export const COMMANDS = ["score", "explain", "check", "test", "audit", "list", "docs", "schema", "diff", "init"] as const;
export type Command = (typeof COMMANDS)[number];

export interface Arguments {
  readonly command: Command | undefined;
  readonly inputs: readonly string[];
  /** filled forms, scored (or explained) as documents are */
  readonly forms: readonly BatchRecord[];
  readonly format: "text" | "json" | "markdown" | "junit" | "html" | "csv" | "xlsx" | "ndjson";
  readonly lang: Language;
  readonly indicator: string | undefined;
  readonly only: "lost" | "all";
  /** what would change the result, in place of how it came about */
  readonly whatIf: boolean;
  /** what `list` searches for */
  readonly filters: { readonly name: string | undefined; readonly tag: string | undefined; readonly category: string | undefined; readonly kind: string | undefined };
  readonly output: string | undefined;
  /** a form with one evaluation a row */
  readonly many: boolean;
  /** asked for by itself, or by one of the two options that need it */
  readonly coverage: boolean;
  readonly coverageHtml: string | undefined;
  readonly threshold: string | undefined;
  /** of `check` only */
  readonly check: CheckArguments | undefined;
  /** of `score` with files of evaluations */
  readonly batch: BatchArguments | undefined;
  /** how printed tables are rechecked */
  readonly audit: { readonly form: string | undefined; readonly rounding: string | undefined; readonly place: string | undefined };
  /** from which class on differences fail, and the evaluations that are scored again (`diff`) */
  readonly failOn: (typeof FAIL_ON)[number];
  readonly replay: readonly string[];
  /** of `score` as html or csv */
  readonly report: ReportArguments;
  readonly help: boolean;
  readonly version: boolean;
}

export const FAIL_ON = ["scores", "may", "text", "none"] as const;

/** What could not be run: printed to standard error, exit code 2. */
export class Unusable extends Error {}

const OPTIONS = {
  ...CHECK_OPTIONS,
  ...REPORT_OPTIONS,
  ...BATCH_OPTIONS,
  format: { type: "string", multiple: true },
  indicator: { type: "string" },
  only: { type: "string" },
  "what-if": { type: "boolean" },
  name: { type: "string" },
  tag: { type: "string" },
  category: { type: "string" },
  kind: { type: "string" },
  lang: { type: "string" },
  output: { type: "string", short: "o" },
  coverage: { type: "boolean" },
  "coverage-html": { type: "string" },
  threshold: { type: "string" },
  form: { type: "string" },
  rounding: { type: "string" },
  place: { type: "string" },
  many: { type: "boolean" },
  "fail-on": { type: "string" },
  replay: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Formats of each command; those of check may come several at once, each with its file. */
const FORMATS: Readonly<Record<Exclude<Command, "check">, readonly string[]>> = {
  score: [...scoreFormats, "xlsx"],
  explain: ["text", "json"],
  test: ["text", "json", "junit"],
  audit: ["text", "json", "ndjson", "markdown"],
  list: ["text", "json"],
  docs: manualFormats,
  schema: ["json", "text"],
  diff: diffFormats,
  init: ["xlsx", "csv"],
};

/** `forms`: filled forms among the arguments, by their names. */
export function readArguments(argv: readonly string[], forms: ReadonlyMap<string, BatchRecord> = new Map()): Arguments {
  const langAt = argv.findIndex((one) => one === "--lang" || one.startsWith("--lang="));
  const asked = argv[langAt]?.startsWith("--lang=") ? argv[langAt]?.slice("--lang=".length) : argv[langAt + 1];
  const lang: Language = langAt >= 0 && asked === "en" ? "en" : "zh-CN";
  const { values, positionals } = parse(argv, lang);
  if (values.lang !== undefined) oneOf(`--lang ${values.lang}`, values.lang, ["zh-CN", "en"], lang);
  const [word, ...named] = positionals;
  const command = COMMANDS.find((one) => one === word);
  if (word !== undefined && command === undefined) throw new Unusable(say(lang, "unknown-command", word, nearest(word, [...COMMANDS]) ?? ""));
  // Evaluations in rows may be named as arguments of score; they are no documents. Forms alone are scored as documents are.
  const many = command === "score" && ((values.rows ?? []).length > 0 || named.some((one) => isRowFile(one) && !forms.has(one)));
  const alone = (command === "score" && !many) || command === "explain" ? named.flatMap((one) => forms.get(one) ?? []) : [];
  const rows = many ? [...(values.rows ?? []), ...named.filter(isRowFile)] : (values.rows ?? []);
  const inputs = many ? named.filter((one) => !isRowFile(one)) : alone.length > 0 ? named.filter((one) => !forms.has(one)) : named;
  const formats = values.format ?? [];
  const format = command === "check" ? "text" : (formats[0] ?? (command === "schema" ? "json" : command === "init" ? "xlsx" : command === "docs" ? "markdown" : "text"));
  if (command !== undefined && command !== "check") {
    if (rows.length === 0 || command !== "score") oneOf(`--format ${format}`, format, FORMATS[command], lang);
    if (formats.length > 1) throw new Unusable(say(lang, "one-format", command));
    const ofCheck = (Object.keys(CHECK_OPTIONS) as (keyof CheckValues)[]).find((one) => values[one] !== undefined && !(one === "as-of" && rows.length > 0));
    if (ofCheck !== undefined) refuse(say(lang, "check-only", `--${ofCheck}`, command));
  }
  const ofBatch = (Object.keys(BATCH_OPTIONS) as (keyof typeof BATCH_OPTIONS)[]).find((one) => values[one] !== undefined);
  if (ofBatch !== undefined && command !== undefined) oneOf(`${command} --${ofBatch}`, command, ["score"], lang);
  const ofTest = (["coverage", "coverage-html", "threshold"] as const).find((one) => values[one] !== undefined);
  if (ofTest !== undefined && command !== undefined) oneOf(`${command} --${ofTest}`, command, ["test"], lang);
  if (values.many === true && command !== undefined) oneOf(`${command} --many`, command, ["init"], lang);
  if (values["what-if"] === true && command !== undefined) oneOf(`${command} --what-if`, command, ["explain"], lang);
  const ofDiff = (["fail-on", "replay"] as const).find((one) => values[one] !== undefined);
  if (ofDiff !== undefined && command !== undefined) oneOf(`${command} --${ofDiff}`, command, ["diff"], lang);
  const failOn = values["fail-on"] ?? "scores";
  oneOf(`--fail-on ${failOn}`, failOn, FAIL_ON, lang);
  if (values.only !== undefined) oneOf(`--only ${values.only}`, values.only, ["lost", "all"], lang);
  const filtering = [values.name, values.tag, values.category, values.kind].some((one) => one !== undefined);
  if (filtering && command !== undefined && command !== "list") throw new Unusable(say(lang, "filters-elsewhere", command));
  if (values.kind !== undefined) oneOf(`--kind ${values.kind}`, values.kind, [...Object.keys(documents), INDICATOR], lang);
  if (values.category !== undefined) oneOf(`--category ${values.category}`, values.category, CATEGORY_IDS, lang);
  return {
    command,
    inputs,
    forms: alone,
    format: format as Arguments["format"],
    lang,
    indicator: values.indicator,
    only: values.only === "lost" ? "lost" : "all",
    whatIf: values["what-if"] === true,
    filters: { name: values.name, tag: values.tag, category: values.category, kind: values.kind },
    output: values.output,
    many: values.many === true,
    coverage: values.coverage === true || values["coverage-html"] !== undefined || values.threshold !== undefined,
    coverageHtml: values["coverage-html"],
    threshold: values.threshold,
    check: command === "check" ? readCheckArguments(values, formats, lang, (words) => refuse(words)) : undefined,
    batch: command === "score" ? readBatchArguments({ ...values, rows }, formats[0], lang, refuse) : undefined,
    audit: { form: values.form, rounding: values.rounding, place: values.place },
    failOn: failOn as Arguments["failOn"],
    replay: values.replay ?? [],
    report: readReportArguments(rows.length > 0 ? { ...values, rank: undefined } : values, command === "score" ? format : undefined, lang, (words) => refuse(words)),
    help: values.help === true,
    version: values.version === true,
  };
}

function refuse(words: string): never {
  throw new Unusable(words);
}

function parse(argv: readonly string[], lang: Language) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    const found = argv.find((one) => one.startsWith("-") && one !== "-" && !Object.keys(OPTIONS).includes(one.replace(/^-+/, "").split("=")[0] ?? ""));
    const guess = found === undefined ? undefined : nearest(found.replace(/^-+/, ""), Object.keys(OPTIONS));
    if (found !== undefined && found.startsWith("--")) throw new Unusable(say(lang, "unknown-option", found, guess === undefined ? "" : `--${guess}`));
    throw new Unusable(error instanceof Error ? error.message : String(error));
  }
}

function oneOf(words: string, value: string, allowed: readonly string[], lang: Language): void {
  if (!allowed.includes(value)) throw new Unusable(say(lang, "bad-value", words, allowed.join(lang === "en" ? ", " : "、")));
}
