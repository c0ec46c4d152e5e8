// 失分情况: the way from full marks to the total, and every loss from the greatest to the least.
import { element, type Markup } from "../text/markup.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { descending, figure, sumText, times, wholeSteps } from "./figures/sums.ts";
import { compare, divide, exact, ONE, toPlainText, ZERO } from "../numbers/number.ts";
import { key, WORDS } from "../wording/words.ts";
import { cell, type Context, middle, note, number, row, rowHead, section, small, table } from "./context.ts";
import { type Loss, lossesBelow, type ScoreNode, type Stage, stagesOf } from "./nodes.ts";
import { chart, drawnTwice, figureOf, inset, label, labels, LINE, linesIn, type Look, shape, textWidth } from "./svg.ts";
import { say } from "./words.ts";

export function losses(card: Scorecard, nodes: readonly ScoreNode[], context: Context): Markup {
  const { lang } = context;
  const lost = nodes.flatMap((node) => lossesBelow(node)).sort((a, b) => descending(a.lost, b.lost));
  const stages = stagesOf(card);
  const parts = [
    stages === undefined || stages.length === 0 ? undefined : drawnTwice((width, look) => waterfall(stages, card, width, look, context)),
    stages === undefined || stages.length === 0 || stages.length > MOST_STAGES ? undefined : note(say("axisNote", lang)),
    stages?.some((one) => one.kind === "other") ? note(say("otherNote", lang)) : undefined,
    card.total.points === undefined ? note(say("openLosses", lang)) : undefined,
    lost.length === 0 ? (card.total.points === undefined ? undefined : note(say("noBars", lang))) : bars(lost, context),
  ];
  return section("losses", context, parts);
}

const BAR = 22;
const GAP = 0.35;
const TWENTY = exact("20");
/** Room for names at the left, and for the figure at the end of a bar. */
const NAMES: Readonly<Record<Look, number>> = { wide: 170, narrow: 92 };
const FIGURE = 70;
/** Beyond so many bars the table below says it better. */
const MOST_STAGES = 14;

function waterfall(stages: readonly Stage[], card: Scorecard, width: number, look: Look, { lang, drawing }: Context): Markup | undefined {
  const left = NAMES[look];
  const w = key(lang);
  const { full, points = "0" } = card.total;
  if (stages.length > MOST_STAGES) return undefined;
  const names = stages.map(({ name }) => linesIn(name ?? say("other", lang), left - 14));
  const step = Math.max(BAR / (1 - GAP), ...names.map((lines) => lines.length * LINE + 4));
  const height = (stages.length + 2) * step;
  const bands = drawing.scales.bands(stages.length + 2, [0, height], GAP);
  const sorted = [...stages.flatMap(({ from, to }) => [from, to])].sort(descending);
  const least = axisStart(sorted[sorted.length - 1] ?? "0", full);
  const x = drawing.scales.linear([figureOf(least), figureOf(sorted[0] ?? full)], [left, width - FIGURE]);
  const row = (index: number): number => bands.at(index) + bands.width / 2;
  const last = stages.length + 1;
  const line = (value: string, from: number, to: number): Markup => shape("line", { x1: x(figureOf(value)), x2: x(figureOf(value)), y1: row(from), y2: row(to), stroke: "#000", "stroke-width": 0.8, "stroke-dasharray": "2 2" });
  const whole = (value: string, name: string, index: number): readonly Markup[] => [
    label(name, left - 10, row(index), "end", "strong"),
    shape("rect", { x: left, y: bands.at(index), width: x(figureOf(value)) - left, height: bands.width, fill: "url(#grade-1)" }),
    label(value, x(figureOf(value)) + 6, row(index), "start", "strong"),
  ];
  const steps = stages.map(({ name, kind, change, from, to }, at) => {
    const [start, end] = [Math.min(figureOf(from), figureOf(to)), Math.max(figureOf(from), figureOf(to))].map(x) as [number, number];
    const right = end + 6 + textWidth(change) < width;
    return [
      labels(names[at] ?? [name ?? ""], left - 10, row(at + 1), "end"),
      line(from, at, at + 1),
      shape("rect", { x: start, y: bands.at(at + 1), width: Math.max(1, end - start), height: bands.width, fill: kind === "lost" ? "url(#lost)" : "url(#grade-2)", stroke: "#1d3b57" }),
      right ? label(change, end + 6, row(at + 1)) : label(change, start - 6, row(at + 1), "end"),
    ];
  });
  const axis = [shape("line", { x1: left, x2: left, y1: 0, y2: height + 4, stroke: "#000" }), label(least, left, height + 12, "middle", "small")];
  return chart(say("lossTitle", lang), width, height + 22, look, whole(full, say("fullMarks", lang), 0), steps, line(points, stages.length, last), whole(points, WORDS.total[w], last), axis);
}

/** The axis begins below the lowest figure, at a whole twentieth of full marks, so that small losses can be seen. */
function axisStart(least: string, full: string): string {
  const step = divide(exact(full), TWENTY) ?? ONE;
  const below = wholeSteps(compare(figure(least), ZERO) < 0 ? ZERO : figure(least), step);
  const start = times(step, below);
  return toPlainText(compare(start, figure(least)) < 0 || below === 0n ? start : times(step, below - 1n)) ?? "0";
}

const BAR_WIDTH = 150;

function bars(lost: readonly Loss[], { lang, drawing }: Context): Markup {
  const w = key(lang);
  const x = drawing.scales.linear([0, figureOf(lost[0]?.lost ?? "1")], [0, BAR_WIDTH - 2]);
  const rows = lost.map(({ names, weight, points, lost: value }, index) =>
    row([
      middle(String(index + 1)),
      rowHead(names[names.length - 1] ?? "", names.length > 1 ? small(names.slice(0, -1).join(" / ")) : undefined),
      number(weight),
      number(points),
      number(value),
      cell(inset(BAR_WIDTH, 14, shape("rect", { x: 0.5, y: 1, width: Math.max(1, x(figureOf(value))), height: 12, fill: "url(#lost)", stroke: "#1d3b57" }))),
    ]),
  );
  const sum = row([middle(""), rowHead(say("sum", lang)), number(""), number(""), number(sumText(lost.map((one) => one.lost))), cell("")], "sum");
  const columns = [
    { title: say("order", lang), width: 7 },
    { title: say("indicator", lang), width: 39 },
    { title: WORDS.weight[w], width: 9 },
    { title: WORDS.points[w], width: 9 },
    { title: WORDS.lost[w], width: 10 },
    { title: say("lossShare", lang), width: 26 },
  ];
  return element("div", {}, element("h3", {}, say("byLoss", lang)), table(columns, [...rows, sum]));
}
