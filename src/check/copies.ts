// 指标库与写出的指标: which indicators are written out though a library of the set has them, and what differs.
import { alike } from "../text/alike.ts";
import type { Corpus } from "./check.ts";
import { librariesOf } from "./corpus.ts";
import { placeIn } from "../link/link.ts";
import { type Linked, type LinkedLeaf, type Place } from "../model/linked.ts";
import type { Document, Loaded } from "../types/loaded.ts";
import { bareName } from "../text/naming.ts";
import type { IndicatorNode } from "../types/types.ts";

export interface Entry {
  readonly node: IndicatorNode;
  readonly library: Document<"indicator-library">;
  place(field: string): Place;
}

/** Every indicator of the set's libraries. */
export const entriesOf = (corpus: Corpus): readonly Entry[] =>
  librariesOf(corpus).flatMap((library) =>
    library.data.indicators.map((node, index): Entry => ({ node, library, place: (field) => placeIn(library, ["indicators", index, ...(Object.hasOwn(node, field) ? [field] : [])]) })),
  );

export interface Copy {
  readonly linked: Linked;
  readonly leaf: LinkedLeaf;
  readonly entry: Entry;
  /** what the two do not say alike, by key; nothing when the copy is exact */
  readonly differs: readonly ("name" | "definition" | "method" | "measure" | "unit")[];
}

/** Indicators written out in the given documents, in each of them once. */
export function writtenOut({ given, linked }: Corpus): readonly { readonly linked: Linked; readonly leaf: LinkedLeaf }[] {
  const told = new Set<Loaded>();
  return linked.flatMap((one) => {
    const { framework, objectives } = one;
    const fresh = given.has(framework) && !told.has(framework);
    told.add(framework);
    return one.leaves.filter((leaf) => leaf.use === undefined && (leaf.own ? objectives !== undefined && given.has(objectives) : fresh)).map((leaf) => ({ linked: one, leaf }));
  });
}

/** A basis of its own, other than the library's: a departure that was signed. */
export function isSigned({ framework, objectives }: Linked, leaf: LinkedLeaf, { node, library }: Entry): boolean {
  const inherited = leaf.basis === framework.data.basis || leaf.basis === objectives?.data.basis;
  return !inherited && !alike(leaf.basis, node.basis ?? library.data.basis);
}

/** The indicators that are written out though a library has one of that id, else of that name. */
export function copiesIn(corpus: Corpus): readonly Copy[] {
  const entries = entriesOf(corpus);
  // Of an id or a name that stands twice, the first counts.
  const byId = new Map([...entries].reverse().map((one) => [one.node.id ?? "", one]));
  const byName = new Map([...entries].reverse().map((one) => [bareName(one.node.name ?? ""), one]));
  return writtenOut(corpus).flatMap(({ linked, leaf }): readonly Copy[] => {
    const entry = byId.get(leaf.id) ?? byName.get(bareName(leaf.name));
    if (entry === undefined || isSigned(linked, leaf, entry)) return [];
    // Beside the library's own it is a repetition within the framework, which is another finding.
    if (linked.leaves.some((one) => one.use === entry.node.id)) return [];
    return [{ linked, leaf, entry, differs: differences(leaf, entry.node) }];
  });
}

function differences(leaf: LinkedLeaf, node: IndicatorNode): Copy["differs"] {
  return [
    ...(bareName(leaf.name) === bareName(node.name ?? "") ? [] : ["name" as const]),
    // What is not written does not contradict; a check of its own asks for definitions.
    ...(leaf.definition === undefined || alike(leaf.definition, node.definition) ? [] : ["definition" as const]),
    ...(alike(leaf.method, node.method) ? [] : ["method" as const]),
    // A project measures its own indicators as it needs to: there the unit is free, and so is a formula that is not written.
    ...((leaf.own && leaf.measure === undefined) || alike(leaf.measure ?? null, node.measure ?? null) ? [] : ["measure" as const]),
    ...(leaf.own || alike(leaf.unit ?? null, node.unit ?? null) ? [] : ["unit" as const]),
  ];
}
