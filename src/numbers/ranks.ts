// 名次: what rank equal totals share.

/** `competition` 1, 2, 2, 4; `dense` 1, 2, 2, 3 */
export type RankMode = "competition" | "dense";

/** The ranks of totals that differ, the highest first, each shared by so many. */
export function ranksOf(shares: readonly number[], mode: RankMode): readonly number[] {
  let above = 0;
  return shares.map((share, index) => {
    const rank = mode === "dense" ? index + 1 : above + 1;
    above += share;
    return rank;
  });
}
