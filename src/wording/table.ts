// 评分表: the cells of the official table, for every report that draws it.
import type { Language } from "../types.ts";
import type { IndicatorScore, Scorecard } from "../scorecard-types.ts";
import { key, STATES, WORDS } from "./words.ts";

/** The three level cells of an indicator: a level-1 indicator stands in the first column. */
export function levelCells(one: IndicatorScore): readonly [string, string, string] {
  const [first, second] = one.groups;
  if (first === undefined) return [one.name, "", ""];
  return [first, second ?? "", one.name];
}

export function rowsOf(card: Scorecard, lang: Language): readonly (readonly string[])[] {
  const w = key(lang);
  return card.indicators.map((one) => [
    ...levelCells(one),
    one.target ?? "",
    one.actual ?? (one.state === "scored" ? "" : STATES[one.state][w]),
    one.effectiveWeight ?? one.weight,
    one.points ?? STATES[one.state][w],
  ]);
}

export const headings = (lang: Language): readonly string[] => {
  const w = key(lang);
  return [WORDS.level1[w], WORDS.level2[w], WORDS.level3[w], WORDS.target[w], WORDS.actual[w], WORDS.weight[w], WORDS.points[w]];
};

/** The heading above the table: framework, subject, date. */
export function tableTitle(card: Scorecard, lang: Language): string {
  const name = card.objectives?.subject.name;
  const asOf = `${WORDS.asOf[key(lang)]} ${card.asOf}`;
  return `${card.framework.title}${name === undefined ? "" : `\n${name}`}${lang === "en" ? ` (${asOf})` : `（${asOf}）`}`;
}

/** The total as a figure, or the range in which it lies. */
export const totalCell = ({ total }: Scorecard): string => total.points ?? (total.range === undefined ? "—" : `${total.range.min}–${total.range.max}`);

/** Whether a cell of the first two columns repeats the one above: merged in the official layout. */
export const sameAbove = (rows: readonly (readonly string[])[], index: number, column: number): boolean =>
  index > 0 && rows[index]?.slice(0, column + 1).join("\n") === rows[index - 1]?.slice(0, column + 1).join("\n") && rows[index]?.[column] !== "";
