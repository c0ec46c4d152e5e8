// 源文本：the gate to YAML. From text to plain data with a place for every scalar, or to findings; it never throws.
//
// The parser keeps the source text of each scalar, so a number never becomes a float: 10.10 stays "10.10".
// Text is bounded before it is parsed (size, characters, tokens, depth), because a small hostile file can hold a
// YAML parser for minutes; and the tree is walked here, so aliases, tags and prototypes never come to life.
import { isAlias, isMap, isScalar, isSeq, Lexer, parseDocument } from "yaml";
import { type Comment, commentsOf } from "../text/comments.ts";
import { type Code, type Diagnostic, type Path, type Span } from "../types/diagnostics.ts";
import { type Finding, toDiagnostics } from "./findings.ts";
import { beyond, scan, SOURCE_LIMITS } from "./scan.ts";
import { slipsOf, type Spot } from "./slips.ts";
import { layout, overflowAt } from "../text/text.ts";
import { findingOf, isFoundElsewhere, tabIn } from "./yaml-faults.ts";

/** Objects have no prototype; every number is the text of its scalar. */
export type Data = null | boolean | string | readonly Data[] | { readonly [key: string]: Data };

export interface Source {
  readonly file?: string;
  readonly text: string;
  /** Absent when any error was found. */
  readonly data: Data | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The place of a value or its key; of a path that does not exist, the place of its nearest ancestor. */
  locate(path: Path, part?: "key" | "value"): Span | undefined;
}

/** The comments of a text, in the order in which they stand; offsets are those of the text as given. */
export function commentsIn(original: string): readonly Comment[] {
  if (overflowAt(original, SOURCE_LIMITS.bytes) !== undefined) return [];
  const { text, at } = layout(original);
  const place = (offset: number): number => at(offset).offset;
  return commentsOf(new Lexer().lex(text)).map((one) => ({ ...one, start: place(one.start), end: place(one.end), next: place(one.next) }));
}

interface Range {
  readonly start: number;
  readonly end: number;
}
interface Place extends Range {
  readonly key?: Range;
  readonly children?: ReadonlyMap<string, Place>;
}

/** Reads YAML (or JSON, which is YAML) text. */
export function readSource(original: string, file?: string): Source {
  const named = file === undefined ? {} : { file };
  const excess = overflowAt(original, SOURCE_LIMITS.bytes);
  const { text, at } = layout(excess === undefined ? original : original.slice(0, excess));
  const refuse = (found: readonly Finding[], faults: readonly Finding[] = []): Source => ({
    ...named, text: original, data: undefined, diagnostics: toDiagnostics(found, faults, at, file), locate: () => undefined,
  });
  if (excess !== undefined) return refuse([beyond("yaml-too-large", text.length, text.length, SOURCE_LIMITS.bytes)]);
  const characters = badCharacters(text);
  if (characters.length > 0) return refuse(characters);
  const scanned = scan(text, new Lexer().lex(text));
  if (scanned.stopped) return refuse(scanned.found, scanned.faults);
  const parsed = parse(text);
  const walked = walk(parsed.contents, text);
  const found = [...scanned.found, ...walked.found];
  const known = [...scanned.faults, ...parsed.faults, ...walked.faults];
  const faults = known.length + found.length > 0 ? known : parsed.rest;
  const diagnostics = toDiagnostics(...upToTab(text, found, faults), at, file);
  const failed = diagnostics.some(({ severity }) => severity === "error");
  return {
    ...named,
    text: original,
    data: failed ? undefined : walked.data,
    diagnostics,
    locate(path, part = "value") {
      let place = walked.place;
      for (const [i, step] of path.entries()) {
        const next = place.children?.get(String(step));
        if (next === undefined) break;
        place = next;
        if (i === path.length - 1 && part === "key" && place.key !== undefined) place = place.key;
      }
      return { start: at(place.start), end: at(place.end) };
    },
  };
}

/** The parser takes what follows a tab in the indentation for something else and finds faults there that are none. */
function upToTab(text: string, found: readonly Finding[], faults: readonly Finding[]): readonly [readonly Finding[], readonly Finding[]] {
  const first = tabIn(text);
  const tab = first !== undefined && faults.some(({ start }) => start >= first.start) ? first : undefined;
  const before = (list: readonly Finding[]): readonly Finding[] => list.filter(({ start }) => tab === undefined || start < tab.start);
  return [before(found), [...before(faults), ...(tab === undefined ? [] : [tab])]];
}

// C0 and C1 controls, byte order marks within the text, marks that turn the direction of what one reads, halves of characters.
const BAD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

function badCharacters(text: string): Finding[] {
  return [...text.matchAll(BAD)].map(({ 0: char, index }) => {
    const point = char.charCodeAt(0);
    const code = point >= 0xd800 && point <= 0xdfff ? "yaml-lone-surrogate" : "yaml-control-character";
    return { code, start: index, end: index + 1, facts: { found: `U+${point.toString(16).toUpperCase().padStart(4, "0")}` } };
  });
}

interface Parsed {
  readonly contents: unknown;
  readonly faults: readonly Finding[];
  /** Faults that the scan or the walk finds more exactly. */
  readonly rest: readonly Finding[];
}

