// 改动的说法: every change as a sentence — what was, what is, and under which values it shows.
import type { DocumentKind, Label, Language } from "../types/types.ts";
import { key } from "../wording/words.ts";
import { type ChangeCode, kindOf } from "./codes.ts";
import type { ChangeClass, ChangeWitness, DiffChange } from "./types.ts";

export const CLASSES: Readonly<Record<ChangeClass, Label>> = {
  scores: { zh: "影响得分", en: "changes scores" },
  may: { zh: "可能影响得分", en: "may change scores" },
  text: { zh: "仅文字", en: "text only" },
};

export const BUMPS = {
  major: { zh: "主版本", en: "major" },
  minor: { zh: "次版本", en: "minor" },
  patch: { zh: "修订号", en: "patch" },
  none: { zh: "不变", en: "none" },
} as const satisfies Readonly<Record<string, Label>>;

export const KINDS: Readonly<Record<DocumentKind, Label>> = {
  framework: { zh: "指标体系", en: "framework" },
  "indicator-library": { zh: "指标库", en: "indicator library" },
  pack: { zh: "规则包", en: "pack" },
  objectives: { zh: "绩效目标表", en: "objectives" },
  actuals: { zh: "实际值", en: "actuals" },
  form: { zh: "自评表格式", en: "form" },
  test: { zh: "测试", en: "test" },
  config: { zh: "检查配置", en: "configuration" },
  baseline: { zh: "基线", en: "baseline" },
};

type Told = Pick<DiffChange, "code" | "class" | "breaks" | "document" | "path" | "name" | "field" | "before" | "after" | "reason" | "witness" | "together" | "number">;

export function describeChange(change: Told, lang: Language): string {
  const w = key(lang);
  const said = SAID[change.code]?.(change) ?? sentence(change);
  return `${said[w]}${tail(change, w)}`;
}

type Form = (one: Told) => Label;

/** Kinds that are told in words of their own. */
const SAID: Readonly<Partial<Record<ChangeCode, Form>>> = {
  "document-changed": ({ name, document }) => ({ zh: `${KINDS[document.kind].zh}“${name}”（${document.id}）的内容有改动`, en: `${KINDS[document.kind].en} “${name}” (${document.id}) has changed` }),
  "version-not-bumped": ({ before = "", after = "", reason }) =>
    before === after
      ? { zh: `有改动而版本仍为 ${after}，${reason?.zh ?? ""}`, en: `the version is still ${after} although there are changes, ${reason?.en ?? ""}` }
      : { zh: `版本由 ${before} 改为 ${after}，按改动${reason?.zh ?? ""}`, en: `the version went from ${before} to ${after}, by its changes it ${reason?.en ?? ""}` },
  "version-lowered": ({ before = "", after = "" }) => ({ zh: `版本由 ${before} 改为 ${after}，应高于原版本`, en: `the version went from ${before} to ${after}, should be above the old one` }),
  "scoring-refused": ({ document, reason }) => ({ zh: `${document.id} 原可评分，现不能：${reason?.zh ?? ""}`, en: `${document.id} could be scored and no longer can: ${reason?.en ?? ""}` }),
  "scoring-restored": ({ document, reason }) => ({ zh: `${document.id} 原不能评分（${reason?.zh ?? ""}），现可以`, en: `${document.id} could not be scored (${reason?.en ?? ""}) and now can` }),
  "method-reference-changed": ({ name, before = "", after = "" }) => ({ zh: `“${name}”的评分办法原写作 ${before}，现写作 ${after}`, en: `method of “${name}”: written as ${before} before, as ${after} now` }),
  "order-changed": ({ name, field, before = "", after = "" }) => ({
    zh: `${name === "" ? "" : `“${name}”的`}${field} 次序原为 ${before}，现为 ${after}`,
    en: `order of ${field}${name === "" ? "" : ` of “${name}”`}: ${before} before, ${after} now`,
  }),
  "tier-points-changed": ({ name, field, before = "", after = "" }) => {
    const tier = field.split("/").at(-1) ?? "";
    return { zh: `“${name}”第 ${tier} 档的得分原为 ${before}，现为 ${after}`, en: `points of tier ${tier} of “${name}”: ${before} before, ${after} now` };
  },
  "document-removed": ({ name, document }) => ({ zh: `删去${KINDS[document.kind].zh}“${name}”（${document.id}）`, en: `${KINDS[document.kind].en} “${name}” is gone (${document.id})` }),
  "document-added": ({ name, document }) => ({ zh: `新增${KINDS[document.kind].zh}“${name}”（${document.id}）`, en: `${KINDS[document.kind].en} “${name}” is new (${document.id})` }),
};

