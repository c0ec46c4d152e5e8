// 测试: runs the cases of a test document. A case expects points, states, totals, grades, fired rules or
// diagnostics; whatever is not as expected, and every error that was not expected, is a failure.
import { check, compile, score } from "./scorer.ts";
import { fromData } from "./document.ts";
import { checkTogether } from "./together.ts";
import { isKind, type Document, type Loaded } from "./loaded.ts";
import type { Diagnostic } from "./diagnostics.ts";
import type { Data } from "./source.ts";
import type { DocumentKind, Expectation, Scorecard, TestCase } from "./types.ts";

/** Documents a test may name: by kind and id. */
export interface Shelf {
  find(kind: DocumentKind, id: string): Loaded | undefined;
  all(kind: DocumentKind): readonly Loaded[];
}

export interface CaseResult {
  readonly name: string;
  readonly failures: readonly string[];
  readonly scorecard: Scorecard | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function runTest(test: Document<"test">, shelf: Shelf): readonly CaseResult[] {
  return test.data.cases.map((one, index) => runCase(test, one, index, shelf));
}

function runCase(test: Document<"test">, one: TestCase, index: number, shelf: Shelf): CaseResult {
  const { framework: base } = test.data;
  const inline = (data: unknown, path: readonly (string | number)[]): Loaded => fromData(data as Data, (inner, part) => test.locate([...path, ...inner], part), test.file);
  const named = (kind: DocumentKind, id: string): Loaded | undefined => shelf.find(kind, id);
  const replaced = (path: readonly (string | number)[]) => (Object.hasOwn(one.framework ?? {}, path[0] ?? "") ? ["cases", index, "framework", ...path] : ["framework", ...path]);
  const framework = typeof base === "string" ? named("framework", base) : fromData({ ...base, ...one.framework } as Data, (inner, part) => test.locate(replaced(inner), part), test.file);
  const objectives = typeof one.objectives === "string" ? named("objectives", one.objectives) : one.objectives && inline(one.objectives, ["cases", index, "objectives"]);
  if (framework === undefined) return { name: one.name, failures: [`没有指标体系 ${String(base)}`], scorecard: undefined, diagnostics: [] };
  const packs = [
    ...(one.packs ?? []).map((pack, at) => inline(pack, ["cases", index, "packs", at])),
    ...(test.data.packs ?? []).map((pack, at) => inline(pack, ["packs", at])),
    ...shelf.all("pack"),
  ];
  const parts = { framework, objectives, libraries: shelf.all("indicator-library"), packs };
  const beside = (one.together ?? []).map((other, at) => (typeof other === "string" ? named("framework", other) : inline(other, ["cases", index, "together", at])));
  if (beside.includes(undefined)) return { name: one.name, failures: [`没有指标体系 ${one.together?.filter((_, at) => beside[at] === undefined).join("、")}`], scorecard: undefined, diagnostics: [] };
  const together = beside.length === 0 ? [] : checkTogether([...beside.filter((other) => other !== undefined).map((other) => ({ ...parts, framework: other, objectives: undefined })), parts]);
  const { scorer, diagnostics } = compile(parts);
  if (scorer === undefined || (one.values === undefined && one.facts === undefined)) {
    return { name: one.name, failures: judge(one.expect, undefined, [...(one.values === undefined ? check(parts) : diagnostics), ...together]), scorecard: undefined, diagnostics };
  }
  const actuals = {
    kind: "actuals",
    objectives: scorer.subject,
    "as-of": one["as-of"] ?? (isKind(framework, "framework") ? framework.data.effective.from : ""),
    ...(one.facts === undefined ? {} : { facts: one.facts }),
    values: one.values ?? {},
  };
  const scored = score(scorer, inline(actuals, ["cases", index]));
  const all = [...diagnostics, ...scored.diagnostics];
  return { name: one.name, failures: judge(one.expect, scored.scorecard, all), scorecard: scored.scorecard, diagnostics: all };
}

function judge(expect: Expectation, card: Scorecard | undefined, diagnostics: readonly Diagnostic[]): string[] {
  const failures: string[] = [];
  if (Object.keys(expect).length === 0) failures.push("用例没有期望结果");
  const same = (what: string, expected: string, found: string | undefined): void => {
    if (expected !== found) failures.push(`${what}：期望 ${expected}，得到 ${found ?? "无"}`);
  };
  if (expect.diagnostics === undefined) {
    for (const one of diagnostics) if (one.severity === "error") failures.push(`未期望的问题 ${one.code}：${one.message}`);
  } else {
    const found = diagnostics.map((one) => ({ code: one.code, line: String(one.span?.start.line ?? ""), column: String(one.span?.start.column ?? "") }));
    expect.diagnostics.forEach(({ code, line, column }, index) => {
      const other = found[index];
      same(`第 ${index + 1} 个问题`, [code, line, column].filter((part) => part !== undefined).join(" "), other && [other.code, ...(line === undefined ? [] : [other.line]), ...(column === undefined ? [] : [other.column])].join(" "));
    });
    for (const extra of found.slice(expect.diagnostics.length)) failures.push(`未期望的问题 ${extra.code}（${extra.line}:${extra.column}）`);
  }
  const scored = (what: string, of: Readonly<Record<string, string>> | undefined, find: (id: string) => string | undefined): void => {
    for (const [id, expected] of Object.entries(of ?? {})) same(`${id} 的${what}`, expected, find(id));
  };
  const indicator = (id: string) => card?.indicators.find((one) => one.id === id || one.path === id);
  scored("得分", expect.points, (id) => indicator(id)?.points);
  scored("状态", expect.states, (id) => indicator(id)?.state);
  scored("分支", expect.taken, (id) => indicator(id)?.taken[0]);
  scored("得分", expect.groups, (path) => card?.groups.find((one) => one.path === path)?.points);
  if (expect.total !== undefined) same("总分", expect.total, card?.total.points);
  if (expect["total-range"] !== undefined) same("总分区间", `${expect["total-range"].min}–${expect["total-range"].max}`, card?.total.range && `${card.total.range.min}–${card.total.range.max}`);
  if (expect.grade !== undefined) same("等级", expect.grade, card?.grade ?? undefined);
  if (expect.fired !== undefined) same("生效的规则", expect.fired.join("、"), card?.knockOuts.filter((one) => one.holds).map((one) => one.rule).join("、"));
  return failures;
}
