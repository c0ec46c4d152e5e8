// 抑制: findings that a comment in the document accepts, each with its reason.
//
//     # jixiao-disable-next-line definition-missing -- 指标解释由省级统一发布
//     weight: 10 # jixiao-disable-line definition-missing, key-order -- 理由
//     # jixiao-disable-file key-order -- 理由（写在文件开头）
//
// Only findings of configurable checks, and warnings and infos of packs, can be accepted: a framework that breaks a
// rule of a higher level must not merge.
import { configurable } from "../checks/index.ts";
import { diagnose, type Diagnostic } from "../types/diagnostics.ts";
import type { Loaded } from "../types/loaded.ts";
import { messages } from "../messages/index.ts";
import { rules } from "../messages/rules.ts";
import { nearest } from "../text/nearest.ts";
import { commentsIn } from "../source/source.ts";
import { positionsOf } from "../text/text.ts";

/** One code that a comment accepts. */
export interface Directive {
  readonly file: string | undefined;
  /** the line it speaks of; the whole file without one */
  readonly line: number | undefined;
  readonly code: string;
  readonly reason: string;
  /** says something about the directive itself, where its code is written */
  tell(code: "suppression-unused" | "suppression-not-allowed"): Diagnostic;
}

const ofChecks: ReadonlySet<string> = new Set(configurable.map((one) => one.id));
const ofRules: ReadonlySet<string> = new Set(Object.keys(rules));

export const isCheckCode = (code: string): boolean => ofChecks.has(code);
/** Whether a finding with this code can ever be accepted. */
export const canBeSuppressed = (code: string): boolean => ofChecks.has(code) || ofRules.has(code);
/** Whether this finding can be accepted. */
export const isSuppressible = ({ code, severity }: Pick<Diagnostic, "code" | "severity">): boolean => ofChecks.has(code) || (ofRules.has(code) && severity !== "error");

const FORM = /^#+[ \t]*(jixiao-disable[^\s:：,，]*)[:：]?(.*)$/s;
const SCOPES = ["jixiao-disable-next-line", "jixiao-disable-line", "jixiao-disable-file"] as const;
const REASON = /--|——/;
const WORD = /[^\s,，、]+/g;

/** The directives of a document, and what is wrong with how they are written. */
export function directivesOf(document: Loaded): { readonly directives: readonly Directive[]; readonly diagnostics: readonly Diagnostic[] } {
  const { text, file } = document;
  if (!text.includes("jixiao-disable")) return { directives: [], diagnostics: [] };
  const position = positionsOf(text);
  const at = (start: number, end: number) => ({ file, span: { start: position(start), end: position(end) } });
  const directives: Directive[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const comment of commentsIn(text)) {
    const written = text.slice(comment.start, comment.end).trimEnd();
    const [, word, rest] = FORM.exec(written) ?? [];
    if (word === undefined || rest === undefined) continue;
    const whole = at(comment.start, comment.start + written.length);
    const scope = SCOPES.find((one) => one === word);
    const reasonAt = REASON.exec(rest);
    const codes = [...rest.slice(0, reasonAt?.index).matchAll(WORD)];
    const reason = reasonAt === null ? "" : rest.slice(reasonAt.index + reasonAt[0].length).trim();
    const expected = `# ${scope ?? nearest(word, SCOPES) ?? SCOPES[0]} ${codes.map(([code]) => code).join(", ") || "definition-missing"} -- ${reason || "理由"}`;
    if (scope === undefined || codes.length === 0) diagnostics.push(diagnose("suppression-form", { found: written, expected }, whole));
    else if (scope === "jixiao-disable-file" && !comment.head) diagnostics.push(diagnose("suppression-form", { found: written, expected: `${expected}（写在文件开头）` }, whole));
    else if (reason === "") diagnostics.push(diagnose("suppression-without-reason", { expected }, whole));
    else {
      const line = scope === "jixiao-disable-file" ? undefined : position(scope === "jixiao-disable-line" ? comment.start : comment.next).line;
      for (const { 0: code, index } of codes) {
        const start = comment.start + written.length - rest.length + index;
        const place = at(start, start + code.length);
        const guess = Object.hasOwn(messages, code) ? undefined : (nearest(code, [...ofChecks, ...ofRules]) ?? "");
        if (guess !== undefined) diagnostics.push(diagnose("suppression-unknown", { check: code, guess }, place));
        else directives.push({ file, line, code, reason, tell: (what) => diagnose(what, { check: code }, place) });
      }
    }
  }
  return { directives, diagnostics };
}

/** Whether a directive speaks of a finding. */
export const speaksOf = ({ file, line, code }: Directive, one: Diagnostic): boolean => code === one.code && file === one.file && (line === undefined || line === one.span?.start.line);
