// 热力图: indicators × evaluations. The figures stand in the cells; shades only help the eye.
import { type Content, element, type Markup } from "../text/markup.ts";
import type { HeatCell, HeatCounts, HeatMap, HeatRow } from "./figures/types.ts";
import { HEAT_BANDS } from "./figures/heat.ts";
import { type Context, note, small } from "./context.ts";
import { say } from "./words.ts";
import { type BatchWord, tell } from "./batch-words.ts";

/** Columns of evaluations in one table; more go on in another. */
const UPRIGHT = 16;
const ACROSS = 30;
const NAME = 24;
const WIDEST = 5;

/** One map per framework that several evaluations share; what one alone has lost its own report tells. */
export function heatSection(maps: readonly HeatMap[], context: Context): Markup | undefined {
  const { lang } = context;
  const several = maps.filter((map) => map.columns.length > 1);
  if (several.length === 0) return undefined;
  const each = several.some((map) => map.cells !== undefined);
  const notes = [
    ...(several.length < maps.length ? [tell("heatSeveral", lang)] : []),
    ...(each ? [tell("heatNote", lang)] : []),
    ...(several.some((map) => map.cells === undefined) ? [tell("heatMany", lang)] : []),
    ...(several.some((map) => map.rows.some((one) => one.own)) ? [tell("ownNote", lang)] : []),
  ];
  const across = several.some((map) => map.cells !== undefined && map.columns.length > UPRIGHT);
  return element(
    "section",
    across ? { class: "across" } : {},
    element("h2", {}, tell("heat", lang)),
    notes.map((text) => note(text)),
    each ? note(legend(), tell("heatStates", lang)) : undefined,
    several.map((map) => (map.cells === undefined ? [heading(map), counted(map, context)] : shown(map, map.cells, context))),
  );
}

const heading = ({ framework: { title, id, version } }: HeatMap): Markup => element("h3", {}, `${title} ${id} ${version}`);

function shown(map: HeatMap, cells: readonly (readonly HeatCell[])[], context: Context): readonly Content[] {
  const size = map.columns.length <= UPRIGHT ? UPRIGHT : ACROSS;
  const blocks = Array.from({ length: Math.ceil(map.columns.length / size) }, (_, at) => at * size);
  return blocks.map((start) => {
    const numbers = map.columns.slice(start, start + size);
    const body = map.rows.map((one, at) => element("tr", {}, nameCell(one, context), (cells[at] ?? []).slice(start, start + size).map((cell) => cellOf(cell, context))));
    return heatTable(start === 0 ? heading(map) : undefined, numbers.map(String), body, context);
  });
}

function heatTable(above: Markup | undefined, titles: readonly string[], body: readonly Markup[], { lang }: Context): Markup {
  const width = Math.min(WIDEST, (100 - NAME) / titles.length);
  return element(
    "div",
    {},
    above,
    element("div", { class: "scroll", tabindex: "0" }, element(
      "table",
      { class: "heat", style: `--least:${200 + titles.length * 30}px` },
      element("colgroup", {}, element("col", { style: `width:${100 - width * titles.length}%` }), titles.map(() => element("col", { style: `width:${Math.round(width * 100) / 100}%` }))),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, say("indicator", lang)), titles.map((title) => element("th", { scope: "col" }, title)))),
      element("tbody", {}, body),
    )),
  );
}

function nameCell({ names, own }: HeatRow, { lang }: Context): Markup {
  const name = own ? tell("own", lang) : (names[names.length - 1] ?? "");
  const above = own ? names : names.slice(0, -1);
  return element("th", { scope: "row" }, name, above.length === 0 ? undefined : small(above.join(" / ")));
}

const SHADES = [100, 90, 80, 60] as const;
const shadeOf = (share: string): string => {
  const at = SHADES.findIndex((from) => Number(share) >= from);
  return `s${at < 0 ? SHADES.length : at}`;
};

function cellOf(cell: HeatCell, { lang }: Context): Markup {
  if ("share" in cell) return element("td", { class: shadeOf(cell.share) }, cell.share);
  return element("td", {}, { "not-applicable": "—", missing: tell("openMark", lang), pending: tell("openMark", lang), absent: "" }[cell.state]);
}


const legend = (): readonly Markup[] => ["100", "90–99", "80–89", "60–79", "0–59"].map((text, at) => element("span", { class: `shade s${at}` }, text));

// ---- many evaluations: how many reached which share --------------------------------------------------------------

function counted({ rows, counts }: HeatMap, context: Context): Markup {
  const { lang } = context;
  const words: readonly BatchWord[] = ["notApplicable", "missingShort", "averageShare"];
  const titles = [...HEAT_BANDS, ...words.map((word) => tell(word, lang))];
  const body = rows.map((one, at) => element("tr", {}, nameCell(one, context), countCells(counts[at])));
  const columns = 8;
  return element(
    "div",
    { class: "scroll", tabindex: "0" },
    element(
      "table",
      { class: "heat broad" },
      element("colgroup", {}, element("col", { style: "width:28%" }), titles.map(() => element("col", { style: `width:${columns}%` }))),
      element("thead", {}, element("tr", {}, element("th", { scope: "col" }, say("indicator", lang)), titles.map((title) => element("th", { scope: "col" }, title)))),
      element("tbody", {}, body),
    ),
  );
}

function countCells(one: HeatCounts | undefined): readonly Markup[] {
  if (one === undefined) return [];
  const all = [...one.counts, one.notApplicable, one.open];
  const sum = all.reduce((total, count) => total + count, 0);
  // By the part of all: none, up to a tenth, a third, two thirds, more.
  const shade = (count: number): string => `s${count === 0 ? 0 : count * 10 <= sum ? 1 : count * 3 <= sum ? 2 : count * 3 <= sum * 2 ? 3 : 4}`;
  const average = one.average === undefined ? "—" : `${one.average.rounded ? "≈" : ""}${one.average.text}%`;
  return [...all.map((count) => element("td", { class: shade(count) }, count === 0 ? "" : String(count))), element("td", {}, average)];
}
