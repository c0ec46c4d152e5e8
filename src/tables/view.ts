// 账目：a grid under recognition. Every cell is accounted for once: as a value, as a label, or it is left over —
// and what is left over is reported. So nothing can be dropped silently.
import type { Grid, GridCell, Range } from "../types/grid.ts";
import { placeOf } from "../types/grid.ts";
import type { Cell, LabelledCell } from "../types/table.ts";

export type Account = "value" | "label";

export interface View {
  readonly grid: Grid;
  /** cells of a row that nobody has accounted for */
  open(row: number): readonly GridCell[];
  row(row: number): readonly GridCell[];
  /** the cell that stands at a place */
  at(row: number, column: number): GridCell | undefined;
  /** the cell at a place: itself, or the first cell of the merged range that covers it */
  over(row: number, column: number): GridCell | undefined;
  /** the rectangle a cell fills */
  span(cell: GridCell): Range;
  /** takes a cell as a value; the text may be a part of it */
  value(cell: GridCell, text?: string): Cell;
  /** the place itself, where nothing is written; undefined where a merged range reaches over it */
  empty(row: number, column: number): Cell | undefined;
  labelled(cell: GridCell, label: string, text?: string): LabelledCell;
  label(cell: GridCell): void;
  isOpen(cell: GridCell): boolean;
  /** whether a row has a cell of a kind; asked once for each row and kind */
  rowHas(row: number, kind: (cell: GridCell) => boolean): boolean;
  accountOf(cell: GridCell): Account | undefined;
}

export function viewOf(grid: Grid): View {
  const accounts = new Map<GridCell, Account>();
  const asked = new Map<(cell: GridCell) => boolean, Map<number, boolean>>();
  const starts = new Map<string, Range>();
  for (const range of grid.merges) starts.set(`${range.top},${range.left}`, range);
  const covering = coveredBy(grid);
  const at = (row: number, column: number): GridCell | undefined => cellAt(grid.rows[row] ?? [], column);
  const value = (cell: GridCell, text = cell.text): Cell => {
    accounts.set(cell, "value");
    return { text: text.trim(), at: placeOf(grid, cell) };
  };
  return {
    grid,
    row: (row) => grid.rows[row] ?? [],
    open: (row) => (grid.rows[row] ?? []).filter((cell) => !accounts.has(cell)),
    at,
    over(row, column) {
      const own = at(row, column);
      if (own !== undefined) return own;
      const range = covering(row, column);
      return range && at(range.top, range.left);
    },
    span: ({ row, column }) => starts.get(`${row},${column}`) ?? { top: row, left: column, bottom: row, right: column },
    value,
    empty(row, column) {
      const range = covering(row, column);
      const reachedOver = range !== undefined && (range.top !== row || range.left !== column);
      return reachedOver || at(row, column) !== undefined ? undefined : { text: "", at: placeOf(grid, { row, column }) };
    },
    labelled: (cell, label, text) => ({ label: label.trim(), ...value(cell, text) }),
    label: (cell) => void (accounts.has(cell) || accounts.set(cell, "label")),
    rowHas(row, kind) {
      const known = asked.get(kind) ?? new Map<number, boolean>();
      asked.set(kind, known);
      const answer = known.get(row) ?? (grid.rows[row] ?? []).some(kind);
      known.set(row, answer);
      return answer;
    },
    isOpen: (cell) => !accounts.has(cell),
    accountOf: (cell) => accounts.get(cell),
  };
}

/** Cells stand from the left to the right: the one in a column is found by halving. */
function cellAt(cells: readonly GridCell[], column: number): GridCell | undefined {
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell === undefined || cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function coveredBy(grid: Grid): (row: number, column: number) => Range | undefined {
  const byRow = new Map<number, Range[]>();
  for (const range of grid.merges) {
    for (let row = range.top; row <= Math.min(range.bottom, grid.rows.length - 1); row++) {
      const list = byRow.get(row);
      if (list === undefined) byRow.set(row, [range]);
      else list.push(range);
    }
  }
  return (row, column) => byRow.get(row)?.find(({ left, right }) => column >= left && column <= right);
}
