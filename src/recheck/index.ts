// 复核: everything about one printed table that findings are made of — read once, compared, recomputed. The law of
// the house holds here too: no figure of a norm stands in code; forms and packs bring them.
import { isKind, type Loaded } from "../types/loaded.ts";
import { compare, decimalPlaces, type Exact, show } from "../numbers/number.ts";
import type { AssumptionId } from "../messages/assumptions.ts";
import type { Table } from "../types/table.ts";
import type { Basis, FormDocument, Language, Rounding, Sector } from "../types/types.ts";
import { executionRows } from "./executed.ts";
import { type Rate, rateOf } from "./execution.ts";
import { type Habits, infer, keyOf, mayBeFull, paid, type Question } from "./habit.ts";
import { type Asked, ask, type Verdict } from "./judge.ts";
import { fits, type Layout } from "./layout.ts";
import { type Norms, normsOf } from "./norms.ts";
import { type Outlier, outlierOf } from "./outlier.ts";
import { type PrintedWeights, printedWeights } from "./printed-weights.ts";
import { mended, type Sums, sumsOf } from "./sums.ts";
import { type TotalVerdict, totalVerdict } from "./total.ts";
import { type Entry, type View, viewOf } from "./view.ts";
import type { Habit, Way } from "./ways.ts";

export interface AuditOptions {
  /** form documents; the first one, or the one that holds the declared layout, is judged by */
  readonly forms?: readonly Loaded[] | undefined;
  readonly packs?: readonly Loaded[] | undefined;
  /** the id of a layout, where the form of the table is known; its rules are then no assumption */
  readonly form?: string | undefined;
  readonly rounding?: { readonly points?: Rounding | undefined; readonly rate?: Rounding | undefined } | undefined;
  /** packs that hold for the table, by id */
  readonly applies?: readonly string[] | undefined;
  readonly place?: string | undefined;
  readonly sector?: Sector | undefined;
  readonly lang?: Language | undefined;
}

/** A row with its verdict, and what it should score where that is one figure or an interval. */
export interface Judged {
  readonly entry: Entry;
  readonly compared: Asked["compared"];
  readonly verdict: Verdict;
  readonly expected: Asked["expected"];
  readonly way: Way | undefined;
  readonly assumed: AssumptionId | undefined;
  readonly basis: Basis | undefined;
}

/** The row that scores budget execution: in the money block, or among the indicators. */
export interface ExecutionRow {
  readonly entry: Entry | undefined;
  readonly rate: Rate | undefined;
  readonly fine: boolean;
  readonly expected: Exact | undefined;
  readonly way: Way | undefined;
}

export interface Recheck {
  readonly table: Table;
  readonly options: AuditOptions;
  readonly form: FormDocument | undefined;
  readonly layout: Layout | undefined;
  /** the layout that the table prints in its notes */
  readonly ownWeights: PrintedWeights | undefined;
  readonly declared: boolean;
  readonly view: View;
  readonly sums: Sums;
  readonly total: TotalVerdict;
  /** 满分 */
  readonly full: string;
  readonly norms: Norms;
  readonly outlier: Outlier | undefined;
  readonly rate: Rate | undefined;
  readonly rows: readonly Judged[];
  readonly executions: readonly ExecutionRow[];
  readonly habits: Habits;
  /** the rounding that the form calls usual */
  readonly usual: Habit;
  readonly questions: readonly Question[];
}

const USUAL: Habit = { places: 2, mode: "half-up" };

