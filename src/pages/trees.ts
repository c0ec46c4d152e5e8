// 树图: the gate to d3-hierarchy, which lays out trees. The package brings no types; what is used of it is written
// down here.

interface Node<Data> {
  readonly data: Data;
  readonly x: number;
  readonly depth: number;
  readonly parent: Node<Data> | null;
  readonly children?: readonly Node<Data>[];
  descendants(): readonly Node<Data>[];
}
interface Layout<Data> {
  nodeSize(size: readonly [breadth: number, depth: number]): Layout<Data>;
  separation(of: (a: Node<Data>, b: Node<Data>) => number): Layout<Data>;
  (root: Node<Data>): Node<Data>;
}
interface Package {
  hierarchy<Data>(root: Data, children: (one: Data) => readonly Data[]): Node<Data>;
  cluster<Data>(): Layout<Data>;
}

/** A node with its place across the tree: from 0, the middle of the first leaf, to the middle of the last. */
export interface Placed<Data> {
  readonly data: Data;
  readonly across: number;
  readonly depth: number;
  readonly leaf: boolean;
  readonly parent: Data | undefined;
}

export interface Trees {
  /** leaves one below the other, each as high as it says, whatever their depth; every other node in the middle of its own */
  cluster<Data>(root: Data, children: (one: Data) => readonly Data[], height: (leaf: Data) => number): readonly Placed<Data>[];
}

export async function loadTrees(): Promise<Trees> {
  // @ts-expect-error no types
  const { hierarchy, cluster } = (await import("d3-hierarchy")) as Package;
  return {
    cluster: <Data>(root: Data, children: (one: Data) => readonly Data[], height: (leaf: Data) => number) => {
      const apart = cluster<Data>().nodeSize([1, 1]).separation((a, b) => (height(a.data) + height(b.data)) / 2);
      const nodes = apart(hierarchy(root, children)).descendants();
      const first = Math.min(...nodes.map(({ x }) => x));
      return nodes.map(({ data, x, depth, parent, children: below }) => ({ data, across: x - first, depth, leaf: below === undefined, parent: parent?.data }));
    },
  };
}
