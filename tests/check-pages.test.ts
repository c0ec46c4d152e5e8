// The pages of checks: what a page says, and that the committed pages are what the generator writes.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blocking, configurable } from "../src/checks/index.ts";
import { checkIds, checkIndex, checkPage } from "../src/index.ts";
import { builtin, readFolder } from "../src/node/index.ts";

const known = [...builtin(), ...readFolder(join("fixtures", "documents"))];
const PAGES = join("docs", "checks");
const fixtureOf = (id: string): string => readFileSync(join("fixtures", "checks", `${id}.test.yaml`), "utf8");
const pageFile = (name: string): string => (existsSync(join(PAGES, name)) ? readFileSync(join(PAGES, name), "utf8") : "missing: run npm run docs");

describe("the committed pages", () => {
  test("every check has one, and there is no other", () => {
    expect(checkIds).toEqual([...blocking, ...configurable].map((one) => one.id));
    expect(readdirSync(PAGES).sort()).toEqual([...checkIds.map((id) => `${id}.md`), "README.md"].sort());
  });
  test.each([...checkIds])("%s is what the generator writes (else: npm run docs)", (id) => {
    expect(pageFile(`${id}.md`)).toBe(checkPage(id, { known, fixture: fixtureOf(id) }));
  });
  test("so is the list (else: npm run docs)", () => expect(pageFile("README.md")).toBe(checkIndex({ known })));
  test("each shows a text with the fault and one without", () => {
    expect(checkIds.filter((id) => !/\n## 有问题的写法：[^]*\n## 没有问题的写法：/.test(pageFile(`${id}.md`)))).toEqual([]);
  });
  test("each configurable check tells its severities, and the figures of every option it has", () => {
    for (const { id, options = {} } of configurable) {
      const text = pageFile(`${id}.md`);
      expect(text, id).toMatch(/\n\| recommended \| [^|]+ \|\n\| strict \| (?:info|warning|error) [^|]+ \|\n/);
      for (const name of Object.keys(options)) expect(text, id).toMatch(new RegExp(`\\n  ${name}: ?\\S|\\n  ${name}:\\n`));
    }
  });
});

const FIXTURE = `# yaml-language-server: $schema=../../schema/test.json
kind: test
title: 缺指标解释
framework:
  kind: framework
  id: f
  version: 1.0.0
  category: project
  purpose: self-evaluation
  title: 用例
  basis: { document: 测试用例, status: illustrative }
  effective: { from: 2024-01-01 }
  packs: []
  total: 100
  rounding: { places: 2, mode: half-up }
  grades: [{ name: 合格, from: 0 }]
  not-applicable: forbid
  missing: block
  indicators:
    - { id: a, name: 甲, weight: 100, method: { kind: direct } }
checks: { definition-missing: warning }
cases:
  - { name: 写了解释, framework: { indicators: [{ id: a, name: 甲, definition: 考核甲, weight: 100, method: { kind: direct } }] }, expect: { diagnostics: [] } }
  - name: 两项都没有解释
    framework:
      packs: []
      indicators:
        - { id: a, name: 甲, weight: 60, method: { kind: direct } }
        - { id: b, name: 乙, weight: 40, method: { kind: direct } }
    expect: { diagnostics: [{ code: definition-missing }, { code: definition-missing }] }
`;

describe("a page", () => {
  test("shows the case as it is written, and where the finding stands in what is shown", () => {
    const page = checkPage("definition-missing", { known, fixture: FIXTURE }) ?? "";
    expect(page.slice(page.indexOf("## 有问题"), page.indexOf("## 轻重"))).toBe(`## 有问题的写法：两项都没有解释

\`\`\`yaml
packs: []
indicators:
  - { id: a, name: 甲, weight: 60, method: { kind: direct } }
  - { id: b, name: 乙, weight: 40, method: { kind: direct } }
\`\`\`

- 警告 definition-missing（第 3 行第 20 列）：“甲”没有指标解释，应写 definition
- 警告 definition-missing（第 4 行第 20 列）：“乙”没有指标解释，应写 definition

## 没有问题的写法：写了解释

\`\`\`yaml
indicators: [{ id: a, name: 甲, definition: 考核甲, weight: 100, method: { kind: direct } }]
\`\`\`

`);
  });
  test("says everything in English, too", () => {
    const page = checkPage("definition-missing", { known, fixture: FIXTURE, lang: "en" }) ?? "";
    expect(page).toContain("# Definition missing\n");
    expect(page).toContain("- warning definition-missing (line 3, column 20): “甲” has no definition, should have one\n");
    expect(page).toContain("| recommended | warning |\n");
  });
  test("without a fixture has no examples; a fixture that is none is left out", () => {
    const plain = checkPage("definition-missing", { known }) ?? "";
    expect(plain).not.toContain("写法");
    expect(checkPage("definition-missing", { known, fixture: "kind: pack\n" })).toBe(plain);
  });
  test("is one file of html without markup in its texts", () => {
    const page = checkPage("satisfaction-untagged", { known, fixture: fixtureOf("satisfaction-untagged"), format: "html" }) ?? "";
    expect(page).toMatch(/^<!DOCTYPE html>[^]*<pre>[^<]*&gt;= 95%[^<]*<\/pre>/);
    expect(checkIndex({ known, format: "html" })).not.toContain("href");
  });
  test("of a check that is not there is nothing", () => expect(checkPage("no-such-check", { known })).toBeUndefined());
  test("of a check that is always on has no settings", () => {
    expect(checkPage("weights-sum", { known })).toContain("必要的检查");
    expect(checkPage("weights-sum", { known })).not.toContain("## 轻重");
  });
});

describe("jixiao docs", () => {
  let folder = "";
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "jixiao-docs-"))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const cli = resolve("dist", "cli.js");
  const jixiao = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
  };
  test("prints the page of a check and the list of all", () => {
    expect(jixiao("docs", "weight-concentrated")).toEqual({ code: 0, out: pageFile("weight-concentrated.md"), err: "" });
    expect(jixiao("docs", "checks")).toEqual({ code: 0, out: pageFile("README.md"), err: "" });
    expect(jixiao("docs", "weight-concentrated", "weights-sum").out).toBe(`${pageFile("weight-concentrated.md")}\n${pageFile("weights-sum.md")}`);
  });
  test("in English and as html", () => {
    expect(jixiao("docs", "weight-concentrated", "--lang", "en").out).toMatch(/^# Weight concentrated\n[^]*\n## With the fault: /);
    expect(jixiao("docs", "checks", "--format", "html").out).toMatch(/^<!DOCTYPE html>/);
    expect(jixiao("docs", "weight-concentrated", "checks", "--format", "html").code).toBe(2);
  });
  test("beside a manual", () => {
    const { code, out } = jixiao("docs", "weights-sum", "national");
    expect([code, out.startsWith("# 权重合计\n"), out.includes("# 全国预算绩效评价通行规则\n")]).toEqual([0, true, true]);
  });
  test("a word that is almost a check is answered with it", () => {
    const { code, err } = jixiao("docs", "weight-concentrate");
    expect([code, err]).toEqual([2, expect.stringContaining("是否指 weight-concentrated")]);
  });
  test("a file of that name comes first", () => {
    writeFileSync(join(folder, "checks"), "kind: pack\n");
    expect(jixiao("docs", "checks").code).toBe(1);
    rmSync(join(folder, "checks"));
  });
});
