// 资金情况：the money block — one row for the total, rows for its parts.
import type { Diagnostic } from "../types/diagnostics.ts";
import { type GridCell, placeOf } from "../types/grid.ts";
import type { Cell, LabelledCell, MoneyRow } from "../types/table.ts";
import { type Column, type Header, sortColumns } from "./columns.ts";
import { type Draft, given } from "./draft.ts";
import { isBlock, isLabel } from "./fields.ts";
import { MONEY_PARTS, type MoneyColumn } from "./headings.ts";
import { labelFinder } from "./labels.ts";
import type { View } from "./view.ts";

export interface MoneyBlock {
  /** reads a row; false when it is none of this block */
  read(row: number): boolean;
}

/** 得分（20分*执行率） and 预算执行情况（20分） say what the row is worth where no column does. */
const WORTH = /(\d{1,3}(?:\.\d{1,2})?)\s*分/;

/** What a row without amounts may be called. */
const MONEY_NAME = /资金|拨款|经费|补助|收入|结转|债券|总额|贷款|自筹|投入/;

export function moneyBlock(view: View, header: Header<MoneyColumn>, draft: Draft, say: (diagnostic: Diagnostic) => void, file: string | undefined): MoneyBlock {
  const top = header.columns[0]?.heading.row ?? header.bottom;
  const aside = view.row(top).filter((cell) => isBlock(cell.text));
  for (const cell of aside) view.label(cell);
  const leftmost = Math.min(...header.columns.filter(({ role }) => role !== "unknown").map(({ left }) => left));
  const { byRole, kept } = sortColumns(view, header, ({ role, heading, left }) => role === "unknown" && (left < leftmost || aside.includes(heading)), say, file);
  const columns = [...byRole.values(), ...kept];
  // 任务名称 | 主要内容 left of the amounts: the first names the row, the rest is kept.
  const beside = header.columns.filter(({ role, heading, left }) => role === "unknown" && left < leftmost && isLabel(heading.text));
  for (const { heading } of beside) view.label(heading);
  const first = Math.min(...columns.map(({ left }) => left));
  let worth = byRole.has("weight") ? undefined : worthOf(view, [...(byRole.get("points") === undefined ? [] : [byRole.get("points")?.heading]), ...aside]);

  const parts = partsBelow(view, header.bottom + 1, columns);

  return {
    read(row) {
      const cells = view.open(row);
      if (cells.length === 0) return true;
      const within = (column: Column<unknown>): GridCell | undefined => cells.find((cell) => cell.column >= (parts.wholeOf.get(column) ?? column.left) && cell.column <= (parts.wholeOf.get(column) ?? column.right));
      const names = cells.filter((cell) => cell.column < first);
      const name = names.find((cell) => !isBlock(cell.text)) ?? names.at(-1);
      if (!columns.some((column) => within(column) !== undefined) && (name === undefined || cells.length > names.length || !MONEY_NAME.test(name.text))) return false;
      const take = (role: MoneyColumn): Cell | undefined => {
        const column = byRole.get(role);
        const cell = column && within(column);
        return cell === undefined ? column && view.empty(row, parts.wholeOf.get(column) ?? column.left) : view.value(cell);
      };
      for (const cell of names) if (cell !== name && isBlock(cell.text)) view.label(cell);
      const others = [...beside, ...kept].flatMap((column): LabelledCell[] => {
        const cell = within(column);
        return cell === undefined || cell === name ? [] : [view.labelled(cell, column.heading.text)];
      });
      for (const { column, label } of parts.others) {
        const cell = cells.find((one) => one.column === column);
        if (cell !== undefined) others.push(view.labelled(cell, label));
      }
      const made: MoneyRow = {
        ...given({ name: name && view.value(name), initial: take("initial"), adjusted: take("adjusted"), executed: take("executed"), weight: take("weight") ?? worth, rate: take("rate"), points: take("points"), reason: take("reason") }),
        ...(others.length > 0 ? { others } : {}),
      };
      worth = undefined;
      draft.money.push(made);
      return true;
    },
  };
}

const moneyPart = labelFinder<keyof typeof MONEY_PARTS>(MONEY_PARTS);

/** The row below the headings, where it splits amounts into their parts: which column is the whole, what the others are. */
function partsBelow(view: View, row: number, columns: readonly Column<unknown>[]): { readonly wholeOf: ReadonlyMap<Column<unknown>, number>; readonly others: readonly { readonly column: number; readonly label: string }[] } {
  const cells = view.open(row);
  const wholeOf = new Map<Column<unknown>, number>();
  const others: { readonly column: number; readonly label: string }[] = [];
  if (cells.length < 2 || !cells.every((cell) => moneyPart(cell.text) !== undefined)) return { wholeOf, others };
  for (const column of columns) {
    const below = cells.filter((cell) => cell.column >= column.left && cell.column <= column.right);
    const whole = below.find((cell) => moneyPart(cell.text) === "whole") ?? below[0];
    if (whole !== undefined) wholeOf.set(column, whole.column);
    for (const cell of below) if (cell !== whole) others.push({ column: cell.column, label: `${column.heading.text.trim()} ${cell.text.trim()}` });
  }
  for (const cell of cells) view.label(cell);
  return { wholeOf, others };
}

function worthOf(view: View, cells: readonly (GridCell | undefined)[]): Cell | undefined {
  for (const cell of cells) {
    const worth = cell === undefined ? undefined : WORTH.exec(cell.text)?.[0];
    if (cell !== undefined && worth !== undefined) return { text: worth, at: placeOf(view.grid, cell) };
  }
  return undefined;
}
