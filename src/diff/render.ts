// 比对结果: the changes as text for a terminal, Markdown for a pull request, CSV for a sheet, and as data.
import type { Language } from "../types/types.ts";
import { key } from "../wording/words.ts";
import { csvTable, markdownTable } from "./table.ts";
import type { ChangePlace, Diff, DiffChange, DiffedDocument } from "./types.ts";
import { BUMPS, CLASSES, describeChange, KINDS } from "./words.ts";

export const diffFormats = ["text", "json", "markdown", "csv"] as const;
export type DiffFormat = (typeof diffFormats)[number];

const WORDS = {
  same: { zh: "没有差别", en: "no differences" },
  advice: { zh: "版本建议", en: "version" },
  least: { zh: "应不低于", en: "should be at least" },
  order: { zh: "改动按所列次序逐项作出，每项与前一步比较。", en: "The changes are made in the order listed; each is compared with the step before it." },
  affects: { zh: "涉及", en: "shows in" },
  old: { zh: "原", en: "old" },
  new: { zh: "现", en: "new" },
  class: { zh: "影响", en: "class" },
  change: { zh: "改动", en: "change" },
  code: { zh: "种类", en: "code" },
  place: { zh: "位置", en: "place" },
} as const;
const MARKS = { scores: "✗", may: "?", text: "·" } as const;

/** The comparison in a format; in JSON, its messages are in the language. */
export function renderDiff(diff: Diff, format: DiffFormat = "text", lang: Language = "zh-CN"): string {
  if (format === "json") return `${JSON.stringify(inLanguage(diff, lang), null, 2)}\n`;
  if (format === "csv") return csv(diff, lang);
  return format === "markdown" ? markdown(diff, lang) : text(diff, lang);
}

export const inLanguage = (diff: Diff, lang: Language): Diff => ({ ...diff, changes: diff.changes.map((one) => ({ ...one, message: describeChange(one, lang) })) });

const placeText = (place: ChangePlace | undefined): string => (place === undefined ? "" : `${place.file ?? "-"}${place.span === undefined ? "" : `:${place.span.start.line}:${place.span.start.column}`}`);
const places = ({ old, new: next }: DiffChange): string => [placeText(old), placeText(next)].filter((one) => one !== "").join(" → ");

function heading({ kind, id, old, new: next, advice }: DiffedDocument, lang: Language): string {
  const w = key(lang);
  const versions = [old?.version, next?.version].filter((one, index, all) => one !== undefined && all.indexOf(one) === index).join(" → ");
  const due = advice === undefined || advice.enough ? "" : w === "zh" ? `（${WORDS.least.zh} ${advice.version}）` : ` (${WORDS.least.en} ${advice.version})`;
  return `${KINDS[kind][w]} ${id}${versions === "" ? "" : ` ${versions}`}${due}`;
}

/** Runs of changes of one document, in the order of the list. */
function runsOf(diff: Diff): readonly { readonly document: DiffedDocument; readonly changes: readonly DiffChange[] }[] {
  const runs: { readonly document: DiffedDocument; readonly changes: DiffChange[] }[] = [];
  for (const one of diff.changes) {
    const last = runs.at(-1);
    if (last !== undefined && last.document.kind === one.document.kind && last.document.id === one.document.id) last.changes.push(one);
    else runs.push({ document: diff.documents.find(({ kind, id }) => kind === one.document.kind && id === one.document.id) ?? { ...one.document, status: "changed" }, changes: [one] });
  }
  return runs;
}

export function totals({ counts, bump }: Diff, lang: Language): string {
  const w = key(lang);
  const parts = (["scores", "may", "text"] as const).map((one) => (w === "zh" ? `${counts[one]} 项${CLASSES[one].zh}` : `${counts[one]} ${CLASSES[one].en}`));
  return w === "zh" ? `${parts.join("，")}；${WORDS.advice.zh}：${BUMPS[bump].zh}` : `${parts.join(", ")}; ${WORDS.advice.en}: ${BUMPS[bump].en}`;
}

const affectsText = ({ affects = [] }: DiffChange, lang: Language): string =>
  affects.map(({ framework, objectives, indicators }) => `${framework}${objectives === undefined ? "" : ` ${objectives}`}${indicators.length === 0 ? "" : lang === "en" ? ` (${indicators.join(", ")})` : `（${indicators.join("、")}）`}`).join(lang === "en" ? "; " : "；");

function text(diff: Diff, lang: Language): string {
  const w = key(lang);
  if (diff.changes.length === 0) return `${WORDS.same[w]}\n`;
  const width = String(diff.changes.length).length;
  const blocks = runsOf(diff).map(({ document, changes }) => {
    const lines = changes.flatMap((one) => [
      `${String(one.number).padStart(width + 1)} ${MARKS[one.class]} ${CLASSES[one.class][w]} ${one.code}${one.path === "" ? "" : ` ${one.path}`}`,
      `${" ".repeat(width + 4)}${describeChange(one, lang)}`,
      ...(places(one) === "" ? [] : [`${" ".repeat(width + 4)}${places(one)}`]),
      ...(one.affects === undefined ? [] : [`${" ".repeat(width + 4)}${WORDS.affects[w]}${w === "zh" ? "：" : ": "}${affectsText(one, lang)}`]),
    ]);
    return `${heading(document, lang)}\n${lines.join("\n")}\n`;
  });
  return `${blocks.join("\n")}\n${totals(diff, lang)}\n${diff.changes.length > 1 ? `${WORDS.order[w]}\n` : ""}`;
}

function markdown(diff: Diff, lang: Language): string {
  const w = key(lang);
  if (diff.changes.length === 0) return `${WORDS.same[w]}\n`;
  const head = ["#", WORDS.class[w], WORDS.code[w], WORDS.change[w], WORDS.place[w]];
  const rows = (changes: readonly DiffChange[]) => changes.map((one) => {
    const words = describeChange(one, lang);
    const shows = one.affects === undefined ? "" : `<br>${WORDS.affects[w]}${w === "zh" ? "：" : ": "}${affectsText(one, lang)}`;
    return [String(one.number), `${MARKS[one.class]} ${CLASSES[one.class][w]}`, `\`${one.code}\``, `${words.replaceAll("<", "&lt;")}${shows}`, places(one)];
  });
  const blocks = runsOf(diff).map(({ document, changes }) => `### ${heading(document, lang)}\n\n${markdownTable(head, rows(changes), [0])}`);
  return `**${totals(diff, lang)}**\n\n${blocks.join("\n")}\n${WORDS.order[w]}\n`;
}

function csv(diff: Diff, lang: Language): string {
  const head = ["number", "class", "severity", "breaks", "code", "kind", "id", "path", "field", "before", "after", "old", "new", "message"];
  const rows = diff.changes.map((one) => [
    String(one.number), one.class, one.severity, String(one.breaks), one.code, one.document.kind, one.document.id, one.path, one.field,
    one.before ?? "", one.after ?? "", placeText(one.old), placeText(one.new), describeChange(one, lang),
  ]);
  return csvTable(head, rows);
}
