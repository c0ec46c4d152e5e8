// Laws of recognition: every spelling is known wherever it may stand, and no cell is ever lost — on any sheet.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Grid, GridCell, Range } from "../src/types/grid.ts";
import { placeOf } from "../src/types/grid.ts";
import { BLOCKS, FIELDS, GROUP_NAMES, INDICATOR_COLUMNS, MONEY_COLUMNS, SUBTOTALS, TOTALS } from "../src/tables/headings.ts";
import { recognise } from "../src/tables/recognise.ts";
import { cellsIn } from "./helpers/table-fixtures.ts";

const gridOf = (rows: readonly (readonly (string | undefined)[])[], merges: readonly Range[] = []): Grid => ({
  place: "S!",
  sheet: "S",
  rows: rows.map((line, row) => line.flatMap((text, column): GridCell[] => (text === undefined || text.trim() === "" ? [] : [{ row, column, text }]))),
  merges,
});
/** How a form may decorate a heading. */
const decorated = (text: string): readonly string[] => [text, [...text].join(" "), `${text.slice(0, 2)}\n${text.slice(2)}`, `${text}（B）`, `${text}(万元)：`, `　${text}　`, `2023年${text}`];

describe("headings of indicators", () => {
  const roles = Object.entries(INDICATOR_COLUMNS).filter(([role]) => !/^(?:level-|name|other|adjusted|standard)/.test(role));
  test.each(roles.flatMap(([role, spellings]) => spellings.map((spelling) => ({ role, spelling }))))("$spelling is $role", ({ role, spelling }) => {
    for (const heading of decorated(spelling)) {
      // Beside it stand a name and two other headings, none of the same role.
      const others = ([["target", "年度指标值"], ["weight", "分值"], ["points", "得分"]] as const).filter(([one]) => one !== role).slice(0, 2);
      const { tables, diagnostics } = recognise(gridOf([["三级指标", heading, ...others.map(([, text]) => text)], ["甲", "值", "1", "2"]]));
      expect(diagnostics, heading).toEqual([]);
      expect(tables[0]?.rows[0]?.[role as "target"], heading).toEqual({ text: "值", at: "S!B2" });
    }
  });
  test.each(INDICATOR_COLUMNS.other.map((spelling) => ({ spelling })))("$spelling is kept", ({ spelling }) => {
    const { tables, diagnostics } = recognise(gridOf([["三级指标", spelling, "年度指标值", "得分"], ["甲", "值", "1", "2"]]));
    expect(diagnostics).toEqual([]);
    expect(tables[0]?.rows[0]?.others).toEqual([{ label: spelling, text: "值", at: "S!B2" }]);
  });
});

test.each(Object.entries(MONEY_COLUMNS).filter(([role]) => role !== "other").flatMap(([role, spellings]) => spellings.map((spelling) => ({ role, spelling }))))("money: $spelling is $role", ({ role, spelling }) => {
  const others = ([["initial", "年初预算数"], ["adjusted", "全年预算数"], ["executed", "全年执行数"]] as const).filter(([one]) => one !== role).slice(0, 2);
  for (const heading of decorated(spelling)) {
    const { tables, diagnostics } = recognise(gridOf([["项目资金（万元）", undefined, heading, ...others.map(([, text]) => text)], [undefined, "年度资金总额", "值", "1", "2"]]));
    expect(diagnostics, heading).toEqual([]);
    expect(tables[0]?.money[0]?.[role as "initial"], heading).toEqual({ text: "值", at: "S!C2" });
  }
});

test.each((["subject", "department", "unit", "reporting-unit", "grade", "total", "total-weight"] as const).flatMap((role) => FIELDS[role].map((spelling) => ({ role, spelling }))))("field: $spelling is $role", ({ role, spelling }) => {
  const key = ({ "reporting-unit": "unit", "total-weight": "totalWeight" } as const)[role as "total-weight"] ?? role;
  const table = [["三级指标", "年度指标值", "得分"], ["甲", "1", "2"]];
  for (const line of [[spelling, "值"], [`${spelling}：`, "值"], [`${spelling}：值`]]) {
    const { tables, diagnostics } = recognise(gridOf([line, ...table]));
    expect(diagnostics, line.join("|")).toEqual([]);
    expect(tables[0]?.[key as "subject"]?.text, line.join("|")).toBe("值");
  }
});

