// 表头：the one or two rows that say what the columns below them are.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import { type GridCell, placeOf } from "../types/grid.ts";
import { isLabel } from "./fields.ts";
import { INDICATOR_COLUMNS, INDICATOR_HEADS, type IndicatorColumn, MONEY_COLUMNS, type MoneyColumn } from "./headings.ts";
import { labelFinder, type LabelFinder } from "./labels.ts";
import type { View } from "./view.ts";

/** A column, or several under one heading. */
export interface Column<Role> {
  readonly role: Role | "unknown";
  readonly left: number;
  readonly right: number;
  readonly heading: GridCell;
}
export interface Header<Role> {
  readonly columns: readonly Column<Role>[];
  /** the last row of the header */
  readonly bottom: number;
}

const indicatorColumn = labelFinder<IndicatorColumn>(INDICATOR_COLUMNS);
const moneyColumn = labelFinder<MoneyColumn>(MONEY_COLUMNS);

const NAMING: ReadonlySet<string> = new Set(["level-1", "level-2", "level-3", "level-4", "name"]);
const TELLING: ReadonlySet<string> = new Set(["target", "adjusted", "standard", "actual", "weight", "points"]);
const AMOUNTS: ReadonlySet<string> = new Set(["initial", "adjusted", "executed", "rate"]);

/** The header of an indicator block that begins in this row: a name of indicators, a figure, three headings in all. */
export function indicatorHeader(view: View, row: number): Header<IndicatorColumn> | undefined {
  const roles = rolesIn(view.open(row), indicatorColumn);
  const known = roles.length < 2 ? roles : [...roles, ...rolesIn(secondRow(view, row, indicatorColumn), indicatorColumn)];
  if (!known.some((role) => NAMING.has(role)) && roles.filter((role) => TELLING.has(role)).length >= 2) return headed(view, headerFrom(view, row, indicatorColumn));
  if (!known.some((role) => NAMING.has(role)) || !roles.some((role) => TELLING.has(role)) || known.length < 3) return undefined;
  return headerFrom(view, row, indicatorColumn);
}

const indicatorHead = labelFinder<"head">({ head: INDICATOR_HEADS });
const UNNAMED = ["level-1", "level-2", "level-3", "level-4"] as const;

/** 绩效指标 over three columns: the last of them holds the name, those before it the levels. */
function headed(view: View, header: Header<IndicatorColumn>): Header<IndicatorColumn> | undefined {
  const head = header.columns.find(({ role, heading }) => role === "unknown" && indicatorHead(heading.text) !== undefined);
  if (head === undefined) return undefined;
  view.label(head.heading);
  const levels = UNNAMED.slice(0, head.right - head.left).map((role, i): Column<IndicatorColumn> => ({ role, left: head.left + i, right: head.left + i, heading: head.heading }));
  const name: Column<IndicatorColumn> = { role: "name", left: head.left + levels.length, right: head.right, heading: head.heading };
  return { ...header, columns: header.columns.flatMap((column) => (column === head ? [...levels, name] : [column])) };
}

/** The header of a money block: two headings of amounts at least. */
export function moneyHeader(view: View, row: number): Header<MoneyColumn> | undefined {
  return rolesIn(view.open(row), moneyColumn).filter((role) => AMOUNTS.has(role)).length < 2 ? undefined : headerFrom(view, row, moneyColumn);
}

const rolesIn = <Role extends string>(cells: readonly GridCell[], find: LabelFinder<Role>): Role[] => cells.flatMap(({ text }) => find(text) ?? []);

/** The cells of the next row, where all of them are headings too. */
function secondRow<Role extends string>(view: View, row: number, find: LabelFinder<Role>): readonly GridCell[] {
  const below = view.row(row + 1);
  return below.length >= 2 && below.every((cell) => find(cell.text) !== undefined) ? below : [];
}

function headerFrom<Role extends string>(view: View, row: number, find: LabelFinder<Role>): Header<Role> {
  const upper = columnsIn(view, row, find);
  const lower = secondRow(view, row, find).length > 0 ? columnsIn(view, row + 1, find) : [];
  for (const { heading, role } of [...upper, ...lower]) if (role !== "unknown") view.label(heading);
  if (lower.length === 0) return { columns: upper, bottom: row };
  // A heading of the first row that stands over headings of the second only gathers them.
  const apart = upper.filter(({ left, right }) => !lower.some((one) => one.left <= right && one.right >= left));
  for (const { heading } of upper) if (isLabel(heading.text)) view.label(heading);
  return { columns: [...apart, ...lower].sort((a, b) => a.left - b.left), bottom: row + 1 };
}

/**
 * A heading reaches as far as it is merged. In a file without merges (CSV) it reaches to the next heading: whoever
 * exported the sheet lost the merges.
 */
function columnsIn<Role extends string>(view: View, row: number, find: LabelFinder<Role>): Column<Role>[] {
  const cells = view.row(row);
  const merged = view.grid.merges.length > 0;
  return cells.map((heading, index): Column<Role> => {
    const next = cells[index + 1]?.column ?? heading.column + 1;
    const right = merged ? view.span(heading).right : next - 1;
    return { role: find(heading.text) ?? "unknown", left: heading.column, right: Math.max(heading.column, right), heading };
  });
}

/**
 * One column for each role. A second one of the same role is only kept, under its heading; so is an unknown one.
 * Both are said, the unknown one with the spelling it may be meant for.
 */
export function sortColumns<Role extends string>(view: View, header: Header<Role>, ignore: (column: Column<Role>) => boolean, say: (diagnostic: Diagnostic) => void, file: string | undefined): { readonly byRole: ReadonlyMap<Role, Column<Role>>; readonly kept: readonly Column<Role>[] } {
  const byRole = new Map<Role, Column<Role>>();
  const kept: Column<Role>[] = [];
  for (const column of header.columns) {
    if (ignore(column)) continue;
    const { role, heading } = column;
    const first = role === "unknown" ? undefined : byRole.get(role);
    const cell = placeOf(view.grid, heading);
    const found = heading.text.trim();
    if (role !== "unknown" && role !== "other" && first === undefined) {
      byRole.set(role, column);
      continue;
    }
    kept.push(column);
    view.label(heading);
    if (first !== undefined) say(diagnose("header-twice", { cell, found, first: placeOf(view.grid, first.heading), other: first.heading.text.trim() }, { file }));
    if (role === "unknown") {
      const guess = indicatorColumn.guess(found) ?? moneyColumn.guess(found);
      say(diagnose("header-unknown", { cell, found, ...(guess === undefined ? {} : { guess }) }, { file }));
    }
  }
  return { byRole, kept };
}
