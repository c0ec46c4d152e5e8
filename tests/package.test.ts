// What a user gets: the packed tarball, installed in an empty folder, used from ESM, CommonJS, TypeScript and a shell.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const LOCAL_BIN = join(ROOT, "node_modules", ".bin");

const scratch = mkdtempSync(join(tmpdir(), "jixiao-package-"));
// A folder name that breaks whoever builds file URLs by joining strings.
const home = join(scratch, "财政 C# 100%25");
let tarball = "";
let packed: { path: string }[] = [];

const run = (command: string, args: readonly string[], cwd: string): string => execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
const node = (...args: string[]): string => run(process.execPath, args, home);
/** Runs a command and hands over everything it said, so that a failure shows the reason and not only an exit code. */
function said(command: string, args: readonly string[], cwd: string): { code: number; text: string } {
  try {
    return { code: 0, text: run(command, args, cwd) };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, text: `${stdout}${stderr}` };
  }
}
const lines = (file: string): string[] => readFileSync(join(ROOT, "fixtures", file), "utf8").trimEnd().split("\n");
const manifest = (folder: string): Record<string, Record<string, string>> => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

beforeAll(() => {
  const [result] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch], ROOT)) as { filename: string; files: { path: string }[] }[];
  if (result === undefined) throw new Error("npm pack made nothing");
  tarball = join(scratch, result.filename);
  packed = result.files;
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), JSON.stringify({ name: "consumer", version: "1.0.0", private: true }));
  run("npm", ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund"], home);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("the tarball holds exactly the files of fixtures/package-files.txt", () => {
  const withoutHash = packed.map(({ path }) => path.replace(/-[\w-]{8}(\.d\.c?ts)$/, "-*$1"));
  expect(withoutHash.sort()).toEqual(lines("package-files.txt").sort());
});

test("installing brings the declared dependencies and what they declare themselves, nothing else, and runs no script", () => {
  const installed = readdirSync(join(home, "node_modules"))
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => (name.startsWith("@") ? readdirSync(join(home, "node_modules", name)).map((inner) => `${name}/${inner}`) : [name]));
  const declared = new Set<string>();
  const declare = (folder: string): void => {
    const { dependencies, optionalDependencies } = manifest(folder);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (declared.has(name)) continue;
      declared.add(name);
      declare(join(home, "node_modules", name));
    }
  };
  declare(ROOT);
  expect(installed.sort()).toEqual(["jixiao", ...declared].sort());
  for (const name of installed) {
    const scripts = Object.keys(manifest(join(home, "node_modules", name)).scripts ?? {});
    expect(scripts.filter((script) => /^(pre|post)?install$|^prepare$/.test(script) && name === "jixiao"), name).toEqual([]);
    expect(scripts.filter((script) => /^(pre|post)?install$/.test(script)), name).toEqual([]);
  }
});

const USE = `
  const { framework, objectives, actuals } = Object.fromEntries(builtinExample("student-aid-2022").map((one) => [one.kind, one]));
  const shipped = builtin();
  const of = (kind) => shipped.filter((one) => one.kind === kind);
  const { scorer, diagnostics } = compile({ framework, objectives, libraries: of("indicator-library"), packs: of("pack") });
  if (scorer === undefined) throw new Error(JSON.stringify(diagnostics));
  const { scorecard } = score(scorer, actuals);
  process.stdout.write(JSON.stringify({ total: scorecard.total.points, grade: scorecard.grade, bad: load("kind: frame\\n", "a.yaml").diagnostics[0].span.start.line, schema: typeof jsonSchema("pack") }));
`;
const NAMES = "load, compile, score, jsonSchema";

test("ESM: import jixiao and jixiao/node", () => {
  writeFileSync(join(home, "use.mjs"), `import { ${NAMES} } from "jixiao";\nimport { builtin, builtinExample } from "jixiao/node";\n${USE}`);
  expect(JSON.parse(node("use.mjs"))).toEqual({ total: expect.stringMatching(/^\d+\.\d\d$/), grade: "优", bad: 1, schema: "object" });
});

