// docs/ci.md and the hooks work as written: the packed tarball is installed in a scratch repository, and every line
// that the guide tells a CI or a reader to run is taken out of it and run there.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";

const ROOT = resolve(import.meta.dirname, "..");
const GUIDE = readFileSync(join(ROOT, "docs", "ci.md"), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "jixiao-guide-"));
const home = join(scratch, "项目");

/** The blocks of a language, in order; each with the heading above it. */
const blocks = (language: string): readonly { readonly heading: string; readonly text: string }[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map(({ 1: text = "", index }) => ({ text, heading: /(?:^|\n)## ([^\n]+)\n(?![^]*\n## )/.exec(GUIDE.slice(0, index))?.[1] ?? "" }));
const block = (language: string, heading: string, index = 0): string => blocks(language).filter((one) => one.heading === heading)[index]?.text ?? "";

interface Ran {
  readonly code: number | null;
  readonly text: string;
}
function shell(line: string, env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", line], { cwd: home, encoding: "utf8", env: { ...process.env, npm_config_prefer_offline: "true", npm_config_audit: "false", npm_config_fund: "false", ...env } });
  return { code: status, text: `${stdout}${stderr}` };
}
const git = (...args: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: home, encoding: "utf8" });
  return { code: status, text: `${stdout}${stderr}` };
};
const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(home, file)), { recursive: true });
  writeFileSync(join(home, file), text);
};
const CASES = "kind: test\ntitle: 学生资助\nframework: student-aid-2022\ncases:\n  - name: 照实填报\n    objectives: student-aid-2022-objectives\n    values: { budget-execution-rate: not-applicable }\n    expect: { diagnostics: [{ code: not-applicable-forbidden }] }\n";
const spoil = (): void => put("frameworks/framework.yaml", readFileSync(join(home, "frameworks", "framework.yaml"), "utf8").replace("total: 100", "total: 90"));

