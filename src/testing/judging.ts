// 评判: what a test case expects against what came about; whatever differs is said in words.
import { describe, type Diagnostic } from "../types/diagnostics.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { Expectation, Language } from "../types/types.ts";
import { caseWords, type CaseWord } from "../wording/cases.ts";

/** What came about: a scorecard where there is one, the findings, and the text after fixing where that was asked for. */
export interface Outcome {
  readonly card?: Scorecard | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly fixed?: string | undefined;
}

export function judge(expect: Expectation, { card, diagnostics, fixed }: Outcome, lang: Language): readonly string[] {
  const failures: string[] = [];
  const list = (items: readonly string[]): string => items.join("、");
  // An empty record expects nothing; an empty list expects that there is none.
  if (Object.values(expect).every((one) => one === undefined || (typeof one === "object" && !Array.isArray(one) && Object.keys(one).length === 0))) failures.push(caseWords(lang, "expects-nothing"));
  const same = (what: string, expected: string, found: string | undefined): void => {
    if (expected !== found) failures.push(caseWords(lang, "differs", what, expected, found));
  };
  if (expect.diagnostics === undefined) {
    for (const one of diagnostics) if (one.severity === "error") failures.push(caseWords(lang, "unexpected", one.code, describe(one, lang)));
  } else {
    failures.push(...unmatched(expect.diagnostics, diagnostics, lang));
  }
  const scored = (word: CaseWord, of: Readonly<Record<string, string>> | undefined, find: (id: string) => string | undefined): void => {
    for (const [id, expected] of Object.entries(of ?? {})) same(caseWords(lang, word, id), expected, find(id));
  };
  const indicator = (id: string) => card?.indicators.find((one) => one.id === id || one.path === id);
  scored("points", expect.points, (id) => indicator(id)?.points);
  scored("state", expect.states, (id) => indicator(id)?.state);
  scored("taken", expect.taken, (id) => indicator(id)?.taken[0]);
  scored("points", expect.groups, (path) => card?.groups.find((one) => one.path === path)?.points);
  if (expect.total !== undefined) same(caseWords(lang, "total"), expect.total, card?.total.points);
  if (expect["total-range"] !== undefined) same(caseWords(lang, "range"), `${expect["total-range"].min}–${expect["total-range"].max}`, card?.total.range && `${card.total.range.min}–${card.total.range.max}`);
  if (expect.grade !== undefined) same(caseWords(lang, "grade"), expect.grade, card?.grade ?? undefined);
  if (expect.fired !== undefined) same(caseWords(lang, "fired"), list(expect.fired), card && list(card.knockOuts.filter((one) => one.holds).map((one) => one.rule)));
  if (expect.fixed !== undefined) same(caseWords(lang, "fixed"), expect.fixed, fixed);
  return failures;
}

const KEYS = ["code", "severity", "line", "column"] as const;
type Said = { readonly [Key in (typeof KEYS)[number]]?: string | undefined };

/** Expected diagnostics that did not come, and those that came unexpected; in whichever order they come. */
function unmatched(expected: readonly Said[], diagnostics: readonly Diagnostic[], lang: Language): readonly string[] {
  const words = (one: Said, keys: readonly (typeof KEYS)[number][]): string => keys.map((key) => one[key]).join(" ");
  const left: Said[] = diagnostics.map(({ code, severity, span }) => ({ code, severity, line: String(span?.start.line ?? ""), column: String(span?.start.column ?? "") }));
  const failures: string[] = [];
  // What is said most exactly is looked for first, so that a bare code does not take its place.
  const wanted = expected.map((one, index) => ({ one, index, keys: KEYS.filter((key) => one[key] !== undefined) })).sort((a, b) => b.keys.length - a.keys.length);
  for (const { one, index, keys } of wanted) {
    const at = left.findIndex((other) => words(other, keys) === words(one, keys));
    const like = at >= 0 ? at : left.findIndex((other) => other.code === one.code);
    const [other] = like < 0 ? [] : left.splice(like, 1);
    if (at < 0) failures.push(caseWords(lang, "differs", caseWords(lang, "nth-finding", String(index + 1)), words(one, keys), other && words(other, keys)));
  }
  return [...failures, ...left.map((extra) => caseWords(lang, "unexpected-at", extra.code ?? "", `${extra.line}:${extra.column}`))];
}