test("CommonJS: require jixiao and jixiao/node, also where a `document` exists", () => {
  writeFileSync(join(home, "use.cjs"), `globalThis.document = { baseURI: "http://localhost/", currentScript: null };\nconst { ${NAMES} } = require("jixiao");\nconst { builtin, builtinExample } = require("jixiao/node");\n${USE}`);
  expect(node("use.cjs")).toBe(node("use.mjs"));
});

test("what one build makes, the other build and the other entry accept", () => {
  const mixed = (load: string, rest: string) => `${load}\nconst shipped = builtinExample("student-aid-2022");\n${rest}`;
  writeFileSync(join(home, "mixed.mjs"), mixed('import { createRequire } from "node:module";\nimport { compile } from "jixiao";\nimport { builtinExample } from "jixiao/node";\nconst { score } = createRequire(import.meta.url)("jixiao");', 'const [actuals, framework, objectives] = shipped;\nconst { scorer } = compile({ framework, objectives });\nprocess.stdout.write(score(scorer, actuals).scorecard.total.points);'));
  expect(node("mixed.mjs")).toBe((JSON.parse(node("use.mjs")) as { total: string }).total);
});

const TABLES = `
  const text = "项目名称,甲\\n一级指标,三级指标,年度指标值,得分\\n产出,数量,1个,10\\n";
  const written = await writeWorkbook({ sheets: [{ name: "S", cells: text.split("\\n").flatMap((line, row) => line.split(",").map((text, column) => ({ at: "ABCD"[column] + (row + 1), text }))) }] });
  const book = written.bytes && (await readTables(written.bytes, { name: "a.xlsx" }));
  const csv = await readTables(text, { name: "a.csv" });
  const rows = await readRows(text);
  process.stdout.write(JSON.stringify({ csv: csv.tables[0].rows[0].points, book: book?.tables[0].rows[0].points, rows: rows.headings.length, codes: [...written.diagnostics, ...(await readTables(Uint8Array.of(0x50, 0x4b, 3, 4, 0x78, 0x6c, 0x2f), {})).diagnostics].map(({ code, facts }) => code + (facts.package ? " " + facts.package : "")) }));
`;

test("jixiao/tables from ESM and CommonJS; without the optional packages CSV is read and the missing one is named", () => {
  writeFileSync(join(home, "tables.mjs"), `import { readRows, readTables, writeWorkbook } from "jixiao/tables";\n${TABLES}`);
  writeFileSync(join(home, "tables.cjs"), `const { readRows, readTables, writeWorkbook } = require("jixiao/tables");\n(async () => {${TABLES}})();`);
  const csv = { csv: { text: "10", at: "a.csv!D3" }, rows: 2 };
  for (const file of ["tables.mjs", "tables.cjs"]) expect(JSON.parse(node(file)), file).toEqual({ ...csv, book: { text: "10", at: "S!D3" }, codes: ["zip-damaged"] });
  const modules = join(home, "node_modules");
  for (const name of ["fflate", "hucre"]) renameSync(join(modules, name), join(modules, `.${name}`));
  try {
    for (const file of ["tables.mjs", "tables.cjs"]) expect(JSON.parse(node(file)), file).toEqual({ ...csv, codes: ["package-missing hucre", "package-missing fflate", "zip-damaged"] });
    const sound = 'import { readTableFile } from "jixiao/node"; const { diagnostics } = await readTableFile(process.argv[2]); process.stdout.write(diagnostics.map((one) => one.message).join());';
    writeFileSync(join(home, "missing.mjs"), sound);
    expect(node("missing.mjs", join(ROOT, "fixtures", "tables", "openpyxl", "two-tables.xlsx"))).toBe("没有安装 fflate，读写 .xlsx 时需要它，应运行 npm install fflate");
  } finally {
    for (const name of ["fflate", "hucre"]) renameSync(join(modules, `.${name}`), join(modules, name));
  }
});

const PAGES = `
  const { framework, objectives, actuals } = Object.fromEntries(builtinExample("student-aid-2022").map((one) => [one.kind, one]));
  const { scorer } = compile({ framework, objectives });
  const { scorecard } = score(scorer, actuals);
  const one = await reportPage(scorecard);
  const many = await batchPage([scorecard, scorecard]);
  process.stdout.write(JSON.stringify({ texts: [one, many].map(({ text }) => text?.slice(0, 15)), csv: batchCsv([scorecard]).split("\\r\\n").length, codes: [one, many].map(({ diagnostics }) => diagnostics.map(({ code, facts }) => code + " " + facts.package)) }));
`;

