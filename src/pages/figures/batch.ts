// 批量: many scorecards as one body — ranked, counted, summed, compared. Every report of a batch is a rendering of this.
import type { Scorecard } from "../../types/scorecard-types.ts";
import { comparison } from "./comparison.ts";
import { distribution } from "./distribution.ts";
import { heatMap } from "./heat.ts";
import { groupKey, hasTotal, ranked, rowOf } from "./rows.ts";
import { summary, summaryRow } from "./summaries.ts";
import type { Batch, BatchGroup, BatchOptions, BatchRow, Dimension } from "./types.ts";

const DIMENSIONS: readonly Dimension[] = ["department", "sector", "grade"];

/** Puts scorecards in order. The same scorecards in the same order give the same data. */
export function batchOf(cards: readonly Scorecard[], options: BatchOptions = {}): Batch {
  const { previous, rank = "competition", by = DIMENSIONS, unscored = [] } = options;
  const parts = partsBy(cards.map((_, index) => index), (index) => groupKey(cards[index] as Scorecard));
  const groups: BatchGroup[] = [];
  let from = 1;
  for (const indices of parts) {
    const [first] = indices.map((index) => cards[index]);
    if (first === undefined) continue;
    const { framework, total, grades } = first;
    const rows = ranked(indices.map((index) => rowOf(cards[index] as Scorecard, index)), rank, from);
    from += rows.length;
    groups.push({
      category: framework.category,
      purpose: framework.purpose,
      full: total.full,
      grades,
      frameworks: partsBy(indices, (index) => frameworkKey(cards[index] as Scorecard)).map((same) => {
        const { id, version, title } = (cards[same[0] ?? 0] as Scorecard).framework;
        return { id, version, title, evaluations: same.length };
      }),
      rows,
      distribution: distribution(rows.filter(hasTotal), total.full, grades),
      all: summaryRow(undefined, rows, grades),
      summaries: by.map((dimension) => ({ by: dimension, rows: summary(dimension, rows, grades) })),
    });
  }
  const rows = groups.flatMap((one) => one.rows);
  return {
    rank,
    groups,
    ...(previous === undefined ? {} : { comparison: comparison(rows, cards, previous) }),
    heat: groups.flatMap((group) => partsBy<BatchRow>(group.rows, (row) => frameworkKey(cards[row.index] as Scorecard)).flatMap((same) => heatMap(same, cards) ?? [])),
    unscored,
  };
}

const frameworkKey = ({ framework }: Scorecard): string => `${framework.id}@${framework.version}`;

/** Parts of a list by a key, in the order in which they are met. */
function partsBy<One>(list: readonly One[], key: (one: One) => string): readonly (readonly One[])[] {
  const parts = new Map<string, One[]>();
  for (const one of list) {
    const part = parts.get(key(one));
    if (part === undefined) parts.set(key(one), [one]);
    else part.push(one);
  }
  return [...parts.values()];
}
