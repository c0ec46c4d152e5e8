// 成批文档: what checks of several documents ask again and again.
import type { Corpus } from "./check.ts";
import { type Days, daysOf, endsLater, isReversed } from "../numbers/days.ts";
import { groupBy, keyOf } from "../model/directory.ts";
import type { Linked } from "../model/linked.ts";
import { type Document, isKind, type Loaded } from "../types/loaded.ts";
import { compareText } from "../text/text.ts";

/** One reading of every given framework: alone where it stands alone, else with its objectives. */
export function frameworksOf({ given, linked }: Corpus): readonly Linked[] {
  const readings = new Map<Loaded, Linked>();
  for (const one of linked) {
    if (given.has(one.framework) && (one.objectives === undefined || !readings.has(one.framework))) readings.set(one.framework, one);
  }
  return [...readings.values()];
}

/** The given documents of a kind that could be read. */
export const givenOf = <K extends "framework" | "pack" | "indicator-library">(kind: K, { given }: Corpus): readonly Document<K>[] => [...given].filter((one) => isKind(one, kind));

/** Whether every given document could be read. What an unreadable one uses is not known, so nothing is called unused beside it. */
export const isReadable = ({ given }: Corpus): boolean => [...given].every(({ data }) => data !== undefined);

export interface Succession {
  readonly next: Document<"framework"> | Document<"pack">;
  readonly days: Days;
  /** of the versions that begin no later, the one that ends last, and its last day */
  readonly before: Document<"framework"> | Document<"pack">;
  readonly last: number | undefined;
}

/** Given versions of one framework or pack in the order in which they come into force, each with the one before it. */
export function successions(corpus: Corpus): readonly Succession[] {
  const dated = [...givenOf("framework", corpus), ...givenOf("pack", corpus)].filter(({ data }) => !isReversed(data.effective));
  return [...groupBy(dated, ({ kind, data }) => [keyOf(kind, data.id)]).values()].flatMap((versions) => {
    const sorted = versions.map((one) => ({ one, days: daysOf(one.data.effective) })).sort((a, b) => a.days.first - b.days.first || compareVersions(a.one.data.version, b.one.data.version));
    let [longest] = sorted;
    return sorted.slice(1).flatMap(({ one, days }): readonly Succession[] => {
      const before = longest;
      if (before === undefined) return [];
      if (endsLater(days, before.days)) longest = { one, days };
      return [{ next: one, days, before: before.one, last: before.days.last }];
    });
  });
}

/** The days of every known version of a pack. */
export const packDays = (id: string, { directory }: Corpus): readonly Days[] => directory.versions("pack", id).flatMap((one) => (isKind(one, "pack") ? [daysOf(one.data.effective)] : []));

/** Orders `1.10.0` after `1.9.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split("."), b.split(".")];
  const index = left.findIndex((part, at) => part !== right[at]);
  const [x = "", y = ""] = index < 0 ? [] : [left[index], right[index]];
  return x.length - y.length || compareText(x, y);
}

/** Of several versions of a framework the newest. */
export function newestOf(frameworks: readonly Linked[]): readonly Linked[] {
  const newest = new Map<string, Linked>();
  for (const one of frameworks) {
    const { id, version } = one.framework.data;
    const other = newest.get(id);
    if (other === undefined || compareVersions(version, other.framework.data.version) > 0) newest.set(id, one);
  }
  return frameworks.filter((one) => newest.get(one.framework.data.id) === one);
}

/** The libraries of the set: given, or drawn on by one of its frameworks. Of an id that several define, the first counts. */
export function librariesOf(corpus: Corpus): readonly Document<"indicator-library">[] {
  return [...new Set([...givenOf("indicator-library", corpus), ...corpus.linked.flatMap((one) => one.libraries)])];
}

/** Which of the packs that a framework names brings a pack in: that pack itself, or one below it. */
export function entryOf({ framework, packs }: Linked, pack: Document<"pack">): number {
  const byId = new Map(packs.map((one) => [one.data.id, one]));
  return framework.data.packs.findIndex((id) => {
    const walked = new Set<Document<"pack">>();
    for (let one = byId.get(id); one !== undefined && !walked.has(one); one = byId.get(one.data.extends ?? "")) {
      if (one === pack) return true;
      walked.add(one);
    }
    return false;
  });
}