test("jixiao/report from ESM and CommonJS; without the optional packages there is no page, and the missing ones are named", () => {
  const use = (load: (names: string, from: string) => string): string => [load("batchCsv, batchPage, reportPage", "jixiao/report"), load("compile, score", "jixiao"), load("builtinExample", "jixiao/node")].join("\n");
  writeFileSync(join(home, "pages.mjs"), use((names, from) => `import { ${names} } from "${from}";`) + PAGES);
  writeFileSync(join(home, "pages.cjs"), `${use((names, from) => `const { ${names} } = require("${from}");`)}(async () => {${PAGES}})();`);
  for (const file of ["pages.mjs", "pages.cjs"]) expect(JSON.parse(node(file)), file).toEqual({ texts: ["<!DOCTYPE html>", "<!DOCTYPE html>"], csv: 3, codes: [[], []] });
  const modules = join(home, "node_modules");
  const names = ["d3-hierarchy", "d3-scale"];
  for (const name of names) renameSync(join(modules, name), join(modules, `.${name}`));
  try {
    const missing = ["package-missing d3-scale", "package-missing d3-hierarchy"];
    for (const file of ["pages.mjs", "pages.cjs"]) expect(JSON.parse(node(file)), file).toEqual({ texts: [null, null], csv: 3, codes: [missing, missing] });
  } finally {
    for (const name of names) renameSync(join(modules, `.${name}`), join(modules, name));
  }
});

test("jixiao/batch from ESM and CommonJS scores by a scorer that jixiao compiled", () => {
  const use = `
  const { objectives, framework } = Object.fromEntries(builtinExample("student-aid-2022").map((one) => [one.kind, one]));
  const { scorer } = compile({ framework, objectives });
  const found = [];
  for await (const one of scoreBatch(readRecords("政策知晓率,减轻贫困学生家庭经济负担\\n98%,有效\\n九成,有效\\n", { name: "a.csv" }), { scorer, asOf: "2022-12-31" })) found.push([one.at, one.state, one.range?.max, ...one.diagnostics.map(({ at }) => at)]);
  process.stdout.write(JSON.stringify(found));`;
  writeFileSync(join(home, "batch.mjs"), `import { compile } from "jixiao";\nimport { builtinExample } from "jixiao/node";\nimport { readRecords, scoreBatch } from "jixiao/batch";${use}`);
  writeFileSync(join(home, "batch.cjs"), `const { compile } = require("jixiao");\nconst { builtinExample } = require("jixiao/node");\nconst { readRecords, scoreBatch } = require("jixiao/batch");\n(async () => {${use}})();`);
  for (const file of ["batch.mjs", "batch.cjs"]) expect(JSON.parse(node(file)), file).toEqual([["a.csv!2", "incomplete", "99.80"], ["a.csv!3", "failed", null, "a.csv!A3"]]);
});

const WORKBOOK = `
  const { framework, objectives, actuals } = Object.fromEntries(builtinExample("student-aid-2022").map((one) => [one.kind, one]));
  const { scorer } = compile({ framework, objectives });
  const { bytes, diagnostics } = await scoreWorkbook(scorer, { actuals });
  const back = bytes && (await readCollected(scorer, bytes));
  process.stdout.write(JSON.stringify({ total: back && score(scorer, back.evaluations[0].actuals).scorecard.total.points, codes: diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code), csv: (await collectionRows(scorer, "csv")).text.length > 100 }));
`;

test("jixiao/workbook from ESM and CommonJS with a scorer of the main entry; without the optional packages the missing one is named", () => {
  const names = "collectionRows, readCollected, scoreWorkbook";
  writeFileSync(join(home, "workbook.mjs"), `import { compile, score } from "jixiao";\nimport { builtinExample } from "jixiao/node";\nimport { ${names} } from "jixiao/workbook";\n${WORKBOOK}`);
  writeFileSync(join(home, "workbook.cjs"), `const { compile, score } = require("jixiao");\nconst { builtinExample } = require("jixiao/node");\nconst { ${names} } = require("jixiao/workbook");\n(async () => {${WORKBOOK}})();`);
  for (const file of ["workbook.mjs", "workbook.cjs"]) expect(JSON.parse(node(file)), file).toEqual({ total: "99.80", codes: [], csv: true });
  const modules = join(home, "node_modules");
  renameSync(join(modules, "hucre"), join(modules, ".hucre"));
  try {
    for (const file of ["workbook.mjs", "workbook.cjs"]) expect(JSON.parse(node(file)), file).toEqual({ codes: ["package-missing"], csv: true });
  } finally {
    renameSync(join(modules, ".hucre"), join(modules, "hucre"));
  }
});

