// 结果表: results and summaries as rows of a table, for CSV and workbooks. One line an evaluation, one column an indicator.
import { describe, type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { address } from "../types/grid.ts";
import { LIMITS } from "../text/limits.ts";
import type { Scorer } from "../scorer.ts";
import type { Language } from "../types/types.ts";
import type { CellModel, CellStyleModel, SheetModel, WorkbookModel } from "../xlsx/model.ts";
import type { Rank } from "./ranking.ts";
import type { BatchDiagnostic, BatchResult } from "./record.ts";
import type { SummaryRow } from "./summary.ts";

export interface BatchColumn {
  readonly heading: string;
  /** holds figures */
  readonly figures: boolean;
}
export type BatchLine = readonly (string | undefined)[];
export interface BatchTable {
  readonly columns: readonly BatchColumn[];
  line(result: BatchResult, rank?: Rank): BatchLine;
}

export interface TableOptions {
  readonly lang?: Language;
  /** further columns of the input, by their heading */
  readonly labels?: readonly string[];
  /** a column for ranks */
  readonly ranks?: boolean;
  /** a column for the points of every indicator; default true */
  readonly points?: boolean;
}

const HEADINGS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  file: ["文件", "file"], at: ["位置", "at"], id: ["编号", "id"], name: ["名称", "name"], department: ["主管部门", "department"], unit: ["实施单位", "unit"],
  sector: ["支出领域", "sector"], category: ["类别", "category"], objectives: ["绩效目标表", "objectives"], state: ["状态", "state"],
  total: ["总分", "total"], min: ["最低", "min"], max: ["最高", "max"], grade: ["等级", "grade"], rank: ["名次", "rank"], wanting: ["未填", "wanting"],
  diagnostics: ["问题", "diagnostics"], by: ["汇总", "by"], value: ["取值", "value"], full: ["满分", "full marks"], purpose: ["用途", "purpose"], evaluations: ["评价数", "evaluations"],
  scored: ["已评分", "scored"], incomplete: ["不完整", "incomplete"], failed: ["未能评分", "failed"], rejected: ["否决", "rejected"], sum: ["总分合计", "sum"],
  average: ["平均分", "average"], highest: ["最高分", "highest"], lowest: ["最低分", "lowest"], results: ["评分结果", "Results"], summary: ["汇总", "Summary"],
};
const wordOf = (key: string, lang: Language): string => HEADINGS[key]?.[lang === "en" ? 1 : 0] ?? key;
const STATES: Readonly<Record<string, string>> = { scored: "已评分", incomplete: "不完整", failed: "未能评分", note: "文件" };

/** The words of a diagnostic with its place, which some already begin with. */
export function placedText(one: BatchDiagnostic, lang: Language = "zh-CN"): string {
  const words = describe(one, lang);
  return words.startsWith(`${one.at} `) ? words : `${one.at} ${words}`;
}

/** Indicators of several scorers stand side by side, those of one id in one column. */
export function batchTable(scorers: readonly Scorer[], options: TableOptions = {}): BatchTable {
  const { lang = "zh-CN", labels = [], ranks = false, points = true } = options;
  const indicators = new Map(points ? scorers.flatMap((one) => one.indicators.map(({ id, name }) => [id, name] as const)).reverse() : []);
  const ids = [...new Set(points ? scorers.flatMap((one) => one.indicators.map(({ id }) => id)) : [])];
  const names = ids.map((id) => indicators.get(id) ?? id);
  const plain = (key: string): BatchColumn => ({ heading: wordOf(key, lang), figures: false });
  const figures = (key: string): BatchColumn => ({ heading: wordOf(key, lang), figures: true });
  // Two indicators of one name are told apart by their ids.
  const headings = ids.map((id, index): BatchColumn => ({ heading: lang === "en" || names.indexOf(names[index] ?? "") !== names.lastIndexOf(names[index] ?? "") ? id : (names[index] ?? id), figures: true }));
  return {
    columns: [
      ...["file", "at", "id", "name", "department", "unit", "sector", "category", "objectives"].map(plain),
      ...labels.map((heading) => ({ heading, figures: false })),
      plain("state"), figures("total"), figures("min"), figures("max"), plain("grade"),
      ...(ranks ? [figures("rank")] : []),
      ...headings,
      plain("wanting"), plain("diagnostics"),
    ],
    line(result, rank) {
      const { file, at, id, subject, labels: given = {}, objectives, state, total, range, grade, wanting, diagnostics } = result;
      const found = pointsIn(result, ids);
      return [
        file, at, id, subject.name, subject.department, subject.unit, subject.sector, subject.category, objectives,
        ...labels.map((label) => given[label]),
        lang === "en" ? state : STATES[state], total, range?.min, range?.max, grade ?? undefined,
        ...(ranks ? [rank === undefined ? undefined : String(rank.rank)] : []),
        ...found,
        wanting.join(" ") || undefined,
        diagnostics.map((one) => placedText(one, lang)).join(lang === "en" ? "; " : "；") || undefined,
      ];
    },
  };
}

