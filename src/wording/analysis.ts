// 静态分析的文字: what was proved, indicator by indicator, with the actual values that show it.
import type { Analysis, IndicatorAnalysis, KnockOutAnalysis, TotalAnalysis, Witness, ZeroPath } from "../types/analysis-types.ts";
import type { Label, Language } from "../types/types.ts";
import { key } from "./words.ts";

const WORDS = {
  title: { zh: "静态分析", en: "Static analysis" },
  standIns: { zh: "个性指标和目标值待填，以下以代入的指标和目标值分析", en: "slots and targets are open; what follows was proved with indicators and targets that stand in for them" },
  unsolved: { zh: "评分规则有误，或不是可以精确求解的形式，不作判断", en: "faulty, or of no form that is solved exactly: nothing is said" },
  proved: { zh: "完成得更好，得分不降低：已证明", en: "a better actual never scores less: proved" },
  broken: { zh: "完成得更好，得分反而低", en: "a better actual scores less" },
  untold: { zh: "得分是否随完成情况升降，不能断定", en: "whether a better actual may score less cannot be told" },
  assumed: { zh: "（由得分推定）", en: " (read off the points)" },
  except: { zh: "声明的例外", en: "declared exceptions" },
  lowest: { zh: "最低", en: "lowest" },
  highest: { zh: "最高", en: "highest" },
  weight: { zh: "分值", en: "weight" },
  unreachable: { zh: "够不到", en: "never reached" },
  zero: { zh: "为 0 时", en: "of 0" },
  total: { zh: "总分", en: "Total" },
  totalMonotone: { zh: "指标得分越高，总分不降低：已证明（否决与扣减除外）", en: "more points never lower the total: proved (knock-outs apart)" },
  totalUntold: { zh: "总分是否随指标得分升降，不能断定", en: "whether more points may lower the total cannot be told" },
  grades: { zh: "评不到的等级", en: "Grades that no total reaches" },
  none: { zh: "没有", en: "none" },
  gradesUntold: { zh: "不能断定（不适用时会折算，或有不能求解的规则）", en: "cannot be told (points may be rescaled, or a rule is not solved)" },
  knockOuts: { zh: "否决与扣减", en: "Knock-outs" },
  faulty: { zh: "有错误，总分无从分析", en: "there are errors, the total cannot be analysed" },
} as const satisfies Record<string, Label>;

const DIRECTIONS: Readonly<Record<string, Label>> = {
  higher: { zh: "越高越好", en: "higher is better" },
  lower: { zh: "越低越好", en: "lower is better" },
  nearer: { zh: "越接近目标值越好", en: "nearer to the target is better" },
};
const HOLDS: Readonly<Record<KnockOutAnalysis["holds"], Label>> = {
  never: { zh: "永不触发", en: "never fires" },
  sometimes: { zh: "有时触发", en: "fires sometimes" },
  always: { zh: "总是触发", en: "always fires" },
  open: { zh: "由申报或不能求解的条件决定", en: "decided by a declaration, or not solved" },
};

type Tongue = keyof Label;
const colonOf = (w: Tongue): string => (w === "zh" ? "：" : ": ");
const commaOf = (w: Tongue): string => (w === "zh" ? "，" : ", ");
const listOf = (w: Tongue): string => (w === "zh" ? "、" : ", ");
const inBrackets = (text: string, w: Tongue): string => (w === "zh" ? `（${text}）` : ` (${text})`);
const scored = ({ points, text }: Witness, w: Tongue): string => `${points}${inBrackets(text, w)}`;

/** The analysis as text: one block per indicator, then the total, the grades and the knock-outs. */
export function analysisText(analysis: Analysis, lang: Language = "zh-CN"): string {
  const w = key(lang);
  const { framework, objectives, standIns, indicators, knockOuts, total } = analysis;
  const head = `${WORDS.title[w]} ${framework.title}${inBrackets(`${framework.id} ${framework.version}${objectives === undefined ? "" : `${commaOf(w)}${objectives}`}`, w)}`;
  const blocks = [[head, ...(standIns ? [`  ${WORDS.standIns[w]}`] : [])], ...indicators.map((one) => indicatorLines(one, w)), totalLines(total, w), knockOuts.length === 0 ? [] : [`${WORDS.knockOuts[w]}`, ...knockOuts.map((one) => knockOutLine(one, w))]];
  return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n")}\n`;
}

