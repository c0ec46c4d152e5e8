// The whole: the least and the most total, whether it rises with every indicator's points, and the grades that no
// total reaches.
import type { IndicatorAnalysis, TotalAnalysis, UnreachableGrade } from "../types/analysis-types.ts";
import { evaluate, type Value } from "../expression/exact.ts";
import { exact, type Exact, ONE, round, toText, ZERO } from "../numbers/number.ts";
import { pointsName, type Program } from "../model/program.ts";
import type { Worked } from "./indicator.ts";
import { risesWithPoints } from "./monotone-total.ts";
import { figureOf } from "./points.ts";
import type { Run } from "./runs.ts";
import { attainableTotals, gradesOf } from "./totals.ts";

export function totalOf(program: Program, worked: readonly Worked[], indicators: readonly IndicatorAnalysis[]): TotalAnalysis {
  const { places } = program.rounding;
  const at = (which: "lowest" | "highest"): TotalAnalysis["lowest"] => {
    const points = new Map<string, Exact>();
    for (const { program: leaf, runs } of worked) {
      const figure = which === "lowest" ? runs?.at(0)?.from : runs?.at(-1)?.to;
      if (figure === undefined) return null;
      points.set(pointsName(leaf.leaf), figureOf(figure, places));
    }
    const known = (name: string): Value => points.get(name) ?? (name.startsWith("applies ") ? ONE : ZERO);
    const total = evaluate(program.total, known);
    if (typeof total === "string") return null;
    const grade = evaluate(program.grade, (name) => (name === "total" ? total : known(name)));
    const actuals = Object.fromEntries(indicators.flatMap((one) => (one[which] === null ? [] : [[one.id, one[which].actual]])));
    return { points: toText(total, places), grade: typeof grade === "string" ? "" : (program.grades[Number(grade.n / grade.d)] ?? ""), actuals };
  };
  const totals = attainableTotals(program, ({ leaf }) => worked.find((one) => one.program.leaf === leaf)?.runs);
  const reached = totals && gradesOf(program, totals);
  return {
    full: program.linked.framework.data.total,
    lowest: at("lowest"),
    highest: at("highest"),
    monotone: risesWithPoints(program.total),
    unreachableGrades: reached === undefined || totals === undefined ? null : program.linked.framework.data.grades.flatMap((grade, index) => (reached.has(index) ? [] : [unreachableGrade(grade, totals, places)])),
  };
}

function unreachableGrade({ name, from }: { readonly name: string; readonly from: string }, totals: readonly Run[], places: number): UnreachableGrade {
  const start = round(exact(from), places, "ceiling").n;
  const text = (figure: bigint | undefined): string | undefined => (figure === undefined ? undefined : toText(figureOf(figure, places), places));
  const below = text(totals.filter((one) => one.from < start).at(-1)?.to);
  const above = text(totals.find((one) => one.from >= start)?.from);
  return { grade: name, from, ...(below === undefined ? {} : { below }), ...(above === undefined ? {} : { above }) };
}
