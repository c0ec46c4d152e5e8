// CSV: encodings, delimiters, quotes, damaged text; batch files row by row; and writing.
import fc from "fast-check";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import { damageFinder } from "../src/csv/damage.ts";
import { decode, decoder, encodingNamed } from "../src/csv/encoding.ts";
import { csvReader, delimiterOf } from "../src/csv/parse.ts";
import { csvLine, type Diagnostic, readRows, type ReadOptions, type RowsInput, readTables, writeCsv, writeWorkbook } from "../src/tables/index.ts";
import { encodeGb, ENCODERS } from "./helpers/encode.ts";

const records = (text: string, delimiter = ",", size = text.length || 1) => {
  const reader = csvReader(delimiter);
  const found = [];
  for (let at = 0; at < text.length; at += size) found.push(...reader.push(text.slice(at, at + size)));
  return [...found, ...reader.end()];
};
const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);
const facts = (list: readonly Diagnostic[]) => list.map(({ code, severity, facts: all }) => ({ code, severity, ...all }));

describe("encodings", () => {
  const text = "一级指标,得分\r\n产出指标（50分）≧﹦㎡①½,９０％\r\n";
  test.each(Object.entries(ENCODERS))("%s", (name, encode) => {
    const expected = name.startsWith("GB") ? "gb18030" : name.startsWith("UTF-16 LE") ? "utf-16le" : name.startsWith("UTF-16") ? "utf-16be" : "utf-8";
    expect(decode(encode(text))).toEqual({ text, encoding: expected, failedAt: undefined });
  });
  test("in pieces of any size, cut within a character: the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(ENCODERS)), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 40 }), (encode, size, head) => {
        const whole = encode(text);
        // With a short head only what is unmistakable may be decided early: these texts are.
        const one = decoder(undefined, Math.max(head, 12));
        let found = "";
        for (let at = 0; at < whole.length; at += size) found += one.push(whole.subarray(at, at + size));
        expect(found + one.end()).toBe(text);
      }),
    );
  });
  test("what no encoding fits is said with its line; a chosen encoding is taken as it is", async () => {
    const broken = bytes(...encodeGb("得分\n权重\n"), 0xff, 0xff, 0x0a);
    expect(decode(broken)).toEqual({ text: "", encoding: undefined, failedAt: 3 });
    expect(facts((await readTables(broken, { name: "a.csv" })).diagnostics)).toEqual([{ code: "encoding-undecodable", severity: "error", line: "3" }]);
    expect(decode(broken, "gb18030").text).toContain("权重");
    expect(facts((await readTables(broken, { encoding: "klingon" })).diagnostics)).toEqual([{ code: "encoding-unknown", severity: "error", found: "klingon", expected: "utf-8、gb18030、utf-16le、utf-16be" }]);
  });
  test("names as people write them", () => {
    expect(["GBK", "gb2312", "UTF8", "utf-8", "UTF-16LE", "ANSI", "cp936", "latin1", ""].map(encodingNamed)).toEqual(["gb18030", "gb18030", "utf-8", "utf-8", "utf-16le", "gb18030", "gb18030", undefined, undefined]);
  });
  test("UTF-8 text is not taken for GB18030, though it would decode", () => {
    expect(decode(new TextEncoder().encode("权重")).text).toBe("权重");
    expect(new TextDecoder("gb18030", { fatal: true }).decode(new TextEncoder().encode("权重"))).toBe("鏉冮噸");
  });
  test("letters of other scripts and no Han: perhaps GB18030 after all", async () => {
    expect((await readTables(encodeGb("瓶,元"), { name: "a.csv" })).diagnostics.map(({ code }) => code)).toEqual(["encoding-doubtful", "sheet-without-table"]);
    expect((await readTables(encodeGb("瓶,元"), { name: "a.csv", encoding: "GBK" })).diagnostics.map(({ code }) => code)).toEqual(["sheet-without-table"]);
  });
});

