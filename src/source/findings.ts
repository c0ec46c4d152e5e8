// 发现：what the reader of source text notes while it works, by offset; at the end it becomes diagnostics.
import { diagnose, sortDiagnostics, type Code, type Diagnostic, type Edit, type Path, type Severity } from "../types/diagnostics.ts";
import { related } from "../messages/index.ts";
import { compareText, type Layout } from "../text/text.ts";

export interface Finding {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly severity?: Severity;
  readonly path?: Path;
  /** Where the same key was written before. */
  readonly earlier?: { readonly start: number; readonly end: number };
  /** Faults of syntax up to here follow from this one. */
  readonly reach?: number;
  /** The replacement that is certain, where there is one. */
  readonly edits?: readonly Edit[];
}

/** Codes that name a cause; a plain fault of syntax on the same lines is only its consequence. */
const CAUSES: ReadonlySet<Code> = new Set<Code>([
  "full-width-bracket", "full-width-colon", "full-width-comma", "full-width-quote", "missing-space-after-colon", "unusual-space",
  "yaml-alias", "yaml-anchor", "yaml-directive", "yaml-tag", "yaml-unclosed-quote", "yaml-unclosed-bracket", "yaml-multiple-documents",
]);

const SHOWN = 100;

/** All findings as diagnostics: consequences left out, sorted, capped. */
export function toDiagnostics(found: readonly Finding[], faults: readonly Finding[], at: Layout["at"], file: string | undefined): Diagnostic[] {
  const span = (start: number, end: number) => ({ start: at(start), end: at(end) });
  const render = ({ code, start, end, facts, severity, path, earlier, edits }: Finding): Diagnostic => {
    const beside = earlier && [{ message: related.earlier, ...(file === undefined ? {} : { file }), span: span(earlier.start, earlier.end) }];
    return diagnose(code, facts, { severity, file, path, span: span(start, end), related: beside, edits: edits?.map((one) => ({ start: at(one.start).offset, end: at(one.end).offset, text: one.text })) });
  };
  const all = [...found, ...withoutConsequences(found, faults, at)].sort((a, b) => a.start - b.start || compareText(a.code, b.code));
  const shown = sortDiagnostics(all.slice(0, SHOWN).map(render));
  const hidden = all.slice(SHOWN); // there may be many: only counted
  if (hidden.length === 0) return shown;
  const facts = { count: String(hidden.length), limit: String(SHOWN) };
  return [...shown, diagnose("more-problems", facts, { severity: hidden.some(({ severity }) => severity === undefined) ? "error" : "warning", file })];
}

function withoutConsequences(found: readonly Finding[], faults: readonly Finding[], at: Layout["at"]): readonly Finding[] {
  const ranges = found
    .filter(({ code, severity }) => CAUSES.has(code) && severity === undefined)
    .map(({ start, end, reach }) => [at(start).line, at(reach ?? end).line] as const)
    .sort(([a], [b]) => a - b);
  // The furthest line reached by the causes that start on or before each line.
  const furthest: number[] = [];
  for (const [first, last] of ranges) furthest[first] = Math.max(furthest[first] ?? 0, last);
  for (let line = 1; line < furthest.length; line++) furthest[line] = Math.max(furthest[line] ?? 0, furthest[line - 1] ?? 0);
  const kept = faults.filter(({ start, reach, end }) => (furthest[Math.min(at(reach ?? end).line, furthest.length - 1)] ?? 0) < at(start).line);
  const noted = found.some(({ severity }) => severity === undefined);
  return mostTelling(kept.length === 0 && !noted ? faults : kept, at);
}

/** From the least telling: one fault of syntax makes the parser stumble in several ways on the same line. */
const VAGUE: readonly Code[] = ["yaml-key-type", "yaml-missing-colon", "yaml-multiline-key", "yaml-syntax"];

function mostTelling(faults: readonly Finding[], at: Layout["at"]): readonly Finding[] {
  const placed = faults.map((fault) => ({ fault, line: at(fault.start).line, rank: VAGUE.indexOf(fault.code) < 0 ? VAGUE.length : VAGUE.indexOf(fault.code) }));
  const best = new Map<number, number>();
  for (const { line, rank } of placed) best.set(line, Math.max(best.get(line) ?? 0, rank));
  return placed.filter(({ line, rank }) => rank === best.get(line)).map(({ fault }) => fault);
}
