// `jixiao check` as a user and a CI run it: configuration, formats, suppressions, baseline, fixes, exit codes.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { configure, load } from "../src/index.ts";
import { builtin } from "../src/node/index.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
const EXAMPLE = join(ROOT, "rules", "examples", "student-aid-2022");
const scratch = mkdtempSync(join(tmpdir(), "jixiao-check-"));
let folder = "";
let count = 0;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
function jixiao(args: readonly string[], { input = "", env = {}, cwd = folder }: { input?: string; env?: Record<string, string>; cwd?: string } = {}): Ran {
  const { FORCE_COLOR: _force, NO_COLOR: _no, GITHUB_STEP_SUMMARY: _summary, ...plain } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, input, encoding: "utf8", env: { ...plain, ...env } });
  return { code: status, out: stdout, err: stderr };
}
const check = (...args: readonly string[]): Ran => jixiao(["check", ...args]);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const codes = (out: string): string[] => out.match(/(?<=(?:错误|警告|提示|error|warning|info) )[a-z-]+$/gm) ?? [];

const LIBRARY = "kind: indicator-library\nid: own\nversion: 1.0.0\ntitle: 指标库\nbasis: { document: 甲, status: illustrative }\nindicators:\n";
const GOOD = `${LIBRARY}  - { id: a, name: 甲, method: { kind: direct } }\n`;
const STYLE = `${LIBRARY}  - { name: 甲, id: a, method: { kind: direct } }\n`;
const UNDEFINED = (...ids: readonly string[]): string =>
  `kind: framework\nid: own\nversion: 1.0.0\ncategory: policy\npurpose: finance-evaluation\ntitle: 指标体系\nbasis: { document: 甲, status: illustrative }\neffective: { from: 2020-01-01 }\npacks: []\ntotal: 100\nrounding: { places: 2, mode: half-up }\ngrades: [{ name: 合格, from: 0 }]\nnot-applicable: forbid\nmissing: block\nindicators:\n${ids.map((id) => `  - { id: ${id}, name: ${id}, weight: ${100 / ids.length}, method: { kind: direct } }\n`).join("")}`;

