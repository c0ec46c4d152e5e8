// The scoring workbook: what LibreOffice computes from its formulas is what scoring says, cell by cell, as text —
// in every case of every test document, and for made-up entries of every shipped framework: boundaries, ties, zero
// denominators, what does not apply, what is missing.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { companyOf } from "../src/model/company.ts";
import { fromData } from "../src/documents/document.ts";
import { address } from "../src/types/grid.ts";
import { compile, score, type Scorecard, type Scorer } from "../src/index.ts";
import { isKind, type Loaded } from "../src/types/loaded.ts";
import { builtin, readDocument, readFolder, rulesFolder, shelf } from "../src/node/index.ts";
import { ROUNDING_MODES } from "../src/numbers/number.ts";
import { programOf } from "../src/scorer.ts";
import { runTest } from "../src/testing/testing.ts";
import type { ActualsDocument } from "../src/types/types.ts";
import { SHEETS } from "../src/workbook/names.ts";
import { COLUMN, planOf } from "../src/workbook/plan.ts";
import { modelWorkbook } from "../src/workbook/score-workbook.ts";
import type { WorkbookModel } from "../src/xlsx/model.ts";
import { type Decimals, madeUp } from "./helpers/made-up-actuals.ts";
import { office, shown, together } from "./helpers/office.ts";

interface Evaluation {
  readonly name: string;
  readonly scorer: Scorer;
  readonly actuals: Loaded | ActualsDocument;
  readonly card: Scorecard;
  readonly model: WorkbookModel;
}

const fixtures = join(rulesFolder(), "..", "fixtures");
const shipped = builtin();
const known = [...shipped, ...readFolder(join(fixtures, "frameworks"))];
const refused = new Map<string, string>();

function evaluation(name: string, scorer: Scorer, actuals: Loaded | ActualsDocument): Evaluation[] {
  const { scorecard: card } = score(scorer, actuals);
  if (card === undefined) return [];
  const { model, diagnostics } = modelWorkbook(scorer, { actuals });
  if (model === undefined) refused.set(name, diagnostics.filter((one) => one.severity === "error").map(({ code, facts }) => `${code} ${facts["indicator"]}`).join());
  return model === undefined ? [] : [{ name, scorer, actuals, card, model }];
}

/** Every case of the test documents that comes to a scorecard. */
function cases(folder: string): readonly Evaluation[] {
  const documents = shelf([...readFolder(join(fixtures, folder)), ...known]);
  return readFolder(join(fixtures, folder)).flatMap((document) => {
    if (!isKind(document, "test")) return [];
    const runs: Parameters<NonNullable<Parameters<typeof runTest>[2]>>[0][] = [];
    runTest(document, documents, (run) => runs.push(run));
    const scorers = new Map<unknown, Scorer | undefined>();
    return runs.flatMap(({ parts, actuals }, index) => {
      const key = [parts.framework, parts.objectives].map((one) => JSON.stringify(one?.data)).join();
      if (!scorers.has(key)) scorers.set(key, compile(parts).scorer);
      const scorer = scorers.get(key);
      return scorer === undefined || actuals === undefined ? [] : evaluation(`${document.file}#${index}`, scorer, actuals);
    });
  });
}

function scorerOf(framework: Loaded): Scorer {
  const objectives = known.find((one) => isKind(one, "objectives") && isKind(framework, "framework") && one.data.framework.split("@")[0] === framework.data.id);
  const { scorer, diagnostics } = compile({ ...companyOf(objectives ?? framework, known), framework });
  if (scorer === undefined) throw new Error(`${framework.file}: ${diagnostics.map((one) => one.message).join()}`);
  return scorer;
}

const entriesOf = (scorer: Scorer, count: number, seed: number): readonly ActualsDocument[] => {
  const { ranges } = modelWorkbook(scorer);
  const decimals: Decimals = ({ leaf }, { name }) => ranges.find((one) => one.indicator === leaf.id && one.input === name)?.decimals ?? 0;
  return madeUp(scorer, count, seed, decimals);
};

/** A shipped framework with another rounding, another treatment of what is missing, and knock-outs of every effect. */
function variant(id: string, index: number): Scorer {
  const framework = frameworks.find((one) => isKind(one, "framework") && one.data.id === id);
  const knockOuts = readDocument(join(fixtures, "documents", "knock-outs.pack.yaml"));
  const objectives = known.find((one) => isKind(one, "objectives") && one.data.framework.split("@")[0] === id);
  if (framework === undefined || objectives === undefined) throw new Error(id);
  const data = { ...framework.data, packs: ["knock-outs"], missing: index % 2 === 0 ? "zero" : "block", rounding: { places: String(index % 4), mode: ROUNDING_MODES[index % ROUNDING_MODES.length] } };
  const { scorer, diagnostics } = compile({ ...companyOf(objectives, known), framework: fromData(data as never, () => undefined, undefined), packs: [knockOuts] });
  if (scorer === undefined) throw new Error(`${id}: ${diagnostics.map((one) => one.message).join()}`);
  return scorer;
}

