// Fixtures: every case of every *.test.yaml, every broken document, and whether anything was left out.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile, type Diagnostic, load, type Loaded, score } from "../src/index.ts";
import { builtin, readFolder, shelf } from "../src/node/index.ts";
import { runTest } from "../src/testing/testing.ts";
import { blocking, configurable } from "../src/checks/index.ts";
import { groupMethods, methods } from "../src/methods/index.ts";
import { rules } from "../src/rules/index.ts";
import { messages } from "../src/messages/index.ts";
import { batch } from "../src/messages/batch.ts";
import { tables } from "../src/messages/tables.ts";
import { workbook } from "../src/messages/workbook.ts";
import type { DocumentKind, Documents } from "../src/types/types.ts";

const isKind = <K extends DocumentKind>(one: Loaded | undefined, kind: K): one is Loaded<K> & { readonly kind: K; readonly data: Documents[K] } =>
  one?.kind === kind && one.data !== undefined;

const FOLDERS = ["methods", "rules", "checks", "packs", "boundaries", "vectors", "indicators", "verification"].map((name) => join("fixtures", name));
const DOCUMENTS = join("fixtures", "documents");
const known = [...readFolder(DOCUMENTS), ...builtin()];
/** What a reference may stand on: a broken document would speak in the cases of others. */
const sound = known.filter((one) => one.data !== undefined);
const files = FOLDERS.flatMap((folder) => readFolder(folder));

const taken = new Set<string>();
const codes = new Set<string>();

for (const file of files) {
  describe(file.file ?? "", () => {
    test("is a test document", () => {
      expect(file.file).toMatch(/\.test\.yaml$/);
      expect(file.diagnostics).toEqual([]);
      expect(readFileSync(file.file ?? "", "utf8").split("\n")[0]).toBe("# yaml-language-server: $schema=../../schema/test.json");
    });
    if (!isKind(file, "test")) return;
    const results = runTest(file, shelf(sound));
    for (const result of results) {
      for (const one of result.scorecard?.indicators ?? []) for (const id of one.taken) taken.add(id);
      for (const one of result.diagnostics) codes.add(one.code);
      test(result.name, () => expect(result.failures).toEqual([]));
    }
    test("names are unique", () => {
      const names = results.map((one) => one.name);
      expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
    });
  });
}

interface Expected {
  readonly code: string;
  readonly line?: number;
  readonly column?: number;
}

/** A document in its company: everything that is said about it. */
function diagnose(one: Loaded): readonly Expected[] {
  const idOf = (other: Loaded): string | undefined => (other.data as { id?: string } | undefined)?.id;
  const libraries = sound.filter((other) => other.kind === "indicator-library");
  const packs = sound.filter((other) => other.kind === "pack");
  const find = (id: string): Loaded | undefined => sound.find((other) => idOf(other) === id);
  const found = (list: readonly Diagnostic[]): Expected[] =>
    list.map(({ code, span }) => ({ code, ...(span === undefined ? {} : { line: span.start.line, column: span.start.column }) }));
  if (isKind(one, "framework")) return found(compile({ framework: one, libraries, packs }).diagnostics);
  if (isKind(one, "objectives")) {
    const framework = find(one.data.framework.split("@")[0] ?? "");
    return found(compile({ framework: framework as Loaded, objectives: one, libraries, packs }).diagnostics);
  }
  if (one.kind === undefined || one.kind === "framework") return found(compile({ framework: one }).diagnostics);
  if (!isKind(one, "actuals")) return found(one.diagnostics);
  const named = find(one.data.objectives);
  const objectives = isKind(named, "objectives") ? named : undefined;
  const framework = objectives === undefined ? named : find(objectives.data.framework.split("@")[0] ?? "");
  const { scorer, diagnostics } = compile({ framework: framework as Loaded, objectives, libraries, packs });
  return found([...diagnostics, ...(scorer === undefined ? [] : score(scorer, one).diagnostics)]);
}

