// The public types of the what-if: the smallest change of each actual value that changes the result, what each
// indicator is worth in the total, and how much of it rests on judgement. Plain data, decimals as strings.
import type { Label } from "./types.ts";

/** The nearest way to bring something about by one value. */
export interface Shift {
  /** the exact end of the values that do it, and whether that value itself does; absent for a choice of words */
  readonly threshold?: { readonly value: string; readonly included: boolean };
  /** the nearest value that does it, written like the actual value */
  readonly value: string;
  /** other entries of the indicator that change with it (the grade that goes with the points) */
  readonly with?: Readonly<Record<string, string>>;
  readonly points: string;
  readonly total: string;
  /** null when the evaluation is then rejected */
  readonly grade: string | null;
}

export interface Change {
  /** `lift` to the next grade or above, `drop` below the present one, `trip` or `clear` a knock-out */
  readonly what: "lift" | "drop" | "trip" | "clear";
  /** the grade aimed at, or the rule */
  readonly of: string;
  /** null: it cannot be done by this value alone */
  readonly shift: Shift | null;
}

export interface WhatIfInput {
  readonly name: string;
  readonly label: Label;
  /** as entered */
  readonly actual: string;
  /** false where the rule is of no form that is solved exactly; nothing is said then */
  readonly solved: boolean;
  readonly changes: readonly Change[];
}

export interface WhatIfIndicator {
  readonly path: string;
  readonly id: string;
  readonly name: string;
  /** names of the groups above, from level 1 down */
  readonly groups: readonly string[];
  readonly weight: string;
  readonly points: string;
  /** what its full marks are worth in the total, after rescaling and combining; cut off where it never ends */
  readonly worth: string;
  /** the same as a share of full marks */
  readonly share: string;
  readonly judged: boolean;
  readonly inputs: readonly WhatIfInput[];
}

export interface WhatIf {
  readonly kind: "what-if";
  readonly framework: { readonly id: string; readonly version: string; readonly title: string };
  /** null while something is missing or a fact is not declared: only knock-outs are looked at then */
  readonly total: string | null;
  readonly grade: string | null;
  /** the next better and the next worse grade */
  readonly better: string | null;
  readonly worse: string | null;
  readonly indicators: readonly WhatIfIndicator[];
  /** what rests on judgement (定性): worth and points in the total, and their shares of full marks and of the total */
  readonly judged: { readonly worth: string; readonly share: string; readonly points: string; readonly pointsShare: string };
}
