// Forms for collecting: what is filled in is read back as it was, from the form, from rows, and after another program
// saved them; what is not to be filled in is locked, and what is written wrong is marked.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { companyOf } from "../src/model/company.ts";
import { parseRange } from "../src/types/grid.ts";
import { compile, load, score, type Scorer } from "../src/index.ts";
import { readInput } from "../src/model/entries.ts";
import { isKind, type Loaded } from "../src/types/loaded.ts";
import { builtin, readFolder, rulesFolder } from "../src/node/index.ts";
import { workbook } from "../src/messages/workbook.ts";
import { programOf } from "../src/scorer.ts";
import { writeCsv } from "../src/csv/write.ts";
import { readRows } from "../src/tables/rows.ts";
import type { ActualsDocument, ActualValue } from "../src/types/types.ts";
import { collectionForm, collectionRows, identifyForm, modelWorkbook, readCollected, scoreWorkbook } from "../src/workbook/index.ts";
import { SHEETS } from "../src/workbook/names.ts";
import { writeWorkbook } from "../src/xlsx/write.ts";
import type { SheetModel, WorkbookModel } from "../src/xlsx/model.ts";
import { type Decimals, madeUp } from "./helpers/made-up-actuals.ts";
import { converted, office, shown } from "./helpers/office.ts";

const known = [...builtin(), ...readFolder(join(rulesFolder(), "..", "fixtures", "frameworks"))];
function scorerOf(framework: Loaded): Scorer {
  const objectives = known.find((one) => isKind(one, "objectives") && isKind(framework, "framework") && one.data.framework.split("@")[0] === framework.data.id);
  const { scorer } = compile({ ...companyOf(objectives ?? framework, known), framework });
  if (scorer === undefined) throw new Error(framework.file);
  return scorer;
}
const scorers = known.filter((one) => isKind(one, "framework")).map(scorerOf);
const decimalsOf = (scorer: Scorer): Decimals => {
  const { ranges } = modelWorkbook(scorer);
  return ({ leaf }, { name }) => ranges.find((one) => one.indicator === leaf.id && one.input === name)?.decimals ?? 0;
};
const scored = (scorer: Scorer, count: number, seed: number): readonly ActualsDocument[] => madeUp(scorer, count, seed, decimalsOf(scorer)).map((one, index) => ({ id: `E${index}`, ...one })).filter((one) => score(scorer, one).scorecard !== undefined);

