// What holds for the recheck of any table, and what the command line does with tables.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, auditMarkdown, auditText, type Audit, readPublished, type Table } from "../src/index.ts";
import { builtin } from "../src/node/index.ts";
import { generate } from "./generated-tables.ts";
import { readTables, writeWorkbook } from "../src/tables/index.ts";
import { tableFixtures, workbookModel } from "./helpers/table-fixtures.ts";
import { tableOf } from "./tables.ts";

const known = builtin();
const FORMS = { forms: known.filter((one) => one.kind === "form"), packs: known.filter((one) => one.kind === "pack") };

const TEXTS = ["", "/", "—", "100", "10", "0", "-5", "9.99", "100%", "≥95%", "≤30万元", "95%-100%", "±10%", "2023年12月", "9月前", "完成", "效果明显", "部分达成预期指标", "是", "否", "7,00.0,77", "1e9", "999999999999999999", "0.0000001", "136/143=95.10%", "5/0", "≤100%(计8分;每超过一个百分点扣0.5分,扣完为止)", "0计8分;0-10%(含)计6分;大于10%不得分", "正向 小于等于 1个", "……", "?", "产出指标(50分)", "预算执行率", "__proto__", "\ud800"];
const cell = fc.record({ text: fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 12 })), at: fc.constantFrom("A1", "B2", "C3") });
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const record = (keys: readonly string[]): fc.Arbitrary<Record<string, unknown>> => fc.record(Object.fromEntries(keys.map((key) => [key, maybe(cell)])));
const anyTable = fc
  .record({
    truncated: fc.boolean(),
    damaged: maybe(fc.constant(true)),
    targetsOnly: maybe(fc.constant(true)),
    place: maybe(fc.constantFrom("常州市", "云南省")),
    year: maybe(fc.constantFrom("2023", "abc")),
    money: fc.array(record(["name", "initial", "adjusted", "executed", "weight", "rate", "points", "reason"]), { maxLength: 3 }),
    rows: fc.array(
      fc.tuple(fc.constantFrom("indicator", "group", "part"), fc.array(cell, { maxLength: 3 }), cell, record(["nature", "sign", "target", "unit", "actual", "weight", "points", "reason"])).map(([kind, groups, name, rest]) => ({ kind, groups, name, ...rest })),
      { maxLength: 6 },
    ),
    totalWeight: maybe(cell),
    total: maybe(cell),
    notes: fc.array(cell, { maxLength: 2 }),
  })
  .map((one) => one as unknown as Table);

