// What compiling makes: expressions for every indicator, the groups, the total and the grade.
import type { Choice, Expression, Input, Label } from "../expression/expression.ts";
import type { Linked, LinkedGroup, LinkedLeaf } from "./linked.ts";
import type { Better, Interval } from "./method.ts";
import type { Effect } from "./rule.ts";
import type { Basis } from "../types/types.ts";
import type { RoundingMode } from "../numbers/number.ts";

export interface LeafProgram {
  readonly leaf: LinkedLeaf;
  /** rounded points; over the inputs of this indicator and, with spread or move-to, over `applies …` of others */
  readonly expression: Expression;
  /** the part of `expression` before its rounding */
  readonly unrounded: Expression;
  readonly inputs: readonly Input[];
  /** the actual value in the indicator's unit, where the method takes one */
  readonly measure: Expression | undefined;
  readonly domain: Interval;
  readonly judged: boolean;
  /** which actual values are better; undefined where the method does not say */
  readonly better: Better | undefined;
  /** something is wrong with it, and has been said: its expression stands in for what was meant */
  readonly faulty: boolean;
  /** how much the weight grows by what other indicators give up; absent where nothing can */
  readonly factor: Expression | undefined;
}

export interface GroupProgram {
  readonly group: LinkedGroup;
  readonly level: number;
  readonly expression: Expression;
}

export interface KnockOut {
  /** pack id / rule id */
  readonly rule: string;
  readonly label: Label;
  readonly basis: Basis;
  readonly effect: Effect;
  /** the indicator whose actual value decides; undefined for a declared fact */
  readonly leaf: LinkedLeaf | undefined;
  /** the declared fact that decides, and the value it must equal */
  readonly fact: string | undefined;
  readonly value: string | undefined;
  /** 1 when the condition holds, else 0 */
  readonly test: Choice;
  /** the input of the total's expression that carries the answer; undefined when the indicator itself is zeroed */
  readonly input: Input | undefined;
}

export interface Program {
  readonly linked: Linked;
  readonly rounding: { readonly places: number; readonly mode: RoundingMode };
  readonly leaves: readonly LeafProgram[];
  readonly groups: readonly GroupProgram[];
  readonly knockOuts: readonly KnockOut[];
  readonly facts: readonly Input[];
  /** over `points …`, `applies …` and the knock-outs' inputs */
  readonly total: Expression;
  /** index into the framework's grades, over `total` and the knock-outs' inputs */
  readonly grade: Expression;
  readonly grades: readonly string[];
  /** of every document that was compiled; made when a scorecard first asks for them */
  readonly digests: () => Readonly<Record<string, string>>;
}

/** What of a program stands while documents are open or faulty. */
export interface Draft {
  readonly linked: Linked;
  readonly rounding: Program["rounding"];
  /** the indicators that could be compiled; an indicator whose target is still to be set is not among them */
  readonly leaves: readonly LeafProgram[];
  readonly knockOuts: readonly KnockOut[];
  /** absent while anything is open or faulty */
  readonly program: Program | undefined;
}

export const pointsName = (leaf: LinkedLeaf): string => `points ${leaf.path}`;
export const appliesName = (leaf: LinkedLeaf): string => `applies ${leaf.path}`;
