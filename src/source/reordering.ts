// 换序: the entries of a YAML block in another order, as an edit of the text. Comments above an entry and behind it go
// along; whatever cannot be moved with certainty is left as it is.
import type { Comment } from "../text/comments.ts";
import type { Edit } from "../types/diagnostics.ts";

/** Offsets of an entry: its key, and where its value ends. */
export interface EntrySpan {
  readonly start: number;
  readonly keyEnd: number;
  readonly end: number;
}

/** An edit that puts entry `order[0]` first, and so on. `from` is where the block begins: its brace, or its first key. */
export function reordered(text: string, from: number, entries: readonly EntrySpan[], order: readonly number[], comments: readonly Comment[]): Edit | undefined {
  return text[from] === "{" ? inBraces(text, entries, order, comments) : inLines(text, entries, order);
}

function inBraces(text: string, entries: readonly EntrySpan[], order: readonly number[], comments: readonly Comment[]): Edit | undefined {
  const start = entries[0]?.start ?? 0;
  const end = entries.at(-1)?.end ?? 0;
  if (comments.some((one) => one.start >= start && one.start < end) || entries.some((one) => one.end <= one.keyEnd)) return undefined;
  const pieces = entries.map((_, place) => {
    const moved = entries[order[place] ?? 0];
    const behind = place + 1 < entries.length ? text.slice(entries[place]?.end, entries[place + 1]?.start) : "";
    return `${text.slice(moved?.start, moved?.end)}${behind}`;
  });
  return { start, end, text: pieces.join("") };
}

interface Chunk {
  /** comment lines and empty lines above it, with their line ends */
  readonly lead: string;
  /** from its key to the end of its last line */
  readonly body: string;
}

function inLines(text: string, entries: readonly EntrySpan[], order: readonly number[]): Edit | undefined {
  const first = entries[0];
  if (first === undefined) return undefined;
  const lineStart = (offset: number): number => Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  const lineEnd = (offset: number): number => {
    const found = /[\r\n]/.exec(text.slice(offset))?.index;
    return found === undefined ? text.length : offset + found;
  };
  const nextLine = (offset: number): number => lineEnd(offset) + (/^\r\n/.test(text.slice(lineEnd(offset), lineEnd(offset) + 2)) ? 2 : lineEnd(offset) < text.length ? 1 : 0);
  const before = text.slice(lineStart(first.start), first.start).replace(/^\ufeff/, "");
  const inSequence = /^ *(?:- +)+$/.test(before);
  if (!inSequence && !/^ *$/.test(before)) return undefined;
  const indent = " ".repeat(before.length);
  if (entries.slice(1).some((one) => text.slice(lineStart(one.start), one.start) !== indent)) return undefined;

  /** Comment lines indented deeper than the keys belong to the entry above them. */
  const bodyEnd = ({ end, keyEnd }: EntrySpan): number => {
    const last = Math.max(end, keyEnd);
    let at = lineEnd(/[\r\n]/.test(text[last - 1] ?? "") ? last - (text.slice(last - 2, last) === "\r\n" ? 2 : 1) : last);
    for (let line = nextLine(at); line > at && line < text.length; line = nextLine(at)) {
      if (!new RegExp(`^ {${before.length + 1},}#`).test(text.slice(line, lineEnd(line)))) break;
      at = lineEnd(line);
    }
    return at;
  };
  const ends = entries.map(bodyEnd);
  const chunks = entries.map((one, index): Chunk => {
    const lead = index === 0 ? (inSequence ? "" : text.slice(leadStart(text, lineStart(one.start), indent), lineStart(one.start))) : text.slice(nextLine(ends[index - 1] ?? 0), lineStart(one.start));
    return { lead, body: text.slice(one.start, ends[index]) };
  });
  if (chunks.some(({ lead }) => !/^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*$/.test(lead))) return undefined;
  if (inSequence && chunks[order[0] ?? 0]?.lead !== "") return undefined;
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const moved = order.map((index, place) => `${chunks[index]?.lead ?? ""}${place === 0 && inSequence ? "" : indent}${chunks[index]?.body ?? ""}`);
  const start = inSequence ? first.start : lineStart(first.start) - (chunks[0]?.lead.length ?? 0);
  // A byte order mark stays where it is.
  return { start: text[start] === "\ufeff" ? start + 1 : start, end: ends.at(-1) ?? first.end, text: moved.join(eol) };
}

/** Where the comment lines directly above a line begin; those at the head of the file belong to the file. */
function leadStart(text: string, line: number, indent: string): number {
  const above = text.slice(0, line).split(/(?<=\r\n|\r(?!\n)|\n)/);
  let at = line;
  let count = above.length;
  while (count > 0 && (above[count - 1] ?? "").startsWith(`${indent}#`)) {
    count--;
    at -= above[count]?.length ?? 0;
  }
  return count === 0 ? line : at;
}
