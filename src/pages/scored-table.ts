// 评分表: the scorecard in the layout of the official table — merged level cells, target, actual, weight, points and the
// reason of a deviation.
import type { Markup } from "../text/markup.ts";
import type { IndicatorScore, Scorecard } from "../types/scorecard-types.ts";
import { displayWidth } from "../text/width.ts";
import { totalCell } from "../wording/table.ts";
import { key, STATES, WORDS } from "../wording/words.ts";
import { type Cell, cell, type Column, type Context, headCell, middle, note, number, row, section, small, table } from "./context.ts";
import { isInMoney } from "./money.ts";
import { type GroupNode, isBonus, type ScoreNode } from "./nodes.ts";
import { bracketed, say } from "./words.ts";

export function scoredTable(card: Scorecard, nodes: readonly ScoreNode[], context: Context): Markup {
  const { lang } = context;
  const w = key(lang);
  const shown = nodes.filter((node) => node.type === "group" || !isInMoney(node.one));
  const columns: readonly Column[] = [
    { title: WORDS.level1[w], width: 11.5 },
    { title: WORDS.level2[w], width: 13.5 },
    { title: WORDS.level3[w], width: 19 },
    { title: WORDS.target[w], width: 11 },
    { title: WORDS.actual[w], width: 14 },
    { title: WORDS.weight[w], width: 7 },
    { title: WORDS.points[w], width: 8 },
    { title: say("reason", lang), width: 16 },
  ];
  const unpublished = new Set(card.unpublished.map((one) => one.indicator));
  const rows = shown.flatMap((node) => runsOf(node, 0, []).flat().map((line) => row([...line.heads.map((head) => mergedCell(head, context)), nameCell(line, unpublished), ...valueCells(line.one, context)])));
  const grade = card.rejected ? WORDS.rejected[w] : (card.grade ?? (card.possibleGrades.length > 0 ? `${say("possible", lang)} ${card.possibleGrades.join(" / ")}` : ""));
  const sum = row([headCell({ scope: "row", colspan: 5, class: "middle" }, WORDS.total[w]), number(card.total.full), number(totalCell(card)), middle(grade)], "sum");
  const marks = [card.indicators.some((one) => one.judged) ? say("judgedMark", lang) : "", unpublished.size > 0 ? say("unpublishedMark", lang) : "", shown.length < nodes.length ? say("inMoney", lang) : ""].filter((one) => one !== "");
  return section("table", context, table(columns, [...rows, sum], { broad: true }), marks.length === 0 ? undefined : note(marks.join("　")));
}

interface Head {
  readonly node: GroupNode;
  readonly lines: number;
  /** the same group goes on after a possible end of the page */
  readonly continued: boolean;
}
interface Line {
  /** the merged cells that begin here */
  readonly heads: readonly Head[];
  /** how many columns groups take */
  readonly taken: number;
  /** names of groups below those with a cell of their own */
  readonly inner: readonly string[];
  readonly one: IndicatorScore;
}

const LEVELS = 2;
/**
 * A merged cell that fits a page is never cut by it, so that a high one leaves half a page empty. It ends after so many
 * lines of text and begins anew, and every page says what it goes on with.
 */
const MOST_TEXT = 15;
/** Columns of print that fit a line of the name, the actual value, the reason. */
const FIT = { name: 18, actual: 14, reason: 15 } as const;

/** About how many lines of text a line of the table takes. */
function textLines({ one, inner }: Line): number {
  const lines = (text: string, width: number): number => Math.ceil(displayWidth(text) / width);
  return Math.max(1, lines([...inner, one.name].join(" / "), FIT.name), lines(one.actual ?? "", FIT.actual), lines(one.explanation ?? "", FIT.reason));
}
const allLines = (run: readonly Line[]): number => run.reduce((sum, line) => sum + textLines(line), 0);

/** Runs of lines that belong together; none is longer than a merged cell may be. */
function runsOf(node: ScoreNode, level: number, inner: readonly string[]): readonly (readonly Line[])[] {
  if (node.type === "leaf") return [[{ heads: [], taken: Math.min(level, LEVELS), inner, one: node.one }]];
  const below = node.children.flatMap((child) => runsOf(child, level + 1, level < LEVELS ? [] : [...inner, node.group.name]));
  if (level >= LEVELS) return below;
  const runs: Line[][] = [];
  for (const run of below) {
    const last = runs[runs.length - 1];
    if (last === undefined || allLines(last) + allLines(run) > MOST_TEXT) runs.push([...run]);
    else last.push(...run);
  }
  return runs.map((run, at) => run.map((line, index) => (index > 0 ? line : { ...line, heads: [{ node, lines: run.length, continued: at > 0 }, ...line.heads] })));
}

function mergedCell({ node, lines, continued }: Head, { lang }: Context): Cell {
  if (continued) return headCell({ scope: "rowgroup", rowspan: lines, class: "again" }, node.group.name, small(bracketed(say("continued", lang), lang).trim()));
  const { name, weight, combine, points, range, notApplicable } = node.group;
  const w = key(lang);
  const worth = isBonus(node) ? `${say("bonus", lang)}${combine?.cap === undefined ? "" : `${lang === "en" ? ", " : "，"}${say("atMost", lang)} ${combine.cap}`}` : weight;
  const got = notApplicable ? STATES["not-applicable"][w] : points === undefined ? (range === undefined ? "" : `${say("got", lang)} ${range.min}–${range.max}`) : `${say("got", lang)} ${points}`;
  const how = combine === undefined || isBonus(node) ? "" : combine.title[w];
  return headCell({ scope: "rowgroup", rowspan: lines }, name, small(bracketed(lang === "en" ? worth : `${worth} 分`, lang).trim()), how === "" ? undefined : small(how), got === "" ? undefined : small(got));
}

function nameCell({ one, taken, inner }: Line, unpublished: ReadonlySet<string>): Cell {
  const marks = `${one.judged ? " ◇" : ""}${unpublished.has(one.id) ? " ※" : ""}`;
  return headCell({ scope: "row", colspan: LEVELS + 1 - taken === 1 ? undefined : LEVELS + 1 - taken }, `${[...inner, one.name].join(" / ")}${marks}`);
}

function valueCells(one: IndicatorScore, { lang }: Context): readonly Cell[] {
  const w = key(lang);
  const state = one.state === "scored" ? undefined : STATES[one.state][w];
  const weight = one.effectiveWeight === undefined ? number(one.weight) : number(one.effectiveWeight, small(bracketed(`${say("originally", lang)} ${one.weight}`, lang).trim()));
  return [cell(one.target ?? ""), cell(one.actual ?? state ?? ""), weight, one.points === undefined ? middle(state) : number(one.points), cell(one.explanation ?? "")];
}