beforeAll(() => {
  mkdirSync(home);
  put("package.json", '{ "name": "bureau", "version": "1.0.0", "private": true }\n');
  put(".gitignore", "node_modules\n");
  const packed = spawnSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch], { cwd: ROOT, encoding: "utf8" });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  expect(shell(`npm install --save-dev "${join(scratch, filename)}"`)).toMatchObject({ code: 0 });
  git("init", "-q");
});
beforeEach(() => {
  rmSync(join(home, "frameworks"), { recursive: true, force: true });
  cpSync(join(ROOT, "rules", "examples", "student-aid-2022"), join(home, "frameworks"), { recursive: true });
  put("frameworks/a.test.yaml", CASES);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("the guide holds what it says it holds", () => {
  expect(blocks("yaml").map((one) => one.heading)).toEqual(["GitHub Actions", "GitLab CI", "提交前检查", "配置"]);
  expect(blocks("sh").map((one) => one.heading)).toEqual(["提交前检查", "合并请求中比对版本", "暂时接受的问题", "自动改正"]);
});

describe("GitHub Actions", () => {
  const workflow = parse(block("yaml", "GitHub Actions")) as { permissions: Record<string, string>; jobs: { jixiao: { steps: { run?: string; uses?: string; with?: Record<string, unknown>; if?: string }[] } } };
  const { steps } = workflow.jobs.jixiao;
  const lines = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  test("every line runs; what later steps use has been written", () => {
    expect(lines.length).toBe(3);
    put("summary.md", "");
    for (const line of lines) expect(shell(line, { GITHUB_STEP_SUMMARY: join(home, "summary.md") }), line).toMatchObject({ code: 0 });
    const used = steps.flatMap((one) => [one.with?.["sarif_file"], one.with?.["path"]]).filter((one): one is string => typeof one === "string");
    expect(used).toEqual(["jixiao.sarif", "jixiao-tests.xml"]);
    for (const file of used) expect(existsSync(join(home, file)), file).toBe(true);
    expect((JSON.parse(readFileSync(join(home, "jixiao.sarif"), "utf8")) as { version: string }).version).toBe("2.1.0");
    expect(readFileSync(join(home, "summary.md"), "utf8")).toContain("# 检查报告");
    expect(workflow.permissions["security-events"]).toBe("write");
  });
  test("a framework that breaks a rule fails the step, with an annotation, and the SARIF is there all the same", () => {
    rmSync(join(home, "jixiao.sarif"), { force: true });
    spoil();
    const { code, text } = shell(lines[1] ?? "");
    expect(code).toBe(1);
    expect(text).toContain("::error file=frameworks/framework.yaml,line=13,");
    expect(existsSync(join(home, "jixiao.sarif"))).toBe(true);
  });
});

describe("GitLab CI", () => {
  const jobs = parse(block("yaml", "GitLab CI")) as Record<string, { script: string[]; artifacts: { reports: Record<string, string> } }>;
  test.each(Object.keys(jobs))("%s: every line runs, every report is written", (name) => {
    const job = jobs[name];
    if (job === undefined) throw new Error(name);
    for (const line of job.script) expect(shell(line), line).toMatchObject({ code: 0 });
    for (const file of Object.values(job.artifacts.reports)) expect(existsSync(join(home, file)), file).toBe(true);
  });
});

describe("before a commit", () => {
  beforeEach(() => {
    const hook = join(home, ".git", "hooks", "pre-commit");
    writeFileSync(hook, block("sh", "提交前检查"));
    chmodSync(hook, 0o755);
  });
  test("what is staged is checked, and not what lies in the working folder", () => {
    git("add", "-A");
    expect(git("commit", "-qm", "first")).toMatchObject({ code: 0 });
    spoil();
    git("add", "-A");
    const refused = git("commit", "-qm", "spoilt");
    expect(refused.code).not.toBe(0);
    expect(refused.text).toContain("frameworks/framework.yaml:13:8 错误 weights-sum-total");
    git("reset", "-q");
    put("note.txt", "甲\n");
    git("add", "note.txt");
    expect(git("commit", "-qm", "no document")).toMatchObject({ code: 0 });
  });
  test("the hook for pre-commit names a command that runs, and is triggered by documents", () => {
    const [hook] = parse(readFileSync(join(ROOT, ".pre-commit-hooks.yaml"), "utf8")) as [{ id: string; entry: string; files: string; pass_filenames: boolean; language: string }];
    const { repos } = parse(block("yaml", "提交前检查")) as { repos: { hooks: { id: string; args: string[] }[] }[] };
    const used = repos[0]?.hooks[0];
    expect(used?.id).toBe(hook.id);
    expect([hook.pass_filenames, hook.language]).toEqual([false, "system"]);
    expect(["a.yaml", "b.yml", "sub/c.json", "d.txt"].map((file) => new RegExp(hook.files).test(file))).toEqual([true, true, true, false]);
    expect(shell(`${hook.entry} ${used?.args.join(" ")}`)).toMatchObject({ code: 0 });
    spoil();
    expect(shell(`${hook.entry} ${used?.args.join(" ")}`)).toMatchObject({ code: 1 });
  });
});

describe("versions in a pull request", () => {
  const origin = join(scratch, "origin.git");
  beforeAll(() => {
    rmSync(join(home, ".git", "hooks", "pre-commit"), { force: true });
    git("checkout", "-qB", "main");
    git("add", "-A");
    git("commit", "-qm", "base");
    git("clone", "-q", "--bare", home, origin);
    git("remote", "add", "origin", origin);
  });
  test("the same passes, a change of scores does not", () => {
    const lines = block("sh", "合并请求中比对版本");
    git("add", "-A");
    git("commit", "-qm", "as on the main branch");
    git("push", "-qf", "origin", "main");
    expect(shell(lines)).toEqual({ code: 0, text: "没有差别\n" });
    spoil();
    const { code, text } = shell(lines);
    expect(code).toBe(1);
    expect(text).toContain("指标体系 student-aid-2022 1.0.0（应不低于 2.0.0）\n 1 ? 可能影响得分 total-changed\n");
    expect(text).toContain(" 2 ✗ 影响得分 scoring-refused\n");
  });
});

describe("the rest of the guide", () => {
  test("the configuration is sound", () => {
    put("jixiao.config.yaml", block("yaml", "配置"));
    expect(shell("npx jixiao check frameworks jixiao.config.yaml")).toMatchObject({ code: 0 });
    rmSync(join(home, "jixiao.config.yaml"));
  });
  test.each(["暂时接受的问题", "自动改正"])("%s: the commands run", (heading) => {
    expect(shell(block("sh", heading))).toMatchObject({ code: 0 });
    rmSync(join(home, "jixiao.baseline.yaml"), { force: true });
  });
  test("the comments that accept a finding are read as such", () => {
    const comments = block("text", "暂时接受的问题").trim().split("\n");
    expect(comments).toHaveLength(3);
    put("b.yaml", `${comments[2]}\nkind: config\n${comments[0]}\ntitle: 甲\n${(comments[1] ?? "").replace("weight: 10", "id: a")}\n`);
    expect(shell("npx jixiao check b.yaml --preset strict").text).toContain("另有 1 处已抑制");
    rmSync(join(home, "b.yaml"));
  });
  test("every option and format of the guide is one that the help names", () => {
    const help = shell("npx jixiao check --help && npx jixiao diff --help").text;
    for (const [option] of GUIDE.matchAll(/--[a-z][a-z-]+/g)) if (!["--help", "--save-dev", "--cached", "--quiet", "--all", "--prefix"].includes(option)) expect(help, option).toContain(option);
    for (const [, formats = ""] of GUIDE.matchAll(/^\| ((?:`[a-z]+`、?)+) \|/gm)) for (const [, format] of formats.matchAll(/`([a-z]+)`/g)) expect(help).toContain(format);
  });
});
