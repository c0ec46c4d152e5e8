// 扫描：one pass over the tokens of YAML text before it is parsed — bounds, and every part of YAML that is not accepted.
import type { Code } from "../types/diagnostics.ts";
import type { Finding } from "./findings.ts";
import { closingQuoteSlip } from "./slips.ts";

/** Bounds on one text. */
export const SOURCE_LIMITS = { bytes: 512 * 1024, tokens: 150_000, depth: 64, indicators: 64, nodes: 100_000, characters: 10_000 } as const;

export const beyond = (code: Code, start: number, end: number, limit: number): Finding => ({ code, start, end, facts: { limit: String(limit) } });

export interface Scan {
  readonly found: readonly Finding[];
  readonly faults: readonly Finding[];
  readonly stopped: boolean;
}

/** Reads the tokens of a text; it stops at the first bound that is passed, so that nothing deep is ever parsed. */
export function scan(text: string, lexed: Iterable<string>): Scan {
  const found: Finding[] = [];
  const faults: Finding[] = [];
  const open: { char: string; at: number }[] = [];
  let columns: number[] = []; // where the block collections around this line start
  let offset = 0, lineStart = 0, tokens = 0, indicators = 0, documents = 0;
  let strays = 0; // closing brackets that close nothing
  let fresh = true; // nothing but indicators on this line yet
  let begun = false; // a document was just begun
  let scalarNext = false;
  const stop = (code: Code, end: number, limit: number): Scan => ({ found: [...found, beyond(code, offset, end, limit)], faults, stopped: true });
  const unclosed = (until: number): void => {
    const last = open.pop();
    if (last !== undefined) faults.push({ code: "yaml-unclosed-bracket", start: last.at, end: last.at + 1, reach: until, facts: { found: last.char, expected: last.char === "{" ? "}" : "]" } });
  };
  const report = (code: Code, end: number): void => void found.push({ code, start: offset, end, facts: { found: text.slice(offset, Math.min(end, offset + 40)) }, ...(code === "yaml-directive" ? { reach: end + 1 } : {}) });
  for (const token of lexed) {
    if (++tokens > SOURCE_LIMITS.tokens) return stop("yaml-too-many-tokens", offset, SOURCE_LIMITS.tokens);
    // Marks of the lexer itself; the text holds no control characters.
    if (token === "\u001f") scalarNext = true;
    if (token === "\u0018") while (open.length > 0) unclosed(offset);
    if (token === "\u0002") begun = ++documents > 0;
    if (token === "\u0002" && documents === 2) found.push({ code: "yaml-multiple-documents", start: offset, end: offset, reach: text.length, facts: {} });
    if (token === "\u001f" || token === "\u0018" || token === "\u0002") continue;
    const first = scalarNext ? "" : (token[0] ?? "");
    const end = offset + token.length;
    const blank = first === "\n" || first === " " || first === "\t" || first === "#";
    const indicator = token.length === 1 && "-?:".includes(first) && first !== "";
    if (open.length === 0 && fresh && !blank && token !== "---" && token !== "...") {
      const column = offset - lineStart;
      columns = [...columns.filter((one) => one < column), column];
      if (columns.length > SOURCE_LIMITS.depth) return stop("yaml-too-deep", end, SOURCE_LIMITS.depth);
    }
    if (indicator || first === "&" || first === "!") indicators++;
    else if (open.length > 0 && !blank) indicators = 0;
    if (indicators > SOURCE_LIMITS.indicators) return stop("yaml-too-many-indicators", end, SOURCE_LIMITS.indicators);
    if (first === "{" || first === "[") {
      open.push({ char: first, at: offset });
      if (open.length > SOURCE_LIMITS.depth) return stop("yaml-too-deep", end, SOURCE_LIMITS.depth);
    } else if (first === "}" || first === "]") {
      if (open.at(-1)?.char === (first === "}" ? "{" : "[")) open.pop();
      else if (open.length === 0 && ++strays > SOURCE_LIMITS.indicators) return stop("yaml-too-many-indicators", end, SOURCE_LIMITS.indicators);
      else unclosed(end);
    } else if (first === "&") report("yaml-anchor", end);
    else if (first === "*") report("yaml-alias", end);
    else if (first === "!") report("yaml-tag", end);
    else if (first === "%") report("yaml-directive", end);
    else if (first === '"' || first === "'") found.push(...quoteFault(token, offset));
    else if (token === "---" && !scalarNext) {
      if (!begun && ++documents === 2) found.push({ code: "yaml-multiple-documents", start: offset, end, reach: text.length, facts: {} });
      columns = [];
    }
    if (!blank) begun = false;
    fresh = token.endsWith("\n") || (fresh && (blank || indicator));
    if (token.endsWith("\n")) {
      lineStart = end;
      if (open.length === 0 || first === "\n") indicators = 0;
    }
    offset = end;
    scalarNext = false;
  }
  while (open.length > 0) unclosed(text.length);
  return { found, faults, stopped: false };
}

/** A quoted scalar whose quote is not closed, and the full-width quote that stands in its place. */
function quoteFault(token: string, start: number): Finding[] {
  const quote = token[0] ?? "";
  const body = token.slice(1);
  let slashes = 0;
  while (quote === '"' && body[body.length - 2 - slashes] === "\\") slashes++;
  const closed = body.endsWith(quote) && slashes % 2 === 0;
  if (closed) return [];
  const line = token.indexOf("\n");
  const end = start + token.length;
  return [closingQuoteSlip(token, start, end) ?? { code: "yaml-unclosed-quote", start, end: line < 0 ? end : start + line, reach: end + 1, facts: { found: quote } }];
}
