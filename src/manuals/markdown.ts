// markdown: the manual for a repository or a note. Merged cells stay empty.
import { markdownText } from "../text/markup.ts";
import type { Manual, ManualCell, ManualSection, ManualTable } from "../manual/model.ts";

export function markdown(manual: Manual): string {
  return `${[`# ${markdownText(manual.title)}`, markdownText(manual.subtitle), ...manual.sections.map(sectionText)].join("\n\n")}\n`;
}

function sectionText({ heading, text, facts, table, code, list }: ManualSection): string {
  const parts = [`## ${markdownText(heading)}`];
  if (text !== undefined) parts.push(markdownText(text));
  if (facts !== undefined) parts.push(facts.map(([name, value]) => `- **${markdownText(name)}** ${inLine(value)}`).join("\n"));
  if (table !== undefined) parts.push(tableText(table));
  if (code !== undefined) parts.push(`\`\`\`yaml\n${code}\n\`\`\``);
  if (list !== undefined) parts.push(list.map((one) => `- ${inLine(one)}`).join("\n"));
  return parts.join("\n\n");
}

function tableText({ columns, rows }: ManualTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const cell = (one: ManualCell | undefined): string => (one === undefined ? "" : one.href === undefined ? inLine(one.text) : `[${inLine(one.text)}](${one.href})`);
  return [line(columns.map(({ title }) => markdownText(title))), line(columns.map((one) => (one.number ? "---:" : "---"))), ...rows.map((row) => line(row.map(cell)))].join("\n");
}

const inLine = (text: string): string => markdownText(text).replaceAll("\n", "<br>");
