// 重评结果: the evaluations whose scores change, what caused it, and the sums over all of them.
import type { Label, Language } from "../types/types.ts";
import { key, STATES } from "../wording/words.ts";
import type { ReplayPart, PointsChange, Replay, ReplayedEvaluation, ReplaySummary, ReplayStanding } from "./replay-types.ts";
import { type DiffFormat, inLanguage, renderDiff } from "./render.ts";
import { csvTable, markdownTable, textTable } from "./table.ts";

const WORDS = {
  title: { zh: "重评", en: "Replay" },
  subject: { zh: "评价对象", en: "subject" },
  oldTotal: { zh: "原总分", en: "old total" },
  newTotal: { zh: "现总分", en: "new total" },
  difference: { zh: "差额", en: "difference" },
  oldGrade: { zh: "原等级", en: "old grade" },
  newGrade: { zh: "现等级", en: "new grade" },
  causes: { zh: "由改动", en: "by change" },
  unscored: { zh: "未能两版都评分", en: "Not scored on both sides" },
  perChange: { zh: "各项改动的影响（改动按所列次序逐项作出，每份各项之和恰为其差额）", en: "What each change did (changes made in the order listed; per evaluation they sum exactly to its difference)" },
  change: { zh: "改动", en: "change" },
  evaluations: { zh: "份数", en: "evaluations" },
  sum: { zh: "合计", en: "sum" },
  distribution: { zh: "差额分布", en: "Distribution of differences" },
  range: { zh: "差额", en: "difference" },
  rejected: { zh: "不予通过", en: "rejected" },
  none: { zh: "没有一份的得分、总分或等级改变。", en: "No evaluation changes its points, total or grade." },
  limits: { zh: "有效期和引用的版本号在此不作限制。", en: "Ranges of validity and the versions referred to do not count here." },
} as const;

/** The replay in a format: text, Markdown and JSON begin with the comparison, CSV has one line per evaluation. */
export function renderReplay(replay: Replay, format: DiffFormat = "text", lang: Language = "zh-CN"): string {
  if (format === "json") return `${JSON.stringify({ ...replay, diff: inLanguage(replay.diff, lang) }, null, 2)}\n`;
  if (format === "csv") return csv(replay, lang);
  const rendered = renderDiff(replay.diff, format, lang);
  return format === "markdown" ? `${rendered}\n${markdown(replay, lang)}` : `${rendered}\n${text(replay, lang)}`;
}

const numbers = (changes: readonly number[]): string => changes.map((one) => `#${one}`).join("+");
const gradeText = ({ grade, rejected }: ReplayStanding, w: keyof Label): string => (rejected ? WORDS.rejected[w] : (grade ?? "—"));
const partText = ({ changes, difference, grade }: ReplayPart): string => `${numbers(changes)} ${difference}${grade === undefined ? "" : `（${grade.before ?? "—"}→${grade.after ?? "—"}）`}`;
const named = (one: ReplayedEvaluation): string => (one.subject === "" ? one.id : `${one.subject}（${one.id}）`);
const brackets = (text: string, lang: Language): string => (lang === "en" ? text.replaceAll("（", " (").replaceAll("）", ")") : text);

function counts(s: ReplaySummary, lang: Language): string {
  if (lang === "en") return `${s.evaluations} evaluations, ${s.scored} scored on both sides: points change in ${s.points}, totals in ${s.totals}, grades in ${s.grades} (${s.up} up, ${s.down} down); ${s.onlyOld} only on the old side, ${s.onlyNew} only on the new, ${s.neither} on neither`;
  return `${s.evaluations} 份，${s.scored} 份两版均能评分：${s.points} 份指标得分改变，${s.totals} 份总分改变，${s.grades} 份等级改变（升 ${s.up}，降 ${s.down}）；只在原版能评分 ${s.onlyOld} 份，只在现版 ${s.onlyNew} 份，两版都不能 ${s.neither} 份`;
}

function meanText({ differences }: ReplaySummary, lang: Language): string {
  if (differences === undefined) return "";
  const { sum, least, greatest, mean } = differences;
  const rounded = mean.rounded ? (lang === "en" ? ` = ${mean.fraction}, rounded` : ` = ${mean.fraction}，四舍五入`) : "";
  return lang === "en" ? `differences: sum ${sum}, from ${least} to ${greatest}, mean ${mean.shown}${rounded}` : `差额合计 ${sum}，最小 ${least}，最大 ${greatest}，平均 ${mean.shown}${rounded}`;
}

const changedRows = (replay: Replay, lang: Language): readonly (readonly string[])[] =>
  replay.evaluations
    .filter(({ status }) => status === "changed")
    .map((one) => [brackets(named(one), lang), one.old?.total ?? "", one.new?.total ?? "", one.difference ?? "", one.old === undefined ? "" : gradeText(one.old, key(lang)), one.new === undefined ? "" : gradeText(one.new, key(lang)), brackets(one.parts.map(partText).join(lang === "en" ? ", " : "，"), lang)]);

