// 笔误：Chinese typing slips in YAML — full-width marks where YAML or a number needs half-width ones.
//
// Full-width punctuation is ordinary in Chinese prose, so a mark is a slip only where it stands in for structure:
// in a key that has no colon, in a line that reads like `键：值` among such lines, around a whole value.
import type { Edit } from "../types/diagnostics.ts";
import type { Finding } from "./findings.ts";

/** Where a plain scalar stands. `lone-key` is a key without a colon, `own-line` a value that starts its own line. */
export type Spot = "root" | "key" | "lone-key" | "value" | "own-line" | "item";

const SPACES = "\\u00a0\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000";
const isSpace = (char: string): boolean => new RegExp(`^[${SPACES}]$`).test(char);
const PAIR = new RegExp(`^[ \\t]*(?:-[ \\t]+)?([^\\s：:]{1,40})[ \\t]*(：|:(?=[^ \\t]))([${SPACES}]*)`);
const ASCII_PAIR = new RegExp(`^[ \\t]*[a-z][a-z0-9-]{0,39}[ \\t]*(?:：|:(?=[${SPACES}]))`);
const ASCII_KEY = /^[a-z][a-z0-9-]{0,39}[ \t]*：/;
const NUMBER_PAIR = new RegExp(`^[ \\t]*(?=\\p{L})[\\p{L}\\p{N}_-]{1,20}[：:][ \\t${SPACES}]*[-－]?[0-9０-９]{1,18}(?:[.．][0-9０-９]{1,12})?[%％]?[ \\t]*$`, "u");
const WORD_PAIR = /^[ \t]*[\p{L}\p{N}_-]{1,20}：[^。；，、！？：“”（）]{0,30}$/u;
const ASCII_NEXT = /，[ \t]*([a-z][a-z0-9-]{0,39})[ \t]*[：:]/;
const KEY_NEXT = /^[ \t]*[a-z][a-z0-9-]{0,39}[ \t]*[：:]/;
const NUMERIC = /^(?:[<>]=?|[≥≤=])? ?[-+]?[0-9]{1,18}(?:\.[0-9]{1,12})?%?$/;
const CLOSERS: Readonly<Record<string, string>> = { "［": "］", "｛": "｝", "“": "”", "‘": "’", "＂": "＂", "＇": "＇" };

/** The slips in a plain scalar, text.slice(start, end) as written. */
export function slipsOf(text: string, start: number, end: number, spot: Spot, flow: boolean): Finding[] {
  const source = text.slice(start, Math.min(end, start + 10000));
  const spaces = spacesAround(source, start, spot === "value" || spot === "item");
  if (spaces.length > 0) return spaces;
  const whole = quoteSlip(source, start, spot) ?? bracketSlip(source, start, spot, flow) ?? digitSlip(source, start, spot);
  if (whole !== undefined) return [whole];
  return [...(flow ? commaSlips(text, source, start, spot) : []), ...pairSlips(text, source, start, spot, flow)];
}

/** “ in place of the closing ": the quote runs on to the end of the file. */
export function closingQuoteSlip(source: string, start: number, end: number): Finding | undefined {
  const at = source.split("\n", 1)[0]?.search(source[0] === '"' ? /[”“＂]/ : /[’‘＇]/) ?? -1;
  if (at < 0) return undefined;
  const expected = source[0] ?? "";
  return { code: "full-width-quote", start: start + at, end: start + at + 1, reach: end + 1, facts: { found: source[at] ?? "", expected }, edits: [replace(start + at, 1, expected)] };
}

const point = (char: string): string => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

const replace = (start: number, length: number, text: string): Edit => ({ start, end: start + length, text });

/** Spaces before a key may be meant as indentation, so only those elsewhere can go without a question. */
function spacesAround(source: string, start: number, headGoes: boolean): Finding[] {
  let head = 0;
  while (isSpace(source[head] ?? "")) head++;
  let tail = source.length;
  while (tail > head && isSpace(source[tail - 1] ?? "")) tail--;
  const found = (from: number, to: number, goes: boolean): Finding[] =>
    from === to ? [] : [{ code: "unusual-space", start: start + from, end: start + to, facts: { found: point(source[from] ?? "") }, ...(goes ? { edits: [replace(start + from, to - from, "")] } : {}) }];
  return [...found(0, head, headGoes), ...found(tail, source.length, true)];
}

