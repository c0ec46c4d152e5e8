// 绩效指标：the indicator block. Groups are merged down, repeated, or stand in their first row only; a group name
// holds until the next one of its level, or of a level above.
import type { Diagnostic } from "../types/diagnostics.ts";
import { type GridCell, placeOf } from "../types/grid.ts";
import type { Cell, LabelledCell, TableRow } from "../types/table.ts";
import { type Column, type Header, sortColumns } from "./columns.ts";
import { type Draft, given } from "./draft.ts";
import { isBlock, isLabel } from "./fields.ts";
import { GROUP_NAMES, type IndicatorColumn } from "./headings.ts";
import { labelFinder } from "./labels.ts";
import { type NamedRow, placeRows } from "./hierarchy.ts";
import { isSign, readTotals } from "./totals.ts";
import type { View } from "./view.ts";

export interface IndicatorBlock {
  /** reads a row; false when it is none of this block */
  read(row: number): boolean;
  /** puts the rows into the draft, once all are read */
  end(): void;
}

const LEVELS = ["level-1", "level-2", "level-3", "level-4", "name"] as const;
/** Columns whose empty cells are part of the table. */
const WRITTEN = ["target", "actual", "weight", "points", "reason"] as const;
const FIGURES = ["target", "adjusted", "standard", "actual", "weight", "points"] as const;
const groupName = labelFinder<"group">({ group: GROUP_NAMES.flatMap((name) => [name, `${name}指标`, `${name}指标等`]) });
/** A line of the form that nobody filled in: `指标1：`, `……`. */
const UNFILLED = /^(?:指标\s*\d{0,2}\s*[:：]?\s*)?(?:…+|\.{3,}|[—\-/]+)?$/;
/** What stands before a name in a cell of its own. */
const ORDINAL = /^(?:指标\s*)?\d{1,2}\s*[.、:：]?$|^指标\s*[:：]?$/;

