// --proof: what the static analysis proves of every framework and objectives document among the given ones.
import type { Analysis } from "../types/analysis-types.ts";
import { companyOf } from "../model/company.ts";
import { directoryOf } from "../model/directory.ts";
import type { Loaded } from "../types/loaded.ts";
import { analyse } from "../proof.ts";
import type { Language } from "../types/types.ts";
import { analysisText } from "../wording/analysis.ts";

/** Frameworks and objectives, each in its company; what cannot be linked has been told by its diagnostics. */
export function proofsOf(given: readonly Loaded[], known: readonly Loaded[]): readonly Analysis[] {
  const directory = directoryOf(given, known);
  return given.flatMap((one) => {
    if (one.data === undefined || (one.kind !== "framework" && one.kind !== "objectives")) return [];
    const { framework, named: _, ...parts } = companyOf(one, directory);
    const found = framework === undefined ? undefined : analyse({ framework, ...parts }).analysis;
    return found === undefined ? [] : [found];
  });
}

export const proofText = (given: readonly Loaded[], known: readonly Loaded[], lang: Language): string => proofsOf(given, known).map((one) => analysisText(one, lang)).join("\n");
