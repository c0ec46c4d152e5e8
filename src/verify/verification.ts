// 核验报告: what verification finds, with fingerprints, and with what the documents and the baseline accept marked as
// accepted. What is accepted in vain is an error, so that suppressions cannot outlive their reason.
import { type BaselineEntry, readBaseline } from "./baseline.ts";
import { NO_CHECKS } from "./configuration.ts";
import { type Diagnostic, sortDiagnostics } from "../types/diagnostics.ts";
import { fingerprintOf, identities } from "./identity.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import type { Counts, Reported, Suppressed, Verification } from "../types/reported.ts";
import { canBeSuppressed, directivesOf, isCheckCode, isSuppressible, speaksOf } from "./suppression.ts";
import { verify, type VerifyOptions } from "./verify.ts";

export interface VerificationOptions extends VerifyOptions {
  /** findings that are accepted for now */
  readonly baseline?: Loaded;
  /** whether a file that was not given still exists; without it, nothing is said of the baseline's other files */
  readonly exists?: (file: string) => boolean;
}

/** Verifies documents and accounts for every finding. Files are named as the documents name them. */
export function verification(given: readonly Loaded[], options: VerificationOptions = {}): Verification {
  const found = verify(given, options);
  const inline = acceptInline(found, given, options);
  const reported = reportedOf(sortDiagnostics([...found, ...inline.diagnostics]), given, inline.accepted);
  const { baseline } = options;
  const files = given.map(fileOf);
  const { entries, diagnostics } = isKind(baseline, "baseline") ? readBaseline(baseline) : { entries: [], diagnostics: [] };
  const accepted = acceptBaseline(reported, entries, files, options);
  const late = reportedOf(sortDiagnostics([...diagnostics, ...accepted.diagnostics]), baseline === undefined ? [] : [baseline]);
  const findings = [...accepted.reported, ...late];
  const documents = given.map((one) => ({ file: fileOf(one), kind: one.kind ?? null, readable: one.data !== undefined }));
  return { documents, findings, counts: countsOf(findings) };
}

const fileOf = (one: Loaded): string => one.file ?? "-";

function reportedOf(list: readonly Diagnostic[], documents: readonly Loaded[], accepted: ReadonlyMap<Diagnostic, Suppressed> = new Map()): readonly Reported[] {
  const ids = identities(list, documents);
  return list.flatMap((one, index): readonly Reported[] => {
    const identity = ids[index];
    const suppressed = accepted.get(one);
    return identity === undefined ? [] : [{ ...one, identity, fingerprint: fingerprintOf(identity), ...(suppressed === undefined ? {} : { suppressed }) }];
  });
}

interface Inline {
  readonly accepted: ReadonlyMap<Diagnostic, Suppressed>;
  readonly diagnostics: readonly Diagnostic[];
}

function acceptInline(found: readonly Diagnostic[], given: readonly Loaded[], options: VerificationOptions): Inline {
  const read = given.map(directivesOf);
  const accepted = new Map<Diagnostic, Suppressed>();
  const diagnostics: Diagnostic[] = read.flatMap((one) => one.diagnostics);
  // While an error keeps other checks from running, nothing is called unused: what a document stands on may be elsewhere.
  const open = found.some(isUnsettling) || given.some((one) => one.data === undefined);
  for (const directive of read.flatMap((one) => one.directives)) {
    const meant = found.filter((one) => speaksOf(directive, one));
    const may = meant.filter(isSuppressible);
    for (const one of may) accepted.set(one, { kind: "inline", reason: directive.reason });
    if (!canBeSuppressed(directive.code) || may.length < meant.length) diagnostics.push(directive.tell("suppression-not-allowed"));
    else if (meant.length === 0 && isOn(directive.code, options) && !open) diagnostics.push(directive.tell("suppression-unused"));
  }
  return { accepted, diagnostics };
}

interface Accepted {
  readonly reported: readonly Reported[];
  readonly diagnostics: readonly Diagnostic[];
}

function acceptBaseline(found: readonly Reported[], entries: readonly BaselineEntry[], checked: readonly string[], options: VerificationOptions): Accepted {
  const byFingerprint = new Map(entries.map((one) => [one.fingerprint, one]));
  const met = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const reported = found.map((one): Reported => {
    const entry = byFingerprint.get(one.fingerprint);
    if (entry === undefined) return one;
    met.add(entry.fingerprint);
    if (one.suppressed !== undefined) return one;
    if (isSuppressible(one)) return { ...one, suppressed: { kind: "baseline", reason: entry.reason } };
    diagnostics.push(entry.tell("suppression-not-allowed"));
    return one;
  });
  const open = found.some(isUnsettling);
  for (const entry of entries) {
    const gone = checked.includes(entry.file) ? isOn(entry.code, options) && !open : options.exists?.(entry.file) === false;
    if (gone && !met.has(entry.fingerprint)) diagnostics.push(entry.tell("baseline-stale"));
  }
  return { reported, diagnostics };
}

/** Whether the check behind a code runs at all: what was switched off proves nothing gone. */
const isOn = (code: string, { configuration = NO_CHECKS }: VerificationOptions): boolean => !isCheckCode(code) || configuration.checks.some((one) => one.id === code);

/** A fault that may have kept checks from looking. */
const isUnsettling = (one: Diagnostic): boolean => one.severity === "error" && !canBeSuppressed(one.code) && !/^(?:suppression|baseline)-/.test(one.code);

function countsOf(findings: readonly Reported[]): Counts {
  const shown = findings.filter((one) => one.suppressed === undefined);
  const count = (severity: Diagnostic["severity"]): number => shown.filter((one) => one.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info"), suppressed: findings.length - shown.length };
}
