// 问题：the one shape in which every part says what is wrong, and the few things one does with a list of them.
import { type Code, type Facts, messages } from "../messages/index.ts";
import { compareText } from "../text/text.ts";

export type { Code };
export type Severity = "error" | "warning" | "info";

/** 1-based line and column (UTF-16 units), 0-based offset. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}
export interface Span {
  readonly start: Position;
  readonly end: Position;
}
export type Path = readonly (string | number)[];

/** 依据: the norm behind a finding. */
export interface Basis {
  readonly document: string;
  readonly clause?: string;
  readonly status: "published" | "unverified" | "illustrative";
}
export interface Related {
  readonly message: string;
  readonly file?: string;
  readonly span?: Span;
}
/** A change to a source text: what stands from `start` to `end` (offsets, `end` excluded) becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly facts: Facts;
  readonly file?: string;
  readonly path?: Path;
  readonly span?: Span;
  readonly related?: readonly Related[];
  readonly basis?: Basis;
  /** changes to the source text that mend this without changing what the document means */
  readonly edits?: readonly Edit[];
}

/** What a diagnostic may carry besides its code and facts; what is undefined is left out. */
export type Extra = { readonly [K in "severity" | "file" | "path" | "span" | "related" | "basis" | "edits"]?: Diagnostic[K] | undefined };

/** Builds a diagnostic: its words (zh-CN) and, unless given, its severity come from the catalogue. */
export function diagnose(code: Code, facts: Facts, extra: Extra = {}): Diagnostic {
  const { severity = messages[code].severity, file, path, span, related, basis, edits } = extra;
  return {
    code,
    severity,
    message: messages[code].zh(facts),
    facts,
    ...(file === undefined ? {} : { file }),
    ...(path === undefined ? {} : { path }),
    ...(span === undefined ? {} : { span }),
    ...(related === undefined ? {} : { related }),
    ...(basis === undefined ? {} : { basis }),
    ...(edits === undefined ? {} : { edits }),
  };
}

/** The words of a diagnostic in a language, from its code and facts. */
export const describe = (diagnostic: Pick<Diagnostic, "code" | "facts">, lang: "zh-CN" | "en"): string =>
  messages[diagnostic.code][lang === "en" ? "en" : "zh"](diagnostic.facts);

/** By file, place and code; what has no place stands last in its file. Exact repeats are removed. */
export function sortDiagnostics(list: readonly Diagnostic[]): Diagnostic[] {
  const keyed = new Map<string, Diagnostic>();
  for (const one of list) {
    const key = identity(one);
    if (!keyed.has(key)) keyed.set(key, one);
  }
  return [...keyed].sort(([x, a], [y, b]) => compareText(a.file ?? "", b.file ?? "") || offset(a) - offset(b) || compareText(a.code, b.code) || compareText(x, y)).map(([, one]) => one);
}

const offset = (one: Diagnostic): number => one.span?.start.offset ?? Number.MAX_SAFE_INTEGER;

function identity(one: Diagnostic): string {
  const facts = Object.entries(one.facts).sort(([a], [b]) => compareText(a, b));
  return JSON.stringify([one.code, one.severity, facts, one.file, one.path, one.span, one.related, one.basis]);
}

/** The first so many, then one entry that says how many more there are and how grave the worst of them is. */
export function capDiagnostics(list: readonly Diagnostic[], limit = 100): Diagnostic[] {
  if (list.length <= limit) return [...list];
  const hidden = list.slice(limit);
  const severity = (["error", "warning"] as const).find((grade) => hidden.some((one) => one.severity === grade)) ?? "info";
  const facts = { count: String(hidden.length), limit: String(limit) };
  return [...list.slice(0, limit), diagnose("more-problems", facts, { severity, file: hidden[0]?.file })];
}
