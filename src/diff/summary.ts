// 重评汇总: how many evaluations change, by how much, and through which change. Sums are exact; only a mean is rounded, and
// says so.
import { add, compare, exact, type Exact, reduce, round, show, toText, ZERO } from "../numbers/number.ts";
import type { ReplayedEvaluation, ReplaySummary } from "./replay-types.ts";

const signed = (value: Exact): string => (value.n > 0n ? `+${show(value, 12)}` : show(value, 12));
export const read = (text: string): Exact => exact(text.replace(/^\+/, ""));
const sumOf = (texts: readonly string[]): Exact => texts.map(read).reduce(add, ZERO);

/** Bounds of the ranges; zero is a range of its own. */
const BOUNDS = ["-10", "-5", "-1", "0", "1", "5", "10"].map(exact);

export function summaryOf(all: readonly ReplayedEvaluation[]): ReplaySummary {
  const count = (test: (one: ReplayedEvaluation) => boolean): number => all.filter(test).length;
  const both = all.flatMap(({ difference }) => (difference === undefined ? [] : [difference]));
  return {
    evaluations: all.length,
    scored: both.length,
    points: count(({ indicators }) => indicators.length > 0),
    totals: both.filter((one) => read(one).n !== 0n).length,
    grades: count(({ grade }) => grade !== undefined && grade !== "same"),
    up: count(({ grade }) => grade === "up"),
    down: count(({ grade }) => grade === "down"),
    onlyOld: count(({ status }) => status === "only-old"),
    onlyNew: count(({ status }) => status === "only-new"),
    neither: count(({ status }) => status === "neither"),
    ...(both.length === 0 ? {} : { differences: differencesOf(both) }),
    changes: changesOf(all),
  };
}

function differencesOf(all: readonly string[]): NonNullable<ReplaySummary["differences"]> {
  const sorted = all.map(read).sort(compare);
  const [least, greatest] = [sorted[0] ?? ZERO, sorted.at(-1) ?? ZERO];
  const sum = sumOf(all);
  const mean = reduce({ n: sum.n, d: sum.d * BigInt(all.length) });
  const shown = round(mean, 2, "half-up");
  const text = toText(shown, 2);
  return {
    sum: signed(sum),
    least: signed(least),
    greatest: signed(greatest),
    mean: { fraction: mean.d === 1n ? `${mean.n}` : `${mean.n}/${mean.d}`, shown: shown.n > 0n ? `+${text}` : text, rounded: compare(shown, mean) !== 0 },
    distribution: rangesOf().flatMap(({ range, holds }) => {
      const evaluations = sorted.filter(holds).length;
      return evaluations === 0 ? [] : [{ range, evaluations }];
    }),
  };
}

function rangesOf(): readonly { readonly range: string; readonly holds: (value: Exact) => boolean }[] {
  const below = BOUNDS.filter(({ n }) => n < 0n);
  const above = BOUNDS.filter(({ n }) => n > 0n);
  const [lowest, highest] = [below[0] ?? ZERO, above.at(-1) ?? ZERO];
  const under = (bound: Exact) => (value: Exact): boolean => compare(value, bound) < 0;
  return [
    { range: `< ${show(lowest)}`, holds: under(lowest) },
    ...below.map((from, index) => ({ from, to: below[index + 1] ?? ZERO })).map(({ from, to }) => ({ range: `[${show(from)}, ${show(to)})`, holds: (value: Exact) => !under(from)(value) && under(to)(value) })),
    { range: "0", holds: ({ n }) => n === 0n },
    ...above.map((to, index) => ({ from: above[index - 1] ?? ZERO, to })).map(({ from, to }) => ({ range: `(${show(from)}, ${show(to)}]`, holds: (value: Exact) => compare(value, from) > 0 && compare(value, to) <= 0 })),
    { range: `> ${show(highest)}`, holds: (value) => compare(value, highest) > 0 },
  ];
}

function changesOf(all: readonly ReplayedEvaluation[]): ReplaySummary["changes"] {
  const parts = all.flatMap((one) => one.parts);
  const groups = new Map(parts.map(({ changes }) => [changes.join(" "), changes]));
  return [...groups]
    .sort(([, a], [, b]) => (a[0] ?? 0) - (b[0] ?? 0) || a.length - b.length)
    .map(([key, changes]) => {
      const own = parts.filter((one) => one.changes.join(" ") === key);
      return { changes, evaluations: own.length, sum: signed(sumOf(own.map(({ difference }) => difference))) };
    });
}
