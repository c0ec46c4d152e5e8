// text: the scorecard as the table a finance officer knows, for a terminal, and where points were lost.
import { displayWidth, padEnd, wrap } from "../text/width.ts";
import type { Language } from "../types/types.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { gradeLine, lossText, unpublishedText } from "../wording/explanation.ts";
import { headings, rowsOf, sameAbove, tableTitle, totalCell } from "../wording/table.ts";
import { key, WORDS } from "../wording/words.ts";

const WIDEST = [14, 18, 26, 14, 30, 6, 8] as const;
const RIGHT = new Set([5, 6]);

export const text = (card: Scorecard, lang: Language): string => `${tableText(card, lang)}\n${lossText(card, lang)}${unpublishedText(card, lang)}`;

/** The table in box characters; cells that repeat the one above stay empty, as merged cells would. */
function tableText(card: Scorecard, lang: Language): string {
  const w = key(lang);
  const head = headings(lang);
  const full = rowsOf(card, lang);
  const rows = full.map((row, index) => row.map((cell, column) => (column < 2 && sameAbove(full, index, column) ? "" : cell)));
  const total = totalCell(card);
  rows.push([WORDS.total[w], "", "", "", "", card.total.full, total]);
  const widths = head.map((_, column) => Math.min(WIDEST[column] ?? 20, Math.max(...[head, ...rows].map((row) => displayWidth(row[column] ?? "")))));
  widths[6] = Math.max(widths[6] ?? 0, displayWidth(total));
  const rule = (left: string, middle: string, right: string): string => left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right;
  const lines = [tableTitle(card, lang), rule("┌", "┬", "┐"), ...cells(head, widths), rule("├", "┼", "┤")];
  rows.forEach((row, index) => {
    if (index === rows.length - 1) lines.push(rule("├", "┼", "┤"));
    lines.push(...cells(row, widths));
  });
  lines.push(rule("└", "┴", "┘"), gradeLine(card, lang));
  return `${lines.join("\n")}\n`;
}

function cells(row: readonly string[], widths: readonly number[]): string[] {
  const wrapped = row.map((cell, column) => wrap(cell, widths[column] ?? 20));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => `│${wrapped.map((lines, column) => ` ${align(lines[line] ?? "", widths[column] ?? 20, RIGHT.has(column))} `).join("│")}│`);
}

const align = (text: string, width: number, right: boolean): string => (right ? " ".repeat(Math.max(0, width - displayWidth(text))) + text : padEnd(text, width));
