// 分值、得分、金额、执行率: cells that hold a plain figure and nothing else.
import type { Exact } from "../numbers/number.ts";
import { exactOf } from "../reading/figure.ts";
import { readActual } from "../reading/index.ts";
import type { Cell } from "../types/table.ts";

/** `absent`: no such column; `blank`: nothing or a stroke; `malformed`: something that is no figure. */
export type Amount =
  | { readonly state: "absent" | "blank" | "malformed"; readonly cell?: Cell }
  | { readonly state: "figure"; readonly cell: Cell; readonly value: Exact; readonly places: number; readonly unit: string | undefined };

export type Printed = Extract<Amount, { state: "figure" }>;

const UNITS: Readonly<Record<"points" | "money" | "rate", RegExp>> = { points: /^[分%]$/, money: /^(?:[十百千万亿]*元)$/, rate: /^%$/ };

export function readAmount(cell: Cell | undefined, of: keyof typeof UNITS): Amount {
  if (cell === undefined) return { state: "absent" };
  const reading = readActual(cell.text);
  if (reading.kind === "none" && (reading.reason === "empty" || reading.reason === "placeholder")) return { state: "blank", cell };
  if (reading.kind !== "number" || reading.is !== undefined || reading.when !== undefined) return { state: "malformed", cell };
  const { decimal = "", unit } = reading.figure;
  if (unit !== undefined && !UNITS[of].test(unit)) return { state: "malformed", cell };
  return { state: "figure", cell, value: exactOf(reading.figure), places: decimal.split(".")[1]?.length ?? 0, unit };
}

export const valueOf = (amount: Amount | undefined): Exact | undefined => (amount?.state === "figure" ? amount.value : undefined);