function quoteSlip(source: string, start: number, spot: Spot): Finding | undefined {
  const close = /^[“‘＂＇]/.test(source) ? CLOSERS[source[0] ?? ""] : undefined;
  if (close === undefined || source.length < 2 || !source.endsWith(close) || /[“”‘’＂＇\n]/.test(source.slice(1, -1))) return undefined;
  // A title in Chinese quotation marks may be meant as it stands: say so, but do not refuse it.
  const prose = spot !== "key" && spot !== "lone-key" && /\p{Script=Han}/u.test(source);
  const facts = { found: `${source[0]}${close}`, expected: /[‘＇]/.test(source[0] ?? "") ? "''" : '""' };
  const mark = facts.expected[0] ?? "";
  const certain = !prose && !/["'\\]/.test(source.slice(1, -1));
  const edits = certain ? [replace(start, 1, mark), replace(start + source.length - 1, 1, mark)] : undefined;
  return { code: "full-width-quote", start, end: start + source.length, facts, ...(prose ? { severity: "warning" as const } : {}), ...(edits === undefined ? {} : { edits }) };
}

function bracketSlip(source: string, start: number, spot: Spot, flow: boolean): Finding | undefined {
  const close = /^[［｛]/.test(source) ? CLOSERS[source[0] ?? ""] : undefined;
  const last = source[source.length - 1] ?? "";
  const end = start + source.length - 1;
  if (close !== undefined && (last === close || spot === "key" || spot === "lone-key")) {
    // One word between brackets may be text; with a comma or a colon in it, it is a list or a mapping.
    const certain = last === close && /[,，:：]/.test(source);
    return { ...bracket(source[0] ?? "", start), ...(certain ? { edits: [replace(start, 1, halfWidth(source[0] ?? "")), replace(end, 1, halfWidth(close))] } : {}) };
  }
  const opener = last === "］" ? "［" : "｛";
  if (flow && /[］｝]/.test(last) && !source.includes(opener)) return { ...bracket(last, end), edits: [replace(end, 1, halfWidth(last))] };
  return undefined;
}

const bracket = (found: string, start: number): Finding => ({ code: "full-width-bracket", start, end: start + 1, facts: { found, expected: halfWidth(found) } });

/** ！ to ～ lie 0xFEE0 above their half-width forms. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/。/g, ".").replace(/[−﹣]/g, "-").replace(/﹪/g, "%");

function digitSlip(source: string, start: number, spot: Spot): Finding | undefined {
  if (spot === "key" || spot === "lone-key" || source.length > 40) return undefined;
  const expected = halfWidth(source);
  if (expected === source || !NUMERIC.test(expected)) return undefined;
  // A plain scalar cannot begin with ">".
  const written = expected.startsWith(">") ? `"${expected}"` : expected;
  return { code: "full-width-digit", start, end: start + source.length, facts: { found: source, expected }, edits: [replace(start, source.length, written)] };
}

/** In brackets: `[社会评价，满意度]`, `{ id: a，weight: 10 }`. */
function commaSlips(text: string, source: string, start: number, spot: Spot): Finding[] {
  if (!source.includes("，")) return [];
  const pieces = source.split("，");
  const structural = spot === "key" || spot === "lone-key" || /^[ \t]*:[ \t\n]/.test(text.slice(start + source.length, start + source.length + 3));
  const words = spot === "item" && pieces.every((piece) => piece.length <= 16 && !/[。；]/.test(piece));
  if (!structural && !words && !ASCII_NEXT.test(source)) return [];
  const last = source.lastIndexOf("，");
  return [...source.matchAll(/，/g)].map(({ index }) => {
    // The others of a longer text may be its own punctuation.
    const certain = words || (structural && index === last) || KEY_NEXT.test(source.slice(index + 1));
    const next = source[index + 1] ?? "";
    const edits = certain ? [replace(start + index, 1, next === " " || next === "\n" || next === "" ? "," : ", ")] : undefined;
    return { code: "full-width-comma", start: start + index, end: start + index + 1, facts: { found: "，" }, ...(edits === undefined ? {} : { edits }) };
  });
}

/** Lines that should have been `key: value`. */
function pairSlips(text: string, source: string, start: number, spot: Spot, flow: boolean): Finding[] {
  const lines = flow ? source.split(/[\n，]/) : source.split("\n");
  const last = lines.length - 1;
  const alike = lines.length > 1 && lines.every((line) => WORD_PAIR.test(line));
  let at = start;
  return lines.flatMap((line, i) => {
    const from = at;
    at += line.length + 1;
    if (spot === "key" && i === last) {
      const written = line.replace(/^[ \t]+/, "");
      // `targets： { a: 1 }` reads as one long key.
      if (ASCII_KEY.test(written)) return pairSlip(written, at - 1 - written.length, {});
      return i === 0 ? [] : spacesAround(written, at - 1 - written.length, false);
    }
    const certain = spot === "root" || spot === "key" || spot === "lone-key";
    const likely = spot === "value" && i === 0 ? false : ASCII_PAIR.test(line) || (spot !== "value" && (alike || NUMBER_PAIR.test(line)));
    return certain || likely ? pairSlip(line, from, flow ? {} : { reach: blockEnd(text, from) }) : [];
  });
}

function pairSlip(line: string, from: number, reach: { reach?: number }): Finding[] {
  const [all, key, colon, spaces] = PAIR.exec(line) ?? [];
  if (all === undefined || key === undefined || colon === undefined || spaces === undefined) return [];
  const start = from + all.length - spaces.length - 1;
  const gap = /^[ \t]|^$/.test(line.slice(all.length)) ? "" : " ";
  if (colon === "：") return [{ code: "full-width-colon", start, end: start + 1, ...reach, facts: { key, found: "：", expected: ": " }, edits: [replace(start, 1 + spaces.length, `:${gap}`)] }];
  if (spaces !== "") return [{ code: "unusual-space", start: start + 1, end: start + 1 + spaces.length, ...reach, facts: { found: point(spaces) }, edits: [replace(start + 1, spaces.length, gap)] }];
  if (line.slice(all.length, all.length + 2) === "//") return [];
  return [{ code: "missing-space-after-colon", start, end: start + 1, ...reach, facts: { key }, edits: [replace(start + 1, 0, " ")] }];
}

/** Where the lines end that are indented deeper than the line of this offset: faults there follow from the slip. */
function blockEnd(text: string, offset: number): number {
  const indentAt = (line: number): number => /^ */.exec(text.slice(line, line + 256))?.[0].length ?? 0;
  const indent = indentAt(text.lastIndexOf("\n", offset - 1) + 1);
  let end = text.indexOf("\n", offset);
  while (end >= 0) {
    const next = text.indexOf("\n", end + 1);
    const blank = text[end + 1 + indentAt(end + 1)] === "\n";
    if (!blank && indentAt(end + 1) <= indent) return end;
    end = next;
  }
  return text.length;
}
