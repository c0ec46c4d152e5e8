// 您是否想写：the candidate nearest to a misspelt word.
import { compareText } from "./text.ts";

/**
 * The candidate that the word most likely meant, by Damerau–Levenshtein distance (a swap of neighbours is one
 * step) in which case and `_` for `-` do not count. At most a third of the word may differ, and never more than
 * three steps. Ties go to the candidate closer as written, then to the longer one (a letter is sooner left out than put
 * in), then to the lower code point.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 64) return undefined;
  const best = candidates
    .filter((candidate) => candidate.length <= 64)
    .map((candidate) => ({ candidate, steps: distance(fold(word), fold(candidate)), exact: distance(word, candidate) }))
    .filter(({ candidate, steps }) => steps <= allowance(word, candidate))
    .sort((a, b) => a.steps - b.steps || a.exact - b.exact || b.candidate.length - a.candidate.length || compareText(a.candidate, b.candidate));
  return best[0]?.candidate;
}

const fold = (word: string): string => word.trim().toLowerCase().replace(/[_ ]/g, "-");

/** How many steps may lie between the two: none for a single character. */
function allowance(word: string, candidate: string): number {
  const length = Math.max([...word].length, [...candidate].length);
  return length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(length / 3)));
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one into the other (code points). */
export function distance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      row.push(swap ? Math.min(steps, (before[j - 2] ?? 0) + 1) : steps);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