describe("for any table", () => {
  test("the recheck never throws, is plain data, says the same twice, in both languages", () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom(FORMS, {}), (table, options) => {
        const found = audit(table, options);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        expect(audit(table, options)).toEqual(found);
        const english = audit(table, { ...options, lang: "en" });
        expect(english.findings.map(({ code, cell: at, severity }) => [code, at, severity])).toEqual(found.findings.map(({ code, cell: at, severity }) => [code, at, severity]));
        expect(auditText(found, table)).not.toContain("undefined");
        expect(auditMarkdown([english], "en")).not.toContain("undefined");
        for (const one of found.findings) if (one.assumption !== undefined) expect(found.assumptions.map(({ id }) => id)).toContain(one.assumption);
      }),
      { numRuns: 400, seed: 20240101 },
    );
  });
  test("without forms, a sound table is sound", () => {
    for (let seed = 1; seed <= 40; seed++) expect(audit(tableOf(generate(seed).short)).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
  test("a declared form is no assumption; a declared rounding is kept to", () => {
    const table = tableOf(generate(7).short);
    expect(audit(table, { ...FORMS, form: "no-such-form" }).form).toMatchObject({ declared: false, why: "没有编号为 no-such-form 的格式" });
    const found = audit(table, { ...FORMS, form: "execution-10" });
    expect(found.form).toMatchObject({ id: "execution-10", declared: true });
    expect(found.assumptions.map(({ id }) => id)).not.toContain("scoring-assumed");
  });
});

describe("the published layout", () => {
  const text = (change: object): string => JSON.stringify({ id: "x", truncated: false, indicators: [], ...change });
  test("what does not belong there is said with its place", () => {
    const { tables, diagnostics } = readPublished('{ "indicators": [{ "l3": "A", "weigth": "10" }, 5],\n "colour": "red" }', "a.json");
    expect(tables.map((one) => one.rows.length)).toEqual([1]);
    expect(diagnostics.map(({ code, severity, span }) => [code, severity, span?.start.line, span?.start.column])).toEqual([
      ["unknown-key", "warning", 2, 2],
      ["unknown-key", "warning", 1, 31],
      ["type-wrong", "error", 1, 49],
    ]);
  });
  test.each(["{", "[]", "{}", "null", "7", '{"indicators": {}}', '{"indicators": [{"l3": {}}], "id": {}, "total": []}', "\u0000", '[{"indicators": []}, 3]'])("%j never throws", (broken) => {
    const { tables } = readPublished(broken, "a.json");
    expect(tables.length).toBe(/^\[?\{"indicators": \[/.test(broken) ? 1 : 0);
  });
  test("numbers keep their text, a list holds several tables, places say which", () => {
    const { tables } = readPublished(`[${text({ total: null })}, {"indicators": [{"l3": "A", "weight": 10.10}]}]`);
    expect(tables.map((one) => one.rows.map((row) => row.weight))).toEqual([[], [{ text: "10.10", at: "[1].indicators[0].weight" }]]);
    expect(tables[0]).toEqual({ id: "x", truncated: false, money: [], rows: [], notes: [] });
  });
  test("sub-rows are parts of their group; what a copyist noted is taken off", () => {
    const rows = [{ l3: "一、甲", score: "5" }, { l3: "1、乙 (sub-row of 一)", score: "5" }, { l3: "丙…(excerpt cut here)", target_text: "" }];
    const { tables } = readPublished(text({ indicators: rows, budget: { weight: "6", score: "4", executed: "1" }, budget_inside_indicators: true }));
    expect(tables[0]?.rows.map((row) => [row.kind, row.name.text])).toEqual([["group", "一、甲"], ["part", "1、乙"], ["indicator", "丙…"]]);
    expect(tables[0]?.money).toEqual([{ executed: { text: "1", at: "budget.executed" } }]);
  });
});

describe("tables from workbooks", () => {
  /** What the sheets of fixtures/tables hold that does not agree; every other one is sound. */
  const FOUND: Readonly<Record<string, readonly (readonly [code: string, cell: string, printed: string, expected: string])[]>> = {
    // 1.8 of 1.8 万元 prints the rate 0; 正向 with 小于等于
    "inner-mongolia": [
      ["rate-differs", "项目支出绩效自评表!G8", "0", "100%"],
      ["direction-contradiction", "项目支出绩效自评表!F11", "小于等于", "反向，或大于等于"],
    ],
    // as table-12: 70 + 20 + 10 and another 10, against the form's own 50 and 30
    "sichuan-linked-funds": [
      ["section-weight-mismatch", "Sheet1!B12", "产出指标(70分)", "50"],
      ["actual-repeats-target", "Sheet1!G12", "≥266米", "实际达到的数值"],
      ["actual-repeats-target", "Sheet1!G13", "≥50厘米", "实际达到的数值"],
      ["section-weight-mismatch", "Sheet1!B16", "效益指标(20分)", "30"],
      ["actual-repeats-target", "Sheet1!G17", "≥1000人", "实际达到的数值"],
      ["actual-repeats-target", "Sheet1!G18", "≥95%", "实际达到的数值"],
      ["weight-sum", "Sheet1!E20", "100", "110"],
      ["total-mismatch", "Sheet1!H20", "100", "110"],
    ],
    // as table-05: a target that is reached, 7 of 10 points
    yunnan: [["met-target-partial-points", "GK14!I17", "7", "10"]],
  };
  test.each(tableFixtures())("$name", async (fixture) => {
    const { bytes } = await writeWorkbook(workbookModel(fixture));
    const { tables } = await readTables(bytes ?? new Uint8Array(), { name: "a.xlsx" });
    const findings = tables.flatMap((table) => audit(table, FORMS).findings).filter(({ severity }) => severity !== "info");
    expect(findings.map((one) => [one.code, one.cell, one.printed, one.expected])).toEqual(FOUND[fixture.name] ?? []);
  });
});

describe("jixiao audit", () => {
  const ROOT = resolve(import.meta.dirname, "..");
  const CASES = join(ROOT, "fixtures", "cases");
  let folder = "";
  const jixiao = (args: readonly string[], input = ""): { code: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, "dist", "cli.js"), "audit", ...args], { cwd: folder, input, encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "jixiao-audit-"));
    mkdirSync(join(folder, "tables"));
    for (const name of ["table-05.json", "table-16.json"]) cpSync(join(CASES, name), join(folder, "tables", name));
    writeFileSync(join(folder, "tables", "other.json"), '{"kind": "pack"}');
    writeFileSync(join(folder, "tables", "broken.json"), '{"indicators": [');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a table with findings: the row as printed, what should be, exit code 1", () => {
    const { code, out, err } = jixiao(["tables/table-05.json"]);
    expect(code).toBe(1);
    expect(out).toContain("错误 met-target-partial-points  indicators[2].score\n");
    expect(out).toContain("│ 资金到位及时率 │ 目标 ≧100% │ 实际 100% │ 分值 10 │ 得分 7\n");
    expect(out).toContain("印作 7，应为 10\n");
    expect(out).toContain("舍去小数取整数");
    expect(err).toBe("复核了 1 张表：1 个错误，0 个警告\n");
  });
  test("a sound table: exit code 0", () => {
    const { code, out } = jixiao(["tables/table-16.json", "--lang", "en"]);
    expect([code, out.includes("nothing found")]).toEqual([0, true]);
  });
  test("a folder: one object per table with file and findings; other JSON is passed over, broken JSON does not stop the rest", () => {
    const { code, out } = jixiao(["tables", "--format", "json"]);
    const audits = JSON.parse(out) as Audit[];
    expect(audits.map((one) => [one.file, one.findings.length])).toEqual([["tables/table-05.json", 1], ["tables/table-16.json", 0]]);
    expect(code).toBe(1);
    expect(Object.keys(audits[0]?.findings[0] ?? {}).sort()).toEqual(["cell", "code", "expected", "message", "printed", "row", "rule", "severity"]);
  });
  test("standard input, markdown, a declared form, a rounding", () => {
    const text = readFileSync(join(CASES, "table-05.json"), "utf8");
    expect(jixiao(["-", "--format", "markdown"], text).out).toContain("| 错误 | `met-target-partial-points` | indicators[2].score | 7 | 10 |");
    const declared = JSON.parse(jixiao(["-", "--format", "json", "--form", "execution-10-free", "--rounding", "2-half-up"], text).out) as Audit;
    expect(declared.form.declared).toBe(true);
    expect(declared.findings.map(({ code, cell: at, expected, severity }) => [code, at, expected, severity])).toEqual([
      ["met-target-partial-points", "indicators[2].score", "10", "error"],
      ["points-differ", "indicators[5].score", "9.8", "error"],
    ]);
    const local = JSON.parse(jixiao(["-", "--format", "json", "--place", "常州市"], text.replaceAll("≧95%", "≧85%")).out) as Audit;
    expect(local.findings.filter(({ code }) => code === "satisfaction-target").map(({ cell: at }) => at)).toEqual(["indicators[7].target_text", "indicators[8].target_text"]);
  });
  test.each([
    [["nowhere.json"], "读不出 nowhere.json"],
    [["tables/broken.json"], "没有可复核的自评表"],
    [["tables/other.json"], "没有可复核的自评表"],
    [["tables", "--form", "execution-1"], "execution-10、execution-10-cost"],
    [["tables", "--rounding", "two"], "2-half-up, 0-down"],
    [["tables", "--format", "junit"], "text、json、ndjson、markdown"],
    [[], "没有可复核的自评表"],
  ])("%j cannot be run: exit code 2", (args, words) => {
    const { code, out, err } = jixiao(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });
});
