// Cells of tables in the formats that a comparison is written in.
import { displayWidth, padEnd } from "../text/width.ts";

export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string => {
  const line = (row: readonly string[]): string => `| ${row.map((cell) => cell.replaceAll("\\", "\\\\").replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), `| ${head.map((_, column) => (right.includes(column) ? "---:" : "---")).join(" | ")} |`, ...rows.map(line), ""].join("\n");
};

/** Columns two spaces apart; figures on the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => displayWidth(row[column] ?? ""))));
  const cell = (text: string, column: number): string => (right.includes(column) ? `${" ".repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text)))}${text}` : padEnd(text, widths[column] ?? 0));
  return [head, ...rows].map((row) => `  ${row.map(cell).join("  ").trimEnd()}\n`).join("");
}

/** A line of CSV (RFC 4180): quoted where a cell needs it. */
export const csvTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, ...rows].map((row) => `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`).join("");
