// 读数: what a cell of a printed table says, once read. Plain data; figures are text, so nothing is lost in JSON.
import type { Comparator } from "../numbers/quantity.ts";

/** An exact figure: as written without separators (`1200.50`), as a fraction in lowest terms, and its unit. */
export interface Figure {
  /** absent where the figure was computed and need not end (136/143) */
  readonly decimal?: string;
  readonly fraction: string;
  readonly unit?: string;
}

/** 日期 or 期限, only as precise as it is written. */
export interface When {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly precision: "year" | "month" | "day";
  /** `by`: the end of that year, month or day counts (底, 内, 末). `before` (9月前): whether 9月 counts is not said. */
  readonly limit?: "by" | "before";
}

/** How good a word says the result is: 达成 / 部分达成, 基本 / 未达成; absent where the word alone does not say. */
export type Level = "full" | "partial" | "none";
export type Direction = "higher" | "lower" | "equal";

/** A printed scoring rule as parameters of a method; `step` stays open where the rule does not say how a started step counts. */
export type PrintedMethod =
  | { readonly kind: "deduction"; readonly from: string; readonly direction: "above" | "below"; readonly each: string; readonly points: string }
  | { readonly kind: "tiered"; readonly unit: string; readonly tiers: readonly { readonly when: string; readonly points: string }[] };

export interface PrintedRule {
  readonly text: string;
  /** absent where the rule was not understood to the last word */
  readonly method?: PrintedMethod;
}

/** Why a text does not compare. */
export type NotComparable =
  | "empty"
  | "placeholder"
  | "malformed-number"
  | "number-too-long"
  | "number-words"
  | "approximate"
  | "doubtful"
  | "cut-off"
  | "several-figures"
  | "date-range"
  | "unknown-sign"
  | "zero-divisor"
  | "too-long"
  | "not-understood";

/** What two places of a cell or its columns say against each other. */
export type Conflict = "nature-sign" | "sign-sign" | "unit-unit";

interface Common {
  /** exactly as given */
  readonly text: string;
  readonly direction?: Direction;
  /** what stands beside the figure: labels, remarks in brackets */
  readonly notes: readonly string[];
  readonly rule?: PrintedRule;
  readonly conflict?: Conflict;
}

export type Reading = Common &
  (
    | { readonly kind: "number"; readonly is?: Comparator; readonly figure: Figure; /** 11月底完成100% */ readonly when?: When }
    /** both ends as written, both included */
    | { readonly kind: "range"; readonly low: Figure; readonly high: Figure }
    /** ±10% */
    | { readonly kind: "deviation"; readonly within: Figure }
    | { readonly kind: "date"; readonly when: When }
    | { readonly kind: "words"; readonly word: string; readonly level?: Level }
    | { readonly kind: "yes-no"; readonly yes: boolean }
    /** `136/143=95.10%`; `holds` says whether the printed result follows, to the digits it is printed with */
    | { readonly kind: "formula"; readonly formula: string; readonly value: Figure; readonly result?: Figure; readonly holds?: boolean }
    | { readonly kind: "none"; readonly reason: NotComparable }
  );

/** What other columns say of the same cell. */
export interface Columns {
  /** 度量单位 */
  readonly unit?: string | undefined;
  /** 指标性质: 正向, 反向, 定性 … */
  readonly nature?: string | undefined;
  /** 指标方向: 大于等于, ≤ … */
  readonly sign?: string | undefined;
}
