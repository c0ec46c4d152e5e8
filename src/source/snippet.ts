// 摘录: an entry of a document as it is written, from its key to the end of its value, without its indentation.
import type { Path } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";

export interface Line {
  readonly text: string;
  /** in the document, from 1 */
  readonly number: number;
  /** how many characters before it were left out */
  readonly indent: number;
}

/** The lines of an entry, its key included; none where the path leads nowhere. */
export function linesAt(document: Loaded, path: Path): readonly Line[] {
  const [key, value] = [document.locate(path, "key"), document.locate(path)];
  if (key === undefined || value === undefined || key.start.offset > value.start.offset) return [];
  const indent = key.start.column - 1;
  const lines = document.text.slice(0, value.end.offset).split(/\r\n|\r|\n/).slice(key.start.line - 1);
  while (lines.length > 1 && lines.at(-1)?.trim() === "") lines.pop();
  return lines.map((line, index) => {
    const left = index === 0 ? indent : Math.min(indent, line.length - line.trimStart().length);
    return { text: line.slice(left).trimEnd(), number: key.start.line + index, indent: left };
  });
}
