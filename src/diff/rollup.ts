// 试评: whole evaluations under two versions whose indicators score alike but do not add up alike. They start from one in
// which everything is at its best, and let one thing after another not apply, be at its worst, stay missing, be declared.
import { evaluate } from "../expression/exact.ts";
import type { Choice } from "../expression/expression.ts";
import type { Document } from "../types/loaded.ts";
import { add, compare, exact, type Exact, show, ZERO } from "../numbers/number.ts";
import type { LeafProgram, Program } from "../model/program.ts";
import { scoreProgram } from "../scoring/score.ts";
import type { Scorecard } from "../types/scorecard-types.ts";
import type { ActualsDocument, ActualValue, Label } from "../types/types.ts";
import { entriesFor, outcomeOf, valuesOf } from "./entries.ts";
import { leavesById, type Meaning } from "./meaning.ts";
import type { Normaliser } from "./normal.ts";
import { plain } from "./plain.ts";

export interface WholeDifference {
  readonly of: "total" | "grade";
  readonly values: ActualsDocument["values"];
  readonly facts: Readonly<Record<string, string | boolean>>;
  readonly before: Label;
  readonly after: Label;
  readonly words: Label;
}

interface Trial {
  readonly values: Readonly<Record<string, ActualValue>>;
  readonly facts: Readonly<Record<string, string | boolean>>;
  readonly words: Label;
}

/** The first evaluation that the two versions total or grade otherwise. */
export function wholeDifference(a: Meaning, b: Meaning, normal: Normaliser): WholeDifference | undefined {
  const graded = gradeDifference(a.program, b.program);
  if (graded !== undefined) return graded;
  const day = dayFor([a.program, b.program]);
  if (day === undefined) return undefined;
  for (const { values, facts, words } of trialsFor(a, b, normal)) {
    const [before, after] = [a, b].map(({ program }) => cardOf(program, { values, facts, day }));
    const [x, y] = [totalOf(before), totalOf(after)];
    if (!sameFigure(x, y)) return { of: "total", values, facts, words, before: figureWords(x), after: figureWords(y) };
    const [g, h] = [before?.grade ?? null, after?.grade ?? null];
    if (g !== h || before?.rejected !== after?.rejected) return { of: "grade", values, facts, words, before: gradeWords(before), after: gradeWords(after) };
  }
  return undefined;
}

/** A total that the two versions grade otherwise, while no knock-out is tripped. */
function gradeDifference(a: Program, b: Program): WholeDifference | undefined {
  const gradeOf = ({ grade, grades }: Program, total: Exact): string => {
    const index = evaluate(grade, (name) => (name === "total" ? total : ZERO));
    return typeof index === "object" ? (grades[Number(index.n / index.d)] ?? "") : "";
  };
  const bounds = [a, b].flatMap(({ linked }) => linked.framework.data.grades.map(({ from }) => exact(from)));
  for (const total of [...bounds, ...bounds.map((one) => add(one, exact("0.01")))]) {
    const [before, after] = [gradeOf(a, total), gradeOf(b, total)];
    const words = show(total);
    if (before !== after) return { of: "grade", values: {}, facts: {}, before: { zh: before, en: before }, after: { zh: after, en: after }, words: { zh: `总分 ${words}`, en: `total ${words}` } };
  }
  return undefined;
}

/** A day on which everything is in force on both sides. */
function dayFor(programs: readonly Program[]): string | undefined {
  const ranges = programs.flatMap(({ linked }) => [linked.framework, ...linked.packs]).map(({ data }) => data.effective);
  const day = ranges.map(({ from }) => from).sort().at(-1) ?? "";
  return ranges.every(({ to }) => to === undefined || day <= to) ? day : undefined;
}

function cardOf(program: Program, { values, facts, day }: { readonly values: Trial["values"]; readonly facts: Trial["facts"]; readonly day: string }): Scorecard | undefined {
  const { framework, objectives } = program.linked;
  const known = new Set(program.facts.map(({ name }) => name.slice("fact ".length)));
  const declared = Object.fromEntries(Object.entries(facts).filter(([fact]) => known.has(fact)));
  const actuals: Document<"actuals"> = plain("actuals", { kind: "actuals", objectives: objectives?.data.id ?? framework.data.id, "as-of": day, values: { ...values }, ...(Object.keys(declared).length === 0 ? {} : { facts: declared }) });
  return scoreProgram(program, actuals).scorecard;
}

