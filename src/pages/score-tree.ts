// 得分构成: total, groups and indicators as a tree. A tree that is higher than a page goes on in another drawing.
import type { Markup } from "../text/markup.ts";
import type { IndicatorScore, Scorecard } from "../types/scorecard-types.ts";
import { key, STATES, WORDS } from "../wording/words.ts";
import { type Context, note, section } from "./context.ts";
import { isBonus, leavesBelow, type ScoreNode, weightOf } from "./nodes.ts";
import { chart, figureOf, labels, LETTER, LINE, linesIn, PAGE_WIDTH, place, shape, textWidth } from "./svg.ts";
import { bracketed, say } from "./words.ts";

/** A node of the drawing: its text, and how thick the line to it is. */
interface Item {
  readonly text: readonly string[];
  /** the figures below it: one line, or the two ends of a range */
  readonly value: readonly string[];
  readonly weight: number;
  readonly leaf: IndicatorScore | undefined;
  readonly below: readonly Item[];
}

const BOX = 92;
const COLUMN = 106;
const BAR = 70;
const FIGURES = 76;
const HIGHEST = 860;

export function scoreTree(card: Scorecard, nodes: readonly ScoreNode[], context: Context): Markup {
  const { lang } = context;
  const depth = Math.max(1, ...card.indicators.map((one) => Math.min(one.groups.length + 1, 4)));
  const left = COLUMN * depth;
  const nameWidth = PAGE_WIDTH - left - BAR - FIGURES - 14;
  const items = nodes.map((node) => itemOf(node, nameWidth, context));
  const root = (below: readonly Item[]): Item => ({ text: [WORDS.total[key(lang)]], value: figuresOf(card.total, "", card.total.full), weight: 1, leaf: undefined, below });
  const full = Math.max(1, ...card.indicators.map((one) => figureOf(weightOf(one))));
  const parts = pages(items);
  const drawings = parts.map((part, index) => {
    const title = `${say("treeTitle", lang)}${index === 0 ? "" : bracketed(say("continued", lang), lang)}`;
    return draw(title, root(part), left, nameWidth, full, context);
  });
  return section("tree", context, note(say("treeNote", lang)), drawings);
}

function itemOf(node: ScoreNode, nameWidth: number, context: Context): Item {
  const { lang } = context;
  const w = key(lang);
  if (node.type === "leaf") {
    const { one } = node;
    const weight = weightOf(one);
    const none = one.points === undefined || (one.state === "not-applicable" && !/[1-9]/.test(one.points));
    return { text: linesIn(one.name, nameWidth), value: [`${none ? STATES[one.state][w] : one.points}/${weight}`], weight: figureOf(weight), leaf: one, below: [] };
  }
  const { group, children } = node;
  const worth = isBonus(node) ? (group.combine?.cap ?? "") : group.weight;
  const value = group.notApplicable ? [`${STATES["not-applicable"][w]}/${worth}`] : figuresOf(group, isBonus(node) ? "+" : "", worth);
  return { text: linesIn(group.name, BOX - 6), value, weight: Math.max(...leavesBelow(node).map((one) => figureOf(weightOf(one)))), leaf: undefined, below: children.map((one) => itemOf(one, nameWidth, context)) };
}

function figuresOf({ points, range }: { readonly points?: string; readonly range?: { readonly min: string; readonly max: string } }, before: string, worth: string): readonly string[] {
  if (points !== undefined) return [`${before}${points}/${worth}`];
  return range === undefined ? [`—/${worth}`] : [`${before}${range.min}–`, `${range.max}/${worth}`];
}

/** What one node needs of height: a leaf its lines, a group its box or what is below it. */
const ownHeight = (item: Item): number => (item.leaf === undefined ? (item.text.length + item.value.length) * LINE + 8 : Math.max(24, item.text.length * LINE + 6));
const heightOf = (item: Item): number => (item.leaf === undefined ? Math.max(ownHeight(item), sumOf(item.below)) : ownHeight(item));
const sumOf = (items: readonly Item[]): number => items.reduce((sum, one) => sum + heightOf(one), 0);

/** Nodes of level 1 by drawing: as many as fit a page. One that would not fit a page of its own is cut between what is below it. */
function pages(items: readonly Item[]): readonly (readonly Item[])[] {
  const [now, later] = split(items, HIGHEST);
  return later.length === 0 ? [now] : [now, ...pages(later)];
}

