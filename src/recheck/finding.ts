// 复核发现的种类: what it looks at in a recheck and what it reports. Plain data and pure functions, one file each.
import type { AuditFinding, FindingCode } from "../types/audit-types.ts";
import { plainBasis } from "../check/check.ts";
import { audit as words } from "../messages/audit.ts";
import type { AssumptionId } from "../messages/assumptions.ts";
import { show, toPlainText, type Exact } from "../numbers/number.ts";
import type { Amount } from "./amount.ts";
import type { Recheck } from "./index.ts";
import type { Verdict } from "./judge.ts";
import type { Cell } from "../types/table.ts";
import type { Basis, Label, Language } from "../types/types.ts";

export interface Found {
  readonly row?: string | undefined;
  readonly cell?: Cell | undefined;
  readonly printed?: string | undefined;
  readonly expected: string | Exact;
  /** more words for the message, in the language asked for */
  readonly facts?: Readonly<Record<string, string>>;
  /** less grave, because it rests on this */
  readonly assumption?: { readonly id: AssumptionId; readonly facts?: Readonly<Record<string, string>>; readonly basis?: Basis | undefined } | undefined;
  readonly severity?: "error" | "warning" | "info" | undefined;
  readonly basis?: Basis | undefined;
}

export type ReportFinding = (found: Found) => void;
/** Picks the words of the language asked for. */
export type Say = (zh: string, en: string) => string;

export interface FindingKind {
  readonly code: FindingCode;
  readonly title: Label;
  /** the rule that a sound table keeps */
  readonly rule: Label;
  find(recheck: Recheck, report: ReportFinding, say: Say): void;
}

export function defineFinding(kind: FindingKind): FindingKind {
  return kind;
}

export const figure = (value: Exact): string => toPlainText(value) ?? show(value, 4);
export const figureText = (expected: string | Exact): string => (typeof expected === "string" ? expected : figure(expected));
export const shown = (amount: Amount | Cell | undefined): string => (amount === undefined ? "" : "text" in amount ? amount.text : (amount.cell?.text ?? ""));
/** 8–10 */
export const span = (expected: Exact | readonly [Exact, Exact] | undefined): string => (expected === undefined ? "" : "n" in expected ? figure(expected) : `${figure(expected[0])}–${figure(expected[1])}`);

const LESS = { error: "warning", warning: "info", info: "info" } as const;

export function makeFinding({ code, rule }: FindingKind, found: Found, lang: Language): AuditFinding {
  const { row, cell, expected, assumption } = found;
  const key = lang === "en" ? "en" : "zh";
  const printed = found.printed ?? cell?.text ?? "";
  const severity = found.severity ?? words[code].severity;
  const should = figureText(expected);
  const basis = found.basis ?? assumption?.basis;
  return {
    code,
    severity: assumption === undefined ? severity : LESS[severity],
    ...(row === undefined ? {} : { row }),
    ...(cell === undefined ? {} : { cell: cell.at }),
    printed,
    expected: should,
    message: words[code][key]({ row: row ?? "", printed, expected: should, ...found.facts }),
    rule: rule[key],
    ...(basis === undefined || basis.document === "" ? {} : { basis: plainBasis(basis) }),
    ...(assumption === undefined ? {} : { assumption: assumption.id }),
  };
}

/** Rows whose points do not go with their target and actual value. */
export function reportPoints({ rows, declared }: Recheck, verdict: Verdict, report: ReportFinding): void {
  for (const one of rows) {
    if (one.verdict !== verdict) continue;
    const { entry: { row, explained, weight }, expected, way, assumed } = one;
    const facts = { target: shown(row.target), actual: shown(row.actual) };
    // A target and an actual value that are written out contradict full or missing marks by themselves; how many points
    // a missed target earns is for the scoring to say.
    const guessed = verdict === "differs" && !declared ? ("scoring-assumed" as const) : undefined;
    const id = explained === true ? ("explained-by-table" as const) : (assumed ?? guessed);
    const assumption = id && { id, facts: { titles: way?.title ?? "" } };
    const should = span(expected ?? (weight.state === "figure" && verdict === "met-partial" ? weight.value : undefined));
    report({ row: row.name.text, cell: row.points, expected: should === "" ? `<${shown(row.weight)}` : should, facts, basis: one.basis, assumption });
  }
}
