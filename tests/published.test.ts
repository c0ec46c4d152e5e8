// Published tables: every row recomputed and compared with what was printed, digit for digit.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, type Loaded, score } from "../src/index.ts";
import { builtin, readDocument } from "../src/node/index.ts";

interface Row {
  readonly indicator: string;
  /** null where the table prints none */
  readonly printed: string | null;
  /** null where the table does not print what scoring needs */
  readonly engine: string | null;
  readonly printedWeight?: string;
  readonly engineWeight?: string;
  readonly same: boolean;
  readonly why?: string;
}
interface Table {
  readonly table: string;
  readonly printedTotal: string | null;
  readonly engineTotal: string | null;
  readonly engineRange: { readonly min: string; readonly max: string } | null;
  readonly engineGrade: string | null;
  readonly refused?: { readonly document: string; readonly diagnostics: readonly { readonly code: string; readonly line: number; readonly column: number }[] };
  readonly rows: readonly Row[];
}

const FOLDER = join("fixtures", "published");
/** Every row of every table that the engine does not reproduce. */
const DIFFERENT = [
  "table-05/timely-funds",
  "table-13/drying",
  "table-37/staff",
  "table-37/three-public",
  "table-37/completion",
  "table-37/control",
  "table-42/nodes",
  "table-42/network-nodes",
  "table-42/interruptions",
  "table-42/report",
  "table-45/budget-execution-rate",
];

/** 10.0 and 10 are the same figure; text only, no number. */
const plain = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
const libraries = builtin().filter((one) => one.kind === "indicator-library");
const different: string[] = [];

for (const name of readdirSync(FOLDER).sort()) {
  const read = (file: string): Loaded => readDocument(join(FOLDER, name, file));
  const table = JSON.parse(readFileSync(join(FOLDER, name, "expected.json"), "utf8")) as Table;
  for (const row of table.rows) if (!row.same) different.push(`${name}/${row.indicator}`);
  describe(name, () => {
    const framework = read("framework.yaml");
    const objectives = read("objectives.yaml");
    const { scorer, diagnostics } = compile({ framework, objectives, libraries });
    const scored = scorer !== undefined && existsSync(join(FOLDER, name, "actuals.yaml")) ? score(scorer, read("actuals.yaml")) : undefined;
    const card = scored?.scorecard;
    test("is read without a fault", () => {
      expect([...diagnostics, ...(scored?.diagnostics ?? [])]).toEqual([]);
      expect(scorer?.indicators.map((one) => one.id)).toEqual(table.rows.map((one) => one.indicator));
    });
    for (const row of table.rows) {
      test(row.indicator, () => {
        expect(card?.indicators.find((one) => one.id === row.indicator)?.points ?? null).toBe(row.engine);
        if (row.engineWeight !== undefined) expect(scorer?.indicators.find((one) => one.id === row.indicator)?.weight).toBe(row.engineWeight);
        const points = row.printed === null || (row.engine !== null && plain(row.printed) === plain(row.engine));
        const weight = row.printedWeight === undefined || plain(row.printedWeight) === plain(row.engineWeight ?? "");
        expect(points && weight).toBe(row.same);
        if (!row.same) expect(row.why).toMatch(/\S/);
      });
    }
    test("total", () => {
      expect(card?.total.points ?? null).toBe(table.engineTotal);
      expect(card?.total.range ?? null).toEqual(table.engineRange);
      if (table.engineGrade !== null) expect(card?.grade).toBe(table.engineGrade);
    });
    const { refused } = table;
    if (refused === undefined) return;
    test(`${refused.document} is refused`, () => {
      const faulty = read(refused.document);
      const parts = faulty.kind === "framework" ? { framework: faulty, objectives } : { framework, objectives: faulty };
      const found = compile({ ...parts, libraries }).diagnostics.map(({ code, span }) => ({ code, line: span?.start.line, column: span?.start.column }));
      expect(found).toEqual(refused.diagnostics);
    });
  });
}

test("exactly these rows differ from what was printed", () => {
  expect(different.sort()).toEqual([...DIFFERENT].sort());
});
