// 分组: labels that print a weight — 产出指标(50分), 投入16 — and the rows below them.
import { add, type Exact, parseExact, ZERO } from "../number.ts";
import { plain } from "../reading/characters.ts";
import type { Cell } from "../table.ts";
import { ownOrParts } from "./sums.ts";
import type { Entry, View } from "./view.ts";

export interface Section {
  readonly cell: Cell;
  readonly printed: Exact;
  /** of the rows below that print a weight, or points where no weights are printed */
  readonly sum: Exact;
  readonly complete: boolean;
  readonly entries: readonly Entry[];
}

const BRACKETED = /\( ?(\d[\d.]*) ?分? ?\)$/;
/** 投入16; not 指标1, which counts the indicators. */
const BARE = /^[\p{Script=Han}“”"、]*[^\d\s.第标]\s?(\d[\d.]*) ?分?$/u;

function weightIn(label: string): Exact | undefined {
  const text = plain(label);
  const found = BRACKETED.exec(text)?.[1] ?? BARE.exec(text)?.[1];
  return found === undefined ? undefined : parseExact(found);
}

export function sectionsOf({ counted, prints }: View): readonly Section[] {
  const sections = new Map<string, { cell: Cell; printed: Exact; entries: Entry[] }>();
  for (const entry of counted) {
    entry.row.groups.forEach((cell, level) => {
      const printed = weightIn(cell.text);
      if (printed === undefined) return;
      const path = entry.row.groups.slice(0, level + 1).map((one) => one.text).join("\n");
      const section = sections.get(path) ?? { cell, printed, entries: [] };
      section.entries.push(entry);
      sections.set(path, section);
    });
  }
  return [...sections.values()].map((section) => {
    const weights = section.entries.map((one) => ownOrParts(one, prints.weight ? "weight" : "points"));
    const complete = prints.weight && weights.every((one) => one !== undefined);
    return { ...section, sum: weights.reduce<Exact>((sum, one) => add(sum, one ?? ZERO), ZERO), complete };
  });
}
