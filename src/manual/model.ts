// 说明书: what a manual of a framework, a library or a pack is. Plain data: every format only draws it.
import type { Language } from "../types/types.ts";

/** A cell of a table; line breaks in `text` are kept. Merged cells hold the place of the others with `undefined`. */
export interface ManualCell {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
  /** a heading within the table: of several rows, or of its own */
  readonly head?: "group" | "row";
  /** where the text leads */
  readonly href?: string;
}

export interface ManualTable {
  /** `width` in percent of the table */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly number?: boolean }[];
  readonly rows: readonly (readonly (ManualCell | undefined)[])[];
}

export interface ManualSection {
  readonly heading: string;
  readonly text?: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly table?: ManualTable;
  /** YAML, shown as it is written */
  readonly code?: string;
  readonly list?: readonly string[];
}

export interface Manual {
  readonly lang: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly ManualSection[];
}

export const plainCells = (texts: readonly string[]): readonly ManualCell[] => texts.map((text) => ({ text }));
