// One evaluation a row: headings to inputs, cells to entries.
import { expect, test } from "vitest";
import { columnOf, columnsByHeading, rowEntries, type RowScheme } from "../src/rows-to-values.ts";

const scheme: RowScheme = {
  indicators: [
    { id: "execution", path: "execution", name: "预算执行率", inputs: [{ name: "budget", label: "全年预算数" }, { name: "executed", label: "全年执行数" }] },
    { id: "units", path: "output/units", name: "改造户数", inputs: [{ name: "value", label: "实际完成值" }] },
    { id: "reach", path: "output/reach", name: "覆盖率", inputs: [{ name: "reached", label: "覆盖人数" }, { name: "population", label: "常住人口" }] },
    { id: "met", path: "quality/met", name: "改造户数", inputs: [{ name: "value", label: "是否符合" }] },
    { id: "units.value", path: "quality/units.value", name: "编号", inputs: [{ name: "value", label: "是否符合" }] },
  ],
  facts: [{ id: "audited", label: "审计发现重大违规" }],
};
const headings = columnsByHeading(scheme);
const read = (row: Readonly<Record<string, string>>) => rowEntries(Object.keys(row).map((one) => columnOf(headings, one)), Object.values(row));

test("headings: ids, paths, inputs, names", () => {
  expect(headings.get("output/units")).toEqual({ kind: "input", indicator: "units", input: "value" });
  expect(headings.get("execution.executed")).toEqual({ kind: "input", indicator: "execution", input: "executed" });
  expect(headings.get("预算执行率.全年预算数")).toEqual({ kind: "input", indicator: "execution", input: "budget" });
  expect(headings.get("fact.audited")).toEqual(headings.get("事实.审计发现重大违规"));
  expect(headings.get("units.explanation")).toEqual({ kind: "note", indicator: "units", note: "explanation" });
  // an input of the name of a note is the input
  expect(headings.get("reach.population")).toEqual({ kind: "input", indicator: "reach", input: "population" });
  // several inputs: the indicator alone says nothing; two of a name mean neither; an id comes before a part of another
  expect(headings.get("execution")).toBeUndefined();
  expect(headings.get("改造户数")).toBeUndefined();
  expect(headings.get("units.value")).toEqual({ kind: "input", indicator: "units.value", input: "value" });
  expect(headings.get("编号")).toBeUndefined();
  expect(headings.get("id")).toEqual({ kind: "head", of: "id" });
  expect(headings.get("constructor")).toBeUndefined();
});

test("cells: figures, several inputs, states, notes, facts", () => {
  expect(
    read({ id: " 甲 ", "as-of": "2024-12-31", "execution.budget": "100", "execution.executed": "97.5", "output/units": "412", "units.explanation": "超额", "fact.audited": "否", met: "", 备注: "多余" }),
  ).toEqual({ head: { id: "甲", "as-of": "2024-12-31" }, facts: { audited: "否" }, values: { execution: { budget: "100", executed: "97.5" }, units: { value: "412", explanation: "超额" } }, unused: [] });
  expect(read({ "execution.budget": "不适用", units: "尚未到期", "units.explanation": "下半年开工" })).toEqual({ head: {}, facts: {}, values: { execution: "not-applicable", units: "pending" }, unused: [2] });
  // a state beside a figure contradicts it: both stand, and reading the entry says so
  expect(read({ "execution.budget": "不适用", "execution.executed": "3" }).values).toEqual({ execution: { budget: "不适用", executed: "3" } });
  expect(read({ "units.explanation": "未开工" }).values).toEqual({ units: { explanation: "未开工" } });
});

test("a unit in brackets goes with bare figures", () => {
  expect(columnOf(headings, "覆盖率.覆盖人数（万人）")).toEqual({ kind: "input", indicator: "reach", input: "reached", unit: "万人" });
  expect(read({ "execution.budget(万元)": "100", "execution.executed(万元)": "97.5元", "units(户)": "不适用" }).values).toEqual({ execution: { budget: "100万元", executed: "97.5元" }, units: "not-applicable" });
  // only inputs have units
  expect(columnOf(headings, "编号(号)")).toBeUndefined();
  expect(columnOf(headings, "id(号)")).toBeUndefined();
});
