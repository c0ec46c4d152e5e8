// What every part of a page is written with: the language, the drawing, and short forms for what occurs often.
import { type Content, element, type Markup } from "../text/markup.ts";
import type { Label, Language } from "../types/types.ts";
import { key } from "../wording/words.ts";
import type { Drawing } from "./drawing.ts";
import { type PageWord, say } from "./words.ts";

export interface Context {
  readonly lang: Language;
  readonly drawing: Drawing;
}

export const words = (label: Label, { lang }: Context): string => label[key(lang)];

export const section = (heading: PageWord, { lang }: Context, ...content: readonly Content[]): Markup => element("section", {}, element("h2", {}, say(heading, lang)), content);

/** A cell of a table, and how many columns it takes: text, a figure that is set to the right, anything in the middle, the head of a row. */
export interface Cell {
  readonly head: boolean;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content: Content;
}
export const cell = (...content: readonly Content[]): Cell => ({ head: false, attributes: {}, content });
export const styled = (look: string, ...content: readonly Content[]): Cell => ({ head: false, attributes: { class: look }, content });
export const number = (...content: readonly Content[]): Cell => styled("number", content);
export const middle = (...content: readonly Content[]): Cell => styled("middle", content);
export const headCell = (attributes: Cell["attributes"], ...content: readonly Content[]): Cell => ({ head: true, attributes, content });
export const rowHead = (...content: readonly Content[]): Cell => headCell({ scope: "row" }, content);

export interface Row {
  readonly cells: readonly Cell[];
  readonly look: string | undefined;
}
export const row = (cells: readonly Cell[], look?: string): Row => ({ cells, look });

export interface Column {
  readonly title: string;
  /** below the title, smaller: the unit of its figures */
  readonly unit?: string | undefined;
  /** in percent of the table */
  readonly width: number;
}

export interface TableOptions {
  readonly caption?: Content;
  readonly look?: string;
  /** needs more room on a screen before it scrolls */
  readonly broad?: boolean;
}

/**
 * A table whose head repeats on every page and whose rows are never split; it scrolls in its box where it is too wide.
 * On a phone every row stands as a card of its own, and its cells say which column they are of.
 */
export function table(columns: readonly Column[], rows: readonly Row[], { caption, look, broad = false }: TableOptions = {}): Markup {
  const classes = [look ?? "cards", broad ? "broad" : undefined].filter((one) => one !== undefined).join(" ");
  return element(
    "div",
    { class: "scroll", tabindex: "0" },
    element(
      "table",
      { class: classes },
      caption === undefined ? undefined : element("caption", {}, caption),
      element("colgroup", {}, columns.map(({ width }) => element("col", { style: `width:${width}%` }))),
      element("thead", {}, element("tr", {}, columns.map(({ title, unit }) => element("th", { scope: "col" }, title, unit === undefined ? undefined : small(unit))))),
      element("tbody", {}, rows.map((one) => rowOf(one, columns))),
    ),
  );
}

/** Merged cells that began above leave gaps at the left, so columns are counted from the right. */
function rowOf({ cells, look }: Row, columns: readonly Column[]): Markup {
  let column = columns.length;
  const written = [...cells].reverse().map(({ head, attributes, content }) => {
    column -= Number(attributes["colspan"] ?? 1);
    return head ? element("th", attributes, content) : element("td", { ...attributes, "data-of": columns[column]?.title }, content);
  });
  return element("tr", { class: look }, written.reverse());
}

export const note = (...content: readonly Content[]): Markup => element("p", { class: "note" }, content);
export const small = (...content: readonly Content[]): Markup => element("small", {}, content);
