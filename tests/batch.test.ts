// 批量评分: files of evaluations in, results out — the same points as one by one, every mistake with its cell.
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeRecords } from "../bench/records.mjs";
import { batchHeadings, type BatchReadOptions, type BatchRecord, type BatchResult, documentRecord, ranking, readRecords, scoreBatch, type ScoreBatchOptions, scorersOf, summary } from "../src/batch/index.ts";
import { batchTable, batchWorkbook, mostLines, summaryTable, tooManyLines } from "../src/batch/index.ts";
import { headingsFor } from "../src/batch/headings.ts";
import { compile, load, score, type Scorer } from "../src/index.ts";
import { builtin, builtinExample, readFolder } from "../src/node/index.ts";
import { batch as messages } from "../src/messages/batch.ts";
import { quietTally } from "../src/scorer.ts";
import { readRows, type RowsInput, writeCsv, writeWorkbook } from "../src/tables/index.ts";
import type { ActualsDocument, ActualValue } from "../src/types/types.ts";
import { encodeGb } from "./helpers/encode.ts";

function scorerOf(text: string, name: string): Scorer {
  const { scorer, diagnostics } = compile({ framework: load(text, name) });
  if (scorer === undefined) throw new Error(JSON.stringify(diagnostics));
  return scorer;
}
const FRAMEWORK = readFileSync("fixtures/batch/framework.yaml", "utf8");
const scorer = scorerOf(FRAMEWORK, "framework.yaml");
const EVALUATIONS = readFileSync("fixtures/batch/evaluations.csv", "utf8");

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of list) found.push(one);
  return found;
}
const run = (input: RowsInput, options: BatchReadOptions = {}, scoring: Partial<ScoreBatchOptions> = {}): Promise<BatchResult[]> =>
  all(scoreBatch(readRecords(input, { name: "rows.csv", ...options }), { scorer, asOf: "2024-12-31", ...scoring }));
const short = ({ at, state, total, grade }: BatchResult) => [at, state, total, grade];
const said = (results: readonly BatchResult[]) => results.flatMap((one) => one.diagnostics.map(({ at, code, severity }) => `${at} ${severity} ${code}`));

/** Worked out by hand: 预算执行率 20 × 执行 ÷ 预算, 改造户数 40 × 户数 ÷ 400, 工程质量 20, 10 or 0, 居民满意度 20 × 满意度 ÷ 90 %, each capped. */
const EXPECTED = [
  ["rows.csv!2", "scored", "100.00", "优"],
  ["rows.csv!3", "scored", "92.00", "优"], // 18 + 36 + 20 + 18
  ["rows.csv!4", "failed", undefined, null],
  ["rows.csv!5", "scored", "60.00", "中"], // 10 + 30 + 10 + 10
  ["rows.csv!6", "incomplete", undefined, null],
  ["rows.csv!7", "scored", "92.00", "优"],
  ["rows.csv!8", "scored", "98.14", "优"], // (19.51 + 39 + 20) ÷ 80 × 100 = 98.1375
];

