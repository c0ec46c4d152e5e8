// jixiao score as a page or as lines of data: one evaluation has its own report, several have one together.
import { readFileSync } from "node:fs";
import type { Audit } from "../types/audit-types.ts";
import { describe } from "../types/diagnostics.ts";
import { batchCsv } from "../pages/batch-csv.ts";
import { batchMarkdown } from "../pages/batch-markdown.ts";
import { batchPage } from "../pages/batch-page.ts";
import type { Unscored } from "../pages/figures/types.ts";
import { reportPage } from "../pages/report.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { Language } from "../types/types.ts";
import type { WhatIf } from "../types/what-if-types.ts";
import { render } from "../reports/index.ts";
import { type Arguments, Unusable } from "./arguments.ts";
import { say } from "./words.ts";

export interface ScoredAll {
  readonly cards: readonly Scorecard[];
  /** for each of them, what would change its grade: asked only where it is shown */
  readonly asks: readonly (() => WhatIf | undefined)[];
  /** actual values of which no scorecard came about */
  readonly unscored: readonly Unscored[];
  readonly failed: boolean;
}

/** The formats in which several evaluations make one report. */
export const isReport = (format: string): boolean => format === "html" || format === "csv" || format === "markdown";

/** The text to print; undefined when there was nothing to report on. */
export async function reportOf({ cards, asks, unscored }: ScoredAll, previous: readonly Scorecard[] | undefined, args: Arguments): Promise<string | undefined> {
  const { format, lang, only, report } = args;
  const options = { lang, unscored, rank: report.rank, ...(previous === undefined ? {} : { previous }) };
  const [card] = cards;
  const alone = cards.length === 1 && unscored.length === 0 && previous === undefined ? card : undefined;
  const audit = report.audit === undefined ? undefined : auditOf(report.audit, lang);
  if (audit !== undefined && alone === undefined) throw new Unusable(say(lang, "audit-of-one", String(cards.length)));
  if (cards.length === 0) return undefined;
  if (format === "csv") return alone !== undefined && report.lines === "evaluations" ? render(alone, "csv", lang) : batchCsv(cards, { ...options, lines: report.lines });
  if (format === "markdown") return [...(alone === undefined ? [batchMarkdown(cards, options)] : []), ...cards.map((one) => render(one, "markdown", lang))].join("\n");
  const whatIf = alone === undefined ? undefined : asks[0]?.();
  const { text, diagnostics } = alone === undefined ? await batchPage(cards, options) : await reportPage(alone, { lang, explanations: only, ...(whatIf === undefined ? {} : { whatIf }), ...(audit === undefined ? {} : { audit }) });
  if (text === undefined) throw new Unusable(diagnostics.map((one) => describe(one, lang)).join("\n"));
  return text;
}

/** Scorecards of last year: those that `--format json` wrote, or else whatever else can be scored. */
export function lastYear(previous: string | undefined, lang: Language, score: (input: string) => ScoredAll): Pick<ScoredAll, "cards" | "failed"> | undefined {
  if (previous === undefined) return undefined;
  const stored = previous.endsWith(".json") ? listIn<Scorecard>(previous, isScorecard) : undefined;
  const last = stored === undefined ? score(previous) : { cards: stored, failed: false };
  if (last.cards.length === 0) throw new Unusable(say(lang, "none-scored", previous));
  return last;
}

/** What `jixiao audit --format json` said of one table. */
function auditOf(file: string, lang: Language): Audit {
  const [one, ...more] = listIn<Audit>(file, isAudit) ?? [];
  if (one === undefined || more.length > 0) throw new Unusable(say(lang, "no-audit", file));
  return one;
}

type Unknown = { readonly [key: string]: unknown } | null;
const isScorecard = (one: Unknown): boolean => one?.["kind"] === "scorecard" && Array.isArray(one["grades"]) && Array.isArray(one["indicators"]);
const isAudit = (one: Unknown): boolean => Array.isArray(one?.["findings"]) && Array.isArray(one["assumptions"]) && typeof one["form"] === "object" && one["form"] !== null;

/** The outputs that a file of JSON holds, one or a list; undefined where it holds anything else. */
function listIn<One>(file: string, is: (one: Unknown) => boolean): readonly One[] | undefined {
  const text = readFileSync(file, "utf8");
  try {
    const data: unknown = JSON.parse(text);
    const list = (Array.isArray(data) ? data : [data]) as readonly Unknown[];
    return list.every(is) ? (list as readonly One[]) : undefined;
  } catch {
    return undefined;
  }
}
