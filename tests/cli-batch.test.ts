// jixiao score --rows and jixiao audit over files and folders, run as a user runs them; and the progress line.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { progressOn } from "../src/cli/progress.ts";
import type { BatchResult } from "../src/batch/index.ts";
import { readRows, type RowsInput } from "../src/tables/index.ts";
import { encodeGb } from "./helpers/encode.ts";

const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jixiao-batch-"));
  cpSync(join(ROOT, "fixtures", "batch"), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
function jixiao(args: readonly string[], input: string | Uint8Array = ""): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, input, encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const write = (name: string, data: string | Uint8Array): void => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), data);
};
async function rowsOf(input: RowsInput, sheet?: string): Promise<Record<string, string | undefined>[]> {
  const { headings, records } = await readRows(input, sheet === undefined ? {} : { sheet });
  const found: Record<string, string | undefined>[] = [];
  for await (const { cells } of records) found.push(Object.fromEntries(headings.map(({ text }, index) => [text, cells[index]?.text])));
  return found;
}
const TOTALS = [["A01", "100.00"], ["A02", "92.00"], ["A03", undefined], ["A04", "60.00"], ["A05", undefined], ["A06", "92.00"], ["A07", "98.14"]];

describe("score --rows", () => {
  test("CSV out, ranks with ties, summaries on standard error, exit code 1 for a bad row", async () => {
    const { code, out, err } = jixiao(["score", "--rows", "evaluations.csv", "framework.yaml", "--rank", "competition", "--by", "department,备注", "--keep", "备注"]);
    expect(code).toBe(1);
    expect(out.startsWith("\uFEFF文件,位置,编号,")).toBe(true);
    const rows = await rowsOf(out);
    expect(rows.map((one) => [one["编号"], one["总分"]])).toEqual(TOTALS);
    expect(rows.map((one) => one["名次"])).toEqual(["1", "3", undefined, "5", undefined, "3", "2"]);
    expect(rows[2]?.["问题"]).toBe("evaluations.csv!G4 “改造户数”的实际完成值为“四百”，应为十进制数，计量单位 户");
    expect(rows[4]).toMatchObject({ 状态: "不完整", 最低: "60.00", 最高: "100.00", 未填: "homes", 备注: "户数没有填" });
    expect(err).toContain("错误 evaluations.csv!G4 “改造户数”的实际完成值为“四百”");
    expect(err).toContain("评价 7 条：已评分 5，不完整 1，未能评分 1\n");
    expect(err).toMatch(/主管部门 +住建局 +project +self-evaluation +100 +3 +2 +0 +1 +0 +192\.00 +96\.00 +100\.00 +92\.00 +2 +0 +0 +0\n/);
    expect(err).not.toContain("batch-heading-unknown");
    expect(err).not.toContain("\r");
    const dense = jixiao(["score", "--rows", "evaluations.csv", "framework.yaml", "--rank", "dense", "--within", "主管部门"]);
    expect((await rowsOf(dense.out)).map((one) => one["名次"])).toEqual(["1", "2", undefined, "2", undefined, "1", "1"]);
  });

  test("GB18030, standard input, NDJSON in and out: the same totals", async () => {
    write("gb.csv", encodeGb(read("evaluations.csv")));
    const totals = async (ran: Ran) => (await rowsOf(ran.out)).map((one) => [one["编号"], one["总分"]]);
    expect(await totals(jixiao(["score", "--rows", "gb.csv", "framework.yaml"]))).toEqual(TOTALS);
    expect(await totals(jixiao(["score", "--rows", "-", "framework.yaml", "--rank", "dense"], read("evaluations.csv")))).toEqual(TOTALS);
    // a file of rows is known by its name among the arguments
    expect(await totals(jixiao(["score", "framework.yaml", "evaluations.csv"]))).toEqual(TOTALS);
    const { out } = jixiao(["score", "--rows", "evaluations.csv", "framework.yaml", "-o", "out.ndjson", "--rank", "dense"]);
    expect(out).toBe("");
    const results = read("out.ndjson").trimEnd().split("\n").map((line) => JSON.parse(line) as BatchResult & { rank?: number });
    expect(results.map(({ state }) => state)).toEqual(["note", "scored", "scored", "failed", "scored", "incomplete", "scored", "scored"]);
    expect(results.map(({ rank }) => rank)).toEqual([undefined, 1, 3, undefined, 4, undefined, 3, 2]);
    const lines = ['{"id":"A01","as-of":"2024-12-31","values":{"homes":400}}', "{", '{"id":"A02","as-of":"2024-12-31","改造户数":360}'].join("\n");
    const again = jixiao(["score", "--rows", "-", "framework.yaml"], lines);
    expect((await rowsOf(again.out)).map((one) => [one["位置"], one["最高"], one["问题"]])).toEqual([["stdin:1", "100.00", undefined], ["stdin:2", undefined, "stdin:2 第 2 行不是一个 JSON 对象，应每行写一个"], ["stdin:3", "96.00", undefined]]);
  });

  test("a workbook with a sheet of summaries; summaries to a file", async () => {
    const { code, out } = jixiao(["score", "--rows", "evaluations.csv", "framework.yaml", "-o", "out.xlsx", "--by", "等级", "--summary", "summary.json"]);
    expect([code, out]).toEqual([1, ""]);
    const book = readFileSync(join(folder, "out.xlsx"));
    expect((await rowsOf(book, "评分结果")).map((one) => [one["编号"], one["总分"]])).toEqual(TOTALS);
    expect((await rowsOf(book, "汇总")).map((one) => [one["取值"], one["评价数"], one["平均分"]])).toEqual([["中", "1", "60.00"], ["优", "4", "95.54"], [undefined, "2", undefined]]);
    expect(JSON.parse(read("summary.json"))).toMatchObject([{ by: "grade", value: "中", sum: "60.00" }, { value: "优", sum: "382.14", average: "95.54" }, { evaluations: 2 }]);
    const fromBook = jixiao(["score", "--rows", "out.xlsx", "framework.yaml", "--sheet", "汇总"]);
    expect(fromBook.code).toBe(1);
    expect(fromBook.err).toContain("batch-no-columns");
  });

  test("a folder of evaluations: documents with their objectives beside them, and files of rows", async () => {
    cpSync(join(ROOT, "fixtures", "evaluations", "project"), join(folder, "all", "project"), { recursive: true });
    write("all/broken.yaml", "kind: actuals\nobjectives: [\n");
    write("all/rows.csv", "绩效目标表,改造户数\n谁也不是,1\n");
    const { code, out } = jixiao(["score", "--rows", "all"]);
    expect(code).toBe(1);
    const rows = await rowsOf(out);
    expect(rows.map((one) => [one["文件"], one["状态"], one["总分"]])).toEqual([["all/broken.yaml", "未能评分", undefined], ["all/project/actuals.yaml", "已评分", "92.91"], ["all/rows.csv", "未能评分", undefined]]);
    expect(rows[2]?.["问题"]).toContain("没有绩效目标表或指标体系 谁也不是");
  });

  test("what cannot be run: exit code 2, and what is wrong", () => {
    const refused = (...args: string[]): [number | null, string] => {
      const { code, out, err } = jixiao(["score", ...args]);
      expect(out).toBe("");
      return [code, err];
    };
    expect(refused("--rows", "nix.csv", "framework.yaml")).toEqual([2, "jixiao: 读不出 nix.csv：ENOENT\n"]);
    expect(refused("--rows", "evaluations.csv", "framework.yaml", "-o", "evaluations.csv")).toEqual([2, "jixiao: evaluations.csv 是要读取的文件，结果应写到别处\n"]);
    expect(refused("--rows", "evaluations.csv", "framework.yaml", "--format", "xlsx")).toEqual([2, "jixiao: --format xlsx 须与 -o 一起用\n"]);
    expect(refused("--rows", "evaluations.csv", "framework.yaml", "--format", "markdown")[1]).toContain("应为：csv、xlsx、ndjson");
    expect(refused("--rows", "evaluations.csv", "framework.yaml", "--rank", "olympic")[1]).toContain("应为：competition、dense");
    expect(refused("--rows", "evaluations.csv", "framework.yaml", "--as-of", "2024-02-30")[1]).toContain("--as-of 2024-02-30");
    expect(refused("framework.yaml", "--by", "grade")).toEqual([2, "jixiao: --by 须与 --rows 一起用\n"]);
    expect(refused("--rows", "evaluations.csv")[0]).toBe(2);
    expect(jixiao(["check", "--rows", "evaluations.csv", "framework.yaml"]).code).toBe(2);
    expect(read("evaluations.csv")).toBe(readFileSync(join(ROOT, "fixtures", "batch", "evaluations.csv"), "utf8"));
    write("faulty.yaml", read("framework.yaml").replace("weight: 40", "weight: 41"));
    const faulty = jixiao(["score", "--rows", "evaluations.csv", "faulty.yaml"]);
    expect([faulty.code, faulty.out]).toEqual([1, ""]);
    expect(faulty.err).toContain("weights-sum");
  });

  test("sound rows: exit code 0; an empty file: 1; a reader that stops early is no fault", () => {
    write("sound.csv", read("evaluations.csv").split("\n").slice(0, 3).join("\n"));
    expect(jixiao(["score", "--rows", "sound.csv", "framework.yaml", "--keep", "备注"])).toMatchObject({ code: 0, err: "评价 2 条：已评分 2，不完整 0，未能评分 0\n" });
    write("empty.csv", "");
    expect(jixiao(["score", "--rows", "empty.csv", "framework.yaml"])).toMatchObject({ code: 1, err: "错误 empty.csv 文件没有内容，应为一张表 [file-empty]\n评价 0 条：已评分 0，不完整 0，未能评分 0\n" });
    const header = read("evaluations.csv").split("\n")[0] ?? "";
    write("long.csv", `${header}\n${"A01,幸福里,住建局,2024-12-31,1000,1000,400,合格,90%,\n".repeat(5000)}`);
    const { stdout, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${CLI}" score --rows long.csv framework.yaml | head -1`], { cwd: folder, encoding: "utf8" });
    expect(stdout.split("\n").length).toBe(2);
    expect(stderr).not.toContain("内部错误");
  });
});

describe("audit over files and folders", () => {
  const cases = (): readonly string[] => readdirSync(join(ROOT, "fixtures", "cases")).filter((name) => name.endsWith(".json"));
  const audits = (text: string) => JSON.parse(text) as { file: string; sheet?: string; findings: { code: string; cell?: string }[] }[];
  test("JSON, workbooks, CSV, lines; what is broken is said, what is no table is named, nothing stops the rest", () => {
    for (const name of cases()) {
      mkdirSync(join(folder, "tables"), { recursive: true });
      copyFileSync(join(ROOT, "fixtures", "cases", name), join(folder, "tables", name));
    }
    const alone = audits(jixiao(["audit", "tables", "--format", "json"]).out);
    expect(alone.map(({ file }) => file)).toEqual([...cases()].sort().map((name) => `tables/${name}`));
    copyFileSync(join(ROOT, "fixtures", "tables", "openpyxl", "two-tables.xlsx"), join(folder, "tables", "two.xlsx"));
    write("tables/broken.json", '{"indicators": [');
    write("tables/other.json", '{"name": "x"}');
    write("tables/notes.csv", "甲,乙\n1,2\n");
    write("tables/damaged.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 0x6a]));
    write("tables/~$two.xlsx", "lock");
    const { code, out, err } = jixiao(["audit", "tables", "--format", "ndjson"]);
    expect(code).toBe(1);
    const lines = out.trimEnd().split("\n").map((line) => JSON.parse(line) as (typeof alone)[number]);
    expect(lines.filter(({ sheet }) => sheet === undefined)).toEqual(alone);
    expect(lines.filter(({ sheet }) => sheet !== undefined).map(({ file }) => file)).toEqual(["tables/two.xlsx", "tables/two.xlsx"]);
    expect(err).toContain("tables/broken.json:1:1 错误 yaml-unclosed-bracket");
    expect(err).toContain("tables/damaged.xlsx 错误 zip-damaged");
    expect(err).toContain("跳过 2 个没有自评表的文件：tables/notes.csv、tables/other.json\n");
    expect(audits(jixiao(["audit", "tables", "--format", "json"]).out)).toEqual(lines);
    const text = jixiao(["audit", "tables"]).out;
    expect(text).toContain("错误 met-target-partial-points");
    write("lines.ndjson", `${cases().map((name) => JSON.stringify(JSON.parse(read(`tables/${name}`)))).join("\n")}\n{\n`);
    const byLine = jixiao(["audit", "lines.ndjson", "--format", "ndjson"]);
    expect(byLine.out.trimEnd().split("\n").map((line) => (JSON.parse(line) as { findings: unknown }).findings)).toEqual(alone.map(({ findings }) => findings));
    expect(byLine.err).toContain("lines.ndjson:16:1:1 错误");
  });

  test("--form names a file of forms; exit code 2 where there is nothing to recheck", () => {
    const one = `tables/${cases()[0] ?? ""}`;
    const plain = jixiao(["audit", one, "--format", "json"]);
    expect(jixiao(["audit", one, "--format", "json", "--form", join(ROOT, "rules", "forms", "self-evaluation.yaml")]).out).toBe(plain.out);
    expect(jixiao(["audit", one, "--form", "framework.yaml"])).toMatchObject({ code: 2, out: "" });
    expect(jixiao(["audit", "framework.yaml"]).code).toBe(2);
    expect(jixiao(["audit", "tables/broken.json"])).toMatchObject({ code: 2, out: "" });
    expect(jixiao(["audit", "nowhere"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("progress", () => {
  const on = (isTTY: boolean, busy = false, columns = 60) => {
    const written: string[] = [];
    let time = 0;
    const progress = progressOn({ isTTY, columns, write: (text) => written.push(text) }, 1000, "zh-CN", busy, () => time);
    return { written, at: (after: number, done: number, count: number) => ((time += after), progress.at(done, count)), clear: () => progress.clear() };
  };
  test("one line on a terminal, at most ten times a second, wiped at the end", () => {
    const { written, at, clear } = on(true);
    at(50, 100, 10);
    at(150, 250, 30);
    at(10, 300, 40);
    at(4800, 1000, 99);
    clear();
    clear();
    expect(written).toEqual(["\r[######------------------]  25%  已完成 30 条，约余 1 秒\x1b[K", "\r[########################] 100%  已完成 99 条，约余 0 秒\x1b[K", "\r\x1b[K"]);
  });
  test("a narrow terminal gets what fits on its line, of characters two columns wide too", () => {
    const { written, at } = on(true, false, 40);
    at(200, 500, 7_000_000);
    expect(written).toEqual(["\r[############------------]  50%  已完成\x1b[K"]);
  });
  test("nothing where there is no terminal, or where results go to it", () => {
    for (const { written, at, clear } of [on(false), on(true, true)]) {
      at(500, 500, 5);
      clear();
      expect(written).toEqual([]);
    }
  });
});
