// The arguments of `jixiao score --rows`: files of evaluations, and what is made of their results.
import { dimensionOf } from "../batch/headings.ts";
import type { RankMode } from "../numbers/ranks.ts";
import { isDay } from "../source/shape.ts";
import type { Language } from "../types/types.ts";
import { say } from "./words.ts";

export const BATCH_FORMATS = ["csv", "xlsx", "ndjson"] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

export const BATCH_OPTIONS = {
  rows: { type: "string", multiple: true },
  encoding: { type: "string" },
  sheet: { type: "string" },
  keep: { type: "string" },
  rank: { type: "string" },
  within: { type: "string" },
  by: { type: "string" },
  summary: { type: "string" },
} as const;

export interface BatchArguments {
  readonly rows: readonly string[];
  readonly format: BatchFormat;
  readonly asOf: string | undefined;
  readonly encoding: string | undefined;
  readonly sheet: string | undefined;
  /** headings of columns that are handed on */
  readonly keep: readonly string[];
  readonly rank: RankMode | undefined;
  readonly within: readonly string[];
  readonly by: readonly string[];
  /** where summaries are written; to standard error without it */
  readonly summary: string | undefined;
}

type Values = { readonly [Name in keyof typeof BATCH_OPTIONS]?: string | readonly string[] | undefined } & { readonly rows?: readonly string[] | undefined };
const RANKS: readonly RankMode[] = ["competition", "dense"];

/** Files of rows are told by their names among the arguments of score too. */
export const isRowFile = (name: string): boolean => /\.(?:csv|tsv|xlsx|xlsm|ndjson|jsonl)$/i.test(name);

/** Undefined where no rows are asked for; the other options then have no place. */
export function readBatchArguments(values: Values & { readonly "as-of"?: string | undefined; readonly output?: string | undefined }, format: string | undefined, lang: Language, refuse: (words: string) => never): BatchArguments | undefined {
  const text = (name: keyof typeof BATCH_OPTIONS): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
  const list = (name: keyof typeof BATCH_OPTIONS): readonly string[] => (text(name) ?? "").split(/[,，]/).map((one) => one.trim()).filter((one) => one !== "");
  const oneOf = <T extends string>(words: string, value: string, allowed: readonly T[]): T => allowed.find((one) => one === value) ?? refuse(say(lang, "bad-value", words, allowed.join(lang === "en" ? ", " : "、")));
  if (values.rows === undefined || values.rows.length === 0) {
    const given = (["encoding", "sheet", "keep", "within", "by", "summary"] as const).find((one) => values[one] !== undefined);
    if (given !== undefined) refuse(say(lang, "option-needs", `--${given}`, "--rows"));
    return undefined;
  }
  const chosen = oneOf(`--format ${format ?? ""}`, format ?? (/\.(xlsx|ndjson)$/.exec(values.output ?? "")?.[1] ?? "csv"), BATCH_FORMATS);
  if (chosen === "xlsx" && values.output === undefined) refuse(say(lang, "option-needs", "--format xlsx", "-o"));
  const rank = text("rank");
  if (rank === undefined && values.within !== undefined) refuse(say(lang, "option-needs", "--within", "--rank"));
  if (values.by === undefined && values.summary !== undefined) refuse(say(lang, "option-needs", "--summary", "--by"));
  const asOf = values["as-of"];
  if (asOf !== undefined && !isDay(asOf)) refuse(say(lang, "bad-value", `--as-of ${asOf}`, "2024-12-31"));
  return {
    rows: values.rows,
    format: chosen,
    asOf,
    encoding: text("encoding"),
    sheet: text("sheet"),
    keep: list("keep"),
    rank: rank === undefined ? undefined : oneOf(`--rank ${rank}`, rank, RANKS),
    within: list("within").map(dimensionOf),
    by: list("by").map(dimensionOf),
    summary: text("summary"),
  };
}
