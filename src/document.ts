// 文档: from source text to a document of a known kind, every fault with its place.
import { documents } from "./documents/index.ts";
import { diagnose, type Code, type Path, type Span } from "./diagnostics.ts";
import { nearest } from "./nearest.ts";
import { type Data, readSource } from "./source.ts";
import type { Loaded } from "./loaded.ts";
import type { DocumentKind, Documents } from "./types.ts";
import type { z } from "./shape.ts";

/** Reads YAML (or JSON) text into a document. Never throws for what the text says. */
export function load(text: string, file?: string): Loaded {
  const source = readSource(text, file);
  const base = { text, locate: source.locate, ...(file === undefined ? {} : { file }) };
  if (source.data === undefined) return { ...base, kind: undefined, data: undefined, diagnostics: source.diagnostics };
  const shaped = shape(source.data, (path, part) => source.locate(path, part), file);
  return { ...base, ...shaped, diagnostics: [...source.diagnostics, ...shaped.diagnostics] };
}

/** Gives data that came from elsewhere (a program, a part of another document) its place among documents. */
export function fromData(data: Data, locate: Loaded["locate"], file: string | undefined, text = ""): Loaded {
  return { text, locate, ...(file === undefined ? {} : { file }), ...shape(data, locate, file) };
}

function shape(data: Data, locate: Loaded["locate"], file: string | undefined): Pick<Loaded, "kind" | "data" | "diagnostics"> {
  const place = (path: Path, part?: "key" | "value") => ({ ...(file === undefined ? {} : { file }), path, ...spanOf(locate(path, part)) });
  const kinds = Object.keys(documents) as DocumentKind[];
  const given = typeof data === "object" && data !== null && !Array.isArray(data) ? (data as { kind?: unknown })["kind"] : undefined;
  const kind = kinds.find((one) => one === given);
  if (kind === undefined) {
    const guess = typeof given === "string" ? nearest(given, kinds) : undefined;
    const facts = { found: typeof given === "string" ? given : "", expected: kinds.join("、"), ...(guess ? { guess } : {}) };
    return { kind: undefined, data: undefined, diagnostics: [diagnose(given === undefined ? "kind-missing" : "kind-unknown", facts, place(given === undefined ? [] : ["kind"]))] };
  }
  const parsed = documents[kind].safeParse(data, { jitless: true, reportInput: true, error: rememberKeys });
  if (parsed.success) return { kind, data: data as unknown as Documents[DocumentKind], diagnostics: [] };
  const diagnostics = parsed.error.issues.flatMap((issue) => flatten(issue, [])).map(({ code, facts, path, part }) => diagnose(code, facts, place(path, part)));
  return { kind, data: undefined, diagnostics };
}

const spanOf = (span: Span | undefined): { span?: Span } => (span === undefined ? {} : { span });

interface Fault {
  readonly code: Code;
  readonly facts: Record<string, string>;
  readonly path: Path;
  readonly part?: "key" | "value";
}

type Issue = z.core.$ZodIssue;

/** zod's findings in our own codes; of a union, the branch that was meant. */
function flatten(issue: Issue, before: Path): Fault[] {
  const path = [...before, ...issue.path.filter((key): key is string | number => typeof key !== "symbol")];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const guess = nearest(key, allowedKeys(issue));
        return { code: "unknown-key", facts: { key, ...(guess ? { guess } : {}) }, path: [...path, key], part: "key" };
      });
    case "invalid_union":
      return ofUnion(issue.errors, path);
    case "invalid_value":
      return [{ code: issue.input === undefined ? "key-missing" : "value-unknown", facts: { ...found(issue.input), key: lastOf(path), expected: issue.values.map(String).join("、"), ...guessOf(issue) }, path }];
    case "invalid_type":
      return [{ code: issue.input === undefined ? "key-missing" : "type-wrong", facts: { ...found(issue.input), key: lastOf(path), expected: issue.expected }, path }];
    case "invalid_key":
      return [{ code: "key-form", facts: { key: lastOf(path) }, path, part: "key" }];
    case "too_big":
      return [{ code: "too-many", facts: { key: lastOf(path), limit: String(issue.maximum) }, path }];
    case "too_small":
      return [{ code: "too-few", facts: { key: lastOf(path), limit: String(issue.minimum) }, path }];
    case "custom":
      if (typeof issue.params?.["expected"] === "string") return [{ code: "key-missing", facts: { key: lastOf(path), expected: issue.params["expected"] }, path }];
      return [{ code: "value-form", facts: { ...found(issue.input), key: lastOf(path) }, path }];
    default:
      return [{ code: "value-form", facts: { ...found(issue.input), key: lastOf(path) }, path }];
  }
}

const lastOf = (path: Path): string => String(path.at(-1) ?? "");

function found(input: unknown): Record<string, string> {
  if (input === undefined) return {};
  if (input === null) return { found: "空" };
  if (Array.isArray(input)) return { found: "列表" };
  return { found: typeof input === "object" ? "对象" : String(input) };
}

function guessOf(issue: Extract<Issue, { code: "invalid_value" }>): { guess?: string } {
  const guess = typeof issue.input === "string" ? nearest(issue.input, issue.values.map(String)) : undefined;
  return guess === undefined ? {} : { guess };
}

/** A finished issue no longer says which keys were allowed; the message carries them (no words of zod reach a user). */
const rememberKeys: z.core.$ZodErrorMap = (issue) => {
  const definition = issue.code === "unrecognized_keys" ? (issue.inst?._zod.def as { shape?: object } | undefined) : undefined;
  return definition?.shape === undefined ? "" : Object.keys(definition.shape).join("\n");
};
const allowedKeys = (issue: Issue): readonly string[] => issue.message.split("\n").filter((key) => key !== "");

/** Faults of the branch the author meant: the one whose `kind` fits, else the one that fits best. */
function ofUnion(branches: readonly (readonly Issue[])[], path: Path): Fault[] {
  const isTag = (issue: Issue): boolean => issue.code === "invalid_value" && issue.path.at(-1) === "kind" && issue.path.length === 1;
  const isOther = (issue: Issue): boolean => issue.path.length === 0 && issue.code !== "unrecognized_keys";
  const flat = branches.map((issues) => {
    const nested = issues[0]?.code === "invalid_union" && issues.length === 1 && issues[0].path.length === 0 ? issues[0] : undefined;
    return { issues, nested, meant: !issues.some((issue) => isTag(issue) || isOther(issue)) };
  });
  const meant = flat.filter((one) => one.meant || (one.nested !== undefined && ofUnion(one.nested.errors, path).every((fault) => fault.code !== "value-unknown" || fault.path.at(-1) !== "kind")));
  const tags = branches.flat().filter(isTag).flatMap((issue) => ("values" in issue ? issue.values.map(String) : []));
  if (meant.length === 0 && tags.length > 0 && branches.some((issues) => issues.some(isTag))) {
    const tag = branches.flat().find(isTag);
    const input = tag?.input;
    const guess = typeof input === "string" ? nearest(input, tags) : undefined;
    return [{ code: input === undefined ? "key-missing" : "value-unknown", facts: { ...found(input), key: "kind", expected: [...new Set(tags)].join("、"), ...(guess ? { guess } : {}) }, path: [...path, "kind"] }];
  }
  const best = [...(meant.length > 0 ? meant : flat)].sort((a, b) => a.issues.length - b.issues.length)[0];
  return best === undefined ? [] : best.issues.flatMap((issue) => flatten(issue, path));
}
