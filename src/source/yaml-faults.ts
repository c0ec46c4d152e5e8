// YAML 语法错误：the parser's own error codes in ours. Its English words never reach a user.
import type { Code } from "../types/diagnostics.ts";
import type { Finding } from "./findings.ts";

/** What the parser says about a fault. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

const CODES: Readonly<Record<string, Code>> = {
  BAD_DQ_ESCAPE: "yaml-escape",
  BAD_INDENT: "yaml-indent",
  BAD_SCALAR_START: "yaml-scalar-start",
  BLOCK_AS_IMPLICIT_KEY: "yaml-nested-mapping",
  BLOCK_IN_FLOW: "yaml-block-in-flow",
  KEY_OVER_1024_CHARS: "yaml-key-too-long",
  MULTILINE_IMPLICIT_KEY: "yaml-multiline-key",
  NON_STRING_KEY: "yaml-key-type",
  RESOURCE_EXHAUSTION: "yaml-too-deep",
  TAB_AS_INDENT: "yaml-tab-indent",
};

/** One code of the parser (MISSING_CHAR) covers many faults; these are told apart by what is missing. */
const MISSING: readonly (readonly [RegExp, Code])[] = [
  [/must be followed by map values|need to be followed by map values/, "yaml-missing-colon"],
  [/Missing space after :/, "missing-space-after-colon"],
  [/Missing , /, "yaml-missing-comma"],
  [/Comments must be separated/, "yaml-comment-space"],
];

/** Open quotes and brackets are found where they open, keys that are no text where they stand. */
export const isFoundElsewhere = (fault: Fault): boolean => fault.code === "NON_STRING_KEY" || /Missing closing|must end with a|and end with a/.test(fault.message);

/** A fault of the parser as a finding. */
export function findingOf(fault: Fault, text: string): Finding {
  const code = MISSING.find(([words]) => fault.code === "MISSING_CHAR" && words.test(fault.message))?.[1] ?? CODES[fault.code] ?? "yaml-syntax";
  const start = Math.max(0, Math.min(fault.pos[0], text.length));
  const stop = Math.max(start, Math.min(fault.pos[1], text.length));
  const lineEnd = text.slice(start, stop).indexOf("\n");
  const end = lineEnd < 0 ? stop : start + lineEnd;
  const found = code === "yaml-escape" ? escapeAt(text, start) : code === "yaml-scalar-start" ? (text[start] ?? "") : text.slice(start, Math.min(end, start + 40));
  const problem = fault.code.toLowerCase().replace(/_/g, "-");
  const facts = { ...(code === "yaml-syntax" ? { problem } : { found }), ...(code === "yaml-too-deep" ? { limit: "64" } : {}), ...(code === "missing-space-after-colon" ? { key: wordBefore(text, start) } : {}) };
  return { code, start, end: code === "yaml-escape" ? start + found.length : end, reach: stop, facts };
}

const escapeAt = (text: string, start: number): string => /^\\(?:x[^\n]{0,2}|u[^\n]{0,4}|U[^\n]{0,8}|[^\n]?)/.exec(text.slice(start, start + 10))?.[0] ?? "\\";
const wordBefore = (text: string, start: number): string => /[^\s,[\]{}]{0,40}$/.exec(text.slice(Math.max(0, start - 42), start).trimEnd())?.[0] ?? "";

/** The first line that is indented by a tab. */
export function tabIn(text: string): Finding | undefined {
  const found = /^ *(\t[ \t]*)[^\s#]/m.exec(text);
  if (found === null) return undefined;
  const [line, tabs = ""] = found;
  const start = found.index + line.indexOf(tabs);
  return { code: "yaml-tab-indent", start, end: start + tabs.length, reach: start + tabs.length, facts: { found: tabs } };
}