describe("a file of rows", () => {
  test("every row is scored, a bad one says which cell and why, a missing value gives a range", async () => {
    const [note, ...results] = await run(EVALUATIONS);
    expect(results.map(short)).toEqual(EXPECTED);
    expect(note).toMatchObject({ state: "note", at: "rows.csv!J1" });
    expect(said([note as BatchResult, ...results])).toEqual(["rows.csv!J1 warning batch-heading-unknown", "rows.csv!G4 error value-not-a-number"]);
    const [first, , bad, , open] = results;
    expect(first).toMatchObject({ id: "A01", subject: { name: "幸福里", department: "住建局" }, objectives: "batch", framework: { id: "batch", version: "1.0.0", category: "project", purpose: "self-evaluation", full: "100" } });
    expect(first?.indicators).toEqual(["execution", "homes", "quality", "residents"].map((id, index) => ({ id, state: "scored", points: ["20.00", "40.00", "20.00", "20.00"][index] })));
    expect(bad?.diagnostics[0]?.message).toContain("四百");
    expect(open).toMatchObject({ range: { min: "60.00", max: "100.00" }, wanting: ["homes"], rejected: false });
  });

  test("GB18030, UTF-16, tabs, a workbook, a stream in pieces: the same results", async () => {
    const plain = await run(EVALUATIONS, { labels: ["备注"] });
    expect(plain.map(short)).toEqual(EXPECTED);
    expect(plain[2]?.labels).toEqual({ 备注: "户数写成了汉字" });
    const encoded = encodeGb(EVALUATIONS);
    expect(await run(encoded, { labels: ["备注"] })).toEqual(plain);
    async function* pieces() {
      for (let at = 0; at < encoded.length; at += 7) yield encoded.subarray(at, at + 7);
    }
    expect(await run(pieces(), { labels: ["备注"] })).toEqual(plain);
    const rows = EVALUATIONS.trimEnd().split("\n").map((line) => line.replace('"1,200.00"', "1200").split(","));
    const sheet = rows.flatMap((row, r) => row.flatMap((text, c) => (text === "" ? [] : [{ at: `${String.fromCharCode(65 + c)}${r + 1}`, ...(/^\d+(\.\d+)?$/.test(text) ? { number: text } : /^\d+%$/.test(text) ? { number: `0.${text.slice(0, 2)}`, style: { format: "0%" } } : { text }) }])));
    const { bytes } = await writeWorkbook({ sheets: [{ name: "Sheet1", cells: sheet }] });
    const fromSheet = await run(bytes ?? "", { name: "rows.xlsx", labels: ["备注"] });
    expect(fromSheet.map(({ at, state, total, grade }) => [at.replace("Sheet1!", "rows.csv!"), state, total, grade])).toEqual(EXPECTED);
    expect(said(fromSheet)).toEqual(["Sheet1!G4 error value-not-a-number"]);
  });

  test("headings by id, path, name, label, unit in brackets; states, thousands, full-width figures, dates as people write them", async () => {
    const text = writeCsv([
      ["id", "AS-OF", "execution.adjusted-budget", "预算执行率.全年执行数（元）", "改造户数（户）", "quality", "居民满意度.偏差原因分析及改进措施", "居民 满意度", "homes.explanation"],
      ["甲", "2024年6月30日", "1,000", "9,500,000.00", "４００", "基本合格", "样本少", "未到期", "如期"],
      ["乙", "2024/7/1", "1000", "950", "400", "合格", undefined, "９０％", undefined],
    ]);
    const [first, second] = await run(text, {}, { asOf: undefined });
    expect(first).toMatchObject({ id: "甲", state: "incomplete", wanting: ["residents"], diagnostics: [{ at: "rows.csv!G2", code: "batch-state-and-note", severity: "warning", facts: { found: "样本少", other: "rows.csv!H2", value: "未到期" } }] });
    expect(first?.indicators.map(({ points }) => points)).toEqual(["19.00", "40.00", "10.00", undefined]);
    // 950 under a heading in yuan is 950元 of 1000万元
    expect(second?.indicators[0]?.points).toBe("0.00");
    expect(second?.total).toBe("80.00");
  });

  test("the headings of a collection file, in ids and in words, are understood, each as what it is", async () => {
    const headings = batchHeadings(scorer);
    expect(headings.slice(8).map(({ heading, title }) => [heading, title])).toEqual([
      ["execution.adjusted-budget", "预算执行率.全年预算数"], ["execution.executed", "预算执行率.全年执行数"], ["homes", "改造户数"], ["quality", "工程质量"], ["residents", "居民满意度"],
    ]);
    const row = ["甲", "batch", "2024-12-31", "幸福里", "住建局", "一处", "public-service", "改造", "1000", "1000", "400", "合格", "90%"];
    const byIds = await run(writeCsv([headings.map(({ heading }) => heading), row]));
    const byWords = await run(writeCsv([headings.map(({ title }) => title), row]));
    expect(byIds).toEqual(byWords);
    expect(byIds).toMatchObject([{ id: "甲", total: "100.00", subject: { name: "幸福里", department: "住建局", unit: "一处", sector: "public-service", category: "改造" }, diagnostics: [] }]);
  });

  test("an empty file, headings alone, a file without a column of the framework", async () => {
    expect(said(await run(""))).toEqual(["rows.csv error file-empty"]);
    expect(await run("homes,quality\n")).toEqual([]);
    expect(said(await run("甲,乙\n1,2\n"))).toEqual(["rows.csv!A1 warning batch-heading-unknown", "rows.csv!B1 warning batch-heading-unknown", "rows.csv!2 error batch-no-columns"]);
  });

  test("unknown headings get a hint; a heading twice fails the rows that use it, no others", async () => {
    const results = await run("execution.adjusted-budget,execution.executed,改造户,homes,quality,residents\n1,1,400,400,合格,90%\n");
    expect(results[0]?.diagnostics.map(({ at, facts }) => [at, facts["guess"]])).toEqual([["rows.csv!C1", "改造户数"]]);
    const twice = await run("execution.adjusted-budget,execution.executed,homes,改造户数,quality,residents\n1,1,400,,合格,90%\n1,1,,,合格,90%\n1,1,400,200,合格,90%\n");
    expect(twice.map(({ at, state }) => [at, state])).toEqual([["rows.csv!D1", "note"], ["rows.csv!2", "failed"], ["rows.csv!3", "incomplete"], ["rows.csv!4", "failed"]]);
    expect(said(twice)).toEqual(["rows.csv!D1 error batch-heading-twice", "rows.csv!C2 error batch-column-faulty", "rows.csv!C4 error batch-column-faulty", "rows.csv!D4 error batch-column-faulty"]);
    const same = await run("homes,homes\n400,400\n");
    expect(said(same)).toEqual(["rows.csv!B1 error batch-heading-twice", "rows.csv!A2 error batch-column-faulty", "rows.csv!B2 error batch-column-faulty"]);
  });

  test("several inputs need a column each; a unit that does not convert, a state beside a figure, a column that is not there", async () => {
    expect(said(await run("execution,homes\n90%,400\n"))).toEqual(["rows.csv!A1 error batch-heading-inputs", "rows.csv!A2 error batch-column-faulty"]);
    expect(said(await run("homes(公里)\n400\n"))).toEqual(["rows.csv!A1 error batch-heading-unit", "rows.csv!A2 error batch-column-faulty"]);
    expect(said(await run("execution.adjusted-budget,execution.executed\n不适用,5\n"))).toEqual(["rows.csv!A2 error batch-state-and-value"]);
    expect(said(await run("homes\n400\n", { labels: ["批次"] }))).toEqual(["rows.csv error batch-column-missing"]);
  });

  test("an input of the name of a note is the input; a name of two meanings is neither; only figures have units", async () => {
    const indicators = `indicators:
  - { id: reach, name: 覆盖率, unit: "%", weight: 40, target: ">= 100%", method: { kind: proportional, over: cap, zero-target: met-or-zero }, measure: { formula: reached / population, zero-denominator: zero, inputs: { reached: { name: 覆盖人数, unit: 人 }, population: { name: 常住人口, unit: 人 } } } }
  - { id: id, name: 编号, unit: 户, weight: 60, target: ">= 100户", method: { kind: proportional, over: cap, zero-target: met-or-zero } }
`;
    const other = scorerOf(FRAMEWORK.replace(/indicators:[^]*/, indicators), "other.yaml");
    const [note, result] = await run("subject.name,覆盖率.覆盖人数（万人）,reach.population,覆盖率.总体人数,项目名称(个),编号\n甲,0.005,100人,,,5\n", {}, { scorer: other });
    expect(said([note as BatchResult])).toEqual(["rows.csv!F1 error batch-heading-ambiguous", "rows.csv!D1 warning batch-heading-unknown", "rows.csv!E1 warning batch-heading-unknown"]);
    expect(said([result as BatchResult])).toEqual(["rows.csv!F2 error batch-column-faulty"]);
    const [clear] = await run("subject.name,覆盖率.覆盖人数（万人）,reach.population\n甲,0.005,100人\n", {}, { scorer: other });
    // 0.005万人 of 100人 are 50 %
    expect(clear).toMatchObject({ subject: { name: "甲" }, indicators: [{ id: "reach", points: "20.00" }, { id: "id" }] });
    expect(headingsFor(scorer).of("constructor")).toEqual([]);
  });

  test("an as-of date is needed, must be a day, and one on which the framework is in force", async () => {
    const text = "homes,as-of\n400,\n400,2024-02-30\n400,2025-01-01\n";
    expect(said(await run(text, {}, { asOf: undefined }))).toEqual(["rows.csv!B2 error batch-as-of-missing", "rows.csv!B3 error value-form", "rows.csv!B4 error not-effective"]);
  });

  test("two indicators of one name mean neither; ids tell them apart", async () => {
    const other = scorerOf(FRAMEWORK.replace("name: 居民满意度", "name: 改造户数"), "other.yaml");
    expect(said(await run("改造户数,quality\n400,合格\n", {}, { scorer: other }))).toEqual(["rows.csv!A1 error batch-heading-ambiguous", "rows.csv!A2 error batch-column-faulty"]);
    expect(said(await run("homes,residents\n400,90%\n", {}, { scorer: other }))).toEqual([]);
  });
});