test("the guide to workbooks works as written", () => {
  const guide = readFileSync(join(ROOT, "docs", "workbook.md"), "utf8");
  const block = (kind: string): string => new RegExp("```" + kind + "\\n(.*?)```", "s").exec(guide)?.[1] ?? "";
  const commands = block("sh").trim().split("\n");
  expect(commands).toHaveLength(4);
  for (const command of commands) run(join(home, "node_modules", ".bin", "jixiao"), command.split(" ").slice(1), home);
  writeFileSync(join(home, "guide.mjs"), block("js"));
  expect(node("guide.mjs")).toContain("'aided-students': '735'");
});

test("the data that ships is reachable: schemas, rules and package.json", () => {
  const script = 'const { readFileSync } = require("node:fs"); for (const name of ["schema/framework.json", "rules/indicators/common.yaml", "package.json"]) readFileSync(require.resolve("jixiao/" + name));';
  expect(node("-e", script)).toBe("");
  expect(() => node("-e", 'require("jixiao/dist/index.cjs")')).toThrow(/ERR_PACKAGE_PATH_NOT_EXPORTED/);
});

const CONSUMER = `
import { compile, load, render, score, type Diagnostic, type Loaded, type Scorecard, type Scorer } from "jixiao";
import { builtin, builtinExample } from "jixiao/node";
const documents: readonly Loaded[] = [...builtin(), ...builtinExample("student-aid-2022")];
const framework = documents.find((one) => one.kind === "framework") ?? load("", "framework.yaml");
const { scorer, diagnostics }: { readonly scorer: Scorer | undefined; readonly diagnostics: readonly Diagnostic[] } = compile({ framework });
const card: Scorecard | undefined = scorer && score(scorer, framework).scorecard;
export const points: string | undefined = card?.total.points;
export const report: string = card === undefined ? String(diagnostics.length) : render(card, "markdown");
// @ts-expect-error points are decimal strings, never numbers
export const wrong: number | undefined = card?.total.points;
`;

test.each([
  ["nodenext", "nodenext", "use.mts"],
  ["nodenext", "nodenext", "use.cts"],
  ["esnext", "bundler", "use.ts"],
])("TypeScript compiles against the package: module %s, resolution %s, %s", (module, resolution, file) => {
  writeFileSync(join(home, file), CONSUMER);
  const compilerOptions = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, types: [], lib: ["es2022"], target: "es2022", module, moduleResolution: resolution };
  writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  expect(said(join(LOCAL_BIN, "tsc"), ["-p", "."], home)).toEqual({ code: 0, text: "" });
});

test("the shell: jixiao --version and jixiao list --format json", () => {
  const command = join(home, "node_modules", ".bin", "jixiao");
  expect(run(command, ["--version"], home)).toBe(`${String(manifest(ROOT).version)}\n`);
  const listed = JSON.parse(run(command, ["list", "--format", "json"], home)) as { kind: string; id: string }[];
  expect(listed).toContainEqual(expect.objectContaining({ kind: "framework", id: "student-aid-2022" }));
});

test("publint finds nothing, not even a suggestion", () => {
  expect(said(join(LOCAL_BIN, "publint"), ["run", tarball, "--strict"], ROOT)).toEqual({ code: 0, text: expect.stringContaining("All good!") });
});

test("are the types wrong? No: every resolution of ., ./report, ./tables, ./batch, ./workbook and ./node", () => {
  expect(said(join(LOCAL_BIN, "attw"), [tarball, "--entrypoints", ".", "./report", "./tables", "./batch", "./workbook", "./node"], ROOT)).toEqual({ code: 0, text: expect.stringContaining("No problems found") });
});

// ---- the built files -----------------------------------------------------------------------------------------

