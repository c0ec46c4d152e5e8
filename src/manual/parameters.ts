// A rule whose kind has no sentence of its own, read from the words its shape declares for each parameter:
// «权重占比：占满分的比例不低于 30%». Whom the rule applies to and how strictly is said for every kind.
import { type z as Z, z } from "../source/shape.ts";
import type { Label, Language, PackRule } from "../types/types.ts";
import { CATEGORIES, listed, PURPOSES, SECTORS } from "./words.ts";
import { key } from "../wording/words.ts";

const COMMON = new Set(["id", "basis", "kind", "applies", "severity"]);
/** Hints for whoever writes the document, not for whoever reads the manual. */
const HINT = /（(?!含）|不含）)[^（）]*）$/;

export function parameterWords(schema: Z.ZodType, title: Label, rule: PackRule, lang: Language): string {
  const given = Object.entries(rule).filter(([name, value]) => !COMMON.has(name) && value !== undefined);
  if (lang === "en") return `${title.en}: ${given.map(([name, value]) => `${name} ${valueWords(value, lang)}`).join("; ")}.`;
  const shape: Readonly<Record<string, Z.ZodType>> = schema instanceof z.ZodObject ? (schema.shape as Record<string, Z.ZodType>) : {};
  const parts = given.map(([name, value]) => parameter(shape[name], name, value));
  return `${schema.description ?? title.zh}${parts.length === 0 ? "" : `：${parts.join("；")}`}。`;
}

function parameter(schema: Z.ZodType | undefined, name: string, value: unknown): string {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as Z.ZodType) : schema;
  const words = (schema?.description ?? inner?.description ?? name).replace(HINT, "");
  // «category 同一类别的指标体系；all 全部指标体系» says what each value of a choice means.
  const option = typeof value === "string" ? words.split(/[：；]/).find((part) => part.startsWith(`${value} `)) : undefined;
  if (option !== undefined && typeof value === "string") return option.slice(value.length + 1);
  return `${words.split(/[：；]/)[0] ?? words} ${valueWords(value, "zh-CN")}`;
}

function valueWords(value: unknown, lang: Language): string {
  if (Array.isArray(value)) return listed(value.map((one) => valueWords(one, lang)), lang);
  if (typeof value === "object" && value !== null) return Object.entries(value).map(([name, one]) => `${name} ${valueWords(one, lang)}`).join(lang === "en" ? ", " : "，");
  return String(value);
}

/** 适用范围 and 提示性, where a rule declares them. */
export function scopeWords(rule: PackRule, lang: Language): string {
  const w = key(lang);
  const names: Readonly<Record<string, Label>> = { ...CATEGORIES, ...PURPOSES, ...SECTORS };
  const applies = typeof rule["applies"] === "object" && rule["applies"] !== null ? Object.values(rule["applies"]).flat().map(String) : [];
  const scope = applies.length === 0 ? "" : `\n${w === "zh" ? "适用范围：" : "Applies to: "}${listed(applies.map((one) => names[one]?.[w] ?? one), lang)}`;
  return scope + (rule["severity"] === "warning" ? `\n${w === "zh" ? "不符合时只作提示。" : "A breach is a warning."}` : "");
}
