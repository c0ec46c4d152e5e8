// 假定和推断: what a recheck assumed about a table as a whole, and the habits that its rows show.
import { figure, type Say } from "./finding.ts";
import type { AssumptionId } from "../messages/assumptions.ts";
import { compare, round } from "../numbers/number.ts";
import { keyOf, paid } from "./habit.ts";
import type { Recheck } from "./index.ts";
import { absentExecution } from "./layout.ts";
import type { Habit, Way } from "./ways.ts";
import type { Basis } from "../types/types.ts";
import { MODES } from "../wording/words.ts";

export type Assume = (id: AssumptionId, facts?: Readonly<Record<string, string>>, basis?: Basis) => void;

/** Says everything that the findings do not say themselves. */
export function assumptionsOf(recheck: Recheck, assume: Assume, say: Say): void {
  ofTable(recheck, assume);
  ofHabits(recheck, assume, say);
  ofRate(recheck, assume, say);
  for (const { assumed, verdict } of recheck.rows) if (assumed !== undefined && verdict !== "open") assume(assumed);
}

/** What is not printed, and how the totals were taken. */
function ofTable({ table, view, sums, total, form, full }: Recheck, assume: Assume): void {
  if (table.targetsOnly === true) assume("targets-only");
  if (table.truncated) assume("truncated");
  if (table.damaged === true) assume("damaged");
  if (form !== undefined && !sums.scalePrinted && (view.total.state === "figure" || (sums.weightsComplete && !table.truncated))) assume("total-assumed", { total: full });
  const absent = view.money === undefined ? absentExecution(form, sums) : undefined;
  if (absent !== undefined) assume("execution-not-shown", { weight: figure(absent) });
  if (total.kind === "outside") assume("execution-outside-total");
  if (total.kind === "rounded") assume("total-rounded", { sum: figure(total.sum) });
  if (view.prints.points && !view.prints.weight) assume("points-as-weights");
  if (view.prints.points && !view.prints.actual && view.counted.length > 0) assume("actuals-not-shown");
}

/** The ways of scoring and rounding that explain the rows. */
function ofHabits({ questions, habits, usual, declared, options }: Recheck, assume: Assume, say: Say): void {
  const explained = questions.flatMap((one) => {
    const way = one.ways.find((each) => keyOf(each) === habits.ways.get(one.family));
    return way !== undefined && compare(paid(way, one.weight, habits.points), one.printed) === 0 ? [{ ...one, way }] : [];
  });
  const titles = [...new Set(explained.filter((one) => !one.family.startsWith("rule-")).map(({ way }) => way.title))];
  if (titles.length > 0 && !declared) assume("scoring-assumed", { titles: titles.join(say("；", "; ")) });
  const rounds = (habit: Habit): string => say(roundingZh(habit), roundingEn(habit));
  // A habit is worth saying where the usual rounding would not give what is printed.
  const needed = options.rounding?.points === undefined && explained.some((one) => compare(paid(one.way, one.weight, usual), one.printed) !== 0);
  if (needed) assume("rounding-habit", { how: rounds(habits.points) });
  const families = new Map(explained.map((one) => [one.family, one]));
  for (const [family, { way, ways }] of families) {
    const what = family === "execution" ? say("执行率", "the execution rate") : say("完成率", "the completion");
    if (typeof way.rate === "object") assume("rate-rounded-first", { what, how: rounds(way.rate) });
    if (way.rate === "printed" && ways.some((one) => one.rate === "exact")) assume("rate-rounded-first", { what, how: say("按表内所印的执行率", "as printed in the table") });
    const choices = new Set(ways.map((one) => one.id)).size;
    if (choices < 2) continue;
    if (family === "lower") assume("reverse-way", { title: way.title }, way.basis);
    if (family === "satisfaction") assume("satisfaction-way", { title: way.title }, way.basis);
    if (family === "rule-deduction") assume("step-habit", { how: stepWords(way, say) });
  }
}

/** A printed rate that follows from the amounts by a habit. */
function ofRate({ rate, view }: Recheck, assume: Assume, say: Say): void {
  if (rate !== undefined && (rate.agrees === "cut" || rate.agrees === "fewer" || rate.agrees === "capped") && rate.computed !== undefined) {
    const how = { cut: say("截去其后的小数", "cut off"), fewer: say("少取一位小数", "one decimal fewer"), capped: say("以 100% 为限", "capped at 100%") }[rate.agrees];
    assume("rate-as-printed", { printed: view.money?.row.rate?.text ?? "", computed: `${figure(round(rate.computed, 4, "half-up"))}%`, how });
  }
  if (rate?.over === "initial-budget" && rate.agrees !== "unknown") assume("initial-budget");
}

const stepWords = ({ id }: Way, say: Say): string => ({ floor: say("不计", "not at all"), linear: say("按比例计", "in proportion"), ceil: say("按一个幅度计", "as a whole one") })[id] ?? id;

function roundingZh({ places, mode }: Habit): string {
  const to = places === 0 ? "整数" : `${places} 位小数`;
  return mode === "down" ? (places === 0 ? "舍去小数取整数" : `取 ${to}、其后舍去`) : `${MODES[mode]?.zh ?? mode}到${places === 0 ? "" : " "}${to}`;
}

const roundingEn = ({ places, mode }: Habit): string => `${mode === "down" ? "cut off" : `rounded ${MODES[mode]?.en ?? mode}`} to ${places === 0 ? "a whole number" : `${places} decimal${places === 1 ? "" : "s"}`}`;
