// A document that was read: its data, its diagnostics, and where everything in it stands.
import type { Diagnostic, Path, Span } from "./diagnostics.ts";
import type { DocumentKind, Documents } from "./types.ts";

/** A document that was read. `data` is absent when its shape is wrong; the diagnostics then say why. */
export interface Loaded<K extends DocumentKind = DocumentKind> {
  readonly kind: K | undefined;
  readonly file?: string;
  readonly text: string;
  readonly data: Documents[K] | undefined;
  readonly diagnostics: readonly Diagnostic[];
  locate(path: Path, part?: "key" | "value"): Span | undefined;
}

/** A document whose shape is right. */
export type Document<K extends DocumentKind> = Loaded<K> & { readonly kind: K; readonly data: Documents[K] };

export const isKind = <K extends DocumentKind>(loaded: Loaded | undefined, kind: K): loaded is Document<K> =>
  loaded !== undefined && loaded.kind === kind && loaded.data !== undefined;
