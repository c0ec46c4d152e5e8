// 评分标准 of an indicator, of a group, of a rule and of the policies of a framework, in words.
//
// An indicator's standard is read from the expression that also scores it. A weight or a target that is still to be
// set is put in as a large prime, of which no other figure is a simple multiple, and read back as 分值 or 年度指标值.
// Groups and requirements have no expression of their own that says enough (how many of a pool must be chosen,
// what a floor is): their kind may add one small `sentence(params)`; without it the words of its parameters stand.
import { compileLeaf } from "../compile/leaf.ts";
import { findKnockOuts, zeroCasesFor } from "../compile/knock-outs.ts";
import { sentence } from "../expression/sentence.ts";
import type { Open } from "../expression/write.ts";
import { writer } from "../expression/write.ts";
import type { Linked, LinkedGroup, LinkedLeaf } from "../model/linked.ts";
import { groupMethodOf, methodOf } from "../methods/index.ts";
import { exact, ZERO } from "../numbers/number.ts";
import type { Program } from "../model/program.ts";
import { ruleOf } from "../rules/index.ts";
import type { FrameworkDocument, Label, Language, NotApplicablePolicy, PackRule } from "../types/types.ts";
import { parameterWords } from "./parameters.ts";
import { EFFECTS, key, MODES, WORDS } from "../wording/words.ts";

/** Primes beyond every figure of a document; the target's is so large that no weight of ten digits reaches half of it. */
export const OPEN_WEIGHT = exact("1000000007");
const OPEN_TARGET = exact("100000000000000003");

type Rounding = Program["rounding"];
export const roundingOf = ({ rounding }: Pick<FrameworkDocument, "rounding">): Rounding => ({ places: Number(rounding.places), mode: rounding.mode });

/** The scoring standard of one indicator. */
export function standardOf(leaf: LinkedLeaf, rounding: Rounding, lang: Language, linked?: Linked): string {
  const w = key(lang);
  const method = methodOf(leaf.method.kind);
  if (method === undefined) return "";
  const openTarget = leaf.target === undefined && method.target !== "none";
  const open: Open = { modes: MODES, ...(openTarget ? { target: OPEN_TARGET } : {}), ...(leaf.weight === OPEN_WEIGHT ? { weight: OPEN_WEIGHT } : {}) };
  const zeroing = linked === undefined ? [] : zeroCasesFor(leaf, findKnockOuts(linked));
  const read = (one: LinkedLeaf): string => {
    const program = compileLeaf(one, rounding, undefined, zeroing, () => undefined);
    return program === undefined ? "" : sentence(program.unrounded, w, open);
  };
  if (!openTarget) return read(leaf);
  const directed = (is: "<=" | ">="): string => {
    const usual = read({ ...leaf, target: { text: "", is, value: OPEN_TARGET } });
    const zero = { ...leaf, target: { text: "", is, value: ZERO } };
    if (method.target !== "required" || problems(zero, rounding).length > 0) return usual;
    const atZero = read(zero);
    return atZero === usual ? usual : `${usual}${w === "zh" ? `年度指标值为 0 的：${atZero}` : ` A target of 0: ${atZero}`}`;
  };
  const [higher, lower] = [directed(">="), directed("<=")];
  const asks = method.target === "required" && leaf.method["direction"] === undefined && higher !== lower && takesBoth(leaf, rounding);
  if (!asks) return leaf.method["direction"] === "lower" || refused(leaf, rounding, ">=") ? lower : higher;
  return w === "zh" ? `正向指标（年度指标值为 ≥）：${higher}反向指标（年度指标值为 ≤）：${lower}` : `Higher is better (target ≥): ${higher} Lower is better (target ≤): ${lower}`;
}

/** Whether the method refuses a target of this direction. */
const refused = (leaf: LinkedLeaf, rounding: Rounding, is: "<=" | ">="): boolean =>
  problems({ ...leaf, target: { text: "", is, value: OPEN_TARGET } }, rounding).includes("direction-contradiction");

function problems(leaf: LinkedLeaf, rounding: Rounding): readonly string[] {
  const found: string[] = [];
  compileLeaf(leaf, rounding, undefined, [], ({ code }) => void found.push(code));
  return found;
}

const takesBoth = (leaf: LinkedLeaf, rounding: Rounding): boolean => !refused(leaf, rounding, ">=") && !refused(leaf, rounding, "<=");

/** 计算公式: how the actual value comes about; empty where it is entered as it is. */
export function formulaOf(leaf: LinkedLeaf, rounding: Rounding, lang: Language): string {
  const measure = leaf.measure === undefined ? undefined : compileLeaf(leaf, rounding, undefined, [], () => undefined)?.measure;
  return measure?.op === "named" ? writer(key(lang), { modes: MODES }).definition({ ...measure, label: { zh: leaf.name, en: leaf.name } }) : "";
}

/** How the indicators of a group make up its points, where it is not their sum. */
export function combineOf({ combine }: Pick<LinkedGroup, "combine">, lang: Language): string {
  const method = combine && groupMethodOf(combine.kind);
  if (method === undefined) return "";
  return (method.sentence?.(combine) ?? method.title)[key(lang)];
}

/** Words for what a rule selects: the names of the indicators of this framework, else the tag or id. */
export type Selected = (of: { readonly tag?: string | undefined; readonly indicator?: string | undefined }) => Label;

