// 图形: the gate to d3-shape, which writes the paths of links, marks and stacks. The package brings no types; what is
// used of it is written down here.

export type Point = readonly [x: number, y: number];
type Digits<Self> = { digits(places: number): Self };
interface Link extends Digits<Link> {
  (ends: { readonly source: Point; readonly target: Point }): string | null;
}
interface Mark extends Digits<Mark> {
  type(shape: unknown): Mark;
  size(area: number): Mark;
  (): string | null;
}
interface Line extends Digits<Line> {
  (points: readonly Point[]): string | null;
}
type Series = readonly (readonly [from: number, to: number])[];
interface Package {
  linkHorizontal(): Link;
  symbol(): Mark;
  line(): Line;
  stack(): { keys(keys: readonly number[]): { value(of: (row: readonly number[], key: number) => number): (rows: readonly (readonly number[])[]) => readonly Series[] } };
  readonly symbolCircle: unknown;
  readonly symbolTriangle: unknown;
}

export interface Shapes {
  /** a curve that leaves and arrives level */
  link(source: Point, target: Point): string;
  line(points: readonly Point[]): string;
  /** a mark around 0, 0 */
  mark(shape: "circle" | "triangle", area: number): string;
  /** per row of counts, from where to where each count stands on those before it */
  stack(rows: readonly (readonly number[])[]): readonly (readonly (readonly [from: number, to: number])[])[];
}

/** Places are written with so many decimals. */
const PLACES = 2;

export async function loadShapes(): Promise<Shapes> {
  // @ts-expect-error no types
  const { linkHorizontal, line, symbol, stack, symbolCircle, symbolTriangle } = (await import("d3-shape")) as Package;
  const link = linkHorizontal().digits(PLACES);
  const path = line().digits(PLACES);
  return {
    link: (source, target) => link({ source, target }) ?? "",
    line: (points) => path(points) ?? "",
    mark: (shape, area) => symbol().digits(PLACES).type(shape === "circle" ? symbolCircle : symbolTriangle).size(area)() ?? "",
    stack: (rows) => {
      const keys = Array.from({ length: rows[0]?.length ?? 0 }, (_, index) => index);
      const series = stack().keys(keys).value((row, key) => row[key] ?? 0)(rows);
      return rows.map((_, row) => series.map((one) => [one[row]?.[0] ?? 0, one[row]?.[1] ?? 0] as const));
    },
  };
}
