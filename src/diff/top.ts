// 文档各项的改动: the keys of a document that hold one value each.
import type { Basis } from "../types/types.ts";
import type { ChangeCode } from "./codes.ts";
import { lessCertain } from "./fields.ts";
import { same } from "./shown.ts";
import { type Recorder, type Said, setTop } from "./steps.ts";

export function recordTop<D extends object>(before: D, after: D, codes: Readonly<Partial<Record<keyof D, ChangeCode>>>, into: Recorder): void {
  for (const [key, code] of Object.entries(codes) as [string & keyof D, ChangeCode][]) {
    const [a, b] = [before[key], after[key]];
    if (same(a, b)) continue;
    const said: Said = { field: key, before: a, after: b, old: [key], new: [key] };
    into.record(code, { ...said, ...more(code, a, b) }, setTop(key, b));
  }
}

function more(code: ChangeCode, before: unknown, after: unknown): Said {
  if (code === "basis-changed") return { graver: lessCertain(before as Basis | undefined, after as Basis | undefined) };
  // Objectives name the major version of their framework.
  if (code === "version-changed" && String(before).split(".")[0] !== String(after).split(".")[0]) return { floor: "may" };
  return {};
}
