// The checks of objectives and evaluations as the presets set them: silent on sound documents that hold the very
// words and figures they look for, and on everything shipped; and saying on each faulty line what stands at its end.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { objectiveChecks } from "../src/messages/objective-checks.ts";
import { configure, describe as wordsOf, type Diagnostic, load, type Loaded, runTest, verify } from "../src/index.ts";
import { isKind } from "../src/types/loaded.ts";
import { builtin, readFolder, shelf } from "../src/node/index.ts";

const known = builtin();
const { configuration, diagnostics } = configure(load("kind: config\nextends: recommended\n"), known);
const FOLDER = join("fixtures", "presets");
const documents = readFolder(FOLDER);
/** What these checks find; others have tests of their own. */
const verified = (given: readonly Loaded[]): readonly Diagnostic[] => verify(given, { configuration, known }).filter(({ code }) => code in objectiveChecks);
const found = verified(documents);

/** `line code`, as the comments at the end of a file's lines say. */
const announced = (text: string): string[] =>
  text.split("\n").flatMap((line, index) => (/ {3}# ([a-z -]+)$/.exec(line)?.[1] ?? "").split(" ").filter((code) => code !== "").map((code) => `${index + 1} ${code}`));
const told = (list: readonly Diagnostic[], file: string): string[] => list.filter((one) => one.file === file).map(({ code, span }) => `${span?.start.line} ${code}`);

test("the preset is sound", () => expect(diagnostics).toEqual([]));

describe("what the preset says", () => {
  test.each(readdirSync(FOLDER))("%s", (name) => {
    const file = join(FOLDER, name);
    expect(told(found, file).sort()).toEqual(announced(readFileSync(file, "utf8")).sort());
  });
  test("the sound documents announce nothing, and the faulty ones every check that recommended switches on", () => {
    expect(readdirSync(FOLDER).filter((name) => name.startsWith("sound.")).flatMap((name) => announced(readFileSync(join(FOLDER, name), "utf8")))).toEqual([]);
    const on = configuration.checks.map(({ id }) => id).filter((id) => id in objectiveChecks);
    expect(on.filter((id) => !found.some(({ code }) => code === id))).toEqual([]);
  });
});

describe("what is shipped", () => {
  const folders = [join("rules", "frameworks"), join("fixtures", "frameworks"), ...readdirSync(join("fixtures", "evaluations")).map((name) => join("fixtures", "evaluations", name))];
  const checked = (folder: string): readonly Loaded[] => readFolder(folder).filter((one) => one.kind === "framework" || one.kind === "objectives" || one.kind === "actuals");
  test.each(folders)("%s: nothing", (folder) => {
    const given = checked(folder);
    expect(given.length).toBeGreaterThan(0);
    expect(verified(given)).toEqual([]);
  });
  test("the example of a published table: its qualitative indicator does not say what counts as 有效, and that is so", () => {
    const example = verified(checked(join("rules", "examples", "student-aid-2022")));
    expect(example.map(({ code, facts, span }) => [code, facts["indicator"], span?.start.line])).toEqual([["qualitative-undefined", "减轻贫困学生家庭经济负担", 14]]);
  });
});

test("every word of every finding is filled in, in both languages", () => {
  const cases = readFolder(join("fixtures", "checks")).flatMap((one) => (isKind(one, "test") ? runTest(one, shelf(known)) : []));
  const all = [...found, ...cases.flatMap((one) => one.diagnostics).filter(({ code }) => code in objectiveChecks)];
  expect(Object.keys(objectiveChecks).filter((code) => !all.some((one) => one.code === code))).toEqual([]);
  for (const one of all) for (const lang of ["zh-CN", "en"] as const) expect(wordsOf(one, lang)).not.toMatch(/undefined|NaN|\[object|“”|  /);
});

describe("nothing throws, whatever line is left out or garbled", () => {
  const strict = configure(load("kind: config\nextends: strict\n"), known).configuration;
  const garble: readonly ((line: string) => string)[] = [
    () => "",
    (line) => line.replaceAll(/\d+/g, "0"),
    (line) => line.replaceAll(/target: "[^"]*"/g, 'target: "-5"'),
    (line) => line.replaceAll(/(name|definition): [^,]+/g, '$1: " "'),
    (line) => line.replaceAll(/measure: \{ formula: \S+ . \S+,/g, "measure: { formula: a,"),
  ];
  const idOf = (one: Loaded): string => (one.data as { id?: string } | undefined)?.id ?? "";
  const others = documents.filter((one) => one.kind === "framework" || one.kind === "pack");
  const faulty = documents.filter((one) => /(?:faulty|copied)\.(?:objectives|actuals)\.yaml$/.test(one.file ?? ""));
  test.each(faulty.map((one) => [one.file ?? "", one] as const))("%s", (file, one) => {
    const lines = readFileSync(file, "utf8").split("\n");
    const beside = documents.filter((each) => (isKind(one, "actuals") ? idOf(each) === one.data.objectives : isKind(each, "actuals") && each.data.objectives === idOf(one)));
    lines.forEach((line, index) => {
      for (const changed of new Set(garble.map((change) => change(line)).filter((each) => each !== line))) {
        const broken = load([...lines.slice(0, index), changed, ...lines.slice(index + 1)].join("\n"), file);
        expect(() => verify([broken, ...beside], { configuration: strict, known: others })).not.toThrow();
      }
    });
  }, 60_000);
});