export const plainSelected: Selected = ({ tag, indicator }) =>
  tag === undefined ? { zh: `指标 ${indicator ?? ""}`, en: `indicator ${indicator ?? ""}` } : { zh: `标签为 ${tag} 的指标`, en: `indicators tagged ${tag}` };

const COMPARED: Readonly<Record<string, Label>> = {
  "<": { zh: "低于", en: "below" },
  "<=": { zh: "不高于", en: "at most" },
  "=": { zh: "为", en: "" },
  ">=": { zh: "不低于", en: "at least" },
  ">": { zh: "高于", en: "above" },
};

/** What a rule of a pack says, from its parameters; the clause it rests on stands beside it. */
export function ruleSentence(rule: PackRule, facts: Readonly<Record<string, string>>, lang: Language): string {
  const w = key(lang);
  const kind = ruleOf(rule.kind);
  const own = kind?.sentence?.(rule, plainSelected);
  if (own !== undefined) return own[w];
  const params = kind?.knockOut?.(rule);
  if (params === undefined && kind !== undefined) return parameterWords(kind.params, kind.title, rule, lang);
  if (params === undefined) return `${rule.kind}${w === "zh" ? "：" : ": "}${rule.basis.clause ?? rule.id}`;
  const { when, effect } = params;
  const compared = COMPARED[when.is]?.[w] ?? when.is;
  const percent = !("fact" in when) && when.of === "completion" ? "%" : "";
  const figure = typeof when.value === "boolean" ? WORDS[when.value ? "holds" : "fails"][w] : `${when.value}${percent}`;
  const value = effect.kind === "cap" || effect.kind === "multiply" ? writer(w, {}).formula({ op: "constant", value: effect.value }) : effect.kind === "cap-grade" ? effect.grade : "";
  const words = EFFECTS[effect.kind]?.[w] ?? effect.kind;
  const whole = effect.kind === "zero" && "fact" in when ? (w === "zh" ? "总分" : "the total ") : "";
  const then = `${whole}${words}${value === "" ? "" : ` ${value}`}${effect.kind === "cap" ? (w === "zh" ? " 分" : " points") : ""}`;
  if ("fact" in when) return w === "zh" ? `“${facts[when.fact] ?? when.fact}”${compared}${figure}的，${then}。` : `“${facts[when.fact] ?? when.fact}” is ${compared === "" ? "" : `${compared} `}${figure}: ${then}.`;
  const selected = plainSelected(when)[w];
  const subject = when.of === "completion" ? { zh: "完成率", en: "a completion" } : { zh: "实际完成值", en: "an actual value" };
  return w === "zh" ? `${selected}，${subject.zh}${compared} ${figure} 的，${effect.kind === "zero" ? "该指标" : ""}${then}。` : `${selected}: ${subject.en} ${compared} ${figure}: ${then}.`;
}

const POLICIES: Readonly<Record<Extract<NotApplicablePolicy, string>, Label>> = {
  "rescale-total": { zh: "不适用指标的分值不计入，其余指标的得分按总分折算", en: "the weight of what does not apply falls out, and the total is rescaled" },
  "rescale-group": { zh: "不适用指标的分值不计入，其余指标的得分在所属一级指标内折算", en: "the weight of what does not apply falls out, and its level-1 group is rescaled" },
  spread: { zh: "不适用指标的分值按适用指标数均摊到同组其他指标", en: "the weight of what does not apply is spread evenly over the rest of its group" },
  "full-marks": { zh: "不适用的指标得满分", en: "what does not apply scores full marks" },
  zero: { zh: "不适用的指标不得分", en: "what does not apply scores nothing" },
  forbid: { zh: "不允许不适用", en: "nothing may be not applicable" },
};

export function notApplicableWords(policy: NotApplicablePolicy, lang: Language, nameOf: (id: string) => string = (id) => id): string {
  if (typeof policy === "string") return POLICIES[policy][key(lang)];
  const group = nameOf(policy["move-to"]);
  return lang === "en" ? `the weight of what does not apply moves to ${group}` : `不适用指标的分值移到“${group}”`;
}

export const missingWords = (missing: FrameworkDocument["missing"], lang: Language): string =>
  missing === "block"
    ? lang === "en" ? "while an actual value is missing no total is given, only the range in which it lies" : "缺少实际完成值时不出总分，只给出总分的可能区间"
    : lang === "en" ? "an indicator without an actual value scores nothing" : "缺少实际完成值的指标不得分";

export function roundingWords({ places, mode }: Rounding, lang: Language): string {
  const words = MODES[mode]?.[key(lang)] ?? mode;
  return lang === "en" ? `each indicator is rounded ${words} to ${places} decimals; the total is the sum of the rounded points` : `每项得分${words}，保留 ${places} 位小数；总分为各项所示得分之和`;
}

/** 优：90 分及以上；良：80 分及以上、低于 90 分 … */
export function gradeWords(grades: FrameworkDocument["grades"], lang: Language): readonly string[] {
  return grades.map(({ name, from }, index) => {
    const above = grades[index - 1]?.from;
    if (lang === "en") return `${name}: ${above === undefined ? `${from} or more` : index === grades.length - 1 && from === "0" ? `below ${above}` : `${from} or more, below ${above}`}`;
    if (above === undefined) return `${name}：${from} 分及以上`;
    return index === grades.length - 1 && from === "0" ? `${name}：低于 ${above} 分` : `${name}：${from} 分及以上、低于 ${above} 分`;
  });
}
