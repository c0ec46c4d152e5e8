// The published cases, laid out as the sheets of the places they come from; and what they say, without addresses.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Table } from "../../src/types/table.ts";

const FOLDER = join("fixtures", "cases");

interface Indicator {
  readonly l1: string;
  readonly l2: string;
  readonly l3: string;
  readonly target_text: string;
  readonly actual_text: string;
  readonly weight: string;
  readonly score: string;
  readonly deviation_reason: string;
}
export interface Case {
  readonly id: string;
  readonly year: string;
  readonly place: string;
  readonly category: string;
  readonly budget: Readonly<Record<"initial" | "full_year" | "executed" | "weight" | "rate" | "score", string>> | null;
  readonly indicators: readonly Indicator[];
  readonly total: string | null;
  readonly rating: string | null;
  readonly total_weight_row?: string;
  readonly targets_only?: boolean;
  readonly budget_inside_indicators?: boolean;
}
export const cases = (): readonly Case[] => readdirSync(FOLDER).sort().map((file) => JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as Case);

/** What is printed, without places: how a table of a file and a table of JSON are compared. */
export interface Printed {
  readonly money: readonly Readonly<Record<string, string>>[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly total: string | undefined;
  readonly totalWeight: string | undefined;
  readonly grade: string | undefined;
  readonly targetsOnly: boolean;
}

const filled = (parts: Readonly<Record<string, string | undefined>>): Record<string, string> => Object.fromEntries(Object.entries(parts).filter((one): one is [string, string] => one[1] !== undefined && one[1] !== ""));
const figure = (text: string | undefined): string | undefined => text?.replace(/分$/, "");
/** 正向 大于等于 1次 as one text, whether it stands in one cell or in four. */
const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join("").replace(/\s/g, "");

export function printedBy(table: Table): Printed {
  const text = (cell: Cell | undefined): string | undefined => cell?.text;
  return {
    money: table.money.map(({ initial, adjusted, executed, weight, rate, points }) => filled({ initial: text(initial), adjusted: text(adjusted), executed: text(executed), weight: figure(text(weight)), rate: text(rate), points: text(points) })),
    rows: table.rows.map(({ kind, groups, name, nature, sign, target, unit, actual, weight, points, reason }) =>
      filled({ kind, groups: groups.map(text).join("/"), name: name.text, target: joined([nature, sign, target, unit].map(text)), actual: text(actual), weight: text(weight), points: text(points), reason: text(reason) }),
    ),
    total: text(table.total),
    totalWeight: text(table.totalWeight),
    grade: text(table.grade),
    targetsOnly: table.targetsOnly === true,
  };
}

const SUB_ROW = / \(sub-row of .\)$/;

/** Where the rate is one of the indicators, the money block has no points of its own. */
const scoredApart = (one: Case): boolean => one.budget_inside_indicators !== true;

export function printedIn(one: Case): Printed {
  const { budget } = one;
  const rows = one.indicators.filter(({ l3, target_text, actual_text, weight, score }) => l3 + target_text + actual_text + weight + score !== "");
  const isPart = (index: number): boolean => SUB_ROW.test(rows[index]?.l3 ?? "");
  return {
    money: budget === null ? [] : [filled({ initial: budget.initial, adjusted: budget.full_year, executed: budget.executed, rate: budget.rate, ...(scoredApart(one) ? { weight: budget.weight, points: budget.score } : {}) })],
    rows: rows.map(({ l1, l2, l3, target_text, actual_text, weight, score, deviation_reason }, index) =>
      filled({ kind: isPart(index) ? "part" : isPart(index + 1) ? "group" : "indicator", groups: [l1, l2].filter((level) => level !== "").join("/"), name: l3.replace(SUB_ROW, ""), target: joined([target_text]), actual: actual_text, weight, points: score, reason: deviation_reason }),
    ),
    total: one.total ?? undefined,
    totalWeight: one.total_weight_row,
    grade: one.rating ?? undefined,
    targetsOnly: one.targets_only === true,
  };
}

// ---- sheets ----------------------------------------------------------------------------------------------------

export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly string[];
}

