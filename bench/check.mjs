// How checking grows with the number of files: `npm run bench:check`. Sets of 10, 100 and 1,000 files, frameworks and
// their objectives by turns, are made in memory from the shipped ones under other ids, and verified under `strict`.
// What counts is the time per file at 1,000 files in relation to that at 10: 1.0 is linear.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configure, load, verify } from "../dist/index.js";
import { builtin, readFolder } from "../dist/node/index.js";

const SIZES = [10, 100, 1000];
const FILES = 1000; // the same for every size, in sets of 10, of 100, or all at once
const ROUNDS = 5;
const AT_MOST = 1.2;
const AS_OF = "2024-06-30";

const shipped = builtin();
const { configuration, diagnostics } = configure(load("kind: config\nextends: strict\n", "jixiao.config.yaml"), shipped);
if (diagnostics.length > 0) throw new Error(`strict is not clean: ${diagnostics.map((one) => one.message).join("; ")}`);

const objectives = readFolder(fileURLToPath(new URL("../fixtures/frameworks", import.meta.url))).filter((one) => one.kind === "objectives" && one.data !== undefined);
/** A framework and its objectives, as text. */
const pairs = objectives.flatMap((one) => {
  const framework = shipped.find((other) => other.kind === "framework" && other.data?.id === one.data.framework.split("@")[0]);
  return framework === undefined ? [] : [{ framework: readFileSync(framework.file, "utf8"), id: framework.data.id, objectives: one.text }];
});
const norms = shipped.filter((one) => one.kind === "pack" || one.kind === "indicator-library");

function makeFiles(count) {
  return Array.from({ length: count / 2 }, (_, index) => {
    const { framework, id, objectives: own } = pairs[index % pairs.length];
    return [
      load(framework.replace(/^id: .*$/m, `id: ${id}-${index}`), `${index}/framework.yaml`),
      load(own.replace(/^id: .*$/m, `id: o-${index}`).replace(/^framework: [^@\s]*/m, `framework: ${id}-${index}`), `${index}/objectives.yaml`),
    ];
  }).flat();
}

/** Time of the processor, the least of all rounds: what others do on the machine does not count. */
const least = (list) => Math.min(...list);
const check = (documents) => verify(documents, { known: norms, configuration, asOf: AS_OF });

/** The same files for every size, in sets of that size. */
const files = makeFiles(FILES);
const sizes = SIZES.map((size) => ({ size, sets: Array.from({ length: FILES / size }, (_, at) => files.slice(at * size, (at + 1) * size)), times: [] }));
for (const one of sizes) one.findings = one.sets.reduce((sum, documents) => sum + check(documents).length, 0);

for (let round = 0; round < ROUNDS; round++) {
  for (const { sets, times } of sizes) {
    const start = process.cpuUsage();
    for (const documents of sets) check(documents);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000 / FILES);
  }
}

console.log(`checks of strict: ${configuration.checks.length}; pairs of framework and objectives: ${pairs.length}`);
for (const { size, sets, times, findings } of sizes) {
  console.log(`${String(size).padStart(5)} files  ${least(times).toFixed(3)} ms per file  ${(least(times) * size).toFixed(0).padStart(6)} ms a set  findings in ${sets.length} ${sets.length === 1 ? "set" : "sets"}: ${findings}`);
}
const ratio = least(sizes.at(-1).times) / least(sizes[0].times);
console.log(`time per file at ${SIZES.at(-1)} files ÷ at ${SIZES[0]}: ${ratio.toFixed(2)} (at most ${AT_MOST})`);

const start = performance.now();
const all = builtin();
const loaded = performance.now();
const findings = verify(all, { known: all, configuration, asOf: AS_OF });
const checked = performance.now();
console.log(`the shipped set: ${all.length} documents, read in ${(loaded - start).toFixed(0)} ms, checked in ${(checked - loaded).toFixed(0)} ms, findings: ${findings.length}`);
process.exit(ratio > AT_MOST ? 1 : 0);
