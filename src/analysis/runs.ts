// 数列: sets of figures on the grid of a rounding, as runs of neighbouring whole numbers. A sum of two sets is a shift
// of one long binary number by every figure of the other; nothing is tried combination by combination.

/** Whole numbers from `from` to `to`: figures of a grid, scaled. */
export interface Run {
  readonly from: bigint;
  readonly to: bigint;
}

/** Neighbouring figures as runs, in ascending order. */
export function runsOf(figures: readonly bigint[]): readonly Run[] {
  const runs: { from: bigint; to: bigint }[] = [];
  for (const one of [...figures].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
    const last = runs.at(-1);
    if (last !== undefined && one <= last.to + 1n) last.to = one;
    else runs.push({ from: one, to: one });
  }
  return runs;
}

/** Runs in ascending order, those that touch put together. */
export function merged(runs: readonly Run[]): readonly Run[] {
  const found: { from: bigint; to: bigint }[] = [];
  for (const { from, to } of [...runs].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to + 1n) last.to = to > last.to ? to : last.to;
    else found.push({ from, to });
  }
  return found;
}

/** How many figures. */
export const sizeOf = (runs: readonly Run[]): bigint => runs.reduce((sum, { from, to }) => sum + to - from + 1n, 0n);

const MOST_BITS = 4_000_000n;

/** Every sum of one figure of each; undefined where they reach too far. */
export function sumOfRuns(a: readonly Run[], b: readonly Run[]): readonly Run[] | undefined {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const [low, high] = [many[0]?.from ?? 0n, many.at(-1)?.to ?? 0n];
  if (high - low > MOST_BITS) return undefined;
  if (few.length * many.length <= 64) return merged(few.flatMap((x) => many.map((y) => ({ from: x.from + y.from, to: x.to + y.to }))));
  const bits = many.reduce((all, { from, to }) => all | (((1n << (to - from + 1n)) - 1n) << (from - low)), 0n);
  const start = few[0]?.from ?? 0n;
  let sums = 0n;
  for (const { from, to } of few) {
    let spread = bits;
    // Shifted by 0 … n: each step doubles how far the bits are spread.
    for (let done = 1n, count = to - from + 1n; done < count; ) {
      const step = done * 2n <= count ? done : count - done;
      spread |= spread << step;
      done += step;
    }
    sums |= spread << (from - start);
  }
  return runsOfBits(sums, low + start);
}

function runsOfBits(bits: bigint, offset: bigint): readonly Run[] {
  const text = [...bits.toString(2)].reverse().join("");
  return [...text.matchAll(/1+/g)].map(({ index, 0: ones }) => ({ from: offset + BigInt(index), to: offset + BigInt(index + ones.length - 1) }));
}

/** Every lesser, or greater, of one figure of each. */
export function extremeOf(a: readonly Run[], b: readonly Run[], which: "min" | "max"): readonly Run[] | undefined {
  const ends = [a, b].map((runs) => (which === "min" ? runs.at(-1)?.to : runs[0]?.from));
  const kept = (runs: readonly Run[], end: bigint | undefined): readonly Run[] =>
    runs.flatMap(({ from, to }) => {
      if (end === undefined) return [];
      const cut = which === "min" ? { from, to: to < end ? to : end } : { from: from > end ? from : end, to };
      return cut.from <= cut.to ? [cut] : [];
    });
  return merged([...kept(a, ends[1]), ...kept(b, ends[0])]);
}
