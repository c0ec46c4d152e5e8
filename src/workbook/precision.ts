// 精度: how large the figures of an indicator may be, and how many decimals they may have, so that every whole number
// its formulas compute with stays below 10^15. Up to there a spreadsheet adds, multiplies and compares whole numbers
// exactly (INT of a quotient is corrected by one where need be); beyond, a tie could fall on the wrong side, and nothing
// is computed at all.
import type { Exact } from "../numbers/number.ts";
import { absolute } from "../expression/sheet-integers.ts";

export const EXACT_BELOW = 10n ** 15n;

/** Figures up to 10^digits with so many decimals. */
export interface Precision {
  readonly decimals: number;
  readonly digits: number;
}

/** From the most to the least, decimals and size in turn. */
const STEPS: readonly (readonly [decimals: number, digits: number])[] = [
  [6, 9], [4, 9], [2, 11], [2, 10], [4, 8], [2, 9], [4, 7], [2, 8], [4, 6], [2, 7], [2, 6], [0, 8], [0, 7], [2, 5], [0, 6], [2, 4], [0, 5], [2, 3], [0, 4],
];
/** Rates and marks need not be as large as amounts. */
const SMALL_DIGITS = 4;
const SMALL_UNITS = new Set(["%", "‰", "分", "个百分点", "百分点"]);

/** For each step, what the figures of these units are held to. */
export const stepsOf = (units: readonly (string | undefined)[]): readonly (readonly Precision[])[] =>
  STEPS.map(([decimals, digits]) => units.map((unit) => (SMALL_UNITS.has(unit ?? "") ? { decimals: Math.min(decimals, SMALL_DIGITS), digits: Math.min(digits, SMALL_DIGITS) } : { decimals, digits })));

export const mostOf = ({ decimals, digits }: Precision): bigint => 10n ** BigInt(decimals + digits);

/** Whether a figure can be held. */
export function holds({ decimals, digits }: Precision, { n, d }: Exact): boolean {
  const scaled = n * 10n ** BigInt(decimals);
  return scaled % d === 0n && absolute(scaled / d) <= mostOf({ decimals, digits });
}
