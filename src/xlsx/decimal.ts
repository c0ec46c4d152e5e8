// 工作簿中的数：from the text in which a number is stored to the figure a spreadsheet shows, in decimal text all the way.
import { type Exact, parseExact, round, toText } from "../numbers/number.ts";

const STORED = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** As it will be written too. */
const PLAIN = /^(?:0|-?(?:[1-9]\d*|0(?=\.))(?:\.\d*[1-9])?)$/;
/** Excel and WPS keep and show this many significant digits: 0.1+0.2, stored as 0.30000000000000004, is 0.3. */
const DIGITS = 15;
/** Beyond this a figure is left as it is stored (1E+300). */
const WIDEST = 40;

export interface Figure {
  readonly value: Exact;
  /** in full, without trailing zeros */
  readonly text: string;
  /** digits beyond the fifteenth were dropped */
  readonly cut: boolean;
}

/** Reads a stored number to 15 significant digits; undefined where the text is no number that can be written out. */
export function figure(stored: string): Figure | undefined {
  const plain = PLAIN.test(stored) && stored.replace(/[-.]/g, "").length <= DIGITS ? parseExact(stored) : undefined;
  if (plain !== undefined) return { value: plain, text: stored, cut: false };
  const match = STORED.exec(stored);
  if (match === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const all = (whole + fraction).replace(/^0+/, "");
  if (whole + fraction === "") return undefined;
  const scale = fraction.length - Number(exponent);
  if (all === "") return { value: { n: 0n, d: 1n }, text: "0", cut: false };
  if (Math.abs(scale) > WIDEST || all.length > WIDEST) return undefined;
  const value = fraction10(BigInt(`${sign === "-" ? "-" : ""}${all}`), scale);
  const excess = all.length - DIGITS;
  const kept = excess > 0 ? roundAt(value, scale - excess) : value;
  const text = inFull(kept, Math.max(0, scale));
  return { value: kept, text, cut: excess > 0 && text !== inFull(value, Math.max(0, scale)) };
}

const fraction10 = (n: bigint, scale: number): Exact => (scale >= 0 ? { n, d: 10n ** BigInt(scale) } : { n: n * 10n ** BigInt(-scale), d: 1n });

/** Rounds half up to so many decimals; fewer than none rounds to tens, hundreds … */
function roundAt(value: Exact, places: number): Exact {
  if (places >= 0) return round(value, places, "half-up");
  const unit = 10n ** BigInt(-places);
  return { n: round({ n: value.n, d: value.d * unit }, 0, "half-up").n * unit, d: 1n };
}

/** Decimal text without trailing zeros; the value must not need more places. */
export function inFull(value: Exact, places: number): string {
  const text = toText(value, places);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
