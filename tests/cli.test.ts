// The built command, run as a user runs it: output, talk, exit codes.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
const EXAMPLE = join(ROOT, "rules", "examples", "student-aid-2022");
let folder = "";

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
function jixiao(args: readonly string[], input = ""): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, input, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}
const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jixiao-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fresh = (): void => cpSync(EXAMPLE, folder, { recursive: true });

describe("score and explain", () => {
  test("a built-in example by name: the table, the grade, the lost points", () => {
    const { code, out, err } = jixiao(["score", "student-aid-2022"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("│ 一级指标   │ 二级指标           │ 三级指标                 │ 年度指标值 │");
    expect(out).toContain("│            │ 社会效益指标       │ 政策知晓率               │ =100%      │ 98%");
    expect(out).toContain("等级 优");
    expect(out).toContain("  得分 = 完成率 × 分值 = 0.98 × 10 = 9.8\n");
    const widths = new Set(out.split("\n").filter((line) => /^[┌├└]/.test(line)).map((line) => line.length));
    expect(widths.size).toBe(1);
  });

  test("json is one scorecard, markdown a table, -o a file", () => {
    const { out } = jixiao(["score", "student-aid-2022", "--format", "json"]);
    const card = JSON.parse(out) as { total: { points: string }; grade: string };
    expect([card.total.points, card.grade]).toEqual(["99.80", "优"]);
    expect(jixiao(["score", "student-aid-2022", "--format", "markdown"]).out).toContain("| 总分 |  |  |  |  | 100 | 99.80 |");
    const { code, out: nothing } = jixiao(["score", "student-aid-2022", "--format", "json", "-o", "card.json"]);
    expect([code, nothing, readFileSync(join(folder, "card.json"), "utf8")]).toEqual([0, "", out]);
  });

  test("html and csv of one evaluation; the findings of its recheck", () => {
    const { code, out, err } = jixiao(["score", "student-aid-2022", "--format", "html"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">[^]*<h1>学生资助项目（云南省某县）<\/h1>[^]*怎样改变等级[^]*<\/html>\n$/);
    expect(out).not.toContain("复核");
    expect(jixiao(["audit", join(ROOT, "fixtures", "cases", "table-05.json"), "--format", "json", "-o", "audit.json"]).code).toBe(1);
    const only = jixiao(["score", "student-aid-2022", "--format", "html", "--audit", "audit.json", "--only", "lost", "--lang", "en"]).out;
    expect(only).toContain('<html lang="en">');
    expect(only).toContain("met-target-partial-points");
    expect(only.split("<article>").length).toBe(2);
    expect(jixiao(["score", "student-aid-2022", "--format", "csv"]).out).toMatch(/^\ufeff一级指标,二级指标,三级指标,年度指标值,[^]*\r\n总分,,,,,,100,99\.80,,优,,,,,,\r\n$/);
  });

  test("html and csv of many: one report, last year beside it, and what could not be scored has its line", () => {
    const given = join(ROOT, "fixtures", "evaluations");
    expect(jixiao(["score", given, "--format", "json", "-o", "last.json"]).code).toBe(1); // its expected.yaml files have no kind
    const page = jixiao(["score", join(given, "project"), join(given, "policy"), "--format", "html", "--previous", "last.json"]).out;
    expect(page).toContain("<h1>绩效评价汇总报告</h1>");
    expect(page).toContain("对应上的 2；等级上升 0；等级下降 0；等级不变 2；本年新增 0；上年有、本年没有 4");
    const summary = jixiao(["score", join(given, "project"), join(given, "policy"), "--format", "markdown", "--previous", "last.json"]).out;
    expect(summary).toMatch(/^# 绩效评价汇总报告\n\n## 项目支出 · 财政评价（满分 100）\n/);
    expect(summary).toContain("| 2 | 1 | 示例市企业技术改造补助政策（虚构） | 示例市工业和信息化局（虚构） | 84.19 | 良 | 5.81 | 84.19 | 0.00 |");
    expect(summary.split("\n").filter((line) => line.startsWith("# ")).length).toBe(3);
    fresh();
    edit("actuals.yaml", "387664.62", "38万");
    const { code, out, err } = jixiao(["score", "actuals.yaml", "student-aid-2022", "--format", "csv", "--rank", "dense"]);
    expect(code).toBe(1);
    expect(err).toContain("actuals.yaml:");
    const lines = out.split("\r\n");
    expect(lines.length).toBe(4);
    expect(lines[1]).toContain(",99.80,");
    expect(lines[2]).toMatch(/^,,actuals\.yaml,.*38万/);
    expect(jixiao(["score", "student-aid-2022", "--format", "csv", "--lines", "indicators"]).out.split("\r\n").length).toBe(12);
  });

  test("files, a folder and standard input find the documents they refer to", () => {
    fresh();
    const byName = jixiao(["score", "student-aid-2022"]).out;
    expect(jixiao(["score", "actuals.yaml"]).out).toBe(byName);
    expect(jixiao(["score", "."]).out).toBe(byName);
    expect(jixiao(["score", "-"], readFileSync(join(EXAMPLE, "actuals.yaml"), "utf8")).out).toBe(byName);
  });

  test("one indicator, in English", () => {
    const { code, out } = jixiao(["explain", "student-aid-2022", "--indicator", "policy-awareness", "--lang", "en"]);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        "效益指标 / 社会效益指标 / 政策知晓率: Weight 10, Points 9.80, Lost 0.20",
        "  Target =100%; Actual 98%; Method Proportional",
        "  target reached? actual ≥ target: 98% ≥ 100%, no",
        "  actual not above 0? actual ≤ 0: 98% ≤ 0, no",
        "  completion = actual ÷ target = 98 ÷ 100 = 0.98",
        "  points = completion × weight = 0.98 × 10 = 9.8",
        "  Basis: 财预〔2020〕10号, 未达到年度指标值的按完成比例计分 (unverified)",
        "",
      ].join("\n"),
    );
  });

  test("what if: the smallest change of one value, in words and as data", () => {
    const { code, out, err } = jixiao(["explain", "student-aid-2022", "--what-if", "--indicator", "aided-students", "--lang", "en"]);
    // 99.80 − 10 + 0.19 = 89.99: the points of 735 × 0.0195 = 14.3325 round to 0.20
    expect([code, err, out]).toEqual([0, "", [
      "What if 学生资助项目支出绩效自评指标体系（2022 年）: Total 99.80, Grade 优 (next worse grade 良)",
      "",
      "产出指标 / 数量指标 / 学生受资助人数: Points 10.00, full marks are worth 10 (10%) of the total",
      "  actual 735",
      "    drops to “良”: 14 (bound 14.3325, not included) → Points 0.19, Total 89.99, 良",
      "",
    ].join("\n")]);
    const data = JSON.parse(jixiao(["explain", "student-aid-2022", "--what-if", "--format", "json"]).out) as { kind: string; total: string; indicators: { id: string; inputs: { changes: unknown[] }[] }[] };
    expect([data.kind, data.total]).toEqual(["what-if", "99.80"]);
    expect(data.indicators.find(({ id }) => id === "aided-students")?.inputs[0]?.changes).toEqual([{ what: "drop", of: "良", shift: { threshold: { value: "14.3325", included: false }, value: "14", points: "0.19", total: "89.99", grade: "良" } }]);
    expect(jixiao(["explain", "student-aid-2022", "--what-if"]).out).toContain("定性评价：10，占满分 10%；10，占得分 10.02…%\n");
  });

  test("what is missing gives a range and exit 0; what is faulty gives its place and exit 1", () => {
    fresh();
    edit("actuals.yaml", "policy-awareness: 98%", "policy-awareness: pending");
    const pending = jixiao(["score", "actuals.yaml"]);
    expect(pending.code).toBe(0);
    expect(pending.out).toContain("90.00–100.00");
    expect(pending.out).toContain("尚缺：policy-awareness");
    edit("actuals.yaml", "policy-awareness: pending", "policy-awareness: 98");
    edit("actuals.yaml", "aided-students: 735", "aided-students: 7,00.0,77");
    const faulty = jixiao(["score", "actuals.yaml"]);
    expect([faulty.code, faulty.out]).toEqual([1, ""]);
    expect(faulty.err).toContain("actuals.yaml:10:19 错误 value-not-a-number");
    expect(faulty.err).toContain("actuals.yaml:15:21 错误 unit-missing");
    expect(faulty.err).toContain("“政策知晓率”的“98”没有计量单位，应写明 %");
  });
});

describe("check", () => {
  test("every shipped framework, pack and library is clean", () => {
    const { code, out, err } = jixiao(["check", join(ROOT, "rules")]);
    expect([code, out]).toEqual([0, ""]);
    // What the example copies from a published table is accepted there, with the reason.
    expect(err).toMatch(/^检查了 \d+ 个文档：0 个错误，0 个警告，另有 \d+ 处已抑制\n$/);
  });

  test("a changed weight is told at once, with line, column and frame", () => {
    fresh();
    edit("framework.yaml", "weight: 40", "weight: 41");
    const { code, out } = jixiao(["check", "framework.yaml"]);
    expect(code).toBe(1);
    expect(out).toContain("framework.yaml:13:8 错误 weights-sum-total\n  一级指标分值合计为 101，应为 100\n");
    expect(out).toContain("> 13 | total: 100\n     |        ^^^\n");
    const data = JSON.parse(jixiao(["check", "framework.yaml", "--format", "json", "--lang", "en"]).out) as { findings: { code: string; message: string; span: { start: { line: number; column: number } } }[] };
    expect(data.findings.map(({ code: id, message, span }) => [id, message, span.start.line, span.start.column])).toEqual([["weights-sum-total", "the level-1 weights sum to 101, should be 100", 13, 8]]);
  });

  test("a copy of a shipped framework with a lighter satisfaction: the rule, the norm, the clause, the place", () => {
    const text = readFileSync(join(ROOT, "rules", "frameworks", "project-evaluation.yaml"), "utf8");
    const copy = text.replace("id: project-evaluation\n", "id: my-framework\nsector: public-service\n").replace("weight: 15 }", "weight: 12 }");
    writeFileSync(join(folder, "my-framework.yaml"), copy);
    const at = copy.slice(0, copy.indexOf("weight: 12 }")).split("\n");
    const { code, out } = jixiao(["check", "my-framework.yaml"]);
    expect(code).toBe(1);
    expect(out).toContain(`my-framework.yaml:${at.length}:${(at.at(-1) ?? "").length + "weight: ".length + 1} 错误 weight-below-floor`);
    expect(out).toContain("指标分值合计为 12，公共服务领域应不低于 15");
    expect(out).toContain("依据：常州市《关于全面深化预算绩效管理的实施意见》，社会评价指标权重，公共服务类项目不得低于15分，经济发展类、社会保障类项目不得低于10分（已公布）");
    expect(out).toMatch(/相关位置：.*changzhou\.yaml:12:5/);
  });

  test("--proof: what is proved of the rules stands after the findings", () => {
    const { code, out } = jixiao(["check", "objective-review", "--proof"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^静态分析 项目支出绩效目标审核指标体系（objective-review 1\.0\.0）\n/);
    expect(out.match(/完成得更好，得分不降低：已证明/g)).toHaveLength(8);
    expect(out).toContain("总分：最低 0.00（差），最高 100.00（优）\n  指标得分越高，总分不降低：已证明（否决与扣减除外）\n评不到的等级：没有\n");
  });

  test("--write-tests: what was found becomes cases that pass, beside the documents", () => {
    const text = (points: number): string => `kind: framework
id: mine
version: 1.0.0
category: project
purpose: self-evaluation
title: 试用
basis: { document: 测试, status: illustrative }
effective: { from: 2024-01-01 }
packs: []
total: 100
rounding: { places: 2, mode: half-up }
grades: [{ name: 优, from: 90 }, { name: 差, from: 0 }]
not-applicable: rescale-total
missing: block
indicators:
  - { id: a, name: 完成率, weight: 100, unit: "%", method: { kind: tiered, tiers: [{ when: 90%以上, points: ${points} }, { when: 80%（含）-90%, points: 100 }, { when: 低于80%, points: 0 }] } }
`;
    mkdirSync(join(folder, "written"), { recursive: true });
    writeFileSync(join(folder, "written", "mine.yaml"), text(80));
    const { code, err } = jixiao(["check", "written/mine.yaml", "--write-tests", "written/mine.test.yaml"]);
    expect(code).toBe(1);
    expect(err).toMatch(/^写出用例 written\/mine\.test\.yaml：\d+ 个$/m);
    const written = readFileSync(join(folder, "written", "mine.test.yaml"), "utf8");
    expect(written).toContain('  - { name: "完成率：90% 现得 80.00 分", values: { a: 90% }, expect: { points: { a: 80.00 } } }\n');
    expect(jixiao(["test", "written/mine.test.yaml"]).code).toBe(0);
    writeFileSync(join(folder, "written", "mine.yaml"), text(100));
    const mended = jixiao(["test", "written/mine.test.yaml"]);
    expect(mended.code).toBe(1);
    expect(mended.out).toContain("a 的得分：期望 80.00，得到 100.00");
    expect(mended.out).toContain("：档的次序\n");
  });

  test("an indicator refused for its method raises no second error about sums", () => {
    fresh();
    edit("objectives.yaml", "method: proportional }", "method: propotional }");
    const { code, out } = jixiao(["check", "objectives.yaml"]);
    expect(code).toBe(1);
    expect(out.match(/错误 [a-z-]+/g)).toEqual(["错误 method-unknown"]);
    expect(out).toContain("是否指 proportional");
  });
});

describe("list, schema, usage", () => {
  test("list --format json: kind, id, category, version, title", () => {
    const listed = JSON.parse(jixiao(["list", "--format", "json"]).out) as Record<string, unknown>[];
    expect(listed).toContainEqual({ kind: "framework", id: "project-self-evaluation", category: "project", version: "1.0.0", title: "项目支出绩效自评指标体系" });
    expect(listed).toContainEqual({ kind: "pack", id: "changzhou", category: null, version: "1.1.0", title: "常州市预算绩效评价规则" });
  });

  test("schema prints the committed schema", () => {
    expect(jixiao(["schema", "pack"]).out).toBe(readFileSync(join(ROOT, "schema", "pack.json"), "utf8"));
  });

  test("version and help", () => {
    expect(jixiao(["--version"]).out).toBe(`${(JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version}\n`);
    expect(jixiao(["--help"]).out).toMatch(/^用法：jixiao /);
    expect(jixiao(["--help", "--lang", "en"]).out).toMatch(/^Usage: jixiao /);
  });

  test.each([
    [["scor"], "没有名为 scor 的命令，是否指 score"],
    [["score", "--formt", "json"], "没有名为 --formt 的选项，是否指 --format"],
    [["score", "student-aid-2022", "--what-if"], "score --what-if，应为：explain"],
    [["score", "student-aid-2022", "--proof"], "--proof 只用于 check，不用于 score"],
    [["score", "--format", "yaml", "."], "--format yaml，应为：csv、json、markdown、text、html"],
    [["score", "student-aid-2022", "--previous", "student-aid-2022"], "--previous 只用于 score --format html、csv、markdown"],
    [["score", "student-aid-2022", "--format", "html", "--rank", "olympic"], "--rank olympic，应为：competition、dense"],
    [["score", "student-aid-2022", "--format", "html", "--audit", "package.json"], "package.json"],
    [["score", "student-aid-202"], "没有名为 student-aid-202 的文件或内置文档，是否指 student-aid-2022"],
    [["score", "changzhou"], "没有actuals文档"],
    [["schema", "frame"], "schema frame，应为"],
    [["check", "empty"], "empty没有YAML文档"],
    [["test", "changzhou"], "没有可运行的用例"],
    [["explain", "student-aid-2022", "--indicator", "policy"], "没有名为 policy"],
  ])("%j cannot run: exit 2, nothing on standard output", (args, words) => {
    mkdirSync(join(folder, "empty"), { recursive: true });
    const { code, out, err } = jixiao(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("no command: usage on standard error, exit 2", () => {
    const { code, out, err } = jixiao([]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^用法：/);
  });

  test("a reader that leaves early is no error", () => {
    expect(execFileSync("bash", ["-c", `"${process.execPath}" "${CLI}" score student-aid-2022 | head -1`], { encoding: "utf8" })).toContain("学生资助");
  });
});
