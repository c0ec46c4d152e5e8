// The published schemas of the JSON outputs: each is a strict schema, and what the commands print obeys it to the
// last key. A key that is printed but not published, or published but of another type, fails here.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = resolve(import.meta.dirname, "..");
const CLI = join(ROOT, "dist", "cli.js");
let folder = "";
const validators = new Map<string, ValidateFunction>();
for (const name of readdirSync(join(ROOT, "schema", "output"))) {
  const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
  (formats as unknown as (one: Ajv) => void)(ajv);
  validators.set(name, ajv.compile(JSON.parse(readFileSync(join(ROOT, "schema", "output", name), "utf8")) as object));
}
const faults = (schema: string, data: unknown): readonly string[] => {
  const validate = validators.get(schema);
  if (validate === undefined) return [`there is no schema ${schema}`];
  return validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
};
const printed = (...args: readonly string[]): unknown => JSON.parse(spawnSync(process.execPath, [CLI, ...args, "--format", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 }).stdout);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jixiao-output-"));
  const framework = readFileSync(join(ROOT, "rules", "frameworks", "project-evaluation.yaml"), "utf8");
  // One fault of each sort: a rule of a pack with related places, a fault of the shape without any, an edit, a suppression.
  writeFileSync(join(folder, "a.yaml"), framework.replace("id: project-evaluation\n", "id: own\nsector: public-service\n").replace("weight: 15 }", "weight: 12 }"));
  writeFileSync(join(folder, "b.yaml"), "kind: config\nid: b # jixiao-disable-line key-order -- 理由\ntitle： 甲\n");
  writeFileSync(join(folder, "c.yaml"), "kind: config\ntitle: 甲\nid: c # jixiao-disable-line key-order -- 照录\n");
  writeFileSync(join(folder, "d.yaml"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is printed obeys what is published", () => {
  test("check: clean, with every sort of finding, in both languages", () => {
    expect(faults("check.json", printed("check", join(ROOT, "rules"), "--preset", "strict"))).toEqual([]);
    for (const lang of ["zh-CN", "en"]) {
      const report = printed("check", ".", "--preset", "strict", "--lang", lang) as { findings: { code: string; suppressed?: object; related?: object[]; edits?: object[]; span?: object }[] };
      expect(faults("check.json", report)).toEqual([]);
      const { findings } = report;
      expect([findings.some((one) => one.suppressed), findings.some((one) => one.related), findings.some((one) => one.edits)]).toEqual([true, true, true]);
    }
  });
  test("test: passed, failed and unreadable cases, with coverage", () => {
    expect(faults("test.json", printed("test", join(ROOT, "fixtures", "coverage", "failing.test.yaml")))).toEqual([]);
    expect(faults("test.json", printed("test", join(ROOT, "fixtures", "coverage"), "--coverage"))).toEqual([]);
    expect(faults("test.json", printed("test", ".", join(ROOT, "fixtures", "coverage", "partial.test.yaml")))).toEqual([]);
  });
  test("list: documents and indicators", () => {
    expect(faults("list.json", printed("list"))).toEqual([]);
    expect(faults("list.json", printed("list", "--tag", "asset"))).toEqual([]);
  });
  test("score: every shipped and every fixture evaluation, one and several at once", () => {
    expect(faults("scorecard.json", printed("score", "student-aid-2022"))).toEqual([]);
    for (const name of readdirSync(join(ROOT, "fixtures", "evaluations"))) {
      const card = printed("score", join(ROOT, "fixtures", "evaluations", name));
      expect(faults("scorecard.json", card), name).toEqual([]);
    }
    expect(faults("scorecard.json", printed("score", join(ROOT, "rules", "examples"), join(ROOT, "fixtures", "evaluations", "policy")))).toEqual([]);
  });
  test("audit: one table, several, with findings of every form", () => {
    for (const lang of ["zh-CN", "en"]) expect(faults("audit.json", printed("audit", join(ROOT, "fixtures", "cases"), "--lang", lang))).toEqual([]);
    const one = printed("audit", join(ROOT, "fixtures", "cases", "table-12.json"));
    expect((one as { findings: unknown[] }).findings.length).toBe(10);
    expect(faults("audit.json", one)).toEqual([]);
    const sheets = readdirSync(join(ROOT, "fixtures", "tables", "openpyxl")).filter((name) => name.endsWith(".xlsx"));
    expect(faults("audit.json", printed("audit", ...sheets.map((name) => join(ROOT, "fixtures", "tables", "openpyxl", name))))).toEqual([]);
  });
  test("what-if: the example, and every evaluation", () => {
    expect(faults("what-if.json", printed("explain", "student-aid-2022", "--what-if"))).toEqual([]);
    for (const name of readdirSync(join(ROOT, "fixtures", "evaluations"))) expect(faults("what-if.json", printed("explain", join(ROOT, "fixtures", "evaluations", name), "--what-if")), name).toEqual([]);
  });
  test("batch: scored, incomplete and failed lines, with ranks", () => {
    writeFileSync(join(folder, "rows.csv"), "编号,主管部门,批次,学生受资助人数(人次),预算执行率.全年预算数,预算执行率.全年执行数,nutrition-coverage,timely-funds,standard-met,burden-relief,policy-awareness,healthy-development,student-satisfaction,parent-satisfaction,没有的\n甲,教育局,一,735,100,100,100%,100%,100%,有效,98%,100%,100%,100%,\n乙,教育局,一,七百,100,100,100%,100%,100%,有效,98%,100%,100%,100%,\n丙,教育局,一,,100,100,100%,100%,100%,有效,98%,100%,100%,100%,\n");
    const out = spawnSync(process.execPath, [CLI, "score", "--rows", "rows.csv", "student-aid-2022", "--as-of", "2022-12-31", "--keep", "批次", "--rank", "dense", "--format", "ndjson"], { cwd: folder, encoding: "utf8" }).stdout;
    const lines = out.trim().split("\n").map((one) => JSON.parse(one) as { state: string; rank?: number });
    expect(lines.map(({ state }) => state).sort()).toEqual(["failed", "incomplete", "note", "scored"]);
    expect(lines.map(({ rank }) => rank).filter((one) => one !== undefined)).toEqual([1]);
    for (const one of lines) expect(faults("batch.json", one)).toEqual([]);
    expect(faults("batch.json", { ...lines[0], extra: 1 })).not.toEqual([]);
  });
});

test("a key too many or too few, a wrong type and a wrong word are refused", () => {
  const report = printed("check", "c.yaml", "--preset", "strict") as Record<string, unknown>;
  expect(faults("check.json", { ...report, extra: 1 })).not.toEqual([]);
  const { counts: _counts, ...less } = report;
  expect(faults("check.json", less)).not.toEqual([]);
  expect(faults("check.json", { ...report, version: "1" })).not.toEqual([]);
  const card = printed("score", "student-aid-2022") as { total: object };
  expect(faults("scorecard.json", { ...card, total: { ...card.total, points: 99.8 } })).not.toEqual([]);
  expect(faults("list.json", [{ kind: "frame", id: "a", category: null, version: null, title: "a" }])).not.toEqual([]);
  expect(faults("test.json", { passed: 1, failed: 0, cases: [] })).not.toEqual([]);
});