describe("lines of JSON", () => {
  const lines = (list: readonly string[], options: BatchReadOptions = {}) => run(list.join("\n"), { name: "rows.ndjson", ...options });
  test("documents and flat keys, figures with all their digits; a bad line in the middle never stops the rest", async () => {
    const results = await lines([
      '{"id":"甲","as-of":"2024-12-31","subject":{"department":"住建局"},"values":{"execution":{"adjusted-budget":1000.00,"executed":1000},"homes":400,"quality":"合格","residents":"90%"}}',
      '{"id": "乙", broken',
      '{"编号":"丙","主管部门":"民政局","execution":{"adjusted-budget":"1000","executed":900},"改造户数":360,"quality":"合格","residents":"81%"}',
      "",
      "[1]",
      '{"homes":1,"homes":2}',
      '{"values":{"homes":{"value":"400","户":"1"},"quality":"合格"}}',
      '{"homes":[1,2]}',
      '{"homes":1e3,"values":{}}',
      '{"homes":400.000000000001,"quality":null}',
    ]);
    expect(results.map(short)).toEqual([
      ["rows.ndjson:1", "scored", "100.00", "优"],
      ["rows.ndjson:2", "failed", undefined, null],
      ["rows.ndjson:3", "scored", "92.00", "优"],
      ["rows.ndjson:5", "failed", undefined, null],
      ["rows.ndjson:6", "failed", undefined, null],
      ["rows.ndjson:7", "failed", undefined, null],
      ["rows.ndjson:8", "failed", undefined, null],
      ["rows.ndjson:9", "incomplete", undefined, null],
      ["rows.ndjson:10", "incomplete", undefined, null],
    ]);
    expect(said(results)).toEqual([
      "rows.ndjson:2 error batch-line-not-json",
      "rows.ndjson:5 error batch-line-not-json",
      "rows.ndjson:6 error batch-key-twice",
      "rows.ndjson:7 values.homes.户 error input-unknown",
      "rows.ndjson:8 homes error type-wrong",
      "rows.ndjson:9 homes warning unknown-key",
    ]);
    expect(results[2]).toMatchObject({ id: "丙", subject: { department: "民政局" } });
  });
  test("a line that is too long, GB18030, an empty file, by content where the name does not say", async () => {
    const long = await lines([`{"values":{"homes":"${"9".repeat(1024 * 1024)}"}}`, '{"values":{"homes":"400"}}']);
    expect(long.map(({ at, state }) => [at, state])).toEqual([["rows.ndjson:1", "failed"], ["rows.ndjson:2", "incomplete"]]);
    expect(said(long)).toEqual(["rows.ndjson:1 error batch-line-too-long"]);
    const text = '{"改造户数":"400"}\r\n{"改造户数":"四百"}\r\n';
    expect(said(await run(encodeGb(text), { name: "rows.ndjson" }))).toEqual(["rows.ndjson:2 改造户数 error value-not-a-number"]);
    expect(said(await run(text, { name: "rows" }))).toEqual(["rows:2 改造户数 error value-not-a-number"]);
    expect(said(await run("\n", { name: "rows.ndjson" }))).toEqual(["rows.ndjson error file-empty"]);
  });
});

