// 评分表: the cells of the official table, for every report that draws it.
import type { Language } from "../types/types.ts";
import type { IndicatorScore, Scorecard } from "../types/scorecard-types.ts";
import { key, STATES, STATUS, WORDS } from "./words.ts";

/** The three level cells of an indicator: a level-1 indicator stands in the first column, groups below level 2 in the third. */
export function levelCells(one: IndicatorScore): readonly [string, string, string] {
  const [first, second, ...deeper] = one.groups;
  if (first === undefined) return [one.name, "", ""];
  return [first, second ?? "", [...deeper, one.name].join(" / ")];
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

/** An indicator as a line of data: the table's cells, and what the table has no column for. */
export function recordOf(one: IndicatorScore, lang: Language): readonly string[] {
  const w = key(lang);
  const { document, clause = "", status } = one.basis;
  return [...levelCells(one), one.target ?? "", one.actual ?? "", one.unit ?? "", one.effectiveWeight ?? one.weight, one.points ?? "", one.lost ?? "", STATES[one.state][w], one.method.title[w], one.judged ? WORDS.holds[w] : WORDS.fails[w], one.explanation ?? "", document, clause, STATUS[status][w]];
}

export function recordHeadings(lang: Language): readonly string[] {
  const w = key(lang);
  const more = [WORDS.lost, WORDS.state, WORDS.method, WORDS.judged, WORDS.explanation, WORDS.basis, WORDS.clause, WORDS.status].map((one) => one[w]);
  const [level1, level2, level3, target, actual, ...figures] = headings(lang);
  return [level1, level2, level3, target, actual, WORDS.unit[w], ...figures, ...more].map((one) => one ?? "");
}
