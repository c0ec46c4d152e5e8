// 排名表和汇总表: who stands where, and what departments, sectors and grades add up to.
import type { Batch, BatchGroup, BatchRow, Compared, Dimension, SummaryRow } from "./figures/types.ts";
import { descending } from "./figures/sums.ts";
import { element, type Markup } from "../text/markup.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { key, WORDS } from "../wording/words.ts";
import { type Cell, cell, type Column, type Context, middle, number, type Row, row, rowHead, small, table } from "./context.ts";
import { lossesBelow, nodesOf } from "./nodes.ts";
import { sectorWords } from "./summary-box.ts";
import { say } from "./words.ts";
import { type BatchWord, tell } from "./batch-words.ts";

export function ranking(group: BatchGroup, cards: readonly Scorecard[], { comparison }: Batch, context: Context): Markup {
  const { lang } = context;
  const w = key(lang);
  const compared = new Map((comparison?.compared ?? []).map((one) => [one.number, one]));
  const withLast = comparison !== undefined;
  const columns: readonly Column[] = [
    { title: say("order", lang), width: 6 },
    { title: tell("rank", lang), width: 6 },
    { title: say("subject", lang), width: withLast ? 22 : 28 },
    { title: say("department", lang), width: withLast ? 13 : 17 },
    { title: WORDS.total[w], width: 8 },
    { title: WORDS.grade[w], width: 6 },
    { title: WORDS.nextGrade[w], width: 9 },
    ...(withLast ? [{ title: tell("lastYear", lang), width: 8 }, { title: tell("change", lang), width: 8 }] : []),
    { title: tell("mostLost", lang), width: withLast ? 14 : 20 },
  ];
  return table(columns, group.rows.filter((one) => one.rank !== null).map((one) => line(one, cards[one.index], compared.get(one.number), withLast, context)), { broad: true });
}

function line(one: BatchRow, card: Scorecard | undefined, last: Compared | undefined, withLast: boolean, { lang }: Context): Row {
  const [most] = card === undefined ? [] : nodesOf(card).flatMap((node) => lossesBelow(node)).sort((a, b) => descending(a.lost, b.lost));
  return row([
    middle(String(one.number)),
    middle(String(one.rank), one.tied ? small(tell("tied", lang)) : undefined),
    rowHead(one.name),
    cell(one.department ?? ""),
    number(one.points ?? ""),
    middle(one.grade ?? "—"),
    number(one.nextGrade === null ? "" : one.nextGrade.distance),
    ...(withLast ? [number(last?.before.points ?? "—"), number(last?.difference ?? "—")] : []),
    cell(most === undefined ? "" : [most.names[most.names.length - 1] ?? "", small(`−${most.lost}`)]),
  ]);
}

const HEADINGS: Readonly<Record<Dimension, BatchWord>> = { department: "byDepartment", unit: "byUnit", sector: "bySector", grade: "byGrade" };

export function summaries(group: BatchGroup, context: Context): readonly Markup[] {
  const { lang } = context;
  return group.summaries.map(({ by, rows }) => {
    const grades = by === "grade" ? [] : group.grades;
    const columns: readonly Column[] = [
      { title: tell(HEADINGS[by], lang), width: 24 },
      { title: tell("evaluations", lang), width: 8 },
      { title: tell("counted", lang), width: 8 },
      { title: tell("sum", lang), width: 13 },
      { title: tell("average", lang), width: 11 },
      { title: tell("highest", lang), width: 9 },
      { title: tell("lowest", lang), width: 9 },
      ...grades.map(({ name }) => ({ title: name, width: 18 / grades.length })),
    ];
    const valueOf = ({ value }: SummaryRow): string => (value === undefined ? (by === "grade" ? tell("ungraded", lang) : say("notStated", lang)) : by === "sector" ? sectorWords(value.split(" "), context) : value);
    const lines = rows.map((one) => row([rowHead(valueOf(one)), ...figures(one, grades.length)]));
    return element("div", {}, element("h3", {}, tell(HEADINGS[by], lang)), table(columns, [...lines, row([rowHead(tell("all", lang)), ...figures(group.all, grades.length)], "sum")], { broad: true }));
  });
}

const figures = (one: SummaryRow, grades: number): readonly Cell[] => [
  number(String(one.evaluations)),
  number(String(one.ranked)),
  number(one.ranked === 0 ? "—" : one.sum),
  number(one.average === undefined ? "—" : `${one.average.rounded ? "≈" : ""}${one.average.text}`),
  number(one.highest ?? "—"),
  number(one.lowest ?? "—"),
  ...one.grades.slice(0, grades).map((count) => number(String(count))),
];