const SPLIT = /^([≧≥≤═=<>＝]?)(-?\d+(?:\.\d+)?)([^\d]*)$/;
/** ≧735人次 as the three cells ≧ | 735 | 人次. */
const threefold = (target: string): readonly string[] => SPLIT.exec(target)?.slice(1) ?? ["", target, ""];
const spaced = (target: string): readonly string[] => {
  const [nature = "", sign = "", ...rest] = target.split(" ");
  return target === "" ? ["", "", ""] : [nature, sign, rest.join(" ")];
};

/** How a place lays its indicators out: the headings and the cells of a row below them. */
interface Layout {
  readonly headings: readonly (readonly string[])[];
  readonly cells: (row: Indicator) => readonly string[];
  /** columns of the weight and of the points */
  readonly sums: readonly [weight: number, points: number];
  readonly money: "six" | "adjusted" | "hubei";
}

const NATIONAL: Layout = {
  headings: [["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]],
  cells: ({ l1, l2, l3, target_text, actual_text, weight, score, deviation_reason }) => [l1, l2, l3, target_text, actual_text, weight, score, deviation_reason],
  sums: [5, 6],
  money: "six",
};
const LAYOUTS: Readonly<Record<string, Layout>> = {
  national: NATIONAL,
  yunnan: {
    headings: [["绩效指标", "", "", "年度指标值", "", "", "实际完成值", "分值", "得分", "偏差原因分析\n及改进措施"], ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位"]],
    cells: ({ l1, l2, l3, target_text, actual_text, weight, score, deviation_reason }) => [l1, l2, l3, ...threefold(target_text), actual_text, weight, score, deviation_reason],
    sums: [7, 8],
    money: "six",
  },
  sichuan: {
    headings: [["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析"]],
    cells: ({ l1, l2, l3, target_text, actual_text, weight, score, deviation_reason }) => [l1, l2, l3, ...threefold(target_text), actual_text, weight, score, deviation_reason],
    sums: [7, 8],
    money: "six",
  },
  linked: {
    headings: [["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分", "未完成原因及拟采取的改进措施"]],
    cells: ({ l1, l2, l3, target_text, actual_text, weight, score, deviation_reason }) => [l1, l2, l3, weight, target_text, actual_text, score, deviation_reason],
    sums: [3, 6],
    money: "adjusted",
  },
  hubei: {
    headings: [["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"]],
    cells: ({ l1, l2, l3, target_text, actual_text, score }) => [l1, l2, l3, target_text, actual_text, score],
    sums: [-1, 5],
    money: "hubei",
  },
  chongqing: {
    headings: [["指标名称", "计量单位", "指标性质", "年度指标值", "全年完成值", "指标权重（分）", "指标得分（分）", "说明"]],
    cells: ({ l3, target_text, actual_text, weight, score, deviation_reason }) => [l3, "", "", target_text, actual_text, weight, score, deviation_reason],
    sums: [5, 6],
    money: "adjusted",
  },
  "inner-mongolia": {
    headings: [["一级指标", "二级指标", "三级指标", "指标性质", "指标方向", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"]],
    cells: ({ l1, l2, l3, target_text, actual_text, weight, score, deviation_reason }) => [l1, l2, l3, ...spaced(target_text), actual_text, weight, score, deviation_reason],
    sums: [7, 8],
    money: "six",
  },
  department: {
    headings: [["一级指标", "二级指标", "三级指标", "分值", "评价标准", "完成情况", "自评得分"]],
    cells: ({ l1, l2, l3, target_text, actual_text, weight, score }) => [l1, l2, l3, weight, target_text, actual_text, score],
    sums: [3, 6],
    money: "six",
  },
  jiangsu: {
    headings: [["一级指标", "指标名称", "目标值", "实际完成值", "权重", "得分"]],
    cells: ({ l1, l3, target_text, actual_text, weight, score }) => [l1, l3, target_text, actual_text, weight, score],
    sums: [4, 5],
    money: "six",
  },
};
const LAYOUT_OF: Readonly<Record<string, string>> = { "table-03": "sichuan", "table-05": "yunnan", "table-08": "chongqing", "table-09": "yunnan", "table-12": "linked", "table-13": "national", "table-16": "hubei", "table-24": "sichuan", "table-25": "national", "table-34": "department", "table-37": "department", "table-41": "national", "table-42": "jiangsu", "table-45": "national", "table-57": "inner-mongolia" };

const EMPTY: Indicator = { l1: "", l2: "", l3: "", target_text: "", actual_text: "", weight: "", score: "", deviation_reason: "" };
const MONEY = {
  six: ["年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
  adjusted: ["全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
  hubei: ["预算数（A）", "执行数（B）", "执行率（B/A）", "得分\n（20分*执行率）"],
} as const;

/** The sheet: levels stand in their first row and are merged down; the rest as the case has it. */
export function sheetOf(one: Case): Sheet {
  const layout = LAYOUTS[LAYOUT_OF[one.id] ?? ""];
  if (layout === undefined) throw new Error(`no layout for ${one.id}`);
  const rows: string[][] = [[one.category === "department-overall" ? "部门整体支出绩效自评表" : "项目支出绩效自评表"], [`（${/^\d{4}$/.test(one.year) ? one.year : "    "}年度）`], ["项目名称", "已公布的表"]];
  const budget = one.budget === null || scoredApart(one) ? one.budget : { ...one.budget, weight: "", score: "" };
  if (budget !== null) {
    const amounts = { six: [budget.initial, budget.full_year, budget.executed, budget.weight, budget.rate, budget.score], adjusted: [budget.full_year, budget.executed, budget.weight, budget.rate, budget.score], hubei: [budget.full_year, budget.executed, budget.rate, budget.score] }[layout.money];
    rows.push(["项目资金（万元）", "", ...MONEY[layout.money]], ["", "年度资金总额", ...amounts]);
  }
  const merges: string[] = ["A1:H1", "A2:H2"];
  if (one.indicators.length > 0) {
    rows.push(...layout.headings.map((line) => [...line]));
    const first = layout.headings.length > 1 ? rows.length - 2 : rows.length;
    if (layout.headings.length > 1) merges.push(`A${first + 1}:C${first + 1}`, `D${first + 1}:F${first + 1}`, ...["G", "H", "I", "J"].map((column) => `${column}${first + 1}:${column}${first + 2}`));
    const levels = [...new Set(["l1", "l2"] as const)].filter((level) => layout.cells({ ...EMPTY, [level]: level }).includes(level));
    let before = EMPTY;
    const starts: Record<string, number> = {};
    const close = (level: string, end: number): void => {
      const start = starts[level];
      const column = "AB"[levels.indexOf(level as "l1")];
      if (start !== undefined && end > start) merges.push(`${column}${start}:${column}${end}`);
      delete starts[level];
    };
    for (const indicator of one.indicators) {
      const shown = { ...indicator, l3: indicator.l3.replace(SUB_ROW, "") };
      for (const level of levels) {
        const same = indicator[level] !== "" && indicator[level] === before[level] && (level === "l1" || indicator.l1 === before.l1);
        if (same) shown[level] = "";
        else {
          close(level, rows.length);
          if (indicator[level] !== "") starts[level] = rows.length + 1;
        }
      }
      rows.push([...layout.cells(shown)]);
      before = indicator;
    }
    for (const level of levels) close(level, rows.length);
    if (one.total !== null || one.total_weight_row !== undefined) {
      const line = ["总分"];
      if (layout.sums[0] >= 0) line[layout.sums[0]] = one.total_weight_row ?? "";
      line[layout.sums[1]] = one.total ?? "";
      rows.push(Array.from(line, (cell) => cell ?? ""));
    }
    if (one.rating !== null) rows.push(["自评等级", one.rating]);
  }
  return { rows, merges };
}