describe("the same as one by one", () => {
  const shipped = builtin();
  const evaluated = [...builtinExample("student-aid-2022"), ...["project", "policy", "government-fund", "basic-public-service", "department-overall", "government-purchased-service"].flatMap((name) => readFolder(`fixtures/evaluations/${name}`))];
  const scorers = scorersOf(evaluated, shipped);
  const actuals = evaluated.filter((one) => one.kind === "actuals");

  const odd = fc.constantFrom<ActualValue>("", "0", "1", "100%", "150%", "-3", "0.005", "99999", "999999999999", "是", "否", true, "不合格", "pending", "not-applicable", "1,000", "12abc", { value: "5" }, { value: "300", explanation: "" }, { explanation: "天气" }, { value: "1", explanation: "x".repeat(2001) }, { executed: "3" }, {});
  const judged = fc.constantFrom<ActualValue>({ grade: "达成预期指标", points: "4.5" }, { grade: "达成预期指标", points: "3.99" }, { grade: "部分达成预期指标", points: "5" }, { grade: "优", points: "1" }, { points: "2" }, { grade: "未达成预期指标", points: "0", explanation: "资金未到" });

  const sameAsAlone = async (by: Scorer, values: Readonly<Record<string, ActualValue>>, asOf: string, facts: ActualsDocument["facts"]): Promise<void> => {
    const document: ActualsDocument = { kind: "actuals", objectives: by.subject, "as-of": asOf, ...(facts === undefined ? {} : { facts }), values };
    const { scorecard: card, diagnostics } = score(by, document);
    const [result] = await all(scoreBatch([{ at: "x", values, facts, asOf } satisfies BatchRecord], { scorer: by }));
    expect(result?.diagnostics.map(({ code, message }) => [code, message])).toEqual(diagnostics.map(({ code, message }) => [code, message]));
    expect([result?.total, result?.range, result?.grade, result?.rejected, result?.wanting]).toEqual([card?.total.points, card?.total.range, card?.grade ?? null, card?.rejected ?? false, card?.wanting ?? []]);
    expect(result?.indicators).toEqual((card?.indicators ?? []).map(({ id, state, points }) => (points === undefined ? { id, state } : { id, state, points })));
  };

  test("documents of a folder, with the objectives they name", async () => {
    expect(actuals.length).toBe(7);
    const results = await all(scoreBatch(actuals.map(documentRecord), { scorer: scorers }));
    for (const [index, one] of actuals.entries()) {
      const chosen = scorers.choose((one.data as ActualsDocument).objectives, (one.data as ActualsDocument)["as-of"]);
      const { scorecard } = score(chosen.scorer as Scorer, one);
      expect([results[index]?.total, results[index]?.grade]).toEqual([scorecard?.total.points, scorecard?.grade]);
      expect(scorecard?.total.points).toMatch(/^\d+\.\d\d$/);
    }
  });

  test.each(["heading", "title"] as const)("the same documents as a row of a collection file, headings by %s: not a value is lost", async (by) => {
    for (const one of actuals) {
      const data = one.data as ActualsDocument;
      const chosen = scorers.choose(data.objectives, data["as-of"]).scorer as Scorer;
      const columns = batchHeadings(chosen).flatMap((column): (readonly [string, string])[] => {
        const { indicator, input, heading } = column;
        const value = data.values[indicator ?? ""];
        const text = heading === "as-of" ? data["as-of"] : heading.startsWith("fact.") ? data.facts?.[heading.slice("fact.".length)] : typeof value === "object" ? (value[input ?? ""] ?? (chosen.indicators.find(({ id }) => id === indicator)?.inputs.length === 1 ? value["value"] : undefined)) : value;
        return text === undefined ? [] : [[column[by], String(text)]];
      });
      const notes = Object.entries(data.values).flatMap(([id, value]) => (typeof value !== "object" ? [] : (["explanation", "population", "valid-responses"] as const).flatMap((note) => (value[note] === undefined || chosen.indicators.some((each) => each.id === id && each.inputs.some(({ name }) => name === note)) ? [] : [[`${id}.${note}`, String(value[note])] as const]))));
      const text = writeCsv([[...columns, ...notes].map(([heading]) => heading), [...columns, ...notes].map(([, cell]) => cell)]);
      const [result, ...more] = await run(text, {}, { scorer: chosen, asOf: undefined });
      const { scorecard, diagnostics } = score(chosen, one);
      expect([result?.at, result?.total, result?.grade, more]).toEqual(["rows.csv!2", scorecard?.total.points, scorecard?.grade, []]);
      expect(result?.diagnostics.map(({ code }) => code)).toEqual(diagnostics.map(({ code }) => code));
    }
  });

  test("rows of the benchmark, and rows in which something is changed", async () => {
    const bench = scorerOf(readFileSync("fixtures/bench/framework.yaml", "utf8"), "bench.yaml");
    const records = makeRecords(40) as Readonly<Record<string, ActualValue>>[];
    let quick = 0;
    for (const values of records) {
      if (quietTally(bench)?.(values) !== undefined) quick++;
      await sameAsAlone(bench, values, "2024-12-31", undefined);
    }
    expect(quick).toBeGreaterThan(20);
    const [first = {}] = records;
    const change = fc.dictionary(fc.constantFrom(...Object.keys(first), "nobody"), fc.oneof(odd, judged, fc.constant(undefined)), { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...records), change, fc.option(judged, { nil: undefined }), async (values, changes, living) => {
        const all = { ...values, ...(living === undefined ? {} : { "living-conditions": living }), ...changes };
        await sameAsAlone(bench, Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<string, ActualValue>, "2024-12-31", undefined);
      }),
      { numRuns: 300 },
    );
  });

  test.each(actuals.map((one) => [(one.data as ActualsDocument).objectives, one.data as ActualsDocument] as const))("%s: values replaced, taken away, added", async (objectives, data) => {
    const { scorer: by } = scorers.choose(objectives, data["as-of"]);
    const keys = Object.keys(data.values);
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...keys, "nobody"), fc.oneof(odd, fc.constant(undefined)), { maxKeys: 3 }), fc.boolean(), async (change, withFacts) => {
        const values = Object.fromEntries(Object.entries({ ...data.values, ...change }).filter(([, value]) => value !== undefined)) as Record<string, ActualValue>;
        await sameAsAlone(by as Scorer, values, data["as-of"], withFacts ? data.facts : undefined);
      }),
      { numRuns: 60 },
    );
  });
});

