// 评分说明: the explanation as text that an auditor follows with a pocket calculator.
import type { Basis, Language } from "../types/types.ts";
import type { IndicatorScore, KnockOutResult, Scorecard, Step } from "../types/scorecard-types.ts";
import { EFFECTS, key, MODES, STATES, STATUS, WORDS } from "./words.ts";

export interface ExplainOptions {
  readonly lang?: Language;
  /** `lost`: indicators that lost points only; `all` (default): every one */
  readonly only?: "lost" | "all";
  /** id or path of one indicator */
  readonly indicator?: string;
}

/** The explanation of a scorecard, one block per indicator, then the knock-outs, the total and the grade. */
export function explainText(card: Scorecard, options: ExplainOptions = {}): string {
  const lang = options.lang ?? "zh-CN";
  const w = key(lang);
  const chosen = card.indicators.filter((one) => options.indicator === undefined || one.id === options.indicator || one.path === options.indicator);
  const shown = options.only === "lost" ? chosen.filter(lostPoints) : chosen;
  const blocks = shown.map((one) => indicatorText(one, lang));
  if (options.indicator === undefined) {
    if (card.knockOuts.length > 0) blocks.push([`${WORDS.rules[w]}`, ...card.knockOuts.flatMap((one) => knockOutLines(one, lang))].join("\n"));
    blocks.push(totalText(card, lang));
  }
  return `${blocks.join("\n\n")}\n`;
}

const lostPoints = (one: IndicatorScore): boolean => one.lost !== undefined && /[1-9]/.test(one.lost);

export function indicatorText(one: IndicatorScore, lang: Language): string {
  const w = key(lang);
  const colon = w === "zh" ? "：" : ": ";
  const weight = one.effectiveWeight === undefined ? one.weight : `${one.effectiveWeight} (${one.weight})`;
  const points = one.points === undefined ? STATES[one.state][w] : `${one.points}${one.state === "scored" ? "" : ` (${STATES[one.state][w]})`}`;
  const head = `${[...one.groups, one.name].join(" / ")}${colon}${WORDS.weight[w]} ${weight}，${WORDS.points[w]} ${points}`;
  const lost = lostPoints(one) ? `，${WORDS.lost[w]} ${one.lost}` : "";
  const facts = [
    one.target === undefined ? "" : `${WORDS.target[w]} ${one.target}`,
    one.actual === undefined ? "" : `${WORDS.actual[w]} ${one.actual}`,
    `${WORDS.method[w]} ${one.method.title[w]}`,
  ].filter((part) => part !== "");
  const lines = [w === "en" ? (head + lost).replaceAll("，", ", ") : head + lost, `  ${facts.join(w === "en" ? "; " : "；")}`, ...one.steps.map((step) => `  ${stepText(step, lang)}`)];
  if (one.explanation !== undefined) lines.push(`  ${WORDS.explanation[w]}${colon}${one.explanation}`);
  lines.push(`  ${WORDS.basis[w]}${colon}${basisText(one.basis, lang)}`);
  return lines.join("\n");
}

/** One step as one line. */
export function stepText(step: Step, lang: Language): string {
  const w = key(lang);
  const open = w === "zh" ? "？" : "? ";
  const colon = w === "zh" ? "：" : ": ";
  switch (step.kind) {
    case "value":
      return `${step.label[w]} = ${step.formula[w]}${step.figures === step.formula[w] ? "" : ` = ${step.figures}`}${step.figures === step.result ? "" : ` = ${step.result}`}`;
    case "rounding":
      return w === "zh"
        ? `${MODES[step.mode]?.zh ?? step.mode}保留 ${step.places} 位小数：${step.before} → ${step.result}`
        : `rounded ${MODES[step.mode]?.en ?? step.mode} to ${step.places} decimals: ${step.before} → ${step.result}`;
    case "case":
      return `${step.label[w]}${open}${step.condition[w]}${colon}${step.figures}${w === "zh" ? "，" : ", "}${WORDS[step.holds ? "holds" : "fails"][w]}`;
  }
}

