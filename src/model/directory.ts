// 索引: documents by kind and id, so that what one document refers to is looked up and never searched for.
import type { Loaded } from "../types/loaded.ts";
import type { DocumentKind, IndicatorNode } from "../types/types.ts";

export const idOf = (one: Loaded): string | undefined => (one.data as { id?: string } | undefined)?.id;
export const versionOf = (one: Loaded): string => (one.data as { version?: string } | undefined)?.version ?? "";

export interface Directory {
  /** those of a kind, in order; what could not be read is among them */
  all(kind: DocumentKind): readonly Loaded[];
  /** every version of a document, in order */
  versions(kind: DocumentKind, id: string | undefined): readonly Loaded[];
  /** the libraries that define an indicator, in order */
  defining(indicator: string): readonly Loaded[];
}

/** The key of a document in an index. */
export const keyOf = (kind: DocumentKind, id: string): string => `${kind} ${id}`;

/** Puts each under its key, in order. */
export function groupBy<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}

/**
 * An index of the given documents and, after them, of others. A given pack, library, … stands for every other
 * document of its id; of frameworks other versions stay, because objectives say which one they mean. A version that
 * stands among the others twice counts once.
 */
export function directoryOf(given: readonly Loaded[], others: readonly Loaded[] = []): Directory {
  const own = new Set(given);
  const taken = new Set<string>();
  const name = (one: Loaded): string | undefined => {
    const id = idOf(one);
    return one.kind === undefined || id === undefined ? undefined : `${keyOf(one.kind, id)}${one.kind === "framework" ? ` ${versionOf(one)}` : ""}`;
  };
  for (const one of given) taken.add(name(one) ?? "");
  const seen = new Set<string>();
  const added = others.filter((one) => {
    const named = name(one);
    if (own.has(one) || (named !== undefined && taken.has(named))) return false;
    const exactly = named === undefined ? undefined : `${named} ${versionOf(one)}`;
    const first = exactly === undefined || !seen.has(exactly);
    if (exactly !== undefined) seen.add(exactly);
    return first;
  });
  const documents = [...given, ...added];
  const byKind = groupBy(documents, (one) => (one.kind === undefined ? [] : [one.kind]));
  const byId = groupBy(documents, (one) => (one.kind === undefined ? [] : [keyOf(one.kind, idOf(one) ?? "")]));
  const libraries = byKind.get("indicator-library") ?? [];
  const byIndicator = groupBy(libraries, (one) => [...new Set(definedIn(one))]);
  return {
    all: (kind) => byKind.get(kind) ?? [],
    versions: (kind, id) => (id === undefined ? [] : (byId.get(keyOf(kind, id)) ?? [])),
    defining: (indicator) => byIndicator.get(indicator) ?? [],
  };
}

const definedIn = (library: Loaded): readonly string[] =>
  ((library.data as { indicators?: readonly IndicatorNode[] } | undefined)?.indicators ?? []).flatMap(({ id }) => (id === undefined ? [] : [id]));

/** The paths of the slots below some nodes. */
export const slotsIn = (nodes: readonly IndicatorNode[], above = ""): readonly string[] =>
  nodes.flatMap(({ id, slot, indicators = [] }) => [...(slot === undefined ? [] : [`${above}${id ?? ""}`]), ...slotsIn(indicators, `${above}${id ?? ""}/`)]);

/** The library indicators that some nodes use, all the way down. */
export const usedBy = (nodes: readonly IndicatorNode[]): readonly string[] => nodes.flatMap((one) => [...(one.use === undefined ? [] : [one.use]), ...usedBy(one.indicators ?? [])]);
