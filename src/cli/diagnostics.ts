// Diagnostics for a terminal: place, code, words, code frame, basis.
import { describe, type Diagnostic } from "../diagnostics.ts";
import type { Loaded } from "../loaded.ts";
import { codeFrame } from "../frame.ts";
import type { Language } from "../types.ts";
import { basisText } from "../wording/explanation.ts";
import { say } from "./words.ts";

export function diagnosticText(one: Diagnostic, documents: readonly Loaded[], lang: Language): string {
  const text = documents.find((each) => each.file === one.file)?.text;
  const at = one.span === undefined ? "" : `:${one.span.start.line}:${one.span.start.column}`;
  const lines = [`${one.file ?? "-"}${at} ${say(lang, "severity", one.severity)} ${one.code}`, `  ${describe(one, lang)}`];
  if (one.basis !== undefined) lines.push(`  ${say(lang, "see-basis", basisText(one.basis, lang))}`);
  for (const { file, span } of one.related ?? []) {
    if (span !== undefined) lines.push(`  ${say(lang, "related")}${lang === "en" ? ": " : "："}${file ?? "-"}:${span.start.line}:${span.start.column}`);
  }
  if (text !== undefined && one.span !== undefined) lines.push(codeFrame(text, one.span).trimEnd());
  return lines.join("\n");
}

/** The finding as data: words in the language asked for. */
export const diagnosticData = (one: Diagnostic, lang: Language): Diagnostic => ({ ...one, message: describe(one, lang) });

export const hasErrors = (list: readonly Diagnostic[]): boolean => list.some((one) => one.severity === "error");
