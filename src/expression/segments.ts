// Over one slot, nested choices are a table: between two neighbouring break points the value is one line ÷ divisor,
// rounded. One loop over numbers then replaces a tree of closures, and is the same code for every indicator.
import { halfUp, type Line, type Test, type Whole } from "./integers.ts";
import { satisfies } from "./exact.ts";

/** What the fast evaluator decides: an integer, a choice between two ways, or leaving it to the exact evaluator. */
export type Branches = Whole | { readonly test: Test; readonly yes: Branches; readonly no: Branches } | "exact";

const REFUSED = { factor: 0, offset: Number.NaN };
const WIDTH = 4; // per segment: its end (excluded), factor, offset, divisor

/** A table over one slot. */
export interface Segments {
  readonly slot: number;
  readonly table: Float64Array;
}

/** The value at a place of the table; NaN where the exact evaluator must decide. */
export function lookUp(table: Float64Array, value: number): number {
  let at = 0;
  while (value >= (table[at] as number)) at += WIDTH;
  const number = value * (table[at + 1] as number) + (table[at + 2] as number);
  const divisor = table[at + 3] as number;
  return divisor === 1 ? number : halfUp(number, divisor);
}

/** The table; undefined where more than one slot, more than lines, or another rounding than half-up is involved. */
export function compileSegments(branches: Branches): Segments | undefined {
  const cuts = new Set<number>();
  const slots = new Set<number>();
  const collect = (one: Branches): boolean => {
    if (one === "exact") return true;
    if ("test" in one) {
      const { line } = one.test;
      if (line === undefined || ![line.factor, line.offset].every(Number.isSafeInteger)) return false;
      if (line.slot !== 0 && line.factor !== 0) {
        slots.add(line.slot);
        for (const cut of cutsOf(line)) cuts.add(cut);
      }
      return collect(one.yes) && collect(one.no);
    }
    const line = one.piece ?? one.line;
    if (line === undefined) return false;
    if (line.slot !== 0) slots.add(line.slot);
    return one.piece === undefined || one.piece.mode === "half-up";
  };
  if (!collect(branches) || slots.size > 1) return undefined;
  const [slot = 0] = slots;
  const ends = [...cuts].sort((a, b) => a - b);
  const rows: [end: number, factor: number, offset: number, divisor: number][] = [];
  for (let index = 0; index <= ends.length; index++) {
    const chosen = choose(branches, ends[index - 1] ?? (ends[0] ?? 1) - 1);
    const { factor, offset, divisor } = { divisor: 1, ...(chosen === "exact" ? REFUSED : (chosen.piece ?? chosen.line ?? REFUSED)) };
    const end = ends[index] ?? Number.POSITIVE_INFINITY;
    const before = rows.at(-1);
    if (before !== undefined && before[1] === factor && Object.is(before[2], offset) && before[3] === divisor) before[0] = end;
    else rows.push([end, factor, offset, divisor]);
  }
  const table = Float64Array.from(rows.flat());
  return { slot, table };
}

function choose(one: Branches, value: number): Whole | "exact" {
  if (one === "exact" || !("test" in one)) return one;
  const { is, line } = one.test;
  const sign = line === undefined ? 0 : Number(BigInt(line.factor) * BigInt(value) + BigInt(line.offset));
  return choose(satisfies(sign, is) ? one.yes : one.no, value);
}

/** The integers from which on  factor × value + offset  may have another sign. */
function cutsOf({ factor, offset }: Line): readonly number[] {
  const [f, o] = factor < 0 ? [-BigInt(factor), -BigInt(offset)] : [BigInt(factor), BigInt(offset)];
  const floor = -o >= 0n || o % f === 0n ? -o / f : -o / f - 1n;
  return [Number(o % f === 0n ? floor : floor + 1n), Number(floor + 1n)];
}
