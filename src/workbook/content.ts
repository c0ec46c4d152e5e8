// 内容: what a scoring workbook is made of, before it is laid out.
import type { Program } from "../model/program.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { ActualsDocument } from "../types/types.ts";
import type { CellModel } from "../xlsx/model.ts";
import type { Calculation } from "./calculation.ts";
import { onSheet, SHEETS } from "./names.ts";
import type { Plan } from "./plan.ts";

export interface TableContent {
  readonly program: Program;
  readonly plan: Plan;
  readonly calculation: Calculation;
  readonly actuals: ActualsDocument | undefined;
  /** what the formulas will come to: stored beside them for programs that do not compute */
  readonly scorecard: Scorecard | undefined;
  readonly title: string;
}

/** A cell of the calculation sheet, as other sheets name it. */
export const calc = (cell: string): string => onSheet(SHEETS.calculation, cell);

/** A result beside its formula. */
export const stored = (text: string | undefined): Pick<CellModel, "text" | "number"> => (text === undefined ? { text: "" } : /^-?\d+(?:\.\d+)?$/.test(text) ? { number: text } : { text });

/** What has more decimals than points are shown with is cut off, as a scorecard does. */
export const shownPoints = (cell: string, decimals: number, places: number): string => (decimals > places ? `TRUNC(${cell}/10^${decimals - places})/10^${places}` : `${cell}/10^${decimals}`);
