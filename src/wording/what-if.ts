// 假如的文字: indicator by indicator, what would change the result, and what it is worth.
import type { Label, Language } from "../types/types.ts";
import type { Change, WhatIf, WhatIfIndicator, WhatIfInput } from "../types/what-if-types.ts";
import { key, WORDS } from "./words.ts";

const TEXTS = {
  title: { zh: "假如", en: "What if" },
  better: { zh: "上一等级", en: "next better grade" },
  worse: { zh: "下一等级", en: "next worse grade" },
  worth: { zh: "满分在总分中值", en: "full marks are worth" },
  inTotal: { zh: "", en: "of the total" },
  open: { zh: "总分未定，只看否决与扣减", en: "the total is open: only knock-outs are looked at" },
  unsolved: { zh: "评分规则不是可以精确求解的形式，不作判断", en: "of no form that is solved exactly: nothing is said" },
  alone: { zh: "单凭此值不能", en: "cannot be done by this value alone" },
  none: { zh: "单凭其中任何一项都不能改变等级和否决", en: "none of its entries alone changes the grade or a knock-out" },
  judged: { zh: "定性评价", en: "judgement" },
  judgedWorth: { zh: "占满分", en: "of full marks" },
  judgedPoints: { zh: "占得分", en: "of the total" },
  lift: { zh: "升至", en: "lifts to" },
  drop: { zh: "降至", en: "drops to" },
  below: { zh: "不予通过", en: "rejected" },
  trip: { zh: "触发", en: "trips" },
  clear: { zh: "解除", en: "clears" },
} as const satisfies Record<string, Label>;

type Tongue = keyof Label;
const quoted = (text: string, w: Tongue): string => (w === "zh" ? `“${text}”` : ` “${text}”`);
const brackets = (text: string, w: Tongue): string => (w === "zh" ? `（${text}）` : ` (${text})`);

export interface WhatIfTextOptions {
  readonly lang?: Language;
  /** id or path of one indicator */
  readonly indicator?: string;
}

/** What would change the result, one block per indicator, then what rests on judgement. */
export function whatIfText(found: WhatIf, { lang = "zh-CN", indicator }: WhatIfTextOptions = {}): string {
  const w = key(lang);
  const comma = w === "zh" ? "，" : ", ";
  const colon = w === "zh" ? "：" : ": ";
  const { framework, total, grade, better, worse, indicators, judged } = found;
  const neighbours = ([["better", better], ["worse", worse]] as const).flatMap(([word, name]) => (name === null ? [] : [`${TEXTS[word][w]} ${name}`]));
  const head = `${TEXTS.title[w]} ${framework.title}${colon}${total === null ? TEXTS.open[w] : `${WORDS.total[w]} ${total}${comma}${WORDS.grade[w]} ${grade ?? WORDS.rejected[w]}`}${neighbours.length === 0 ? "" : brackets(neighbours.join(comma), w)}`;
  const blocks = indicators.filter((one) => indicator === undefined || one.id === indicator || one.path === indicator).map((one) => indicatorText(one, w));
  const last = `${w === "zh" ? TEXTS.judged.zh : "Judgement"}${colon}${judged.worth}${comma}${TEXTS.judgedWorth[w]} ${judged.share}${w === "zh" ? "；" : "; "}${judged.points}${comma}${TEXTS.judgedPoints[w]} ${judged.pointsShare}`;
  return `${[head, ...blocks, ...(indicator === undefined ? [last] : [])].join("\n\n")}\n`;
}

function indicatorText(one: WhatIfIndicator, w: Tongue): string {
  const comma = w === "zh" ? "，" : ", ";
  const worth = `${TEXTS.worth[w]} ${one.worth}${brackets(one.share, w)}${TEXTS.inTotal[w] === "" ? "" : ` ${TEXTS.inTotal[w]}`}`;
  const head = `${[...one.groups, one.name].join(" / ")}${w === "zh" ? "：" : ": "}${WORDS.points[w]} ${one.points}${comma}${worth}${one.judged ? `${comma}${TEXTS.judged[w]}` : ""}`;
  const nothing = one.inputs.length > 1 && one.inputs.every(({ solved, changes }) => solved && changes.every(({ shift }) => shift === null));
  return [head, ...(nothing ? [`  ${TEXTS.none[w]}`] : one.inputs.flatMap((input) => inputLines(input, w)))].join("\n");
}

function inputLines({ label, actual, solved, changes }: WhatIfInput, w: Tongue): readonly string[] {
  return [`  ${label[w]} ${actual}`, ...(solved ? changes.map((one) => `    ${changeText(one, w)}`) : [`    ${TEXTS.unsolved[w]}`])];
}

function changeText({ what, of, shift }: Change, w: Tongue): string {
  const comma = w === "zh" ? "，" : ", ";
  const colon = w === "zh" ? "：" : ": ";
  const aim = what === "trip" || what === "clear" ? `${TEXTS[what][w]} ${of}` : `${TEXTS[what][w]}${quoted(of === "" ? TEXTS.below[w] : of, w)}`;
  if (shift === null) return `${aim}${colon}${TEXTS.alone[w]}`;
  const { threshold, value, points, total, grade } = shift;
  const edge = threshold === undefined || (threshold.included && threshold.value === value) ? "" : brackets(w === "zh" ? `界限 ${threshold.value}，${threshold.included ? "含" : "不含"}` : `bound ${threshold.value}, ${threshold.included ? "included" : "not included"}`, w);
  const along = Object.values(shift.with ?? {});
  return `${aim}${colon}${[...along, value].join(comma)}${edge} → ${WORDS.points[w]} ${points}${comma}${WORDS.total[w]} ${total}${comma}${grade ?? WORDS.rejected[w]}`;
}
