// 100,000 evaluations from CSV to points to CSV: `npm run bench:batch`. The command is run as a user runs it, with its
// peak of memory, for 10,000 and 100,000 rows; every result is compared with the exact reference; beside it stands
// DuckDB reading the same file, and scoring it by hand-written SQL (package installed into a temporary folder).
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readRowFile } from "../dist/node/index.js";
import { records, writeRows } from "./batch-rows.mjs";
import { decimalText, grades, ids, reference } from "./reference.mjs";

const SIZES = [10_000, 100_000];
const ROUNDS = 3;
const DUCKDB = "@duckdb/node-api@1.5.6-r.1";
/** Peak of memory at the larger size in relation to the smaller one: ten times the rows, not ten times the memory. */
const MOST_GROWTH = 2;
const own = (name) => fileURLToPath(new URL(name, import.meta.url));
const framework = own("../fixtures/bench/framework.yaml");
const scratch = mkdtempSync(join(tmpdir(), "jixiao-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** Runs a program of its own; what it says on fd 3 with the wall time. */
function run(...args) {
  const start = performance.now();
  const { status, stderr, output } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "pipe", "pipe"], encoding: "utf8", maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${args.join(" ")}: ${status}\n${stderr}`);
  return { wall: (performance.now() - start) / 1000, ...JSON.parse(output[3]) };
}
const jixiao = (csv, out, ...more) => run("--import", own("peak.mjs"), own("../dist/cli.js"), "score", "--rows", csv, framework, "--as-of", "2024-12-31", "-o", out, ...more);

/** Rows of results that are not what the reference says. */
async function differences(count, file, totalOf, pointsOf) {
  const { headings, pieces } = await readRowFile(file);
  const at = (name) => headings.findIndex(({ text }) => text === name);
  const [total, grade, first] = [at(totalOf), at(totalOf === "total" ? "grade" : "等级"), at(pointsOf)];
  const expected = records(count);
  let compared = 0;
  let different = 0;
  for await (const piece of pieces) {
    for (const { texts } of piece) {
      const { value } = expected.next();
      const exact = reference(value);
      const found = [texts[total], texts[grade], ...texts.slice(first, first + ids.length)];
      if (JSON.stringify(found) !== JSON.stringify([decimalText(exact.total), exact.grade, ...exact.points.map(decimalText)])) different++;
      compared++;
    }
  }
  if (compared !== count || !expected.next().done || grades.length !== 4) throw new Error(`${file}: ${compared} rows instead of ${count}`);
  return different;
}

/** The folder with DuckDB; undefined where it cannot be had. */
function duckdb() {
  const folder = join(tmpdir(), `jixiao-bench-${DUCKDB.replace(/[^\w.-]+/g, "-")}`);
  if (existsSync(join(folder, "node_modules", "@duckdb", "node-api"))) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  try {
    execFileSync("npm", ["install", DUCKDB, "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], { cwd: folder, stdio: "ignore" });
    return folder;
  } catch {
    return undefined;
  }
}

const least = (list, key) => Math.min(...list.map((one) => one[key]));
const most = (list, key) => Math.max(...list.map((one) => one[key]));
const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const lines = [];
const note = (name, count, runs, seconds = least(runs, "wall")) => lines.push([name, count.toLocaleString("en"), `${seconds.toFixed(2)} s`, `${Math.round(count / seconds).toLocaleString("en")}/s`, `${least(runs, "busy").toFixed(2)} s`, megabytes(most(runs, "peak"))]);

const peaks = [];
let wrong = 0;
const large = SIZES[SIZES.length - 1];
const csvOf = (count) => join(scratch, `${count}.csv`);
for (const count of SIZES) {
  await writeRows(count, csvOf(count));
  const out = join(scratch, `${count}-results.csv`);
  const runs = Array.from({ length: ROUNDS }, () => jixiao(csvOf(count), out));
  wrong += await differences(count, out, "总分", "预算执行率");
  peaks.push(most(runs, "peak"));
  note("jixiao score --rows, CSV → points → CSV", count, runs);
}
note("the same, with ranks and a summary", large, [jixiao(csvOf(large), join(scratch, "ranked.csv"), "--rank", "competition", "--by", "department,grade")]);
note("CSV → points → NDJSON", large, [jixiao(csvOf(large), join(scratch, "results.ndjson"))]);
note("jixiao --version (starting alone)", 1, [run("--import", own("peak.mjs"), own("../dist/cli.js"), "--version")]);

const folder = duckdb();
if (folder === undefined) console.log(`${DUCKDB} could not be installed: no figures of DuckDB`);
else {
  for (const threads of ["1", "2"]) {
    const ran = (...args) => Array.from({ length: ROUNDS }, () => run(own("duckdb.mjs"), folder, csvOf(large), ...args));
    const out = join(scratch, `duckdb-${threads}.csv`);
    for (const [name, runs] of [["reading every field", ran("read", threads)], ["exact SQL by hand, CSV → points → CSV", ran("score", threads, out)]]) note(`DuckDB, ${threads} thread${threads === "1" ? "" : "s"}: ${name}`, large, runs, least(runs, "seconds"));
    wrong += await differences(large, out, "total", "p0");
  }
}

const widths = [58, 9, 10, 14, 13, 8];
console.log(["", "rows", "time", "throughput", "processors", "peak"].map((text, index) => (index === 0 ? text.padEnd(widths[0]) : text.padStart(widths[index]))).join(""));
for (const line of lines) console.log(line.map((text, index) => (index === 0 ? text.padEnd(widths[0]) : text.padStart(widths[index]))).join(""));
const growth = peaks[peaks.length - 1] / peaks[0];
console.log(`\n${megabytes(statSync(csvOf(large)).size)} of CSV; rows that differ from the exact reference: ${wrong}; peak at ${large.toLocaleString("en")} rows ÷ peak at ${SIZES[0].toLocaleString("en")}: ${growth.toFixed(2)} (at most ${MOST_GROWTH})`);
if (wrong > 0 || growth > MOST_GROWTH) process.exitCode = 1;
