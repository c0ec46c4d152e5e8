// 批量数据: a batch as CSV — one line per evaluation, or one per evaluation and indicator — for whoever goes on with it
// in Excel or in a script.
import { batchOf } from "./figures/batch.ts";
import type { BatchGroup, BatchOptions, BatchRow, Compared } from "./figures/types.ts";
import { writeCsv } from "../csv/write.ts";
import { CATEGORIES, PURPOSES, SECTORS } from "../manual/words.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { Language } from "../types/types.ts";
import { recordHeadings, recordOf } from "../wording/table.ts";
import { key, WORDS } from "../wording/words.ts";
import { tell } from "./batch-words.ts";
import { effectWords, bracketed, listOf, say, wantingNames } from "./words.ts";

export interface BatchCsvOptions extends BatchOptions {
  readonly lang?: Language;
  /** a line per evaluation (default), or per evaluation and indicator */
  readonly lines?: "evaluations" | "indicators";
}

/** UTF-8 with a byte order mark, CRLF, no text that a spreadsheet would run as a formula. */
export function batchCsv(cards: readonly Scorecard[], options: BatchCsvOptions = {}): string {
  const { lang = "zh-CN", lines = "evaluations" } = options;
  const batch = batchOf(cards, options);
  const rows = batch.groups.flatMap((group) => group.rows.flatMap((row) => ((card) => (card === undefined ? [] : [{ group, row, card }]))(cards[row.index])));
  if (lines === "indicators") {
    const head = [...identityHead(lang), say("path", lang), ...recordHeadings(lang)];
    return writeCsv([head, ...rows.flatMap(({ row, card }) => card.indicators.map((one) => [...identity(row), one.path, ...recordOf(one, lang)]))]);
  }
  const compared = new Map((batch.comparison?.compared ?? []).map((one) => [one.number, one]));
  const head = evaluationHead(batch.comparison !== undefined, lang);
  const scored = rows.map(({ group, row, card }) => [...evaluation(group, row, card, lang), ...(batch.comparison === undefined ? [] : lastYear(compared.get(row.number)))]);
  // What could not be scored has a line as well: its name, and why.
  const blank = (name: string, reason: string): readonly string[] => head.map((_, at) => (at === NAME_COLUMN ? name : at === head.length - 1 ? reason : ""));
  return writeCsv([head, ...scored.map((one) => [...one, ""]), ...batch.unscored.map(({ name, reason }) => blank(name, reason))]);
}

const NAME_COLUMN = 2;
const identityHead = (lang: Language): readonly string[] => [say("order", lang), say("objectives", lang), say("subject", lang), say("department", lang), say("unit", lang), say("period", lang)];
const identity = ({ number, id, name, department = "", unit = "", period = "" }: BatchRow): readonly string[] => [String(number), id, name, department, unit, period];

function evaluationHead(withLast: boolean, lang: Language): readonly string[] {
  const w = key(lang);
  return [
    ...identityHead(lang),
    say("sector", lang), WORDS.asOf[w], say("category", lang), say("purpose", lang), say("framework", lang), say("version", lang),
    tell("rank", lang), say("fullMarks", lang), WORDS.total[w], say("low", lang), say("high", lang), WORDS.grade[w], WORDS.nextGrade[w],
    say("judgedPoints", lang), WORDS.wanting[w], say("firedRules", lang),
    ...(withLast ? [tell("lastYear", lang), tell("change", lang), tell("lastGrade", lang)] : []),
    tell("whyNot", lang),
  ];
}

function evaluation(group: BatchGroup, row: BatchRow, card: Scorecard, lang: Language): readonly string[] {
  const w = key(lang);
  const fired = card.knockOuts.filter((one) => one.holds === true).map((one) => `${one.label[w]}${bracketed(effectWords(one.effect, lang), lang)}`);
  return [
    ...identity(row),
    listOf(row.sectors.map((one) => SECTORS[one][w]), lang), card.asOf, CATEGORIES[group.category][w], PURPOSES[group.purpose][w], row.framework, row.version,
    row.rank === null ? "" : String(row.rank), group.full, row.points ?? "", row.range?.min ?? "", row.range?.max ?? "", row.rejected ? WORDS.rejected[w] : (row.grade ?? row.possibleGrades.join(" / ")), row.nextGrade?.distance ?? "",
    card.judged.points, listOf(wantingNames(card, lang), lang), listOf(fired, lang),
  ];
}

const lastYear = (one: Compared | undefined): readonly string[] => [one?.before.points ?? "", one?.difference ?? "", one?.before.grade ?? ""];