const headings = (w: keyof Label): readonly string[] => [WORDS.subject[w], WORDS.oldTotal[w], WORDS.newTotal[w], WORDS.difference[w], WORDS.oldGrade[w], WORDS.newGrade[w], WORDS.causes[w]];

function pointsText({ name, before, after, difference }: PointsChange, w: keyof Label): string {
  const state = (text: string | undefined): string => (text === undefined ? "—" : (STATES[text as keyof typeof STATES]?.[w] ?? text));
  return `${name} ${state(before)} → ${state(after)}${difference === undefined ? "" : w === "zh" ? `（${difference}）` : ` (${difference})`}`;
}

const reasonsOf = (one: ReplayedEvaluation, w: keyof Label): string =>
  (["old", "new"] as const).flatMap((side) => (one.reasons[side] === undefined ? [] : [`${side === "old" ? (w === "zh" ? "原版不能评分" : "not scored on the old side") : w === "zh" ? "现版不能评分" : "not scored on the new side"}${w === "zh" ? "：" : ": "}${one.reasons[side]?.map((each) => each[w]).join(w === "zh" ? "；" : "; ") ?? ""}`])).join(w === "zh" ? "；" : "; ");

function text(replay: Replay, lang: Language): string {
  const w = key(lang);
  const rows = changedRows(replay, lang);
  const changed = replay.evaluations.filter(({ status }) => status === "changed");
  const table = rows.length === 0 ? `${WORDS.none[w]}\n` : textTable(headings(w), rows, [1, 2, 3]);
  const points = changed.filter(({ indicators }) => indicators.length > 0).map((one) => `  ${brackets(named(one), lang)}\n${one.indicators.map((each) => `    ${pointsText(each, w)}\n`).join("")}`);
  return [
    `${WORDS.title[w]}${w === "zh" ? "：" : ": "}${counts(replay.summary, lang)}\n${WORDS.limits[w]}\n\n`,
    table,
    points.length === 0 ? "" : `\n${points.join("")}`,
    ...rest(replay, lang, (title, head, body, right) => `\n${title}\n${textTable(head, body, right)}`, (title, list) => `\n${title}\n${list.map((one) => `  ${one}\n`).join("")}`),
  ].join("");
}

function markdown(replay: Replay, lang: Language): string {
  const w = key(lang);
  const rows = changedRows(replay, lang);
  return [
    `### ${WORDS.title[w]}\n\n${counts(replay.summary, lang)}\n\n${WORDS.limits[w]}\n\n`,
    rows.length === 0 ? `${WORDS.none[w]}\n` : markdownTable(headings(w), rows, [1, 2, 3]),
    ...rest(replay, lang, (title, head, body, right) => `\n**${title}**\n\n${markdownTable(head, body, right)}`, (title, list) => `\n**${title}**\n\n${list.map((one) => `- ${one}\n`).join("")}`),
  ].join("");
}

/** What stands below the table of evaluations, in the manner of a format. */
function rest(
  replay: Replay,
  lang: Language,
  table: (title: string, head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[]) => string,
  list: (title: string, items: readonly string[]) => string,
): readonly string[] {
  const w = key(lang);
  const { summary, diff } = replay;
  const unscored = replay.evaluations.filter(({ old, new: next }) => old === undefined || next === undefined);
  const messageOf = (number: number): string => `#${number} ${diff.changes[number - 1]?.code ?? ""} ${diff.changes[number - 1]?.name ?? ""}`.trim();
  return [
    unscored.length === 0 ? "" : list(WORDS.unscored[w], unscored.map((one) => `${brackets(named(one), lang)} ${reasonsOf(one, w)}`)),
    summary.changes.length === 0 ? "" : table(WORDS.perChange[w], [WORDS.change[w], WORDS.evaluations[w], WORDS.sum[w]], summary.changes.map(({ changes, evaluations, sum }) => [changes.map(messageOf).join(" + "), String(evaluations), sum]), [1, 2]),
    summary.differences === undefined ? "" : table(`${WORDS.distribution[w]}${w === "zh" ? "：" : ": "}${meanText(summary, lang)}`, [WORDS.range[w], WORDS.evaluations[w]], summary.differences.distribution.map(({ range, evaluations }) => [range, String(evaluations)]), [1]),
  ];
}

function csv(replay: Replay, lang: Language): string {
  const w = key(lang);
  const head = ["file", "id", "framework", "objectives", "subject", "as-of", "status", "old-total", "new-total", "difference", "old-grade", "new-grade", "grade", "changes", "reason"];
  const rows = replay.evaluations.map((one) => [
    one.file ?? "", one.id, one.framework, one.objectives ?? "", one.subject, one.asOf, one.status, one.old?.total ?? "", one.new?.total ?? "", one.difference ?? "",
    one.old === undefined ? "" : gradeText(one.old, w), one.new === undefined ? "" : gradeText(one.new, w), one.grade ?? "",
    one.parts.map(({ changes, difference }) => `${numbers(changes)} ${difference}`).join("; "), reasonsOf(one, w),
  ]);
  return csvTable(head, rows);
}
