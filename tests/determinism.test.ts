// Same input, same bytes: the scorecard of the built-in example and its page on other versions of Node, in other time
// zones and locales; the scorecard also beside a host that configures decimal.js, from both builds, and in a hardened realm.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
const SCORE = [CLI, "score", "student-aid-2022", "--format", "json"];
const PAGE = [CLI, "score", "student-aid-2022", "--format", "html"];
const DOWNLOAD = 300_000;

interface Way {
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
}
/** The digest of all that a run writes to standard output. */
function digest(args: readonly string[], { node = process.execPath, env = {} }: Way = {}): string {
  const out = execFileSync(node, args, { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: "", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  return createHash("sha256").update(out).digest("hex");
}

let expected = "";
let page = "";
beforeAll(() => {
  const card = JSON.parse(execFileSync(process.execPath, SCORE, { encoding: "utf8" })) as { kind: string; total: { points: string } };
  expect(card).toMatchObject({ kind: "scorecard", total: { points: expect.stringMatching(/^\d+\.\d\d$/) } });
  expected = digest(SCORE);
  page = digest(PAGE);
});

// ---- other versions of Node, fetched once; without them this test fails, it does not skip ------------------------

/** The executable of another version of Node, from its npm package. */
function nodeOf(major: number): string {
  const system = process.platform === "win32" ? "win" : process.platform;
  const name = `node-${system}-${process.arch}`;
  const home = join(tmpdir(), `jixiao-node-${major}`);
  const file = join(home, "node_modules", name, "bin", system === "win" ? "node.exe" : "node");
  const answers = (): boolean => {
    try {
      return execFileSync(file, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).startsWith(`v${major}.`);
    } catch {
      return false;
    }
  };
  if (answers()) return file;
  mkdirSync(home, { recursive: true });
  execFileSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", home, `${name}@${major}`], { stdio: ["ignore", "pipe", "pipe"] });
  expect(answers(), `Node ${major}`).toBe(true);
  return file;
}

test.each([22, 24])("on Node %i", (major) => expect([SCORE, PAGE].map((args) => digest(args, { node: nodeOf(major) }))).toEqual([expected, page]), DOWNLOAD);

describe("in another environment", () => {
  test.each([
    { TZ: "Pacific/Chatham" },
    { TZ: "America/St_Johns", LANG: "zh_CN.GB18030", LC_ALL: "zh_CN.GB18030" },
    { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { LANG: "C", LC_ALL: "C" },
    { NO_COLOR: "1" },
    { FORCE_COLOR: "3", COLUMNS: "20" },
  ])("%j", (env) => expect([SCORE, PAGE].map((args) => digest(args, { env }))).toEqual([expected, page]));
});

// ---- the library, from both builds -------------------------------------------------------------------------------

const SCORED = `
  const shipped = builtin();
  const [actuals, framework, objectives] = ["actuals", "framework", "objectives"].map((kind) => builtinExample("student-aid-2022").find((one) => one.kind === kind));
  const { scorer } = compile({ framework, objectives, libraries: shipped.filter((one) => one.kind === "indicator-library"), packs: shipped.filter((one) => one.kind === "pack") });
  process.stdout.write(render(score(scorer, actuals).scorecard, "json"));
`;
const ESM = `import { compile, render, score } from "jixiao"; import { builtin, builtinExample } from "jixiao/node";`;
const CJS = `const { compile, render, score } = require("jixiao"); const { builtin, builtinExample } = require("jixiao/node");`;
const esm = (code: string): string[] => ["--input-type=module", "--eval", code];
const cjs = (code: string): string[] => ["--input-type=commonjs", "--eval", code];
const POISON = "Decimal.set({ precision: 3, rounding: 0, toExpNeg: 0, toExpPos: 0, minE: -2, maxE: 2 });";

describe("from the library", () => {
  test("ESM", () => expect(digest(esm(ESM + SCORED))).toBe(expected));
  test("CommonJS", () => expect(digest(cjs(CJS + SCORED))).toBe(expected));
  test("ESM beside a host that configured decimal.js afterwards", () => expect(digest(esm(`${ESM} import { Decimal } from "decimal.js"; ${POISON} ${SCORED}`))).toBe(expected));
  test("CommonJS beside a host that configured decimal.js before", () => expect(digest(cjs(`const { Decimal } = require("decimal.js"); ${POISON} ${CJS} ${SCORED}`))).toBe(expected));
  test("twice in one process", () => {
    const twice = digest(esm(`${ESM} for (const _ of [1, 2]) { ${SCORED} }`));
    const once = execFileSync(process.execPath, SCORE);
    expect(twice).toBe(createHash("sha256").update(once).update(once).digest("hex"));
  });
});

test("in a hardened realm: no code from strings, frozen intrinsics, no __proto__", () => {
  const hardened = ["--disallow-code-generation-from-strings", "--frozen-intrinsics", "--disable-proto=throw"];
  expect(digest([...hardened, ...SCORE])).toBe(expected);
});

test("the digest tells two scorecards apart", () => {
  expect(digest([...SCORE, "--lang", "en"])).toBe(expected);
  expect(digest([CLI, "score", "student-aid-2022", "--format", "text"])).not.toBe(expected);
});
