// jixiao diff as a user runs it: files, folders, revisions of git, standard input; what it prints, and its exit codes.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
const CASES = join(ROOT, "fixtures", "diff");
let folder = "";

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
function jixiao(args: readonly string[], more: { readonly input?: string; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "diff", ...args], { cwd: more.cwd ?? folder, input: more.input ?? "", encoding: "utf8", ...(more.env === undefined ? {} : { env: more.env }) });
  return { code: status, out: stdout, err: stderr };
}
const git = (...args: readonly string[]): void => void execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", ...args], { cwd: folder, stdio: "pipe" });
const pathOf = (name: string, file: string): string => join(CASES, name, file);
const write = (file: string, text: string): void => {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), text);
};

/** A repository of two commits: the second makes a tier wider and rewords a rule; then a weight is edited and not committed. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jixiao-diff-"));
  git("init", "-q");
  const framework = readFileSync(pathOf("tier-bound", "old.yaml"), "utf8").replace("packs: []", "packs: [city]");
  write("rules/frameworks/base.yaml", framework);
  write("rules/frameworks/city.yaml", readFileSync(pathOf("floor-raised", "old.yaml"), "utf8"));
  write("rules/notes.json", '{ "remarks": "not a document" }\n');
  write("rules/.hidden/base.yaml", framework);
  write("财政/规则 1.yaml", framework);
  git("add", "-A");
  git("commit", "-qm", "first");
  git("tag", "v1");
  write("rules/frameworks/base.yaml", framework.replace("[80%, 90%)", "[85%, 90%)").replace("[0%, 80%)", "[0%, 85%)"));
  git("commit", "-qam", "second");
  write("rules/frameworks/base.yaml", framework.replace("name: 改造户数\n        weight: 20", "name: 改造户数\n        weight: 25").replace("name: 档案\n        weight: 10", "name: 档案\n        weight: 5"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const codes = (out: string): string[] => (JSON.parse(out) as { changes: { code: string; class: string }[] }).changes.map(({ code, class: grave }) => `${code} ${grave}`);

describe("two files", () => {
  test("the same: exit 0, and said so", () => {
    expect(jixiao([pathOf("same-words", "old.yaml"), pathOf("same-words", "new.yaml")])).toEqual({ code: 0, out: "没有差别\n", err: "" });
    expect(jixiao([pathOf("same-words", "old.yaml"), pathOf("same-words", "new.yaml"), "--lang", "en"]).out).toBe("no differences\n");
  });

  test("text: heading with the version due, class, code, path, sentence with values, both places, sums", () => {
    const { code, out } = jixiao(["tier.old.yaml", "tier.new.yaml"].map((_, index) => pathOf("tier-bound", index === 0 ? "old.yaml" : "new.yaml")));
    expect(code).toBe(1);
    expect(out).toBe(
      [
        "指标体系 base 1.2.0（应不低于 2.0.0）",
        " 1 ✗ 影响得分 tier-bound-changed output/quality",
        "     “验收合格率”的分档界限原为 [80%, 90%); [0%, 80%)，现为 [85%, 90%); [0%, 85%)；实际完成值 80% 时，原得 15.00 分，现得 0.00 分",
        `     ${pathOf("tier-bound", "old.yaml")}:45:15 → ${pathOf("tier-bound", "new.yaml")}:45:15`,
        " 2 · 仅文字 version-not-bumped",
        "     有改动而版本仍为 1.2.0，应不低于 2.0.0",
        `     ${pathOf("tier-bound", "old.yaml")}:3:10 → ${pathOf("tier-bound", "new.yaml")}:3:10`,
        "",
        "1 项影响得分，0 项可能影响得分，1 项仅文字；版本建议：主版本",
        "改动按所列次序逐项作出，每项与前一步比较。",
        "",
      ].join("\n"),
    );
  });

  test("English says the same", () => {
    const { out } = jixiao([pathOf("tier-bound", "old.yaml"), pathOf("tier-bound", "new.yaml"), "--lang", "en"]);
    expect(out).toContain("framework base 1.2.0 (should be at least 2.0.0)");
    expect(out).toContain("bounds of the tiers of “验收合格率”: [80%, 90%); [0%, 80%) before, [85%, 90%); [0%, 85%) now; actual 80%: points 15.00, now 0.00");
    expect(out).toContain("1 changes scores, 0 may change scores, 1 text only; version: major");
  });

  test("markdown for a pull request, csv for a sheet", () => {
    const { out } = jixiao([pathOf("tier-bound", "old.yaml"), pathOf("tier-bound", "new.yaml"), "--format", "markdown"]);
    expect(out.split("\n").slice(0, 5)).toEqual(["**1 项影响得分，0 项可能影响得分，1 项仅文字；版本建议：主版本**", "", "### 指标体系 base 1.2.0（应不低于 2.0.0）", "", "| # | 影响 | 种类 | 改动 | 位置 |"]);
    expect(out).toContain("| 1 | ✗ 影响得分 | `tier-bound-changed` | “验收合格率”的分档界限原为 [80%, 90%); [0%, 80%)");
    const { out: csv } = jixiao([pathOf("tier-bound", "old.yaml"), pathOf("tier-bound", "new.yaml"), "--format", "csv"]);
    expect(csv.split("\r\n")[0]).toBe("number,class,severity,breaks,code,kind,id,path,field,before,after,old,new,message");
    expect(csv.split("\r\n")[1]).toMatch(/^1,scores,error,false,tier-bound-changed,framework,base,output\/quality,method\/tiers\/2,"\[80%, 90%\); \[0%, 80%\)",/);
  });

  test.each([
    ["scores", "tier-bound", 1], ["scores", "floor-raised", 0],
    ["may", "floor-raised", 1], ["may", "interval-spelt", 0],
    ["text", "interval-spelt", 1], ["text", "same-words", 0],
    ["none", "tier-bound", 0],
  ])("--fail-on %s over %s: exit %d", (failOn, name, code) => {
    expect(jixiao([pathOf(name, "old.yaml"), pathOf(name, "new.yaml"), "--fail-on", failOn]).code).toBe(code);
  });

  test("without --fail-on only changes of scores fail", () => {
    expect(jixiao([pathOf("floor-raised", "old.yaml"), pathOf("floor-raised", "new.yaml")]).code).toBe(0);
    expect(jixiao([pathOf("weights", "old.yaml"), pathOf("weights", "new.yaml")]).code).toBe(1);
  });

  test("neighbours of a file are what it stands on, and a library beside it shows through", () => {
    const [old, next] = ["old", "new"].map((side) => join(folder, "beside", side));
    for (const [side, library] of [["old", "old.yaml"], ["new", "new.yaml"]]) {
      write(`beside/${side}/user.yaml`, readFileSync(pathOf("library-shows-through", "user.framework.yaml"), "utf8"));
      write(`beside/${side}/shared.yaml`, readFileSync(pathOf("library-shows-through", library ?? ""), "utf8"));
    }
    const { code, out } = jixiao([join(old ?? "", "user.yaml"), join(next ?? "", "user.yaml"), "--format", "json"]);
    expect([code, codes(out)]).toEqual([1, ["method-parameter-changed scores", "version-not-bumped text"]]);
    expect((JSON.parse(out) as { changes: { document: object; affects: object[] }[] }).changes[0]).toMatchObject({ document: { kind: "indicator-library", id: "shared" }, affects: [{ framework: "user", indicators: ["public-satisfaction"] }] });
  });

  test("built-in documents by their ids", () => {
    const { code, out } = jixiao(["project-self-evaluation", "project-self-evaluation-with-cost", "--format", "json"]);
    expect(code).toBe(1);
    expect(codes(out)[0]).toBe("document-id-changed scores");
  });
});

test("--help says what the sides may be, and that it is used like diff(1), in both languages", () => {
  const [zh, en] = [jixiao(["--help"]), jixiao(["--help", "--lang", "en"])];
  expect([zh.code, zh.out.split("\n")[0], en.out.split("\n")[0]]).toEqual([0, "用法：jixiao diff [选项] <旧> <新>", "Usage: jixiao diff [options] <old> <new>"]);
  for (const word of ["--replay", "--fail-on", "--format", "--lang", "-o, --output", "diff(1)", "main:rules/frameworks/x.yaml"]) expect([zh.out.includes(word), en.out.includes(word)], word).toEqual([true, true]);
});

describe("revisions of git", () => {
  test("a file at a revision against the working tree", () => {
    const { code, out } = jixiao(["HEAD~1:rules/frameworks/base.yaml", "rules/frameworks/base.yaml", "--format", "json"]);
    expect([code, codes(out)]).toEqual([1, ["weight-changed scores", "weight-changed scores", "version-not-bumped text"]]);
    expect((JSON.parse(out) as { changes: { old: { file: string }; new: { file: string } }[] }).changes[0]).toMatchObject({ old: { file: "HEAD~1:rules/frameworks/base.yaml" }, new: { file: "rules/frameworks/base.yaml" } });
  });

  test("a tag against a branch; the pack beside it is found at its revision", () => {
    const { code, out, err } = jixiao(["v1:rules/frameworks/base.yaml", "main:rules/frameworks/base.yaml", "--format", "json"]);
    expect([code, codes(out), err]).toEqual([1, ["tier-bound-changed scores", "version-not-bumped text"], ""]);
  });

  test("a folder at a revision: documents by kind and id, others passed over, hidden ones not seen", () => {
    const { code, out, err } = jixiao(["v1:rules", "HEAD:rules", "--format", "json"]);
    expect([code, codes(out)]).toEqual([1, ["tier-bound-changed scores", "version-not-bumped text"]]);
    expect((JSON.parse(out) as { documents: { id: string; status: string }[] }).documents.map(({ id, status }) => `${id} ${status}`)).toEqual(["city same", "base changed"]);
    expect(err).toBe("v1:rules 中有 1 个文件没有 kind，未作比对\nHEAD:rules 中有 1 个文件没有 kind，未作比对\n");
  });

  test("the top of a revision, a trailing slash, @, a path from here, a name with spaces and Chinese", () => {
    expect(codes(jixiao(["v1:", "HEAD:", "--format", "json"]).out)).toContain("tier-bound-changed scores");
    expect(codes(jixiao(["v1:rules/", "@:rules/", "--format", "json"]).out)).toEqual(["tier-bound-changed scores", "version-not-bumped text"]);
    expect(codes(jixiao(["v1:./base.yaml", "HEAD:./base.yaml", "--format", "json"], { cwd: join(folder, "rules", "frameworks") }).out)).toEqual(["tier-bound-changed scores", "version-not-bumped text"]);
    expect(jixiao(["v1:财政/规则 1.yaml", "财政/规则 1.yaml"]).out).toBe("没有差别\n");
  });

  test.each([
    ["nowhere:rules/frameworks/base.yaml", "git 仓库中没有名为 nowhere 的版本；浅克隆可能缺少历史"],
    ["v1:rules/frameworks/other.yaml", "没有 v1:rules/frameworks/other.yaml：路径应从仓库根目录写起"],
    ["--upload-pack=x:y", "没有名为 --upload-pack=x:y 的选项"],
  ])("%s cannot be read: exit 2", (name, words) => {
    const { code, out, err } = jixiao([name, "rules/frameworks/base.yaml"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("a path written from here is answered with the way to write it", () => {
    const { code, err } = jixiao(["v1:base.yaml", "base.yaml"], { cwd: join(folder, "rules", "frameworks") });
    expect([code, err]).toEqual([2, "jixiao: 没有 v1:base.yaml：路径应从仓库根目录写起，是否指 v1:./base.yaml\n"]);
  });

  test("outside a repository, and without git", () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "jixiao-none-"));
    try {
      const outside = jixiao(["HEAD:a.yaml", pathOf("weights", "new.yaml")], { cwd: elsewhere, env: { ...process.env, GIT_CEILING_DIRECTORIES: resolve(elsewhere, "..") } });
      expect([outside.code, outside.err]).toEqual([2, "jixiao: HEAD:a.yaml 须在 git 仓库中读取，这里不是\n"]);
      const without = jixiao(["HEAD:a.yaml", pathOf("weights", "new.yaml")], { env: { ...process.env, PATH: elsewhere } });
      expect([without.code, without.err]).toEqual([2, "jixiao: HEAD:a.yaml 须由 git 读取，这里没有 git\n"]);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  test("a file whose name looks like a revision is a file", () => {
    write("v1:base.yaml", readFileSync(join(folder, "rules/frameworks/base.yaml"), "utf8"));
    expect(jixiao(["v1:base.yaml", "rules/frameworks/base.yaml"])).toEqual({ code: 0, out: "没有差别\n", err: "" });
    rmSync(join(folder, "v1:base.yaml"));
  });
});

describe("standard input and trouble", () => {
  test("- is one side", () => {
    const input = readFileSync(pathOf("weights", "new.yaml"), "utf8");
    expect(codes(jixiao([pathOf("weights", "old.yaml"), "-", "--format", "json"], { input }).out)).toEqual(["weight-changed scores", "weight-changed scores", "version-not-bumped text"]);
    const both = jixiao(["-", "-"], { input });
    expect([both.code, both.out, both.err]).toEqual([2, "", "jixiao: 两边都是 -，应只有一边从标准输入读取\n"]);
  });

  test.each([
    [[], "所给参数有 0 个，应为两个：旧版本 新版本"],
    [["a.yaml", "b.yaml", "c.yaml"], "所给参数有 3 个，应为两个：旧版本 新版本"],
    [["no-such.yaml", "b.yaml"], "没有名为 no-such.yaml 的文件或内置文档"],
    [["a", "b", "--fail-on", "all"], "--fail-on all，应为：scores、may、text、none"],
    [["a", "b", "--format", "sarif"], "--format sarif，应为：text、json、markdown、csv"],
  ])("%j: exit 2", (args, words) => {
    const { code, out, err } = jixiao(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("--fail-on and --replay belong to diff", () => {
    const { status, stderr } = spawnSync(process.execPath, [CLI, "check", "rules", "--fail-on", "may"], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([2, "jixiao: check --fail-on，应为：diff\n"]);
  });

  test("a document that cannot be read is told with its place, the rest is compared, and the exit code is 2", () => {
    for (const side of ["old", "new"]) {
      write(`broken/${side}/base.yaml`, readFileSync(pathOf("weights", `${side}.yaml`), "utf8"));
      write(`broken/${side}/pack.yaml`, `kind: pack\nid: x\nversion: 1\n`);
    }
    const { code, out, err } = jixiao(["broken/old", "broken/new", "--format", "json"]);
    expect([code, codes(out)]).toEqual([2, ["weight-changed scores", "weight-changed scores", "version-not-bumped text"]]);
    expect(err).toContain("broken/old/pack.yaml:3:10 错误 value-form");
    expect(err).toContain("broken/new/pack.yaml:1:1 错误 key-missing");
  });

  test("what stands where a document cannot be read is neither gone nor new", () => {
    const whole = readFileSync(pathOf("weights", "old.yaml"), "utf8");
    write("half/old/sub/base.yaml", whole);
    write("half/new/sub/base.yaml", whole.replace("total: 100", "total: １００"));
    write("half/old/pack.yaml", readFileSync(pathOf("floor-raised", "old.yaml"), "utf8"));
    write("half/new/pack.yaml", readFileSync(pathOf("floor-raised", "new.yaml"), "utf8"));
    const folders = jixiao(["half/old", "half/new", "--format", "json"]);
    expect([folders.code, codes(folders.out)]).toEqual([2, ["floor-raised may", "version-not-bumped text"]]);
    expect(folders.err).toContain("half/new/sub/base.yaml:10:8 错误");
    expect(folders.err).toContain("half/old/sub/base.yaml 未作比对：另一版的同一文件读不出\n");
    git("add", "-A", "half");
    git("commit", "-qm", "half");
    expect(codes(jixiao(["half/old", "HEAD:half/new", "--format", "json"]).out)).toEqual(["floor-raised may", "version-not-bumped text"]);
    expect(codes(jixiao(["HEAD:half/old", "half/new/", "--format", "json"]).out)).toEqual(["floor-raised may", "version-not-bumped text"]);
    const files = jixiao(["half/old/sub/base.yaml", "half/new/sub/base.yaml"]);
    expect([files.code, files.out]).toEqual([2, ""]);
  });

  test("a folder without documents", () => {
    write("empty/readme.txt", "");
    expect(jixiao(["empty", "rules"]).code).toBe(2);
  });
});

describe("--replay", () => {
  const replay = (...more: readonly string[]): Ran => jixiao([join(ROOT, "fixtures/replay/weights-and-tiers/old.yaml"), join(ROOT, "fixtures/replay/weights-and-tiers/new.yaml"), "--replay", join(ROOT, "fixtures/replay/weights-and-tiers/actuals"), ...more]);
  test("the table of those that change, by which change, and the sums", () => {
    const { code, out } = replay();
    expect(code).toBe(1);
    expect(out).toContain("重评：5 份，3 份两版均能评分：3 份指标得分改变，3 份总分改变，1 份等级改变（升 0，降 1）；只在原版能评分 0 份，只在现版 1 份，两版都不能 1 份\n");
    expect(out).toContain("  b          58.22   49.75  -8.47  差      差      #3 +3.75（差→中），#5 -5（中→差），#7 -7.22\n");
    expect(out).toContain("  #3 weight-changed 改造户数             3  +13.75\n");
    expect(out).toContain("差额合计 -4.47，最小 -8.47，最大 +5，平均 -1.49\n");
  });
  test("csv: one line per evaluation", () => {
    const lines = replay("--format", "csv").out.split("\r\n");
    expect(lines[0]).toBe("file,id,framework,objectives,subject,as-of,status,old-total,new-total,difference,old-grade,new-grade,grade,changes,reason");
    expect(lines[1]).toMatch(/a\.yaml,a,base,,,2024-12-31,changed,90\.50,89\.50,-1,优,良,down,#3 \+5; #4 -3; #5 -3,$/);
    expect(lines.length).toBe(7);
  });
  test("a mean that does not end is marked as rounded", () => {
    const at = (file: string): string => join(ROOT, "fixtures/replay/together", file);
    expect(jixiao([at("old.yaml"), at("new.yaml"), "--replay", at("actuals")]).out).toContain("平均 +0.05 = 4/75，四舍五入\n");
    expect(jixiao([at("old.yaml"), at("new.yaml"), "--replay", at("actuals/a.yaml"), "--replay", at("actuals/b.yaml"), "--lang", "en"]).out).toContain("2 evaluations, 2 scored on both sides");
  });
  test("objectives are found beside the actuals; frameworks and libraries among the shipped ones", () => {
    const evaluation = join(ROOT, "fixtures", "evaluations", "project");
    const framework = readFileSync(join(ROOT, "rules/frameworks/project-evaluation.yaml"), "utf8");
    write("replay/new.yaml", framework.replace("{ use: project-basis, weight: 3 }", "{ use: project-basis, weight: 2 }").replace("{ use: project-procedure, weight: 2 }", "{ use: project-procedure, weight: 3 }"));
    const { code, out } = jixiao(["project-evaluation", "replay/new.yaml", "--replay", join(evaluation, "actuals.yaml"), "--format", "json"]);
    const { evaluations } = JSON.parse(out) as { evaluations: { difference: string; parts: { changes: number[]; difference: string }[]; old: { total: string } }[] };
    expect(code).toBe(1);
    // 立项依据 5/5 × (2 − 3) = −1；立项程序 3/3 × (3 − 2) = +1
    expect(evaluations).toMatchObject([{ difference: "0", old: { total: "92.91" }, parts: [{ changes: [1], difference: "-1" }, { changes: [2], difference: "+1" }] }]);
  });
  test("nothing to replay: exit 2", () => {
    const { code, out, err } = jixiao([pathOf("weights", "old.yaml"), pathOf("weights", "new.yaml"), "--replay", pathOf("weights", "old.yaml")]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("没有actuals文档");
  });
});

describe("json obeys its published schema", () => {
  test("a comparison of folders, and a replay", () => {
    const diffs = outputSchema("diff.json");
    expect(diffs(JSON.parse(jixiao(["v1:rules", "HEAD:rules", "--format", "json", "--lang", "en"]).out)) ? [] : diffs.errors).toEqual([]);
    const replays = outputSchema("replay.json");
    const at = (file: string): string => join(ROOT, "fixtures", "replay", "weights-and-tiers", file);
    expect(replays(JSON.parse(jixiao([at("old.yaml"), at("new.yaml"), "--replay", at("actuals"), "--format", "json"]).out)) ? [] : replays.errors).toEqual([]);
  });
});

/** A published schema as a validator. */
const outputSchema = (name: string) => new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(ROOT, "schema", "output", name), "utf8")) as object);
