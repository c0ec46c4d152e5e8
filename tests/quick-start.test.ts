// The built package keeps what the shipped documents say: the same as reading them, and read anew where they changed.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { load } from "../src/index.ts";
import type { Loaded } from "../src/types/loaded.ts";

const ROOT = resolve(import.meta.dirname, "..");
type Built = typeof import("../src/node/index.ts");
const built = async (root: string): Promise<Built> => (await import(pathToFileURL(join(root, "dist", "node", "index.js")).href)) as Built;

test("data, findings and places are those of the text; all documents are kept", async () => {
  const documents = (await built(ROOT)).builtin();
  const kept = JSON.parse(readFileSync(join(ROOT, "dist", "rules.json"), "utf8")) as object;
  expect(documents.length).toBe(Object.keys(kept).length);
  for (const one of documents) {
    const read = load(one.text, one.file);
    const facts = ({ kind, data, file, diagnostics, locate }: Loaded) => ({ kind, data, file, diagnostics, places: [["kind"], ["id"], ["indicators", 0, "name"], []].map((path) => [locate(path), locate(path, "key")]) });
    expect(facts(one)).toEqual(facts(read));
    expect(Object.getPrototypeOf(one.data)).toBe(null);
  }
});

test("a document that was changed after the build, or is new, is read", async () => {
  const home = mkdtempSync(join(tmpdir(), "jixiao-quick-"));
  try {
    for (const folder of ["dist", "rules"]) cpSync(join(ROOT, folder), join(home, folder), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"));
    writeFileSync(join(home, "package.json"), '{ "type": "module" }');
    const file = join(home, "rules", "packs", "national.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("title: 全国", "title: 本市"));
    mkdirSync(join(home, "rules", "packs", "more"));
    writeFileSync(join(home, "rules", "packs", "more", "own.yaml"), "kind: pack\nid: own\n");
    const documents = (await built(home)).builtin();
    expect((documents.find((one) => one.file === file)?.data as { title?: string }).title).toBe("本市预算绩效评价通行规则");
    expect(documents.find((one) => one.file?.endsWith("own.yaml"))?.diagnostics.length).toBeGreaterThan(0);
  } finally {
    rmSync(home, { recursive: true });
  }
});
