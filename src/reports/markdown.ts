// markdown: the table and where points were lost, for a pull request or a note.
import { markdownText } from "../text/markup.ts";
import type { Language } from "../types/types.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { gradeLine, lossText, unpublishedText } from "../wording/explanation.ts";
import { headings, rowsOf, tableTitle, totalCell } from "../wording/table.ts";
import { key, WORDS } from "../wording/words.ts";

export function markdown(card: Scorecard, lang: Language): string {
  const head = headings(lang);
  const rows = [...rowsOf(card, lang), [WORDS.total[key(lang)], "", "", "", "", card.total.full, totalCell(card)]];
  const line = (row: readonly string[]): string => `| ${row.map((cell) => inLine(cell)).join(" | ")} |`;
  const told = `${lossText(card, lang)}${unpublishedText(card, lang)}`;
  // A fence that is longer than any row of backticks inside of it.
  const fence = "`".repeat(Math.max(2, ...(told.match(/`+/g) ?? []).map((one) => one.length)) + 1);
  const title = tableTitle(card, lang).split("\n").map(inLine).join(" · ");
  const table = [line(head), `| ${head.map((_, column) => (column > 4 ? "---:" : "---")).join(" | ")} |`, ...rows.map(line)];
  return `# ${title}\n\n${table.join("\n")}\n\n**${inLine(gradeLine(card, lang))}**\n\n${fence}text\n${told}${fence}\n`;
}

const inLine = (text: string): string => markdownText(text.replace(/\s+/g, " ").trim());