/** In the order of the columns; results have theirs in the order of their own scorer. */
function pointsIn({ indicators }: BatchResult, ids: readonly string[]): readonly (string | undefined)[] {
  if (indicators.length === ids.length && indicators.every((one, index) => one.id === ids[index])) return indicators.map(({ points }) => points);
  const points = new Map(indicators.map((one) => [one.id, one.points]));
  return ids.map((id) => points.get(id));
}

/** Summaries as a table of their own; a column for every grade. */
export function summaryTable(rows: readonly SummaryRow[], grades: readonly string[], lang: Language = "zh-CN"): { readonly columns: readonly BatchColumn[]; readonly lines: readonly BatchLine[] } {
  const texts = ["by", "value", "category", "purpose"];
  const figures = ["full", "evaluations", "scored", "incomplete", "failed", "rejected", "sum", "average", "highest", "lowest"];
  return {
    columns: [...texts.map((key) => ({ heading: wordOf(key, lang), figures: false })), ...[...figures.map((key) => wordOf(key, lang)), ...grades].map((heading) => ({ heading, figures: true }))],
    lines: rows.map(({ by, value, framework, evaluations, scored, incomplete, failed, rejected, sum, average, highest, lowest, grades: counts }) => [
      wordOf(by, lang), value, framework?.category, framework?.purpose, framework?.full,
      ...[evaluations, scored, incomplete, failed, rejected].map(String),
      sum, average, highest, lowest,
      ...grades.map((grade) => String(counts[grade] ?? 0)),
    ]),
  };
}

/** Cells that a workbook is written with: about a gigabyte of memory while it is made. */
const MOST_CELLS = 500_000;

/** Lines that a sheet is written with; what is read back of a sheet is a limit too. */
export const mostLines = ({ length }: readonly BatchColumn[]): number => Math.min(LIMITS.rows, Math.floor(MOST_CELLS / length)) - 1;

/** Too many lines for a workbook. */
export const tooManyLines = (found: number, columns: readonly BatchColumn[]): Diagnostic => diagnose("batch-too-many-rows", { found: String(found), limit: String(mostLines(columns)) });

export interface SheetContent {
  readonly columns: readonly BatchColumn[];
  readonly lines: readonly BatchLine[];
}

/** Results, and summaries where there are any, as a workbook. */
export function batchWorkbook(results: SheetContent, summaries: SheetContent | undefined, lang: Language = "zh-CN"): WorkbookModel {
  return { sheets: [sheetOf(wordOf("results", lang), results), ...(summaries === undefined ? [] : [sheetOf(wordOf("summary", lang), summaries)])] };
}

const FIGURE = /^-?\d+(?:\.\d+)?$/;

const HEAD: CellStyleModel = { bold: true, border: "thin" };
const TEXT: CellStyleModel = { wrap: false };

function sheetOf(name: string, { columns, lines }: SheetContent): SheetModel {
  const head = columns.map(({ heading }, column): CellModel => ({ at: address(0, column), text: heading, style: HEAD }));
  // One style for many cells, as there may be half a million of them.
  const styles: CellStyleModel[] = [];
  const styleOf = (places: number): CellStyleModel => (styles[places] ??= { format: places === 0 ? "0" : `0.${"0".repeat(places)}` });
  const cells = lines.flatMap((line, row) =>
    line.flatMap((text, column): CellModel[] => {
      if (text === undefined) return [];
      const at = address(row + 1, column);
      const places = text.split(".")[1]?.length ?? 0;
      const figure = columns[column]?.figures === true && FIGURE.test(text);
      return [figure ? { at, number: text, style: styleOf(places) } : { at, text, style: TEXT }];
    }),
  );
  return { name, cells: [...head, ...cells], widths: columns.map(({ heading }) => Math.min(30, Math.max(8, heading.length * 2 + 2))), freeze: { rows: 1 } };
}
