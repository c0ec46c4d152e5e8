// The benchmark's verification, without its timing: a benchmark that computes something else measures nothing.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verify } from "../bench/verify.mjs";
import * as library from "../src/index.ts";

const framework = readFileSync(new URL("../fixtures/bench/framework.yaml", import.meta.url), "utf8");

test("tally, score and the decimal.js baseline equal the exact reference, digit by digit", () => {
  const { compared, onGradeLine, differences } = verify(library, framework, 300);
  expect(differences).toEqual([]);
  expect(compared).toBe(300 * 2 * 3 * 27); // plain and wide, three engines, 25 points + total + grade
  expect(onGradeLine).toBeGreaterThan(0);
}, 60_000);
