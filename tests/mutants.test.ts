// Every fortieth mutant of the shipped rules is noticed by a check or a test (all of them: npm run mutants).
import { expect, test } from "vitest";
import { runMutants } from "../bench/mutants.mjs";
import * as core from "../src/index.ts";
import * as node from "../src/node/index.ts";

test("a sample of the mutants of rules/ is noticed", () => {
  const { counts, survivors } = runMutants(core, node, { every: 40 });
  expect(survivors).toEqual([]);
  expect(counts.mutants).toBeGreaterThan(50);
  expect(counts.check).toBeGreaterThan(0);
  expect(counts.test).toBeGreaterThan(0);
}, 300_000);
