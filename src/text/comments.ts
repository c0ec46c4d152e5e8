// 注释: the comments of YAML text, by its tokens, so that a `#` within a quoted text or a block is none.

export interface Comment {
  /** offsets in the text, `#` included, line end excluded */
  readonly start: number;
  readonly end: number;
  /** something stands before it on its line */
  readonly trailing: boolean;
  /** nothing but comments stands before it in the document */
  readonly head: boolean;
  /** offset of the next line that holds more than a comment; the end of the text where there is none */
  readonly next: number;
}

/** Reads comments from the tokens of a text. */
export function commentsOf(lexed: Iterable<string>): readonly Comment[] {
  type Open = { start: number; end: number; trailing: boolean; head: boolean; next: number };
  const found: Open[] = [];
  let pending: Open[] = [];
  let offset = 0;
  let fresh = true; // nothing on this line yet
  let head = true;
  let scalarNext = false;
  for (const token of lexed) {
    if (token === "\u001f") scalarNext = true;
    if (token === "\u001f" || token === "\u0018" || token === "\u0002") continue;
    const first = scalarNext ? "" : (token[0] ?? "");
    const blank = first === "\n" || first === " " || first === "\t";
    if (first === "#") {
      const comment = { start: offset, end: offset + token.length, trailing: !fresh, head: head && fresh, next: 0 };
      found.push(comment);
      pending.push(comment);
    } else if (!blank && token !== "") {
      if (fresh) {
        for (const one of pending) one.next = offset;
        pending = [];
      }
      fresh = false;
      if (token !== "---") head = false;
    }
    offset += token.length;
    if (token.endsWith("\n")) fresh = true;
    scalarNext = false;
  }
  for (const one of pending) one.next = offset;
  return found;
}
