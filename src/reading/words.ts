// 用语: the words of comparison, direction and achievement, one table each. 以上、以下、以内 take the figure itself
// in and 超过、不足、以外 leave it out, as legal language does; （含）、（不含） overrides.
import type { Comparator } from "../numbers/quantity.ts";
import type { Direction, Level } from "./types.ts";

type Entry = readonly [is: Comparator, words: readonly string[]];

/** Signs and words before a figure: 不少于12种. */
const BEFORE: readonly Entry[] = [
  [">=", ["≥", "大于等于", "大于或等于", "大于、等于", "高于或等于", "高于等于", "不少于", "不低于", "不小于", "不短于", "不得少于", "不得低于", "至少", "最少", "最低"]],
  ["<=", ["≤", "小于等于", "小于或等于", "小于、等于", "低于或等于", "低于等于", "不超过", "不多于", "不高于", "不大于", "不长于", "不得超过", "不得高于", "不突破", "至多", "最多", "最高", "控制在"]],
  [">", [">", "大于", "高于", "多于", "超过", "超出"]],
  ["<", ["<", "小于", "低于", "少于", "不足", "不满"]],
  ["=", ["=", "等于"]],
];

/** Words after a figure: 98%以上. */
const AFTER: readonly Entry[] = [
  [">=", ["以上", "及以上", "及其以上", "或以上", "含以上", "之上"]],
  ["<=", ["以下", "及以下", "及其以下", "或以下", "含以下", "以内", "之内", "及以内", "内", "之下"]],
  [">", ["以外", "之外"]],
];

const longestFirst = (entries: readonly Entry[]): readonly (readonly [string, Comparator])[] =>
  entries.flatMap(([is, words]) => words.map((word) => [word, is] as const)).sort(([a], [b]) => b.length - a.length);
const before = longestFirst(BEFORE);
const after = longestFirst(AFTER);

/** The comparator that a text begins with, and what follows it. */
export function takeBefore(text: string): { readonly is: Comparator; readonly rest: string } | undefined {
  const found = before.find(([word]) => text.startsWith(word));
  return found && { is: found[1], rest: text.slice(found[0].length).trimStart() };
}

/** The comparator that a text ends with, and what stands before it; （含）、（不含） decides about the figure itself. */
export function takeAfter(text: string): { readonly is: Comparator; readonly rest: string } | undefined {
  const marks = /\((不?含)[^()]{0,8}\)/.exec(text);
  const bare = marks === null ? text : text.replace(marks[0], "");
  const found = after.find(([word]) => bare.endsWith(word));
  if (found === undefined) return undefined;
  const strict = found[1].startsWith(">") ? ">" : "<";
  const is = marks === null ? found[1] : marks[1] === "含" ? (`${strict}=` as const) : strict;
  return { is, rest: bare.slice(0, -found[0].length).replace(/^含/, "").trimEnd() };
}

const FACES: Readonly<Record<Comparator, Direction>> = { ">": "higher", ">=": "higher", "<": "lower", "<=": "lower", "=": "equal" };
export const directionOf = (is: Comparator | undefined): Direction | undefined => is && FACES[is];

const NATURES: readonly (readonly [string, "higher" | "lower" | undefined])[] = [["正向", "higher"], ["反向", "lower"], ["负向", "lower"], ["逆向", "lower"], ["定性", undefined], ["定量", undefined]];

/** 指标性质 at the beginning of a text: 正向 大于等于 1次. */
export function takeNature(text: string): { readonly word: string; readonly direction: "higher" | "lower" | undefined; readonly rest: string } | undefined {
  const found = NATURES.find(([word]) => text.startsWith(word));
  return found && { word: found[0], direction: found[1], rest: text.slice(found[0].length).replace(/^(?:指标)?[ :,]*/, "") };
}

/** Words before a figure that change nothing about it: 已完成, 累计达到. */
export const VERB = /^(?:已经?|实际|累计|全年|共计?|完成率?|达到?|实现|提高|提升|增长|增加|为)+(?=[^\p{Script=Han}])/u;
/** What is counted, before the count: 改造厕所200座. Not where a word may turn the figure round, or count something else. */
export const COUNTED = /^(?![^\d]*[第每约近不未零无降减低亏负超])\p{Script=Han}{1,12}(?=\d)/u;
export const APPROXIMATE = /^(?:大?约|将?近|接近)|(?:左右|上下)$|\d余|\d多[^少于]/;

/** Grade names that say the opposite of what their first word says. */
const LEVELS: ReadonlyMap<string, Level> = new Map([
  ["基本达成目标", "full"],
  ["实现目标程度较低", "none"],
  ["优", "full"],
  ["优秀", "full"],
  ["差", "none"],
]);
const BY_BEGINNING: readonly (readonly [Level, RegExp])[] = [
  ["none", /^(?:未|没有|不(?!断|超|低|少|高|大|小|多))/],
  ["partial", /^(?:部分|基本|大部分|较)/],
  ["full", /^(?:达成|达标|达到|完成|全部|已|按[时期计]|符合|合格$)/],
];

/** How good a word says the result is, where it says so. */
export const levelOf = (word: string): Level | undefined => LEVELS.get(word) ?? BY_BEGINNING.find(([, begins]) => begins.test(word))?.[0];

/** 是 or 否. */
export const YES_NO: ReadonlyMap<string, boolean> = new Map([["是", true], ["否", false], ["有", true], ["无", false], ["√", true], ["×", false]]);

/** Cells that were filled so as not to stay empty. */
export const PLACEHOLDER = /^(?:[-/\\_*.。…]+|不适用|暂无|待定|N\/A)$/i;
