// The spreadsheet reading of expressions: what LibreOffice computes from the formulas is what the exact evaluator says.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, type Value } from "../src/expression/exact.ts";
import { all, any, choice, compare, constant, difference, type Expression, type Input, label, max, min, named, outcome, product, quotient, rounded, sum } from "../src/expression/expression.ts";
import { sheetReader } from "../src/expression/spreadsheet.ts";
import { address } from "../src/types/grid.ts";
import { exact, parseExact, round, ROUNDING_MODES, toText } from "../src/numbers/number.ts";
import type { CellModel } from "../src/xlsx/model.ts";
import { office, recalculated } from "./helpers/office.ts";

const NAMES = ["甲", "乙", "丙"] as const;
type Name = (typeof NAMES)[number];
const words = label("部分", "part");
const input = (name: string): Input => ({ op: "input", name, label: label(name, name) });
const DECIMALS = 2;
const MOST = 10n ** 15n;

type Given = Readonly<Record<Name, string>>;
interface Row {
  readonly expression: Expression;
  readonly given: Given;
  readonly places: number;
}

/** Every row of the sheet is one expression with its figures: inputs first, then its cells, in one line. */
function rowCells({ expression, given, places }: Row, row: number): { readonly cells: readonly CellModel[]; readonly result: string; readonly size: bigint } {
  const cells: CellModel[] = [];
  const put = (cell: Omit<CellModel, "at">): string => {
    const at = address(row, cells.length);
    cells.push({ at, ...cell });
    return at;
  };
  const sources = new Map(
    NAMES.map((name) => {
      const figure = given[name];
      const at = put(figure === "" ? { text: "" } : { number: figure });
      const cell = put({ formula: `IF(${at}="",NA(),ROUND(${at}*${10 ** DECIMALS},0))` });
      const most = 10n ** 7n;
      return [name as string, { cell, decimals: DECIMALS, low: -most, high: most }];
    }),
  );
  const reader = sheetReader((name) => sources.get(name) ?? { cell: "", decimals: 0, low: 0n, high: 0n }, (_, formula) => put({ formula }));
  const reading = reader.read(expression, "得分");
  const points = reader.whole(reading, places, "得分").text;
  const result = put({ formula: `IF(ISNA(${points}),"missing",${reading.absent === undefined ? "" : `IF(${reading.absent},"not-applicable",`}${points}${reading.absent === undefined ? "" : ")"})` });
  return { cells, result, size: reader.size() };
}

const meaning = ({ expression, given, places }: Row): string => {
  const value: Value = evaluate(expression, (name) => parseExact(given[name as Name] ?? "") ?? "missing");
  return typeof value === "string" ? value : String(round(value, places, "down").n);
};

/** Rows whose whole numbers stay small enough, in one workbook; those that do not are left out. */
async function differences(rows: readonly Row[]): Promise<{ readonly compared: number; readonly wrong: readonly string[] }> {
  const made = rows.map((row, index) => ({ row, ...rowCells(row, index) })).filter((one) => one.size < MOST);
  const [sheets] = await recalculated([{ sheets: [{ name: "表", cells: made.flatMap((one) => one.cells) }] }]);
  const shown = sheets?.get("表");
  const wrong = made.flatMap(({ row, result, cells }) => {
    const found = shown?.get(result) ?? "";
    const due = meaning(row);
    return found === due ? [] : [`${found} instead of ${due} for ${JSON.stringify(row.given)}: ${cells.map((cell) => `${cell.at}=${cell.formula ?? cell.number ?? ""}`).join("  ")}`];
  });
  return { compared: made.length, wrong };
}

const figure = fc.oneof(
  fc.integer({ min: -99999, max: 9999999 }).map((value) => toText({ n: BigInt(value), d: 100n }, 2)),
  fc.integer({ min: -20, max: 20 }).map(String),
);
const given = fc.record({ 甲: fc.oneof({ weight: 9, arbitrary: figure }, { weight: 1, arbitrary: fc.constant("") }), 乙: figure, 丙: fc.oneof({ weight: 5, arbitrary: figure }, { weight: 1, arbitrary: fc.constant("") }) });

const expressions = fc.letrec<{ node: Expression }>((tie) => {
  const node = tie("node");
  const two = fc.tuple(node, node);
  const compared = fc.tuple(node, fc.constantFrom("<", "<=", "=", ">=", ">"), node).map(([a, is, b]) => compare(a, is as "<", b));
  return {
    node: fc.oneof(
      { maxDepth: 3, depthIdentifier: "sheet" },
      fc.constantFrom(...NAMES).map(input),
      fc.integer({ min: -500, max: 9999 }).map((value) => constant({ n: BigInt(value), d: 100n })),
      two.map(([a, b]) => sum(a, b)),
      two.map(([a, b]) => product(a, b)),
      two.map(([a, b]) => difference(a, b)),
      two.map(([a, b]) => min(a, b)),
      two.map(([a, b]) => max(a, b)),
      fc.tuple(node, fc.nat(2), fc.constantFrom(...ROUNDING_MODES)).map(([a, places, mode]) => rounded(a, places, mode)),
      two.map(([a, b]) => choice([{ id: "zero", label: words, when: compare(b, "=", constant(exact("0"))), then: a }], "ratio", words, named("ratio", words, quotient(a, b)))),
      fc.tuple(compared, node, node).map(([when, yes, no]) => choice([{ id: "case", label: words, when, then: yes }], "otherwise", words, no)),
      fc.tuple(compared, compared, compared, node, node, node).map(([a, b, c, x, y, z]) => choice([{ id: "all", label: words, when: all(a, b), then: x }, { id: "any", label: words, when: any(b, c), then: y }], "otherwise", words, z)),
      fc.tuple(compared, node).map(([when, no]) => choice([{ id: "none", label: words, when, then: outcome("missing") }], "otherwise", words, no)),
    ),
  };
}).node;

describe.skipIf(office === undefined)("as LibreOffice computes it", () => {
  test("random expressions, negative divisors, all roundings, missing figures", async () => {
    const rows = fc.sample(fc.record({ expression: fc.tuple(expressions, fc.constantFrom(...ROUNDING_MODES), fc.nat(3)).map(([of, mode, places]) => rounded(of, places, mode)), given, places: fc.constant(3) }), { numRuns: 6000, seed: 5 });
    const { compared, wrong } = await differences(rows);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
  }, 600_000);
});
