// 图: the parts that charts are drawn with. Fills differ by pattern as well as by grey, so that a copy shows them too.
import { type Content, element, type Markup } from "../text/markup.ts";
import { cellsOf } from "../text/width.ts";

/** The size of letters in a chart, in its own units; a chart is as many units wide as a page of A4 has points of print. */
export const LETTER = 12;
export const LINE = 16;
export const PAGE_WIDTH = 700;
export const PHONE_WIDTH = 340;

/** A place, to two decimals. */
export const place = (value: number): string => String(Math.round(value * 100) / 100 + 0);
export const figureOf = (text: string): number => Number(text.replace("…", ""));

type Attributes = Readonly<Record<string, string | number | undefined>>;
const places = (attributes: Attributes): Attributes => Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, typeof value === "number" ? place(value) : value]));

export const shape = (name: string, attributes: Attributes, ...content: readonly Content[]): Markup => element(name, places(attributes), ...content);

/**
 * A chart with a name that is read aloud; what it shows also stands in a table or in its labels. A wide one scrolls in
 * its box on a phone, unless a narrow one takes its place there.
 */
export function chart(title: string, width: number, height: number, look: Look | undefined, ...content: readonly Content[]): Markup {
  const size = { viewBox: `0 0 ${place(width)} ${place(height)}`, width: place(width), height: place(height) };
  return element("div", { class: look === undefined ? "scroll" : `scroll ${look}`, tabindex: "0" }, element("svg", { ...size, class: "chart", role: "img", "aria-label": title }, element("title", {}, title), content));
}

export type Look = "wide" | "narrow";
/** A chart drawn twice: for paper and screens, and for a phone. */
export const drawnTwice = (draw: (width: number, look: Look) => Markup | undefined): readonly (Markup | undefined)[] => [draw(PAGE_WIDTH, "wide"), draw(PHONE_WIDTH, "narrow")];

/** A small drawing in a row of a table, whose figures stand beside it. */
export const inset = (width: number, height: number, ...content: readonly Content[]): Markup =>
  element("svg", { viewBox: `0 0 ${place(width)} ${place(height)}`, width: place(width), height: place(height), class: "inset", "aria-hidden": "true" }, content);

export type Anchor = "start" | "middle" | "end";

/** One line of text whose middle is at `y`. */
export const label = (text: string, x: number, y: number, anchor: Anchor = "start", look?: string): Markup =>
  shape("text", { x, y: y + LETTER * 0.36, "text-anchor": anchor === "start" ? undefined : anchor, class: look }, drawn(text));

// Line ends, and marks that turn the direction of writing or take no room: a chart has its own lines, and one direction.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const TURNING = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const drawn = (text: string): string => text.replace(TURNING, "").replace(UNSEEN, " ");

/** Lines of text around the middle `y`. */
export const labels = (lines: readonly string[], x: number, y: number, anchor: Anchor = "start", look?: string): readonly Markup[] =>
  lines.map((line, index) => label(line, x, y + (index - (lines.length - 1) / 2) * LINE, anchor, look));

/**
 * How wide a text is drawn at most: what is not ASCII takes a square (also “ and … in Chinese fonts, and each part of an
 * emoji that the font cannot join), the rest hardly more than this; marks stand on what is before them.
 */
const NARROW = 0.6;
const widthOf = ({ text }: { readonly text: string }): number => [...text].reduce((sum, one) => sum + (/[ -~]/.test(one) ? LETTER * NARROW : /\p{M}/u.test(one) ? 0 : LETTER), 0);
export const textWidth = (text: string): number => cellsOf(drawn(text)).reduce((sum, one) => sum + widthOf(one), 0);

const CLOSING = /^[，。、；：！？）》〉」』】〕”’％%,.;:!?)\]}]/u;

/** The lines of a text that fit into a width; closing punctuation does not begin a line. */
export function linesIn(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: { readonly text: string; readonly width: number }[] = [];
  let taken = 0;
  for (const one of cellsOf(drawn(text))) {
    const own = widthOf(one);
    if (taken + own > width && line.length > 0) {
      const last = line[line.length - 1];
      const carried = CLOSING.test(one.text) && line.length > 1 && last !== undefined ? [last] : [];
      lines.push(line.slice(0, line.length - carried.length).map((each) => each.text).join(""));
      line = carried;
      taken = carried.reduce((sum, each) => sum + widthOf(each), 0);
    }
    line.push(one);
    taken += own;
  }
  return [...lines, line.map((each) => each.text).join("")];
}

// ---- fills: one after the other from the best grade to the worst -----------------------------------------------

const INK = "#1d3b57";
export const GRADE_FILLS = ["grade-1", "grade-2", "grade-3", "grade-4", "grade-5"] as const;
export const gradeFill = (index: number): string => `url(#${GRADE_FILLS[Math.max(0, index) % GRADE_FILLS.length] ?? "grade-1"})`;

const pattern = (id: string, paper: string, ...content: readonly Markup[]): Markup =>
  element("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, element("rect", { width: 6, height: 6, fill: paper }), content);
const stroke = (d: string): Markup => element("path", { d, stroke: INK, "stroke-width": 1.2, fill: "none" });

/** The patterns that every chart of a page refers to. */
export const fills = (): Markup =>
  element(
    "svg",
    { width: 0, height: 0, class: "fills", "aria-hidden": "true" },
    element(
      "defs",
      {},
      pattern("grade-1", INK),
      pattern("grade-2", "#9db4c8", stroke("M-1 1L1 -1M0 6L6 0M5 7L7 5")),
      pattern("grade-3", "#fff", stroke("M0 3H6")),
      pattern("grade-4", "#fff", element("circle", { cx: 3, cy: 3, r: 1.1, fill: INK })),
      pattern("grade-5", "#fff", stroke("M3 0V6")),
      pattern("lost", "#fff", stroke("M-1 5L1 7M0 0L6 6M5 -1L7 1")),
    ),
  );

/** A sample of a fill for a legend. */
export const sample = (fill: string): Markup => inset(18, 12, shape("rect", { x: 0.5, y: 0.5, width: 17, height: 11, fill, stroke: INK }));