describe("damaged text", () => {
  const damageOf = damageFinder();
  const misread = (text: string, encoding: string): string => new TextDecoder(encoding).decode(new TextEncoder().encode(text));
  test.each([
    [misread("权重", "gb18030"), { kind: "misread", meant: "权重" }],
    [misread("得分", "gb18030"), { kind: "misread", meant: "得分" }],
    [misread("满意度", "gb18030").replace("\uFFFD", "?"), { kind: "misread", meant: "满意" }],
    // Where bytes did not pair, a character is gone.
    [misread("项目支出绩效自评表", "gb18030"), { kind: "lost" }],
    [misread("权重", "windows-1252"), { kind: "misread", meant: "权重" }],
    ["È¨ÖØ", { kind: "misread", meant: "权重" }],
    ["权\uFFFD重", { kind: "lost" }],
    ["锟斤拷", { kind: "lost" }],
    ["项目??", { kind: "lost" }],
    ["???", { kind: "lost" }],
  ])("%s", (text, damage) => expect(damageOf(text)).toEqual(damage));
  test.each(["权重", "0.1?", "是否完成?", "……", "——", "“三公经费”", "café crème", "Ünïcödé", "résumé à côté", "㎡", "浠水县", "鄠邑区", "骞马镇", "璇宝公司", "琛琛", ""])("sound: %s", (text) => expect(damageOf(text)).toBeUndefined());
  test("a table read from damaged text says so", async () => {
    const text = "项目名称,权\uFFFD重\n一级指标,三级指标,年度指标值,得分\n产出,数量,1个,10\n";
    const { tables, diagnostics } = await readTables(text, { name: "a.csv" });
    expect(tables.map(({ damaged, subject }) => [damaged, subject])).toEqual([[true, { text: "权\uFFFD重", at: "a.csv!B1" }]]);
    expect(facts(diagnostics)).toEqual([{ code: "text-lost", severity: "warning", cell: "a.csv!B1", found: "权\uFFFD重", expected: "" }]);
  });
});

test("text read in the wrong encoding, and a quote that nothing closes, are said with their cell", async () => {
  const text = `项目名称,寰楀垎\n一级指标,三级指标,年度指标值,得分\n产出,"数量,1个,10\n`;
  expect(facts((await readTables(text, { name: "a.csv" })).diagnostics)).toEqual([
    { code: "text-misread", severity: "warning", cell: "a.csv!B1", found: "寰楀垎", expected: "得分" },
    { code: "csv-quote-open", severity: "error", cell: "a.csv!B3" },
  ]);
});

test("a table file is cut at its limits, and it is said where", async () => {
  const limited = async (text: string, limits: object) => facts((await readTables(text, { name: "a.csv", limits })).diagnostics).slice(0, 1);
  expect(await limited("甲\n乙\n丙\n", { rows: 2 })).toEqual([{ code: "too-many-rows", severity: "error", sheet: "a.csv", limit: "2" }]);
  expect(await limited("甲,乙\n丙,丁\n戊,己\n", { cells: 2 })).toEqual([{ code: "too-many-cells", severity: "error", limit: "2" }]);
  expect(await limited(`${",".repeat(5_000)}甲\n`, {})).toEqual([{ code: "too-many-columns", severity: "error", cell: "a.csv!ALM1", limit: "1000" }]);
  expect(await limited("甲".repeat(5_000), {})).toEqual([{ code: "cell-too-long", severity: "error", cell: "a.csv!A1", limit: "4096" }]);
});

test("JSON is no table of this kind", async () => {
  expect(facts((await readTables('{"indicators": []}', { name: "a.json" })).diagnostics)).toEqual([{ code: "file-other-format", severity: "error", format: " JSON", formatEn: "JSON" }]);
});

