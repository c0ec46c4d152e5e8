// 文本：what the language does not say about text — its size in bytes, code-point order, lines and columns.

/** A place in the text as it was given: 1-based line and column (UTF-16 units), 0-based offset. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Text with one kind of line end and no byte order mark, and the way back to the original. */
export interface Layout {
  readonly text: string;
  /** The place in the original text of an offset into `text`. */
  at(offset: number): TextPosition;
}

/** Order by code point, where `<` would order by UTF-16 unit (and put 𠮷 before ﹪). */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

/** Where the text, written as UTF-8, grows beyond so many bytes; undefined when it does not. */
export function overflowAt(text: string, bytes: number): number | undefined {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair stands for two of its four bytes.
    count += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
    if (count > bytes) return i;
  }
  return undefined;
}

/** Reads line ends (LF, CRLF, CR) and drops a byte order mark, which counts as an offset but not as a column. */
export function layout(original: string): Layout {
  const bom = original.charCodeAt(0) === 0xfeff ? 1 : 0;
  const from = [bom]; // where each line starts in the original
  const to = [0]; // and in the normalised text
  const lines: string[] = [];
  let length = 0;
  for (const end of original.matchAll(/\r\n?|\n/g)) {
    const start = from[from.length - 1] ?? 0;
    lines.push(original.slice(start, end.index));
    length += end.index - start + 1;
    from.push(end.index + end[0].length);
    to.push(length);
  }
  lines.push(original.slice(from[from.length - 1] ?? 0));
  const text = lines.join("\n");
  return {
    text,
    at(offset) {
      const place = Math.max(0, Math.min(offset, text.length));
      const line = lastNotAbove(to, place);
      const within = place - (to[line] ?? 0);
      return { line: line + 1, column: within + 1, offset: (from[line] ?? 0) + within };
    },
  };
}

/** The way from an offset in a text as it was given to its line and column. */
export function positionsOf(original: string): (offset: number) => TextPosition {
  const from = [original.charCodeAt(0) === 0xfeff ? 1 : 0, ...[...original.matchAll(/\r\n?|\n/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    const line = lastNotAbove(from, offset);
    return { line: line + 1, column: Math.max(0, offset - (from[line] ?? 0)) + 1, offset };
  };
}

/** The index of the last number of an ascending list that is not above the limit. */
function lastNotAbove(list: readonly number[], limit: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
