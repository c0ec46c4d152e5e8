// Kinds of changes by example: every folder of fixtures/diff holds an old and a new version and, written by hand, the
// changes between them. What stands beside them is known on both sides.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { changeKinds, type ChangeCode, kindOf } from "../src/diff/codes.ts";
import { examine, type Examined } from "../src/diff/diff.ts";
import { canonical } from "../src/text/digest.ts";
import { renderDiff, type Bump, type DiffChange, type Loaded } from "../src/index.ts";
import { readDocument, readFolder } from "../src/node/index.ts";
import { readSource } from "../src/source/source.ts";

const FOLDER = join("fixtures", "diff");
const cases = readdirSync(FOLDER).sort();

interface Expected {
  readonly bump: Bump;
  readonly changes: readonly Readonly<Record<string, unknown>>[];
}
const expectedOf = (name: string): Expected => {
  const { data, diagnostics } = readSource(readFileSync(join(FOLDER, name, "expected.yaml"), "utf8"), name);
  expect(diagnostics).toEqual([]);
  return data as unknown as Expected;
};

function diffOf(name: string): Examined {
  const folder = join(FOLDER, name);
  const side = (which: string): readonly Loaded[] => (existsSync(join(folder, which)) ? readFolder(join(folder, which)) : [readDocument(join(folder, `${which}.yaml`))]);
  const known = readdirSync(folder).filter((file) => /\.(?:framework|library|pack|objectives)\.yaml$/.test(file)).map((file) => readDocument(join(folder, file)));
  const [old, next] = [side("old"), side("new")];
  expect([...old, ...next, ...known].flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  return examine({ documents: old, known }, { documents: next, known });
}

const SCHEMA = JSON.parse(readFileSync(join("schema", "output", "diff.json"), "utf8")) as { definitions: { change: { properties: { code: { enum: string[] } } } } };
const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(SCHEMA);

const at = (place: DiffChange["old"]): string | undefined => place?.span && `${place.span.start.line}:${place.span.start.column}`;
/** What a change says of everything that its expectation names. */
function said(change: DiffChange | undefined, named: Readonly<Record<string, unknown>>): unknown {
  if (change === undefined) return undefined;
  const all: Readonly<Record<string, unknown>> = {
    ...change,
    document: `${change.document.kind} ${change.document.id}`,
    breaks: String(change.breaks),
    witness: change.witness?.of,
    old: at(change.old),
    new: at(change.new),
    together: change.together?.map(String),
    affects: change.affects?.map(({ framework, indicators }) => `${framework} ${indicators.join(" ")}`),
  };
  return Object.fromEntries(Object.keys(named).map((key) => [key, all[key]]));
}

describe.each(cases)("%s", (name) => {
  const { bump, changes } = expectedOf(name);
  const { diff: found, plan, states } = diffOf(name);
  test("the changes, in their order", () => {
    expect(found.changes.map(({ code, class: grave }) => `${code} ${grave}`)).toEqual(changes.map((one) => `${String(one["code"])} ${String(one["class"])}`));
    expect(changes.map((one, index) => said(found.changes[index], one))).toEqual(changes.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, typeof value === "boolean" ? String(value) : value]))));
  });
  test("made one after another, they lead from the old documents to the new ones", () => {
    for (const { key, next } of plan.matches) expect(canonical(states.at(-1)?.get(key)?.data)).toBe(canonical(next?.data));
  });
  test("JSON obeys its published schema, in both languages", () => {
    for (const lang of ["zh-CN", "en"] as const) expect(validate(JSON.parse(renderDiff(found, "json", lang))) ? [] : validate.errors).toEqual([]);
  });
  test("what a version must say of them", () => expect(found.bump).toBe(bump));
  test("a change that is not expected to show a difference shows none", () => {
    expect(found.changes.filter(({ witness }, index) => witness !== undefined && changes[index]?.["witness"] === undefined).map(({ message }) => message)).toEqual([]);
  });
  test("both languages say it, and none of them says nothing", () => {
    for (const one of found.changes) expect(one.message).toMatch(/\p{Script=Han}/u);
  });
});

test("every kind of change has an example", () => {
  const seen = new Set(cases.flatMap((name) => expectedOf(name).changes.map((one) => one["code"])));
  expect(Object.keys(changeKinds).filter((code) => !seen.has(code))).toEqual([]);
});

test("the published schema names every kind of change, and no other", () => expect(SCHEMA.definitions.change.properties.code.enum).toEqual(Object.keys(changeKinds)));

test("docs/diff.md lists every kind of change with what it is about and what can be said of it, and no other", () => {
  const rows = readFileSync(join("docs", "diff.md"), "utf8").split("\n").filter((line) => line.startsWith("| `"));
  const natures = { measured: "逐项比对", may: "至少可能影响", scores: "影响得分", text: "仅文字" };
  expect(rows).toEqual(Object.keys(changeKinds).map((code) => {
    const { nature, what, breaks } = kindOf(code as ChangeCode);
    return `| \`${code}\` | ${what.zh} | ${natures[nature]} | ${breaks === true ? "是" : ""} |`;
  }));
});
