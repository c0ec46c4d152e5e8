// The built command writes workbooks and forms: files, standard output, exit codes, and what stands in the parts of a
// workbook that no other program of ours reads — validation, protection, print setup.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jixiao-workbook-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function jixiao(...args: readonly string[]): { readonly code: number | null; readonly out: Buffer; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "dist", "cli.js"), ...args], { cwd: folder, maxBuffer: 10_000_000 });
  return { code: status, out: stdout, err: stderr.toString("utf8") };
}
const parts = (bytes: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const attributes = (xml: string, element: string): readonly string[] => [...xml.matchAll(new RegExp(`<${element}\\b[^>]*>`, "g"))].map(([found]) => found);

describe("score --format xlsx", () => {
  test("to a file and to standard output: the same workbook, the same bytes every time", () => {
    const { code, err } = jixiao("score", "student-aid-2022", "--format", "xlsx", "-o", "a.xlsx");
    expect([code, err]).toEqual([0, ""]);
    expect(jixiao("score", "student-aid-2022", "--format", "xlsx").out.equals(readFileSync(join(folder, "a.xlsx")))).toBe(true);
  });

  test("the table is protected without a password, its entries are open and checked, it prints on A4", () => {
    const xml = parts(readFileSync(join(folder, "a.xlsx")))["xl/worksheets/sheet1.xml"] ?? "";
    const [protection = ""] = attributes(xml, "sheetProtection");
    expect(protection).toMatch(/sheet="(?:1|true)"/);
    expect(protection).not.toMatch(/password|hashValue/);
    expect(attributes(xml, "pageSetup")).toEqual([expect.stringMatching(/paperSize="9".*orientation="portrait".*fitToWidth="1"/)]);
    const kinds = attributes(xml, "dataValidation").map((one) => [/sqref="([^"]*)"/.exec(one)?.[1], /type="([^"]*)"/.exec(one)?.[1]]);
    // the day, two amounts, a count, a grade and seven rates
    expect(kinds).toEqual([["B5", "custom"], ["D7", "custom"], ["E7", "decimal"], ["E10", "custom"], ["E11", "custom"], ["E12", "custom"], ["E13", "custom"], ["E14", "list"], ["E15", "custom"], ["E16", "custom"], ["E17", "custom"], ["E18", "custom"]]);
    const [, amount = ""] = xml.match(/<dataValidation\b[^>]*sqref="E7"[^>]*>(.*?)<\/dataValidation>/s) ?? [];
    expect(amount).toBe("<formula1>-1000000000</formula1><formula2>1000000000</formula2>");
    const [, grade = ""] = xml.match(/<dataValidation\b[^>]*sqref="E14"[^>]*>(.*?)<\/dataValidation>/s) ?? [];
    expect(grade).toMatch(/^<formula1>'?选项'?!\$A\$1:\$A\$4<\/formula1>/);
  });

  test("several evaluations, a faulty one, none", () => {
    cpSync(join(ROOT, "rules", "examples", "student-aid-2022"), folder, { recursive: true });
    expect(jixiao("score", "student-aid-2022", "actuals.yaml", "--format", "xlsx", "-o", "b.xlsx")).toMatchObject({ code: 2, err: "jixiao: xlsx 每次只写一次评价，所给参数中有 2 次\n" });
    writeFileSync(join(folder, "bad.yaml"), readFileSync(join(folder, "actuals.yaml"), "utf8").replace("aided-students: 735", "aided-students: 七百"));
    const { code, err, out } = jixiao("score", "bad.yaml", "--format", "xlsx");
    expect([code, out.length, /value-not-a-number/.test(err)]).toEqual([1, 0, true]);
    writeFileSync(join(folder, "long.yaml"), readFileSync(join(folder, "actuals.yaml"), "utf8").replaceAll("387664.62", "123456789012.34"));
    const long = jixiao("score", "long.yaml", "--format", "xlsx");
    expect([long.code, long.out.length, /workbook-figure-too-long/.test(long.err)]).toEqual([1, 0, true]);
  });
});

describe("init", () => {
  test("a form for one evaluation, for rows, as CSV", () => {
    for (const [args, sheets] of [[[], ["绩效评分表", "计算", "选项", "填报项"]], [["--many"], ["批量填报", "选项"]]] as const) {
      const { code, out, err } = jixiao("init", "student-aid-2022", ...args);
      expect([code, err]).toEqual([0, ""]);
      expect([...(parts(out)["xl/workbook.xml"] ?? "").matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual(sheets);
    }
    const csv = jixiao("init", "student-aid-2022", "--format", "csv").out.toString("utf8");
    expect(csv).toMatch(/^\uFEFF编号,项目名称,主管部门,实施单位,截止日期,预算执行率\.全年预算数\(元\),预算执行率\.全年执行数\(元\),预算执行率\.偏差原因,学生受资助人数\(人次\),/);
    expect(csv.trim().split("\n")).toHaveLength(1);
  });

  test("what cannot be done is said", () => {
    expect(jixiao("init", "project-self-evaluation")).toMatchObject({ code: 1, err: expect.stringContaining("objectives-needed") });
    expect(jixiao("init", "objective-review", "ex-ante-policy")).toMatchObject({ code: 2, err: "jixiao: init 每次只生成一份填报表，所给参数中有 2 份指标体系或绩效目标表\n" });
    expect(jixiao("init", "common")).toMatchObject({ code: 2 });
    expect(jixiao("init", "objective-review", "--format", "html")).toMatchObject({ code: 2, err: "jixiao: --format html，应为：xlsx、csv\n" });
    expect(jixiao("score", "student-aid-2022", "--many")).toMatchObject({ code: 2, err: "jixiao: score --many，应为：init\n" });
  });
});

describe("from the empty form to the score", () => {
  type Filled = Readonly<Record<string, number | string>>;
  /** Cells are filled in as a spreadsheet would; the styles stay. */
  function fill(form: string, filled: string, cells: Filled): void {
    const files = unzipSync(readFileSync(join(folder, form)));
    let xml = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    for (const [at, content] of Object.entries(cells)) {
      const empty = new RegExp(`<c r="${at}"( s="\\d+")/>`);
      if (!empty.test(xml)) throw new Error(`${at} is not empty`);
      xml = xml.replace(empty, (_, style: string) => (typeof content === "number" ? `<c r="${at}"${style}><v>${content}</v></c>` : `<c r="${at}"${style} t="inlineStr"><is><t>${content}</t></is></c>`));
    }
    writeFileSync(join(folder, filled), zipSync({ ...files, "xl/worksheets/sheet1.xml": strToU8(xml) }));
  }
  // 学生受资助人数 735, 政策知晓率 98 %: the figures of the published table.
  const PUBLISHED: Filled = { B5: "2022-12-31", D7: 387664.62, E7: 387664.62, E10: 735, E11: 1, E12: 1, E13: 1, E14: "有效", E15: 0.98, E16: 1, E17: 1, E18: 1 };
  beforeAll(() => {
    jixiao("init", "student-aid-2022", "-o", "form.xlsx");
    fill("form.xlsx", "filled.xlsx", PUBLISHED);
    fill("form.xlsx", "wrong.xlsx", { ...PUBLISHED, E10: "七百", H18: "样本少" });
  });

  test("one form has the scorecard of its evaluation, in every format, and is explained", () => {
    const score = (...args: readonly string[]): { readonly total: { readonly points: string }; readonly grade: string; readonly indicators: readonly { readonly id: string; readonly points: string }[] } => JSON.parse(jixiao("score", ...args, "--format", "json").out.toString("utf8"));
    const [form, document] = [score("filled.xlsx"), score("student-aid-2022")];
    expect([form.total.points, form.grade]).toEqual(["99.80", "优"]);
    expect(form.indicators.map(({ id, points }) => [id, points])).toEqual(document.indicators.map(({ id, points }) => [id, points]));
    const text = jixiao("score", "filled.xlsx");
    expect([text.code, text.err]).toEqual([0, ""]);
    expect(text.out.toString("utf8")).toContain("735人次");
    expect(jixiao("score", "filled.xlsx", "--format", "html").out.toString("utf8")).toContain("99.80");
    expect(jixiao("explain", "filled.xlsx").out.toString("utf8")).toContain("总分 = 预算执行率 + 产出指标 + 效益指标 + 满意度指标 = 10 + 40 + 29.8 + 20 = 99.8");
  });

  test("with --rows, beside a file of rows, in a folder: a record each, and every mistake with its cell", () => {
    writeFileSync(join(folder, "rows.csv"), "编号,绩效目标表,截止日期,学生受资助人数\n甲,student-aid-2022-objectives,2022-12-31,735\n");
    const lines = (...args: readonly string[]): readonly (readonly unknown[])[] => jixiao("score", ...args, "--format", "ndjson").out.toString("utf8").trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>).map(({ at, state, total }) => [at, state, total]);
    expect(lines("--rows", "filled.xlsx")).toEqual([["filled.xlsx", "scored", "99.80"]]);
    expect(lines("filled.xlsx", "wrong.xlsx", "rows.csv")).toEqual([["filled.xlsx", "scored", "99.80"], ["wrong.xlsx", "failed", undefined], ["rows.csv!2", "incomplete", undefined]]);
    const wrong = jixiao("score", "wrong.xlsx");
    expect([wrong.code, wrong.out.length, wrong.err.split("\n")[0]]).toEqual([1, 0, "[wrong.xlsx]绩效评分表!E10 错误 value-not-a-number"]);
    mkdirSync(join(folder, "forms"));
    cpSync(join(folder, "filled.xlsx"), join(folder, "forms", "a.xlsx"));
    cpSync(join(folder, "form.xlsx"), join(folder, "forms", "b.xlsx"));
    const inFolder = jixiao("score", "--rows", "forms", "--format", "ndjson");
    expect([inFolder.code, /\[b\.xlsx\]绩效评分表!B5 没有截止日期/.test(inFolder.err)]).toEqual([1, true]);
  });
});