// One check, so that these tests speak of the command and not of every check there is.
writeFileSync(join(scratch, "jixiao.config.yaml"), "kind: config\nchecks: { definition-missing: warning }\n");
beforeEach(() => {
  folder = join(scratch, String(++count));
  mkdirSync(folder);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("exit codes and what is said", () => {
  test("clean: 0, nothing on standard output; standard input as well", () => {
    write("a.yaml", GOOD);
    expect(check("a.yaml")).toEqual({ code: 0, out: "", err: "检查了 1 个文档：0 个错误，0 个警告\n" });
    expect(jixiao(["check", "-"], { input: GOOD })).toEqual({ code: 0, out: "", err: "检查了 1 个文档：0 个错误，0 个警告\n" });
  });

  test("warnings: 0, unless they are too many or grave enough", () => {
    write("a.yaml", UNDEFINED("甲", "乙"));
    const plain = check("a.yaml");
    expect([plain.code, codes(plain.out)]).toEqual([0, ["definition-missing", "definition-missing"]]);
    expect(plain.out).toContain("> 16 |   - { id: 甲, name: 甲, weight: 50, method: { kind: direct } }\n     |                     ^^\n");
    const many = check("a.yaml", "--max-warnings", "1");
    expect([many.code, many.err]).toEqual([1, "检查了 1 个文档：0 个错误，2 个警告\n2 个警告，应不超过 1 个\n"]);
    expect(check("a.yaml", "--max-warnings", "2").code).toBe(0);
    expect(check("a.yaml", "--fail-severity", "warning").code).toBe(1);
  });

  test("errors and broken files: 1, every one with its place", () => {
    write("a.yaml", UNDEFINED("甲").replace("total: 100", "total: 90"));
    write("sub/b.yaml", "kind: pack\nid: [\n");
    write("c.yaml", "");
    const { code, out } = check(".");
    expect([code, codes(out)]).toEqual([1, ["weights-sum-total", "definition-missing", "kind-missing", "yaml-unclosed-bracket"]]);
    expect(out).toContain("sub/b.yaml:2:5 错误 yaml-unclosed-bracket");
  });

  test("a document that cannot be read silences none of its neighbours", () => {
    write("a.yaml", UNDEFINED("甲"));
    write("b.yaml", "kind: objectives\nid: x\nunknown: 1\n");
    expect(codes(check("a.yaml").out)).toEqual(["definition-missing"]);
  });

  test("nothing matched: 2", () => {
    mkdirSync(join(folder, "empty"));
    expect(check("empty")).toEqual({ code: 2, out: "", err: "jixiao: empty没有YAML文档\n" });
    expect(check().code).toBe(2);
    expect(check("nowhere.yaml").code).toBe(2);
  });

  test("JSON of others in a folder is left alone, and that is said; named by itself it is judged", () => {
    write("a.yaml", GOOD);
    write("package.json", '{ "name": "other" }\n');
    const { code, err } = check(".");
    expect([code, err]).toEqual([0, "跳过 1 个不属于本库的 JSON 文件：package.json\n检查了 1 个文档：0 个错误，0 个警告\n"]);
    expect(codes(check("package.json").out)).toEqual(["kind-missing"]);
    write("own.json", '{ "kind": "frame" }\n');
    expect(codes(check(".").out)).toEqual(["kind-unknown"]);
  });

  test.each([
    [["--preset", "strct"], "--preset strct，应为：recommended、strict；是否指 strict"],
    [["--as-of", "2024-02-30"], "--as-of 2024-02-30，应为"],
    [["--max-warnings", "-1"], "--max-warnings"],
    [["--fail-severity", "fatal"], "应为：error、warning、info"],
    [["--max-warnigs", "1"], "没有名为 --max-warnigs 的选项，是否指 --max-warnings"],
    [["--format", "sarf"], "是否指 sarif"],
    [["--format", "sarif="], "等号后应写文件"],
    [["--format", "sarif", "--format", "json"], "只能有一种格式写到标准输出，所给的有：sarif、json"],
    [["--prune"], "--prune 须与 --baseline 一起用"],
    [["--write-baseline"], "--write-baseline 须与 --baseline 一起用"],
    [["--dry-run"], "--dry-run 须与 --fix 一起用"],
    [["--fix", "--dry-run", "--format", "json"], "--format json 应写成 json=文件"],
    [["--baseline", "none.yaml"], "没有基线文件 none.yaml；--write-baseline 写出一份"],
    [["--config", "none.yaml"], "none.yaml"],
    [["--config", "a.yaml"], "a.yaml 不是检查配置"],
    [["-", "--fix"], "不能用于标准输入"],
  ])("%j cannot run: 2, and why", (args, words) => {
    write("a.yaml", GOOD);
    const { code, out, err } = jixiao(["check", "a.yaml", ...args], { input: GOOD });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });
  test("its options belong to no other command", () => expect(jixiao(["score", "student-aid-2022", "--fix"]).err).toBe("jixiao: --fix 只用于 check，不用于 score\n"));

  test("help of the command, in both languages, names every option", () => {
    for (const lang of ["zh-CN", "en"]) {
      const { code, out } = check("--help", "--lang", lang);
      expect(code).toBe(0);
      for (const option of ["config", "preset", "as-of", "max-warnings", "fail-severity", "baseline", "write-baseline", "prune", "fix", "dry-run", "format"]) expect(out).toContain(`--${option}`);
      expect(out).toContain("sarif");
    }
  });
});

describe("configuration", () => {
  test("the nearest one from the working folder upwards; --config and --preset go before it", () => {
    write("jixiao.config.yaml", "kind: config\nchecks: { definition-missing: error }\n");
    write("sub/a.yaml", UNDEFINED("甲"));
    write("sub/deep/other.yaml", "kind: config\nchecks: { definition-missing: off }\n");
    const at = (cwd: string, ...args: readonly string[]): Ran => jixiao(["check", ...args], { cwd: join(folder, cwd) });
    expect(codes(at("sub", "a.yaml").out)).toEqual(["definition-missing"]);
    expect(at("sub", "a.yaml").code).toBe(1);
    expect(at("sub/deep", "../a.yaml", "--config", "other.yaml")).toMatchObject({ code: 0, out: "" });
    const strict = at("sub", "a.yaml", "--preset", "strict", "--format", "json");
    const severities = (JSON.parse(strict.out) as { checks: { id: string; severity: string }[] }).checks.map((one) => `${one.id} ${one.severity}`);
    expect(severities).toContain("definition-missing error");
    expect(severities).toContain("key-order warning");
    write("sub/deep/jixiao.config.yml", "kind: config\n");
    expect(at("sub/deep", "../a.yaml")).toMatchObject({ code: 0, out: "" });
  });

  test("without one: the recommended checks", () => {
    const alone = mkdtempSync(join(tmpdir(), "jixiao-alone-"));
    writeFileSync(join(alone, "a.yaml"), GOOD);
    const ids = (...args: readonly string[]): string[] => (JSON.parse(jixiao(["check", "a.yaml", "--format", "json", ...args], { cwd: alone }).out) as { checks: { id: string }[] }).checks.map((one) => one.id);
    const recommended = ids();
    expect(recommended).toEqual(configure(load("kind: config\nextends: recommended\n"), builtin()).configuration.checks.map((one) => one.id));
    expect(ids("--preset", "recommended")).toEqual(recommended);
    expect(ids("--preset", "strict").length).toBeGreaterThan(recommended.length);
    rmSync(alone, { recursive: true });
  });

  test("a faulty one: its place, 2, and nothing is checked", () => {
    write("jixiao.config.yaml", "kind: config\nextends: recommended\nchecks: { definition-mising: off }\n");
    write("a.yaml", UNDEFINED("甲"));
    const { code, out, err } = check("a.yaml");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("jixiao.config.yaml:3:11 错误 unknown-key\n  没有名为“definition-mising”的键，是否指“definition-missing”");
    expect(err).toContain("jixiao: 配置 jixiao.config.yaml 有错误，没有检查\n");
  });

  test("in a checked folder a configuration is a document like others, also when it is not the one in force", () => {
    write("a.yaml", GOOD);
    write("jixiao.config.yaml", "kind: config\nextends: recommended\n");
    expect(check(".")).toEqual({ code: 0, out: "", err: "检查了 2 个文档：0 个错误，0 个警告\n" });
    write("other/jixiao.config.yaml", "kind: config\nextends: recomended\n");
    expect(codes(check(".").out)).toEqual(["config-unknown"]);
  });

  test("a configuration may extend another one beside it", () => {
    write("jixiao.config.yaml", "kind: config\nextends: bureau\n");
    write("bureau.yaml", "kind: config\nid: bureau\nchecks: { definition-missing: error }\n");
    write("a.yaml", UNDEFINED("甲"));
    expect(check("a.yaml").code).toBe(1);
  });
});

describe("formats", () => {
  test("several in one run, each to its file; one of them to standard output", () => {
    write("a.yaml", UNDEFINED("甲"));
    const { code, out } = check("a.yaml", "--format", "json", "--format", "sarif=out/deep/a.sarif", "--format", "junit=out/a.xml", "--format", "gitlab=out/gl.json", "--format", "markdown=out/a.md", "--format", "html=out/a.html", "--format", "text=out/a.txt");
    expect(code).toBe(0);
    expect((JSON.parse(out) as { kind: string }).kind).toBe("check-report");
    expect(readdirSync(join(folder, "out")).sort()).toEqual(["a.html", "a.md", "a.txt", "a.xml", "deep", "gl.json"]);
    expect(read("out/a.txt")).toContain("警告 definition-missing");
    expect(read("out/a.txt")).toMatch(/检查了 1 个文档：0 个错误，1 个警告\n$/);
    expect((JSON.parse(read("out/deep/a.sarif")) as { version: string }).version).toBe("2.1.0");
  });
  test("all to files: nothing on standard output; -o takes the one without a file", () => {
    write("a.yaml", UNDEFINED("甲"));
    expect(check("a.yaml", "--format", "junit=a.xml").out).toBe("");
    expect(check("a.yaml", "--format", "sarif", "-o", "b.sarif").out).toBe("");
    expect((JSON.parse(read("b.sarif")) as { version: string }).version).toBe("2.1.0");
  });
  test("files are named from the working folder, whatever the arguments look like", () => {
    write("sub/a.yaml", UNDEFINED("甲"));
    const files = (...args: readonly string[]): string[] => (JSON.parse(check(...args, "--format", "json").out) as { findings: { file: string }[] }).findings.map((one) => one.file);
    for (const name of ["sub/a.yaml", "./sub/../sub/a.yaml", join(folder, "sub", "a.yaml"), "sub", "."]) expect(files(name), name).toEqual(["sub/a.yaml"]);
  });
  test("github: commands on standard output, the summary appended to the page of the step", () => {
    write("a.yaml", UNDEFINED("甲"));
    write("summary.md", "earlier\n");
    const { out } = jixiao(["check", "a.yaml", "--format", "github"], { env: { GITHUB_STEP_SUMMARY: join(folder, "summary.md") } });
    expect(out).toBe("::warning file=a.yaml,line=16,endLine=16,col=20,endColumn=20,title=definition-missing::“甲”没有指标解释，应写 definition\n");
    expect(read("summary.md")).toMatch(/^earlier\n# 检查报告\n\n1 个文档：0 个错误，1 个警告\n\n## a\.yaml\n/);
  });
  test("NO_COLOR goes before FORCE_COLOR; a pipe has no colours by itself", () => {
    write("a.yaml", UNDEFINED("甲"));
    const colours = (env: Record<string, string>): boolean => jixiao(["check", "a.yaml"], { env }).out.includes("\u001b[");
    expect([colours({}), colours({ FORCE_COLOR: "1" }), colours({ FORCE_COLOR: "1", NO_COLOR: "1" }), colours({ FORCE_COLOR: "0" })]).toEqual([false, true, false, false]);
  });
});

describe("suppressions", () => {
  test("with a reason: not counted, but in the reports; when it has become needless: an error", () => {
    write("a.yaml", UNDEFINED("甲").replace("indicators:\n", "indicators:\n  # jixiao-disable-next-line definition-missing -- 由省级统一解释\n"));
    const { code, out, err } = check("a.yaml", "--max-warnings", "0", "--format", "sarif");
    expect([code, err]).toEqual([0, "检查了 1 个文档：0 个错误，0 个警告，另有 1 处已抑制\n"]);
    expect(out).toContain('"justification": "由省级统一解释"');
    write("a.yaml", read("a.yaml").replace("name: 甲,", "name: 甲, definition: 甲的数量,"));
    const stale = check("a.yaml");
    expect([stale.code, codes(stale.out)]).toEqual([1, ["suppression-unused"]]);
  });
  test("what breaks a rule of a higher level cannot be suppressed", () => {
    write("a.yaml", UNDEFINED("甲").replace("total: 100", "total: 90 # jixiao-disable-line weights-sum-total -- 理由"));
    const { code, out } = check("a.yaml");
    expect([code, codes(out)]).toEqual([1, ["weights-sum-total", "suppression-not-allowed", "definition-missing"]]);
  });
});

describe("baseline", () => {
  test("written, kept to, stale when mended, pruned", () => {
    write("a.yaml", UNDEFINED("甲", "乙"));
    write("sub/b.yaml", UNDEFINED("丙").replace("id: own\n", "id: other\n"));
    const base = ["--baseline", "base.yaml", "--max-warnings", "0"];
    expect(check("a.yaml", "sub", ...base, "--write-baseline").err).toBe("基线 base.yaml：3 处\n检查了 2 个文档：0 个错误，0 个警告，另有 3 处已抑制\n");
    expect(read("base.yaml")).toBe("kind: baseline\nreason: 启用检查时已有的问题，待逐步改正\nfindings:\n  - file: a.yaml\n    code: definition-missing\n    at: indicators/乙/name\n  - file: a.yaml\n    code: definition-missing\n    at: indicators/甲/name\n  - file: sub/b.yaml\n    code: definition-missing\n    at: indicators/丙/name\n");
    expect(check("a.yaml", "sub", ...base).code).toBe(0);
    // Reordered and moved: the same findings. A new one: not in the baseline.
    write("a.yaml", `# 说明\n\n${UNDEFINED("乙", "甲")}`);
    expect(check("a.yaml", ...base).code).toBe(0);
    write("a.yaml", UNDEFINED("甲", "丁"));
    const mended = check("a.yaml", "sub", ...base);
    expect([mended.code, codes(mended.out)]).toEqual([1, ["definition-missing", "baseline-stale"]]);
    expect(mended.out).toContain("base.yaml:5:11 错误 baseline-stale\n  基线中的 definition-missing（a.yaml，indicators/乙/name）已不再出现");
    // A file that was not given says nothing; one that is gone does.
    expect(codes(check("sub", ...base).out)).toEqual([]);
    rmSync(join(folder, "sub"), { recursive: true });
    expect(codes(check("a.yaml", ...base).out)).toEqual(["definition-missing", "baseline-stale", "baseline-stale"]);
    expect(codes(check("a.yaml", ...base, "--prune").out)).toEqual(["definition-missing"]);
    expect(read("base.yaml")).toMatch(/findings:\n {2}- file: a\.yaml\n {4}code: definition-missing\n {4}at: indicators\/甲\/name\n$/);
  });

  test("its reasons stay when it is written again; errors cannot stand in it", () => {
    write("a.yaml", UNDEFINED("甲").replace("total: 100", "total: 90"));
    write("elsewhere.yaml", GOOD);
    const kept = "kind: baseline\nreason: 过渡期\nfindings:\n  - file: a.yaml\n    code: definition-missing\n    at: indicators/甲/name\n    reason: 待省级发布\n  - file: elsewhere.yaml\n    code: key-order\n";
    write("base.yaml", `${kept}  - file: gone.yaml\n    code: key-order\n`);
    const { code, err } = check("a.yaml", "--baseline", "base.yaml", "--write-baseline");
    expect([code, err]).toEqual([1, "基线 base.yaml：2 处\n其中 1 处不能列入基线，应改正\n检查了 1 个文档：1 个错误，0 个警告，另有 1 处已抑制\n"]);
    expect(read("base.yaml")).toBe(kept);
    write("base.yaml", "kind: baseline\nreason: 过渡期\nfindings:\n  - { file: a.yaml, code: weights-sum-total, at: total }\n  - { file: a.yaml, code: definition-mising }\n");
    expect(codes(check("a.yaml", "--baseline", "base.yaml").out)).toEqual(["weights-sum-total", "definition-missing", "suppression-not-allowed", "suppression-unknown"]);
    write("base.yaml", "kind: baseline\n");
    expect(check("a.yaml", "--baseline", "base.yaml")).toMatchObject({ code: 2, out: "" });
  });
});

describe("fix", () => {
  const strict = (...args: readonly string[]): Ran => check("--preset", "strict", ...args);

  test("writes only what changed, says how much, and has nothing left to do the second time", () => {
    write("a.yaml", STYLE);
    write("b.yaml", GOOD.replace("id: own", "id: other"));
    const before = statSync(join(folder, "b.yaml")).mtimeMs;
    expect(strict(".").err).toContain("其中 1 处可用 --fix 自动改正");
    expect(strict(".", "--fix", "--max-warnings", "0")).toEqual({ code: 0, out: "", err: "改正了 1 处，1 个文件\n检查了 2 个文档：0 个错误，0 个警告\n" });
    expect(read("a.yaml")).toBe(GOOD);
    expect(statSync(join(folder, "b.yaml")).mtimeMs).toBe(before);
    expect(strict(".", "--fix").err).toBe("改正了 0 处，0 个文件\n检查了 2 个文档：0 个错误，0 个警告\n");
  });

  test("--dry-run prints a diff that git applies, writes nothing, and ends as the check does", () => {
    write("目录/a.yaml", `kind： indicator-library\n${STYLE.split("\n").slice(1).join("\n")}`);
    const { code, out, err } = strict(".", "--fix", "--dry-run");
    expect([code, err]).toEqual([1, "可改正 2 处，1 个文件；没有写入\n检查了 1 个文档：1 个错误，0 个警告\n其中 1 处可用 --fix 自动改正（--fix --dry-run 先看改动）\n"]);
    expect(read("目录/a.yaml")).toContain("kind： ");
    write("change.diff", out);
    expect(spawnSync("git", ["apply", "change.diff"], { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
    expect(read("目录/a.yaml")).toBe(GOOD);
  });

  test("a byte order mark and Windows line ends stay; bytes that are no UTF-8 are not touched", () => {
    write("a.yaml", `\ufeff${STYLE.replaceAll("\n", "\r\n")}`);
    strict("a.yaml", "--fix");
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe(`\ufeff${GOOD.replaceAll("\n", "\r\n")}`);
    const bytes = Buffer.concat([Buffer.from(STYLE), Buffer.from([0x23, 0xd6, 0xd0, 0x0a])]);
    writeFileSync(join(folder, "b.yaml"), bytes);
    strict("b.yaml", "--fix");
    expect(readFileSync(join(folder, "b.yaml")).equals(bytes)).toBe(true);
  });

  test("what was accepted is left as it is; shipped documents named by id are not written", () => {
    const text = STYLE.replace("kind: direct } }", "kind: direct } } # jixiao-disable-line key-order -- 照录");
    write("a.yaml", text);
    strict("a.yaml", "--fix");
    expect(read("a.yaml")).toBe(text);
    expect(strict("changzhou", "--fix").err).toContain("改正了 0 处");
  });

  test("the schema line points from the document to the installed package", () => {
    mkdirSync(join(folder, "node_modules", "jixiao"), { recursive: true });
    cpSync(join(ROOT, "schema"), join(folder, "node_modules", "jixiao", "schema"), { recursive: true });
    write("sub/a.yaml", GOOD);
    strict(".", "--fix");
    const [first = ""] = read("sub/a.yaml").split("\n");
    expect(first).toBe("# yaml-language-server: $schema=../node_modules/jixiao/schema/indicator-library.json");
    expect(existsSync(join(folder, "sub", first.slice(first.indexOf("=") + 1)))).toBe(true);
  });

  test("the shipped rules are silent under strict, and --fix leaves them alone", () => {
    expect(jixiao(["check", "rules", "--preset", "strict", "--fix", "--dry-run", "--max-warnings", "0"], { cwd: ROOT })).toMatchObject({ code: 0, out: "" });
  });
});

test("an evaluation is checked whole, under every format, with the example that ships", () => {
  cpSync(EXAMPLE, folder, { recursive: true });
  for (const format of ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"]) expect(check(".", "--format", format).code, format).toBe(0);
});
