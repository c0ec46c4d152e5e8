// Seeded faults: small edits of what is shipped, each found on its line by its code, and nothing else said.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { configure, load, verification } from "../src/index.ts";
import { builtin, rulesFolder } from "../src/node/index.ts";

interface Edit {
  readonly replace: string;
  readonly with: string;
}
interface Fault extends Edit {
  /** from rules/, as are all files here */
  readonly file: string;
  /** which occurrence is replaced; without it there is only one */
  readonly nth?: number;
  /** what is changed along with it so that only the fault is wrong */
  readonly and?: Edit;
  /** what the document says before the fault comes in; silent by itself */
  readonly given?: Edit;
  readonly code: string;
  /** the file of the finding, where it is another */
  readonly in?: string;
  /** stands on the line of the finding, and on no other unless `nth-at` says which */
  readonly at: string;
  readonly "nth-at"?: number;
  /** what follows from the fault as well */
  readonly also?: readonly string[];
}

const faults = parse(readFileSync(join("fixtures", "faults.yaml"), "utf8")) as readonly Fault[];
const known = builtin();
const { configuration } = configure(load("kind: config\nextends: strict\n"), known);
const pathOf = (file: string): string => join(rulesFolder(), file);
const schemaOf = (file: string | undefined, kind: string): string => `${"../".repeat(file?.startsWith(pathOf("examples")) ? 3 : 2)}schema/${kind}.json`;

function replaced(text: string, from: string, to: string, nth?: number): string {
  const parts = text.split(from);
  if (nth === undefined) expect(parts.length, from).toBe(2);
  expect(parts.length, from).toBeGreaterThan(nth ?? 1);
  const at = nth ?? 1;
  return `${parts.slice(0, at).join(from)}${to}${parts.slice(at).join(from)}`;
}

function said(file: string, text: string): readonly string[] {
  const faulty = load(text, pathOf(file));
  const all = known.map((one) => (one.file === faulty.file ? faulty : one));
  expect(all).toContain(faulty);
  const { findings } = verification(all, { configuration, known: all, schemaOf });
  return findings.filter((one) => one.suppressed === undefined).map((one) => `${one.file}:${one.span?.start.line} ${one.code}`);
}

const textOf = (file: string): string => known.find((one) => one.file === pathOf(file))?.text ?? "";

test("there are more than sixty of them, of more than sixty codes, and none is there twice", () => {
  expect(new Set(faults.map((one) => JSON.stringify([one.file, one.replace, one.with, one.nth]))).size).toBe(faults.length);
  expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThan(60);
  expect(faults.filter(({ also }) => also === undefined).length).toBeGreaterThan(60);
});

test("as shipped, nothing is said", () => {
  expect(said("packs/national.yaml", textOf("packs/national.yaml"))).toEqual([]);
});

describe("each fault is found where it is, by its code, and nothing else", () => {
  for (const fault of faults) {
    test(`${fault.code}: ${fault.file}: ${fault.with.slice(0, 60)}`, () => {
      const { file, given, and } = fault;
      const before = given === undefined ? textOf(file) : replaced(textOf(file), given.replace, given.with);
      if (given !== undefined) expect(said(file, before)).toEqual([]);
      const edited = replaced(before, fault.replace, fault.with, fault.nth);
      const text = and === undefined ? edited : replaced(edited, and.replace, and.with);
      const lines = (fault.in === undefined ? text : textOf(fault.in)).split("\n").flatMap((line, index) => (line.includes(fault.at) ? [index + 1] : []));
      if (fault["nth-at"] === undefined) expect(lines.length, fault.at).toBe(1);
      const found = said(file, text);
      const also = new Set(fault.also);
      expect(found.filter((one) => !also.has(one.split(" ")[1] ?? ""))).toEqual([`${pathOf(fault.in ?? file)}:${lines[(fault["nth-at"] ?? 1) - 1]} ${fault.code}`]);
      expect(new Set(found.map((one) => one.split(" ")[1])).size).toBe(1 + also.size);
    });
  }
});
