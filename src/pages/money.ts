// 资金情况: budget and execution, as the official table prints them above the indicators.
import { type Markup } from "../text/markup.ts";
import { round, toText } from "../numbers/number.ts";
import type { IndicatorScore, Scorecard } from "../types/scorecard-types.ts";
import { figure, placesOf } from "./figures/sums.ts";
import { key, STATES, WORDS } from "../wording/words.ts";
import { cell, type Context, middle, note, number, type Row, row, rowHead, section, table, words } from "./context.ts";
import { weightOf } from "./nodes.ts";
import { bracketed, say } from "./words.ts";

const isMoney = (one: IndicatorScore): boolean => one.method.kind === "budget-execution";
/** It is scored in the money block and nowhere else, as on the official form. */
export const isInMoney = (one: IndicatorScore): boolean => isMoney(one) && one.groups.length === 0;

const PLACES = 2;

/** The execution rate as its method computed it; rounded for the eye where it is long. */
function rateOf(one: IndicatorScore): { readonly text: string; readonly rounded: boolean } | undefined {
  const step = one.steps.find((each) => each.kind === "value" && each.id === "execution-rate");
  if (step?.kind !== "value") return undefined;
  const long = step.result.endsWith("…") || placesOf(step.result) > PLACES;
  // What is cut off behind the shown digits cannot change how half up rounds them.
  return long ? { text: `≈${toText(round(figure(step.result), PLACES, "half-up"), PLACES)}%`, rounded: true } : { text: `${step.result}%`, rounded: false };
}

export function moneyBlock(card: Scorecard, context: Context): Markup | undefined {
  const { lang } = context;
  const w = key(lang);
  const items = card.indicators.filter(isMoney);
  if (items.length === 0) return undefined;
  const heads = (one: IndicatorScore): readonly (readonly [title: string, unit?: string])[] => (one.inputs ?? []).map(({ label, unit }) => (unit === undefined ? [words(label, context)] : [words(label, context), bracketed(unit, lang).trim()]));
  // Indicators with other denominators or units have a table of their own.
  const kinds = [...new Set(items.map((one) => JSON.stringify(heads(one))))];
  const tables = kinds.map((kind) => {
    const same = items.filter((one) => JSON.stringify(heads(one)) === kind);
    const names = heads(same[0] as IndicatorScore);
    const columns = [[say("moneyItem", lang)], ...names, [WORDS.weight[w]], [say("rate", lang)], [WORDS.points[w]], [say("reason", lang)]] as readonly (readonly [string, string?])[];
    const widths = [20, ...names.map(() => 34 / Math.max(1, names.length)), 8, 11, 9, 18];
    return table(columns.map(([title, unit], index) => ({ title, unit, width: widths[index] ?? 10 })), same.map((one) => lineOf(one, names.length, context)), { broad: true });
  });
  const rounded = items.some((one) => rateOf(one)?.rounded === true);
  return section("money", context, tables, rounded ? note(say("rateRounded", lang)) : undefined);
}

function lineOf(one: IndicatorScore, inputs: number, { lang }: Context): Row {
  const state = one.state === "scored" ? undefined : STATES[one.state][key(lang)];
  const scored = isInMoney(one);
  const amounts = (one.inputs ?? []).map(({ name }) => number(one.entered[name] ?? state ?? "—")).slice(0, inputs);
  const points = !scored ? middle(say("scoredBelow", lang)) : one.points === undefined ? middle(state) : number(one.points);
  return row([rowHead(one.name), ...amounts, number(weightOf(one)), number(rateOf(one)?.text ?? "—"), points, cell(scored ? (one.explanation ?? "") : "")]);
}