describe("records", () => {
  test.each([
    ["", []],
    ["a", [["a"]]],
    ["a,b\r\nc,d\r", [["a", "b"], ["c", "d"]]],
    ["a,", [["a", ""]]],
    ["\n\n", [[""], [""]]],
    ['"a""b",c\n"x\ny"\r\n', [['a"b', "c"], ["x\ny"]]],
    [',\n,', [["", ""], ["", ""]]],
    ['""', [[""]]],
  ])("%j", (text, fields) => {
    for (const size of [1, 2, 3, 100]) expect(records(text, ",", size)).toEqual(fields.map((one) => ({ fields: one, faults: [] })));
  });
  test.each([
    ['1"2,b', ['1"2', "b"], "stray", 0],
    ['a,"b"c', ["a", "bc"], "stray", 1],
    ['a,"b', ["a", '"b'], "open", 1],
    ['"', ['"'], "open", 0],
    ['"""', ['"""'], "open", 0],
  ])("a wrong quote loses nothing: %j", (text, fields, kind, column) => {
    for (const size of [1, 2, 100]) expect(records(text, ",", size)).toEqual([{ fields, faults: [{ kind, column }] }]);
  });
  test("a quote that nothing closes does not swallow the rows below it", () => {
    const rest = Array.from({ length: 20_000 }, (_, i) => `甲${i},乙`).join("\n");
    const found = records(`a,"b\n${rest}`, ",", 4_096);
    expect(found).toHaveLength(20_001);
    expect(found[0]).toEqual({ fields: ["a", '"b'], faults: [{ kind: "open", column: 1 }] });
    expect(found.at(-1)?.fields).toEqual(["甲19999", "乙"]);
  });
  test("a field without end is cut, not kept", () => {
    const found = records(`${"x".repeat(500_000)},b\nc`, ",", 1_000);
    expect(found.map(({ fields }) => fields.map((field) => field.length))).toEqual([[65_536 + 464, 1], [1]].map((one) => one.map((length) => (length > 65_536 ? 65_536 : length))));
  });
  test("what is written is read back, in pieces of any size", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "中", '"', ",", "\t", ";", "\n", "\r", " ", "=", "𠮷") });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.constantFrom(",", "\t", ";"), fc.integer({ min: 1, max: 7 }), (rows, delimiter, size) => {
        const text = writeCsv(rows, { delimiter: delimiter as ",", mark: false, guard: false });
        expect(records(text, delimiter, size)).toEqual(rows.map((fields) => ({ fields, faults: [] })));
      }),
      { numRuns: 1_000 },
    );
  });
  test("any text is cut into the same records whole and in pieces of any size", () => {
    const any = fc.string({ unit: fc.constantFrom("a", "中", '"', ",", "\n", "\r", "\r\n"), maxLength: 30 });
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 7 }), fc.constantFrom(Infinity, 1, 2), (text, size, most) => {
        const whole = csvReader(",", most);
        const cut = csvReader(",", most);
        const pieces: unknown[] = [];
        for (let at = 0; at < text.length; at += size) pieces.push(...cut.push(text.slice(at, at + size)));
        expect([...pieces, ...cut.end()]).toEqual([...whole.push(text), ...whole.end()]);
      }),
      { numRuns: 2_000 },
    );
  });
  test("another reader reads what is written the same", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "中", '"', ",", "\n", " "), minLength: 1 });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
        expect(parseCsv(writeCsv(rows, { guard: false }), { delimiter: "," })).toEqual(rows);
      }),
    );
  });
  test("the delimiter is the one that makes a table", () => {
    expect(delimiterOf("a,b,c\nd,e,f")).toBe(",");
    expect(delimiterOf("a\tb\tc\n1,5\t2,5\t3,5")).toBe("\t");
    expect(delimiterOf("a;b\n计8分,扣完为止;1")).toBe(";");
    expect(delimiterOf("指标,评分标准\n人员,计8分;每超过1%扣0.5分;扣完为止\n经费,合规")).toBe(",");
    expect(delimiterOf("只有一列\n没有别的")).toBe(",");
    expect(delimiterOf("")).toBe(",");
  });
});

describe("writing", () => {
  test("for Excel and WPS: a mark, CRLF, quotes where they are needed", () => {
    expect(writeCsv([["甲", 'a"b', undefined], ["1,5", "x\ny", " z"]])).toBe('\uFEFF甲,"a""b",\r\n"1,5","x\ny"," z"\r\n');
    expect(csvLine(["a;b", "c"], { delimiter: ";", lineEnd: "\n" })).toBe('"a;b";c\n');
  });
  test("nothing that a spreadsheet would run, unless it is asked for", () => {
    const dangerous = ["=cmd|'/c calc'!A1", "+1+1", "-1-1", "@SUM(A1)", "\tx", "\rx", "＝1", "=100%"];
    const plain = ["-5", "+3.2%", "-0.01", "100%", "a=b", "", "12-3"];
    expect(dangerous.map((text) => csvLine([text], { lineEnd: "\n" }).replace(/^"|"?\n$/g, ""))).toEqual(dangerous.map((text) => `'${text}`));
    expect(plain.map((text) => csvLine([text], { lineEnd: "\n" }))).toEqual(plain.map((text) => `${text}\n`));
    expect(csvLine(["=1"], { guard: false, lineEnd: "\n" })).toBe("=1\n");
  });
});

