// 读数: what people write as targets and actual values, read by one grammar: `≥95%`, `不少于12种`, `98%以上`,
// `95%-100%`, `±10%`, `9月前`, `11月底完成100%`, `136/143=95.10%`, grade words — or an honest reason why not.
// Never throws, never guesses; the text is kept as given.
import type { Comparator } from "../numbers/quantity.ts";
import { readCalculation } from "./calculation.ts";
import { plain } from "./characters.ts";
import { takeWhen } from "./dates.ts";
import { takeFigure, unitFactor, withUnit } from "./figure.ts";
import { takeRule } from "./rule.ts";
import type { Columns, Conflict, Figure, NotComparable, PrintedRule, Reading } from "./types.ts";
import { APPROXIMATE, COUNTED, directionOf, levelOf, PLACEHOLDER, takeAfter, takeBefore, takeNature, VERB, YES_NO } from "./words.ts";

const LONGEST = 2000;
const LABEL = /^(?:(?:指标|目标)\d{0,2}|(?:年度)?(?:指标|目标)值|实际(?:完成值?)?|完成值|[\p{Script=Han}A-Za-z]{1,20}) ?: ?/u;
/** 满意度≥95%: a name in front of a sign. */
const NAME_BEFORE_SIGN = /^([\p{Script=Han}A-Za-z“”"()]{1,30}) ?(?=[≥≤<>=±])/u;
const SIGN = /[≥≤<>=]/;
const NUMBER_WORDS = /^[一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]+(?:个|次|项|家|人|户|场|期|份|台|套|万|成)/;
const TWO_ENDS = /^(.*?[\d%‰\p{Script=Han}a-zA-Z])(?: ?[-~至] ?|到)(\d.*)$/u;

/** What the parts of a text say, gathered on the way. */
interface Said {
  readonly notes: string[];
  is: Comparator | undefined;
  rule: PrintedRule | undefined;
  nature: "higher" | "lower" | undefined;
  conflict: Conflict | undefined;
}

/** Reads 年度指标值. */
export const readTarget = (text: string, columns: Columns = {}): Reading => read(text, columns);

/** Reads 实际完成值; the same grammar, with calculations. */
export const readActual = (text: string, columns: Pick<Columns, "unit"> = {}): Reading => read(text, columns);

type Core = { [K in Reading["kind"]]: Omit<Extract<Reading, { kind: K }>, "text" | "notes" | "direction" | "rule" | "conflict"> }[Reading["kind"]];
const none = (reason: NotComparable): Core => ({ kind: "none", reason });

function read(text: string, columns: Columns): Reading {
  const said: Said = { notes: [], is: undefined, rule: undefined, nature: undefined, conflict: undefined };
  const core = text.length > LONGEST ? none("too-long") : readCore(plain(text), said, columns);
  const direction = directionOf(core.kind === "number" ? core.is : undefined) ?? (said.nature === undefined ? undefined : said.nature);
  const { notes, rule } = said;
  const conflict = said.conflict ?? conflictOf(core, said);
  return { text, ...core, notes, ...(direction === undefined ? {} : { direction }), ...(rule === undefined ? {} : { rule }), ...(conflict === undefined ? {} : { conflict }) };
}

function conflictOf(core: Core, { nature }: Said): Conflict | undefined {
  const faces = directionOf(core.kind === "number" ? core.is : undefined);
  return nature !== undefined && faces !== undefined && faces !== "equal" && faces !== nature ? "nature-sign" : undefined;
}

function readCore(given: string, said: Said, columns: Columns): Core {
  if (given === "") return none("empty");
  const word = YES_NO.get(given);
  if (word !== undefined) return { kind: "yes-no", yes: word };
  if (PLACEHOLDER.test(given)) return none("placeholder");
  if (/(?:…|\.{3})(?: ?\([^()]*\))?$/.test(given)) return none("cut-off");
  if (given.includes("?")) return none("doubtful");
  if (APPROXIMATE.test(given)) return none("approximate");

  let rest = given;
  const label = LABEL.exec(rest)?.[0] ?? "";
  if (label !== "" && label.length < rest.length) rest = noted(rest, label, said);
  const nature = takeNature(rest) ?? takeNature(plain(columns.nature ?? ""));
  if (nature !== undefined) {
    said.nature = nature.direction;
    if (rest.startsWith(nature.word)) rest = nature.rest;
  }
  const ruled = takeRule(rest);
  // A printed rule counts in percent: ≤0(每超过一个百分点扣0.8分) is 0%.
  const unit = columns.unit ?? (ruled?.rule.method === undefined ? undefined : "%");
  if (ruled !== undefined) {
    said.rule = ruled.rule;
    rest = ruled.head;
  }
  const calculated = readCalculation(rest);
  if (calculated !== undefined && !isRange(rest) && takeWhen(rest) === undefined) return typeof calculated === "string" ? none(calculated) : { kind: "formula", ...calculated };
  const column = takeBefore(plain(columns.sign ?? ""))?.is;
  const core = readValue(rest, said, unit);
  if (core.kind !== "number" || column === undefined) return core;
  if (core.is !== undefined && core.is !== column) said.conflict = "sign-sign";
  return core.is === undefined ? { ...core, is: column } : core;
}

const noted = (text: string, front: string, said: Said): string => {
  said.notes.push(front.replace(/[ :]+$/, ""));
  return text.slice(front.length).trimStart();
};

const isRange = (text: string): boolean => /^\d[\d.]*%? ?[-~至] ?\d[\d.]*%?$/.test(text) && !text.includes("=");

function readValue(given: string, said: Said, unit: string | undefined): Core {
  let rest = given;
  const name = NAME_BEFORE_SIGN.exec(rest)?.[1];
  if (name !== undefined && takeBefore(rest) === undefined && takeWhen(rest) === undefined) rest = noted(rest, name, said);
  const deviation = /^(?:±|\+ ?[-/] ?-?|正负)/.exec(rest);
  if (deviation !== null) return readDeviation(rest.slice(deviation[0].length).trimStart(), said, unit);

  const before = takeBefore(rest);
  if (before !== undefined) rest = before.rest;
  if (before !== undefined && SIGN.test(rest)) return none("unknown-sign");
  const dated = takeWhen(rest);
  if (dated !== undefined) return readDated(dated, before?.is, said, unit);
  const verb = VERB.exec(rest)?.[0];
  if (verb !== undefined) rest = noted(rest, verb, said);

  const ends = TWO_ENDS.exec(rest);
  if (before === undefined && ends !== null) {
    const range = readRange(ends[1] ?? "", ends[2] ?? "", unit);
    if (range !== undefined) return range;
  }
  const after = takeAfter(rest);
  const figure = readFigure(after?.rest ?? rest, said, unit);
  if (typeof figure === "string") return none(figure);
  if (figure === undefined) return before === undefined ? readWords(given, said) : none("not-understood");
  // 控制在30万元以内: the word before and the word after say the same.
  if (before !== undefined && after !== undefined && directionOf(before.is) !== directionOf(after.is)) said.conflict = "sign-sign";
  const is = before?.is ?? after?.is;
  return { kind: "number", figure, ...(is === undefined ? {} : { is }) };
}

/** One figure and nothing else that counts; remarks in brackets are noted. */
function readFigure(text: string, said: Said, unit: string | undefined): Figure | NotComparable | undefined {
  const counted = COUNTED.exec(text)?.[0];
  const taken = takeFigure(counted === undefined ? text : noted(text, counted, said));
  if (typeof taken !== "object") {
    if (taken !== undefined) return taken;
    return NUMBER_WORDS.test(text) ? "number-words" : /\d/.test(text.replace(/\([^()]*\)/g, "")) ? "several-figures" : undefined;
  }
  const left = taken.rest.replace(/ ?\(([^()]*)\)/g, (_, remark: string) => (said.notes.push(remark), "")).replace(/^[ ,;。]+|[ ,;。]+$/g, "");
  if (SIGN.test(left)) return "unknown-sign";
  if (/\d/.test(left)) return "several-figures";
  if (left !== "") said.notes.push(left);
  const own = taken.figure.unit;
  if (own !== undefined && unit !== undefined && unit.trim() !== "" && unitFactor(own, unit) === undefined) said.conflict = "unit-unit";
  return withUnit(taken.figure, unit === undefined || unit.trim() === "" ? undefined : unit.trim());
}

function readDeviation(text: string, said: Said, unit: string | undefined): Core {
  const within = readFigure(takeAfter(text)?.rest ?? text, said, unit);
  return typeof within === "object" ? { kind: "deviation", within } : none(within ?? "not-understood");
}

function readRange(low: string, high: string, unit: string | undefined): Core | undefined {
  const [from, to] = [takeFigure(low), takeFigure(high.replace(/之间$/, ""))];
  if (typeof from !== "object" || typeof to !== "object" || from.rest !== "" || to.rest !== "") return undefined;
  const shared = to.figure.unit ?? from.figure.unit ?? unit;
  return { kind: "range", low: withUnit(from.figure, shared), high: withUnit(to.figure, shared) };
}

function readDated({ when, rest }: { readonly when: NonNullable<ReturnType<typeof takeWhen>>["when"]; readonly rest: string }, is: Comparator | undefined, said: Said, unit: string | undefined): Core {
  if (is === ">" || is === ">=") return none("not-understood");
  const due = is === undefined || when.limit !== undefined ? when : { ...when, limit: is === "<" ? ("before" as const) : ("by" as const) };
  const left = rest.replace(/^(?:[,;。(]|完成(?=[^\d]|$)|实现(?=[^\d]|$))+/, "").replace(/[)。]+$/, "").trim();
  if (left === "" || !/\d/.test(left)) {
    if (left !== "") said.notes.push(left);
    return { kind: "date", when: due };
  }
  if (/^(?:[-~至]|到)/.test(left)) return none("date-range");
  const figure = readFigure(left.replace(/^[^\d≥≤<>=]*(?:完成率?|达到?|实现|支付率?|[≥=])/, "").trimStart(), said, unit);
  return typeof figure === "object" ? { kind: "number", figure, when: due } : none(figure ?? "several-figures");
}

function readWords(text: string, said: Said): Core {
  if (!/[\p{L}]/u.test(text)) return none("not-understood");
  const word = text.replace(/ ?\(([^()]*)\)$/, (_, remark: string) => (said.notes.push(remark), "")).replace(/[。;,]+$/, "");
  const level = levelOf(word);
  return { kind: "words", word, ...(level === undefined ? {} : { level }) };
}