export function recheck(table: Table, options: AuditOptions): Recheck {
  const forms = (options.forms ?? []).flatMap((one) => (isKind(one, "form") ? [one.data] : []));
  const form = forms.find((one) => one.layouts.some(({ id }) => id === options.form)) ?? forms[0];
  const view = viewOf(table);
  const sums = sumsOf(view, form?.total);
  const full = form?.total ?? show(sums.scale);
  const norms = normsOf(table, form, options.packs ?? [], options.applies ?? [], options.place);
  const rate = view.money && rateOf(view.money);
  const outlier = outlierOf(view, sums, form, rate);
  const meant = outlier === undefined ? sums : mended(sums, outlier.item, outlier.meant);
  const layout = form?.layouts.find((one) => (options.form === undefined ? fits(one, view, meant) : one.id === options.form));

  const judged = view.entries.filter((one) => one !== outlier?.item.entry);
  const asked = table.damaged === true || !view.prints.actual ? [] : judged.map((one) => ofGroup(ask(one, view, form, norms), table.truncated && one === view.counted[view.counted.length - 1]));
  const executions = executionRows(view, form, rate, outlier);
  const questions = [...asked.flatMap(({ question }) => question ?? []), ...executions.flatMap(({ question }) => question ?? [])];
  const usual = habitOf(form?.rounding) ?? USUAL;
  const declaredPoints = habitOf(options.rounding?.points);
  const possible: readonly [Habit, ...Habit[]] = declaredPoints === undefined ? [usual, ...others(usual, questions)] : [declaredPoints];
  const habits = infer(questions, possible, habitOf(options.rounding?.rate));
  return {
    table, options, form, layout, view, sums, full, norms, outlier, rate, habits, usual, questions,
    declared: options.form !== undefined && layout !== undefined,
    ownWeights: printedWeights(table.notes, full),
    total: totalVerdict(view, sums, full),
    rows: asked.map((one) => judge(one, habits)),
    executions: executions.map(({ entry, rate: own, question }) => {
      if (question === undefined) return { entry, rate: own, fine: true, expected: undefined, way: undefined };
      const { way, should, fine } = answer(question, habits);
      return { entry, rate: own, fine, expected: should, way };
    }),
  };
}

/** The verdict on a row, by the habits of the table where the row alone does not decide. */
function judge({ entry, compared, expected, assumed, basis, verdict, question }: Asked, habits: Habits): Judged {
  const base = { entry, compared, expected, assumed, basis, way: undefined };
  if (verdict !== "ask" || question === undefined) return { ...base, verdict: verdict === "ask" ? "open" : verdict };
  const { way, should, fine } = answer(question, habits);
  const found = { ...base, way, expected: should, basis: basis ?? way?.basis };
  if (fine) return { ...found, verdict: "fine" };
  const full = compare(question.printed, question.weight) === 0;
  if (full && compared.outcome === "missed") return { ...found, assumed: mayBeFull(question, habits) ? "rounding-unknown" : assumed, verdict: "missed-full" };
  return { ...found, verdict: should !== undefined && compare(should, question.weight) === 0 ? "met-partial" : "differs" };
}

/** The points of a group are those of its parts; of its own figures, only full marks for a missed target say something. */
function ofGroup(asked: Asked, cut: boolean): Asked {
  const { entry: { parts, row }, compared, weight, points } = asked;
  const complete = parts.length > 0 && parts.every((one) => one.weight.state === "figure" && one.points.state === "figure");
  // A group at the end of a table that is cut off may have had parts.
  if (!complete && !(cut && row.kind === "group")) return asked;
  const { question: _, ...rest } = asked;
  const full = weight !== undefined && points !== undefined && compare(weight, points) === 0;
  return { ...rest, verdict: full && compared.outcome === "missed" ? "missed-full" : "open" };
}

const habitOf = (rounding: Rounding | undefined): Habit | undefined => rounding && { places: Number(rounding.places), mode: rounding.mode };

/** Other roundings of points: fewer decimals, cut off instead of rounded, and as many decimals as the table prints. */
function others(usual: Habit, questions: readonly Question[]): readonly Habit[] {
  const longest = Math.max(2, ...questions.map(({ printed }) => placesOf(printed)));
  const all = (["half-up", "down"] as const).flatMap((mode) => [2, 1, 0, ...(longest > 2 ? [longest] : [])].map((places) => ({ places, mode })));
  return all.filter((one) => one.places !== usual.places || one.mode !== usual.mode);
}

const placesOf = (value: Exact): number => decimalPlaces(value) ?? 0;

function answer({ family, ways, weight, printed }: Question, habits: Habits): { way: Way | undefined; should: Exact | undefined; fine: boolean } {
  const key = habits.ways.get(family);
  const way = ways.find((one) => keyOf(one) === key) ?? ways[0];
  const should = way && paid(way, weight, habits.points);
  return { way, should, fine: should !== undefined && compare(should, printed) === 0 };
}
