// 计算表的行: a sheet that grows line by line — whose, what in words, the formula, and where it helps what it means.
import type { CellModel } from "../xlsx/model.ts";

export interface Lines {
  heading(text: string): void;
  /** a line with a formula; gives the address of its cell */
  put(label: string, formula: string, shown?: (self: string) => string): string;
  /** a line whose formula is known later, so that others may refer to it before */
  reserve(label: string): { readonly at: string; fill(formula: string): void };
  cells(): readonly CellModel[];
}

const LABEL = "A";
const VALUE = "B";
const MEANING = "C";

export function lines(start: number): Lines {
  const cells: CellModel[] = [];
  let row = start;
  const line = (label: string): number => {
    row++;
    cells.push({ at: `${LABEL}${row}`, text: label, style: { wrap: false } });
    return row;
  };
  const value = (at: string, formula: string): void => void cells.push({ at, formula, style: { align: "right", wrap: false } });
  return {
    heading(text) {
      row++;
      cells.push({ at: `${LABEL}${row}`, text, style: { bold: true, fill: "E7E6E6", wrap: false } });
    },
    put(label, formula, shown) {
      const at = `${VALUE}${line(label)}`;
      value(at, formula);
      if (shown !== undefined) cells.push({ at: `${MEANING}${row}`, formula: `IF(ISNA(${at}),"",${shown(at)})`, style: { wrap: false } });
      return at;
    },
    reserve(label) {
      const at = `${VALUE}${line(label)}`;
      return { at, fill: (formula) => value(at, formula) };
    },
    cells: () => cells,
  };
}
