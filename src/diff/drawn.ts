// 所依文档: the libraries and packs that given frameworks stand on, and the frameworks that given objectives name, where
// they were not given themselves.
import { usedBy } from "../model/directory.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import type { IndicatorNode } from "../types/types.ts";
import { packsAbove } from "./subjects.ts";
import type { DiffSide } from "./types.ts";

export function drawnOn({ documents, known = [] }: DiffSide): readonly Loaded[] {
  const others = known.filter((one) => one.data !== undefined && !documents.includes(one));
  const ids = (kind: Loaded["kind"]): ReadonlySet<string> => new Set(documents.filter((one) => one.kind === kind).map((one) => (one.data as { id?: string } | undefined)?.id ?? ""));
  const named = new Set(documents.flatMap((one) => (isKind(one, "objectives") ? [one.data.framework.split("@")[0]] : [])));
  const given = ids("framework");
  const frameworks = others.filter((one) => isKind(one, "framework") && named.has(one.data.id) && !given.has(one.data.id));
  const all = [...documents, ...frameworks].filter((one) => isKind(one, "framework"));
  const obeyed = packsAbove(all.flatMap((one) => one.data.packs), [...documents, ...others].filter((one) => one.kind === "pack"));
  const uses = new Set(all.flatMap((one) => usedBy(one.data.indicators)));
  const packs = others.filter((one) => isKind(one, "pack") && obeyed.has(one.data.id) && !ids("pack").has(one.data.id));
  const libraries = others.filter((one) => isKind(one, "indicator-library") && !ids("indicator-library").has(one.data.id) && one.data.indicators.some(({ id }: IndicatorNode) => id !== undefined && uses.has(id)));
  return [...firstOf(frameworks), ...firstOf(packs), ...firstOf(libraries)];
}

/** Of several with one id, the first is meant. */
const firstOf = (list: readonly Loaded[]): readonly Loaded[] => [...new Map([...list].reverse().map((one) => [(one.data as { id?: string }).id, one])).values()].reverse();
