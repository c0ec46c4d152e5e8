// 单项报告: one evaluation as one page that stands alone — for the file, for the director, for the auditor.
import type { Audit } from "../types/audit-types.ts";
import { element, written } from "../text/markup.ts";
import { page } from "../text/page.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { Written } from "../manuals/index.ts";
import type { Language } from "../types/types.ts";
import type { WhatIf } from "../types/what-if-types.ts";
import { nameOf } from "./figures/rows.ts";
import type { Context } from "./context.ts";
import { loadDrawing } from "./drawing.ts";
import { bases, explained, identity, judgement, knockOuts, totalSteps } from "./explained.ts";
import { findingsSection, whatIfTable } from "./extras.ts";
import { losses } from "./losses.ts";
import { moneyBlock } from "./money.ts";
import { nodesOf } from "./nodes.ts";
import { scoredTable } from "./scored-table.ts";
import { scoreTree } from "./score-tree.ts";
import { styleOf } from "./style.ts";
import { resultBox, subjectFacts } from "./summary-box.ts";
import { fills } from "./svg.ts";
import { pageOf, say } from "./words.ts";

export interface ReportOptions {
  readonly lang?: Language;
  /** which indicators are explained step by step: every one (default), those that lost points, or none */
  readonly explanations?: "all" | "lost" | "none";
  /** what a what-if found; shown where it is given */
  readonly whatIf?: WhatIf;
  /** what the recheck of the printed table found; shown where it is given, also when it is nothing */
  readonly audit?: Audit;
}

/**
 * The report of one evaluation as HTML: no script, nothing fetched, printable at A4. The same scorecard gives the same
 * bytes. Without the modules that draw there is no text, and a diagnostic names the one that is missing.
 */
export async function reportPage(card: Scorecard, options: ReportOptions = {}): Promise<Written> {
  const { lang = "zh-CN", explanations = "all", whatIf, audit } = options;
  const { drawing, diagnostics } = await loadDrawing();
  if (drawing === undefined) return { text: undefined, diagnostics };
  const context: Context = { lang, drawing };
  const nodes = nodesOf(card);
  const title = nameOf(card);
  const body = [
    fills(),
    element("header", {}, element("p", {}, say("reportTitle", lang)), element("h1", {}, title), element("p", {}, card.objectives === undefined ? "" : card.framework.title)),
    subjectFacts(card, context),
    resultBox(card, context),
    moneyBlock(card, context),
    scoredTable(card, nodes, context),
    losses(card, nodes, context),
    whatIf === undefined ? undefined : whatIfTable(whatIf, context),
    audit === undefined ? undefined : findingsSection(audit, context),
    scoreTree(card, nodes, context),
    knockOuts(card, context),
    totalSteps(card, context),
    explanations === "none" ? undefined : explained(card, explanations, context),
    judgement(card, context),
    bases(card, context),
    identity(card, context),
  ];
  return { text: page({ lang, title: `${title} ${say("reportTitle", lang)}`, style: styleOf(pageOf(lang)), body: written(body).trimEnd() }), diagnostics };
}
