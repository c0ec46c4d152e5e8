// 与上年比较: who rose and who fell, a grade or a hundredth of a point.
import { element, type Markup } from "../text/markup.ts";
import type { Batch, BatchRow, Compared, Comparison } from "./figures/types.ts";
import { descending } from "./figures/sums.ts";
import { key, WORDS } from "../wording/words.ts";
import { type Cell, cell, type Context, middle, note, number, row, rowHead, small, table } from "./context.ts";
import { figureOf, inset, shape } from "./svg.ts";
import { bracketed, colon, listOf, say } from "./words.ts";
import { tell } from "./batch-words.ts";

/** Of more than this, only so many that rose and fell the most are listed. */
const MOST_LINES = 200;
const EXTREMES = 50;

export function comparisonSection(batch: Batch, comparison: Comparison, context: Context): Markup {
  const { lang } = context;
  const { compared, added, gone, risen, fallen, same } = comparison;
  const rows = new Map(batch.groups.flatMap((group) => group.rows).map((one) => [one.number, one]));
  const name = (number: number): string => rows.get(number)?.name ?? String(number);
  const counts = [
    `${tell("matched", lang)} ${compared.length}`,
    `${tell("risen", lang)} ${risen}`,
    `${tell("fallen", lang)} ${fallen}`,
    `${tell("same", lang)} ${same}`,
    `${tell("added", lang)} ${added.length}`,
    `${tell("gone", lang)} ${gone.length}`,
  ];
  const ordered = [...compared].sort((a, b) => descending(unsigned(a.difference), unsigned(b.difference)) || a.number - b.number);
  const tables: readonly (readonly [heading: string | undefined, lines: readonly Compared[]])[] =
    ordered.length <= MOST_LINES
      ? [[undefined, ordered]]
      : [
          [`${tell("roseMost", lang)}${bracketed(String(EXTREMES), lang)}`, ordered.slice(0, EXTREMES)],
          [`${tell("fellMost", lang)}${bracketed(String(EXTREMES), lang)}`, ordered.slice(-EXTREMES).reverse()],
        ];
  return element(
    "section",
    {},
    element("h2", {}, tell("comparison", lang)),
    element("p", {}, counts.join(lang === "en" ? "; " : "；")),
    note(tell("matchNote", lang)),
    transitions(batch, compared, rows, context),
    tables.length > 1 ? note(tell("onlyExtremes", lang)) : undefined,
    tables.map(([heading, lines]) => (lines.length === 0 ? undefined : [heading === undefined ? undefined : element("h3", {}, heading), movesTable(lines, rows, context)])),
    added.length === 0 ? undefined : note(`${tell("added", lang)}${colon(lang)}${listOf(added.map(name), lang)}`),
    gone.length === 0 ? undefined : note(`${tell("gone", lang)}${colon(lang)}${listOf(gone, lang)}`),
  );
}

/** Without the sign that marks a rise; what has no difference stands with those that did not change. */
const unsigned = (difference: string | undefined): string => (difference ?? "0").replace("+", "");

/** How many went from which grade to which, where the grades are the same list in both years. */
function transitions(batch: Batch, compared: readonly Compared[], rows: ReadonlyMap<number, BatchRow>, { lang }: Context): readonly Markup[] {
  return batch.groups.flatMap(({ grades, rows: own }) => {
    const numbers = new Set(own.map((one) => one.number));
    const known = compared.filter((one) => one.grades !== undefined && numbers.has(one.number));
    if (known.length === 0) return [];
    const names = grades.map((one) => one.name);
    const count = (from: string, to: string): number => known.filter((one) => one.before.grade === from && rows.get(one.number)?.grade === to).length;
    const columns = [{ title: tell("lastGrade", lang), width: 24 }, ...names.map((title) => ({ title, width: 76 / names.length }))];
    const lines = names.map((from, at) => row([rowHead(from), ...names.map((to, index) => middle(count(from, to) === 0 ? "" : `${index < at ? "↑ " : index > at ? "↓ " : ""}${count(from, to)}`))]));
    return [element("div", {}, element("h3", {}, tell("transition", lang)), table(columns, lines, { look: "whole" }))];
  });
}

const DOTS = 170;

function movesTable(shown: readonly Compared[], rows: ReadonlyMap<number, BatchRow>, { lang, drawing }: Context): Markup {
  const w = key(lang);
  const totals = shown.flatMap((one) => (one.difference === undefined ? [] : [figureOf(one.before.points ?? "0"), figureOf(rows.get(one.number)?.points ?? "0")]));
  const x = drawing.scales.linear(totals.length === 0 ? [0, 1] : [Math.min(...totals), Math.max(...totals)], [8, DOTS - 8]);
  const dots = (one: Compared, now: BatchRow): Markup => {
    const [before, after] = [x(figureOf(one.before.points ?? "0")), x(figureOf(now.points ?? "0"))];
    const at = (place: number): string => `translate(${Math.round(place * 100) / 100} 8)`;
    return inset(
      DOTS,
      16,
      shape("line", { x1: before, x2: after, y1: 8, y2: 8, stroke: "#1d3b57", "stroke-width": 2 }),
      shape("path", { d: drawing.shapes.mark("circle", 48), transform: at(before), fill: "#fff", stroke: "#1d3b57", "stroke-width": 1.5 }),
      shape("path", { d: drawing.shapes.mark("circle", 48), transform: at(after), fill: "#1d3b57" }),
    );
  };
  const move = ({ grades }: Compared): string => (grades === undefined || grades === 0 ? "" : grades > 0 ? "↑ " : "↓ ");
  const lines = shown.map((one) => {
    const now = rows.get(one.number);
    if (now === undefined) return row([]);
    const other = one.before.framework !== now.framework || one.before.version !== now.version;
    const cells: readonly Cell[] = [
      middle(String(now.number)),
      rowHead(now.name, other ? small(tell("frameworkOther", lang)) : undefined),
      number(one.before.points ?? "—"),
      number(now.points ?? "—"),
      number(one.difference ?? tell("notComparable", lang)),
      middle(`${move(one)}${one.before.grade ?? "—"} → ${now.grade ?? "—"}`),
      cell(one.difference === undefined ? "" : dots(one, now)),
    ];
    return row(cells);
  });
  const columns = [
    { title: say("order", lang), width: 6 },
    { title: say("subject", lang), width: 28 },
    { title: tell("lastYear", lang), width: 9 },
    { title: tell("thisYear", lang), width: 9 },
    { title: tell("change", lang), width: 9 },
    { title: WORDS.grade[w], width: 12 },
    { title: tell("dots", lang), width: 27 },
  ];
  return table(columns, lines, { broad: true });
}