function split(items: readonly Item[], room: number): readonly [now: readonly Item[], later: readonly Item[]] {
  let left = room;
  const fitting = items.findIndex((item) => (left -= heightOf(item)) < 0);
  if (fitting < 0) return [items, []];
  const [whole, [first, ...rest]] = [items.slice(0, fitting), items.slice(fitting)] as [Item[], [Item, ...Item[]]];
  const [part, remainder] = heightOf(first) <= HIGHEST || first.leaf !== undefined ? [[], []] : split(first.below, room - sumOf(whole));
  if (part.length > 0) return [[...whole, { ...first, below: part }], [{ ...first, below: remainder }, ...rest]];
  // A leaf that is higher than a page stands alone.
  return whole.length > 0 || room < HIGHEST ? [whole, [first, ...rest]] : [[first], rest];
}

function draw(title: string, root: Item, left: number, nameWidth: number, full: number, { drawing }: Context): Markup {
  // A group whose box is higher than its leaves gives each of them a share of the room.
  const room = new Map<Item, number>();
  const give = (item: Item, height: number): void => {
    if (item.leaf !== undefined) room.set(item, height);
    const own = sumOf(item.below);
    for (const one of item.below) give(one, heightOf(one) + ((height - own) * heightOf(one)) / own);
  };
  give(root, Math.max(ownHeight(root), sumOf(root.below)));
  const placed = drawing.trees.cluster(root, (one) => one.below, (leaf) => room.get(leaf) ?? heightOf(leaf));
  // From the uppermost to the lowest, whatever their depth.
  const leaves = placed.filter((one) => one.leaf).sort((a, b) => a.across - b.across);
  const top = (room.get(leaves[0]?.data as Item) ?? LINE) / 2;
  const height = top + Math.max(...placed.map((one) => one.across)) + (room.get(leaves[leaves.length - 1]?.data as Item) ?? LINE) / 2;
  const at = new Map(placed.map((one) => [one.data, one]));
  const y = (item: Item): number => top + (at.get(item)?.across ?? 0);
  const x = (item: Item): number => (item.leaf === undefined ? COLUMN * (at.get(item)?.depth ?? 0) : left);
  const thick = drawing.scales.linear([0, full], [0.8, 5]);
  // A line to a leaf bends within the next column and then runs level, so that it passes no box.
  const way = (parent: Item, item: Item): string => `${drawing.shapes.link([x(parent) + BOX, y(parent)], [Math.min(x(item), COLUMN * (at.get(item)?.depth ?? 0)), y(item)])}H${place(x(item))}`;
  const links = placed.flatMap(({ data, parent }) => (parent === undefined ? [] : [shape("path", { d: way(parent, data), fill: "none", stroke: "#7f9bb3", "stroke-width": thick(Math.min(full, data.weight)) })]));
  const boxes = placed.filter(({ data }) => data.leaf === undefined).map(({ data }) => box(data, x(data), y(data)));
  return chart(title, PAGE_WIDTH, height, undefined, links, boxes, leaves.map(({ data }) => (data.leaf === undefined ? undefined : leafLine(data, data.leaf, left, y(data), nameWidth, drawing))));
}

function box(item: Item, x: number, y: number): readonly Markup[] {
  const height = (item.text.length + item.value.length) * LINE + 4;
  return [
    shape("rect", { x: x + 0.5, y: y - height / 2, width: BOX - 1, height, fill: "#fff", stroke: "#1d3b57" }),
    ...labels(item.text, x + BOX / 2, y - (item.value.length * LINE) / 2, "middle"),
    ...labels(item.value, x + BOX / 2, y + (item.text.length * LINE) / 2, "middle", "strong"),
  ];
}

function leafLine(item: Item, one: IndicatorScore, x: number, y: number, nameWidth: number, drawing: Context["drawing"]): readonly Markup[] {
  const weight = figureOf(weightOf(one));
  const share = drawing.scales.linear([0, weight === 0 ? 1 : weight], [0, BAR]);
  const start = x + 6 + nameWidth;
  const reached = one.points === undefined ? 0 : Math.max(0, Math.min(BAR, share(figureOf(one.points))));
  const whole = shape("rect", { x: start, y: y - LETTER / 2, width: BAR, height: LETTER, fill: one.lost === undefined ? "#fff" : "url(#lost)", stroke: "#1d3b57", "stroke-dasharray": one.lost === undefined ? "3 3" : undefined });
  const filled = reached > 0 ? [shape("rect", { x: start, y: y - LETTER / 2, width: reached, height: LETTER, fill: "url(#grade-1)" })] : [];
  // Dots lead from a short name to its bar.
  const [name = "", ...more] = item.text;
  const from = x + 10 + textWidth(name);
  const leader = more.length > 0 || start - from < 16 ? [] : [shape("line", { x1: from, x2: start - 6, y1: y + 4, y2: y + 4, stroke: "#888", "stroke-dasharray": "1 4" })];
  return [...labels(item.text, x + 4, y), ...leader, whole, ...filled, ...labels(item.value, PAGE_WIDTH, y, "end")];
}
