// 舍入: a quotient of two whole numbers, rounded by name, in cells of a spreadsheet.
//
// ROUND of a quotient would round a double that may lie on the wrong side of a tie. Here the quotient is cut to a whole
// number first, and what is left over decides: (分子 − 整数商 × 分母) × 2 ≥ 分母. All of it is whole numbers.
import type { RoundingMode } from "../numbers/number.ts";
import { absolute, call, cellTerm, type Term } from "./sheet-integers.ts";

/** Takes a formula into a cell of its own and gives its address; `shown` says in words what the cell holds. */
export type Cells = (label: string, formula: string, shown?: (self: string) => string) => string;

/** From here on a spreadsheet may take a quotient just below a whole number for that number. */
const INT_IS_EXACT = 10n ** 14n;

const NAMES: Readonly<Record<RoundingMode, string>> = { "half-up": "四舍五入", "half-even": "四舍六入五成双", down: "截去", up: "进位", floor: "向下取整", ceiling: "向上取整" };

/** numerator ÷ denominator, both cells or constants, the denominator above 0 where the value is asked for. */
export function quotientCells(n: Term, d: Term, mode: RoundingMode, { label, places, cells }: { readonly label: string; readonly places: number; readonly cells: Cells }): Term {
  const signed = n.low < 0n;
  const size = signed ? `ABS(${n.text})` : n.text;
  const cut = `INT(${size}/${d.text})`;
  const exact = n.size < INT_IS_EXACT ? cut : `${cut}-IF(${cut}*${d.text}>${size},1,0)`;
  const q = cells(`${label}：整数商`, d.low > 0n ? exact : `IF(${d.text}=0,NA(),${exact})`);
  const up = (condition: string): string => `${q}+IF(${condition},1,0)`;
  const rest = `${size}-${q}*${d.text}`;
  const beyond = up(`${size}>${q}*${d.text}`);
  const away: Readonly<Record<RoundingMode, string>> = {
    "half-up": up(`2*(${rest})>=${d.text}`),
    "half-even": up(`OR(2*(${rest})>${d.text},AND(2*(${rest})=${d.text},${q}-2*INT(${q}/2)=1))`),
    down: q,
    up: beyond,
    floor: signed ? `IF(${n.text}<0,-(${beyond}),${q})` : q,
    ceiling: signed ? `IF(${n.text}<0,-${q},${beyond})` : beyond,
  };
  const oneSided = !signed || mode === "floor" || mode === "ceiling";
  const formula = oneSided ? away[mode] : `SIGN(${n.text})*(${away[mode]})`;
  const most = (end: bigint): bigint => absolute(end) / (d.low > 0n ? d.low : 1n) + 1n;
  const scale = places === 0 ? "" : ` ×${10 ** places}`;
  const result = cells(`${label}（${NAMES[mode]}）${scale}`, formula);
  const term = cellTerm(result, signed ? -most(n.low) : 0n, n.high < 0n ? 0n : most(n.high));
  return { ...term, size: call("", 0n, 0n, term, n, d).size };
}
