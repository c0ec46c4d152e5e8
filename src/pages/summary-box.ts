// 评分结果: whose evaluation it is, the total and the grade at a glance, and where the total lies among the grades.
import { element, type Markup } from "../text/markup.ts";
import { compare } from "../numbers/number.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import { figure } from "./figures/sums.ts";
import { CATEGORIES, PURPOSES, SECTORS } from "../manual/words.ts";
import type { Language } from "../types/types.ts";
import { totalCell } from "../wording/table.ts";
import { key, WORDS } from "../wording/words.ts";
import { type Context, note } from "./context.ts";
import { chart, drawnTwice, figureOf, label, type Look, shape, textWidth } from "./svg.ts";
import { bracketed, colon, effectWords, listOf, say, wantingNames } from "./words.ts";

const sectorsOf = (sector: string | readonly string[] | undefined): readonly string[] => (sector === undefined ? [] : typeof sector === "string" ? [sector] : sector);
export const sectorWords = (sectors: readonly string[], { lang }: Context): string => listOf(sectors.map((one) => SECTORS[one as keyof typeof SECTORS]?.[key(lang)] ?? one), lang);

export const kindWords = ({ category, purpose }: Pick<Scorecard["framework"], "category" | "purpose">, lang: Language): string => `${CATEGORIES[category][key(lang)]}${lang === "en" ? ", " : " · "}${PURPOSES[purpose][key(lang)]}`;

export function facts(entries: readonly (readonly [name: string, value: string])[]): Markup {
  return element("dl", { class: "facts" }, entries.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
}

export function subjectFacts(card: Scorecard, context: Context): Markup {
  const { lang } = context;
  const { framework, objectives, asOf } = card;
  const subject = objectives?.subject;
  const none = say("notStated", lang);
  return facts([
    [say("framework", lang), `${framework.title}${bracketed(`${framework.id} ${framework.version}`, lang)}`],
    [say("kindOf", lang), kindWords(framework, lang)],
    [say("department", lang), subject?.department ?? none],
    [say("unit", lang), subject?.unit ?? none],
    [say("sector", lang), sectorWords(sectorsOf(subject?.sector), context) || none],
    [say("objectives", lang), objectives?.id ?? "—"],
    [say("period", lang), objectives?.period ?? "—"],
    [WORDS.asOf[key(lang)], asOf],
  ]);
}

export function resultBox(card: Scorecard, context: Context): Markup {
  const { lang } = context;
  const w = key(lang);
  const { total, rejected, grade, grades, possibleGrades, nextGrade } = card;
  const parts = [
    element("span", {}, `${WORDS.total[w]} `, element("b", {}, totalCell(card)), ` / ${total.full}`),
    element("span", {}, `${WORDS.grade[w]} `, element("b", {}, rejected ? WORDS.rejected[w] : (grade ?? (possibleGrades.join(" / ") || "—")))),
  ];
  if (nextGrade !== null && !rejected) parts.push(element("span", {}, `${WORDS.nextGrade[w]}“${nextGrade.grade}” `, element("b", {}, nextGrade.distance), lang === "en" ? "" : " 分"));
  else if (grade !== null && grade === grades[0]?.name) parts.push(element("span", {}, say("best", lang)));
  const wanting = wantingNames(card, lang);
  const fired = card.knockOuts.filter((one) => one.holds === true).map((one) => `${one.label[w]}${bracketed(effectWords(one.effect, lang), lang)}`);
  return element("section", {}, element("div", { class: "result" }, parts), drawnTwice((width, look) => ruler(card, width, look, context)), scale(grades, context), fired.length === 0 ? undefined : note(element("strong", {}, `${say("firedRules", lang)}${colon(lang)}${listOf(fired, lang)}`)), wanting.length === 0 ? undefined : note(`${WORDS.wanting[w]}${colon(lang)}${listOf(wanting, lang)}`));
}

/** The grades and from where each holds, in words. */
export const scale = (grades: Scorecard["grades"], { lang }: Context): Markup => note(`${say("gradeScale", lang)}${colon(lang)}${listOf(grades.map(({ name, from }) => `${name} ≥ ${from}`), lang)}`);

const EDGE = 14;
const [BAND, HEIGHT] = [34, 22];

/** A scale from 0 to full marks with the grades on it, and a mark, or a bar while something is missing, at the total. */
function ruler({ total, grades }: Scorecard, width: number, look: Look, { lang, drawing }: Context): Markup {
  const ends = total.range === undefined ? [total.points ?? "0", total.points ?? "0"] : [total.range.min, total.range.max];
  const [low, high] = ends as [string, string];
  const top = compare(figure(high), figure(total.full)) > 0 ? high : total.full;
  const x = drawing.scales.linear([0, figureOf(top)], [EDGE, width - EDGE]);
  const at = (text: string): number => x(Math.max(0, figureOf(text)));
  const bands = grades.map(({ name, from }, index) => {
    const [start, end] = [at(from), at(grades[index - 1]?.from ?? top)];
    const fits = textWidth(name) + 4 < end - start;
    return [shape("rect", { x: start, y: BAND, width: Math.max(0, end - start), height: HEIGHT, fill: index % 2 === 0 ? "#e8edf2" : "#fff", stroke: "#000" }), fits ? label(name, (start + end) / 2, BAND + HEIGHT / 2, "middle") : undefined];
  });
  const ticks = [...grades.map(({ from }) => from).reverse(), total.full, ...(top === total.full ? [] : [top])];
  let free = -Infinity;
  const marks = ticks.map((tick) => {
    const half = textWidth(tick) / 2;
    if (at(tick) - half < free) return undefined;
    free = at(tick) + half + 6;
    return label(tick, Math.min(Math.max(at(tick), half), width - half), BAND + HEIGHT + 12, "middle", "small");
  });
  const known = total.points !== undefined || total.range !== undefined;
  const words = total.points ?? (known ? `${low}–${high}` : "");
  const middle = (at(low) + at(high)) / 2;
  // Bold, and in a wide font.
  const half = textWidth(words) * 0.75;
  const pointer = !known
    ? undefined
    : [
        total.range === undefined ? undefined : shape("rect", { x: at(low), y: BAND - 7, width: Math.max(1, at(high) - at(low)), height: 6, fill: "url(#lost)", stroke: "#1d3b57" }),
        total.range === undefined ? shape("path", { d: drawing.shapes.mark("triangle", 70), transform: `translate(${String(Math.round(at(low) * 100) / 100)} ${BAND - 7}) rotate(180)`, fill: "#1d3b57" }) : undefined,
        shape("line", { x1: at(low), x2: at(low), y1: BAND - 2, y2: BAND + HEIGHT, stroke: "#1d3b57", "stroke-width": 2 }),
        total.range === undefined ? undefined : shape("line", { x1: at(high), x2: at(high), y1: BAND - 2, y2: BAND + HEIGHT, stroke: "#1d3b57", "stroke-width": 2 }),
        label(words, Math.min(Math.max(middle, half), width - half), 12, "middle", "strong"),
      ];
  return chart(`${say("rulerTitle", lang)}${colon(lang)}${words}`, width, BAND + HEIGHT + 24, look, bands, marks, pointer);
}