function* trialsFor(a: Meaning, b: Meaning, normal: Normaliser): Generator<Trial> {
  const [before, after] = [leavesById(a), leavesById(b)];
  const leaves = [...before.values()].filter(({ leaf }) => after.has(leaf.id));
  const best: Record<string, ActualValue> = {};
  const worst: Record<string, ActualValue> = {};
  for (const one of leaves) {
    const [high, low] = extremesOf(one, after.get(one.leaf.id) ?? one, normal);
    best[one.leaf.id] = high;
    worst[one.leaf.id] = low;
  }
  // What is declared must be, or the total stays open: every fact at the value that trips nothing.
  const facts = new Map([...a.program.knockOuts, ...b.program.knockOuts].flatMap(({ fact, value }) => (fact === undefined || value === undefined ? [] : [[fact, [value] as string[]] as const])));
  const quiet = Object.fromEntries([...facts].map(([fact, [value]]) => [fact, value === "true" ? "否" : value === "false" ? "是" : "0"]));
  yield { values: best, facts: quiet, words: { zh: "各指标均为最好", en: "everything at its best" } };
  for (const one of [...a.program.knockOuts, ...b.program.knockOuts]) {
    if (one.fact === undefined || one.value === undefined) continue;
    const value = one.value === "true" ? "是" : one.value === "false" ? "否" : one.value;
    yield { values: best, facts: { ...quiet, [one.fact]: value }, words: { zh: `申报 ${one.fact} 为 ${value}`, en: `${one.fact} declared as ${value}` } };
  }
  for (const { leaf, test } of [...a.program.knockOuts, ...b.program.knockOuts]) {
    const [one, other] = [before.get(leaf?.id ?? ""), after.get(leaf?.id ?? "")];
    const entry = one && other && entriesFor(one, other, normal).find((each) => trips(test, one, each) && typeof outcomeOf(other, each) === "object");
    if (leaf !== undefined && entry !== undefined) yield { values: { ...best, [leaf.id]: entry }, facts: quiet, words: { zh: `“${leaf.name}”为 ${entryText(entry)}，其余最好`, en: `“${leaf.name}” is ${entryText(entry)}, all else at its best` } };
  }
  for (const { leaf } of leaves) {
    const { id, name } = leaf;
    yield { values: { ...best, [id]: worst[id] ?? "" }, facts: quiet, words: { zh: `“${name}”最差，其余最好`, en: `“${name}” at its worst, all else at its best` } };
    yield { values: { ...best, [id]: "not-applicable" }, facts: quiet, words: { zh: `“${name}”不适用，其余最好`, en: `“${name}” not applicable, all else at its best` } };
    yield { values: { ...worst, [id]: "not-applicable" }, facts: quiet, words: { zh: `“${name}”不适用，其余最差`, en: `“${name}” not applicable, all else at its worst` } };
    const { [id]: _, ...others } = best;
    yield { values: others, facts: quiet, words: { zh: `“${name}”未填，其余最好`, en: `“${name}” missing, all else at its best` } };
  }
  yield { values: worst, facts: quiet, words: { zh: "各指标均为最差", en: "everything at its worst" } };
  const half = Object.fromEntries(leaves.map(({ leaf: { id } }, index) => [id, (index % 2 === 0 ? best : worst)[id] ?? ""]));
  for (const { leaf } of leaves) yield { values: { ...half, [leaf.id]: "not-applicable" }, facts: quiet, words: { zh: `“${leaf.name}”不适用，其余最好与最差相间`, en: `“${leaf.name}” not applicable, the rest best and worst in turn` } };
}

/** Whether an entry lets a knock-out hold. */
function trips(test: Choice, leaf: LeafProgram, entry: ActualValue): boolean {
  const values = valuesOf(leaf, entry);
  const held = evaluate(test, (name) => values.get(name) ?? "missing");
  return typeof held === "object" && held.n !== 0n;
}
const entryText = (entry: ActualValue): string => (typeof entry === "object" ? Object.values(entry).join("、") : String(entry));

/** The entries of most and of fewest points that both versions accept. */
function extremesOf(a: LeafProgram, b: LeafProgram, normal: Normaliser): readonly [ActualValue, ActualValue] {
  let [high, low]: [ActualValue | undefined, ActualValue | undefined] = [undefined, undefined];
  let [most, least] = [ZERO, ZERO];
  for (const entry of entriesFor(a, b, normal).slice(0, 400)) {
    const points = outcomeOf(a, entry);
    if (typeof points !== "object" || typeof outcomeOf(b, entry) !== "object") continue;
    if (high === undefined || compare(points, most) > 0) [high, most] = [entry, points];
    if (low === undefined || compare(points, least) < 0) [low, least] = [entry, points];
  }
  return [high ?? "", low ?? ""];
}

const totalOf = (card: Scorecard | undefined): string | undefined => (card === undefined ? undefined : (card.total.points ?? (card.total.range === undefined ? "—" : `${card.total.range.min}–${card.total.range.max}`)));
const DECIMAL = /^\d+(?:\.\d+)?$/;
const sameFigure = (a: string | undefined, b: string | undefined): boolean => a === b || (a !== undefined && b !== undefined && DECIMAL.test(a) && DECIMAL.test(b) && compare(exact(a), exact(b)) === 0);
const figureWords = (total: string | undefined): Label => (total === undefined ? { zh: "不能评分", en: "not scored" } : { zh: `${total} 分`, en: total });
const gradeWords = (card: Scorecard | undefined): Label => (card?.rejected === true ? { zh: "不予通过", en: "rejected" } : { zh: card?.grade ?? "未定", en: card?.grade ?? "open" });
