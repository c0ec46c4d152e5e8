// 基线: the findings that stood when checking began. Those that are gone must leave it, so that it only shrinks.
import { diagnose, type Diagnostic } from "../types/diagnostics.ts";
import { fingerprintOf } from "./identity.ts";
import { placeIn } from "../link/link.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { messages } from "../messages/index.ts";
import { nearest } from "../text/nearest.ts";
import type { Identity, Verification } from "../types/reported.ts";
import { canBeSuppressed, isSuppressible } from "./suppression.ts";
import { compareText } from "../text/text.ts";

export interface BaselineEntry extends Identity {
  /** its position in the document */
  readonly index: number;
  readonly fingerprint: string;
  /** its own, else that of the whole baseline */
  readonly reason: string;
  readonly ownReason: string | undefined;
  tell(code: "baseline-stale" | "suppression-not-allowed" | "suppression-unknown", guess?: string): Diagnostic;
}

/** The entries of a baseline, and those that accept what cannot be accepted. */
export function readBaseline(document: Document<"baseline">): { readonly entries: readonly BaselineEntry[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const entries = document.data.findings.flatMap(({ code, file, at = "", nth = "1", reason }, index): BaselineEntry[] => {
    const identity = { code, file, at, nth: Number(nth) };
    const tell: BaselineEntry["tell"] = (what, guess = "") => diagnose(what, { check: code, file, at, guess }, placeIn(document, ["findings", index, "code"]));
    const known = Object.hasOwn(messages, code);
    if (!known) diagnostics.push(tell("suppression-unknown", nearest(code, Object.keys(messages).filter(canBeSuppressed))));
    else if (!canBeSuppressed(code)) diagnostics.push(tell("suppression-not-allowed"));
    else return [{ ...identity, index, fingerprint: fingerprintOf(identity), reason: reason ?? document.data.reason, ownReason: reason, tell }];
    return [];
  });
  return { entries, diagnostics };
}

export const BASELINE_REASON = "启用检查时已有的问题，待逐步改正";

export interface NextBaseline {
  readonly text: string;
  readonly size: number;
}

/** A baseline of everything that can be accepted; what `before` says of files that were not checked stays. */
export function writeBaseline({ documents, findings }: Verification, before?: Loaded, head = ""): NextBaseline {
  const checked = new Set(documents.map((one) => one.file));
  const accepted = findings.filter((one) => one.suppressed?.kind !== "inline" && isSuppressible(one));
  const old = isKind(before, "baseline") ? readBaseline(before).entries : [];
  const stale = staleIn(findings);
  const kept = old.filter((one) => !checked.has(one.file) && !stale.has(one.index));
  const reasons = new Map(old.map((one) => [one.fingerprint, one.ownReason]));
  const entries = [...kept.map((one) => ({ ...one, reason: one.ownReason })), ...accepted.map(({ identity, fingerprint }) => ({ ...identity, reason: reasons.get(fingerprint) }))];
  return written(entries, before, head);
}

/** The baseline without the entries that no longer occur. */
export function pruneBaseline({ findings }: Verification, before: Document<"baseline">, head = ""): NextBaseline {
  const stale = staleIn(findings);
  const kept = before.data.findings.filter((_, index) => !stale.has(index));
  return written(kept.map(({ code, file, at = "", nth = "1", reason }) => ({ code, file, at, nth: Number(nth), reason })), before, head);
}

const staleIn = (findings: Verification["findings"]): ReadonlySet<unknown> => new Set(findings.filter((one) => one.code === "baseline-stale").map((one) => one.path?.[1]));

type Written = Identity & { readonly reason: string | undefined };

function written(entries: readonly Written[], before: Loaded | undefined, head: string): NextBaseline {
  const sorted = [...entries].sort((a, b) => compareText(a.file, b.file) || compareText(a.at, b.at) || compareText(a.code, b.code) || a.nth - b.nth);
  const lines = sorted.flatMap(({ file, code, at, nth, reason }) => [
    `  - file: ${scalar(file)}`,
    `    code: ${code}`,
    ...(at === "" ? [] : [`    at: ${scalar(at)}`]),
    ...(nth === 1 ? [] : [`    nth: ${nth}`]),
    ...(reason === undefined ? [] : [`    reason: ${scalar(reason)}`]),
  ]);
  const reason = isKind(before, "baseline") ? before.data.reason : BASELINE_REASON;
  const list = lines.length === 0 ? "findings: []" : ["findings:", ...lines].join("\n");
  return { text: `${head}kind: baseline\nreason: ${scalar(reason)}\n${list}\n`, size: sorted.length };
}

/** Plain where no reader could take it for anything but this text, else in double quotes. */
export const scalar = (text: string): string => (/^[\p{L}_][\p{L}\p{N}_./，。、；（）-]*$/u.test(text) && !/^(?:null|true|false)$/i.test(text) ? text : JSON.stringify(text));
