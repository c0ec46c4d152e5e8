// 表的读法: a printed table with every cell read once: rows that count, their parts, the money block.
import { readActual, readTarget } from "../reading/index.ts";
import type { Reading } from "../reading/types.ts";
import type { Cell, MoneyRow, Table, TableRow } from "../types/table.ts";
import { type Amount, readAmount } from "./amount.ts";

export type Role = "cost" | "output" | "benefit" | "satisfaction" | "other";

/** An indicator row, or a group row with its parts. */
export interface Entry {
  readonly row: TableRow;
  readonly index: number;
  readonly target: Reading | undefined;
  readonly actual: Reading | undefined;
  readonly weight: Amount;
  readonly points: Amount;
  readonly role: Role;
  /** 预算执行率 as one of the indicators */
  readonly execution: boolean;
  /** 评分标准, 评分办法 in a column of its own */
  readonly standard: string | undefined;
  /** whether a reason is given; undefined where the table has no column for it */
  readonly explained: boolean | undefined;
  readonly parts: readonly Entry[];
}

export interface MoneyView {
  readonly row: MoneyRow;
  readonly initial: Amount;
  readonly adjusted: Amount;
  readonly executed: Amount;
  readonly rate: Amount;
  readonly weight: Amount;
  readonly points: Amount;
  readonly explained: boolean | undefined;
}

export interface View {
  readonly table: Table;
  /** rows that count towards the total, in the order of the table */
  readonly counted: readonly Entry[];
  /** those and the parts of group rows */
  readonly entries: readonly Entry[];
  /** 年度资金总额 */
  readonly money: MoneyView | undefined;
  /** 其中：… */
  readonly moneyParts: readonly MoneyView[];
  readonly totalWeight: Amount;
  readonly total: Amount;
  /** columns in which at least one row prints something */
  readonly prints: { readonly actual: boolean; readonly target: boolean; readonly weight: boolean; readonly points: boolean };
}

const EXECUTION = /^(?:项目|部门|资金|年度|全年)?(?:预算|资金)?(?:资金)?(?:支出)?执行(?:率|进度|情况)?$/;
const STANDARD = /评分(?:标准|办法|细则|规则)/;
const SATISFIED = /满意/;
const NO_REASON = /^(?:无|无偏差|没有|[-/\\—…·.。\s]*)$/;

export function viewOf(table: Table): View {
  const counted: Entry[] = [];
  const entries: Entry[] = [];
  table.rows.forEach((row, index) => {
    const entry = entryOf(row, index);
    entries.push(entry);
    const group = counted[counted.length - 1];
    if (row.kind === "part" && group?.row.kind === "group") counted[counted.length - 1] = { ...group, parts: [...group.parts, entry] };
    else counted.push(entry);
  });
  const [money, ...moneyParts] = table.money.map(moneyOf);
  const some = (key: "actual" | "target" | "weight" | "points"): boolean => table.rows.some((row) => (row[key]?.text ?? "").trim() !== "");
  return {
    table,
    counted,
    entries: counted.flatMap((one) => [one, ...one.parts]),
    money,
    moneyParts,
    totalWeight: readAmount(table.totalWeight, "points"),
    total: readAmount(table.total, "points"),
    prints: { actual: some("actual"), target: some("target"), weight: some("weight"), points: some("points") },
  };
}

function entryOf(row: TableRow, index: number): Entry {
  const columns = { unit: row.unit?.text, nature: row.nature?.text, sign: row.sign?.text };
  return {
    row,
    index,
    target: row.target && readTarget(row.target.text, columns),
    actual: row.actual && readActual(row.actual.text),
    weight: readAmount(row.weight, "points"),
    points: readAmount(row.points, "points"),
    role: roleOf(row),
    execution: EXECUTION.test(row.name.text.replace(/[\s（(].*$/, "")),
    standard: row.others?.find((one) => STANDARD.test(one.label))?.text,
    explained: explained(row.reason),
    parts: [],
  };
}

function roleOf({ groups, name }: TableRow): Role {
  if (SATISFIED.test([...groups, name].map((one) => one.text).join(" "))) return "satisfaction";
  const top = groups[0]?.text ?? "";
  return top.includes("产出") ? "output" : /效益|效果/.test(top) ? "benefit" : top.includes("成本") ? "cost" : "other";
}

function moneyOf(row: MoneyRow): MoneyView {
  return {
    row,
    initial: readAmount(row.initial, "money"),
    adjusted: readAmount(row.adjusted, "money"),
    executed: readAmount(row.executed, "money"),
    rate: readAmount(row.rate, "rate"),
    weight: readAmount(row.weight, "points"),
    points: readAmount(row.points, "points"),
    explained: explained(row.reason),
  };
}

const explained = (reason: Cell | undefined): boolean | undefined => reason && !NO_REASON.test(reason.text.trim());
