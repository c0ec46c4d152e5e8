// 一处问题: place, severity, code, words, basis, related places and code frame, as a terminal shows it.
import { describe, type Diagnostic, type Severity } from "../types/diagnostics.ts";
import { codeFrame } from "../types/frame.ts";
import type { Language } from "../types/types.ts";
import { CHECK_WORDS } from "../wording/check.ts";
import { basisText } from "../wording/explanation.ts";
import { key, SEVERITIES } from "../wording/words.ts";

const COLOURS: Readonly<Record<Severity, string>> = { error: "31", warning: "33", info: "36" };

export function problemText(one: Diagnostic, text: string | undefined, lang: Language, coloured = false): string {
  const w = key(lang);
  const paint = (style: string, words: string): string => (coloured ? `\u001b[${style}m${words}\u001b[0m` : words);
  const colon = lang === "en" ? ": " : "：";
  const lines = [`${paint("1", placeText(one))} ${paint(COLOURS[one.severity], SEVERITIES[one.severity][w])} ${one.code}`, `  ${describe(one, lang)}`];
  if (one.basis !== undefined) lines.push(`  ${lang === "en" ? "basis: " : "依据："}${basisText(one.basis, lang)}`);
  for (const { file, span } of one.related ?? []) {
    if (span !== undefined) lines.push(`  ${CHECK_WORDS.related[w]}${colon}${file ?? "-"}:${span.start.line}:${span.start.column}`);
  }
  if (text !== undefined && one.span !== undefined) lines.push(codeFrame(text, one.span).trimEnd());
  return lines.join("\n");
}

export const placeText = ({ file, span }: Pick<Diagnostic, "file" | "span">): string => `${file ?? "-"}${span === undefined ? "" : `:${span.start.line}:${span.start.column}`}`;
