// The words of a coverage report, and its text: what no case reached, with the place where it is written.
import { type Coverage, type CoverageItem, type CoverageUnit, unreached } from "./coverage.ts";
import type { ItemKind } from "./items.ts";
import type { Label, Language } from "../types/types.ts";
import { key } from "../wording/words.ts";

export const ITEM_KINDS: Readonly<Record<ItemKind, Label>> = {
  scored: { zh: "评分", en: "scoring" },
  branch: { zh: "分支", en: "branch" },
  option: { zh: "选项", en: "option" },
  "not-applicable": { zh: "不适用", en: "not applicable" },
  missing: { zh: "未填", en: "missing" },
  grade: { zh: "等级", en: "grade" },
  "knock-out": { zh: "否决与扣减", en: "knock-out" },
  requirement: { zh: "规则", en: "requirement" },
};

const WORDS = {
  title: { zh: "覆盖", en: "Coverage" },
  framework: { zh: "指标体系", en: "framework" },
  pack: { zh: "规则包", en: "pack" },
  all: { zh: "全部覆盖", en: "everything reached" },
  unreached: { zh: "未覆盖", en: "not reached" },
} as const;

export const coverageWord = (word: keyof typeof WORDS, lang: Language): string => WORDS[word][key(lang)];

/** The name of a unit: what it is, its title and version. */
export const unitTitle = ({ kind, id, version, title }: CoverageUnit, lang: Language): string => `${coverageWord(kind, lang)} ${title}（${id} ${version}）`.replace(/[（）]/g, (one) => (lang === "en" ? (one === "（" ? " (" : ")") : one));

export const itemPlace = ({ file, line }: CoverageItem): string => `${file ?? "-"}${line === undefined ? "" : `:${line}`}`;

/** Whose item it is and which: 数量指标 · 分支 80–90 档 [tier-2]. */
export function itemText(one: CoverageItem, lang: Language): string {
  const of = one.of === "" || one.of === one.name ? one.name : `${one.name} [${one.of}]`;
  return `${of} · ${ITEM_KINDS[one.kind][key(lang)]} ${one.label[key(lang)]} [${one.id}]`;
}

const ratio = ({ reached, total, percent }: { readonly reached: number; readonly total: number; readonly percent: string }): string => `${reached}/${total} ${percent}%`;

export function coverageText(all: Coverage, lang: Language): string {
  const lines = all.units.flatMap((unit) => [`${unitTitle(unit, lang)} ${ratio(unit)}`, ...unreached(unit).map((one) => `  ○ ${itemPlace(one)} ${itemText(one, lang)}`)]);
  return `${[...lines, `${coverageWord("title", lang)} ${ratio(all)}${all.reached === all.total ? (lang === "en" ? `, ${coverageWord("all", lang)}` : `，${coverageWord("all", lang)}`) : ""}`].join("\n")}\n`;
}
