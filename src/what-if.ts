// 假如: for a scored evaluation, the smallest change of each actual value that lifts or drops the grade, or trips or
// clears a knock-out — exactly, everything else staying as it is; what each indicator is worth in the total; and how
// much of the total rests on judgement.
import { type Situation, worthOfPoint } from "./analysis/effects.ts";
import { shiftsOf } from "./analysis/shifts.ts";
import type { Diagnostic } from "./types/diagnostics.ts";
import type { Loaded } from "./types/loaded.ts";
import { add, divide, exact, type Exact, HUNDRED, multiply, show, toText, ZERO } from "./numbers/number.ts";
import type { LeafResult } from "./model/results.ts";
import type { Scorecard } from "./types/scorecard-types.ts";
import { scoreFully, type Scorer } from "./scorer.ts";
import type { ActualsDocument } from "./types/types.ts";
import type { WhatIf } from "./types/what-if-types.ts";

/** What would change the result of an evaluation. `whatIf` is absent where it cannot be scored; the diagnostics say why. */
export function whatIf(scorer: Scorer, actuals: Loaded | ActualsDocument): { readonly whatIf: WhatIf | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const { program, results, scorecard, diagnostics } = scoreFully(scorer, actuals);
  return { whatIf: scorecard && whatIfOf({ program, results, holds: scorecard.knockOuts.map((one) => one.holds) }, scorecard), diagnostics };
}

function whatIfOf(situation: Situation, card: Scorecard): WhatIf {
  const { program, results } = situation;
  const { places } = program.rounding;
  const full = exact(card.total.full);
  const total = card.total.points === undefined ? undefined : exact(card.total.points);
  const grade = total === undefined || card.grade === null ? -1 : program.grades.indexOf(card.grade);
  const share = (part: Exact, of: Exact): string => `${show(divide(multiply(part, HUNDRED), of) ?? ZERO, 2)}%`;
  const parts = results.map((result) => {
    const point = result.applies ? worthOfPoint(situation, result) : ZERO;
    return { result, points: multiply(point, result.low), worth: multiply(point, weightOf(result)) };
  });
  const resting = parts.filter(({ result }) => result.leaf.judged && result.state === "scored");
  const judged = { worth: resting.reduce((sum, one) => add(sum, one.worth), ZERO), points: resting.reduce((sum, one) => add(sum, one.points), ZERO) };
  const neighbour = (step: number): string | null => (grade < 0 ? null : (program.grades[grade + step] ?? null));
  return {
    kind: "what-if",
    framework: { id: card.framework.id, version: card.framework.version, title: card.framework.title },
    total: card.total.points ?? null,
    grade: card.grade,
    better: neighbour(-1),
    worse: neighbour(1),
    indicators: parts.map(({ result, worth }, index) => ({
      path: result.leaf.leaf.path,
      id: result.leaf.leaf.id,
      name: result.leaf.leaf.name,
      groups: card.indicators[index]?.groups ?? [],
      weight: show(result.leaf.leaf.weight),
      points: toText(result.low, places),
      worth: show(worth, 4),
      share: share(worth, full),
      judged: result.leaf.judged,
      inputs: result.state === "scored" ? shiftsOf(situation, result, grade) : [],
    })),
    judged: { worth: show(judged.worth, 4), share: share(judged.worth, full), points: show(judged.points, 4), pointsShare: total === undefined ? "—" : share(judged.points, total) },
  };
}

/** The weight, grown by what other indicators gave up. */
function weightOf({ leaf: { leaf, factor }, explained }: LeafResult): Exact {
  const grown = factor === undefined ? undefined : explained?.values.get(factor);
  return typeof grown === "object" ? multiply(leaf.weight, grown) : leaf.weight;
}
