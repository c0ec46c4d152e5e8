// 单元格网格：a sheet as the cells that say something, before anyone asks what they mean.

/** A cell with text. Rows and columns count from 0; an address is `F12`. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** as it is shown: the number format is applied */
  readonly text: string;
  /** the whole figure behind a rounded one (`95.27%` behind `95%`), in decimal text */
  readonly stored?: string;
  /** the formula whose result is shown */
  readonly formula?: string;
  /** how far the text is pushed in by the alignment, in characters */
  readonly indent?: number;
}

/** A rectangle of cells, ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  /** what stands before the address in `Cell.at`: `Sheet1!`, `self.csv!` */
  readonly place: string;
  /** the name of the sheet; a CSV file has none */
  readonly sheet?: string;
  /** row by row, from the top; a row holds only cells with text, from the left */
  readonly rows: readonly (readonly GridCell[])[];
  readonly merges: readonly Range[];
}

/** `A`, `Z`, `AA` … */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

export const address = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** Reads `F12` or `$F$12`; undefined where the text is no address. */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Reads `A1:C2`, also with its corners the other way round, or a single address. */
export function parseRange(text: string): Range | undefined {
  const [from, to] = text.split(":").map(parseAddress);
  const end = text.includes(":") ? to : from;
  if (from === undefined || end === undefined) return undefined;
  return { top: Math.min(from.row, end.row), left: Math.min(from.column, end.column), bottom: Math.max(from.row, end.row), right: Math.max(from.column, end.column) };
}

/** The place of a cell as people are told it: `Sheet1!F12`. */
export const placeOf = (grid: Pick<Grid, "place">, cell: Pick<GridCell, "row" | "column">): string => `${grid.place}${address(cell.row, cell.column)}`;
