// Arguments of jixiao score that belong to pages and tables of data: last year, how ties are ranked, what a line is.
import type { RankMode } from "../numbers/ranks.ts";
import { reportFormats } from "../reports/index.ts";
import type { Language } from "../types/types.ts";
import { say } from "./words.ts";

/** The formats of one scorecard, and the page. */
export const scoreFormats: readonly string[] = [...reportFormats, "html"];

export const REPORT_OPTIONS = { previous: { type: "string" }, rank: { type: "string" }, lines: { type: "string" }, audit: { type: "string" } } as const;

export interface ReportArguments {
  /** a folder, file or example: the evaluations of last year */
  readonly previous: string | undefined;
  /** a file that `jixiao audit --format json` wrote: findings for the page of one evaluation */
  readonly audit: string | undefined;
  readonly rank: RankMode;
  readonly lines: "evaluations" | "indicators";
}

type Values = { readonly [Name in keyof typeof REPORT_OPTIONS]?: string | undefined };
const RANKS: readonly string[] = ["competition", "dense"];
const LINES: readonly string[] = ["evaluations", "indicators"];

/** `format` is that of score; undefined with another command. */
export function readReportArguments(values: Values, format: string | undefined, lang: Language, refuse: (words: string) => never): ReportArguments {
  const allowed = (name: keyof Values, formats: readonly string[], words: readonly string[] | undefined): void => {
    const value = values[name];
    if (value === undefined) return;
    if (format === undefined || !formats.includes(format)) refuse(say(lang, "report-only", `--${name}`, formats.join(lang === "en" ? ", " : "、")));
    if (words !== undefined && !words.includes(value)) refuse(say(lang, "bad-value", `--${name} ${value}`, words.join(lang === "en" ? ", " : "、")));
  };
  allowed("previous", ["html", "csv", "markdown"], undefined);
  allowed("audit", ["html"], undefined);
  allowed("rank", ["html", "csv", "markdown"], RANKS);
  allowed("lines", ["csv"], LINES);
  return { previous: values.previous, audit: values.audit, rank: values.rank === "dense" ? "dense" : "competition", lines: values.lines === "indicators" ? "indicators" : "evaluations" };
}
