// 比例尺: the gate to d3-scale, which turns figures into places on a page. The package brings no types; what is used
// of it is written down here.
//
// Geometry is the one use of JavaScript numbers: a label is never made from them.

/** From the figures of `domain` to the places of `range`. */
type Scale = (value: number) => number;
interface Band {
  (value: number): number | undefined;
  bandwidth(): number;
}
interface Package {
  scaleLinear(): { domain(ends: readonly number[]): { range(ends: readonly number[]): Scale } };
  scaleBand(): { domain(values: readonly number[]): { range(ends: readonly number[]): { paddingInner(share: number): Band } } };
}

export interface Scales {
  linear(domain: readonly [number, number], range: readonly [number, number]): Scale;
  /** `count` equal bands with a gap between them, which is a share of the step */
  bands(count: number, range: readonly [number, number], gap: number): { at(index: number): number; readonly width: number };
}

export async function loadScales(): Promise<Scales> {
  // @ts-expect-error no types
  const { scaleLinear, scaleBand } = (await import("d3-scale")) as Package;
  return {
    linear: (domain, range) => scaleLinear().domain(domain).range(range),
    bands: (count, range, gap) => {
      const band = scaleBand().domain(Array.from({ length: count }, (_, index) => index)).range(range).paddingInner(gap);
      return { at: (index) => band(index) ?? 0, width: band.bandwidth() };
    },
  };
}