describe(DOCUMENTS, () => {
  const expected = JSON.parse(readFileSync(join(DOCUMENTS, "expected.json"), "utf8")) as Record<string, readonly Expected[]>;
  for (const [name, list] of Object.entries(expected)) {
    const file = known.find((one) => one.file === join(DOCUMENTS, name));
    const found = file === undefined ? [] : diagnose(file);
    for (const one of found) codes.add(one.code);
    test(name, () => {
      expect(file).toBeDefined();
      expect(found).toEqual(list);
    });
  }
  test("every document is listed", () => {
    const present = readdirSync(DOCUMENTS).filter((name) => name.endsWith(".yaml") && !["knock-outs.pack.yaml", "bounds.pack.yaml", "satisfaction-rules.pack.yaml"].includes(name));
    expect(present.sort()).toEqual(Object.keys(expected).sort());
  });
  test("actuals of another objectives document", () => {
    const [framework, other] = ["plain", "other"].map((id) => known.find((one) => isKind(one, "framework") && one.data.id === id) as Loaded);
    const { scorer } = compile({ framework: framework as Loaded });
    if (scorer === undefined) throw new Error("plain.framework.yaml does not compile");
    expect(isKind(other, "framework")).toBe(true);
    const actuals = load("kind: actuals\nobjectives: other\nas-of: 2024-12-31\nvalues: { a: 5, b: 是 }\n");
    const { diagnostics, scorecard } = score(scorer, actuals);
    expect(diagnostics.map(({ code, span }) => [code, span?.start.line, span?.start.column])).toEqual([["objectives-other", 2, 13]]);
    expect(scorecard).toBeUndefined();
    for (const one of diagnostics) codes.add(one.code);
  });
});

describe("completeness", () => {
  /** Ids of branches as the source writes them: `id: "…"` and the last branch of a choice. */
  const branches = (file: string): string[] => {
    const text = readFileSync(file, "utf8");
    return [...text.matchAll(/\bid: "([^"]+)"/g), ...text.matchAll(/"([a-z][a-z-]*)",\s*\n?\s*(?:label\(|words\b|RATE\b)/g)].map((match) => match[1] ?? "");
  };
  const inMethods = readdirSync(join("src", "methods")).filter((name) => name !== "index.ts").map((name) => join("src", "methods", name));
  for (const file of [...inMethods, join("src", "model", "method-parts.ts")]) {
    test(`every branch of ${basename(file)} is taken`, () => {
      // Names of inputs and of steps stand beside a label too; only ids of branches can be taken.
      const steps = new Set([...readFileSync(file, "utf8").matchAll(/named\("([a-z-]+)"/g)].map((match) => match[1]));
      const wanting = branches(file).filter((id) => !steps.has(id) && !taken.has(id) && !codes.has(id) && !/^over-completion-$/.test(id));
      expect(wanting).toEqual([]);
    });
  }
  test("numbered and computed branches are taken", () => {
    for (const id of ["tier-1", "tier-2", "tier-3", "tier-4", "tier-5", "grade-1", "grade-2", "grade-3", "over-completion-130%", "between-linear", "between-proportional", "outside-domain"])
      expect(id === "outside-domain" ? codes.has("actual-outside-domain") : taken.has(id), id).toBe(true);
  });
  for (const [folder, ids] of [
    ["methods", [...methods, ...groupMethods].map((one) => one.kind)],
    ["rules", rules.map((one) => one.kind)],
    ["checks", [...blocking, ...configurable].map((one) => one.id)],
  ] as const) {
    test(`every one of ${folder} has its fixture`, () => {
      expect(ids.filter((id) => !existsSync(join("fixtures", folder, `${id}.test.yaml`)))).toEqual([]);
      const stray = readdirSync(join("fixtures", folder)).map((name) => name.replace(/\.test\.yaml$/, "")).filter((name) => !(ids as readonly string[]).includes(name));
      expect(stray).toEqual([]);
    });
  }
  test("all thirty test vectors are there", () => {
    const names = Array.from({ length: 30 }, (_, index) => `v${String(index + 1).padStart(2, "0")}.test.yaml`);
    expect(names.filter((name) => !existsSync(join("fixtures", "vectors", name)))).toEqual([]);
  });
  test("every code of documents, indicators and scoring is triggered by a fixture", () => {
    // Codes of source text and YAML have fixtures of their own (fixtures/source).
    // Those of configurations and of sets of documents have tests of their own (configuration.test.ts), that of the
    // baseline in cli-check.test.ts; those of table files in tables.test.ts, csv.test.ts and xlsx.test.ts, those of
    // batches in batch.test.ts, those of workbooks and forms in collected.test.ts.
    const ofSource = /^(?:yaml-|full-width-)|^(?:missing-space-after-colon|unusual-space|more-problems)$|^(?:config-|check-option-|baseline-)|^reference-unknown$/;
    expect(Object.keys(messages).filter((code) => !ofSource.test(code) && !(code in tables) && !(code in batch) && !(code in workbook) && !codes.has(code))).toEqual([]);
  });
});
