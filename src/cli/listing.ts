// jixiao list: documents and, when a name or a tag is asked for, the indicators of the libraries.
import { isKind, type Loaded } from "../types/loaded.ts";

/** What is searched for; everything given must hold. */
export interface Filters {
  readonly name?: string | undefined;
  readonly tag?: string | undefined;
  readonly category?: string | undefined;
  readonly kind?: string | undefined;
}

interface ListedDocument {
  readonly kind: string;
  readonly id: string;
  readonly category: string | null;
  readonly version: string | null;
  readonly title: string;
}

interface ListedIndicator {
  readonly kind: "indicator";
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly method: string;
  readonly library: string;
}

export type Listed = ListedDocument | ListedIndicator;

export const INDICATOR = "indicator";

export function listingOf(documents: readonly Loaded[], filters: Filters): readonly Listed[] {
  const { name, tag, category, kind } = filters;
  const contains = (text: string): boolean => name === undefined || text.toLowerCase().includes(name.toLowerCase());
  const titled = documents.flatMap(documentOf).filter((one) => tag === undefined && contains(one.title) && (category === undefined || one.category === category) && (kind === undefined || one.kind === kind));
  const wanted = (name !== undefined || tag !== undefined || kind === INDICATOR) && (kind === undefined || kind === INDICATOR) && category === undefined;
  const indicators = wanted ? documents.flatMap(indicatorsOf).filter((one) => contains(one.name) && (tag === undefined || one.tags.includes(tag))) : [];
  return [...titled, ...indicators];
}

function documentOf(one: Loaded): readonly ListedDocument[] {
  const data = one.data as { id?: string; category?: string; version?: string; title?: string; subject?: { name: string } } | undefined;
  if (one.kind === undefined || data?.id === undefined) return [];
  return [{ kind: one.kind, id: data.id, category: data.category ?? null, version: data.version ?? null, title: data.title ?? data.subject?.name ?? data.id }];
}

function indicatorsOf(one: Loaded): readonly ListedIndicator[] {
  if (!isKind(one, "indicator-library")) return [];
  return one.data.indicators.map(({ id = "", name = "", tags = [], method }) => ({ kind: INDICATOR, id, name, tags, method: typeof method === "object" ? method.kind : (method ?? "-"), library: one.data.id }));
}

export const listingText = (listed: readonly Listed[]): string =>
  listed
    .map((one) =>
      "library" in one
        ? `${one.kind}\t${one.id}\t${one.name}\t${one.tags.join(",") || "-"}\t${one.method}\t${one.library}\n`
        : `${one.kind}\t${one.id}\t${one.category ?? "-"}\t${one.version ?? "-"}\t${one.title}\n`,
    )
    .join("");