const frameworks = shipped.filter((one) => isKind(one, "framework"));
const PER_FRAMEWORK = 10;
const PER_BOOK = 40;

/** What a sheet must show for a scorecard. */
function due({ scorer, card }: Evaluation): readonly (readonly [at: string, text: string])[] {
  const { indicators, funds, knockOuts, totalRow } = planOf(programOf(scorer));
  const pointsOf = (path: string): string => card.indicators.find((one) => one.path === path)?.points ?? "";
  const told = card.total.points === undefined ? "未填完" : undefined;
  return [
    ...indicators.map(({ leaf, row }) => [address(row, COLUMN.points), pointsOf(leaf.leaf.path)] as const),
    ...funds.filter(({ alone }) => alone).map(({ leaf, row }) => [address(row, COLUMN.reason), pointsOf(leaf.leaf.path)] as const),
    ...knockOuts.map(({ row }, index) => [address(row, COLUMN.points), card.knockOuts[index]?.holds === undefined ? "" : card.knockOuts[index]?.holds === true ? "触发" : "未触发"] as const),
    [address(totalRow, COLUMN.points), told ?? card.total.points ?? ""],
    [address(totalRow + 1, COLUMN.points), card.rejected ? "否决" : (told ?? card.grade ?? "")],
  ];
}

async function compared(all: readonly Evaluation[]): Promise<{ readonly wrong: readonly string[]; readonly cells: number }> {
  const books = Array.from({ length: Math.ceil(all.length / PER_BOOK) }, (_, index) => all.slice(index * PER_BOOK, (index + 1) * PER_BOOK));
  const wanted = books.map((some) => some.flatMap((one, index) => due(one).map(([at, text]) => ({ sheet: `${SHEETS.table}${index}`, at, text, one }))));
  const found = await shown(books.map((some, book) => ({ model: together(some.map(({ model }) => model)), wanted: wanted[book] ?? [] })));
  const cells = wanted.flatMap((some, book) => some.map((each, index) => ({ ...each, found: found[book]?.[index] })));
  const wrong = cells.filter(({ text, found: given }) => given !== text).map(({ one, at, text, found: given }) => `${one.name} ${at}: ${given} instead of ${text}; ${JSON.stringify("data" in one.actuals ? one.actuals.data : one.actuals)}`);
  return { wrong, cells: cells.length };
}

describe.skipIf(office === undefined)("as LibreOffice computes it", () => {
  const folders = ["methods", "vectors", "rules", "boundaries"].filter((name) => readdirSync(fixtures).includes(name));
  test("every case of the test documents", async () => {
    const all = folders.flatMap(cases);
    const { wrong, cells } = await compared(all);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(cells).toBeGreaterThan(4000);
    expect([...refused]).toEqual([]);
  }, 600_000);

  test("made-up entries of every shipped framework", async () => {
    const all = frameworks.flatMap((framework) => {
      const scorer = scorerOf(framework);
      return entriesOf(scorer, PER_FRAMEWORK, 1).flatMap((actuals, index) => evaluation(`${framework.file}#${index}`, scorer, actuals));
    });
    const { wrong, cells } = await compared(all);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(cells).toBeGreaterThan(2000);
    expect(new Set(all.map(({ card }) => card.framework.id)).size).toBe(frameworks.length);
  }, 600_000);

  test("every rounding, to no and to three decimals, nothing for what is missing, knock-outs of every effect", async () => {
    const ids = ["project-self-evaluation-with-cost", "policy-evaluation", "government-fund-special-bond-operation"];
    const all = ids.flatMap((id) => Array.from({ length: 12 }, (_, index) => variant(id, index)).flatMap((scorer, index) => entriesOf(scorer, 4, index).flatMap((actuals) => evaluation(`${id} ${index}`, scorer, actuals))));
    const { wrong, cells } = await compared(all);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(cells).toBeGreaterThan(1000);
    const fired = new Set(all.flatMap(({ card }) => card.knockOuts.filter(({ holds }) => holds === true).map(({ effect }) => effect.kind)));
    expect([...fired].sort()).toEqual(["cap", "cap-grade", "multiply", "reject", "zero"]);
    expect(all.some(({ card }) => card.total.points !== undefined && card.indicators.some(({ state }) => state === "missing"))).toBe(true);
  }, 600_000);
});

test("the results stored beside the formulas are those of scoring, for programs that do not compute", () => {
  const all = frameworks.flatMap((framework) => entriesOf(scorerOf(framework), 2, 9).flatMap((actuals, index) => evaluation(`${framework.file}#${index}`, scorerOf(framework), actuals)));
  const wrong = all.flatMap((one) => {
    const cells = new Map(one.model.sheets[0]?.cells.map((cell) => [cell.at, cell]));
    return due(one).filter(([at, text]) => (cells.get(at)?.number ?? cells.get(at)?.text) !== text).map(([at, text]) => `${one.name} ${at}: ${JSON.stringify(cells.get(at))} instead of ${text}`);
  });
  expect(wrong).toEqual([]);
  expect(all.length).toBeGreaterThan(frameworks.length);
});
