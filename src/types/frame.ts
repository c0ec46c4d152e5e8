// 源码片段：the lines around a place, numbered, with carets under it — under the right column, too, when the line
// holds wide characters or tabs.
//
//     1 | 名称: 改造户数
//   > 2 | 权重: １０
//       |       ^^^^
import type { Span } from "./diagnostics.ts";
import { cellsOf, displayWidth } from "../text/width.ts";

const TAB = 4;
const COLUMNS = 120; // of a line that are shown

export interface FrameOptions {
  /** How many lines to show before and after. */
  readonly context?: number;
}

/** Shows a span in its text. Of a span over several lines, the first is marked. No line ends with a space. */
export function codeFrame(text: string, span: Span, { context = 1 }: FrameOptions = {}): string {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const line = Math.max(1, Math.min(span.start.line, lines.length));
  const from = Math.max(1, line - context);
  const to = Math.min(lines.length, line + context);
  const gutter = String(to).length;
  const marked = lines[line - 1] ?? "";
  const end = span.end.line > span.start.line ? marked.length + 1 : span.end.column;
  const before = displayWidth(visible(marked.slice(0, span.start.column - 1), 0));
  const width = Math.max(1, displayWidth(visible(marked.slice(span.start.column - 1, end - 1), before)));
  const shift = before > COLUMNS - 20 ? before - 20 : 0; // columns of long lines cut at the left
  const shown: string[] = [];
  for (let number = from; number <= to; number++) {
    const content = cut(visible(lines[number - 1] ?? "", 0), shift);
    shown.push(`${number === line ? ">" : " "} ${String(number).padStart(gutter)} | ${content}`.trimEnd());
    if (number !== line) continue;
    const carets = "^".repeat(Math.min(width, Math.max(1, COLUMNS - (before - shift))));
    shown.push(`  ${" ".repeat(gutter)} | ${" ".repeat(before - shift)}${carets}`);
  }
  return shown.join("\n");
}

/** Tabs as spaces up to the next stop, and a mark for what could not be seen or would steer a terminal. */
function visible(text: string, column: number): string {
  let at = column;
  const expanded = cellsOf(text).map((cell) => {
    const shown = cell.text === "\t" ? " ".repeat(TAB - (at % TAB)) : cell.text.replace(HIDDEN, "\ufffd");
    at += cell.text === "\t" ? shown.length : displayWidth(shown);
    return shown;
  });
  return expanded.join("");
}

const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/** The columns of a line from `shift` on, no more than are shown; a wide character cut in half becomes a space. */
function cut(line: string, shift: number): string {
  let at = 0;
  let text = "";
  for (const cell of cellsOf(line)) {
    const start = at;
    at += cell.width;
    if (at > shift + COLUMNS) return `${text}…`;
    if (start >= shift) text += cell.text;
    else if (at > shift) text += " ".repeat(at - shift);
  }
  return text;
}
