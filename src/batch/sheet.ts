// 表头行: the headings that many rows have in common, and what they mean for one scorer after another.
import { type Diagnostic, diagnose } from "../types/diagnostics.ts";
import type { Scorer } from "../scorer.ts";
import type { Cell } from "../types/table.ts";
import { type Columns, columnsFor } from "./columns.ts";
import { fold } from "./headings.ts";

export interface Sheet {
  readonly headings: readonly Cell[];
  readonly file: string | undefined;
  /** one of many in its file (lines of JSON have their own keys each) */
  readonly oneOfMany: boolean;
  /** columns that are handed on, by the heading that was asked for */
  readonly labels: ReadonlyMap<string, number>;
  /** labels that were asked for and have no column */
  readonly diagnostics: readonly Diagnostic[];
  columns(scorer: Scorer | undefined): Columns;
}

export function sheetOf(headings: readonly Cell[], file: string | undefined, wanted: readonly string[], oneOfMany: boolean): Sheet {
  const known = new Map<Scorer | undefined, Columns>();
  const labels = new Map<string, number>();
  const diagnostics: Diagnostic[] = [];
  for (const label of wanted) {
    const index = headings.findIndex(({ text }) => fold(text) === fold(label));
    if (index >= 0) labels.set(label, index);
    else if (!oneOfMany) diagnostics.push(diagnose("batch-column-missing", { found: label, expected: headings.map(({ text }) => text).slice(0, 12).join("、") }, { file }));
  }
  return {
    headings,
    file,
    oneOfMany,
    labels,
    diagnostics,
    columns(scorer) {
      const found = known.get(scorer) ?? columnsFor(headings, scorer, file);
      known.set(scorer, found);
      return found;
    },
  };
}
