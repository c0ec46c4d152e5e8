// How things may turn out: which knock-outs hold, which are undecided, and the ends between which the total lies.
import { evaluate, type Value } from "../expression/exact.ts";
import { explain } from "../expression/words.ts";
import { compare, type Exact, show, toPlainText } from "../numbers/number.ts";
import type { KnockOut, Program } from "../model/program.ts";
import type { LeafResult } from "../model/results.ts";
import type { KnockOutResult } from "../types/scorecard-types.ts";
import type { Basis } from "../types/types.ts";

export type End = "low" | "high";

/** The undecided knock-outs that hold, in one way things may turn out. */
export type World = ReadonlySet<KnockOut>;
const MOST_WORLDS = 256;

/**
 * How an undeclared fact may turn out: it equals one of the values that rules name, or none of them. An actual
 * value still missing may trip all of its knock-outs, or none.
 */
function worldsOf(judged: readonly Judged[]): readonly World[] {
  const open = judged.filter((one) => one.holds === undefined && one.input !== undefined);
  const ways = new Map<string, Map<string, KnockOut[]>>();
  for (const { knockOut } of open) {
    const { fact, value } = knockOut;
    const subject = fact ?? `indicator ${knockOut.leaf?.path ?? ""}`;
    const outcomes = ways.get(subject) ?? new Map<string, KnockOut[]>();
    outcomes.set(value ?? "", [...(outcomes.get(value ?? "") ?? []), knockOut]);
    ways.set(subject, outcomes);
  }
  let worlds: World[] = [new Set()];
  for (const outcomes of ways.values()) {
    worlds = worlds.flatMap((world) => [world, ...[...outcomes.values()].map((held) => new Set([...world, ...held]))]);
    if (worlds.length > MOST_WORLDS) return [new Set(), new Set(open.map((one) => one.knockOut))];
  }
  return worlds;
}

interface Extreme {
  readonly total: Value;
  readonly grade: number | undefined;
  readonly environment: (name: string) => Value;
}

/** The lowest and the highest total, and the worst and the best grade, over everything still open. */
export function extremes(program: Program, judged: readonly Judged[], environment: (end: End, world: World) => (name: string) => Value): { low: Extreme; high: Extreme } {
  const at = (end: End, world: World): Extreme => {
    const values = environment(end, world);
    const total = evaluate(program.total, values);
    const grade = typeof total === "string" ? undefined : evaluate(program.grade, (name) => (name === "total" ? total : values(name)));
    return { total, grade: typeof grade === "object" ? Number(grade.n / grade.d) : undefined, environment: values };
  };
  const worlds = worldsOf(judged);
  const pick = (end: End, sign: 1 | -1): Extreme =>
    worlds
      .map((world) => at(end, world))
      .reduce((a, b) => {
        const totals = typeof a.total === "object" && typeof b.total === "object" ? compare(b.total, a.total) * sign : 0;
        const first = totals > 0 ? b : a;
        const grade = sign > 0 ? Math.min(a.grade ?? 0, b.grade ?? 0) : Math.max(a.grade ?? 0, b.grade ?? 0);
        return { ...first, grade: a.grade === undefined || b.grade === undefined ? undefined : grade };
      });
  return { low: pick("low", -1), high: pick("high", 1) };
}

export interface Judged {
  readonly knockOut: KnockOut;
  readonly input: KnockOut["input"];
  readonly holds: boolean | undefined;
  readonly result: KnockOutResult;
}

export function judge(knockOut: KnockOut, results: readonly LeafResult[], facts: ReadonlyMap<string, Exact>): Judged {
  const { leaf, test, rule, label, basis, effect, input } = knockOut;
  const result = results.find((one) => one.leaf.leaf === leaf);
  const { value, steps } = explain(test, (name) => result?.entry.values.get(name) ?? facts.get(name) ?? "missing");
  const never = result?.state === "not-applicable";
  const holds = never ? false : typeof value === "string" ? undefined : value.n === 1n;
  const amount = "value" in effect ? (toPlainText(effect.value) ?? show(effect.value)) : "grade" in effect ? effect.grade : undefined;
  return {
    knockOut,
    input,
    holds,
    result: {
      rule,
      label,
      ...(leaf === undefined ? {} : { indicator: leaf.id }),
      ...(holds === undefined ? {} : { holds }),
      effect: { kind: effect.kind, ...(amount === undefined ? {} : { value: amount }) },
      steps: holds === undefined || never ? [] : steps,
      basis: basisOf(basis),
    },
  };
}

/** Copied from a document in one order, whatever the order of its keys there. */
export const basisOf = ({ document, clause, status }: Basis): Basis => ({ document, ...(clause === undefined ? {} : { clause }), status });
