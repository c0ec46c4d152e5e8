// 文中的数: the quantities that running text speaks of (改造 4200 户，受益 1.2万人次), read only with the units asked for.
import { parseExact } from "./number.ts";
import type { Quantity } from "./quantity.ts";

export interface Figure extends Quantity {
  /** as written, without spaces */
  readonly text: string;
}

/** Whole numbers with or without separators, and decimals; not a part of a longer number, of a range or of a clause number. */
const NUMBER = /(?<![\d.,，〔[(（~～—–至-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\d.])/g;
const SCALES = ["", "万", "亿"];
/** What makes another word of a unit (人次, 人口, 户均, 元/户) or a range of a figure (95%-98%). */
const GOES_ON = /^(?:[次口均/／·]|\s?[~～—–至-]\s?\d)/;

export function figuresIn(text: string, units: readonly string[]): readonly Figure[] {
  const words = [...new Set(units)].flatMap((unit) => SCALES.map((scale) => `${scale}${unit}`)).sort((a, b) => b.length - a.length);
  return [...text.matchAll(NUMBER)].flatMap((match): Figure[] => {
    const value = parseExact(`${(match[1] ?? "").replaceAll(",", "")}${match[2] ?? ""}`);
    const rest = text.slice(match.index + match[0].length).replace(/^[ \u3000]/, "").replace(/^％/, "%");
    const unit = words.find((word) => rest.startsWith(word));
    if (value === undefined || unit === undefined || GOES_ON.test(rest.slice(unit.length))) return [];
    return [{ text: `${match[0]}${unit}`, value, unit }];
  });
}
