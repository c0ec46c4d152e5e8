// The checks of a framework on what is shipped: silent as it stands. Faults in it: tests/seeded-faults.test.ts.
import { join } from "node:path";
import { expect, test } from "vitest";
import { configure, load, verify } from "../src/index.ts";
import { frameworkChecks } from "../src/messages/framework-checks.ts";
import { builtin, readFolder } from "../src/node/index.ts";

const known = builtin();
const { configuration, diagnostics } = configure(load("kind: config\nextends: strict\n"), known);
const said = (list: ReturnType<typeof verify>) => list.map(({ code, file, span }) => `${file}:${span?.start.line}:${span?.start.column} ${code}`);

test("the shipped frameworks, packs and libraries are silent under strict", () => {
  expect(diagnostics).toEqual([]);
  const norms = known.filter((one) => one.kind === "framework" || one.kind === "pack" || one.kind === "indicator-library");
  expect(said(verify(norms, { configuration, known }))).toEqual([]);
});

test("so are the examples and the complete evaluations, as far as their frameworks are looked at", () => {
  const evaluations = readFolder(join("fixtures", "evaluations")).filter((one) => one.kind !== undefined);
  expect(evaluations.length).toBe(12);
  expect(verify([...known, ...evaluations], { configuration, known }).filter(({ code }) => Object.hasOwn(frameworkChecks, code))).toEqual([]);
});

