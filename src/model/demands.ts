// 要求: what a rule of a pack demands, taken apart so that the demands of two rules can be held against each other.
import { compare, type Exact, HUNDRED, multiply, show } from "../numbers/number.ts";
import type { Sector } from "../types/types.ts";

/** A bound of an amount; `closed`: the bound itself is allowed. */
export interface Limit {
  readonly value: Exact;
  readonly closed: boolean;
}

export interface Between {
  readonly low?: Limit | undefined;
  readonly high?: Limit | undefined;
}

/** What there is one of, and must be exactly so. */
interface Exactly {
  readonly about: "grades" | "places" | "mode" | "effect";
  readonly subject: string;
  readonly is: string;
}
/** The actual values, or completions, that earn points. */
interface Rewarded extends Between {
  readonly about: "actual" | "completion";
  readonly subject: string;
}
/** The weight of parts together: in points, or as a share of the full marks where these are not known. */
export interface Weighed extends Between {
  readonly about: "weight" | "share";
  readonly subject: string;
  readonly parts: readonly string[];
}
export type Demand = Exactly | Rewarded | Weighed;

/** Demands that hold together. A rule that can be obeyed in several ways has several of these; one must hold. */
export type Way = readonly Demand[];

type Selection = { readonly tag?: string | undefined; readonly indicator?: string | undefined };

/** What a rule needs to know to say what it demands: of one framework, or of a framework that is not known yet. */
export interface Situation {
  /** full marks, where they are known */
  readonly total: Exact | undefined;
  readonly sectors: readonly Sector[];
  /** the parts whose weights make up a level-1 group */
  group(id: string): readonly string[];
  /** the parts that weigh at least as much as the selected indicators, exactly as much or perhaps more; undefined when nothing is known */
  selected(of: Selection): { readonly parts: readonly string[]; readonly exactly: boolean } | undefined;
  /** each selected indicator, and whether less is better there */
  each(of: Selection): readonly { readonly subject: string; readonly falling: boolean }[];
}

export const exactly = (value: Exact): Between => ({ low: { value, closed: true }, high: { value, closed: true } });
export const selectionText = ({ tag, indicator }: Selection): string => [...(tag === undefined ? [] : [tag]), ...(indicator === undefined ? [] : [indicator])].join("/");

/** `10`, `10–20`, `≥ 15`, `> 90`; a share as `≥ 60%`. */
export function betweenText({ about, low, high }: Rewarded | Weighed): string {
  const text = ({ value }: Limit): string => (about === "share" ? `${show(multiply(value, HUNDRED))}%` : show(value));
  if (low?.closed === true && high?.closed === true) return compare(low.value, high.value) === 0 ? text(low) : `${text(low)}–${text(high)}`;
  const bounds = [...(low === undefined ? [] : [`${low.closed ? "≥" : ">"} ${text(low)}`]), ...(high === undefined ? [] : [`${high.closed ? "≤" : "<"} ${text(high)}`])];
  return bounds.join(", ");
}
