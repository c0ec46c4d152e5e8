// What a check of a framework is: a fault it finds, and nothing else.
import { type Code, diagnose, type Diagnostic } from "./diagnostics.ts";
import type { Label } from "./expression/expression.ts";
import type { Linked, Place } from "./linked.ts";
import type { Basis } from "./types.ts";

export type Report = (
  code: Code,
  facts: Readonly<Record<string, string>>,
  place: Place,
  related?: readonly Place[],
  basis?: Basis,
  severity?: "error" | "warning",
) => void;

export interface Check {
  readonly id: string;
  readonly title: Label;
  run(linked: Linked, report: Report): void;
}

export const defineCheck = (check: Check): Check => check;

/** A basis as a diagnostic carries it: without keys that say nothing. */
export const plainBasis = ({ document, clause, status }: Basis) => ({ document, status, ...(clause === undefined ? {} : { clause }) });

/** Notes what is reported as diagnostics in a list. */
export function reporter(found: Diagnostic[]): Report {
  return (code, facts, place, related, basis, severity) => {
    const others = (related ?? []).map(({ file, span }) => ({ message: "", ...(file === undefined ? {} : { file }), ...(span === undefined ? {} : { span }) }));
    found.push(diagnose(code, facts, { ...place, related: others.length > 0 ? others : undefined, basis: basis && plainBasis(basis), severity }));
  };
}
