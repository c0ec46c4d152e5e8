// 草表：a table while it is being read, and how it becomes one.
import type { Cell, LabelledCell, MoneyRow, Table, TableRow } from "../types/table.ts";
import type { Category } from "../types/types.ts";
import { CATEGORY_WORDS, SUBJECT_WORDS } from "./headings.ts";

export interface Draft {
  title?: string;
  year?: string;
  subject?: Cell;
  /** 项目名称, 部门名称 … */
  subjectLabel?: string;
  department?: Cell;
  unit?: Cell;
  reportingUnit?: LabelledCell;
  grade?: Cell;
  total?: Cell;
  totalWeight?: Cell;
  money: MoneyRow[];
  rows: TableRow[];
  notes: Cell[];
  others: LabelledCell[];
  /** the sums have been read: what follows stands below the table */
  closed: boolean;
}

export const newDraft = (): Draft => ({ money: [], rows: [], notes: [], others: [], closed: false });

/** Whether there is a table in it: a row of money or of indicators. */
export const holdsTable = (draft: Draft): boolean => draft.rows.length > 0 || draft.money.length > 0;

/** A part of an object that is left out where it is undefined, as optional keys must be. */
export function given<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** Where the table stands: its file, its sheet. */
export interface Source {
  readonly file: string | undefined;
  readonly sheet: string | undefined;
}

export function finish(draft: Draft, { file, sheet }: Source): Table {
  const { title, year, subject, department, reportingUnit, grade, total, totalWeight, notes, rows, money } = draft;
  const unit = draft.unit ?? (reportingUnit && { text: reportingUnit.text, at: reportingUnit.at });
  const others = draft.unit === undefined || reportingUnit === undefined ? draft.others : [...draft.others, reportingUnit];
  const category = categoryOf(CATEGORY_WORDS, title) ?? categoryOf(SUBJECT_WORDS, draft.subjectLabel);
  const scored = rows.some(({ actual, points }) => (actual?.text ?? "") !== "" || (points?.text ?? "") !== "");
  return {
    ...given({ file, sheet, title, category, year: year ?? /((?:19|20)\d{2})\s*年/.exec(title ?? "")?.[1], subject, department, unit }),
    truncated: false,
    ...(rows.length > 0 && !scored ? { targetsOnly: true } : {}),
    money: totalFirst(money),
    rows,
    ...given({ totalWeight, total, grade }),
    notes,
    ...(others.length > 0 ? { others } : {}),
  };
}

const categoryOf = (list: readonly (readonly [Category, readonly string[]])[], text = ""): Category | undefined => list.find(([, words]) => words.some((word) => text.includes(word)))?.[0];

const TOTAL_OF_MONEY = /总额|合计|总计|总金额/;

/** 年度资金总额 stands first; some forms print it last. */
function totalFirst(money: readonly MoneyRow[]): readonly MoneyRow[] {
  if (money[0]?.name === undefined || TOTAL_OF_MONEY.test(money[0].name.text)) return money;
  const total = money.find(({ name }) => name !== undefined && TOTAL_OF_MONEY.test(name.text));
  return total === undefined ? money : [total, ...money.filter((row) => row !== total)];
}
