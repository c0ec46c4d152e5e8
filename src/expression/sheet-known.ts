// 已知范围: what a condition that was decided says about the cells it compares. A case of a choice is only computed
// where its condition holds and those before it do not, so its figures are smaller than the cells could hold.
import type { Comparator } from "../numbers/quantity.ts";
import { cellTerm, type Ratio, type Term } from "./sheet-integers.ts";

export type Known = ReadonlyMap<string, { readonly low?: bigint | undefined; readonly high?: bigint | undefined }>;
export const NOTHING: Known = new Map();

const NEGATED: Readonly<Record<Exclude<Comparator, "=">, Comparator>> = { "<": ">=", "<=": ">", ">=": "<", ">": "<=" };
const FLIPPED: Readonly<Record<Comparator, Comparator>> = { "<": ">", "<=": ">=", "=": "=", ">=": "<=", ">": "<" };

export const minOf = (all: readonly bigint[]): bigint => all.reduce((a, b) => (b < a ? b : a));
export const maxOf = (all: readonly bigint[]): bigint => all.reduce((a, b) => (b > a ? b : a));

export function narrowed(term: Term, known: Known): Term {
  const { low = term.low, high = term.high } = (term.cell === undefined ? undefined : known.get(term.cell)) ?? {};
  const [from, to] = [low > term.low ? low : term.low, high < term.high ? high : term.high];
  return from > to || term.cell === undefined ? term : cellTerm(term.cell, from, to);
}

export function both(a: Known, b: Known): Known {
  const all = new Map(a);
  for (const [cell, { low, high }] of b) {
    const before = all.get(cell);
    const lows = [low, before?.low].filter((one) => one !== undefined);
    const highs = [high, before?.high].filter((one) => one !== undefined);
    all.set(cell, { low: lows.length === 0 ? undefined : maxOf(lows), high: highs.length === 0 ? undefined : minOf(highs) });
  }
  return all;
}

/** A cell against a constant: where the cell must lie. */
export function learnt(left: Ratio, is: Comparator, right: Ratio, holds: boolean): Known {
  const [a, b] = [left, right].map((one) => (one.denominator.constant === undefined ? undefined : one));
  if (a === undefined || b === undefined) return NOTHING;
  if (a.numerator.cell === undefined) return b.numerator.cell === undefined ? NOTHING : learnt(right, FLIPPED[is], left, holds);
  if (b.numerator.constant === undefined || a.coefficient.n === 0n) return NOTHING;
  // coefficient × cell ÷ d  is  limit, so  cell  is  limit × d ÷ coefficient
  const n = b.coefficient.n * b.numerator.constant * a.coefficient.d * (a.denominator.constant ?? 1n);
  const d = b.coefficient.d * (b.denominator.constant ?? 1n) * a.coefficient.n;
  const direct = d < 0n ? FLIPPED[is] : is;
  if (!holds && direct === "=") return NOTHING;
  const sign = holds ? direct : NEGATED[direct as "<"];
  const [top, bottom] = d < 0n ? [-n, -d] : [n, d];
  const floor = top >= 0n || top % bottom === 0n ? top / bottom : top / bottom - 1n;
  const ceiling = top % bottom === 0n ? floor : floor + 1n;
  const low = sign === ">" ? floor + 1n : sign === ">=" || sign === "=" ? ceiling : undefined;
  const high = sign === "<" ? ceiling - 1n : sign === "<=" || sign === "=" ? floor : undefined;
  return new Map([[a.numerator.cell, { low, high }]]);
}
