// 落笔: putting cells, merged ranges, heights and validations into a sheet; what comes later at a place stays.
import { address } from "../types/grid.ts";
import type { CellModel, SheetModel, ValidationModel } from "../xlsx/model.ts";
import { heightFor, span } from "./looks.ts";

export interface Pen {
  put(row: number, column: number, cell: Omit<CellModel, "at">): void;
  wide(row: number, from: number, to: number, cell: Omit<CellModel, "at">, rows?: number): void;
  height(row: number, texts: readonly (readonly [string, number])[], least?: number): void;
  validate(one: ValidationModel): void;
}

/** Widths of the columns of the table. */
export const WIDTHS: readonly number[] = [13, 14, 24, 14, 16, 9, 10, 24];
export const widthOf = (from: number, to = from): number => WIDTHS.slice(from, to + 1).reduce((a, b) => a + b, 0);

export function newPen(): { readonly pen: Pen; done(): Required<Pick<SheetModel, "cells" | "merges" | "heights" | "validations">> } {
  const cells = new Map<string, CellModel>();
  const merges: string[] = [];
  const heights: Record<string, number> = {};
  const validations: ValidationModel[] = [];
  const put: Pen["put"] = (row, column, cell) => void cells.set(address(row, column), { at: address(row, column), ...cell });
  const pen: Pen = {
    put,
    wide(row, from, to, cell, rows = 1) {
      if (from === to && rows === 1) return put(row, from, cell);
      const made = span(row, from, to, cell, rows);
      for (const one of made.cells) cells.set(one.at, one);
      merges.push(made.merge);
    },
    height(row, texts, least) {
      heights[String(row + 1)] = Math.max(heights[String(row + 1)] ?? 0, heightFor(texts, least));
    },
    validate: (one) => void validations.push(one),
  };
  return { pen, done: () => ({ cells: [...cells.values()], merges, heights, validations }) };
}