function parse(text: string): Parsed {
  // Its own fallback for deep nesting throws and catches; the bounds of the scan keep clear of that.
  const document = parseDocument(text, {
    schema: "core", version: "1.2", uniqueKeys: false, merge: false, stringKeys: true, resolveKnownTags: false,
    prettyErrors: false, strict: true, logLevel: "silent",
  });
  const all = [...document.errors, ...document.warnings];
  const [rest, faults] = [true, false].map((exact) => all.filter((fault) => isFoundElsewhere(fault) === exact).map((fault) => findingOf(fault, text)));
  return { contents: document.contents, faults: faults ?? [], rest: rest ?? [] };
}

interface Walked {
  readonly data: Data;
  readonly place: Place;
  readonly found: readonly Finding[];
  readonly faults: readonly Finding[];
}

/** Builds the data and the places from the parser's tree. */
function walk(root: unknown, text: string): Walked {
  const found: Finding[] = [];
  const faults: Finding[] = [];
  const path: (string | number)[] = [];
  let nodes = 0;
  const note = (code: Code, { start, end }: Range, facts: Finding["facts"] = {}, earlier?: Range): void =>
    void found.push({ code, start, end, facts, path: [...path], ...(earlier === undefined ? {} : { earlier }) });
  const limit = (code: Code, range: Range, bound: number): void => note(code, { start: range.start, end: range.start }, { limit: String(bound) });
  type Built = { readonly data: Data; readonly place: Place };

  const build = (node: unknown, spot: Spot, flow: boolean, depth: number, fallback: number): Built => {
    const range = rangeOf(node, fallback);
    nodes++;
    if (nodes === SOURCE_LIMITS.nodes + 1) limit("yaml-too-many-nodes", range, SOURCE_LIMITS.nodes);
    if (nodes > SOURCE_LIMITS.nodes) return { data: null, place: range };
    if (isMap(node) || isSeq(node)) {
      if (depth > SOURCE_LIMITS.depth) {
        limit("yaml-too-deep", range, SOURCE_LIMITS.depth);
        return { data: null, place: range };
      }
      return isMap(node) ? mapping(node, range, flow, depth) : sequence(node, range, flow, depth);
    }
    if (isScalar(node)) return { data: scalar(node, range, spot, flow), place: range };
    return { data: null, place: range };
  };

  const scalar = (node: ScalarNode, range: Range, spot: Spot, flow: boolean): Data => {
    if (node.type === "PLAIN") for (const slip of slipsOf(text, range.start, range.end, spot, flow)) found.push({ ...slip, path: [...path] });
    if (node.value === null || typeof node.value === "boolean") return node.value;
    const value = typeof node.value === "string" ? node.value : (node.source ?? "");
    if (value.length > SOURCE_LIMITS.characters) note("yaml-string-too-long", range, { found: String(value.length), limit: String(SOURCE_LIMITS.characters) });
    return value;
  };

  const sequence = (node: { items: unknown[]; flow?: boolean | undefined }, range: Range, within: boolean, depth: number): Built => {
    const inFlow = within || node.flow === true;
    const children = new Map<string, Place>();
    const data: Data[] = [];
    let end = range.start;
    for (const [i, item] of node.items.entries()) {
      path.push(i);
      const built = build(item, "item", inFlow, depth + 1, end);
      path.pop();
      data.push(built.data);
      children.set(String(i), built.place);
      end = built.place.end;
    }
    return { data, place: { start: range.start, end: node.flow ? range.end : end, children } };
  };

  const mapping = (node: { items: { key: unknown; value: unknown }[]; flow?: boolean | undefined }, range: Range, within: boolean, depth: number): Built => {
    const children = new Map<string, Place>();
    const data = Object.create(null) as Record<string, Data>;
    const flow = within || node.flow === true;
    let end = range.start;
    for (const pair of node.items) {
      const key = rangeOf(pair.key, end);
      const name = keyOf(pair.key);
      nodes++;
      path.push(name ?? "");
      if (name === undefined) {
        if (!isAlias(pair.key)) faults.push({ code: "yaml-key-type", ...key, facts: {}, path: path.slice(0, -1) });
      } else scalar(pair.key as ScalarNode, key, pair.value === null ? "lone-key" : "key", flow);
      const value = rangeOf(pair.value, key.end);
      const built = build(pair.value, !flow && startsLine(text, value.start) ? "own-line" : "value", flow, depth + 1, key.end);
      end = Math.max(key.end, built.place.end);
      if (name !== undefined) {
        const earlier = children.get(name)?.key;
        if (name === "__proto__") note("yaml-forbidden-key", key, { key: name });
        else if (earlier !== undefined) note("yaml-duplicate-key", key, { key: name }, earlier);
        else {
          data[name] = built.data;
          children.set(name, { ...built.place, key });
        }
      }
      path.pop();
    }
    return { data, place: { start: range.start, end: node.flow ? range.end : end, children } };
  };

  const { data, place } = build(root, "root", false, 1, 0);
  return { data, place, found, faults };
}

interface ScalarNode {
  readonly value: unknown;
  readonly source?: string | undefined;
  readonly type?: string | undefined;
}

function startsLine(text: string, offset: number): boolean {
  let before = offset - 1;
  while (text[before] === " ") before--;
  return before < 0 || text[before] === "\n";
}

/** The text of a key; undefined where it is empty or not text. */
const keyOf = (key: unknown): string | undefined =>
  isScalar(key) && typeof key.value === "string" && !(key.type === "PLAIN" && key.value === "") ? key.value : undefined;

function rangeOf(node: unknown, fallback: number): Range {
  const range = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: fallback, end: fallback };
}