const MEASURE: Readonly<Record<string, Label>> = {
  inputs: { zh: "公式中的各项", en: "inputs of the formula" },
  "zero-denominator": { zh: "分母为 0 时的处理", en: "treatment of a zero divisor" },
  rounding: { zh: "计算值的舍入", en: "rounding of the measure" },
};

function sentence({ code, name, field, before, after }: Told): Label {
  const { form, what } = kindOf(code);
  const quoted = name === "" ? "" : `“${name}”`;
  const last = field.replace(/^(?:method|measure|methods\/[^/]+)(?:\/|$)/, "");
  const parameter = { zh: `${what.zh} ${last} `, en: `${what.en} ${last}` };
  const named = code === "method-parameter-changed" ? parameter : code === "measure-changed" ? (MEASURE[last] ?? what) : what;
  const detail = (text: string | undefined): Label => (text === undefined ? { zh: "", en: "" } : { zh: `（${text}）`, en: ` (${text})` });
  switch (form) {
    case "added":
      return { zh: `新增${named.zh}${quoted}${detail(after).zh}`, en: `${named.en} ${quoted} is new${detail(after).en}` };
    case "removed":
      return { zh: `删去${named.zh}${quoted}${detail(before).zh}`, en: `${named.en} ${quoted} is gone${detail(before).en}` };
    case "moved":
      return { zh: `${named.zh}${quoted}由 ${before} 移到 ${after}`, en: `${named.en} ${quoted} moved from ${before} to ${after}` };
    default: {
      const of = { zh: quoted === "" ? named.zh : `${quoted}的${named.zh}`, en: quoted === "" ? named.en : `${named.en} of ${quoted}` };
      if (before === undefined) return { zh: `${of.zh}原未写，现为 ${after}`, en: `${of.en}: not written before, ${after} now` };
      if (after === undefined) return { zh: `${of.zh}原为 ${before}，现不写`, en: `${of.en}: ${before} before, not written now` };
      return { zh: `${of.zh}原为 ${before}，现为 ${after}`, en: `${of.en}: ${before} before, ${after} now` };
    }
  }
}

function tail({ code, class: grave, breaks, witness, together = [], number }: Told, w: keyof Label): string {
  const parts: Label[] = [];
  if (witness !== undefined) parts.push(witnessWords(witness));
  else if (grave === "text" && ["measured", "may"].includes(kindOf(code).nature)) parts.push({ zh: "得分不变", en: "scores stay the same" });
  if (breaks) parts.push({ zh: "按旧版填写的不再适用", en: "what was written for the old version no longer fits" });
  const others = together.filter((one) => one !== number);
  if (others.length > 0) parts.push({ zh: `与第 ${others.join("、")} 项一并判断`, en: `judged together with ${others.map((one) => `#${one}`).join(", ")}` });
  return parts.map((one) => (w === "zh" ? `；${one.zh}` : `; ${one.en}`)).join("");
}

/** 实际完成值 85% 时，原得 8.00 分，现得 6.00 分. */
export function witnessWords({ of, words, before, after, target, weight }: ChangeWitness): Label {
  const assumed = [...(weight === undefined ? [] : [{ zh: `分值 ${weight}`, en: `weight ${weight}` }]), ...(target === undefined ? [] : [{ zh: `年度指标值 ${target}`, en: `target ${target}` }])];
  const under = { zh: assumed.length === 0 ? "" : `设${assumed.map((one) => one.zh).join("、")}，`, en: assumed.length === 0 ? "" : `with ${assumed.map((one) => one.en).join(", ")}: ` };
  const what = of === "grade" ? { zh: "等级", en: "grade" } : of === "total" ? { zh: "总分", en: "total" } : { zh: "得", en: "points" };
  const points = of === "points" && /^\d/.test(before.zh) && /^\d/.test(after.zh);
  const zh = points ? `原得 ${before.zh}，现得 ${after.zh}` : `${of === "points" ? "" : what.zh}原为 ${before.zh}，现为 ${after.zh}`;
  const when = /[\p{Script=Han}”]$/u.test(words.zh) ? `${words.zh}时` : `${words.zh} 时`;
  return { zh: `${under.zh}${when}，${zh}`, en: `${under.en}${words.en}: ${of === "points" && !points ? "" : `${what.en} `}${before.en}, now ${after.en}` };
}
