// 总分分布: bars by total, each made of its grades, with the grades' lower bounds across.
import { element, type Markup } from "../text/markup.ts";
import type { BatchGroup } from "./figures/types.ts";
import type { Context } from "./context.ts";
import { note } from "./context.ts";
import { chart, drawnTwice, figureOf, gradeFill, label, type Look, sample, shape, textWidth } from "./svg.ts";
import { tell } from "./batch-words.ts";

const HEIGHT = 170;
const TOP = 34;
const EDGE = 24;

export function histogram(group: BatchGroup, context: Context): Markup {
  const { lang } = context;
  const legend = element("p", { class: "legend note" }, group.grades.map(({ name }, index) => element("span", {}, sample(gradeFill(index)), ` ${name} ${group.all.grades[index] ?? 0}`)));
  return element("div", {}, drawnTwice((width, look) => draw(group, width, look, context)), legend, note(tell("distributionNote", lang)));
}

function draw({ distribution, grades }: BatchGroup, width: number, look: Look, { lang, drawing }: Context): Markup | undefined {
  const [first, last] = [distribution[0], distribution[distribution.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [figureOf(first.from), figureOf(last.to)];
  const right = width - EDGE;
  const x = drawing.scales.linear([from, to], [EDGE, right]);
  const sums = distribution.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0));
  const y = drawing.scales.linear([0, Math.max(1, ...sums)], [TOP + HEIGHT, TOP + 18]);
  const stacks = drawing.shapes.stack(distribution.map((bin) => bin.counts));
  const bars = distribution.map((bin, at) => {
    const [start, end] = [x(figureOf(bin.from)) + 1.5, x(figureOf(bin.to)) - 1.5];
    const parts = (stacks[at] ?? []).flatMap(([low, high], index) => (high > low ? [shape("rect", { x: start, y: y(high), width: end - start, height: y(low) - y(high), fill: gradeFill(index), stroke: "#1d3b57" })] : []));
    const sum = sums[at] ?? 0;
    return [parts, sum > 0 ? label(String(sum), (start + end) / 2, y(sum) - 9, "middle", "strong") : undefined];
  });
  // Where bars are narrow, only some bounds have their figure; the first and the last always do.
  const edges = [...distribution.map((bin) => bin.from), last.to];
  const step = Math.ceil((Math.max(...edges.map(textWidth)) + 6) / ((right - EDGE) / distribution.length));
  const isNamed = (index: number): boolean => index === edges.length - 1 || (index % step === 0 && edges.length - 1 - index >= step);
  const ticks = edges.map((edge, index) => [shape("line", { x1: x(figureOf(edge)), x2: x(figureOf(edge)), y1: TOP + HEIGHT, y2: TOP + HEIGHT + 4, stroke: "#000" }), isNamed(index) ? label(edge, x(figureOf(edge)), TOP + HEIGHT + 13, "middle", "small") : undefined]);
  let free = -Infinity;
  const bounds = [...grades].reverse().flatMap(({ name, from: bound }) => {
    const at = figureOf(bound);
    if (at <= from || at >= to) return [];
    const words = `${name} ≥ ${bound}`;
    // Labels of close bounds stand one above the other.
    const high = x(at) < free ? 22 : 8;
    free = x(at) + textWidth(words) + 8;
    return [shape("line", { x1: x(at), x2: x(at), y1: high - 6, y2: TOP + HEIGHT, stroke: "#000", "stroke-dasharray": "4 3" }), label(words, x(at) + 4 + textWidth(words) > width ? x(at) - 4 : x(at) + 4, high, x(at) + 4 + textWidth(words) > width ? "end" : "start", "small")];
  });
  const base = shape("line", { x1: EDGE, x2: right, y1: TOP + HEIGHT, y2: TOP + HEIGHT, stroke: "#000" });
  return chart(tell("distribution", lang), width, TOP + HEIGHT + 24, look, bars, ticks, base, bounds);
}
