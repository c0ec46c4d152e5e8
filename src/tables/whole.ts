// 整本读取: a workbook that comes in pieces is taken whole, as its list of contents stands at its end; text goes on as it comes.
import { type Diagnostic } from "../types/diagnostics.ts";
import { contentOf } from "./content.ts";
import { chosenEncoding, limitsOf, type ReadOptions } from "./input.ts";

export type TextPieces = AsyncIterable<Uint8Array | string>;
/** A file as bytes or text, or its pieces as they come (a stream of Node, a web stream). */
export type RowsInput = Uint8Array | string | TextPieces;

/** Text as it comes; anything else, or what is refused, whole. */
export async function gatherWorkbook(input: RowsInput, options: ReadOptions): Promise<{ readonly input: RowsInput } | { readonly problem: Diagnostic }> {
  if (typeof input === "string" || input instanceof Uint8Array) return { input };
  const pieces = input[Symbol.asyncIterator]();
  const start = await pieces.next();
  const head = start.done === true ? new Uint8Array(0) : start.value;
  if (typeof head === "string") return { input: rejoined(head, pieces) };
  const chosen = chosenEncoding(options);
  if ("problem" in chosen) return chosen;
  if (contentOf(head, chosen.encoding?.startsWith("utf-16")) === "text") return { input: rejoined(head, pieces) };
  return { input: await gathered(head, pieces, limitsOf(options).fileBytes + 1) };
}

async function* rejoined<T>(head: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield head;
  for (let step = await rest.next(); step.done !== true; step = await rest.next()) yield step.value;
}

async function gathered(head: Uint8Array, rest: AsyncIterator<Uint8Array | string>, most: number): Promise<Uint8Array> {
  const pieces = [head];
  let length = head.length;
  for (let step = await rest.next(); step.done !== true && length < most; step = await rest.next()) {
    const piece = typeof step.value === "string" ? new TextEncoder().encode(step.value) : step.value;
    pieces.push(piece);
    length += piece.length;
  }
  const whole = new Uint8Array(length);
  pieces.reduce((at, piece) => (whole.set(piece, at), at + piece.length), 0);
  return whole;
}
