// The benchmark: `npm run bench`. Results are verified first; then all engines run by turns in one process, so that
// what counts, the ratio to hand-written decimal.js in the same run, holds on any machine.
//
//   node bench/run.mjs             measures and writes bench/results.json
//   node bench/run.mjs --compare   measures and prints the ratios beside those of bench/results.json
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as library from "../dist/index.js";
import { scoreWithDecimal } from "./decimal-baseline.mjs";
import { scoreWithDoubles } from "./doubles-baseline.mjs";
import { parseAndValidate } from "./plain-schema.mjs";
import { makeRecords, widen } from "./records.mjs";
import { actualsOf, compileFramework, verify } from "./verify.mjs";

const RECORDS = 10_000;
const ROUNDS = 5;
const MILLISECONDS = 400; // per engine and round
const RESULTS = new URL("results.json", import.meta.url);
const text = readFileSync(new URL("../fixtures/bench/framework.yaml", import.meta.url), "utf8");

const { compared, onGradeLine, differences } = verify(library, text, RECORDS);
console.log(`B0  ${compared} points, totals and grades compared with the exact reference, ${onGradeLine} totals on a grade line: ${differences.length} different`);
if (differences.length > 0) {
  console.error(differences.slice(0, 20).join("\n"));
  process.exit(1);
}

const scorer = compileFramework(library, text);
const records = makeRecords(RECORDS);
const wide = widen(records);
const actuals = records.map((values) => actualsOf(scorer, values));
const compileText = () => library.compile({ framework: library.load(text, "framework.yaml") });

/** [name, inputs, what is done with one]. `kept` keeps results alive, so that nothing is optimised away. */
const engines = [
  ["decimal.js", records, scoreWithDecimal],
  ["doubles", records, scoreWithDoubles],
  ["tally", records, (values) => library.tally(scorer, values)],
  ["score", actuals, (one) => library.score(scorer, one)],
  ["score + JSON", actuals, (one) => JSON.stringify(library.score(scorer, one).scorecard)],
  ["decimal.js, wide", wide, scoreWithDecimal],
  ["tally, wide", wide, (values) => library.tally(scorer, values)],
  ["yaml + zod", [text], parseAndValidate],
  ["load + compile", [text], compileText],
];
let kept;

function perSecond([, inputs, run], milliseconds) {
  const start = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (let step = 0; step < 16; step++) kept = run(inputs[count++ % inputs.length]);
    elapsed = performance.now() - start;
  }
  return (count * 1000) / elapsed;
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const measured = new Map(engines.map(([name]) => [name, []]));
for (const engine of engines) perSecond(engine, MILLISECONDS);
for (let round = 0; round < ROUNDS; round++) for (const engine of engines) measured.get(engine[0]).push(perSecond(engine, MILLISECONDS));
if (kept === undefined) throw new Error("nothing was run");

/** Median of the ratios within each round: both sides ran next to each other. */
const ratio = (a, b) => median(measured.get(a).map((value, round) => value / measured.get(b)[round]));
const ratios = {
  B1: ratio("tally", "decimal.js"),
  B2: ratio("tally", "doubles"),
  B5: ratio("score", "tally"),
  B9: ratio("tally, wide", "decimal.js, wide"),
  B11: ratio("yaml + zod", "load + compile"),
};
const targets = [
  ["B1", "tally ÷ decimal.js", 18, 25],
  ["B2", "tally ÷ doubles", 0.6, 0.8],
  ["B5", "score ÷ tally", 0.55, 0.7],
  ["B9", "tally ÷ decimal.js, wide numbers", 4.5, 14],
  ["B11", "time of load + compile ÷ yaml + zod", 3, 2, "at most"],
];

console.log(`\n${"per second".padStart(32)}${"÷ decimal.js".padStart(14)}`);
for (const [name] of engines) {
  const own = median(measured.get(name));
  const base = name.endsWith("wide") ? "decimal.js, wide" : "decimal.js";
  const beside = name === "yaml + zod" || name === "load + compile" ? "" : ratio(name, base).toFixed(3);
  console.log(`${name.padEnd(20)}${own.toFixed(0).padStart(12)}${beside.padStart(14)}`);
}
const before = process.argv.includes("--compare") && existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")).ratios : undefined;
console.log(`\n${"".padEnd(42)}${"ratio".padStart(8)}${"floor".padStart(8)}${"goal".padStart(8)}  reached${before ? "      before" : ""}`);
for (const [id, words, floor, goal, atMost] of targets) {
  const value = ratios[id];
  const meets = (line) => (atMost ? value <= line : value >= line);
  const reached = meets(goal) ? "goal" : meets(floor) ? "floor" : "no";
  console.log(`${`${id.padEnd(5)}${words}`.padEnd(42)}${value.toFixed(3).padStart(8)}${String(floor).padStart(8)}${String(goal).padStart(8)}  ${reached.padEnd(7)}${before ? (before[id] ?? "").toString().padStart(12) : ""}`);
}

const rounded = (value, digits) => Number(value.toPrecision(digits));
const results = {
  node: process.version,
  perSecond: Object.fromEntries(engines.map(([name]) => [name, rounded(median(measured.get(name)), 4)])),
  ratios: Object.fromEntries(Object.entries(ratios).map(([name, value]) => [name, rounded(value, 4)])),
  records: RECORDS,
};
if (!process.argv.includes("--compare")) writeFileSync(RESULTS, `${JSON.stringify(sorted(results), null, 2)}\n`);

function sorted(value) {
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
