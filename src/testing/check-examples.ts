// 检查的示例: what a check's fixture shows to a reader – a text with a fault, what is said about it, and a text without.
import type { Check } from "../check/check.ts";
import { describe, type Diagnostic, type Span } from "../types/diagnostics.ts";
import { load } from "../documents/document.ts";
import { idOf } from "../model/company.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import type { ManualSection } from "../manual/model.ts";
import { type Line, linesAt } from "../source/snippet.ts";
import { type CaseResult, runTest } from "./testing.ts";
import type { Language } from "../types/types.ts";
import { key, SEVERITIES } from "../wording/words.ts";

const BAD = { zh: "有问题的写法", en: "With the fault" };
const GOOD = { zh: "没有问题的写法", en: "Without it" };
/** What stands beside the framework in a case; its name, its settings and what it expects are no part of the example. */
const BESIDE = ["objectives", "packs", "libraries", "together", "as-of", "values", "facts"];
const INDICATORS = "indicators";
/** What a check asks of the framework, by the option that says so: shown although all cases share it. */
const ASKED: Readonly<Record<string, string>> = { categories: "category", purposes: "purpose", sectors: "sector", titles: "title" };

/** The first case of the fixture with a finding of the check, and the first that nothing is said about. */
export function exampleSections(check: Check, fixture: string, known: readonly Loaded[], lang: Language): readonly ManualSection[] {
  const test = load(fixture, `${check.id}.test.yaml`);
  if (!isKind(test, "test")) return [];
  const sound = known.filter((one) => one.data !== undefined);
  const results = runTest(test, { find: (kind, id) => sound.find((one) => one.kind === kind && idOf(one) === id), all: (kind) => sound.filter((one) => one.kind === kind) });
  const found = (one: CaseResult): readonly Diagnostic[] => one.diagnostics.filter(({ code }) => check.codes.includes(code));
  const [bad, good] = [results.findIndex((one) => found(one).length > 0), results.findIndex((one) => one.ran && one.diagnostics.length === 0)];
  return [...(bad < 0 ? [] : [section(check, test, bad, found(results[bad] as CaseResult), lang)]), ...(good < 0 ? [] : [section(check, test, good, [], lang)])];
}

/** A case written as text is a file of its own. */
const fileOf = (test: Document<"test">, index: number): string | undefined => (test.data.cases[index]?.text === undefined ? test.file : undefined);

function section(check: Check, test: Document<"test">, index: number, found: readonly Diagnostic[], lang: Language): ManualSection {
  const w = key(lang);
  const shown = linesOf(check, test, index, found);
  const said = found.map((one) => `${SEVERITIES[one.severity][w]} ${one.code}${placeWords(one.file === fileOf(test, index) ? one.span : undefined, shown, lang)}${w === "zh" ? "：" : ": "}${describe(one, lang)}`);
  const name = test.data.cases[index]?.name ?? "";
  return { heading: `${(found.length > 0 ? BAD : GOOD)[w]}${w === "zh" ? "：" : ": "}${name}`, code: shown.map(({ text }) => text).join("\n"), ...(said.length > 0 ? { list: said } : {}) };
}

/** The framework as far as the case writes it, with its indicators and what the findings point to; then what stands beside. */
function linesOf({ options = {} }: Check, test: Document<"test">, index: number, found: readonly Diagnostic[]): readonly Line[] {
  const one = test.data.cases[index];
  if (one?.text !== undefined) return one.text.trimEnd().split("\n").map((text, at) => ({ text, number: at + 1, indent: 0 }));
  const { framework, packs } = test.data;
  const asked = [...Object.keys(options).flatMap((option) => ASKED[option] ?? []), ...(packs === undefined ? [] : ["packs"])];
  const faults = found.filter(({ file }) => file === test.file).map(({ span }) => span?.start.line);
  const [base, own] = [typeof framework === "object" ? Object.keys(framework) : [], Object.keys(one?.framework ?? {})];
  const entries = [...new Set([...base, ...own])].filter((key) => key !== INDICATORS);
  const parts = [...entries, INDICATORS].map((key) => {
    if (own.includes(key)) return linesAt(test, ["cases", index, "framework", key]);
    const shared = base.includes(key) ? linesAt(test, ["framework", key]) : [];
    return key === INDICATORS || asked.includes(key) || shared.some(({ number }) => faults.includes(number)) ? shared : [];
  });
  const beside = BESIDE.filter((part) => one !== undefined && Object.hasOwn(one, part)).map((part) => linesAt(test, ["cases", index, part]));
  const obeyed = packs === undefined || (own.includes("packs") && (one?.packs ?? []).length === 0) ? [] : linesAt(test, ["packs"]);
  const drawnOn = test.data.libraries === undefined ? [] : linesAt(test, ["libraries"]);
  const [first = [], ...rest] = [parts.flat(), ...beside, obeyed, drawnOn].filter((lines) => lines.length > 0);
  return [...first, ...rest.flatMap((lines) => [{ text: "---", number: 0, indent: 0 }, ...lines])];
}

function placeWords(span: Span | undefined, lines: readonly Line[], lang: Language): string {
  const at = lines.findIndex(({ number }) => number === span?.start.line);
  if (span === undefined || at < 0) return "";
  const column = span.start.column - (lines[at]?.indent ?? 0);
  return lang === "en" ? ` (line ${at + 1}, column ${column})` : `（第 ${at + 1} 行第 ${column} 列）`;
}
