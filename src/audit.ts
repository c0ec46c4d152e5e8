// 复核: a printed table, recomputed by its declared or assumed form, and everything in it that does not hold.
import type { Assumption, Audit, AuditFinding } from "./audit-types.ts";
import { findingKinds } from "./audit/index.ts";
import { figure, type Found, makeFinding, type Say } from "./finding.ts";
import { plainBasis } from "./check.ts";
import { type AssumptionId, assumptions as words } from "./messages/assumptions.ts";
import { compare, round } from "./number.ts";
import { type AuditOptions, recheck, type Recheck } from "./recheck/index.ts";
import { keyOf, paid } from "./recheck/habit.ts";
import { absentExecution } from "./recheck/layout.ts";
import type { Habit, Way } from "./recheck/ways.ts";
import type { Table } from "./table.ts";
import type { Basis } from "./types.ts";
import { MODES } from "./wording/words.ts";

export type { AuditOptions };

/** Rechecks one table. Without forms, only what the table says of itself is checked. */
export function audit(table: Table, options: AuditOptions = {}): Audit {
  const key = options.lang === "en" ? "en" : "zh";
  const say: Say = (zh, en) => (key === "en" ? en : zh);
  const checked = recheck(table, options);
  const assumed = new Map<string, Assumption>();
  const assume = (id: AssumptionId, facts: Readonly<Record<string, string>> = {}, basis?: Basis): void => {
    const message = words[id][key](facts);
    if (!assumed.has(message)) assumed.set(message, { id, message, ...(basis === undefined || basis.document === "" ? {} : { basis: plainBasis(basis) }) });
  };
  notes(checked, assume, say);
  const findings: AuditFinding[] = [];
  for (const kind of findingKinds) {
    const report = (found: Found): void => {
      if (found.assumption !== undefined) assume(found.assumption.id, found.assumption.facts, found.assumption.basis);
      findings.push(makeFinding(kind, found, options.lang ?? "zh-CN"));
    };
    kind.find(checked, report, say);
  }
  const { file, sheet, id, title } = table;
  return {
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    form: formOf(checked, say),
    assumptions: [...assumed.values()],
    findings: inOrder(findings, table),
  };
}

/** In the order of the table: the money block, the rows, the totals; what has no cell last. */
function inOrder(findings: readonly AuditFinding[], table: Table): readonly AuditFinding[] {
  const cells = [...table.money, ...table.rows].flatMap((row) => Object.values(row).flat()).concat(table.totalWeight ?? [], table.total ?? []);
  const places = new Map<string, number>();
  cells.forEach((cell, place) => {
    if (typeof cell === "object" && !places.has(cell.at)) places.set(cell.at, place);
  });
  const placeOf = ({ cell }: AuditFinding): number => (cell === undefined ? cells.length : (places.get(cell) ?? cells.length));
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b));
}

function formOf({ layout, declared, form, table, options }: Recheck, say: Say): Audit["form"] {
  if (layout === undefined) {
    const why = form === undefined ? say("没有给出自评表格式", "no forms are given") : options.form === undefined ? say("分值分布与已知的格式都不相符", "the weights agree with none of the known layouts") : say(`没有编号为 ${options.form} 的格式`, `there is no layout ${options.form}`);
    return { title: say("未知格式", "unknown"), declared: false, why };
  }
  const why = declared ? say("由选项指定", "declared by an option") : table.truncated ? say("可见部分的分值与其相符", "the visible weights agree with it") : say("分值分布与其相符", "the weights agree with it");
  return { id: layout.id, title: layout.title, declared, why, basis: plainBasis(layout.basis) };
}

/** What was assumed about the table as a whole, and the habits that its rows show. */
function notes({ table, view, sums, total, rate, rows, habits, questions, form, full, declared, usual, options }: Recheck, assume: (id: AssumptionId, facts?: Readonly<Record<string, string>>, basis?: Basis) => void, say: Say): void {
  if (table.targetsOnly === true) assume("targets-only");
  if (table.truncated) assume("truncated");
  if (table.damaged === true) assume("damaged");
  if (!sums.scalePrinted && (view.total.state === "figure" || (sums.weightsComplete && !table.truncated))) assume("total-assumed", { total: full });
  const absent = view.money === undefined ? absentExecution(form, sums) : undefined;
  if (absent !== undefined) assume("execution-not-shown", { weight: figure(absent) });
  if (total.kind === "outside") assume("execution-outside-total");
  if (total.kind === "rounded") assume("total-rounded", { sum: figure(total.sum) });
  if (view.prints.points && !view.prints.weight) assume("points-as-weights");
  if (view.prints.points && !view.prints.actual && view.counted.length > 0) assume("actuals-not-shown");

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
  if (rate !== undefined && (rate.agrees === "cut" || rate.agrees === "fewer" || rate.agrees === "capped") && rate.computed !== undefined) {
    const how = { cut: say("截去其后的小数", "cut off"), fewer: say("少取一位小数", "one decimal fewer"), capped: say("以 100% 为限", "capped at 100%") }[rate.agrees];
    assume("rate-as-printed", { printed: view.money?.row.rate?.text ?? "", computed: `${figure(round(rate.computed, 4, "half-up"))}%`, how });
  }
  if (rate?.over === "initial-budget" && rate.agrees !== "unknown") assume("initial-budget");
  for (const { assumed, verdict } of rows) if (assumed !== undefined && verdict !== "open") assume(assumed);
}

const stepWords = ({ id }: Way, say: Say): string => ({ floor: say("不计", "not at all"), linear: say("按比例计", "in proportion"), ceil: say("按一个幅度计", "as a whole one") })[id] ?? id;

function roundingZh({ places, mode }: Habit): string {
  const to = places === 0 ? "整数" : `${places} 位小数`;
  return mode === "down" ? (places === 0 ? "舍去小数取整数" : `取 ${to}、其后舍去`) : `${MODES[mode]?.zh ?? mode}到${places === 0 ? "" : " "}${to}`;
}

const roundingEn = ({ places, mode }: Habit): string => `${mode === "down" ? "cut off" : `rounded ${MODES[mode]?.en ?? mode}`} to ${places === 0 ? "a whole number" : `${places} decimal${places === 1 ? "" : "s"}`}`;
