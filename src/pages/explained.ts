// 逐项说明: how every point came about, the rules that may override it, the total and the grade, and what rests on
// judgement or on a basis that is not published.
import { element, type Markup } from "../text/markup.ts";
import type { IndicatorScore, KnockOutResult, Scorecard, Step } from "../types/scorecard-types.ts";
import { basisText, gradeLine, stepText } from "../wording/explanation.ts";
import { key, STATES, WORDS } from "../wording/words.ts";
import { type Cell, cell, type Context, note, row, rowHead, section, styled, table } from "./context.ts";
import { weightOf } from "./nodes.ts";
import { colon, effectWords, listOf, say } from "./words.ts";

const isLost = (one: IndicatorScore): boolean => one.lost !== undefined && /[1-9]/.test(one.lost);

export function explained(card: Scorecard, only: "all" | "lost", context: Context): Markup | undefined {
  const shown = only === "lost" ? card.indicators.filter(isLost) : card.indicators;
  if (shown.length === 0) return undefined;
  return section(only === "lost" ? "explainedLost" : "explained", context, shown.map((one) => article(one, context)));
}

function article(one: IndicatorScore, { lang }: Context): Markup {
  const w = key(lang);
  const stop = lang === "en" ? "; " : "；";
  const points = one.points === undefined ? STATES[one.state][w] : one.state === "scored" ? one.points : `${one.points} ${STATES[one.state][w]}`;
  const figures = [`${WORDS.weight[w]} ${weightOf(one)}`, `${WORDS.points[w]} ${points}`, isLost(one) ? `${WORDS.lost[w]} ${one.lost}` : undefined];
  const facts = [one.target && `${WORDS.target[w]} ${one.target}`, one.actual && `${WORDS.actual[w]} ${one.actual}`, `${WORDS.method[w]} ${one.method.title[w]}`, one.judged ? WORDS.judged[w] : undefined];
  const told = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== "").join(stop);
  return element(
    "article",
    {},
    element("h4", {}, [...one.groups, one.name].join(" / ")),
    element("p", {}, element("strong", {}, told(figures)), stop, told(facts)),
    one.steps.length === 0 ? undefined : element("ol", {}, one.steps.map((step) => element("li", {}, stepText(step, lang)))),
    one.explanation === undefined ? undefined : element("p", {}, `${WORDS.explanation[w]}${colon(lang)}${one.explanation}`),
    element("p", {}, `${WORDS.basis[w]}${colon(lang)}${basisText(one.basis, lang)}`),
  );
}

export function knockOuts(card: Scorecard, context: Context): Markup | undefined {
  if (card.knockOuts.length === 0) return undefined;
  const { lang } = context;
  const columns = [
    { title: say("rule", lang), width: 24 },
    { title: say("on", lang), width: 16 },
    { title: say("effect", lang), width: 14 },
    { title: say("state", lang), width: 20 },
    { title: WORDS.basis[key(lang)], width: 26 },
  ];
  return section("rules", context, table(columns, card.knockOuts.map((one) => row(ruleCells(one, card, context)))));
}

function ruleCells(one: KnockOutResult, card: Scorecard, { lang }: Context): readonly Cell[] {
  const w = key(lang);
  const state = one.holds === undefined ? `？ ${WORDS.unknown[w]}` : one.holds ? `● ${WORDS.fired[w]}` : `○ ${WORDS.notFired[w]}`;
  const why = one.steps.flatMap((step) => (step.kind === "case" ? [step.figures] : []));
  const effect = effectWords(one.effect, lang);
  const name = card.indicators.find(({ id }) => id === one.indicator)?.name ?? one.indicator ?? "—";
  return [rowHead(one.label[w]), cell(name), cell(effect), cell(one.holds ? element("strong", {}, state) : state, why.map((text) => element("small", {}, text))), cell(basisText(one.basis, lang))];
}

export function totalSteps(card: Scorecard, context: Context): Markup {
  const { lang } = context;
  // Which weights apply is worth a line only where one does not.
  const plain = (step: Step, index: number): boolean => step.kind === "value" && step.id === "counted-weight" && isHeld(card.total.steps[index + 1], "all-apply");
  const steps = card.total.points === undefined ? [] : card.total.steps.filter((step, index) => (step.kind === "case" ? step.holds : !plain(step, index)));
  return section("totalSteps", context, steps.length === 0 ? undefined : element("ol", { class: "note" }, steps.map((step) => element("li", {}, stepText(step, lang)))), element("p", {}, gradeLine(card, lang)));
}

const isHeld = (step: Step | undefined, id: string): boolean => step?.kind === "case" && step.id === id && step.holds;

export function judgement(card: Scorecard, context: Context): Markup {
  const { lang } = context;
  const w = key(lang);
  const judged = card.indicators.filter((one) => one.judged && one.state !== "not-applicable");
  if (judged.length === 0) return section("judgement", context, note(say("judgementNone", lang)));
  const figures = `${WORDS.judged[w]}${colon(lang)}${WORDS.weight[w]} ${card.judged.weight}${lang === "en" ? ", " : "，"}${WORDS.points[w]} ${card.judged.points}`;
  return section("judgement", context, note(figures), note(listOf(judged.map((one) => `${one.name} ${one.points ?? STATES[one.state][w]}/${weightOf(one)}`), lang)));
}

export function bases(card: Scorecard, context: Context): Markup {
  const { lang } = context;
  if (card.unpublished.length === 0) return section("bases", context, note(say("allPublished", lang)));
  const byBasis = new Map<string, string[]>();
  for (const { indicator, basis } of card.unpublished) {
    const words = basisText(basis, lang);
    const names = byBasis.get(words) ?? [];
    byBasis.set(words, names);
    names.push(card.indicators.find((one) => one.id === indicator)?.name ?? indicator);
  }
  const columns = [
    { title: WORDS.basis[key(lang)], width: 45 },
    { title: say("indicator", lang), width: 55 },
  ];
  return section("bases", context, note(say("basesNote", lang)), table(columns, [...byBasis].map(([basis, names]) => row([rowHead(basis), cell(listOf(names, lang))]))));
}

export function identity(card: Scorecard, context: Context): Markup {
  const { lang } = context;
  const { framework, packs, semantics, digests } = card;
  const lines: readonly (readonly [string, string])[] = [
    [say("framework", lang), `${framework.title} ${framework.id} ${framework.version}${lang === "en" ? "; " : "；"}${basisText(framework.basis, lang)}`],
    ...packs.map((one): readonly [string, string] => [say("packs", lang), `${one.title} ${one.id} ${one.version}`]),
    [say("semantics", lang), String(semantics)],
  ];
  const columns = [
    { title: say("document", lang), width: 28 },
    { title: say("digest", lang), width: 72 },
  ];
  const rows = Object.entries(digests).map(([name, digest]) => row([rowHead(name), styled("digest", digest)]));
  return section("identity", context, element("ul", { class: "note" }, lines.map(([name, value]) => element("li", {}, `${name}${colon(lang)}${value}`))), note(say("identityNote", lang)), rows.length === 0 ? undefined : table(columns, rows));
}