/** Every entry as the exact value it means: 92%, 92.00% and 0.92 in a percent cell are one. */
function meaning(scorer: Scorer, { values, facts, id, objectives, ...rest }: ActualsDocument): unknown {
  const program = programOf(scorer);
  const of = (given: ActualValue | undefined, leaf: (typeof program.leaves)[number]): unknown => {
    if (given === undefined || given === "pending" || given === "not-applicable") return given;
    const parts = typeof given === "object" ? given : { [leaf.inputs[0]?.name ?? ""]: given };
    const entries = Object.entries(parts).map(([key, text]) => {
      const input = leaf.inputs.find(({ name }) => name === key) ?? (key === "value" ? leaf.inputs[0] : undefined);
      const value = input === undefined ? text : readInput(input, text);
      return [input?.name ?? key, typeof value === "object" ? `${value.n * 10n ** 12n / value.d}` : value];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  };
  return { id, objectives, asOf: rest["as-of"], facts, values: program.leaves.flatMap((leaf) => (of(values[leaf.leaf.id], leaf) === undefined ? [] : [[leaf.leaf.id, of(values[leaf.leaf.id], leaf)]])) };
}

const bytesOf = async (model: WorkbookModel): Promise<Uint8Array> => {
  const { bytes } = await writeWorkbook(model);
  if (bytes === undefined) throw new Error("nothing was written");
  return bytes;
};

describe("forms", () => {
  test.each(scorers.map((scorer) => [scorer.framework, scorer] as const))("%s: what a form holds is read back", async (_, scorer) => {
    const all = scored(scorer, 3, 7);
    expect(all.length).toBeGreaterThan(0);
    for (const actuals of all) {
      const { bytes } = await scoreWorkbook(scorer, { actuals });
      const { evaluations, diagnostics } = await readCollected(scorer, bytes ?? new Uint8Array());
      expect(diagnostics).toEqual([]);
      expect(evaluations.map((one) => meaning(scorer, one.actuals))).toEqual([meaning(scorer, actuals)]);
      expect(evaluations.flatMap((one) => one.diagnostics)).toEqual([]);
    }
    const empty = await collectionForm(scorer);
    const { evaluations } = await readCollected(scorer, empty.bytes ?? new Uint8Array());
    expect(evaluations.map(({ actuals }) => [actuals.values, actuals.facts])).toEqual([[{}, undefined]]);
  });

  test.each(scorers.map((scorer) => [scorer.framework, scorer] as const))("%s: only what is filled in is unlocked, and all of it is checked", (_, scorer) => {
    const { model } = modelWorkbook(scorer);
    const [table, parts] = [SHEETS.table, SHEETS.parts].map((name) => model?.sheets.find((sheet) => sheet.name === name));
    const list = model?.sheets.find(({ name }) => name === SHEETS.entries);
    const places = new Set((list?.cells ?? []).filter(({ at }) => at.startsWith("C") && Number(at.slice(1)) > 2).map(({ at, text }) => `${list?.cells.find((cell) => cell.at === at.replace("C", "B"))?.text}!${text}`));
    const unlocked = [table, parts].flatMap((sheet) => (sheet === undefined ? [] : firstCells(sheet).filter(({ style }) => style?.locked === false).map(({ at }) => `${sheet.name}!${at}`)));
    expect(new Set(unlocked)).toEqual(places);
    expect(model?.sheets.every(({ protection }) => protection !== undefined && protection.password === undefined)).toBe(true);
    const checked = [table, parts].flatMap((sheet) => (sheet?.validations ?? []).map(({ range }) => `${sheet?.name}!${range}`));
    const inputs = programOf(scorer).leaves.reduce((sum, { inputs }) => sum + inputs.length, 0) + programOf(scorer).facts.length;
    expect(checked.filter((one) => places.has(one))).toHaveLength(inputs + 1); // and the day
    expect(checked.every((one) => places.has(one))).toBe(true);
  });

  test("no formula is longer than Excel takes, none stands in an unlocked cell", () => {
    for (const scorer of scorers) {
      const cells = modelWorkbook(scorer).model?.sheets.flatMap((sheet) => sheet.cells) ?? [];
      expect(cells.filter(({ formula, style }) => formula !== undefined && (formula.length > 8192 || style?.locked === false))).toEqual([]);
    }
  });

  test("a form for another framework, of another version, and what is no form", async () => {
    const [one, other] = scorers;
    if (one === undefined || other === undefined) throw new Error("two scorers");
    const { bytes = new Uint8Array() } = await collectionForm(one);
    const codes = async (scorer: Scorer, given: Uint8Array | string): Promise<readonly string[]> => {
      const { evaluations, diagnostics } = await readCollected(scorer, given, { name: "form" });
      return [...diagnostics, ...evaluations.flatMap((each) => each.diagnostics)].map(({ code }) => code);
    };
    expect(await identifyForm(bytes)).toEqual({ framework: one.framework, version: one.version, subject: one.subject });
    expect(await identifyForm(await bytesOf({ sheets: [{ name: "表", cells: [{ at: "A1", text: "甲" }] }] }))).toBeUndefined();
    expect(await identifyForm(new TextEncoder().encode("编号,甲\n"))).toBeUndefined();
    expect(await codes(other, bytes)).toEqual(["collected-other-framework"]);
    expect(await codes({ ...one, version: "9.9.9" }, bytes)).toEqual(["collected-other-version"]);
    expect(await codes(one, await bytesOf({ sheets: [{ name: "表", cells: [{ at: "A1", text: "甲" }, { at: "A2", text: "1" }] }] }))).toEqual(["batch-heading-unknown", "batch-no-columns"]);
    expect(await codes(one, "")).toEqual(["file-empty"]);
    expect(await codes(one, "编号,甲\n1,2\n")).toEqual(["batch-heading-unknown", "batch-no-columns"]);
    expect(await codes(one, "编号,aided-students,aided-students.explanation\n1,尚未到期,原因\n")).toEqual(["batch-state-and-note"]);
  });

  test("an entry that the framework has no longer: nothing is said of an empty one, what is filled in is told with its cell", async () => {
    const [one] = scorers;
    const { model } = one === undefined ? { model: undefined } : modelWorkbook(one);
    if (one === undefined || model === undefined) throw new Error("a workbook");
    const form = (filled: boolean): Promise<Uint8Array> =>
      bytesOf({
        ...model,
        sheets: model.sheets.map((sheet) => {
          if (sheet.name === SHEETS.entries) return { ...sheet, cells: sheet.cells.map((cell) => (cell.text === "aided-students" ? { ...cell, text: "helped-students" } : cell)) };
          return sheet.name === SHEETS.table && filled ? { ...sheet, cells: sheet.cells.map(({ formula: _, ...cell }) => (cell.at === "E10" ? { ...cell, text: "735" } : cell)) } : sheet;
        }),
      });
    const told = async (filled: boolean) => (await readCollected(one, await form(filled), { name: "a/form.xlsx" })).evaluations.map(({ at, diagnostics }) => [at, ...diagnostics.map(({ code, facts }) => `${code} ${facts["cell"]} ${facts["heading"]}`)]);
    expect(await told(false)).toEqual([["form.xlsx"]]);
    expect(await told(true)).toEqual([["form.xlsx", "collected-entry-unknown [form.xlsx]绩效评分表!E10 helped-students"]]);
  });
});

/** The first cell of a merged range stands for all of it. */
function firstCells(sheet: SheetModel): SheetModel["cells"] {
  const inside = (sheet.merges ?? []).map(parseRange);
  const covered = (at: string): boolean => inside.some((range) => range !== undefined && contains(range, at) && at !== addressOf(range));
  return sheet.cells.filter(({ at }) => !covered(at));
}
type Range = NonNullable<ReturnType<typeof parseRange>>;
const addressOf = ({ top, left }: Range): string => `${String.fromCharCode(65 + left)}${top + 1}`;
function contains({ top, left, bottom, right }: Range, at: string): boolean {
  const cell = parseRange(at);
  return cell !== undefined && cell.top >= top && cell.top <= bottom && cell.left >= left && cell.left <= right;
}

const TEN = `
kind: framework
id: ten
version: 1.0.0
category: project
purpose: self-evaluation
title: 十个数相乘指标体系
basis: { document: 测试, status: illustrative }
effective: { from: 2020-01-01 }
packs: []
total: 10
rounding: { places: 2, mode: half-up }
grades: [{ name: 优, from: 8 }, { name: 差, from: 0 }]
not-applicable: forbid
missing: block
indicators:
  - id: product
    name: 连乘率
    weight: 10
    unit: "%"
    target: ">= 100%"
    method: { kind: proportional, over: cap, zero-target: met-or-zero }
    measure:
      formula: a * b * c * d * e / (f * g * h * i * j)
      zero-denominator: zero
      inputs: { ${[..."abcdefghij"].map((name) => `${name}: { name: ${name} }`).join(", ")} }
`;

describe("what formulas cannot hold", () => {
  test("a product of ten figures: no workbook, and why; rows can still be collected", async () => {
    const { scorer, diagnostics } = compile({ framework: load(TEN) });
    if (scorer === undefined) throw new Error(diagnostics.map((one) => one.message).join());
    const made = await scoreWorkbook(scorer);
    expect([made.bytes, made.diagnostics.map(({ code, facts }) => `${code} ${facts["indicator"]}`)]).toEqual([undefined, ["workbook-not-exact 连乘率"]]);
    expect((await collectionRows(scorer, "csv")).text).toContain("连乘率.a");
  });

  test("a budget of twelve digits with cents: no workbook, and why; one digit less fits", () => {
    const [scorer] = scorers;
    const given = known.find((one) => isKind(one, "actuals") && one.data.objectives === scorer?.subject);
    if (scorer === undefined || !isKind(given, "actuals")) throw new Error("no example");
    const made = (amount: string) => modelWorkbook(scorer, { actuals: { ...given.data, values: { ...given.data.values, "budget-execution-rate": { "adjusted-budget": amount, executed: "1" } } } });
    expect(made("123456789012.34").diagnostics.map(({ code, facts }) => `${code} ${facts["indicator"]}`)).toEqual(["workbook-figure-too-long 预算执行率"]);
    expect(made("123456789.34").diagnostics).toEqual([]);
  });
});

test("every code of workbooks and forms is asserted by a test", () => {
  const text = readFileSync(new URL(import.meta.url), "utf8");
  expect(Object.keys(workbook).filter((code) => !new RegExp(`"${code}[ "]`).test(text))).toEqual([]);
});

describe("rows", () => {
  test.each(scorers.map((scorer) => [scorer.framework, scorer] as const))("%s: what stands under the headings is read back, from CSV and XLSX", async (_, scorer) => {
    const { text = "" } = await collectionRows(scorer, "csv");
    const { headings } = await readRows(text);
    const names = headings.map(({ text: heading }) => heading);
    const all = scored(scorer, 4, 11);
    expect(all.length).toBeGreaterThan(0);
    const rows = all.map((actuals) => rowOf(scorer, names, actuals));
    const back = await readCollected(scorer, writeCsv([names, ...rows]));
    expect(back.diagnostics).toEqual([]);
    expect(back.evaluations.map(({ actuals }) => meaning(scorer, actuals))).toEqual(all.map((one) => meaning(scorer, one)));

    const { bytes = new Uint8Array() } = await collectionRows(scorer, "xlsx");
    const empty = await readCollected(scorer, bytes);
    expect(empty).toEqual({ evaluations: [], diagnostics: [] });
  });
});

/** A row written by hand: every heading of the template answered from the entries. */
function rowOf(scorer: Scorer, names: readonly string[], { id, values, facts = {}, ...rest }: ActualsDocument): readonly (string | undefined)[] {
  const cells = new Map<string, string>([["编号", id ?? ""], ["截止日期", rest["as-of"]]]);
  for (const { name, label } of programOf(scorer).facts) {
    const fact = facts[name.slice("fact ".length)];
    if (fact !== undefined) cells.set(`事实.${label.zh}`, String(fact));
  }
  const states: Readonly<Record<string, string>> = { "not-applicable": "不适用", pending: "尚未到期" };
  for (const { id: own, name, inputs } of scorer.indicators) {
    const given = values[own];
    if (given === undefined) continue;
    inputs.forEach((input, index) => {
      const text = typeof given === "object" ? given[input.name] : states[String(given)] === undefined ? given : index === 0 ? states[String(given)] : undefined;
      if (text === undefined) return;
      // bare figures under the unit of the heading
      const bare = input.unit !== undefined && String(text).endsWith(input.unit) ? String(text).slice(0, -input.unit.length) : String(text);
      const heading = names.find((one) => [inputs.length === 1 ? name : `${name}.${input.label}`, inputs.length === 1 ? own : `${own}.${input.name}`].some((each) => one === each || one === `${each}(${input.unit})`));
      if (heading === undefined) throw new Error(`${own}.${input.name} has no heading`);
      cells.set(heading, bare);
    });
  }
  return names.map((name) => cells.get(name));
}

describe.skipIf(office === undefined)("with LibreOffice", () => {
  let saved: readonly Uint8Array[] = [];
  const filled = scorers.flatMap((scorer) => scored(scorer, 1, 3).map((actuals) => ({ scorer, actuals })));
  beforeAll(async () => {
    saved = converted(await Promise.all(filled.map(async ({ scorer, actuals }) => (await scoreWorkbook(scorer, { actuals })).bytes ?? new Uint8Array())), "xlsx");
  }, 300_000);

  test("a form that another program saved is read back", async () => {
    expect(filled.length).toBeGreaterThan(scorers.length / 2);
    for (const [index, { scorer, actuals }] of filled.entries()) {
      const { evaluations, diagnostics } = await readCollected(scorer, saved[index] ?? new Uint8Array());
      expect(diagnostics).toEqual([]);
      expect(evaluations.map((one) => meaning(scorer, one.actuals))).toEqual([meaning(scorer, actuals)]);
    }
  });

  test("what is written wrong is marked, and no total is shown", async () => {
    const [scorer] = scorers;
    const { model } = scorer === undefined ? { model: undefined } : modelWorkbook(scorer, { actuals: scored(scorer, 20, 5).find((one) => score(scorer, one).scorecard?.total.points !== undefined) as ActualsDocument });
    if (model === undefined) throw new Error("no complete evaluation");
    const list = model.sheets.find(({ name }) => name === SHEETS.entries)?.cells ?? [];
    const atOf = (heading: string): string => list.find(({ at }) => at === list.find(({ text }) => text === heading)?.at.replace("A", "C"))?.text ?? "";
    const points = (at: string): string => at.replace("E", "G");
    const written: readonly (readonly [heading: string, content: { readonly number?: string; readonly text?: string }, shown: string])[] = [
      ["aided-students", { text: "七百人" }, "填写有误"],
      ["aided-students", { text: "735人次" }, "填写有误"],
      ["aided-students", { number: "735.00001" }, "填写有误"],
      ["aided-students", { number: "99999999999999" }, "填写有误"],
      ["aided-students", { text: "不适用" }, "填写有误"], // this framework forbids it
      ["aided-students", { text: "尚未到期" }, ""],
      ["aided-students", {}, ""],
      ["burden-relief", { text: "有点效" }, "填写有误"],
      ["burden-relief", { number: "1" }, "填写有误"],
    ];
    const books = written.map(([heading, content]) => ({
      model: { sheets: model.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(({ at, style, ...rest }) => ({ at, ...(style === undefined ? {} : { style }), ...(sheet.name === SHEETS.table && at === atOf(heading) ? content : rest) })) })) },
      wanted: [{ sheet: SHEETS.table, at: points(atOf(heading)) }, { sheet: SHEETS.table, at: totalAt(model) }],
    }));
    const found = await shown(books);
    expect(found).toEqual(written.map(([, , text]) => [text, text === "" ? "未填完" : "填写有误"]));
  }, 300_000);
});

const totalAt = ({ sheets }: WorkbookModel): string => sheets[0]?.cells.find(({ text }) => text === "总分")?.at.replace("A", "G") ?? "";