describe("several objectives", () => {
  const objectives = (id: string, indicator: string) => load(`kind: objectives\nid: ${id}\nframework: slots@1\nsubject: { name: 项目${id}, department: 住建局, sector: [public-service, social-security] }\nperiod: 2024\nindicators:\n  - { under: output, id: ${indicator}, name: 指标${indicator}, weight: 60, unit: 户, target: ">= 100户", method: { kind: proportional, over: cap, zero-target: met-or-zero } }\n`, `${id}.yaml`);
  const framework = load(
    FRAMEWORK.replace("id: batch", "id: slots").replace(/indicators:[^]*/, `indicators:\n  - { id: quality, name: 工程质量, weight: 40, method: { kind: graded, grades: [{ name: 合格, share: "100%" }, { name: 不合格, share: "0%" }] } }\n  - { id: output, name: 产出, weight: 60, slot: { min: 1 } }\n`),
    "slots.yaml",
  );
  const broken = load("kind: objectives\nid: P3\nframework: slots@1\nsubject: { name: 丙 }\nperiod: 2024\n", "P3.yaml");
  const scorers = scorersOf([objectives("P1", "a"), objectives("P2", "b"), broken, framework]);

  test("each row by what it names; a column of other objectives, unknown and faulty objectives are said", async () => {
    const text = "绩效目标表,quality,a,b,remark\nP1,合格,100,,x\nP2,合格,,50,x\nP2,合格,100,,x\n,合格,1,,x\nP9,合格,1,,x\nP3,合格,1,,x\n";
    const results = await run(text, {}, { scorer: scorers });
    expect(results.map(short)).toEqual([
      ["rows.csv!E1", "note", undefined, null],
      ["rows.csv!2", "scored", "100.00", "优"],
      ["rows.csv!3", "scored", "70.00", "中"],
      ["rows.csv!4", "failed", undefined, null],
      ["rows.csv!5", "failed", undefined, null],
      ["rows.csv!6", "failed", undefined, null],
      ["rows.csv!7", "failed", undefined, null],
    ]);
    expect(said(results)).toEqual([
      "rows.csv!E1 warning batch-heading-unknown",
      "rows.csv!C4 error batch-column-elsewhere",
      "rows.csv!5 error batch-objectives-missing",
      "rows.csv!6 error batch-objectives-unknown",
      "rows.csv!7 error batch-objectives-faulty",
    ]);
    expect(results[1]?.subject).toEqual({ name: "项目P1", department: "住建局", sector: "public-service social-security" });
    const table = batchTable(scorers.all());
    expect(table.columns.slice(14, -2).map(({ heading }) => heading)).toEqual(["工程质量", "指标a", "指标b"]);
    expect(table.line(results[2] as BatchResult).slice(14, -2)).toEqual(["40.00", undefined, "30.00"]);
  });
});

