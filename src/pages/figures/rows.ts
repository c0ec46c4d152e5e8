// 排名: evaluations that may be ranked together, in the order of their totals. Equal totals have equal ranks; no
// second figure breaks a tie, names only order the lines.
import { compare } from "../../numbers/number.ts";
import type { Scorecard } from "../../types/scorecard-types.ts";
import { type RankMode, ranksOf } from "../../numbers/ranks.ts";
import { compareText } from "../../text/text.ts";
import { descending, figure } from "./sums.ts";
import type { BatchRow } from "./types.ts";

type Unnumbered = Omit<BatchRow, "number" | "rank" | "tied">;

/** What must be the same for totals to be comparable. */
export const groupKey = ({ framework, total, grades }: Scorecard): string => JSON.stringify([framework.category, framework.purpose, total.full, grades]);

/** The subject of an evaluation, or its framework where nothing else names it. */
export const nameOf = ({ objectives, framework }: Scorecard): string => objectives?.subject.name ?? framework.title;

export function rowOf(card: Scorecard, index: number): Unnumbered {
  const { framework, objectives, total, grade, possibleGrades, rejected, nextGrade } = card;
  const subject = objectives?.subject;
  const sector = subject?.sector ?? [];
  return {
    index,
    id: objectives?.id ?? framework.id,
    name: nameOf(card),
    ...(subject?.department === undefined ? {} : { department: subject.department }),
    ...(subject?.unit === undefined ? {} : { unit: subject.unit }),
    sectors: typeof sector === "string" ? [sector] : sector,
    ...(objectives === undefined ? {} : { period: objectives.period }),
    framework: framework.id,
    version: framework.version,
    ...(total.points === undefined ? {} : { points: total.points }),
    ...(total.range === undefined ? {} : { range: total.range }),
    grade,
    possibleGrades,
    rejected,
    nextGrade,
    wanting: card.wanting.map((id) => card.indicators.find((one) => one.id === id)?.name ?? id),
  };
}

/** Whether a total counts for ranks, sums and averages. */
export const hasTotal = <Row extends { readonly points?: string; readonly rejected: boolean }>(row: Row): row is Row & { readonly points: string } => row.points !== undefined && !row.rejected;

const lines = (a: Unnumbered, b: Unnumbered): number => compareText(a.name, b.name) || compareText(a.department ?? "", b.department ?? "") || compareText(a.id, b.id) || a.index - b.index;

/** The rows of one group, numbered on from `from`: first those with a rank, then the others by name. */
export function ranked(rows: readonly Unnumbered[], mode: RankMode, from: number): readonly BatchRow[] {
  const counted = rows.filter(hasTotal).sort((a, b) => descending(a.points, b.points) || lines(a, b));
  const others = rows.filter((one) => !hasTotal(one)).sort(lines);
  const runs: (typeof counted)[] = [];
  for (const one of counted) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && compare(figure(run[0].points), figure(one.points)) === 0) run.push(one);
    else runs.push([one]);
  }
  const ranks = ranksOf(runs.map(({ length }) => length), mode);
  return [
    ...runs.flatMap((run, index) => run.map((one) => ({ rank: ranks[index] ?? null, tied: run.length > 1, ...one }))).map((one, at) => ({ number: from + at, ...one })),
    ...others.map((one, at) => ({ number: from + counted.length + at, rank: null, tied: false, ...one })),
  ];
}
