// --fix as laws: nothing it does changes what a document means, loses a comment, or needs a second run.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "../src/text/digest.ts";
import { configure, fix, load, unifiedDiff, type Loaded, type VerificationOptions } from "../src/index.ts";
import { builtin } from "../src/node/index.ts";
import { meaning, plainForm } from "../src/text/plain-form.ts";
import { commentsIn, readSource } from "../src/source/source.ts";

const ROOT = resolve(import.meta.dirname, "..");
const shipped = builtin();
const { configuration } = configure(load("kind: config\nextends: strict\n"), shipped);
const options: VerificationOptions = { configuration, schemaOf: (_, kind) => `schema/${kind}.json` };

const fixed = (text: string, file = "a.yaml"): string => fix([load(text, file)], options).documents[0]?.text ?? "";
const dataOf = (text: string): unknown => readSource(text).data;
const SCHEMA = /^# yaml-language-server: \$schema=\S+$/;
const comments = (text: string): string[] => commentsIn(text).map((one) => text.slice(one.start, one.end).trim()).filter((one) => !SCHEMA.test(one)).sort();

/** The laws for one text; says whether anything was mended. */
function obey(text: string): boolean {
  const after = fixed(text);
  if (after === text) return false;
  expect(fixed(after), "a second run changes nothing").toBe(after);
  const before = dataOf(text);
  const now = dataOf(after);
  expect(now, "afterwards it reads").toBeDefined();
  if (before !== undefined) {
    expect(canonical(meaning(now)), "the data mean the same").toBe(canonical(meaning(before)));
    expect(comments(after), "every comment is kept").toEqual(comments(text));
  }
  return true;
}

const files = (folder: string, ending = /\.ya?ml$/): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
const CORPUS = ["rules", "fixtures/documents", "fixtures/source", "fixtures/evaluations", "fixtures/checks", "fixtures/rules", "fixtures/methods", "fixtures/verification", "fixtures/published"].flatMap((folder) => files(folder));

describe("the corpus", () => {
  test("every document of it, with every line end", () => {
    expect(CORPUS.length).toBeGreaterThan(250);
    let mended = 0;
    for (const file of CORPUS) {
      const text = readFileSync(file, "utf8");
      if (obey(text)) mended++;
      if (text.length < 8000) obey(text.replace(/\r\n?|\n/g, "\r\n"));
    }
    // Broken and terse fixtures give it something to mend; without that this test would say nothing.
    expect(mended).toBeGreaterThan(30);
  });
  test("the shipped documents stand as --fix would write them", () => {
    const own = files("rules").map((file) => load(readFileSync(file, "utf8"), file));
    expect(fix(own, { configuration, known: own }).files).toEqual([]);
  });
});

// ---- documents written at random: any order of keys, block or flow, comments everywhere -------------------------

type Random = (count: number) => number;
type Json = null | boolean | string | readonly Json[] | { readonly [key: string]: Json };
const shuffled = <T>(list: readonly T[], random: Random): T[] => {
  const left = [...list];
  return list.map(() => left.splice(random(left.length), 1)[0] as T);
};
const quoted = (text: string): string => (/^[\p{L}][\p{L}\p{N}-]*$/u.test(text) && !/^(?:true|false|null)$/.test(text) ? text : JSON.stringify(text));

function flow(data: Json, random: Random): string {
  if (Array.isArray(data)) return `[${data.map((one: Json) => flow(one, random)).join(", ")}]`;
  if (typeof data !== "object" || data === null) return data === null ? "null" : typeof data === "boolean" ? String(data) : quoted(data);
  return `{${random(2) ? " " : ""}${shuffled(Object.entries(data), random).map(([key, value]) => `${key}: ${flow(value as Json, random)}`).join(random(2) ? ", " : ",")} }`;
}

function block(data: Json, indent: string, random: Random): string {
  const note = (): string => (random(6) === 0 ? ` # 注${random(1000)}` : "");
  const above = (): string => (random(6) === 0 ? `${indent}# 上${random(1000)}\n` : random(12) === 0 ? "\n" : "");
  if (Array.isArray(data)) {
    return data.map((one: Json) => {
      const nested = typeof one === "object" && one !== null && !Array.isArray(one) && random(2) === 0;
      return nested ? `${above()}${indent}- ${block(one, `${indent}  `, random).replace(/^(?: *#[^\n]*\n|\n)*/, "").trimStart()}` : `${above()}${indent}- ${flow(one, random)}${note()}\n`;
    }).join("");
  }
  return shuffled(Object.entries(data as { readonly [key: string]: Json }), random).map(([key, value]) => {
    const nested = typeof value === "object" && value !== null && Object.keys(value).length > 0 && random(3) > 0;
    if (!nested) return `${above()}${indent}${key}: ${flow(value as Json, random)}${note()}\n`;
    return `${above()}${indent}${key}:${note()}\n${block(value as Json, `${indent}  `, random)}`;
  }).join("");
}

const SOURCES = shipped.filter((one): one is Loaded & { data: object } => one.data !== undefined && one.text.length < 12_000);