const rated = (at: string, total: string | undefined, department?: string, category: "project" | "policy" = "project", rejected = false): BatchResult => ({
  at,
  subject: department === undefined ? {} : { department },
  framework: { id: "f", version: "1.0.0", category, purpose: "self-evaluation", full: "100", rounding: { places: 2, mode: "half-up" } },
  state: total === undefined ? "failed" : "scored",
  ...(total === undefined ? {} : { total }),
  grade: total === undefined || rejected ? null : Number(total) >= 90 ? "优" : "良",
  rejected,
  wanting: [],
  indicators: [],
  diagnostics: [],
});

describe("ranks and summaries", () => {
  const results = [rated("a", "90.00", "甲"), rated("b", "95.5", "甲"), rated("c", "90", "乙"), rated("d", undefined, "乙"), rated("e", "80.00", "乙"), rated("f", "85.00", undefined, "policy"), rated("g", "99.00", "甲", "project", true)];
  const ranksOf = (mode: "competition" | "dense", within: readonly string[] = []) => {
    const ranks = ranking(mode, within);
    results.forEach(ranks.add);
    return results.map((one) => ranks.rankOf(one)).map((one) => one && `${one.rank}${one.tied ? "=" : ""}/${one.among}`);
  };
  test("ties as declared: 1, 2, 2, 4 or 1, 2, 2, 3; categories apart; no rank without a total or when rejected", () => {
    expect(ranksOf("competition")).toEqual(["2=/4", "1/4", "2=/4", undefined, "4/4", "1/1", undefined]);
    expect(ranksOf("dense")).toEqual(["2=/4", "1/4", "2=/4", undefined, "3/4", "1/1", undefined]);
    expect(ranksOf("competition", ["department"])).toEqual(["2/2", "1/2", "1/2", undefined, "2/2", "1/1", undefined]);
  });
  test("counts, sums, averages by department and grade; full marks and categories apart; what is not stated last", () => {
    const counts = summary(["department", "grade"]);
    results.forEach(counts.add);
    expect(counts.rows().map(({ by, value, framework, evaluations, scored, failed, rejected, sum, average, highest, lowest, grades }) => [by, value, framework?.category, evaluations, scored, failed, rejected, sum, average, highest, lowest, JSON.stringify(grades)])).toEqual([
      ["department", undefined, "policy", 1, 1, 0, 0, "85.00", "85.00", "85.00", "85.00", '{"良":1}'],
      ["department", "乙", "project", 3, 2, 1, 0, "170.00", "85.00", "90.00", "80.00", '{"优":1,"良":1}'],
      ["department", "甲", "project", 3, 3, 0, 1, "185.50", "92.75", "95.50", "90.00", '{"优":2}'],
      ["grade", "良", "policy", 1, 1, 0, 0, "85.00", "85.00", "85.00", "85.00", '{"良":1}'],
      ["grade", "优", "project", 3, 3, 0, 0, "275.50", "91.83", "95.50", "90.00", '{"优":3}'],
      ["grade", "良", "project", 1, 1, 0, 0, "80.00", "80.00", "80.00", "80.00", '{"良":1}'],
      ["grade", undefined, "project", 2, 1, 1, 1, "0", undefined, undefined, undefined, "{}"],
    ]);
  });
  test("a label that was asked for is a dimension", async () => {
    const counts = summary(["备注"]);
    for (const one of await run(EVALUATIONS, { labels: ["备注"] })) counts.add(one);
    expect(counts.rows().map(({ value, evaluations }) => [value, evaluations])).toEqual([["与 A02 相同", 1], ["户数写成了汉字", 1], ["户数没有填", 1], [undefined, 4]]);
  });
});

