// 分组: labels that print a weight — 产出指标(50分), 投入16 — or have it in a column of its own, and the rows below.
import { add, type Exact, parseExact, ZERO } from "../numbers/number.ts";
import { plain } from "../reading/characters.ts";
import type { Cell } from "../types/table.ts";
import { readAmount, valueOf } from "./amount.ts";
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
/** 投入16, 产出指标50; not 指标1, which counts the indicators. */
const BARE = /^[\p{Script=Han}“”"、]*(?:[^\d\s.第标] ?(?=\d)|标 ?(?=\d\d))(\d[\d.]*) ?分?$/u;

function weightIn(label: string): Exact | undefined {
  const text = plain(label);
  const found = BRACKETED.exec(text)?.[1] ?? BARE.exec(text)?.[1];
  return found === undefined ? undefined : parseExact(found);
}

/** What one row prints about the weight of one of its groups. */
function printedAt({ row }: Entry, level: number): { readonly cell: Cell; readonly printed: Exact } | undefined {
  const column = row.groupWeights?.[level];
  const inColumn = valueOf(readAmount(column, "points"));
  if (column !== undefined && inColumn !== undefined) return { cell: column, printed: inColumn };
  const label = row.groups[level];
  const printed = label && weightIn(label.text);
  return label === undefined || printed === undefined ? undefined : { cell: label, printed };
}

export function sectionsOf({ counted, prints }: View): readonly Section[] {
  const groups = new Map<string, { level: number; entries: Entry[] }>();
  for (const entry of counted) {
    entry.row.groups.forEach((_, level) => {
      const path = entry.row.groups.slice(0, level + 1).map((one) => one.text).join("\n");
      const group = groups.get(path) ?? { level, entries: [] };
      group.entries.push(entry);
      groups.set(path, group);
    });
  }
  return [...groups.values()].flatMap(({ level, entries }) => {
    // A merged cell prints its weight once.
    const said = entries.map((one) => printedAt(one, level)).find((one) => one !== undefined);
    if (said === undefined) return [];
    const weights = entries.map((one) => ownOrParts(one, prints.weight ? "weight" : "points"));
    const complete = prints.weight && weights.every((one) => one !== undefined);
    return [{ ...said, entries, sum: weights.reduce<Exact>((sum, one) => add(sum, one ?? ZERO), ZERO), complete }];
  });
}
