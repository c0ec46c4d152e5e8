// html: the manual as one file to print or to annex to a notice. No script, nothing fetched, black on white.
import { escaped } from "../text/markup.ts";
import { page } from "../text/page.ts";
import type { Manual, ManualCell, ManualSection, ManualTable } from "../manual/model.ts";

const STYLE = `
@page { size: A4 landscape; margin: 15mm 12mm; }
body { padding: 24px 16px; max-width: 1280px; }
h1 { margin: 0 0 4px; font-size: 22px; text-align: center; }
.subtitle { margin: 0 0 20px; text-align: center; }
h2 { margin: 24px 0 8px; font-size: 16px; break-after: avoid; }
p, ul, dl { margin: 8px 0; }
ul { padding-left: 1.4em; }
li { break-inside: avoid; }
p { break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; }
dt { font-weight: bold; }
dd { margin: 0; }
pre { margin: 8px 0; padding: 8px; border: 1px solid #000; font-size: 13px; line-height: 1.5; white-space: pre-wrap; }
.scroll { overflow-x: auto; }
table { table-layout: fixed; font-size: 13px; line-height: 1.5; }
th, td { padding: 4px 6px; border: 1px solid #000; vertical-align: middle; text-align: left; white-space: pre-line; }
thead th, th[scope="rowgroup"], td.number { text-align: center; }
th[scope] { font-weight: normal; }
thead th { background: #eee; font-weight: bold; }
@media screen { table { min-width: 60em; } table.wide { min-width: 84em; } }
@media print {
  body { padding: 0; max-width: none; font-size: 10pt; }
  h1 { font-size: 16pt; }
  h2 { font-size: 12pt; margin-top: 14pt; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; line-height: 1.4; }
  th, td { padding: 2pt 3pt; }
}
`;

export function html(manual: Manual): string {
  const { lang, title, subtitle } = manual;
  const body = `<h1>${escaped(title)}</h1>\n<p class="subtitle">${escaped(subtitle)}</p>\n${manual.sections.map(sectionText).join("\n")}`;
  return page({ lang, title, style: STYLE, body });
}

function sectionText({ heading, text, facts, table, code, list }: ManualSection): string {
  const parts = [`<h2>${escaped(heading)}</h2>`];
  if (text !== undefined) parts.push(`<p>${escaped(text)}</p>`);
  if (facts !== undefined) parts.push(`<dl>\n${facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join("\n")}\n</dl>`);
  if (table !== undefined) parts.push(tableText(table));
  if (code !== undefined) parts.push(`<pre>${escaped(code)}</pre>`);
  if (list !== undefined) parts.push(`<ul>\n${list.map((one) => `<li>${escaped(one)}</li>`).join("\n")}\n</ul>`);
  return `<section>\n${parts.join("\n")}\n</section>`;
}

function tableText({ columns, rows }: ManualTable): string {
  const widths = columns.map(({ width }) => `<col style="width:${width}%">`).join("");
  const head = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell, column) => cellText(cell, columns[column]?.number === true)).join("")}</tr>`).join("\n");
  return `<div class="scroll" tabindex="0">\n<table${columns.length > 8 ? ' class="wide"' : ""}>\n<colgroup>${widths}</colgroup>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>`;
}

function cellText(cell: ManualCell | undefined, number: boolean): string {
  if (cell === undefined) return "";
  const tag = cell.head ? "th" : "td";
  const scope = cell.head ? ` scope="${cell.head === "group" ? "rowgroup" : "row"}"` : number ? ' class="number"' : "";
  const spans = `${cell.rows === undefined ? "" : ` rowspan="${cell.rows}"`}${cell.columns === undefined ? "" : ` colspan="${cell.columns}"`}`;
  return `<${tag}${scope}${spans}>${cell.href === undefined ? escaped(cell.text) : `<a href="${escaped(cell.href)}">${escaped(cell.text)}</a>`}</${tag}>`;
}