const dist = (name: string): string => readFileSync(join(ROOT, "dist", name), "utf8");
const imported = (text: string): string[] => [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\()["']([^"']+)["']/g)].map(([, name]) => name ?? "");

test("the core runs in a browser: no Node module, no global of Node", () => {
  const builtins = new Set(builtinModules);
  for (const file of ["index.js", "index.cjs", "report/index.js", "report/index.cjs", "tables/index.js", "tables/index.cjs", "batch/index.js", "batch/index.cjs", "workbook/index.js", "workbook/index.cjs"]) {
    const text = dist(file);
    expect(imported(text).filter((name) => name.startsWith("node:") || builtins.has(name)), file).toEqual([]);
    expect([...text.matchAll(/\b(?:process\.|Buffer\b|__dirname|__filename|import\.meta)/g)].map(([found]) => found), file).toEqual([]);
  }
  expect(imported('import { a } from "node:fs"; await import("x"); require("y")')).toEqual(["node:fs", "x", "y"]);
});

test("the core draws nothing, and a page needs no package until it is drawn", () => {
  const drawing = ["d3-hierarchy", "d3-scale", "d3-shape"];
  expect(imported(dist("index.js")).filter((name) => name.startsWith("d3-"))).toEqual([]);
  for (const file of ["report/index.js", "report/index.cjs"]) {
    expect(new Set(imported(dist(file))), file).toEqual(new Set(["decimal.js", ...drawing]));
    expect([...dist(file).matchAll(/\bimport\("(d3-[a-z]+)"\)/g)].map(([, name]) => name).sort(), file).toEqual(drawing);
  }
});

test("the core knows nothing of spreadsheets, and reading them needs no package until a workbook is met", () => {
  expect(imported(dist("index.js")).filter((name) => /fflate|hucre/.test(name))).toEqual([]);
  for (const file of ["tables/index.js", "tables/index.cjs"]) {
    expect(new Set(imported(dist(file))), file).toEqual(new Set(["decimal.js", "fflate", "hucre/xlsx"]));
    expect([...dist(file).matchAll(/\bimport\("(fflate|hucre\/xlsx)"\)/g)].map(([, name]) => name).sort(), file).toEqual(["fflate", "hucre/xlsx"]);
  }
  for (const file of ["workbook/index.js", "workbook/index.cjs"]) {
    expect([...dist(file).matchAll(/(?:\bfrom\s*|\bimport\(|\brequire\()"(fflate|hucre\/xlsx)"/g)].map(([found]) => found).sort(), file).toEqual(['import("fflate"', 'import("hucre/xlsx"']);
  }
});

test("the declarations show no type of a dependency", () => {
  const declarations = readdirSync(join(ROOT, "dist"), { recursive: true, encoding: "utf8" }).filter((name) => /\.d\.c?ts$/.test(name));
  expect(declarations.length).toBeGreaterThanOrEqual(4);
  for (const file of declarations) {
    const code = dist(file).replace(/\/\*[^]*?\*\//g, "");
    expect(code.match(/\bzod\b|decimal\.js|\bDecimal\b|@noble|fflate|hucre|\bd3\b/), file).toBeNull();
    expect(imported(code).filter((name) => !name.startsWith(".")), file).toEqual([]);
  }
});

test("the public names are those of fixtures/public-names.txt", () => {
  const entries = { jixiao: "index.d.ts", "jixiao/report": "report/index.d.ts", "jixiao/tables": "tables/index.d.ts", "jixiao/batch": "batch/index.d.ts", "jixiao/workbook": "workbook/index.d.ts", "jixiao/node": "node/index.d.ts" };
  const files = Object.values(entries).map((name) => join(ROOT, "dist", name));
  const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, noLib: true });
  const checker = program.getTypeChecker();
  const names = Object.entries(entries).flatMap(([entry, name]) => {
    const source = program.getSourceFile(join(ROOT, "dist", name));
    const symbol = source && checker.getSymbolAtLocation(source);
    const exported = symbol ? checker.getExportsOfModule(symbol) : [];
    return exported.map((one) => {
      const real = one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
      return `${entry} ${real.flags & ts.SymbolFlags.Value ? "value" : "type"} ${one.name}`;
    });
  });
  expect(names.sort()).toEqual(lines("public-names.txt").sort());
});