test("the keys of a document written in any order end up in the order of the schema, with the same data and every comment", () => {
  let moved = 0;
  fc.assert(
    fc.property(fc.nat(SOURCES.length - 1), fc.infiniteStream(fc.nat(1_000_000)), (index, stream) => {
      const random: Random = (count) => (stream.next().value as number) % Math.max(1, count);
      const source = SOURCES[index] as Loaded & { data: object };
      const text = block(source.data as unknown as Json, "", random);
      expect(canonical(dataOf(text))).toBe(canonical(source.data));
      if (obey(text)) moved++;
      const after = load(fixed(text), "a.yaml");
      const left = fix([after], options).verification.findings.filter((one) => one.code === "key-order");
      // Only an entry with a comment above it that would have to move up beside a dash stays where it is.
      for (const one of left) expect(one.edits ?? []).toEqual([]);
    }),
    { numRuns: 60, seed: 20261124 },
  );
  expect(moved).toBe(60);
});

// ---- typing slips put into good documents ---------------------------------------------------------------------

const FULL: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/(?<=^ *(?:- )?[a-z][a-z-]*): /gm, () => "："],
  [/(?<=^ *(?:- )?[a-z][a-z-]*): /gm, () => ":\u3000"],
  [/(?<=^ *(?:- )?[a-z][a-z-]*): (?=[\p{L}\p{N}])/gmu, () => ":"],
  [/(?<=: )\d+(?:\.\d+)?%?(?=[,}\n ])/g, (found) => found.replace(/[0-9.%]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))],
  [/, (?=[a-z-]+: )/g, () => "，"],
  [/(?<=: )[a-z]+(?=\n)/g, (found) => `${found}\u00a0`],
  [/(?<=: )"[><]= \d/g, (found) => found.replace(">=", "≥").replace("<=", "≤")],
];

test("one slip in a good document is mended to the same data, or nothing is touched", () => {
  const outcomes = { mended: 0, left: 0 };
  fc.assert(
    fc.property(fc.nat(SOURCES.length - 1), fc.nat(FULL.length - 1), fc.nat(10_000), (index, slip, pick) => {
      const source = SOURCES[index] as Loaded & { data: object };
      const [pattern, replace] = FULL[slip] as (typeof FULL)[number];
      const places = [...source.text.matchAll(pattern)];
      const place = places[pick % Math.max(1, places.length)];
      if (place === undefined) return;
      const text = source.text.slice(0, place.index) + replace(place[0]) + source.text.slice(place.index + place[0].length);
      const after = fixed(text, source.file);
      if (after === text) outcomes.left++;
      else {
        outcomes.mended++;
        expect(canonical(meaning(dataOf(after)))).toBe(canonical(meaning(source.data)));
      }
    }),
    { numRuns: 150, seed: 20261124 },
  );
  expect(outcomes.mended).toBeGreaterThan(outcomes.left * 4);
});

// ---- the plain form of a figure ---------------------------------------------------------------------------------

test.each([
  ["１０％", "10%"], ["≥92%", ">= 92%"], ["＞=90%", ">= 90%"], ["=>90 %", ">= 90 %"], ["≦ 5次", "<= 5次"], ["＝100", "= 100"], ["<５", "< 5"],
  [".5", "0.5"], ["-.5", "-0.5"], ["+5", "5"], ["1,200", "1200"], ["1，234，567.50元", "1234567.50元"], ["10.50", "10.50"], ["92.5％", "92.5%"], ["0.5", "0.5"],
])("%s is %s", (text, plain) => {
  expect(plainForm(text)).toBe(plain);
  expect(plainForm(plain)).toBe(plain);
});
test.each(["05", "007", "1,20", "12,34,567", "1e3", "5.", "--5", "≥≤5", "==5", "=", ">=", "", "甲", "2024-01-01", "1.0.0", "[80%, 90%)", "约90%", "90%-95%", ",5", "1 200"])("%j has no form that is certain", (text) => {
  expect(plainForm(text)).toBeUndefined();
});

// ---- the diff that --dry-run shows ------------------------------------------------------------------------------

/** What `patch` does, written a second time. */
function patched(before: string, diff: string): string {
  if (diff === "") return before;
  const lines = before.split(/(?<=\n)/).filter((line) => line !== "");
  const out: string[] = [];
  let at = 0;
  const script = diff.split(/(?<=\n)/).slice(2);
  for (let i = 0; i < script.length; ) {
    const [, from = "", size] = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,\d+)? @@\n$/.exec(script[i] ?? "") ?? [];
    if (from === "") throw new Error(`no hunk: ${script[i]}`);
    const start = size === "0" ? Number(from) : Number(from) - 1;
    while (at < start) out.push(lines[at++] ?? "");
    for (i++; i < script.length && !(script[i] ?? "").startsWith("@@"); i++) {
      const line = script[i] ?? "";
      if (line.startsWith("\\")) continue;
      const bare = (script[i + 1] ?? "").startsWith("\\") ? line.slice(1, -1) : line.slice(1);
      if (line[0] !== "+") expect(lines[at++]).toBe(bare);
      if (line[0] !== "-") out.push(bare);
    }
  }
  return [...out, ...lines.slice(at)].join("");
}

test("applying the diff gives the other text", () => {
  const texts = fc.array(fc.constantFrom("甲", "b", "", "c\r", "d"), { maxLength: 30 }).chain((lines) => fc.boolean().map((end) => lines.join("\n") + (end ? "\n" : "")));
  fc.assert(fc.property(texts, texts, (before, after) => void expect(patched(before, unifiedDiff("a.yaml", before, after))).toBe(after)), { numRuns: 1000, seed: 20261124 });
});
