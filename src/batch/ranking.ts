// 排名: where the total of an evaluation stands among those of its category. Equal totals have equal ranks, as declared:
// `competition` 1, 2, 2, 4 or `dense` 1, 2, 2, 3. Only the totals that occur are kept, so that a million evaluations need
// no more room than their different totals.
import { compare, type Exact, exact, reduce } from "../numbers/number.ts";
import { type RankMode, ranksOf } from "../numbers/ranks.ts";
import type { BatchResult } from "./record.ts";
import { valueOf } from "./summary.ts";

export interface Rank {
  readonly rank: number;
  /** others have the same */
  readonly tied: boolean;
  /** how many are ranked together */
  readonly among: number;
}

export interface Ranking {
  /** counts a result; one without a total, or rejected, has no rank */
  add(result: BatchResult): void;
  /** once all are counted */
  rankOf(result: BatchResult): Rank | undefined;
}

interface Group {
  readonly totals: Map<string, { readonly value: Exact; count: number; rank: number }>;
  among: number;
  sorted: boolean;
}

/** Totals are compared within one category, purpose and full marks of frameworks, and within `within` where that is given. */
export function ranking(mode: RankMode, within: readonly string[] = []): Ranking {
  const groups = new Map<string, Group>();
  const keyOf = (result: BatchResult): string => JSON.stringify([groupOf(result), ...within.map((one) => valueOf(result, one) ?? null)]);
  return {
    add(result) {
      if (result.total === undefined || result.rejected) return;
      const key = keyOf(result);
      const group = groups.get(key) ?? { totals: new Map(), among: 0, sorted: false };
      groups.set(key, group);
      const value = exact(result.total);
      const known = group.totals.get(totalKey(value));
      if (known === undefined) group.totals.set(totalKey(value), { value, count: 1, rank: 0 });
      else known.count++;
      group.among++;
      group.sorted = false;
    },
    rankOf(result) {
      const group = result.total === undefined || result.rejected ? undefined : groups.get(keyOf(result));
      if (group === undefined) return undefined;
      if (!group.sorted) sort(group, mode);
      const found = group.totals.get(totalKey(exact(result.total ?? "0")));
      return found && { rank: found.rank, tied: found.count > 1, among: group.among };
    },
  };
}

/** What must be the same for totals to be compared or summed. */
export const groupOf = ({ framework }: BatchResult): readonly (string | undefined)[] => [framework?.category, framework?.purpose, framework?.full];

/** 90 and 90.00 are one total. */
function totalKey(value: Exact): string {
  const { n, d } = reduce(value);
  return `${n}/${d}`;
}

function sort(group: Group, mode: RankMode): void {
  const totals = [...group.totals.values()].sort((a, b) => compare(b.value, a.value));
  const ranks = ranksOf(totals.map(({ count }) => count), mode);
  totals.forEach((one, index) => void (one.rank = ranks[index] ?? 0));
  group.sorted = true;
}