export function indicatorBlock(view: View, header: Header<IndicatorColumn>, draft: Draft, say: (diagnostic: Diagnostic) => void, file: string | undefined): IndicatorBlock {
  const groupWeights = weightsOfGroups(header);
  // What stands left of the levels heads the whole block: 绩效指标, 年度绩效目标1（80分）.
  const firstLevel = Math.min(...header.columns.filter(({ role }) => role !== "unknown").map(({ left }) => left));
  const aside = header.columns.filter(({ role, heading, left }) => role === "unknown" && (left < firstLevel || isBlock(heading.text)));
  for (const { heading } of aside) if (isLabel(heading.text)) view.label(heading);
  for (const { column } of groupWeights) view.label(column.heading);
  const { byRole, kept } = sortColumns(view, header, (column) => aside.includes(column) || groupWeights.some((one) => one.column === column), say, file);
  const levels = LEVELS.flatMap((role) => byRole.get(role) ?? []);
  const nameColumn = levels.at(-1);
  const groupColumns = levels.slice(0, -1);
  const standing: (GridCell | undefined)[] = []; // the group cells that hold, from the top level
  const standingWeights: (GridCell | undefined)[] = [];
  const collected: NamedRow[] = [];
  const loose = new Set<GridCell>(); // group cells without an indicator as yet

  const within = (row: number, column: Column<unknown> | undefined): GridCell | undefined => (column === undefined ? undefined : view.open(row).find((cell) => cell.column >= column.left && cell.column <= column.right));

  /** The place of a figure that is not there; a target may stand in one of three columns. */
  function emptyAt(row: number, role: (typeof WRITTEN)[number]): Cell | undefined {
    const column = byRole.get(role) ?? (role === "target" ? (byRole.get("adjusted") ?? byRole.get("standard")) : undefined);
    return column && view.empty(row, column.left);
  }

  function standGroups(row: number): void {
    groupColumns.forEach((column, level) => {
      const own = within(row, column);
      const weight = within(row, groupWeights.find((one) => one.level === level)?.column);
      if (own !== undefined) {
        standing[level] = own;
        standing.length = level + 1;
        standingWeights.length = level;
        standingWeights[level] = weight;
        loose.add(own);
      } else if (weight !== undefined) standingWeights[level] = weight;
    });
  }

  /** The cell with the name, past a number that stands in a cell of its own. */
  function nameOf(row: number): GridCell | undefined {
    if (nameColumn === undefined) return undefined;
    const cells = view.open(row).filter((cell) => cell.column >= nameColumn.left && cell.column <= nameColumn.right);
    const [first, second] = cells;
    if (first !== undefined && second !== undefined && ORDINAL.test(first.text.trim())) {
      view.label(first);
      return second;
    }
    const over = view.over(row, nameColumn.left);
    return first ?? (over?.column === nameColumn.left && over.row !== row && over.row > header.bottom ? over : undefined);
  }

  function figures(row: number): { readonly parts: Omit<TableRow, "kind" | "groups" | "name">; readonly cells: number } {
    let cells = 0;
    const take = (role: IndicatorColumn): Cell | undefined => {
      const cell = within(row, byRole.get(role));
      if (cell === undefined) return undefined;
      cells++;
      return view.value(cell);
    };
    const others: LabelledCell[] = [];
    const keep = (column: Column<IndicatorColumn> | undefined, cell: GridCell | undefined): void => {
      if (cell !== undefined && column !== undefined) others.push(view.labelled(cell, column.heading.text));
    };
    const adjusted = take("adjusted");
    const initial = byRole.get("target");
    // The target that holds is the adjusted one; the earlier one is kept.
    if (adjusted !== undefined) keep(initial, within(row, initial));
    const standard = byRole.get("standard");
    const asTarget = initial === undefined && !byRole.has("adjusted");
    if (!asTarget) keep(standard, within(row, standard));
    const target = adjusted ?? (asTarget ? take("standard") : take("target"));
    // 指标性质 holds 正向, 反向, 定性 — or, on some forms, the sign of the target.
    const nature = take("nature");
    const sign = take("sign");
    const natureIsSign = nature !== undefined && sign === undefined && isSign(nature.text);
    const parts = given({ nature: natureIsSign ? undefined : nature, sign: natureIsSign ? nature : sign, target, unit: take("unit"), actual: take("actual"), weight: take("weight"), points: take("points"), reason: take("reason") });
    for (const column of kept) keep(column, within(row, column));
    return { parts: { ...parts, ...(others.length > 0 ? { others } : {}) }, cells: cells + others.length };
  }

  return {
    read(row) {
      const open = view.open(row);
      const totals = readTotals(view, row, draft, { levels, weight: byRole.get("weight"), points: byRole.get("points") });
      if (totals !== "none") return totals === "read";
      for (const cell of open) if (cell.column < (levels[0]?.left ?? 0) && isBlock(cell.text)) view.label(cell);
      const [single] = open;
      if (open.length === 1 && single !== undefined && groupColumns.length > 0 && view.span(single).right > (nameColumn?.right ?? 0)) return false;
      standGroups(row);
      const name = nameOf(row);
      const groups = standing.filter((cell) => cell !== undefined);
      if (open.length > 0 && open.every((cell) => UNFILLED.test(cell.text.trim()) || groups.includes(cell))) {
        for (const cell of open) if (!groups.includes(cell)) view.label(cell);
        return true;
      }
      // Text beside a name that is not there: the line above goes on, or it is something else.
      if (name === undefined && !FIGURES.some((role) => within(row, byRole.get(role)) !== undefined)) return groups.some((cell) => cell.row === row);
      const { parts, cells } = figures(row);
      if (cells === 0 && (name === undefined || UNFILLED.test(name.text.trim()))) {
        if (name !== undefined) view.label(name);
        return true;
      }
      groups.forEach((cell) => loose.delete(cell));
      const weights = standing.map((_, level) => standingWeights[level]);
      const place = { row, column: nameColumn?.left ?? 0 };
      collected.push({
        groups: groups.map((cell) => view.value(cell)),
        ...(weights.some((cell) => cell !== undefined) ? { groupWeights: weights.map((cell) => cell && view.value(cell)) } : {}),
        name: name === undefined ? { text: "", at: placeOf(view.grid, place) } : view.value(name),
        indent: indentOf(name),
        empty: given(Object.fromEntries(WRITTEN.map((role) => [role, emptyAt(row, role)]))),
        ...parts,
      });
      return true;
    },
    end() {
      for (const cell of loose) if (groupName(cell.text) !== undefined || UNFILLED.test(cell.text.trim())) view.label(cell);
      draft.rows = [...draft.rows, ...placeRows(collected.splice(0))];
    },
  };
}

/** How far a name is pushed in: by the alignment, or by spaces before it (a wide one counts twice). */
function indentOf(cell: GridCell | undefined): number {
  if (cell === undefined) return 0;
  const spaces = /^\s*/.exec(cell.text)?.[0] ?? "";
  return (cell.indent ?? 0) * 2 + spaces.replaceAll("\u3000", "  ").length;
}

/** 分值 right after a heading of a group is the weight of that group, where another one follows for the indicator. */
function weightsOfGroups(header: Header<IndicatorColumn>): readonly { readonly level: number; readonly column: Column<IndicatorColumn> }[] {
  const weights = header.columns.filter(({ role }) => role === "weight");
  const levels = LEVELS.filter((role) => header.columns.some((column) => column.role === role));
  if (weights.length < 2) return [];
  return weights.flatMap((column) => {
    const before = header.columns[header.columns.indexOf(column) - 1];
    const level = levels.findIndex((role) => role === before?.role);
    return level < 0 || level === levels.length - 1 ? [] : [{ level, column }];
  });
}
