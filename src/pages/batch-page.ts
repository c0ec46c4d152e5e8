// 批量报告: many evaluations as one page that stands alone — distribution, ranking, last year, summaries, indicators.
import { batchOf } from "./figures/batch.ts";
import type { Batch, BatchGroup, BatchOptions, BatchRow } from "./figures/types.ts";
import { element, type Markup, written } from "../text/markup.ts";
import type { Written } from "../manuals/index.ts";
import { page } from "../text/page.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { compareText } from "../text/text.ts";
import type { Language } from "../types/types.ts";
import { cell, type Context, middle, note, row, rowHead, styled, table } from "./context.ts";
import { comparisonSection } from "./compared.ts";
import { loadDrawing } from "./drawing.ts";
import { heatSection } from "./heat-table.ts";
import { histogram } from "./histogram.ts";
import { ranking, summaries } from "./ranking.ts";
import { styleOf } from "./style.ts";
import { facts, kindWords, scale } from "./summary-box.ts";
import { fills } from "./svg.ts";
import { bracketed, colon, listOf, pageOf, say } from "./words.ts";
import { tell } from "./batch-words.ts";
import { unrankedOf } from "./unranked.ts";

export interface BatchPageOptions extends BatchOptions {
  readonly lang?: Language;
  readonly title?: string;
}

/**
 * The report of several evaluations as HTML: no script, nothing fetched, printable at A4. The same scorecards in the
 * same order give the same bytes. Without the modules that draw there is no text, and a diagnostic names what is missing.
 */
export async function batchPage(cards: readonly Scorecard[], options: BatchPageOptions = {}): Promise<Written> {
  const { lang = "zh-CN", title = tell("title", lang) } = options;
  const { drawing, diagnostics } = await loadDrawing();
  if (drawing === undefined) return { text: undefined, diagnostics };
  const context: Context = { lang, drawing };
  const batch = batchOf(cards, options);
  const body = [
    fills(),
    element("header", {}, element("h1", {}, title)),
    overview(batch, cards, context),
    batch.groups.map((group) => groupSection(group, batch, cards, context)),
    batch.comparison === undefined ? undefined : comparisonSection(batch, batch.comparison, context),
    batch.heat.length === 0 ? undefined : heatSection(batch.heat, context),
    unscoredSection(batch, cards, context),
    documents(cards, context),
  ];
  return { text: page({ lang, title, style: styleOf(pageOf(lang)), body: written(body).trimEnd() }), diagnostics };
}

function overview(batch: Batch, cards: readonly Scorecard[], context: Context): Markup {
  const { lang } = context;
  const rows = batch.groups.flatMap((one) => one.rows);
  const count = (has: (one: BatchRow) => boolean): string => String(rows.filter(has).length);
  const span = (values: readonly string[]): string => {
    const sorted = [...new Set(values)].sort(compareText);
    return sorted.length > 2 ? `${sorted[0] ?? ""} – ${sorted[sorted.length - 1] ?? ""}` : sorted.join(lang === "en" ? ", " : "、");
  };
  const entries: readonly (readonly [string, string])[] = [
    [tell("evaluations", lang), String(cards.length + batch.unscored.length)],
    [tell("withTotal", lang), count((one) => one.rank !== null)],
    [tell("open", lang), count((one) => one.points === undefined && !one.rejected)],
    [tell("rejectedCount", lang), count((one) => one.rejected)],
    [tell("unscoredCount", lang), String(batch.unscored.length)],
    [tell("groupsCount", lang), String(batch.groups.length)],
    [tell("periods", lang), span(rows.flatMap((one) => one.period ?? [])) || "—"],
    [tell("dates", lang), span(cards.map((one) => one.asOf)) || "—"],
  ];
  return element("section", {}, element("h2", {}, tell("overview", lang)), facts(entries), note(tell("groupNote", lang)), note(tell(batch.rank, lang)), note(tell("averageNote", lang)));
}

function groupSection(group: BatchGroup, batch: Batch, cards: readonly Scorecard[], context: Context): Markup {
  const { lang } = context;
  const heading = `${kindWords(group, lang)}${bracketed(`${say("fullMarks", lang)} ${group.full}`, lang)}`;
  const frameworks = listOf(group.frameworks.map(({ title, version, evaluations }) => `${title} ${version}${bracketed(`${evaluations} ${tell("evaluationsOf", lang)}`, lang)}`), lang);
  const totals = group.rows.filter((one) => one.rank !== null).length;
  return element(
    "section",
    totals < 2 ? { class: "whole" } : {},
    element("h2", {}, heading),
    note(`${say("framework", lang)}${colon(lang)}${frameworks}`),
    scale(group.grades, context),
    totals < 2 ? undefined : [element("h3", {}, tell("distribution", lang)), histogram(group, context)],
    totals === 0 ? note(tell("noTotals", lang)) : [element("h3", {}, tell("ranking", lang)), ranking(group, cards, batch, context)],
    totals < 2 ? undefined : summaries(group, context),
  );
}

function unscoredSection(batch: Batch, cards: readonly Scorecard[], context: Context): Markup {
  const { lang } = context;
  const lines = unrankedOf(batch, cards, lang).map(({ number, name, department, why }) => row([middle(number), rowHead(name), cell(department), cell(why)]));
  const columns = [
    { title: say("order", lang), width: 7 },
    { title: say("subject", lang), width: 30 },
    { title: say("department", lang), width: 20 },
    { title: tell("why", lang), width: 43 },
  ];
  return element("section", {}, element("h2", {}, tell("unscored", lang)), lines.length === 0 ? note(tell("noneUnscored", lang)) : table(columns, lines));
}

/** The norms that evaluations were scored by, each once. */
function documents(cards: readonly Scorecard[], { lang }: Context): Markup {
  const digests = new Map<string, string>();
  for (const { framework, digests: own } of cards) {
    for (const [name, digest] of Object.entries(own)) {
      if (name === "framework") digests.set(`${say("framework", lang)} ${framework.id} ${framework.version} ${digest}`, digest);
      else if (name !== "objectives" && name !== "actuals") digests.set(`${name} ${digest}`, digest);
    }
  }
  const lines = [...digests].map(([name, digest]) => row([rowHead(name.slice(0, -digest.length).trim()), styled("digest", digest)]));
  const columns = [
    { title: say("document", lang), width: 32 },
    { title: say("digest", lang), width: 68 },
  ];
  return element("section", {}, element("h2", {}, tell("documents", lang)), note(say("identityNote", lang)), lines.length === 0 ? undefined : table(columns, lines));
}
