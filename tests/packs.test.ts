// The fixtures of rule kinds and of the shipped packs: documents in, exact points, fired rules and diagnostics out.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isKind } from "../src/loaded.ts";
import { builtin, readDocument, shelf } from "../src/node/index.ts";
import { rules } from "../src/rules/index.ts";
import { runTest } from "../src/testing.ts";

const shipped = shelf(builtin());
const fixtures = ["rules", "packs"].flatMap((folder) => readdirSync(join("fixtures", folder)).filter((name) => name.endsWith(".test.yaml")).map((name) => join("fixtures", folder, name)));

describe.each(fixtures)("%s", (file) => {
  const document = readDocument(file);
  test("reads without a fault", () => expect(document.diagnostics).toEqual([]));
  const results = isKind(document, "test") ? runTest(document, shipped) : [];
  test.each(results.map((one) => [one.name, one.failures] as const))("%s", (_, failures) => expect(failures).toEqual([]));
});

test("every rule kind has a fixture", () => {
  const missing = rules.map(({ kind }) => join("fixtures", "rules", `${kind}.test.yaml`)).filter((file) => !fixtures.includes(file));
  expect(missing).toEqual([]);
});
