// The formats of a manual: one line each. A format only draws what a manual holds.
import { check } from "../scorer.ts";
import { sortDiagnostics, type Diagnostic } from "../types/diagnostics.ts";
import { link, type Parts } from "../link/link.ts";
import { isKind, type Loaded } from "../types/loaded.ts";
import type { Manual } from "../manual/model.ts";
import type { Language } from "../types/types.ts";
import { frameworkManual, libraryManual, packManual } from "../manual/content.ts";
import { html } from "./html.ts";
import { markdown } from "./markdown.ts";

const formats = { html, markdown } as const;

export type ManualFormat = keyof typeof formats;
export const manualFormats = Object.keys(formats) as readonly ManualFormat[];

export interface Written {
  /** absent while any diagnostic is an error: a faulty document has no manual */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** The manual (说明书) of a framework, bound to objectives where they are given: every scoring standard in words. */
export function manual(parts: Parts, format: ManualFormat = "markdown", lang: Language = "zh-CN"): Written {
  const diagnostics = check(parts);
  const { linked } = link(parts);
  return written(linked === undefined ? undefined : () => frameworkManual(linked, lang), diagnostics, format);
}

/** The manual of a rule pack or an indicator library; `packs` are looked up for the one it extends. */
export function normManual(one: Loaded, format: ManualFormat = "markdown", lang: Language = "zh-CN", packs: readonly Loaded[] = []): Written {
  if (isKind(one, "indicator-library")) return written(() => libraryManual(one, lang), one.diagnostics, format);
  if (!isKind(one, "pack")) return { text: undefined, diagnostics: one.diagnostics };
  const above = packs.filter((other) => isKind(other, "pack")).find((other) => other.data.id === one.data.extends);
  return written(() => packManual(one, above?.data.title, lang), one.diagnostics, format);
}

/** Anything that is told like a manual, in a format. */
export const draw = (manual: Manual, format: ManualFormat): string => formats[format](manual);

function written(make: (() => Manual) | undefined, found: readonly Diagnostic[], format: ManualFormat): Written {
  const diagnostics = sortDiagnostics(found);
  const faulty = make === undefined || diagnostics.some((one) => one.severity === "error");
  return { text: faulty ? undefined : draw(make(), format), diagnostics };
}
