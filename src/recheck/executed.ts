// 预算执行的计分行: the row of the money block that scores execution, and indicators that do; each with what it may score.
import type { Exact } from "../numbers/number.ts";
import { compare, decimalPlaces } from "../numbers/number.ts";
import type { FormDocument } from "../types/types.ts";
import { valueOf } from "./amount.ts";
import { agreementOf, moneyWays, type Rate, rateIn } from "./execution.ts";
import type { Question } from "./habit.ts";
import type { Outlier } from "./outlier.ts";
import type { Entry, View } from "./view.ts";
import { executionWays, type Way } from "./ways.ts";

export interface ExecutionAsked {
  /** undefined for the row of the money block */
  readonly entry: Entry | undefined;
  readonly rate: Rate | undefined;
  readonly question?: Question;
}

export function executionRows(view: View, form: FormDocument | undefined, rate: Rate | undefined, outlier: Outlier | undefined): readonly ExecutionAsked[] {
  const scorings = form?.scoring.execution ?? [];
  const { money } = view;
  const [weight, points] = [valueOf(money?.weight), valueOf(money?.points)];
  const asked = (ways: readonly Way[], of: Exact, printed: Exact): { question?: Question } => (ways.length === 0 || compare(printed, of) > 0 ? {} : { question: { family: "execution", ways, weight: of, printed } });
  // A weight that is not meant says nothing about its points.
  const meant = outlier === undefined || outlier.item.entry !== undefined;
  const inBlock = meant && money !== undefined && weight !== undefined && points !== undefined && rate !== undefined ? [{ entry: undefined, rate, ...asked(moneyWays(scorings, weight, money, rate), weight, points) }] : [];
  const among = view.counted.filter((one) => one.execution).map((entry) => {
    const [of, printed] = [valueOf(entry.weight), valueOf(entry.points)];
    const shown = rateIn(entry.actual);
    const own: Rate | undefined = shown === undefined ? rate : { ...(rate ?? { computed: undefined, over: "adjusted-budget" as const }), printed: shown, ...agreementIn(entry, rate, shown) };
    if (of === undefined || printed === undefined) return { entry, rate: own };
    const amounts = money === undefined ? {} : { initial: valueOf(money.initial), adjusted: valueOf(money.adjusted), executed: valueOf(money.executed) };
    return { entry, rate: own, ...asked(executionWays(scorings, of, amounts, shown), of, printed) };
  });
  return [...inBlock, ...among];
}

function agreementIn(entry: Entry, rate: Rate | undefined, shown: Exact): Pick<Rate, "agrees"> {
  const cell = entry.row.actual;
  if (cell === undefined || rate?.computed === undefined) return { agrees: "unknown" };
  const { agrees } = agreementOf({ state: "figure", cell, value: shown, places: decimalPlaces(shown) ?? 0, unit: "%" }, rate.computed);
  return { agrees };
}
