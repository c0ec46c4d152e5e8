// 期间: the years that the period of an objectives document takes in, and the years that a text speaks of.

export interface Period {
  readonly from: number;
  readonly to: number;
}

const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/g;
const YEAR_WORD = /(?<!\d)((?:19|20)\d\d)(?=\s?年)/g;

const yearsBy = (pattern: RegExp, text: string): readonly number[] => [...text.matchAll(pattern)].map((match) => Number(match[1]));

/** `2024`, `2024年度`, `2023—2025`; undefined where no year is written (年份不详). */
export function periodOf(text: string): Period | undefined {
  const years = yearsBy(YEAR, text);
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
}

/** The years that a text speaks of as such (2023年). */
export const yearsIn = (text: string): readonly number[] => yearsBy(YEAR_WORD, text);

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** Whether a date is the last day of the period or later. */
export const isOver = ({ to }: Period, date: string): boolean => date >= `${to}-12-31`;
