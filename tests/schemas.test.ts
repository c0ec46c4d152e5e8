// JSON Schema for editors: the committed files are what the code generates, every document names its schema and
// obeys it as an editor would judge, and a slip is underlined.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { documents } from "../src/documents/index.ts";
import { jsonSchema } from "../src/index.ts";
import type { DocumentKind } from "../src/types/types.ts";

const ROOT = resolve(import.meta.dirname, "..");
const KINDS = Object.keys(documents) as DocumentKind[];
const schemaFile = (kind: string): string => join(ROOT, "schema", `${kind}.json`);

const yamlFiles = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
const FILES = [...yamlFiles("rules", /\.ya?ml$/), ...yamlFiles("fixtures", /\.test\.ya?ml$/), ...yamlFiles("fixtures/baseline", /\.ya?ml$/)];

/** What an editor does: schema from the comment, YAML with floats and all. */
const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
const validators = new Map<string, ValidateFunction>();
function validatorOf(file: string): ValidateFunction {
  const known = validators.get(file) ?? ajv.compile(JSON.parse(readFileSync(file, "utf8")) as object);
  validators.set(file, known);
  return known;
}
const errors = (validate: ValidateFunction, data: unknown): string[] =>
  validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);

const MODELINE = /^# yaml-language-server: \$schema=(\S+)\n/;
/** Where the comment points, and what is wrong with it. */
function schemaOf(path: string, text: string): { file: string; problem?: string } {
  const named = MODELINE.exec(text)?.[1];
  if (named === undefined) return { file: "", problem: `${path} does not begin with the comment “# yaml-language-server: $schema=<relative path>”` };
  const file = join(ROOT, dirname(path), named);
  if (!named.startsWith(".") || !existsSync(file)) return { file, problem: `${path} names the schema ${named}, which does not exist` };
  const { kind } = parse(text) as { kind: string };
  return file === schemaFile(kind) ? { file } : { file, problem: `${path} is a ${kind}, but names the schema ${named}` };
}

describe("schema/", () => {
  test("holds one file for each kind of document", () => {
    expect(readdirSync(join(ROOT, "schema")).sort()).toEqual([...KINDS.map((kind) => `${kind}.json`), "output"].sort());
  });
  test.each(KINDS)("%s.json is what the code generates (else: npm run build)", (kind) => {
    const committed = readFileSync(schemaFile(kind), "utf8");
    // Parsed first, so that a difference is shown where it is and not as one text of 100 kB.
    expect(JSON.parse(committed)).toEqual(jsonSchema(kind));
    expect(committed === `${JSON.stringify(jsonSchema(kind), null, 2)}\n`, "key order, indentation or line ends differ").toBe(true);
  });
  test.each(KINDS)("%s.json is draft-07, closed, and names itself", (kind) => {
    const schema = jsonSchema(kind);
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema.$id).toBe(`urn:jixiao:schema:${kind}`);
    expect(schema.additionalProperties).toBe(false);
  });
  test.each(KINDS)("%s.json makes sense to a strict reader", (kind) => {
    expect(() => new Ajv({ strict: true, allowUnionTypes: true }).compile(jsonSchema(kind))).not.toThrow();
  });
});

describe("documents", () => {
  test.each(FILES)("%s names its schema and obeys it", (path) => {
    const text = readFileSync(join(ROOT, path), "utf8");
    const { file, problem } = schemaOf(path, text);
    expect(problem).toBeUndefined();
    expect(errors(validatorOf(file), parse(text))).toEqual([]);
  });
  test("a document without the comment, or with a wrong one, is found", () => {
    const path = "rules/packs/a.yaml";
    expect(schemaOf(path, "kind: pack\n").problem).toContain("does not begin with the comment");
    expect(schemaOf(path, "# yaml-language-server: $schema=../schema/pack.json\nkind: pack\n").problem).toContain("does not exist");
    expect(schemaOf(path, "# yaml-language-server: $schema=../../schema/test.json\nkind: pack\n").problem).toContain("is a pack");
    expect(schemaOf(path, "# yaml-language-server: $schema=../../schema/pack.json\nkind: pack\n").problem).toBeUndefined();
  });
  test("every kind of document has an example", () => {
    const kinds = new Set(FILES.map((path) => (parse(readFileSync(join(ROOT, path), "utf8")) as { kind: string }).kind));
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

// ---- slips an editor must underline ----------------------------------------------------------------------------

type Json = Record<string, unknown>;
const EXAMPLES: Readonly<Record<DocumentKind, string>> = {
  framework: "rules/examples/student-aid-2022/framework.yaml",
  objectives: "rules/examples/student-aid-2022/objectives.yaml",
  actuals: "rules/examples/student-aid-2022/actuals.yaml",
  pack: "rules/packs/changzhou.yaml",
  "indicator-library": "rules/indicators/common.yaml",
  test: "fixtures/methods/proportional.test.yaml",
  form: "rules/forms/self-evaluation.yaml",
  config: "rules/checks/recommended.yaml",
  baseline: "fixtures/baseline/baseline.yaml",
};
/** [kind, where, what is written there instead] */
const SLIPS: readonly (readonly [kind: DocumentKind, where: readonly (string | number)[], wrong: unknown])[] = [
  ...KINDS.map((kind) => [kind, ["wieght"], 10] as const),
  ...KINDS.map((kind) => [kind, ["kind"], "frame"] as const),
  ["framework", ["category"], "projects"],
  ["framework", ["purpose"], "自评"],
  ["framework", ["rounding", "mode"], "half-even-ish"],
  ["framework", ["missing"], "ignore"],
  ["framework", ["basis", "status"], "sure"],
  ["framework", ["indicators", 0, "method", "kind"], "budget"],
  ["framework", ["indicators", 0, "wieght"], 10],
  ["framework", ["indicators"], []],
  ["objectives", ["subject", "sector"], "industry"],
  ["objectives", ["indicators", 0, "wieght"], 10],
  ["actuals", ["as-of"], "2022年"],
  ["actuals", ["values", "aided-students"], { amount: [] }],
  ["pack", ["rules", 0, "kind"], "weight-flor"],
  ["pack", ["rules", 0, "at-least", "industry"], 10],
  ["form", ["layouts", 0, "weights", "outputs"], 50],
  ["form", ["scoring", "higher", 0, "method", "kind"], "ratio"],
  ["indicator-library", ["indicators", 0, "method", "over"], "maybe"],
  ["test", ["cases", 0, "expect", "points2"], {}],
  ["test", ["cases"], []],
];
const show = (where: readonly (string | number)[], wrong: unknown): string => `${where.join("/")}: ${JSON.stringify(wrong)}`;

describe("slips", () => {
  test.each(SLIPS.map(([kind, where, wrong]) => [kind, show(where, wrong), where, wrong] as const))("%s with %s is refused", (kind, _shown, where, wrong) => {
    const data = parse(readFileSync(join(ROOT, EXAMPLES[kind]), "utf8")) as Json;
    const validate = validatorOf(schemaFile(kind));
    expect(errors(validate, data)).toEqual([]);
    const place = where.slice(0, -1).reduce<Json>((inner, key) => inner[key] as Json, data);
    place[where.at(-1) as string] = wrong;
    expect(errors(validate, data)).not.toEqual([]);
  });
});
