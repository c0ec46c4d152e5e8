// 文档: from source text to a document of a known kind, every fault with its place.
import { documents } from "./index.ts";
import { diagnose, sortDiagnostics, type Code, type Path, type Span } from "../types/diagnostics.ts";
import { nearest } from "../text/nearest.ts";
import { type Data, readSource } from "../source/source.ts";
import type { Loaded } from "../types/loaded.ts";
import type { DocumentKind, Documents } from "../types/types.ts";
import type { z } from "../source/shape.ts";

/** Reads YAML (or JSON) text into a document. Never throws for what the text says. */
export function load(text: string, file?: string): Loaded {
  const source = readSource(text, file);
  const base = { text, locate: source.locate, ...(file === undefined ? {} : { file }) };
  if (source.data === undefined) return { ...base, kind: undefined, data: undefined, diagnostics: source.diagnostics };
  const shaped = shape(source.data, (path, part) => source.locate(path, part), file);
  return { ...base, ...shaped, diagnostics: sortDiagnostics([...source.diagnostics, ...shaped.diagnostics]) };
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
  const diagnostics = withoutMisspelt(parsed.error.issues.flatMap((issue) => flatten(issue, []))).map(({ code, facts, path, part }) => diagnose(code, facts, place(path, part)));
  return { kind, data: undefined, diagnostics };
}

const spanOf = (span: Span | undefined): { span?: Span } => (span === undefined ? {} : { span });

interface Fault {
  readonly code: Code;
  readonly facts: Record<string, string>;
  readonly path: Path;
  readonly part?: "key" | "value";
}

/** A key that is missing because it stands there misspelt is told once. */
function withoutMisspelt(faults: readonly Fault[]): readonly Fault[] {
  const inside = (path: Path): string => JSON.stringify(path.slice(0, -1));
  const meant = new Set(faults.flatMap(({ code, facts, path }) => (code === "unknown-key" && facts["guess"] !== undefined ? [`${inside(path)} ${facts["guess"]}`] : [])));
  return faults.filter(({ code, facts, path }) => code !== "key-missing" || !meant.has(`${inside(path)} ${facts["key"] ?? ""}`));
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
      return [{ code: issue.params?.["code"] === "ends-unstated" ? "ends-unstated" : "value-form", facts: { ...found(issue.input), key: lastOf(path) }, path }];
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
  const flat = branches.flatMap(unfolded);
  const tags = flat.flatMap((issues) => issues.filter(isTag));
  const meant = flat.filter((issues) => !issues.some((issue) => isTag(issue) || isOther(issue)));
  const [tag] = tags;
  if (meant.length === 0 && tag !== undefined) {
    const kinds = [...new Set(tags.flatMap((issue) => ("values" in issue ? issue.values.map(String) : [])))];
    const guess = typeof tag.input === "string" ? nearest(tag.input, kinds) : undefined;
    const facts = { ...found(tag.input), key: "kind", expected: kinds.join("、"), ...(guess ? { guess } : {}) };
    return [{ code: tag.input === undefined ? "key-missing" : "value-unknown", facts, path: [...path, "kind"] }];
  }
  // A word that is none of the allowed ones is answered with those; anything else with the type that is due.
  const odd = ([first]: readonly Issue[]): number => Number((first?.code === "invalid_value") !== (typeof first?.input === "string"));
  const best = meant.length > 0 ? [...meant].sort((a, b) => a.length - b.length)[0] : [...flat].sort((a, b) => odd(a) - odd(b) || a.length - b.length)[0];
  return best === undefined ? [] : best.flatMap((issue) => flatten(issue, path));
}

const isTag = (issue: Issue): boolean => issue.code === "invalid_value" && issue.path.length === 1 && issue.path[0] === "kind";
const isOther = (issue: Issue): boolean => issue.path.length === 0 && issue.code !== "unrecognized_keys";

/** A union inside a union counts as its own branches. */
function unfolded(issues: readonly Issue[]): readonly (readonly Issue[])[] {
  const [only] = issues;
  return issues.length === 1 && only?.code === "invalid_union" && only.path.length === 0 ? only.errors.flatMap(unfolded) : [issues];
}
