// Mutation of the rules: every weight, threshold, band, operator and policy of the shipped frameworks, packs and
// indicators is changed in turn, each by the smallest step. A change that neither `check` nor any test notices is
// a survivor: a figure that nobody would miss.
//
//   npm run mutants [-- --only <part of a file name>]
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(fileURLToPath(import.meta.url), "..", "..");

/** Keys whose text is read by people only, or names things. */
const PROSE = new Set(["$schema", "kind", "id", "use", "name", "names", "title", "description", "definition", "evidence", "basis", "version", "effective", "tags", "unit", "under", "facts", "extends", "category", "purpose", "sector", "packs", "inputs", "applies"]);

const WORDS = {
  mode: ["half-up", "half-even", "down", "up"],
  form: ["linear", "quotient"],
  direction: [["higher", "lower", "equal"], ["above", "below"]],
  step: ["floor", "ceil", "linear"],
  "zero-target": ["met-or-zero", "zero", "full-marks", "not-applicable"],
  "zero-denominator": ["zero", "full-marks", "not-applicable", "missing"],
  "not-applicable": ["rescale-total", "rescale-group", "spread", "full-marks", "zero", "forbid"],
  missing: ["block", "zero"],
  denominator: ["initial-budget", "adjusted-budget", "received-funds"],
  before: ["zero", "hold"],
  between: ["proportional", "linear"],
  choose: ["best", "declared"],
  counts: ["together", "each"],
  mixed: ["highest", "lowest"],
  difference: ["relative", "absolute"],
  severity: ["error", "warning"],
  then: ["zero", "reject"],
  split: ["equal", "given"],
  over: ["cap"],
};
const SIGNS = [">=", ">", "<=", "<", "="];