test("a number in a cell of its own is no part of the name; a name merged over two lines is the name of both", () => {
  const rows = [["三级指标", undefined, "年度指标值", "分值", "得分"], ["指标1：", "改造户数", "400户", "10", "10"], ["2", "改造面积", "5万平方米", "20", "20"], ["其中", undefined, "3万平方米", "20", "20"]];
  const { tables, diagnostics, labels } = recognise(gridOf(rows, [{ top: 0, left: 0, bottom: 0, right: 1 }, { top: 3, left: 0, bottom: 3, right: 1 }]));
  expect(tables[0]?.rows.map(({ name, weight }) => [name.text, name.at, weight?.text])).toEqual([["改造户数", "S!B2", "10"], ["改造面积", "S!B3", "20"], ["其中", "S!A4", "20"]]);
  expect(labels).toContain("S!A2");
  expect(diagnostics).toEqual([]);
  const two = recognise(gridOf([["三级指标", "年度指标值", "分值", "得分"], ["满意度", "学生≥90%", "10", "10"], [undefined, "家长≥85%", undefined, "9"]], [{ top: 1, left: 0, bottom: 2, right: 0 }, { top: 1, left: 2, bottom: 2, right: 2 }]));
  expect(two.tables[0]?.rows.map(({ name, target, weight, points }) => [name.at, target?.text, weight?.text, points?.text])).toEqual([["S!A2", "学生≥90%", "10", "10"], ["S!A2", "家长≥85%", undefined, "9"]]);
});

test("no spelling stands twice in the columns of one block", () => {
  for (const lists of [INDICATOR_COLUMNS, MONEY_COLUMNS, FIELDS]) {
    const all = Object.values(lists).flat();
    expect(all.filter((one, i) => all.indexOf(one) !== i)).toEqual([]);
  }
});

const WORDS = [...Object.values(INDICATOR_COLUMNS), ...Object.values(MONEY_COLUMNS), ...Object.values(FIELDS)].flat();
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.constantFrom(...BLOCKS, ...TOTALS, ...SUBTOTALS, ...GROUP_NAMES) },
  { weight: 2, arbitrary: fc.constantFrom("100", "≥95%", "2023年", "（2023年度）", "项目支出绩效自评表", "一、甲", "1、乙", "其中：丙", "  丁", "……", "—", "注：1.说明", "单位：万元", "优", "大于等于", "__proto__", "constructor", "甲：乙", "项目名称：甲 主管部门：乙") },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

test("on any sheet: nothing throws, nothing is lost, nothing stands twice", () => {
  const line = fc.array(fc.option(text, { freq: 2, nil: undefined }), { maxLength: 8 });
  const header = fc.constant(["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]);
  const range = fc.tuple(fc.nat(12), fc.nat(7), fc.nat(3), fc.nat(3)).map(([top, left, height, width]): Range => ({ top, left, bottom: top + height, right: left + width }));
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: line }, { weight: 1, arbitrary: header }), { maxLength: 14 }), fc.array(range, { maxLength: 6 }), (rows, ranges) => {
      const sheet = gridOf(rows, ranges);
      // What a merged range covers is taken out before recognition.
      const covered = (cell: GridCell): boolean => ranges.some(({ top, left, bottom, right }) => cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right && (cell.row !== top || cell.column !== left));
      const grid = { ...sheet, rows: sheet.rows.map((cells) => cells.filter((cell) => !covered(cell))) };
      const { tables, labels, diagnostics } = recognise(grid);
      const all = grid.rows.flat();
      if (tables.length === 0) {
        expect(diagnostics.map(({ code }) => code)).toEqual(all.length === 0 ? [] : ["sheet-without-table"]);
        return;
      }
      const values = new Map(tables.flatMap(cellsIn).map((cell) => [cell.at, cell.text]));
      const reported = new Set(diagnostics.map(({ facts }) => facts.cell));
      const titles = new Set(tables.map(({ title }) => title));
      for (const cell of all) {
        const at = placeOf(grid, cell);
        expect(values.has(at) || labels.includes(at) || reported.has(at), `${at} ${cell.text}`).toBe(true);
        // A value is the text of its cell, or a part of it.
        if (values.has(at)) expect(cell.text.includes(values.get(at) ?? "")).toBe(true);
        // A figure is no label — unless it is the title, which is a text of the table.
        if (labels.includes(at) && !values.has(at) && !reported.has(at) && !titles.has(cell.text.trim())) expect(cell.text).not.toMatch(/^[\d.,%]*\d[\d.,%]*$/);
      }
    }),
    { numRuns: 2_000 },
  );
});
