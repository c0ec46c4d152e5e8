// What linking makes of the documents: one tree in which every indicator is complete.
import { sayingOf } from "../text/alike.ts";
import type { Document } from "../types/loaded.ts";
import type { Path, Span } from "../types/diagnostics.ts";
import type { Exact } from "../numbers/number.ts";
import type { Comparator } from "../numbers/quantity.ts";
import type { Basis, Measure, NotApplicablePolicy } from "../types/types.ts";

export interface Place {
  readonly file?: string;
  readonly path: Path;
  readonly span?: Span;
}

export interface LinkedTarget {
  readonly text: string;
  readonly is: Comparator | undefined;
  /** in the indicator's unit */
  readonly value: Exact;
}

export interface LinkedLeaf {
  readonly type: "leaf";
  /** ids from the top, joined by / */
  readonly path: string;
  readonly id: string;
  readonly name: string;
  /** the indicator of the library that it was taken from; undefined when it is written out */
  readonly use: string | undefined;
  readonly weight: Exact;
  readonly unit: string | undefined;
  readonly domain: string | undefined;
  readonly target: LinkedTarget | undefined;
  /** a target is written, but could not be read; that has been said */
  readonly targetFaulty: boolean;
  readonly method: { readonly kind: string } & Readonly<Record<string, unknown>>;
  readonly measure: Measure | undefined;
  readonly tags: readonly string[];
  readonly definition: string | undefined;
  readonly evidence: string | undefined;
  readonly basis: Basis;
  readonly notApplicable: NotApplicablePolicy;
  /** filled into a slot by the objectives document (个性指标) */
  readonly own: boolean;
  /** where a field of this indicator is written */
  place(field: string, ...more: Path): Place;
}

export interface LinkedGroup {
  readonly type: "group";
  readonly path: string;
  readonly id: string;
  readonly name: string;
  readonly weight: Exact;
  readonly combine: ({ readonly kind: string } & Readonly<Record<string, unknown>>) | undefined;
  readonly chosen: string | undefined;
  readonly children: readonly LinkedNode[];
  /** every child stands here: none refused for a fault, no slot of its own open */
  readonly whole: boolean;
  /** so it is all the way down: the weights below tell the group's */
  readonly filled: boolean;
  place(field: string, ...more: Path): Place;
}

export type LinkedNode = LinkedGroup | LinkedLeaf;

/** 上年实际完成值: what was achieved the period before, in the indicator's unit. */
export interface Previous {
  readonly text: string;
  readonly value: Exact;
  readonly place: Place;
}

export interface Linked {
  readonly framework: Document<"framework">;
  readonly objectives: Document<"objectives"> | undefined;
  /** those that an indicator was taken from */
  readonly libraries: readonly Document<"indicator-library">[];
  readonly packs: readonly Document<"pack">[];
  readonly root: readonly LinkedNode[];
  /** no level-1 indicator was refused for a fault */
  readonly whole: boolean;
  readonly leaves: readonly LinkedLeaf[];
  /** by the indicator's path */
  readonly previous: ReadonlyMap<string, Previous>;
  /** false while slots stand open or targets are absent because there is no objectives document */
  readonly complete: boolean;
}

/** The groups among some nodes, all the way down, each before what is in it. */
export const groupsOf = (nodes: readonly LinkedNode[]): readonly LinkedGroup[] => nodes.flatMap((one) => (one.type === "group" ? [one, ...groupsOf(one.children)] : []));

/** The indicators that are scored, below a node or the node itself. */
export const leavesOf = (node: LinkedNode): readonly LinkedLeaf[] => (node.type === "leaf" ? [node] : node.children.flatMap(leavesOf));

/** How an indicator is scored, as one text: its method, its formula, its unit. */
export const wayOf = ({ method, measure, unit }: Pick<LinkedLeaf, "method" | "measure" | "unit">): string => sayingOf([method, measure ?? null, unit ?? null]);
