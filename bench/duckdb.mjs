// DuckDB over the same CSV, run as a child process by batch.mjs:
//
//   node bench/duckdb.mjs <folder with @duckdb/node-api> <rows.csv> read|score <threads> [results.csv]
//
// `read` parses every field; `score` computes the framework of the benchmark in exact SQL — integers, hundredths — and
// writes points, total and grade as CSV. The SQL is written by hand for this one framework.
import { createRequire } from "node:module";
import { join } from "node:path";
import { writeSync } from "node:fs";

const [folder, csv, task, threads, results] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(join(folder, "package.json"))("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const source = `read_csv(${quoted(csv)}, all_varchar = true, header = true)`;

const MACROS = [
  "h(x) AS CAST(CAST(rtrim(x, '%') AS DECIMAL(18, 2)) * 100 AS BIGINT)",
  "near(n, d) AS (2 * n + d) // (2 * d)",
  "execution(b, e, w) AS CASE WHEN h(b) = 0 OR h(e) <= 0 THEN 0 ELSE least(w, near(h(e) * w, h(b))) END",
  "proportional(x, t, w, p) AS CASE WHEN h(x) <= 0 OR h(x) < p THEN 0 WHEN h(x) >= t THEN w ELSE near(h(x) * w, t) END",
  "rising(x, a, b, w) AS CASE WHEN h(x) >= b THEN w WHEN h(x) <= a THEN 0 ELSE near((h(x) - a) * w, b - a) END",
  "falling(x, a, b, w) AS CASE WHEN h(x) <= b THEN w WHEN h(x) >= a THEN 0 ELSE near((a - h(x)) * w, a - b) END",
];
const POINTS = [
  `execution("budget-execution.adjusted-budget", "budget-execution.executed", 1000)`,
  `execution("funds-execution.received-funds", "funds-execution.executed", 400)`,
  `proportional("funds-compliance", 9600, 200, 0)`,
  `CASE "system-soundness" WHEN '健全' THEN 200 WHEN '基本健全' THEN 125 ELSE 0 END`,
  `greatest(0, 200 - 75 * (h("procurement-faults") // 100))`,
  `proportional("renovated-homes", 80000, 400, 0)`,
  `proportional("renovated-area", 3680, 450, 0)`,
  `proportional("pipes", 1280, 350, 0)`,
  `proportional("acceptance", 9600, 400, 0)`,
  `falling("defects", 320, 160, 400)`,
  `CASE WHEN h("rework") <= 50 THEN 400 WHEN h("rework") <= 200 THEN 275 WHEN h("rework") < 500 THEN 125 ELSE 0 END`,
  `greatest(0, 400 - 35 * ((h("delay") + 499) // 500))`,
  `CASE WHEN h("on-time") < 6000 THEN 0 WHEN h("on-time") < 8500 THEN 200 WHEN h("on-time") < 9500 THEN 320 ELSE 400 END`,
  `falling("total-cost", 256000, 128000, 400)`,
  `falling("unit-cost", 51360, 34240, 400)`,
  `proportional("savings", 8640, 500, 0)`,
  `proportional("energy-costs", 640, 500, 0)`,
  `h("living-conditions.points")`,
  `CASE WHEN h("complaints") <= 300 THEN 500 WHEN h("complaints") <= 1000 THEN 325 WHEN h("complaints") <= 3000 THEN 150 ELSE 0 END`,
  `rising("energy-saving", 6000, 9200, 300)`,
  `near(greatest(0, 3000 - 375 * (greatest(0, h("dust") - 1200) // 400)), 10)`,
  `proportional("maintenance-fund", 8000, 400, 4800)`,
  `proportional("residents", 9120, 400, 6000)`,
  `rising("owners-committees", 6000, 9000, 300)`,
  `proportional("merchants", 9600, 300, 6000)`,
];
for (const macro of MACROS) await connection.run(`CREATE MACRO ${macro}`);
const text = (name) => `printf('%d.%02d', ${name} // 100, ${name} % 100)`;
const points = POINTS.map((one, index) => `${one} AS p${index}`).join(", ");
const total = POINTS.map((_, index) => `p${index}`).join(" + ");
const SCORE = `COPY (
  SELECT id, name, department, ${text("total")} AS total, CASE WHEN total >= 9000 THEN '优' WHEN total >= 8000 THEN '良' WHEN total >= 6000 THEN '中' ELSE '差' END AS grade, ${POINTS.map((_, index) => `${text(`p${index}`)} AS p${index}`).join(", ")}
  FROM (SELECT *, ${total} AS total FROM (SELECT id, name, department, ${points} FROM ${source}))
) TO ${quoted(results ?? "")} (HEADER, DELIMITER ',')`;
const READ = `SELECT count(*), sum(${["id", "name", "department"].map((one) => `length(${one})`).join(" + ")}), sum(length("merchants")), max(hash(COLUMNS(*))) FROM ${source}`;

const start = performance.now();
await connection.run(task === "read" ? READ : SCORE);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
writeSync(3, JSON.stringify({ seconds: (performance.now() - start) / 1000, peak: maxRSS * 1024, busy: (userCPUTime + systemCPUTime) / 1e6 }));