describe("rows of a batch", () => {
  const taken = async (input: RowsInput, options: ReadOptions = { name: "某处/批.csv" }) => {
    const { headings, records: rows, diagnostics } = await readRows(input, options);
    const found = [];
    for await (const row of rows) found.push(row);
    return { headings: headings.map(({ text, at }) => `${text} @${at}`), rows: found.map(({ at, cells, diagnostics: said }) => ({ at, cells: cells.map((cell) => cell && `${cell.text} @${cell.at}`), said: facts(said) })), diagnostics: facts(diagnostics) };
  };
  const text = "编号,改造户数,满意度\n甲,412,95.3%\n\n乙,,\"92%\"\n丙,1\"2,90%,多\n";
  const expected = {
    headings: ["编号 @批.csv!A1", "改造户数 @批.csv!B1", "满意度 @批.csv!C1"],
    rows: [
      { at: "批.csv!2", cells: ["甲 @批.csv!A2", "412 @批.csv!B2", "95.3% @批.csv!C2"], said: [] },
      { at: "批.csv!4", cells: ["乙 @批.csv!A4", undefined, "92% @批.csv!C4"], said: [] },
      {
        at: "批.csv!5",
        cells: ["丙 @批.csv!A5", '1"2 @批.csv!B5', "90% @批.csv!C5"],
        said: [
          { code: "csv-quote-stray", severity: "warning", cell: "批.csv!B5" },
          { code: "cell-without-heading", severity: "warning", cell: "批.csv!D5" },
        ],
      },
    ],
    diagnostics: [],
  };
  async function* pieces(whole: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
  }
  test.each(Object.keys(ENCODERS))("%s, whole and in pieces", async (encoding) => {
    const whole = ENCODERS[encoding]?.(text) ?? new Uint8Array();
    expect(await taken(whole)).toEqual(expected);
    for (const size of [5, 17]) expect(await taken(pieces(whole, size))).toEqual(expected);
  });
  test("text, whole and in pieces", async () => {
    expect(await taken(text)).toEqual(expected);
    expect(await taken((async function* () { yield* text; })())).toEqual(expected);
  });
  test("a workbook: all digits of a figure, one sheet, the others named", async () => {
    const { bytes: book } = await writeWorkbook({
      sheets: [
        { name: "数据", cells: [{ at: "A1", text: "编号" }, { at: "B1", text: "满意度" }, { at: "A2", text: "0012" }, { at: "B2", number: "0.9527", style: { format: "0%" } }, { at: "A4", text: "乙" }, { at: "B4", number: "1234.5", style: { format: "#,##0" } }] },
        { name: "说明", cells: [{ at: "A1", text: "x" }] },
      ],
    });
    const result = {
      headings: ["编号 @数据!A1", "满意度 @数据!B1"],
      rows: [
        { at: "数据!2", cells: ["0012 @数据!A2", "95.27% @数据!B2"], said: [] },
        { at: "数据!4", cells: ["乙 @数据!A4", "1234.5 @数据!B4"], said: [] },
        { at: "数据!5", cells: [], said: [{ code: "number-format-rounds", severity: "info", sheet: "数据", count: "2", cell: "数据!B2", stored: "95.27%", found: "95%" }] },
      ],
      diagnostics: [{ code: "sheet-not-read", severity: "info", sheet: "说明", first: "数据" }],
    };
    expect(await taken(book ?? "", { name: "批.xlsx" })).toEqual(result);
    expect(await taken(pieces(book ?? new Uint8Array(), 100), { name: "批.xlsx" })).toEqual(result);
    expect((await taken(book ?? "", { name: "批.xlsx", sheet: "说明" })).headings).toEqual(["x @说明!A1"]);
  });
  test("in groups, with their places told on demand: the same records", async () => {
    const { records: rows } = await readRows(text, { name: "某处/批.csv" });
    const { pieces: groups, place } = await readRows(pieces(new TextEncoder().encode(text), 9), { name: "某处/批.csv" });
    const found: unknown[] = [];
    for await (const group of groups) {
      for (const { row, texts, diagnostics } of group) found.push({ at: place(row), cells: texts.map((one, index) => one && { text: one, at: place(row, index) }), diagnostics });
    }
    const expectedRows: unknown[] = [];
    for await (const row of rows) expectedRows.push(row);
    expect(found).toEqual(expectedRows);
    expect(found).toHaveLength(3);
  });
  test("headings that repeat are said; both columns stay", async () => {
    const { rows, diagnostics } = await taken("a,b,a\n1,2,3\n", { name: "x.csv" });
    expect(rows[0]?.cells).toEqual(["1 @x.csv!A2", "2 @x.csv!B2", "3 @x.csv!C2"]);
    expect(diagnostics).toEqual([{ code: "header-twice", severity: "warning", cell: "x.csv!C1", found: "a", first: "x.csv!A1", other: "a" }]);
  });
  test("a declared delimiter, a chosen one, names of the language, nothing at all", async () => {
    expect((await taken("sep=;\na;b,c\n1;2\n", { name: "x.csv" })).headings).toEqual(["a @x.csv!A1", "b,c @x.csv!B1"]);
    expect((await taken("a|b\n1|2\n", { name: "x.csv", delimiter: "|" })).rows[0]?.cells).toEqual(["1 @x.csv!A2", "2 @x.csv!B2"]);
    expect((await taken("__proto__,constructor\n1,2\n", { name: "x.csv" })).rows[0]?.cells).toEqual(["1 @x.csv!A2", "2 @x.csv!B2"]);
    expect((await taken("", { name: "x.csv" })).diagnostics).toEqual([{ code: "file-empty", severity: "error" }]);
    expect((await taken((async function* (): AsyncGenerator<Uint8Array> {})(), { name: "x.csv" })).diagnostics).toEqual([{ code: "file-empty", severity: "error" }]);
    expect((await taken(",,\n \n", { name: "x.csv" })).diagnostics).toEqual([{ code: "file-empty", severity: "error" }]);
  });
  test("limits: rows, columns, the length of a cell", async () => {
    const cut = await taken("a,b\n1,2\n3,4\n5,6\n", { name: "x.csv", limits: { rows: 3 } });
    expect(cut.rows.map(({ at, said }) => [at, said.map(({ code }) => code)])).toEqual([["x.csv!2", []], ["x.csv!3", []], ["x.csv!4", ["too-many-rows"]]]);
    expect((await taken("a,b\n1,2\n3,4\n", { name: "x.csv", limits: { rows: 3 } })).rows).toHaveLength(2);
    expect((await taken("a,b\n1,2\n", { name: "x.csv", limits: { columns: 1, cellLength: 1 } })).diagnostics).toEqual([{ code: "too-many-columns", severity: "error", cell: "x.csv!B1", limit: "1" }]);
    expect((await taken("ab\n", { name: "x.csv", limits: { cellLength: 1 } })).headings).toEqual(["a @x.csv!A1"]);
  });
  test("bytes that break off later end the file with a diagnostic, not the program", async () => {
    const half = bytes(...new TextEncoder().encode("编号,值\n甲,1\n"), 0xff, 0x2c, 0x32, 0x0a);
    expect((await taken(half, { name: "x.csv" })).diagnostics).toEqual([{ code: "encoding-undecodable", severity: "error", line: "3" }]);
    const { rows } = await taken(pieces(half, 1_000), { name: "x.csv", encoding: "utf-8" });
    expect(rows.map(({ at, said }) => [at, said.map(({ code }) => code)])).toEqual([["x.csv!2", []], ["x.csv!3", ["text-lost"]]]);
  });
});

test("a hundred thousand rows need no more memory than a thousand", async () => {
  const line = new TextEncoder().encode(`${Array.from({ length: 12 }, (_, i) => `值${i}`).join(",")}\n`);
  async function* stream(count: number): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < count; i += 100) {
      const piece = new Uint8Array(line.length * 100);
      for (let j = 0; j < 100; j++) piece.set(line, j * line.length);
      yield piece;
    }
  }
  const { records: rows } = await readRows(stream(100_000), { name: "x.csv" });
  let count = 0;
  let most = 0;
  const start = process.memoryUsage().heapUsed;
  for await (const row of rows) {
    if (row.cells.length > 0) count++;
    if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - start);
  }
  expect(count).toBe(99_999);
  // The text itself has 7 MB; rows that were kept would take some 200 MB.
  expect(most).toBeLessThan(120 * 1024 * 1024);
});