/** A decimal moved by one unit of its last digit. */
function stepped(text, by) {
  const places = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  const moved = BigInt(text.replace(".", "")) + BigInt(by);
  if (moved < 0n) return undefined;
  const digits = String(moved).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** What may stand instead of a scalar: [what was done, text]. */
function variants(key, value) {
  if (typeof value !== "string") return [];
  const found = [];
  for (const { 0: figure, index } of value.matchAll(/\d+(?:\.\d+)?/g)) {
    for (const by of [1, -1]) {
      const next = stepped(figure, by);
      if (next !== undefined) found.push([`${figure} → ${next}`, value.slice(0, index) + next + value.slice(index + figure.length)]);
    }
  }
  const interval = /^([[(])(.*)([\])])$/.exec(value);
  if (interval !== null) {
    found.push([`${interval[1]} flipped`, (interval[1] === "[" ? "(" : "[") + value.slice(1)]);
    found.push([`${interval[3]} flipped`, value.slice(0, -1) + (interval[3] === "]" ? ")" : "]")]);
  }
  const sign = SIGNS.find((one) => value.startsWith(one));
  if (sign !== undefined) for (const other of SIGNS) if (other !== sign) found.push([`${sign} → ${other}`, other + value.slice(sign.length)]);
  if (key === "formula") {
    for (const [from, to] of [["/", "*"], ["*", "/"], ["+", "-"], ["-", "+"]]) {
      for (const { index } of value.matchAll(new RegExp(`(?<=\\s)\\${from}(?=\\s)`, "g"))) found.push([`${from} → ${to}`, value.slice(0, index) + to + value.slice(index + 1)]);
    }
    return found.filter(([, text]) => !/\d/.test(text) || /\d/.test(value));
  }
  const lists = WORDS[key] === undefined ? [] : Array.isArray(WORDS[key][0]) ? WORDS[key] : [WORDS[key]];
  for (const list of lists) if (list.includes(value)) for (const other of list) if (other !== value) found.push([`${value} → ${other}`, other]);
  return found;
}

/** Every mutant of a document: its text, and where it was changed. */
function mutantsOf(document) {
  const found = [];
  const visit = (data, path) => {
    if (Array.isArray(data)) return data.forEach((one, index) => visit(one, [...path, index]));
    if (typeof data === "object" && data !== null) {
      for (const [key, one] of Object.entries(data)) if (!PROSE.has(key) || (key === "indicators" && Array.isArray(one))) visit(one, [...path, key]);
      return undefined;
    }
    const key = path.findLast((one) => typeof one === "string");
    const span = document.locate(path);
    if (span === undefined) return undefined;
    const written = document.text.slice(span.start.offset, span.end.offset);
    for (const [what, text] of variants(key, data)) {
      if (!written.includes(data)) continue;
      const mutated = document.text.slice(0, span.start.offset) + written.replace(data, text) + document.text.slice(span.end.offset);
      found.push({ file: basename(document.file), line: span.start.line, path: path.join("/"), what, text: mutated });
    }
    return undefined;
  };
  visit(document.data, []);
  return found;
}

const at = (document, path) => path.reduce((data, key) => data?.[key], document.data);
const steps = (path) => path.split("/");

/** Changes that change nothing: the mutant means what the original means. */
const EXPLAINED = [
  {
    path: /method\/before$/,
    what: /^zero → hold$/,
    reason: "the start of the scale scores 0 points, so holding its points below it is scoring nothing",
    where: (document, path) => at(document, [...steps(path).slice(0, -1), "from"])?.share === "0%",
  },
  {
    path: /\/target$/,
    what: /^<= → =$/,
    reason: "a reverse method takes «= target» as «not above it»: both score in full up to the target",
    where: (document, path) => at(document, [...steps(path).slice(0, -1), "method", "kind"]) === "reverse",
  },
  {
    path: /\/target$/,
    what: /^>= → =$/,
    reason: "the domain ends at the target, so nothing lies above it",
    where: (document, path) => {
      const { target, domain } = at(document, steps(path).slice(0, -1));
      return domain.endsWith(`${target.slice(2).trim()}]`);
    },
  },
  {
    path: /tiers\/0\/when$/,
    what: /^= → <=$/,
    reason: "the domain begins at the value of the tier, so nothing lies below it",
    where: (document, path) => at(document, [...steps(path).slice(0, -4), "domain"]) === at(document, steps(path)).replace("=", ">="),
  },
];

/** A test document with one of its cases, which stands where it stood. */
const onlyCase = (test, index) => ({
  ...test,
  data: { ...test.data, cases: [test.data.cases[index]] },
  locate: ([first, at, ...rest], part) => test.locate(first === "cases" && at === 0 ? [first, index, ...rest] : [first, at, ...rest].filter((one) => one !== undefined), part),
});

const usesOf = (node) => [...(node.use === undefined ? [] : [node.use]), ...(node.indicators ?? []).flatMap(usesOf)];

/** Runs mutants; `each` hears of every one. */
export function runMutants({ load, verify, runTest, configure }, { builtin, readFolder, shelf }, { only = "", every = 1 } = {}) {
  const shipped = builtin().filter((one) => !one.file.includes("examples"));
  const fixtures = ["frameworks", "packs", "indicators"].flatMap((name) => readFolder(join(ROOT, "fixtures", name)));
  const { configuration } = configure(load("kind: config\nextends: strict\n"), shipped);
  const tests = fixtures.filter((one) => one.kind === "test");
  const frameworks = shipped.filter((one) => one.kind === "framework");
  const packs = shipped.filter((one) => one.kind === "pack");
  const above = (id) => (id === undefined ? [] : [id, ...above(packs.find((one) => one.data.id === id)?.data.extends)]);
  const packsOf = (framework) => framework.data.packs.flatMap(above);

  /** Frameworks whose meaning the changed part of a document has a share in. */
  const affected = (document, path) => {
    if (document.kind === "framework") return [document.data.id];
    if (document.kind === "pack") return frameworks.filter((one) => packsOf(one).includes(document.data.id)).map((one) => one.data.id);
    const indicator = document.data.indicators[Number(path.split("/")[1])]?.id;
    return frameworks.filter((one) => one.data.indicators.flatMap(usesOf).includes(indicator)).map((one) => one.data.id);
  };

  const noticedBy = (document, mutant) => {
    const changed = load(mutant.text, document.file);
    if (changed.data === undefined) return "shape";
    const ids = new Set(affected(document, mutant.path));
    const all = shipped.map((one) => (one === document ? changed : one));
    const given = all.filter((one) => one === changed || (one.kind === "framework" && ids.has(one.data.id)));
    if (verify(given, { known: all, configuration }).some((one) => one.severity !== "info")) return "check";
    const onShelf = shelf([...all, ...fixtures]);
    const indicator = document.kind === "indicator-library" ? document.data.indicators[Number(mutant.path.split("/")[1])]?.id : undefined;
    const own = tests.filter((one) => document.kind !== "framework" && basename(one.file) === `${document.data.id}.test.yaml`);
    const others = tests.filter((one) => typeof one.data.framework === "string" && ids.has(one.data.framework));
    for (const test of [...own, ...others]) {
      const cases = [...test.data.cases.keys()].filter((index) => indicator === undefined || others.includes(test) || test.data.cases[index].framework?.indicators.some((one) => one.use === indicator));
      for (const index of cases) if (runTest(onlyCase(test, index), onShelf).some((result) => result.failures.length > 0)) return "test";
    }
    return undefined;
  };

  const counts = { mutants: 0, shape: 0, check: 0, test: 0, explained: 0 };
  const survivors = [];
  let index = 0;
  for (const document of shipped.filter((one) => ["framework", "pack", "indicator-library"].includes(one.kind) && basename(one.file).includes(only))) {
    for (const mutant of mutantsOf(document)) {
      if (index++ % every !== 0) continue;
      counts.mutants++;
      const by = noticedBy(document, mutant);
      if (by !== undefined) counts[by]++;
      else if (EXPLAINED.some(({ path, what, where }) => path.test(mutant.path) && what.test(mutant.what) && where(document, mutant.path))) counts.explained++;
      else survivors.push({ file: mutant.file, line: mutant.line, path: mutant.path, what: mutant.what });
    }
  }
  return { counts, survivors };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const core = await import("jixiao");
  const node = await import("jixiao/node");
  const only = process.argv.indexOf("--only");
  const started = performance.now();
  const { counts, survivors } = runMutants(core, node, { only: only < 0 ? "" : process.argv[only + 1] });
  const noticed = counts.mutants - survivors.length - counts.explained;
  const share = Math.floor((noticed * 1000) / (counts.mutants - counts.explained)) / 10;
  console.log(`${counts.mutants} mutants in ${Math.round((performance.now() - started) / 1000)} s: shape ${counts.shape}, check ${counts.check}, test ${counts.test}; ${counts.explained} mean what the original means; of the others ${share}% are noticed`);
  for (const one of survivors) console.log(`survivor ${one.file}:${one.line} ${one.path}: ${one.what}`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
}
