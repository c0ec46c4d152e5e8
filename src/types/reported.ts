// 核验结果: what a verification hands over — every finding with a fingerprint, and whether it was accepted.
import type { Diagnostic } from "./diagnostics.ts";
import type { DocumentKind } from "./types.ts";

/** A finding that was accepted, by a comment in the document or by the baseline. */
export interface Suppressed {
  readonly kind: "inline" | "baseline";
  readonly reason: string;
}

/** What makes a finding the same one when lines move and lists are reordered. */
export interface Identity {
  readonly code: string;
  readonly file: string;
  /** where in the document: keys, and the ids of list elements */
  readonly at: string;
  /** counted from 1 among findings that are alike in all of this */
  readonly nth: number;
}

export interface Reported extends Diagnostic {
  readonly identity: Identity;
  /** 32 hexadecimal digits of the identity */
  readonly fingerprint: string;
  readonly suppressed?: Suppressed;
}

export interface VerifiedDocument {
  readonly file: string;
  /** null where the document says none, or cannot be read */
  readonly kind: DocumentKind | null;
  /** false where its text or its shape cannot be read */
  readonly readable: boolean;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly suppressed: number;
}

export interface Verification {
  readonly documents: readonly VerifiedDocument[];
  /** by file and place; the accepted ones included */
  readonly findings: readonly Reported[];
  /** what was not accepted by severity, and what was */
  readonly counts: Counts;
}
