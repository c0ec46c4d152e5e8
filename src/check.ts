// What a check of a framework is: a fault it finds, and nothing else.
import type { Code } from "./diagnostics.ts";
import type { Label } from "./expression/expression.ts";
import type { Linked, Place } from "./linked.ts";
import type { Basis } from "./types.ts";

export type Report = (
  code: Code,
  facts: Readonly<Record<string, string>>,
  place: Place,
  related?: readonly Place[],
  basis?: Basis,
  severity?: "warning",
) => void;

export interface Check {
  readonly id: string;
  readonly title: Label;
  run(linked: Linked, report: Report): void;
}

export const defineCheck = (check: Check): Check => check;
