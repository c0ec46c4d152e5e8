// 自动改正: applies the edits of findings until nothing changes. What a document means never changes: its data stay
// equal up to the plain form of figures, and a document that could not be read is only rewritten when it then can.
import { canonical } from "../text/digest.ts";
import type { Edit } from "../types/diagnostics.ts";
import { load } from "../documents/document.ts";
import type { Loaded } from "../types/loaded.ts";
import { meaning } from "../text/plain-form.ts";
import type { Reported, Verification } from "../types/reported.ts";
import { readSource } from "../source/source.ts";
import { verification, type VerificationOptions } from "./verification.ts";

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** findings that were mended */
  readonly count: number;
}

export interface Fixed {
  /** the documents as they stand afterwards, in their order */
  readonly documents: readonly Loaded[];
  readonly files: readonly FixedFile[];
  readonly verification: Verification;
}

/** Each round mends what the one before laid open; blocks within blocks take a round for each level. */
const ROUNDS = 100;

/** Mends documents; `may` says which ones can be written. */
export function fix(given: readonly Loaded[], options: VerificationOptions = {}, may: (one: Loaded) => boolean = () => true): Fixed {
  let documents = given;
  let found = verification(given, options);
  const counts = new Map<Loaded, number>();
  const closed = new Set<number>(); // of documents that no edit changes any more
  for (let round = 0; round < ROUNDS; round++) {
    const next = documents.map((one, index) => {
      const first = given[index];
      if (first === undefined || closed.has(index) || !may(first)) return one;
      const { document, count } = fixOnce(one, found.findings.filter((each) => each.file === one.file && each.suppressed === undefined));
      if (count === 0) closed.add(index);
      counts.set(first, (counts.get(first) ?? 0) + count);
      return document;
    });
    if (next.every((one, index) => one === documents[index])) break;
    documents = next;
    found = verification(documents, withDocuments(options, given, documents));
  }
  const kept = documents.map((one, index) => (isRead(one) ? one : (given[index] ?? one)));
  if (kept.some((one, index) => one !== documents[index])) found = verification(kept, withDocuments(options, given, kept));
  const files = given.flatMap((one, index): FixedFile[] => {
    const after = kept[index]?.text ?? one.text;
    return after === one.text ? [] : [{ file: one.file ?? "-", before: one.text, after, count: counts.get(one) ?? 0 }];
  });
  return { documents: kept, files, verification: found };
}

/** References are looked up among the documents as they stand now. */
function withDocuments(options: VerificationOptions, given: readonly Loaded[], documents: readonly Loaded[]): VerificationOptions {
  const { known = [] } = options;
  return { ...options, known: known.map((one) => documents[given.indexOf(one)] ?? one) };
}

const isRead = (one: Loaded): boolean => one.data !== undefined || readSource(one.text).data !== undefined;

/** All edits that do not touch each other; one by one where they do not go together. */
function fixOnce(document: Loaded, findings: readonly Reported[]): { readonly document: Loaded; readonly count: number } {
  const apart = findings.map((one) => one.edits ?? []).filter((edits, index, all) => edits.length > 0 && !all.slice(0, index).some((others) => touch(others, edits)));
  const together = applied(document, apart.flat());
  if (together !== undefined) return { document: together, count: apart.length };
  let now = document;
  let count = 0;
  // From the end, so that the offsets of those before stay right.
  for (const edits of [...apart].sort((a, b) => (b[0]?.start ?? 0) - (a[0]?.start ?? 0))) {
    const next = applied(now, edits);
    if (next === undefined) continue;
    now = next;
    count++;
  }
  return { document: now, count };
}

const touch = (a: readonly Edit[], b: readonly Edit[]): boolean => a.some((one) => b.some((other) => one.start < other.end && other.start < one.end) || b.some((other) => one.start === other.start));

/** The document with some edits; undefined where nothing changes or the meaning would. */
function applied(document: Loaded, edits: readonly Edit[]): Loaded | undefined {
  const text = edited(document.text, edits);
  if (text === document.text) return undefined;
  const before = document.data ?? readSource(document.text).data;
  const after = load(text, document.file);
  if (before === undefined) return after;
  const now = after.data ?? readSource(text).data;
  return now !== undefined && canonical(meaning(now)) === canonical(meaning(before)) ? after : undefined;
}

/** The text with some edits, which must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const one of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + text.slice(at);
}