export function knockOutLines(one: KnockOutResult, lang: Language): string[] {
  const w = key(lang);
  const state = one.holds === undefined ? WORDS.unknown[w] : one.holds ? WORDS.fired[w] : WORDS.notFired[w];
  const effect = `${EFFECTS[one.effect.kind]?.[w] ?? one.effect.kind}${one.effect.value === undefined ? "" : ` ${one.effect.value}`}`;
  const on = one.indicator === undefined ? "" : ` [${one.indicator}]`;
  const conditions = one.steps.filter((step) => step.kind === "case").map((step) => `    ${step.condition[w]}${w === "zh" ? "：" : ": "}${step.figures}`);
  return [`  ${one.label[w]}${on} → ${effect}${w === "zh" ? "：" : ": "}${state}`, ...conditions];
}

function totalText(card: Scorecard, lang: Language): string {
  const w = key(lang);
  const { points, range, steps } = card.total;
  const lines = points === undefined ? [`${WORDS.total[w]} ${range === undefined ? "—" : `${range.min} – ${range.max}`}`] : steps.filter((step) => step.kind !== "case" || step.holds).map((step) => stepText(step, lang));
  return [...lines, gradeLine(card, lang)].join("\n");
}

/** 等级, and the distance to the next one. */
export function gradeLine(card: Scorecard, lang: Language): string {
  const w = key(lang);
  const grade = card.rejected ? WORDS.rejected[w] : (card.grade ?? (card.possibleGrades.join(" / ") || "—"));
  const next = card.nextGrade === null ? "" : `（${WORDS.nextGrade[w]}“${card.nextGrade.grade}”${card.nextGrade.distance}）`;
  return `${WORDS.grade[w]} ${grade}${w === "en" ? next.replace("（", " (").replace("）", ")").replace("“", " “") : next}`;
}

export function basisText(basis: Basis, lang: Language): string {
  const w = key(lang);
  const clause = basis.clause === undefined ? "" : `${w === "zh" ? "，" : ", "}${basis.clause}`;
  return `${basis.document}${clause}${w === "zh" ? `（${STATUS[basis.status].zh}）` : ` (${STATUS[basis.status].en})`}`;
}

/** Where points were lost and why, knock-outs that fired, and what is still wanting. */
export function lossText(card: Scorecard, lang: Language): string {
  const w = key(lang);
  const lost = card.indicators.filter(lostPoints);
  const blocks = lost.length === 0 && card.wanting.length === 0 ? [WORDS.noLoss[w]] : [`${WORDS.lostPoints[w]}`, ...lost.map((one) => indicatorText(one, lang))];
  const fired = card.knockOuts.filter((one) => one.holds === true);
  if (fired.length > 0) blocks.push([WORDS.rules[w], ...fired.flatMap((one) => knockOutLines(one, lang))].join("\n"));
  if (card.wanting.length > 0) blocks.push(`${WORDS.wanting[w]}${w === "zh" ? "：" : ": "}${card.wanting.join(w === "zh" ? "、" : ", ")}`);
  return `${blocks.join("\n\n")}\n`;
}

/** Names what does not rest on a published rule, so that no report hides it. */
export function unpublishedText(card: Scorecard, lang: Language): string {
  if (card.unpublished.length === 0) return "";
  const w = key(lang);
  const byBasis = new Map<string, string[]>();
  for (const { indicator, basis } of card.unpublished) {
    const words = basisText(basis, lang);
    byBasis.set(words, [...(byBasis.get(words) ?? []), card.indicators.find((one) => one.id === indicator)?.name ?? indicator]);
  }
  const lines = [...byBasis].map(([basis, names]) => `  ${names.join(w === "zh" ? "、" : ", ")}${w === "zh" ? "：" : ": "}${basis}`);
  return `\n${WORDS.unpublished[w]}${w === "zh" ? "：" : ":"}\n${lines.join("\n")}\n`;
}
