// 评分结果: what scoring found, written down as plain data with decimals as strings.
import { evaluate, type Value } from "../expression/exact.ts";
import { explain } from "../expression/words.ts";
import type { LinkedGroup, LinkedNode } from "../model/linked.ts";
import { groupMethodOf, methodOf } from "../methods/index.ts";
import { add, compare, decimalPlaces, exact, type Exact, multiply, ONE, reduce, show, subtract, toPlainText, toText, ZERO } from "../numbers/number.ts";
import { basisOf, type End, extremes, judge, type World } from "../link/outcomes.ts";
import { appliesName, pointsName, type Program } from "../model/program.ts";
import type { LeafResult } from "../model/results.ts";
import type { ActualsDocument, ObjectivesDocument } from "../types/types.ts";
import type { GroupScore, IndicatorScore, Scorecard } from "../types/scorecard-types.ts";

type Subject = ObjectivesDocument["subject"];

export function scorecard(program: Program, actuals: ActualsDocument, results: readonly LeafResult[], facts: ReadonlyMap<string, Exact>, digests: Record<string, string>): Scorecard {
  const { linked, rounding } = program;
  const { framework, objectives, packs } = linked;
  const points = (value: Exact): string => toText(value, rounding.places);
  const judged = program.knockOuts.map((one) => judge(one, results, facts));

  const environment = (end: End, world: World): ((name: string) => Value) => {
    const values = new Map<string, Value>();
    for (const result of results) {
      values.set(pointsName(result.leaf.leaf), result[end]);
      values.set(appliesName(result.leaf.leaf), result.applies ? ONE : ZERO);
    }
    for (const { knockOut, input, holds } of judged) if (input !== undefined) values.set(input.name, (holds ?? world.has(knockOut)) ? ONE : ZERO);
    return (name) => values.get(name) ?? "missing";
  };
  const { low, high } = extremes(program, judged, environment);
  const totals = { low: low.total, high: high.total };
  const known = typeof totals.low === "object" && typeof totals.high === "object";
  const open = !known || results.some((one) => isOpen(one, program)) || judged.some((one) => one.holds === undefined);
  const total = explain(program.total, high.environment);
  const [best, worst] = [high.grade, low.grade];
  const rejecting = judged.filter((one) => one.knockOut.effect.kind === "reject");
  const rejected = rejecting.some((one) => one.holds === true);
  const undecided = rejecting.some((one) => one.holds === undefined);
  const grade = rejected || undecided || best === undefined || best !== worst ? null : (program.grades[best] ?? null);
  const shown = open || typeof totals.high === "string" ? undefined : totals.high;
  const full = framework.data.total;

  const possible = best === undefined || worst === undefined ? [] : program.grades.slice(best, worst + 1);
  const resting = results.filter((one) => one.leaf.judged && one.state !== "not-applicable");
  const sumOf = (values: readonly Exact[]): string => points(values.reduce(add, ZERO));
  return {
    kind: "scorecard",
    semantics: 1,
    framework: { id: framework.data.id, version: framework.data.version, title: framework.data.title, category: framework.data.category, purpose: framework.data.purpose, basis: basisOf(framework.data.basis) },
    packs: packs.map(({ data: { id, version, title } }) => ({ id, version, title })),
    ...(objectives === undefined ? {} : { objectives: { id: objectives.data.id, period: objectives.data.period, subject: subjectOf(objectives.data.subject) } }),
    asOf: actuals["as-of"],
    digests,
    indicators: results.map((one) => indicatorScore(one, program, groupNames(linked.root))),
    groups: program.groups.map(({ group, level, expression }) => groupScore(group, level, explain(expression, high.environment), evaluate(expression, low.environment), points, results.filter((one) => one.leaf.leaf.path.startsWith(`${group.path}/`)), program)),
    knockOuts: judged.map(({ result }) => result),
    total: {
      full,
      ...(shown !== undefined ? { points: points(shown) } : known ? { range: { min: points(totals.low as Exact), max: points(totals.high as Exact) } } : {}),
      steps: total.steps,
    },
    grade,
    grades: framework.data.grades.map(({ name, from }) => ({ name, from })),
    possibleGrades: rejected ? [] : possible,
    rejected,
    nextGrade: shown === undefined || best === undefined || best === 0 ? null : nextGrade(program, best - 1, shown, points),
    wanting: [...results.filter((one) => isOpen(one, program)).map((one) => one.leaf.leaf.id), ...program.facts.filter((one) => !facts.has(one.name)).map((one) => one.name)],
    judged: { weight: sumOf(resting.map((one) => one.leaf.leaf.weight)), points: sumOf(resting.map((one) => one.low)) },
    unpublished: results.filter((one) => one.leaf.leaf.basis.status !== "published").map((one) => ({ indicator: one.leaf.leaf.id, basis: basisOf(one.leaf.leaf.basis) })),
  };
}

// What is copied from a document is written in one order, whatever the order of its keys there.
const subjectOf = ({ name, department, unit, sector }: Subject): Subject => ({
  name,
  ...(department === undefined ? {} : { department }),
  ...(unit === undefined ? {} : { unit }),
  ...(sector === undefined ? {} : { sector }),
});

const isOpen = ({ state }: LeafResult, { linked }: Program): boolean => state === "pending" || (state === "missing" && linked.framework.data.missing === "block");

function nextGrade({ linked, grades }: Program, index: number, shown: Exact, points: (value: Exact) => string): Scorecard["nextGrade"] {
  const from = linked.framework.data.grades[index]?.from;
  if (from === undefined || compare(exact(from), shown) <= 0) return null;
  return { grade: grades[index] ?? "", from, distance: points(subtract(exact(from), shown)) };
}