function indicatorLines(one: IndicatorAnalysis, w: Tongue): readonly string[] {
  const head = `${one.name} [${one.path}]${one.target === undefined ? "" : ` ${one.target}`}${commaOf(w)}${WORDS.weight[w]} ${one.weight}`;
  if (!one.solved) return [head, `  ${WORDS.unsolved[w]}`];
  const direction = one.direction === null ? "" : `${DIRECTIONS[one.direction]?.[w] ?? one.direction}${one.directionAssumed ? WORDS.assumed[w] : ""}${commaOf(w)}`;
  const { monotony, lowest, highest } = one;
  const pair = monotony?.counterexample;
  const lines = [head, `  ${direction}${monotony === null ? WORDS.untold[w] : monotony.proved ? WORDS.proved[w] : WORDS.broken[w]}`];
  if (pair !== undefined) lines.push(`    ${pair.worse.text} → ${pair.worse.points}${commaOf(w)}${pair.better.text} → ${pair.better.points}`);
  if (monotony !== null && monotony.exceptions.length > 0) lines.push(`    ${WORDS.except[w]}${colonOf(w)}${monotony.exceptions.join(listOf(w))}`);
  if (lowest !== null && highest !== null) lines.push(`  ${WORDS.lowest[w]} ${scored(lowest, w)}${commaOf(w)}${WORDS.highest[w]} ${scored(highest, w)}`);
  for (const { label, value, decided } of one.unreachable) lines.push(`  ${WORDS.unreachable[w]}${colonOf(w)}${label[w]}${value === undefined ? "" : inBrackets(`${value}${decided === undefined ? "" : ` → ${decided.label[w]}`}`, w)}`);
  return [...lines, ...one.zeroPaths.map((path) => `  ${zeroText(path, w)}`)];
}

const zeroText = ({ label, text, rule, points }: ZeroPath, w: Tongue): string =>
  `${w === "zh" ? `${label.zh}${WORDS.zero.zh}` : `${label.en} ${WORDS.zero.en}`}${text === undefined ? "" : inBrackets(text, w)} → ${rule}${points === undefined ? "" : ` ${points}`}`;

function totalLines(total: TotalAnalysis | null, w: Tongue): readonly string[] {
  if (total === null) return [`${WORDS.total[w]}${colonOf(w)}${WORDS.faulty[w]}`];
  const end = (which: "lowest" | "highest"): string => {
    const found = total[which];
    return found === null ? "" : `${WORDS[which][w]} ${found.points}${inBrackets(found.grade, w)}`;
  };
  const grades = total.unreachableGrades;
  const unreached = grades === null ? WORDS.gradesUntold[w] : grades.length === 0 ? WORDS.none[w] : grades.map(({ grade, from, below, above }) => `${grade}${inBrackets(`${from}${[below, above].filter((one) => one !== undefined).map((one) => ` ↔ ${one}`).join("")}`, w)}`).join(listOf(w));
  return [
    `${WORDS.total[w]}${colonOf(w)}${[end("lowest"), end("highest")].filter((one) => one !== "").join(commaOf(w))}`,
    `  ${total.monotone ? WORDS.totalMonotone[w] : WORDS.totalUntold[w]}`,
    `${WORDS.grades[w]}${colonOf(w)}${unreached}`,
  ];
}

function knockOutLine({ rule, indicator, fact, effect, holds, fires, spares, shadowedBy }: KnockOutAnalysis, w: Tongue): string {
  const on = indicator ?? fact;
  const values = [fires === undefined ? "" : `✓ ${fires}`, spares === undefined ? "" : `✗ ${spares}`].filter((one) => one !== "");
  const shadow = shadowedBy === undefined ? "" : `${commaOf(w)}${w === "zh" ? `被 ${shadowedBy} 盖住` : `covered by ${shadowedBy}`}`;
  return `  ${rule}${on === undefined ? "" : ` [${on}]`} → ${effect}${colonOf(w)}${HOLDS[holds][w]}${values.length === 0 ? "" : inBrackets(values.join(commaOf(w)), w)}${shadow}`;
}