describe("results as a table", () => {
  test("CSV and workbook read back: figures as figures, diagnostics with their cells", async () => {
    const results = await run(EVALUATIONS, { labels: ["备注"] });
    const ranks = ranking("competition");
    results.forEach(ranks.add);
    const table = batchTable([scorer], { labels: ["备注"], ranks: true });
    const lines = results.map((one) => table.line(one, ranks.rankOf(one)));
    const headings = table.columns.map(({ heading }) => heading);
    expect(headings).toEqual(["文件", "位置", "编号", "名称", "主管部门", "实施单位", "支出领域", "类别", "绩效目标表", "备注", "状态", "总分", "最低", "最高", "等级", "名次", "预算执行率", "改造户数", "工程质量", "居民满意度", "未填", "问题"]);
    expect(lines.map((one) => one[15])).toEqual(["1", "3", undefined, "5", undefined, "3", "2"]);
    expect(lines[2]?.slice(-1)).toEqual(["rows.csv!G4 " + (results[2]?.diagnostics[0]?.message ?? "?")]);
    const text = writeCsv([headings, ...lines]);
    const counts = summary(["grade"]);
    results.forEach(counts.add);
    const { bytes } = await writeWorkbook(batchWorkbook({ columns: table.columns, lines }, summaryTable(counts.rows(), scorer.grades)));
    const read = async (input: RowsInput, sheet?: string) => (await all((await readRows(input, sheet === undefined ? {} : { sheet })).records)).map(({ cells }) => cells.map((cell) => cell?.text));
    const trimmed = lines.map((line) => line.map((one) => one));
    expect(await read(text)).toEqual(trimmed);
    expect(await read(bytes ?? "", "评分结果")).toEqual(trimmed);
    expect((await read(bytes ?? "", "汇总")).map((line) => line.slice(0, 9))).toEqual([
      ["等级", "中", "project", "self-evaluation", "100", "1", "1", "0", "0"],
      ["等级", "优", "project", "self-evaluation", "100", "4", "4", "0", "0"],
      ["等级", undefined, "project", "self-evaluation", "100", "2", "0", "1", "1"],
    ]);
    expect(tooManyLines(300000, table.columns)).toMatchObject({ code: "batch-too-many-rows", facts: { found: "300000", limit: String(mostLines(table.columns)) } });
  });
});

describe("codes", () => {
  test("every code of a batch is asserted by a test", () => {
    const own = readFileSync("tests/batch.test.ts", "utf8");
    expect(Object.keys(messages).filter((code) => !own.includes(` ${code}"`) && !own.includes(`"${code}"`))).toEqual([]);
  });
  test("their words name the cell and what should be, in both languages", () => {
    const facts = { cell: "Sheet1!F12", found: "甲", limit: "9", line: "7", expected: "乙", first: "A1", other: "丙", guess: "丁", unit: "户", value: "3", heading: "戊", id: "P1", count: "2" };
    for (const [code, { zh, en }] of Object.entries(messages)) {
      for (const text of [zh(facts), en(facts)]) {
        expect(text, code).not.toMatch(/undefined|null/);
        expect(text.length, code).toBeGreaterThan(10);
        if (/^batch-(?:heading|column-(?:faulty|elsewhere)|state)/.test(code)) expect(text.startsWith("Sheet1!F12 "), code).toBe(true);
      }
    }
  });
});