function indicatorScore({ leaf, entry, state, explained, low }: LeafResult, { rounding, linked }: Program, names: ReadonlyMap<string, readonly string[]>): IndicatorScore {
  const { leaf: one } = leaf;
  const scoredAs = state === "scored" || state === "not-applicable" || (state === "missing" && linked.framework.data.missing === "zero");
  const points = toText(low, rounding.places);
  const unrounded = state === "scored" ? explained?.values.get(leaf.unrounded) : undefined;
  const measured = leaf.measure === undefined ? undefined : explained?.values.get(leaf.measure);
  const actual = actualText(leaf, entry.entered, measured);
  const grown = leaf.factor === undefined ? undefined : explained?.values.get(leaf.factor);
  const effective = typeof grown !== "object" || compare(grown, ONE) === 0 ? undefined : multiply(one.weight, grown);
  const counts = effective ?? one.weight;
  const method = methodOf(one.method.kind);
  return {
    path: one.path,
    id: one.id,
    name: one.name,
    groups: names.get(one.path) ?? [],
    state,
    weight: show(one.weight),
    ...(effective === undefined ? {} : { effectiveWeight: show(effective) }),
    ...(one.unit === undefined ? {} : { unit: one.unit }),
    ...(one.target === undefined ? {} : { target: targetText(one.target) }),
    ...(actual === undefined ? {} : { actual }),
    entered: entry.entered,
    ...(leaf.inputs.length < 2 ? {} : { inputs: leaf.inputs.map(({ name, label, unit }) => ({ name, label, ...(unit === undefined ? {} : { unit }) })) }),
    method: { kind: one.method.kind, title: method?.title ?? { zh: "", en: "" } },
    ...(typeof unrounded === "object" ? { exact: fraction(unrounded) } : {}),
    ...(scoredAs ? { points } : {}),
    ...(scoredAs && state !== "not-applicable" ? { lost: lostText(subtract(counts, low), rounding.places) } : {}),
    judged: leaf.judged,
    taken: explained?.taken ?? [],
    steps: explained?.steps ?? [],
    basis: basisOf(one.basis),
    ...(entry.explanation === undefined ? {} : { explanation: entry.explanation }),
  };
}

/** At least the places of points, more where the weight has more. */
const lostText = (value: Exact, places: number): string => toText(value, Math.max(places, decimalPlaces(value) ?? places));

const fraction = (value: Exact): string => {
  const { n, d } = reduce(value);
  return toPlainText(value) ?? `${n}/${d}`;
};

/** What the table shows as 实际完成值: the derived value where there is one, else what was entered. */
function actualText({ leaf, inputs }: LeafResult["leaf"], entered: Readonly<Record<string, string>>, measured: Value | undefined): string | undefined {
  if (typeof measured === "object" && leaf.measure !== undefined) return `${show(measured, 4)}${leaf.unit ?? ""}`;
  if (Object.keys(entered).length === 0) return undefined;
  const [only] = inputs;
  if (only !== undefined && inputs.length === 1) {
    const text = entered[only.name] ?? "";
    return only.options === undefined ? text : text === "true" ? "是" : text === "false" ? "否" : text;
  }
  if (inputs.every((one) => one.options !== undefined && one.options.length === 2)) {
    const met = inputs.filter((one) => ["true", "是"].includes(entered[one.name] ?? "")).length;
    return `${met}/${inputs.length} 项符合`;
  }
  return inputs.map((one) => `${one.label.zh} ${entered[one.name] ?? "—"}`).join("，");
}

/** ≥92% as the official table prints it. */
const targetText = ({ text, is }: NonNullable<LeafResult["leaf"]["leaf"]["target"]>): string => {
  const value = text.replace(/^(?:>=|<=|[<>=≥≤])\s*/, "");
  return `${is === undefined ? "" : { ">=": "≥", "<=": "≤", ">": "＞", "<": "＜", "=": "=" }[is]}${value}`;
};

function groupScore(group: LinkedGroup, level: number, explained: ReturnType<typeof explain>, low: Value, points: (value: Exact) => string, inside: readonly LeafResult[], program: Program): GroupScore {
  const high = explained.value;
  const open = inside.some((one) => isOpen(one, program));
  const gone = inside.length > 0 && inside.every((one) => one.state === "not-applicable" && !one.applies);
  const known = typeof high === "object" && typeof low === "object";
  return {
    path: group.path,
    id: group.id,
    name: group.name,
    level,
    weight: show(group.weight),
    ...(group.combine === undefined ? {} : { combine: combineOf(group.combine) }),
    ...(!known ? {} : open ? { range: { min: points(low), max: points(high) } } : { points: points(high) }),
    ...(gone ? { notApplicable: true as const } : {}),
    steps: explained.steps,
  };
}

function combineOf({ kind, cap }: NonNullable<LinkedGroup["combine"]>): NonNullable<GroupScore["combine"]> {
  return { kind, title: groupMethodOf(kind)?.title ?? { zh: "", en: "" }, ...(typeof cap === "string" ? { cap } : {}) };
}

function groupNames(root: readonly LinkedNode[]): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  const visit = (node: LinkedNode, above: readonly string[]): void => {
    if (node.type === "leaf") names.set(node.path, above);
    else for (const child of node.children) visit(child, [...above, node.name]);
  };
  for (const node of root) visit(node, []);
  return names;
}
