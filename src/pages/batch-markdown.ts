// 批量报告，Markdown: ranking, last year and what could not be scored, for a note or a pull request.
import { markdownText } from "../text/markup.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { Language } from "../types/types.ts";
import { key, WORDS } from "../wording/words.ts";
import { tell } from "./batch-words.ts";
import { batchOf } from "./figures/batch.ts";
import type { Batch, BatchGroup, BatchOptions } from "./figures/types.ts";
import { kindWords } from "./summary-box.ts";
import { unrankedOf } from "./unranked.ts";
import { bracketed, colon, listOf, say } from "./words.ts";

export interface BatchMarkdownOptions extends BatchOptions {
  readonly lang?: Language;
  readonly title?: string;
}

export function batchMarkdown(cards: readonly Scorecard[], options: BatchMarkdownOptions = {}): string {
  const { lang = "zh-CN", title = tell("title", lang) } = options;
  const batch = batchOf(cards, options);
  const unranked = unrankedOf(batch, cards, lang);
  const parts = [
    `# ${inLine(title)}`,
    ...batch.groups.flatMap((group) => groupText(group, batch, lang)),
    `## ${tell("unscored", lang)}`,
    unranked.length === 0 ? tell("noneUnscored", lang) : tableOf([say("order", lang), say("subject", lang), say("department", lang), tell("why", lang)], unranked.map(({ number, name, department, why }) => [number, name, department, why]), [0]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function groupText(group: BatchGroup, { comparison, rank }: Batch, lang: Language): readonly string[] {
  const w = key(lang);
  const { all } = group;
  const last = new Map((comparison?.compared ?? []).map((one) => [one.number, one]));
  const ranked = group.rows.filter((one) => one.rank !== null);
  const average = all.average === undefined ? "—" : `${all.average.rounded ? "≈" : ""}${all.average.text}`;
  const facts = [`${tell("evaluations", lang)} ${all.evaluations}`, `${tell("counted", lang)} ${all.ranked}`, `${tell("average", lang)} ${average}`, ...group.grades.map(({ name }, at) => `${name} ${all.grades[at] ?? 0}`)];
  const columns = [say("order", lang), tell("rank", lang), say("subject", lang), say("department", lang), WORDS.total[w], WORDS.grade[w], WORDS.nextGrade[w], ...(comparison === undefined ? [] : [tell("lastYear", lang), tell("change", lang)])];
  const rows = ranked.map((one) => [
    String(one.number), `${one.rank ?? ""}${one.tied ? bracketed(tell("tied", lang), lang) : ""}`, one.name, one.department ?? "", one.points ?? "", one.grade ?? "—", one.nextGrade?.distance ?? "",
    ...(comparison === undefined ? [] : [last.get(one.number)?.before.points ?? "—", last.get(one.number)?.difference ?? "—"]),
  ]);
  return [
    `## ${inLine(`${kindWords(group, lang)}${bracketed(`${say("fullMarks", lang)} ${group.full}`, lang)}`)}`,
    inLine(`${listOf(facts, lang)}${lang === "en" ? ". " : "。"}${say("gradeScale", lang)}${colon(lang)}${listOf(group.grades.map(({ name, from }) => `${name} ≥ ${from}`), lang)}`),
    ...(ranked.length === 0 ? [tell("noTotals", lang)] : [tell(rank, lang), tableOf(columns, rows, [0, 1, 4, 6, 7, 8])]),
  ];
}

const inLine = (text: string): string => markdownText(text.replace(/\s+/g, " ").trim());

/** `figures` are the columns that are set to the right. */
function tableOf(columns: readonly string[], rows: readonly (readonly string[])[], figures: readonly number[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(columns.map(inLine)), line(columns.map((_, at) => (figures.includes(at) ? "---:" : "---"))), ...rows.map((row) => line(row.map(inLine)))].join("\n");
}
