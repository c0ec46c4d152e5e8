// --proof: what the static analysis proves of every framework and objectives document among the given ones.
import type { Analysis } from "../analysis-types.ts";
import { companyOf } from "../company.ts";
import { analyse } from "../proof.ts";
import type { Language } from "../types.ts";
import { analysisText } from "../wording/analysis.ts";
import type { Inputs } from "./inputs.ts";

/** Frameworks and objectives, each in its company; what cannot be linked has been told by its diagnostics. */
export function proofsOf({ given, known }: Inputs): readonly Analysis[] {
  return given.flatMap((one) => {
    if (one.data === undefined || (one.kind !== "framework" && one.kind !== "objectives")) return [];
    const { framework, named: _, ...parts } = companyOf(one, known);
    const found = framework === undefined ? undefined : analyse({ framework, ...parts }).analysis;
    return found === undefined ? [] : [found];
  });
}

export const proofText = (inputs: Inputs, lang: Language): string => proofsOf(inputs).map((one) => analysisText(one, lang)).join("\n");
