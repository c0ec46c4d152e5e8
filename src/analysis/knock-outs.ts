// 否决条件: over which actual values each knock-out holds, which never do or always do, and which are always decided
// by another one first. A declared fact may be anything: only rules on the same value of it are compared.
import type { KnockOutAnalysis } from "../types/analysis-types.ts";
import { compare } from "../numbers/number.ts";
import type { Draft, KnockOut, LeafProgram } from "../model/program.ts";
import type { Effect } from "../model/rule.ts";
import { intersect, isEmpty, isSubset, type NumberSet, satisfying, union, without } from "../numbers/sets.ts";
import { ONE, toPlainText } from "../numbers/number.ts";
import { entryOf, enteredIn } from "./entered.ts";
import { preimage } from "./pieces.ts";
import { overVariable, type View } from "./views.ts";

/** Where a knock-out holds among the values that can be entered. */
interface Scope {
  readonly one: KnockOut;
  readonly view: View;
  readonly all: NumberSet;
  readonly held: NumberSet;
}

export function knockOutsOf({ knockOuts, leaves, linked }: Draft, viewsOf: (leaf: LeafProgram) => readonly View[] | undefined): readonly KnockOutAnalysis[] {
  const scopes = knockOuts.map((one) => scopeOf(one, leaves.find(({ leaf }) => leaf === one.leaf), viewsOf));
  const rank = (effect: Effect): number => (effect.kind === "cap-grade" ? linked.framework.data.grades.findIndex((grade) => grade.name === effect.grade) : 0);
  return knockOuts.map((one, index): KnockOutAnalysis => {
    const scope = scopes[index];
    const leaf = leaves.find((each) => each.leaf === one.leaf);
    const text = (set: NumberSet): string | undefined => {
      const entered = scope && leaf && enteredIn(set, scope.view);
      return entered && leaf && entryOf(leaf, entered)?.text;
    };
    const rest = scope && without(scope.all, scope.held);
    const [fires, spares] = [scope && text(scope.held), rest && text(rest)];
    const shadow = knockOuts.find((other, at) => at !== index && covers(other, one, at < index, scopes[at], scope, rank));
    return {
      rule: one.rule,
      label: one.label,
      effect: effectText(one.effect),
      ...(one.leaf === undefined ? {} : { indicator: one.leaf.path }),
      ...(one.fact === undefined ? {} : { fact: one.fact }),
      holds: scope === undefined || rest === undefined ? "open" : isEmpty(scope.held) ? "never" : isEmpty(rest) ? "always" : "sometimes",
      ...(fires === undefined ? {} : { fires }),
      ...(spares === undefined ? {} : { spares }),
      ...(shadow === undefined ? {} : { shadowedBy: shadow.rule }),
    };
  });
}

const effectText = (effect: Effect): string => ("value" in effect ? `${effect.kind} ${toPlainText(effect.value) ?? ""}` : "grade" in effect ? `${effect.kind} ${effect.grade}` : effect.kind);

function scopeOf(one: KnockOut, leaf: LeafProgram | undefined, viewsOf: (leaf: LeafProgram) => readonly View[] | undefined): Scope | undefined {
  const [view] = (leaf && !leaf.faulty && viewsOf(leaf)) || [];
  if (leaf === undefined || view === undefined) return undefined;
  // Values outside the domain are refused when they are entered.
  const all = union(...view.pieces.filter(({ taken }) => taken[0]?.startsWith("outside-domain") !== true).map(({ over }): NumberSet => [over]));
  const held = preimage(overVariable(one.test, view), satisfying("=", ONE), view.solving);
  return held && { one, view, all, held: intersect(held, all) };
}

/** Whether one rule decides wherever the other holds: at least as hard on the same thing, and first where they are alike. */
function covers(a: KnockOut, b: KnockOut, first: boolean, x: Scope | undefined, y: Scope | undefined, rank: (effect: Effect) => number): boolean {
  if (a.leaf !== b.leaf || a.fact !== b.fact || a.value !== b.value) return false;
  if ((a.input === undefined) !== (b.input === undefined)) return false;
  const harder = hardness(a.effect, b.effect, rank);
  if (harder === undefined || harder < 0) return false;
  if (a.fact !== undefined) return harder > 0 || first;
  if (x === undefined || y === undefined || isEmpty(y.held) || !isSubset(y.held, x.held)) return false;
  return harder > 0 || !isSubset(x.held, y.held) || first;
}

/** How much harder one effect is: above 0 harder, 0 alike, below 0 milder; undefined where both count (two multipliers). */
function hardness(a: Effect, b: Effect, rank: (effect: Effect) => number): number | undefined {
  if (a.kind === "zero") return b.kind === "zero" ? 0 : b.kind === "cap" || b.kind === "multiply" ? 1 : undefined;
  if (a.kind === "cap" && b.kind === "cap") return compare(b.value, a.value);
  if (a.kind === "cap-grade" && b.kind === "cap-grade") return rank(a) - rank(b);
  return a.kind === "reject" && b.kind === "reject" ? 0 : undefined;
}
